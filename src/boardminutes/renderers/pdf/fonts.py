"""The fonts: the family of a theme, those that step in for characters that it lacks, and those that a user gives.

Noto Sans, FiraGO and the Noto symbol fonts come from the declared package pymupdf-fonts (SIL Open Font License 1.1),
Caladea from font-caladea (Apache License 2.0). They are loaded once in a process and never changed.
"""

from __future__ import annotations

import functools
import importlib.resources
import io
import threading
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

import attrs
import pymupdf_fonts
from reportlab.pdfbase.ttfonts import TTFontFace

from boardminutes.renderers.pdf.characters import INVISIBLE, settable
from boardminutes.renderers.pdf.outlines import convert, has_cubic_outlines, is_variable, repertoire
from boardminutes.theme import Typeface

REGULAR: Final = 0
BOLD: Final = 1
ITALIC: Final = 2
BOLD_ITALIC: Final = 3

_FAMILY = ("notos", "notosbo", "notosit", "notosbi")
_SECOND_FAMILY = ("figo", "figbo", "figit", "figbi")
_SECOND: Final = "FiraGO"
_SERIF: Final = "Caladea"
_SERIF_STYLES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
_SYMBOLS = ("symbol2", "symbol1", "math", "music")

_WORDS_KEPT = 1 << 15
_NO_WIDTH = 0x200B  # the zero-width space: its glyph draws nothing


class FontError(Exception):
    """A font that cannot be used, and why."""

    @classmethod
    def of(cls, font: str, error: Exception) -> FontError:
        """Say what a library found wrong with a *font*."""
        return cls(f"{font} is broken: {str(error) or type(error).__name__}")


def style_of(*, strong: bool, emphasis: bool) -> int:
    """Return which font of a family serves text that is strong, or stressed, or both."""
    return (BOLD if strong else REGULAR) + (ITALIC if emphasis else REGULAR)


@attrs.frozen(eq=False)
class Face:
    """One font with its measures, in parts of the font size.

    Attributes:
        name: Its PostScript name.
        ttf: What reads its tables.
        glyphs: For each character the code point of the glyph that draws it.
        widths: For each character how wide it is.
        measure: The width of a word; what was measured before is remembered.
    """

    name: str
    ttf: TTFontFace
    glyphs: Mapping[str, int]
    widths: Mapping[str, float]
    measure: Callable[[str], float] = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(lambda face: functools.lru_cache(_WORDS_KEPT)(face.width), takes_self=True),
    )
    _lock: threading.Lock = attrs.field(init=False, factory=threading.Lock, repr=False)
    """Guards the reading position that the table reader keeps while it makes a subset."""

    def width(self, text: str) -> float:
        """Return the width of *text*, whose characters the font has."""
        return sum(map(self.widths.__getitem__, text))

    def subset(self, codes: tuple[int, ...]) -> bytes:
        """Return the font program with the glyphs of *codes* and no others."""
        with self._lock:
            try:
                return bytes(self.ttf.makeSubset(list(codes)))
            except Exception as error:  # a table that ends before its glyphs do, and whatever else is broken
                raise FontError.of(self.name, error) from error


@functools.lru_cache(maxsize=64)
def packed_subset(face: Face, codes: tuple[int, ...]) -> tuple[bytes, int]:
    """Return a compressed font program, and its length before; most documents want the same ones."""
    program = face.subset(codes)
    return zlib.compress(program), len(program)


class Source(Protocol):
    """What gives faces for characters: a font file, or a family of four."""

    @property
    def characters(self) -> frozenset[str]:
        """The characters that it has."""
        ...

    def face(self, style: int, wanted: frozenset[str]) -> Face:
        """Return the face for a style that has the characters *wanted*."""
        ...


@attrs.frozen(eq=False)
class Family:
    """Four fonts that belong together.

    Attributes:
        faces: Regular, bold, italic and bold italic; a lone font stands in all four places.
        characters: What all of them have.
    """

    faces: tuple[Face, Face, Face, Face]
    characters: frozenset[str] = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(
            lambda family: frozenset.intersection(*(frozenset(face.glyphs) for face in family.faces)), takes_self=True
        ),
    )

    def face(self, style: int, wanted: frozenset[str]) -> Face:  # noqa: ARG002 - a font file has all that it has
        """Return the face for a style."""
        return self.faces[style]


