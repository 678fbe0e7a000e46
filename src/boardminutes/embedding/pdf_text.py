"""The paragraphs of a tagged PDF, read back along its structure tree (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from boardminutes.embedding.pdf_fonts import decoder
from boardminutes.embedding.pdf_limits import Allowance, UnreadableError
from boardminutes.embedding.pdf_marks import Decode, texts_of_marks

MOST_CONTENT: Final = 16 * 2**20
"""How many bytes of pages and fonts are read at most, and how many characters they may say."""

MOST_KIDS: Final = 1_000_000
"""How many kids of structure elements are read at most."""

MOST_MEANINGS: Final = 1 << 19
"""How many codes of fonts are given a meaning at most."""

MOST_LOOKED_UP: Final = 1 << 18
"""How many fonts and pieces of content are looked up at most, those that pages share for each of them."""

_WITHIN_A_LINE: Final = frozenset({"/Span", "/Link", "/Em", "/Strong", "/Quote", "/Code", "/Reference", "/Annot"})
_HIGHEST: Final = 32  # level of a tree of pages, from which a page inherits its fonts

_Texts: TypeAlias = list[str]


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
    kids = _Kids(Allowance(MOST_KIDS))
    waiting = kids.of(dictionary(catalogue["/StructTreeRoot"]), None, None)
    while waiting:
        kid, page, owner = waiting.pop()
        if not kids.is_new(kid):
            continue
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
                waiting += kids.of(held, page, owner)
    return ["".join(texts) for texts in found]


@attrs.define
class _Kids:
    """What structure elements hold, each object once, whether it is a kid or a list of kids.

    A file of a few kB can hold lists that lead to one another along more ways than anybody can go.
    """

    _allowed: Allowance
    _seen: set[int] = attrs.field(factory=set)

    def is_new(self, value: PdfObject) -> bool:
        """Whether an object is met for the first time; one that stands in its place always is."""
        if not isinstance(value, IndirectObject):
            return True
        if value.idnum in self._seen:
            return False
        self._seen.add(value.idnum)
        return True

    def of(
        self, element: DictionaryObject, page: PdfObject | None, owner: _Texts | None
    ) -> list[tuple[PdfObject, PdfObject | None, _Texts | None]]:
        """Return what an element holds, the last first."""
        held = element.raw_get("/K") if "/K" in element else ArrayObject()
        kids = held.get_object()
        if not isinstance(kids, ArrayObject):
            self._allowed.take(1)
            return [(held, page, owner)]
        if not self.is_new(held):
            return []
        self._allowed.take(len(kids))
        return [(kid, page, owner) for kid in reversed(kids)]


def _add_mark(content: _Content, number: object, page: PdfObject | None, owner: _Texts | None) -> None:
    if owner is not None and isinstance(number, int) and isinstance(page, IndirectObject):
        owner.append(content.taken(page, number))


@attrs.define
class _Content:
    """The text of the marks of each page, read when it is asked for."""

    _marks: dict[int, dict[int, str]] = attrs.field(factory=dict)
    _fonts: dict[int, Decode] = attrs.field(factory=dict)
    _bytes: Allowance = attrs.field(factory=lambda: Allowance(MOST_CONTENT))
    _text: Allowance = attrs.field(factory=lambda: Allowance(MOST_CONTENT))
    _meanings: Allowance = attrs.field(factory=lambda: Allowance(MOST_MEANINGS))
    _looked_up: Allowance = attrs.field(factory=lambda: Allowance(MOST_LOOKED_UP))

    def taken(self, page: IndirectObject, number: int) -> str:
        """Return the text of a mark, which belongs to the first element that asks for it."""
        if page.idnum not in self._marks:
            self._marks[page.idnum] = self._read(dictionary(page))
        return self._marks[page.idnum].pop(number, "")

    def _read(self, page: DictionaryObject) -> dict[int, str]:
        contents = page["/Contents"]
        streams = contents if isinstance(contents, ArrayObject) else [contents]
        self._looked_up.take(len(streams))
        content = b"\n".join([self._unpacked(stream) for stream in streams])
        return texts_of_marks(content, dict(self._fonts_of(page)))

    def _fonts_of(self, page: DictionaryObject) -> Iterator[tuple[bytes, Decode]]:
        named = _fonts_named(page)
        self._looked_up.take(len(named))
        for name in named:
            font = named.raw_get(name)
            if isinstance(font, IndirectObject):
                if font.idnum not in self._fonts:
                    found = decoder(self._unpacked(dictionary(font)["/ToUnicode"]), self._text)
                    self._meanings.take(len(found.texts))
                    self._fonts[font.idnum] = found
                yield name.encode(), self._fonts[font.idnum]

    def _unpacked(self, stream: PdfObject) -> bytes:
        held = dictionary(stream)
        if not isinstance(held, StreamObject):
            raise UnreadableError
        data = held.get_data()
        self._bytes.take(len(data))
        return data


def _fonts_named(page: DictionaryObject) -> DictionaryObject:
    """Return the fonts that a page has, or inherits from the page tree (ISO 32000-1, 7.7.3.4)."""
    holder = page
    for _ in range(_HIGHEST):
        if "/Resources" in holder:
            return dictionary(dictionary(holder["/Resources"])["/Font"])
        holder = dictionary(holder["/Parent"])
    raise UnreadableError
