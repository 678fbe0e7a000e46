"""What the public may see of prose."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import assert_never

import attrs

from boardminutes.model import _checks as check
from boardminutes.model.prose import (
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Subheading,
    Table,
)
from boardminutes.model.values import Numbering


def public_prose(prose: Prose | None) -> Prose | None:
    """Return what the public may see of prose; None where that is nothing."""
    blocks = () if prose is None else public_blocks(prose.blocks)
    return Prose(blocks) if blocks else None


def public_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return what the public may see of blocks."""
    return tuple(kept for block in blocks for kept in public_block(block))


def public_block(block: Block) -> Iterator[Block]:
    """Yield what the public may see of a block; a numbered list may fall into parts."""
    match block:
        case Restricted():
            return
        case Paragraph() | Subheading():
            yield block
        case List():
            yield from _list(block)
        case Quote():
            quoted = public_blocks(block.blocks)
            if quoted:
                yield Quote(quoted)
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


def _list(block: List) -> Iterator[List]:
    """Yield what is left of a list; the points of a numbered one keep their numbers, so it may fall into parts."""
    points = [(index, public_blocks(item.blocks)) for index, item in enumerate(block.items)]
    if block.numbering is Numbering.BULLET:
        kept = tuple(ListItem(blocks) for _, blocks in points if blocks)
        if kept:
            yield attrs.evolve(block, items=kept)
        return
    for is_left, run in itertools.groupby(points, key=lambda point: bool(point[1])):
        if is_left:
            part = list(run)
            start = min(block.start + part[0][0], check.LARGEST_MARK)
            yield attrs.evolve(block, items=tuple(ListItem(blocks) for _, blocks in part), start=start)


def _table(table: Table) -> Iterator[Table]:
    """Yield what is left of a table, unless nothing is left of what stood in its cells."""
    left = attrs.evolve(
        table,
        head=tuple(Cell(public_blocks(cell.blocks)) for cell in table.head),
        rows=tuple(tuple(Cell(public_blocks(cell.blocks)) for cell in row) for row in table.rows),
    )
    if _is_filled(left) or not _is_filled(table):
        yield left


def _is_filled(table: Table) -> bool:
    return any(cell.blocks for row in (table.head, *table.rows) for cell in row)
