"""Which tables of a page hold data and which only set things side by side, and what a table of data is."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.readers.moderngov.lines import LEFT_OUT, Line, Role
from boardminutes.readers.moderngov.vocabulary import TABLE_HEADS, plain

_MOST_SPANNED: Final = 100
_MOST_FIGURES: Final = 4
_MOST_EMPTY: Final = 200  # cells, and four for each that is not empty


@attrs.define
class OpenCell:
    """A cell that is being read.

    Attributes:
        lines: What stands in it so far.
        columns: How many columns it spans.
        rows: How many rows it spans.
        is_head: Whether it is a heading.
    """

    lines: list[Line] = attrs.field(factory=list)
    columns: int = 1
    rows: int = 1
    is_head: bool = False


@attrs.define
class OpenTable:
    """A table that is being read.

    Attributes:
        is_items: Whether it is the site's table of items.
        is_layout: Whether it is known to hold no data: the table of items, or one that holds a table.
        level: How many lists it stands in.
        rows: Its rows so far.
        outside: Lines in it that are in no cell: its caption, and what broken mark-up puts there.
    """

    is_items: bool = False
    is_layout: bool = False
    level: int = 0
    rows: list[list[OpenCell]] = attrs.field(factory=list)
    outside: list[Line] = attrs.field(factory=list)

    def lines(self) -> list[Line]:
        """Return the one line that the table is, or where it only sets things side by side the lines in it."""
        inside = [line for row in self.rows for cell in row for line in cell.lines]
        rows = () if self._is_layout(inside) else self._grid()
        if not rows:
            return sorted((*self.outside, *inside), key=lambda line: line.number)
        text = "\n".join("\t".join(" ".join(line.text for line in cell) for cell in row) for row in rows)
        caption = self.outside[0] if len(self.outside) == 1 else None
        first = next(row for row in self.rows if row)
        heads = int(len(rows) > 1 and all(cell.is_head for cell in first))
        number = min(line.number for line in inside)
        made = Line(number, text, level=self.level, cells=rows, heads=heads, caption=caption)
        return [made] if caption is not None else [*self.outside, made]

    def _is_layout(self, inside: list[Line]) -> bool:
        if self.is_layout or not inside:
            return True
        if any(line.cells or line.role in LEFT_OUT or line.role in {Role.NUMBER, Role.TITLE} for line in inside):
            return True
        first = [plain(" ".join(line.text for line in cell.lines)) for cell in self.rows[0]]
        return bool(first) and all(text in TABLE_HEADS for text in first)

    def _grid(self) -> tuple[tuple[tuple[Line, ...], ...], ...]:
        """Return the cells in their columns, those that are spanned empty; nothing where there is but one column."""
        made: list[list[tuple[Line, ...]]] = []
        spanned: dict[int, int] = {}  # by column, how many rows more a cell above reaches
        filled = sum(len(row) for row in self.rows)
        total = 0
        for row in self.rows:
            cells: list[tuple[Line, ...]] = []
            for cell in row:
                while spanned.get(len(cells), 0):
                    spanned[len(cells)] -= 1
                    cells.append(())
                for column in range(cell.columns):
                    if cell.rows > 1:
                        spanned[len(cells)] = cell.rows - 1
                    cells.append(() if column else tuple(cell.lines))
            while spanned.get(len(cells), 0):
                spanned[len(cells)] -= 1
                cells.append(())
            total += len(cells)
            if total > _MOST_EMPTY + 4 * filled:
                return ()
            if any(cells):
                made.append(cells)
        width = max(len(row) for row in made)
        if width < 2 or width * len(made) > _MOST_EMPTY + 4 * filled:  # noqa: PLR2004 - one column sets nothing side by side
            return ()
        return tuple((*row, *[()] * (width - len(row))) for row in made)


def span(value: str | None) -> int:
    """Return what an attribute `colspan` or `rowspan` says, 1 where it says nothing."""
    figures = (value or "").strip()
    if not (figures.isascii() and figures.isdigit() and len(figures) <= _MOST_FIGURES):
        return 1
    return max(1, min(_MOST_SPANNED, int(figures)))
