"""Small fonts made for a test."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_BOX = ((100, 0), (100, 700), (500, 700), (500, 0))


def made_font(characters: str, *, cubic: bool = False, variable: bool = False, name: str = "Boxes") -> bytes:
    """Return a font that draws a box for each of some characters."""
    names = [f"glyph{ord(character):04X}" for character in characters]
    order = [".notdef", *names]
    builder = FontBuilder(1000, isTTF=not cubic)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(character): glyph for character, glyph in zip(characters, names, strict=True)})
    if cubic:
        builder.setupCFF(f"{name}-Regular", {}, {glyph: _drawn(T2CharStringPen(600, None)) for glyph in order}, {})
    else:
        builder.setupGlyf({glyph: _drawn(TTGlyphPen(None)) for glyph in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (600, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": f"{name}-Regular"})
    if variable:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
        if not cubic:
            builder.setupGvar({glyph: [] for glyph in order})
    builder.setupOS2(sCapHeight=700)
    builder.setupPost()
    made = io.BytesIO()
    builder.save(made)
    return made.getvalue()


def _drawn(pen: TTGlyphPen | T2CharStringPen) -> object:
    pen.moveTo(_BOX[0])
    for corner in _BOX[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()


def with_broken_outlines(data: bytes) -> bytes:
    """Return a font whose table of outlines ends in nonsense."""
    font = TTFont(io.BytesIO(data))
    table = font.reader.tables["CFF " if "CFF " in font else "glyf"]
    end = table.offset + table.length
    broken = 20 if "CFF " in font else table.length  # of a CFF table, the outlines alone
    return data[: end - broken] + b"\xff" * broken + data[end:]