@attrs.frozen(eq=False)
class CubicFont:
    """A font whose outlines are converted, for the characters that a document wants.

    Attributes:
        data: The font file.
        characters: What it has.
    """

    data: bytes = attrs.field(repr=False)
    characters: frozenset[str] = attrs.field(
        init=False, repr=False, default=attrs.Factory(lambda font: settable(repertoire(font.data)), takes_self=True)
    )

    def face(self, style: int, wanted: frozenset[str]) -> Face:  # noqa: ARG002 - symbols have one style
        """Return a face with the characters *wanted* and no others."""
        return _converted(self, wanted)


@functools.lru_cache(maxsize=32)
def _converted(font: CubicFont, wanted: frozenset[str]) -> Face:
    try:
        return _read_face(convert(font.data, wanted))
    except Exception as error:  # as above
        raise FontError.of("a font with cubic outlines", error) from error


def _read_face(data: bytes) -> Face:
    ttf = TTFontFace(io.BytesIO(data))
    _refuse_variable("fvar" in ttf.table)
    glyphs = {
        character: ord(character)
        for character in settable(chr(code) for code, glyph in ttf.charToGlyph.items() if glyph)
    }
    widths = {character: ttf.charWidths[code] / 1000 for character, code in glyphs.items()}
    return Face(bytes(ttf.name).decode("latin-1"), ttf, glyphs, widths)


def _refuse_variable(is_variable: bool) -> None:  # noqa: FBT001 - the fact itself
    if is_variable:
        message = "it is a variable font, which would be set in whatever weight it starts with"
        raise FontError(message)


def _with_blanks(face: Face) -> Face:
    """Give every blank a width, and characters that never show a glyph without ink."""
    glyphs, widths = dict(face.glyphs), dict(face.widths)
    for blank in _BLANKS - face.glyphs.keys():
        glyphs[blank], widths[blank] = 0x20, face.widths[" "]
    drawn_as_nothing = face.ttf.charToGlyph.get(_NO_WIDTH) and not face.ttf.charWidths.get(_NO_WIDTH)
    for invisible in INVISIBLE if drawn_as_nothing else ():
        glyphs[invisible], widths[invisible] = _NO_WIDTH, 0.0
    return Face(face.name, face.ttf, glyphs, widths)


_BLANKS = frozenset("\t \u00a0\u1680\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}


@functools.lru_cache(maxsize=1)
def default_family() -> Family:
    """Return Noto Sans."""
    regular, bold, italic, bold_italic = (_with_blanks(_read_face(pymupdf_fonts.myfont(key))) for key in _FAMILY)
    return Family((regular, bold, italic, bold_italic))


@functools.lru_cache(maxsize=16)
def family_of(typeface: Typeface) -> Family:
    """Return the fonts of a typeface: those of its files, or the ones of that name that come with the package.

    Raises:
        FontError: A file is no font that can be used.
    """
    if typeface.files:
        return _family(typeface.files)
    if typeface.name == _SERIF:
        folder = importlib.resources.files("font_caladea") / "files"
        return _family([(folder / f"Caladea-{style}.ttf").read_bytes() for style in _SERIF_STYLES])
    return (
        _family([pymupdf_fonts.myfont(key) for key in _SECOND_FAMILY]) if typeface.name == _SECOND else default_family()
    )


def _family(files: Iterable[bytes]) -> Family:
    try:
        regular, bold, italic, bold_italic = (_with_blanks(_read_face(data)) for data in files)
    except Exception as error:  # as above
        raise FontError.of("a font of the typeface", error) from error
    return Family((regular, bold, italic, bold_italic))


@functools.lru_cache(maxsize=1)
def fallbacks() -> tuple[Source, ...]:
    """Return the fonts that step in for characters that Noto Sans lacks, in order; loaded when first wanted."""
    regular, bold, italic, bold_italic = (_read_face(pymupdf_fonts.myfont(key)) for key in _SECOND_FAMILY)
    return (
        Family((regular, bold, italic, bold_italic)),
        *(CubicFont(pymupdf_fonts.myfont(key)) for key in _SYMBOLS),
    )


@functools.lru_cache(maxsize=16)
def load_font(data: bytes) -> Source:
    """Read a font that a user gives.

    Raises:
        FontError: It is no static TrueType or OpenType font.
    """
    try:
        if has_cubic_outlines(data):
            _refuse_variable(is_variable(data))
            return CubicFont(data)
        face = _read_face(data)
    except FontError:
        raise
    except Exception as error:  # as above
        raise FontError.of("it", error) from error
    return Family((face, face, face, face))
