"""The paragraphs of a tagged PDF, read back along its structure tree (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import attrs
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from boardminutes.embedding.pdf_fonts import decoder
from boardminutes.embedding.pdf_marks import Decode, texts_of_marks

MOST_CONTENT: Final = 16 * 2**20
"""How many bytes of pages and fonts are read at most."""

_WITHIN_A_LINE: Final = frozenset({"/Span", "/Link", "/Em", "/Strong", "/Quote", "/Code", "/Reference", "/Annot"})
_HIGHEST: Final = 32  # level of a tree of pages, from which a page inherits its fonts

_Texts: TypeAlias = list[str]


class UnreadableError(Exception):
    """A PDF that is not built as it must be, or unpacks to more than is read."""


def dictionary(value: PdfObject | None) -> DictionaryObject:
    """Return the dictionary that *value* is, or leads to.

    Raises:
        UnreadableError: It is none.
    """
    found = None if value is None else value.get_object()
    if isinstance(found, DictionaryObject):
        return found
    raise UnreadableError


def paragraphs(catalogue: DictionaryObject) -> list[str]:
    """Return the text of each structure element that owns text, with that of the spans and links in it.

    Text that belongs to no element is left out.

    Raises:
        Exception: Anything, where the file is damaged.
    """
    content = _Content()
    found: list[_Texts] = []
    seen: set[int] = set()
    waiting = _kids(dictionary(catalogue["/StructTreeRoot"]), None, None)
    while waiting:
        kid, page, owner = waiting.pop()
        if isinstance(kid, IndirectObject):
            if kid.idnum in seen:
                continue
            seen.add(kid.idnum)
        held = kid.get_object()
        if isinstance(held, int):
            _add_mark(content, held, page, owner)
        elif isinstance(held, DictionaryObject):
            page = held.raw_get("/Pg") if "/Pg" in held else page
            if "/MCID" in held:
                _add_mark(content, held["/MCID"], page, owner)
            elif "/S" in held:
                if owner is None or str(held["/S"]) not in _WITHIN_A_LINE:
                    owner = []
                    found.append(owner)
                waiting += _kids(held, page, owner)
    return ["".join(texts) for texts in found]


def _kids(
    element: DictionaryObject, page: PdfObject | None, owner: _Texts | None
) -> list[tuple[PdfObject, PdfObject | None, _Texts | None]]:
    """Return what an element holds, the last first."""
    kids = element.get("/K", ArrayObject()).get_object()
    each = kids if isinstance(kids, ArrayObject) else [element.raw_get("/K")]
    return [(kid, page, owner) for kid in reversed(each)]


def _add_mark(content: _Content, number: object, page: PdfObject | None, owner: _Texts | None) -> None:
    if owner is not None and isinstance(number, int) and isinstance(page, IndirectObject):
        owner.append(content.taken(page, number))


@attrs.define
class _Content:
    """The text of the marks of each page, read when it is asked for."""

    _marks: dict[int, dict[int, str]] = attrs.field(factory=dict)
    _fonts: dict[int, Decode] = attrs.field(factory=dict)
    _length: int = 0

    def taken(self, page: IndirectObject, number: int) -> str:
        """Return the text of a mark, which belongs to the first element that asks for it."""
        if page.idnum not in self._marks:
            self._marks[page.idnum] = self._read(dictionary(page))
        return self._marks[page.idnum].pop(number, "")

    def _read(self, page: DictionaryObject) -> dict[int, str]:
        contents = page["/Contents"]
        streams = contents if isinstance(contents, ArrayObject) else [contents]
        content = b"\n".join([self._unpacked(stream) for stream in streams])
        return texts_of_marks(content, dict(self._fonts_of(page)))

    def _fonts_of(self, page: DictionaryObject) -> Iterator[tuple[bytes, Decode]]:
        for name, font in _fonts_named(page).items():
            if isinstance(font, IndirectObject):
                if font.idnum not in self._fonts:
                    self._fonts[font.idnum] = decoder(self._unpacked(dictionary(font)["/ToUnicode"]))
                yield name.encode(), self._fonts[font.idnum]

    def _unpacked(self, stream: PdfObject) -> bytes:
        held = dictionary(stream)
        if not isinstance(held, StreamObject):
            raise UnreadableError
        data = held.get_data()
        self._length += len(data)
        if self._length > MOST_CONTENT:
            raise UnreadableError
        return data


def _fonts_named(page: DictionaryObject) -> Mapping[str, PdfObject]:
    """Return the fonts that a page has, or inherits from the page tree (ISO 32000-1, 7.7.3.4)."""
    holder = page
    for _ in range(_HIGHEST):
        if "/Resources" in holder:
            fonts = dictionary(dictionary(holder["/Resources"])["/Font"])
            return {name: fonts.raw_get(name) for name in fonts}
        holder = dictionary(holder["/Parent"])
    raise UnreadableError
