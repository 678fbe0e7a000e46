"""What mark-up says of lists and tables, as prose: nesting by level, numbers as they are shown, cells in rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from boardminutes.model.prose import Block, Cell, List, ListItem, Table
from boardminutes.model.values import Numbering
from boardminutes.readers import Consumed
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.fragments import Bullet, Fragment, Grid, Inner, Numbered, level_of
from boardminutes.readers.moderngov.lines import Point
from boardminutes.readers.moderngov.marking import paragraph

Blocks: TypeAlias = Callable[[Sequence[Fragment]], list[Draft[Block]]]
"""What makes prose of the fragments in a cell."""

_UNMARKED: Final = Point("•", Numbering.BULLET, 0)


class _Open:
    """A list that is being read: its points so far, each a list of drafts."""

    def __init__(self, point: Point) -> None:
        self.first = self.last = point
        self.points: list[list[Draft[Block]]] = []

    def goes_on_with(self, point: Point) -> bool:
        if point.numbering is not self.last.numbering:
            return False
        return point.numbering is Numbering.BULLET or point.value == self.last.value + 1

    def closed(self) -> Draft[Block]:
        consumed: list[Consumed] = []
        for index, point in enumerate(self.points):
            for place, draft in enumerate(point):
                consumed.extend(under(f"items[{index}].blocks[{place}]", draft.consumed))
        items = tuple(ListItem(tuple(draft.value for draft in point)) for point in self.points)
        made = List(items, numbering=self.first.numbering, start=max(1, self.first.value))
        return Draft(made, tuple(consumed))


def listed(fragments: Sequence[Fragment], at: int, blocks: Blocks) -> tuple[list[Draft[Block]], int]:
    """Return the lists that begin at a place, for as long as fragments stand in a list, and where they end."""
    end = at
    while end < len(fragments) and level_of(fragments[end]):
        end += 1
    return _at_level(fragments[at:end], 1, blocks), end


def _at_level(fragments: Sequence[Fragment], level: int, blocks: Blocks) -> list[Draft[Block]]:
    made: list[Draft[Block]] = []
    open_list: _Open | None = None
    at = 0
    while at < len(fragments):
        fragment = fragments[at]
        end = at + 1
        inside = made if open_list is None else open_list.points[-1]
        if level_of(fragment) > level:
            while end < len(fragments) and level_of(fragments[end]) > level:
                end += 1
            inside.extend(_at_level(fragments[at:end], level + 1, blocks))
        elif isinstance(fragment, Grid):
            inside.append(table(fragment, blocks))
        else:
            while end < len(fragments) and isinstance(one := fragments[end], Inner) and one.line.close:
                end += 1
            lines = [line for one in fragments[at:end] for line in one.lines]
            draft = Draft[Block](paragraph("\n".join(line.text for line in lines), lines))
            if isinstance(fragment, Bullet | Numbered):
                point = fragment.lines[0].point or _UNMARKED
                if open_list is None or not open_list.goes_on_with(point):
                    if open_list is not None:
                        made.append(open_list.closed())
                    open_list = _Open(point)
                open_list.last = point
                open_list.points.append([draft])
            else:
                inside.append(draft)
        at = end
    if open_list is not None:
        made.append(open_list.closed())
    return made


def table(grid: Grid, blocks: Blocks) -> Draft[Block]:
    """Return the table that mark-up makes; rows that are shorter than the longest end in empty cells."""
    width = max(len(row) for row in grid.rows)
    consumed: list[Consumed] = []
    rows: list[tuple[Cell, ...]] = []
    heads = grid.line.heads
    for index, row in enumerate(grid.rows):
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            drafts = blocks(cell)
            path = f"head[{place}]" if index < heads else f"rows[{index - heads}][{place}]"
            for number, draft in enumerate(drafts):
                consumed.extend(under(f"{path}.blocks[{number}]", draft.consumed))
            cells.append(Cell(tuple(draft.value for draft in drafts)))
        rows.append((*cells, *[Cell()] * (width - len(cells))))
    caption = grid.line.caption
    if caption is not None:
        consumed.append(Consumed(caption.number, "caption"))
    made = Table(tuple(rows[heads:]), head=rows[0] if heads else (), caption=None if caption is None else caption.text)
    return Draft(made, tuple(consumed))
