"""What stands on the pages of a document, and whether its texts do: rows of tables side by side, the rest in order.

A row of a table may go on over a page. Then every cell of it does, one beside the other, and below the head of the
table, which is repeated there: of what is printed as one text, that and the other cells stand in between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias, assert_never

import attrs

from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
    block_texts,
)

Row: TypeAlias = Sequence[Sequence[str]]
"""The texts of each cell that stands beside others; what stands alone is a row of one cell."""

_SHOWN: Final = 60
_FOUND: Final = "\0"
"""What stands in place of a letter that was found, so that it is found once."""


_Part: TypeAlias = tuple[int, int, int]
"""A page, a place on it, and how many letters stand there."""


class Spot(NamedTuple):
    """A place on the pages.

    Attributes:
        page: The page, counted from 0.
        letter: The letter on it, likewise.
    """

    page: int
    letter: int


def letters(text: str) -> str:
    """Return the letters and figures of a text.

    The rest may come from other fonts, and LibreOffice paints that after the line; and pdftotext drops a hyphen there.
    """
    return "".join(filter(str.isalnum, text))


def rows_of(document: Document, *, titled: bool = True) -> Iterator[Row]:
    """Yield the texts of a document in the order in which they are printed.

    Args:
        document: The document.
        titled: Whether who met, the title and the notice are printed.
    """
    if titled:
        yield from (((text,),) for text in (document.organisation, document.title, document.notice) if text is not None)
    yield from _rows(document.blocks)


def _rows(blocks: Sequence[DocumentBlock | PanelBlock]) -> Iterator[Row]:
    for block in blocks:
        match block:
            case Grid():
                yield from () if block.caption is None else (((block.caption,),),)
                for row in (block.head, *block.rows):
                    yield tuple(tuple(text for one in cell for text in block_texts(one)) for cell in row)
            case Chart():
                yield ((block.title,),)
                yield from _rows((block.table,))
            case Panel():
                yield from (
                    ((text,),) for text in (block.label, block.number and block.number.text) if text is not None
                )
                yield from _rows(block.blocks)
                for fact in block.facts:
                    yield ((fact.label,),)
                    yield from _rows(fact.blocks)
            case Text() | Heading() | Points() | Quotation() | Facts() | Contents() | SignatureLine():
                yield from (((text,),) for text in block_texts(block))
            case _:
                assert_never(block)


def heads_of(document: Document) -> frozenset[str]:
    """Return the letters of the heading rows of a document's tables, none of which is empty."""
    waiting: list[object] = [document.blocks]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, Grid):
            found.add(letters("".join(text for cell in one.head for block in cell for text in block_texts(block))))
        if isinstance(one, tuple):
            waiting.extend(one)
        elif attrs.has(type(one)):
            waiting.extend(getattr(one, field.name) for field in attrs.fields(type(one)) if field.name[:1] != "_")
    return frozenset(found - {""})


@attrs.define
class Pages:
    """The letters of the pages of a document, of which each is found once.

    Attributes:
        letters: The letters of each page.
        heads: What may be printed again at the head of a page.
        missing: The text that was not found; None for none so far.
        spot: Where the last row ended.
    """

    letters: list[str]
    heads: frozenset[str]
    missing: str | None = None
    spot: Spot = attrs.field(factory=lambda: Spot(0, 0))

    def take(self, row: Row) -> bool:
        """Find the texts of a row, each cell's in order; tell whether they are there.

        Where cells have the same words, what looks whole may be parts of two of them, so parts are tried in their turn.
        """
        before = list(self.letters)
        for parted_first in (False, True):
            self.letters = list(before)
            if self._taken(row, parted_first=parted_first):
                return True
        return False

    def _taken(self, row: Row, *, parted_first: bool) -> bool:
        ends = [self.spot]
        for cell in row:
            at = self.spot
            for text in cell:
                end = self._found(letters(text), at, parted_first=parted_first)
                if end is None:
                    self.missing = text
                    return False
                at = end
            ends.append(at)
        self.spot = max(ends)
        return True

    def around(self) -> str:
        """Return what was not found yet where the last row ended."""
        page, letter = self.spot
        return self.letters[page][letter:].replace(_FOUND, "")[:_SHOWN]

    def _found(self, wanted: str, at: Spot, *, parted_first: bool) -> Spot | None:
        """Find a text and return where it ends."""
        if not wanted:
            return at
        for page in range(at.page, len(self.letters)):
            begin = at.letter if page == at.page else 0
            kinds = (self._parts, self._whole) if parted_first else (self._whole, self._parts)
            parts = kinds[0](wanted, page, begin) or kinds[1](wanted, page, begin)
            if parts is not None:
                for one, place, length in parts:
                    kept = self.letters[one]
                    self.letters[one] = kept[:place] + _FOUND * length + kept[place + length :]
                return Spot(parts[-1][0], parts[-1][1] + parts[-1][2])
        return None

    def _whole(self, wanted: str, page: int, begin: int) -> list[_Part] | None:
        """Return where a text stands on one *page*."""
        place = self.letters[page].find(wanted, begin)
        return None if place < 0 else [(page, place, len(wanted))]

    def _parts(self, wanted: str, page: int, begin: int) -> list[_Part] | None:
        """Return where a text stands that begins on a *page* and of which the rest stands first on the next one."""
        for cut in range(len(wanted) - 1, 0, -1):
            rest = self._rest(wanted[cut:], page + 1)
            place = -1 if rest is None else self.letters[page].find(wanted[:cut], begin)
            if rest is not None and place >= 0:
                return [(page, place, cut), *rest]
        return None

    def _rest(self, wanted: str, page: int) -> list[_Part] | None:
        """Return where the rest of a text stands that began on the page before."""
        for start in self._starts(page):
            there = self.letters[page]
            if there.startswith(wanted, start):
                return [(page, start, len(wanted))]
            if wanted.startswith(there[start:]):  # to the end of this page, and on
                length = len(there) - start
                rest = self._rest(wanted[length:], page + 1)
                if rest is not None:
                    return [(page, start, length), *rest]
        return None

    def _starts(self, page: int) -> Iterator[int]:
        """Yield where the rest of a text may begin on a page: first or after a repeated head, found letters aside."""
        if page >= len(self.letters):
            return
        there = self.letters[page]
        first = _after_found(there, 0)
        yield first
        for head in self.heads:
            if there.startswith(head, first):
                yield _after_found(there, first + len(head))


def _after_found(page: str, at: int) -> int:
    return len(page) - len(page[at:].lstrip(_FOUND))
