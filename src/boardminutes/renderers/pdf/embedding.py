"""A font inside one document: which code each character has, and the objects that are written for it."""

from __future__ import annotations

import codecs
import functools
import zlib
from collections.abc import Callable, Mapping
from typing import Final, cast

import attrs
from reportlab.pdfbase import pdfdoc

from boardminutes.renderers.pdf.fonts import Face, packed_subset
from boardminutes.renderers.pdf.objects import add, packed_stream, reference

_COMMON: Final = {
    **{chr(code): code for code in range(0x20, 0x7F)},
    **{character: 0x80 + place for place, character in enumerate("‘’“”–—•…£€½·§°¼\u00a0")},
}
"""What each font starts with, so that most documents share one font program, which is then made once."""

_FREE: Final = tuple(range(0x80 + 16, 0x100))
_LATER: Final = tuple(code for code in range(0x21, 0x100) if chr(code) not in "()\\\x7f")
_NEW_LINE: Final = ord("\n")
"""Encoded as itself in what is not painted in one piece: no glyph has it."""

_WORDS_KEPT: Final = 1 << 12
_SYMBOLIC: Final = 1 << 2
_NONSYMBOLIC: Final = 1 << 5


@attrs.frozen
class StandIn:
    """What a private character stands for: several characters that one glyph draws.

    Attributes:
        text: The characters as they stand in the text.
        drawn: The character whose glyph draws them.
    """

    text: str
    drawn: str


class _Subset:
    """At most 255 characters of a font, which in PDF are a font of their own."""

    def __init__(self, resource: str, free: tuple[int, ...]) -> None:
        self.resource = resource
        self.codes: dict[int, int] = {_NEW_LINE: _NEW_LINE}
        self.texts: dict[int, str] = {}
        self.glyphs: dict[int, int] = {}
        self._free = iter(free)

    def add(self, character: str, text: str, glyph: int, code: int | None = None) -> bool:
        """Give the *character* a code; return whether one was left."""
        given = next(self._free, None) if code is None else code
        if given is None:
            return False
        self.codes[ord(character)], self.texts[given], self.glyphs[given] = given, text, glyph
        return True


class EmbeddedFont:
    """A face in one document.

    Attributes:
        face: The face.
        measure: The width of a word, in parts of the font size.
        resource: The name of the font that paints the common characters.
        used: Whether it painted anything.
    """

    def __init__(self, face: Face, number: int, stand_ins: Mapping[str, StandIn]) -> None:
        """Start with the common characters.

        Args:
            face: The face.
            number: Which font of the document it is, from 1.
            stand_ins: The private characters of the document.
        """
        self.face = face
        self.measure = _measure(face, stand_ins) if stand_ins else face.measure
        self.used = False
        self.resource = f"F{number}"
        self._number = number
        self._stand_ins = stand_ins
        shared = face.glyphs.keys() >= _COMMON.keys()
        self._first = _Subset(self.resource, _FREE if shared else _LATER)
        self._subsets = [self._first]
        for character, code in _COMMON.items() if shared else ():
            self._first.add(character, character, face.glyphs[character], code)

    def _resource(self, subset: int) -> str:
        return f"{self.resource}.{subset}"

    def encode(self, text: str) -> list[tuple[str, str]]:
        """Return *text* as strings of a content stream, each with the name of the font that it needs."""
        self.used = True
        try:
            return [(self._first.resource, _literal(text, self._first))]
        except UnicodeEncodeError:
            return [(subset.resource, _literal(run, subset)) for subset, run in self._runs(text)]

    def encode_lines(self, lines: list[str]) -> list[str] | None:
        """Return *lines* as strings of a content stream that all need the font `resource`; None where some do not."""
        try:
            encoded = _literal("\n".join(lines), self._first)
        except UnicodeEncodeError:
            return None
        self.used = True
        return encoded.split("\n")

    def _runs(self, text: str) -> list[tuple[_Subset, str]]:
        runs: list[tuple[_Subset, str]] = []
        for character in text:
            subset = self._subset_with(character)
            if runs and runs[-1][0] is subset:
                runs[-1] = (subset, runs[-1][1] + character)
            else:
                runs.append((subset, character))
        return runs

    def _subset_with(self, character: str) -> _Subset:
        for subset in self._subsets:
            if ord(character) in subset.codes:
                return subset
        stand_in = self._stand_ins.get(character)
        text, drawn = (stand_in.text, stand_in.drawn) if stand_in else (character, character)
        glyph = self.face.glyphs[drawn]
        if not self._subsets[-1].add(character, text, glyph):
            self._subsets.append(_Subset(self._resource(len(self._subsets)), _LATER))
            self._subsets[-1].add(character, text, glyph)
        return self._subsets[-1]

    def add_to(self, document: pdfdoc.PDFDocument) -> None:
        """Write the font, its widths, its glyphs and what its codes mean."""
        fonts = cast("pdfdoc.PDFDictionary", document.idToObject[pdfdoc.BasicFonts])
        for place, subset in enumerate(self._subsets):
            tag = f"{_letters(self._number * 16 + place)}+{self.face.name}"
            fonts[subset.resource] = _font_object(document, self.face, subset, tag)


