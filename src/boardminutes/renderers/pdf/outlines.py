"""Fonts with cubic outlines (OpenType CFF), which reportlab cannot embed, made into TrueType fonts.

The conversion is that of fontTools, which is imported only when such a font is wanted.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_CUBIC: Final = b"OTTO"
_TOLERANCE: Final = 1.0
"""How far a curve may move, in units of the font: one thousandth of its size."""

_lock = threading.Lock()  # fontTools reads tables lazily


def has_cubic_outlines(data: bytes) -> bool:
    """Whether *data* is an OpenType font with CFF outlines."""
    return data.startswith(_CUBIC)


def is_variable(data: bytes) -> bool:
    """Whether the weight of the font is not settled."""
    return "fvar" in _open(data)


def repertoire(data: bytes) -> frozenset[str]:
    """Return the characters that the font has."""
    return frozenset(map(chr, _names_of_glyphs(_open(data))))


def _open(data: bytes) -> TTFont:
    from fontTools.ttLib import TTFont as Reader  # noqa: PLC0415 - few documents need it, and it is slow to import

    return Reader(io.BytesIO(data), lazy=True)


def _names_of_glyphs(font: TTFont) -> Mapping[int, str]:
    names: Mapping[int, str] = font.getBestCmap() or {}
    return names


def convert(data: bytes, wanted: frozenset[str]) -> bytes:
    """Return a TrueType font with the glyphs of the characters *wanted*, which the font has."""
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # noqa: PLC0415 - as above
    from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # noqa: PLC0415 - as above
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    with _lock:
        source = _open(data)
        names = _names_of_glyphs(source)
        cmap = {ord(character): names[ord(character)] for character in sorted(wanted)}
        drawn = source.getGlyphSet()
        glyphs, widths = {}, {}
        for name in (".notdef", *dict.fromkeys(cmap.values())):
            pen = TTGlyphPen(None)
            drawn[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
            glyphs[name], widths[name] = pen.glyph(), drawn[name].width
        head, hhea = source["head"], source["hhea"]
        builder = FontBuilder(head.unitsPerEm, isTTF=True)
        builder.updateHead(created=head.created, modified=head.modified)  # else the day on which it is made
        builder.setupGlyphOrder(list(glyphs))
        builder.setupCharacterMap(cmap)
        builder.setupGlyf(glyphs)
        builder.setupHorizontalMetrics(
            {name: (widths[name], getattr(glyph, "xMin", 0)) for name, glyph in glyphs.items()}
        )
        builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
        builder.setupNameTable({"familyName": _family(source), "styleName": "Regular", "psName": _ps_name(source)})
        builder.setupOS2(sCapHeight=source["OS/2"].sCapHeight)
        builder.setupPost()
        made = io.BytesIO()
        builder.save(made)
    return made.getvalue()


def _family(font: TTFont) -> str:
    return str(font["name"].getDebugName(1) or "Font")


def _ps_name(font: TTFont) -> str:
    return str(font["name"].getDebugName(6) or "Font")
