"""What parts of a theme may be: margins, fonts, and the texts at the head and foot of pages."""

from __future__ import annotations

import os
import pathlib
import re
import struct
from typing import Final, Literal, get_args

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused

Paper = Literal["a4", "letter"]
Density = Literal["compact", "normal", "airy"]
NumberingStyle = Literal["hanging", "beside", "inline"]
TitleBlock = Literal["left", "centred", "banner"]

FAMILIES: Final = ("Noto Sans", "FiraGO", "Caladea")
"""The fonts that come with the package, by declared packages."""

FILES: Final = ("regular", "bold", "italic", "bold_italic")
"""The fields that hold the fonts of a family."""

PLACEHOLDERS: Final = ("title", "organisation", "page", "pages")

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_MOST_FONT: Final = 32 * 2**20
_OPEN_TYPE: Final = b"OTTO"
_TRUE_TYPE: Final = (b"\0\1\0\0", b"true")
_NAME: Final = re.compile(r"[\w][\w .+&'-]{0,62}")


def within(value: float, least: float, most: float, unit: str) -> float:
    """Check a measure."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise Refused(f"must be a number of {unit} from {least:g} to {most:g}, not {check.shown(value)}")
    return float(value)


def one_of(value: str, known: object) -> str:
    """Check that a value is one of the words of a Literal."""
    words = get_args(known)
    if value not in words:
        listed = ", ".join(map(repr, words))
        raise Refused(f"must be one of {listed}, not {check.shown(value)}")
    return value


def page_text(value: str) -> str:
    """Check a text at the head or foot of pages: one line, whose placeholders are known."""
    plain = check.line(value)
    unknown = [name for name in _PLACEHOLDER.findall(plain) if name not in PLACEHOLDERS]
    listed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    if unknown:
        raise Refused(f"has the placeholder {{{unknown[0]}}}, which is none; known: {listed}")
    if "{" in (rest := _PLACEHOLDER.sub("", plain)) or "}" in rest:
        raise Refused(f"has a brace that belongs to no placeholder, in {check.shown(plain)}; known: {listed}")
    return plain


def _edge(value: float) -> float:
    return within(value, 15, 45, "millimetres")


def _side(value: float) -> float:
    return within(value, 10, 45, "millimetres")


@attrs.frozen(kw_only=True, field_transformer=check.checked)
class Margins:
    """How far what is printed stays from the edges of the paper at least, in millimetres.

    Lines that would grow longer than 80 characters stay shorter, and the sides then get more.

    Attributes:
        top: Above the text, from 15 to 45; the head of the page stands in it.
        right: Right of the text, from 10 to 45.
        bottom: Below the text, from 15 to 45; the foot of the page stands in it.
        left: Left of the text and of what hangs beside it, from 10 to 45.
    """

    top: float = attrs.field(default=24.0, converter=_edge)
    right: float = attrs.field(default=20.0, converter=_side)
    bottom: float = attrs.field(default=24.0, converter=_edge)
    left: float = attrs.field(default=20.0, converter=_side)


def contents(path: str | os.PathLike[str], most: int) -> bytes:
    """Return what a file holds, of which no more than is needed is read to see that it is too large."""
    try:
        with pathlib.Path(path).open("rb") as file:
            data = file.read(most + 1)
    except ValueError as error:
        raise Refused(f"is no path of a file: {error}") from None
    if len(data) > most:
        raise Refused(f"has more than {most:,} bytes, which are the most; save it smaller")
    return data


def _font(value: str | os.PathLike[str] | bytes) -> bytes:
    if not isinstance(value, str | os.PathLike | bytes):
        raise Refused(f"must be the path or the bytes of a font, not {check.shown(value)}")
    data = value if isinstance(value, bytes) else contents(value, _MOST_FONT)
    if data[:4] == _OPEN_TYPE:
        raise Refused("is a font with cubic outlines (.otf); give its static TrueType form (.ttf)")
    if data[:4] not in _TRUE_TYPE:
        raise Refused("is no TrueType font; give a static .ttf file")
    if b"fvar" in _tables(data):
        raise Refused("is a variable font, which would be set in whatever weight it starts with; give a static .ttf")
    return data


def _tables(data: bytes) -> frozenset[bytes]:
    """Return the tags of the tables of a font (OpenType, 'Table Directory')."""
    try:
        count = struct.unpack_from(">H", data, 4)[0]
        return frozenset(struct.unpack_from(">4s", data, 12 + 16 * place)[0] for place in range(count))
    except struct.error:
        raise Refused("is a damaged font: it ends in its list of tables") from None


def _font_or_none(value: str | os.PathLike[str] | bytes | None) -> bytes | None:
    return None if value is None else _font(value)


def _font_name(value: str) -> str:
    plain = check.line(value)
    if not _NAME.fullmatch(plain):
        raise Refused(f"must be the name of a font, of letters, digits and blanks, not {check.shown(plain)}")
    return plain


def _bytes(data: bytes | None) -> str:
    return "None" if data is None else f"<{len(data)} bytes>"


@attrs.frozen(cache_hash=True, field_transformer=check.checked)
class Typeface:
    """The fonts of a house: a name for the formats that name fonts, and files for PDF, which embeds them.

    Attributes:
        name: The name of the family, for HTML and DOCX, whose readers need it on their machine. Without files it is one
            that comes with the package: Noto Sans, FiraGO or Caladea.
        word_name: Its name in DOCX where that is another; None for the same.
        regular: The regular font, as the path or the bytes of a static .ttf file; all four are given, or none.
        bold: The bold one.
        italic: The italic one.
        bold_italic: The bold italic one.
    """

    name: str = attrs.field(default="Noto Sans", converter=_font_name)
    word_name: str | None = attrs.field(default=None, converter=attrs.converters.optional(_font_name))
    regular: bytes | None = attrs.field(default=None, kw_only=True, converter=_font_or_none, repr=_bytes)
    bold: bytes | None = attrs.field(default=None, kw_only=True, converter=_font_or_none, repr=_bytes)
    italic: bytes | None = attrs.field(default=None, kw_only=True, converter=_font_or_none, repr=_bytes)
    bold_italic: bytes | None = attrs.field(default=None, kw_only=True, converter=_font_or_none, repr=_bytes)

    def __attrs_post_init__(self) -> None:
        """Refuse a family that is not whole."""
        given = (self.regular, self.bold, self.italic, self.bold_italic)
        missing = [name for name, font in zip(FILES, given, strict=True) if font is None]
        if missing and len(missing) < len(FILES):
            raise check.refuse(missing[0], "is missing: give all four fonts of a family, or none")
        if missing and self.name not in FAMILIES:
            known = ", ".join(FAMILIES)
            message = f"comes not with the package, so its four files must be given; without files: {known}"
            raise check.refuse("name", message)

    @property
    def files(self) -> tuple[bytes, ...]:
        """The four files, regular, bold, italic and bold italic; empty for a family that comes with the package."""
        given = (self.regular, self.bold, self.italic, self.bold_italic)
        return tuple(font for font in given if font is not None)