def _measure(face: Face, stand_ins: Mapping[str, StandIn]) -> Callable[[str], float]:
    widths = dict(face.widths)
    widths |= {character: face.widths.get(stand_in.drawn, 0) for character, stand_in in stand_ins.items()}
    return functools.lru_cache(_WORDS_KEPT)(lambda text: sum(map(widths.__getitem__, text)))


def _literal(text: str, subset: _Subset) -> str:
    encoded = codecs.charmap_encode(text, "strict", subset.codes)[0].decode("latin-1")
    if "(" in encoded or ")" in encoded or "\\" in encoded:
        return encoded.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return encoded


def _letters(number: int) -> str:
    """Return the six capitals that name a subset (ISO 32000-1, 9.6.4)."""
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _font_object(document: pdfdoc.PDFDocument, face: Face, subset: _Subset, tag: str) -> str:
    first, last = min(subset.glyphs), max(subset.glyphs)
    codes = tuple(subset.glyphs.get(code, 0) for code in range(last + 1))
    meanings = tuple(sorted(subset.texts.items()))
    font = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": pdfdoc.PDFName(tag),
        "FirstChar": first,
        "LastChar": last,
        "Widths": f"[{' '.join(str(round(face.ttf.charWidths.get(code, 0))) for code in codes[first:])}]",
        "ToUnicode": add(document, packed_stream(_packed_meanings(meanings))),
        "FontDescriptor": reference(document, _descriptor(document, face, codes, tag)),
    }
    return reference(document, pdfdoc.PDFDictionary(font))


def _descriptor(document: pdfdoc.PDFDocument, face: Face, codes: tuple[int, ...], tag: str) -> pdfdoc.PDFDictionary:
    ttf = face.ttf
    packed, length = packed_subset(face, codes)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(tag),
            "Flags": ttf.flags & ~_NONSYMBOLIC | _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(ttf.bbox),
            "ItalicAngle": ttf.italicAngle,
            "Ascent": ttf.ascent,
            "Descent": ttf.descent,
            "CapHeight": ttf.capHeight,
            "StemV": ttf.stemV,
            "FontFile2": add(document, packed_stream(packed, f"/Length1 {length}")),
            "MissingWidth": ttf.defaultWidth,
        }
    )


@functools.lru_cache(maxsize=64)
def _packed_meanings(meanings: tuple[tuple[int, str], ...]) -> bytes:
    """Return the compressed map from codes back to text (ISO 32000-1, 9.10.3), at most 100 lines a block."""
    rows = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in meanings]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return zlib.compress("\n".join(lines).encode("ascii"))
