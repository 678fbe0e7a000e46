"""Tables: rows of cells, cut over pages between rows or inside a tall one, with the head repeated."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator
from typing import Final

import attrs

from boardminutes.renderers.pdf.boxes import NEARLY_NOTHING, Box, Stack
from boardminutes.renderers.pdf.canvas import PageCanvas, Rail
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.style import HAIRLINE, HEAD_TINT, SOFT

_HAIR: Final = 0.5
_RULE: Final = 0.9


@attrs.frozen(eq=False)
class Row:
    """One row.

    Attributes:
        cells: What stands in each cell.
        pad: The space above and below.
        is_head: Whether it is the heading row.
        least: How high it is where all cells are empty, without that space.
        height: Its height.
    """

    cells: tuple[Stack, ...]
    pad: float
    is_head: bool = False
    least: float = 0.0
    height: float = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda row: max(row.least, *(cell.height for cell in row.cells)) + 2 * row.pad, takes_self=True
        ),
    )

    def cut(self, room: float, *, force: bool) -> tuple[Row, Row] | None:
        """Divide every cell at the same height; None where one that is not empty would only begin on the next page."""
        parts = [cell.cut(room - 2 * self.pad, force=force) for cell in self.cells]
        begun = [bool(fits.boxes) for (fits, _), cell in zip(parts, self.cells, strict=True) if cell.boxes]
        if not (any(begun) if force else all(begun)):
            return None
        return (
            Row(tuple(fits for fits, _ in parts), self.pad, self.is_head),
            Row(tuple(left for _, left in parts), self.pad, self.is_head),
        )


@attrs.frozen(eq=False)
class TablePlan:
    """All of a table, wherever its pages end.

    Attributes:
        lefts: Where what stands in each column begins.
        left: The left edge of the table.
        right: Its right edge.
        rows: The rows, at least one.
        head: The row that every page begins with; None for none.
        ruled: Whether lines part the rows.
        whole: Rows that are no taller stay whole where they can.
        tops: How far each row begins below the first, and where the last ends.
    """

    lefts: tuple[float, ...]
    left: float
    right: float
    rows: tuple[Row, ...]
    head: Row | None = None
    ruled: bool = True
    whole: float = 0.0
    tops: tuple[float, ...] = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(
            lambda plan: tuple(itertools.accumulate((row.height for row in plan.rows), initial=0.0)), takes_self=True
        ),
    )

    @property
    def head_height(self) -> float:
        """The height of the head."""
        return 0.0 if self.head is None else self.head.height


class Table(Box):
    """A table, or what of it stands on one page."""

    def __init__(
        self,
        plan: TablePlan,
        rows: range | None = None,
        *,
        opening: Row | None = None,
        closing: Row | None = None,
        continues: bool = False,
        rails: tuple[Rail, ...] = (),
    ) -> None:
        """Take rows of a *plan*, all unless said otherwise.

        Args:
            plan: The table.
            rows: Which rows stand here whole.
            opening: The rest of a row that began on the page before.
            closing: The beginning of a row that ends on the next page.
            continues: Whether the table began on a page before.
            rails: What runs along it, the outermost first.
        """
        self._plan = plan
        self._range = range(len(plan.rows)) if rows is None else rows
        self._opening = opening
        self._closing = closing
        self._continues = continues
        ends = sum(row.height for row in (opening, closing) if row is not None)
        whole = plan.tops[self._range.stop] - plan.tops[self._range.start]
        super().__init__(plan.head_height + ends + whole, rails=rails)
        self.lead = plan.head_height + min(next(self._rows()).height, plan.whole)

    def _rows(self) -> Iterator[Row]:
        if self._opening is not None:
            yield self._opening
        yield from itertools.islice(self._plan.rows, self._range.start, self._range.stop)
        if self._closing is not None:
            yield self._closing

    def cut(self, room: float, *, force: bool) -> tuple[Table | None, Table | None]:
        """Cut between two rows, or inside one that is tall."""
        if self.height <= room + NEARLY_NOTHING:
            return self, None
        plan, rows, opening = self._plan, self._range, self._opening
        left = room - plan.head_height
        if opening is not None and plan.head_height + opening.height > room + NEARLY_NOTHING:
            parts = opening.cut(left, force=force)
            if parts is None:
                return None, self
            return self._part(range(rows.start, rows.start), closing=parts[0]), self._rest(rows, opening=parts[1])
        left -= 0.0 if opening is None else opening.height
        start = plan.tops[rows.start]
        fitting = bisect.bisect_right(plan.tops, start + left + NEARLY_NOTHING, rows.start, rows.stop) - 1
        place = max(fitting, rows.start)
        above = range(rows.start, place)
        row = plan.rows[place]
        nothing_yet = opening is None and not above
        if row.height > plan.whole or (force and nothing_yet):
            parts = row.cut(left - (plan.tops[place] - start), force=force and nothing_yet)
            if parts is not None:
                rest = self._rest(range(place + 1, rows.stop), opening=parts[1])
                return self._part(above, opening=opening, closing=parts[0]), rest
        if nothing_yet:
            return None, self
        return self._part(above, opening=opening), self._rest(range(place, rows.stop))

    def _part(self, rows: range, *, opening: Row | None = None, closing: Row | None = None) -> Table:
        part = Table(self._plan, rows, opening=opening, closing=closing, continues=self._continues, rails=self.rails)
        part.before = self.before
        return part

    def _rest(self, rows: range, *, opening: Row | None = None) -> Table:
        rest = Table(self._plan, rows, opening=opening, continues=True, rails=self.rails)
        rest.after = self.after
        return rest

    def paint(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Paint the rows; a head that stood on a page before is no part of the text."""
        plan = self._plan
        canvas.run_along(self.rails, x, top, top - self.height)
        if plan.ruled:
            canvas.fill((x + plan.left, top - _RULE, x + plan.right, top), SOFT)
        if plan.head is not None:
            canvas.repeating = Artifact.REPEATED_HEAD if self._continues else None
            self._paint_row(canvas, plan.head, x, top)
            canvas.repeating = None
            top -= plan.head.height
        for row in self._rows():
            self._paint_row(canvas, row, x, top)
            top -= row.height

    def _paint_row(self, canvas: PageCanvas, row: Row, x: float, top: float) -> None:
        plan = self._plan
        low = top - row.height
        if plan.ruled:
            if row.is_head:
                canvas.fill((x + plan.left, low, x + plan.right, top - _RULE), HEAD_TINT)
            canvas.fill((x + plan.left, low, x + plan.right, low + _HAIR), SOFT if row.is_head else HAIRLINE)
        for cell, left in zip(row.cells, plan.lefts, strict=True):
            cell.paint(canvas, x + left, top - row.pad)
