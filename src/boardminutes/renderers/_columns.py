"""How wide the columns of a table are, and how large its text: so that no word is cut where that can be helped.

Lengths are in points, and the extent of a text in parts of the size of its font.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, assert_never

from boardminutes.document import Grid, NestedBlock, Points, Quotation, Text, plain

_LONG_WORD: Final = 11.0
"""A word that is wider, such as an address, may be cut: in parts of the font size, about 20 letters."""

_BREATH: Final = 1.5
"""A little more than the widest word, against rounding."""

_BLANK: Final = 0.26
_BREAKS: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""Where a line may end: at any blank but those that hold words together."""


class Extent(NamedTuple):
    """How wide something must be for no word to be cut, and is when nothing is broken; in parts of the font size."""

    least: float
    natural: float


class Measures(NamedTuple):
    """How wide things are in cells, in parts of the size of the font.

    Attributes:
        word: The width of a word in bold.
        point: How far the points of a list stand in.
        quotation: How far a quotation does.
    """

    word: Callable[[str], float]
    point: float
    quotation: float


def extents(grid: Grid, measures: Measures) -> list[Extent]:
    """Return the extent of each column of a table; none where it has no rows."""
    rows = [*([grid.head] if grid.head else []), *grid.rows]
    columns = [[_extent(cell, measures) for cell in column] for column in zip(*rows, strict=True)]
    return [_widest(column) for column in columns]


def _extent(blocks: Sequence[NestedBlock], measures: Measures) -> Extent:
    """Return the extent of blocks that stand one under the other."""
    if len(blocks) == 1:
        return _block_extent(blocks[0], measures)
    return _widest([_block_extent(block, measures) for block in blocks])


def _widest(found: Sequence[Extent]) -> Extent:
    return Extent(max((one.least for one in found), default=0), max((one.natural for one in found), default=0))


def _block_extent(block: NestedBlock, measures: Measures) -> Extent:
    match block:
        case Text():
            return _text_extent(plain(block.spans), measures)
        case Points():
            return _indented(_widest([_extent(item, measures) for item in block.items]), measures.point)
        case Quotation():
            return _indented(_extent(block.blocks, measures), measures.quotation)
        case Grid():
            found = extents(block, measures)
            return Extent(sum(one.least + 1 for one in found), sum(one.natural + 1 for one in found))
        case _:
            assert_never(block)


def _text_extent(text: str, measures: Measures) -> Extent:
    words = [*map(measures.word, text.split() if text.isascii() else filter(None, _BREAKS.split(text)))]
    return Extent(min(max(words, default=0), _LONG_WORD), sum(words) + _BLANK * len(words))


def _indented(inner: Extent, by: float) -> Extent:
    return Extent(inner.least + by, inner.natural + by)


def column_widths(
    found: Sequence[Extent], width: float, gap: float, sizes: Sequence[float]
) -> tuple[float, list[float]]:
    """Return the size of the text and the width of each column, all columns together *width* wide.

    Args:
        found: The extents of the columns.
        width: How wide the table is.
        gap: How much of each column is no text.
        sizes: The sizes that the text may have, the largest first.
    """
    for size in sizes:
        least = _least(found, size, gap)
        if math.fsum(least) <= width:
            natural = [one.natural * size + _BREATH + gap for one in found]
            return size, _shared_out(least, natural, width)
    return sizes[-1], _capped(least, width)


def fits(found: Sequence[Extent], width: float, gap: float, size: float) -> bool:
    """Tell whether no word must be cut in columns that are *width* wide together, in text of a *size*."""
    return math.fsum(_least(found, size, gap)) <= width


def _least(found: Sequence[Extent], size: float, gap: float) -> list[float]:
    return [one.least * size + _BREATH + gap for one in found]


def _shared_out(least: Sequence[float], natural: Sequence[float], width: float) -> list[float]:
    """Give short columns what they need to stay unbroken, and the long ones the rest by the root of their length.

    By length alone, one long column would squeeze a middling one into a stack of words.
    """
    total = math.fsum(natural)
    if total <= width:
        return [one * width / total for one in natural]
    even = _filled(least, natural, [1.0] * len(natural), width)
    short = [one <= given for one, given in zip(natural, even, strict=True)]
    sure = [all_of_it if is_short else some for some, all_of_it, is_short in zip(least, natural, short, strict=True)]
    return _filled(sure, natural, [math.sqrt(one) for one in natural], width)


def _filled(least: Sequence[float], most: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    """Return widths in proportion to *weights*, none less than its *least* or more than its *most*.

    All columns together are *width* wide, which is no less than the sum of the least and no more than that of the most.
    """

    def at(level: float) -> list[float]:
        return [min(max(level * weight, low), high) for low, high, weight in zip(least, most, weights, strict=True)]

    levels = sorted(bound / weight for bounds in (least, most) for bound, weight in zip(bounds, weights, strict=True))
    above = min(bisect.bisect_left(levels, width, key=lambda level: math.fsum(at(level))), len(levels) - 1)
    below = max(above - 1, 0)
    short, full = math.fsum(at(levels[below])), math.fsum(at(levels[above]))
    part = (width - short) / (full - short) if full > short else 1.0
    return at(levels[below] + (levels[above] - levels[below]) * part)


def _capped(least: Sequence[float], width: float) -> list[float]:
    """Give narrow columns what they need, and the wide ones equal parts of the rest; there is too little for all.

    Where only a rounding is wanting no column may be wider than its part, and all have what they need.
    """
    ordered = sorted(least)
    given = itertools.accumulate(ordered, initial=0.0)
    caps = ((width - sure) / (len(ordered) - place) for place, sure in enumerate(given))
    cap = next((cap for one, cap in zip(ordered, caps, strict=False) if one > cap), math.inf)
    return [min(one, cap) for one in least]
