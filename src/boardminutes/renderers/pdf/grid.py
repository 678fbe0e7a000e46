"""How wide the columns of a table are, and how large its text: so that no word is cut where that can be helped."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, assert_never

from boardminutes.document import Grid, NestedBlock, Points, Quotation, Text, plain
from boardminutes.renderers.pdf.style import CELL_SIZES, LIST_INDENT, QUOTE_INDENT

NARROWEST_COLUMN: Final = 15.0
"""Below this width columns are of no use: the cells of a row then stand one under the other."""

_LONG_WORD: Final = 11.0
"""A word that is wider, such as an address, may be cut: in parts of the font size, about 20 letters."""

_BREATH: Final = 1.5
"""A little more than the widest word, against rounding."""


class Extent(NamedTuple):
    """How wide something must be for no word to be cut, and is when nothing is broken; in parts of the font size."""

    least: float
    natural: float


Rows = Sequence[Sequence[Sequence[NestedBlock]]]


def extents(rows: Rows, measure: Callable[[str], float]) -> list[Extent]:
    """Return the extent of each column."""
    columns = [[extent(cell, measure) for cell in column] for column in zip(*rows, strict=True)]
    return [_widest(column) for column in columns]


def extent(blocks: Iterable[NestedBlock], measure: Callable[[str], float]) -> Extent:
    """Return the extent of blocks that stand one under the other."""
    return _widest([_block_extent(block, measure) for block in blocks])


def _widest(found: Sequence[Extent]) -> Extent:
    return Extent(max((one.least for one in found), default=0), max((one.natural for one in found), default=0))


def _block_extent(block: NestedBlock, measure: Callable[[str], float]) -> Extent:
    match block:
        case Text():
            return _text_extent(plain(block.spans), measure)
        case Points():
            return _indented(_widest([extent(item, measure) for item in block.items]), LIST_INDENT)
        case Quotation():
            return _indented(extent(block.blocks, measure), QUOTE_INDENT)
        case Grid():
            found = extents([*([block.head] if block.head else []), *block.rows], measure)
            return Extent(sum(one.least + 1 for one in found), sum(one.natural + 1 for one in found))
        case _:
            assert_never(block)


def _text_extent(text: str, measure: Callable[[str], float]) -> Extent:
    words = [measure(word) for word in text.split()]
    return Extent(min(max(words, default=0), _LONG_WORD), sum(words) + 0.26 * len(words))


def _indented(inner: Extent, by: float) -> Extent:
    part = by / CELL_SIZES[0]
    return Extent(inner.least + part, inner.natural + part)


def column_widths(
    found: Sequence[Extent], width: float, gap: float, sizes: Sequence[float] = CELL_SIZES
) -> tuple[float, list[float]]:
    """Return the size of the text and the width of each column, all columns together *width* wide.

    Args:
        found: The extents of the columns.
        width: How wide the table is.
        gap: How much of each column is no text.
        sizes: The sizes that the text may have, the largest first.
    """
    for size in sizes:
        least = [one.least * size + _BREATH + gap for one in found]
        if sum(least) <= width:
            natural = [one.natural * size + _BREATH + gap for one in found]
            return size, _shared_out(least, natural, width)
    return sizes[-1], _capped(least, width)


def _shared_out(least: Sequence[float], natural: Sequence[float], width: float) -> list[float]:
    """Give short columns what they need to stay unbroken, and the long ones the rest by the root of their length.

    By length alone, one long column would squeeze a middling one into a stack of words.
    """
    total = sum(natural)
    if total <= width:
        return [one * width / total for one in natural]
    widths: dict[int, float] = {}
    rest = width
    while True:
        left = [column for column in range(len(natural)) if column not in widths]
        fixed = {column: natural[column] for column in left if natural[column] <= rest / len(left)}
        if not fixed:
            weights = sum(math.sqrt(natural[column]) for column in left)
            wishes = {column: rest * math.sqrt(natural[column]) / weights for column in left}
            fixed = {column: least[column] for column in left if least[column] > wishes[column]}
            if not fixed:
                return [{**widths, **wishes}[column] for column in range(len(natural))]
        widths |= fixed
        rest -= sum(fixed.values())


def _capped(least: Sequence[float], width: float) -> list[float]:
    """Give narrow columns what they need, and the wide ones equal parts of the rest; there is too little for all."""
    ordered = sorted(least)
    given = itertools.accumulate(ordered, initial=0.0)
    caps = ((width - sure) / (len(ordered) - place) for place, sure in enumerate(given))
    cap = next(cap for one, cap in zip(ordered, caps, strict=False) if one > cap)
    return [min(one, cap) for one in least]
