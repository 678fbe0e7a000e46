"""Tables, labelled facts and places to sign: all that stands in rows."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from boardminutes.document import Fact, Grid, NestedBlock, SignatureLine
from boardminutes.renderers._columns import Measures, column_widths, extents
from boardminutes.renderers.pdf.boxes import Box, Stack, WritingLine
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Attribute, Element, Role
from boardminutes.renderers.pdf.style import CELL_SIZES, LIST_INDENT, QUOTE_INDENT, TextStyle, strong
from boardminutes.renderers.pdf.table import Row, Table, TablePlan

Flow = Callable[[Setter, Iterable[NestedBlock], Place], list[Box]]
"""What sets the blocks of a cell."""

_Cells = Sequence[Sequence[NestedBlock]]

_GAP: Final = 9.0
_CELL_PAD: Final = 4.0
_FACT_PAD: Final = 1.5
_FACT_GAP: Final = 12.0
_LABELS_AT_MOST: Final = 0.36
_WIDTH_TO_SIGN: Final = 0.6
_TO_WRITE: Final = 30.0
_AROUND: Final = (4.0, 12.0)
_NARROW_GAP: Final = 5.0
_MANY: Final = 6
_NARROWEST_COLUMN: Final = 15.0
"""Below this width columns are of no use: the cells of a row then stand one under the other."""


def set_grid(setter: Setter, grid: Grid, place: Place, flow: Flow) -> list[Box]:
    """Set a table; where it has more columns than fit, the cells of a row stand one under the other."""
    look = setter.look
    rows = [*([grid.head] if grid.head else []), *grid.rows]
    if not rows:
        return [] if grid.caption is None else [setter.prose(grid.caption_spans, place.in_style(look.caption))]
    owner = place.owner.add(Role.TABLE)
    boxes: list[Box] = []
    if grid.caption is not None:
        caption = setter.prose(grid.caption_spans, place.in_style(look.caption).belonging_to(owner), Role.CAPTION)
        caption.keeps = True
        boxes.append(caption)
    found = extents(grid, Measures(setter.estimate, LIST_INDENT / CELL_SIZES[0], QUOTE_INDENT / CELL_SIZES[0]))
    gap = min(_NARROW_GAP if place.nested or len(found) > _MANY else _GAP, place.width / 4)
    stacked = len(found) * _NARROWEST_COLUMN > place.width
    size, widths = (
        (look.cell_sizes[-1], [place.width]) if stacked else column_widths(found, place.width, gap, look.cell_sizes)
    )
    cells = _CellSetter(setter, flow, tuple(widths), gap, stacked=stacked)
    style = look.cell(size)
    made: list[Row] = []
    if grid.head:
        heading = owner.add(Role.HEAD if grid.rows else Role.TABLE_BODY)  # no head without a body
        made.append(cells.row(grid.head, heading, style, (Attribute.COLUMN,) * len(grid.head)))
    if grid.rows:
        body = owner.add(Role.TABLE_BODY)
        scopes = (Attribute.ROW if grid.row_heads else None, *(None,) * (len(rows[0]) - 1))
        made += [cells.row(row, body, style, scopes) for row in grid.rows]
    repeated = bool(grid.head and grid.rows) and not place.nested and made[0].height <= setter.page_height / 4
    plan = TablePlan(
        cells.lefts(place.left),
        place.left,
        place.right,
        tuple(made[1:] if repeated else made),
        made[0] if repeated else None,
        whole=setter.page_height / 4,
    )
    table = Table(plan, rails=place.rails)
    table.before, table.after = _AROUND
    return [*boxes, table]


@attrs.frozen
class _CellSetter:
    """What sets the rows of one table."""

    setter: Setter
    flow: Flow
    widths: tuple[float, ...]
    gap: float
    stacked: bool

    def lefts(self, left: float) -> tuple[float, ...]:
        """Return where the text of each column begins, in a table that begins at *left*."""
        edges = itertools.accumulate(self.widths[:-1], initial=left + self.gap / 2)
        return tuple(edges)

    def row(self, cells: _Cells, owner: Element, style: TextStyle, scopes: tuple[Attribute | None, ...]) -> Row:
        """Set one row, of which the cells that have a scope are headings."""
        element = owner.add(Role.ROW)
        widths = self.widths * len(cells) if self.stacked else self.widths
        stacks: list[list[Box]] = []
        for cell, width, scope in zip(cells, widths, scopes, strict=True):
            kid = element.add(Role.HEADER_CELL if scope else Role.CELL, attribute=scope)
            place = Place.column(0, width - self.gap, strong(style) if scope else style, kid, nested=True)
            stacks.append(self.flow(self.setter, cell, place))
        if self.stacked:
            stacks = [list(itertools.chain.from_iterable(stacks))]
        return Row(tuple(map(Stack, stacks)), _CELL_PAD, is_head=Attribute.COLUMN in scopes, least=style.leading)


def set_facts(setter: Setter, facts: Sequence[Fact], place: Place, label_style: TextStyle, flow: Flow) -> list[Box]:
    """Set labels, and beside each what is said under it."""
    owner = place.owner.add(Role.LIST, attribute=Attribute.UNNUMBERED)
    rows: list[Row] = []
    natural = max(setter.estimate(fact.label) for fact in facts) * label_style.size + _FACT_GAP
    width = min(natural, place.width * _LABELS_AT_MOST)
    for fact in facts:
        pair = owner.add(Role.LIST_ITEM)
        label_place = Place.column(0, width - _FACT_GAP / 2, label_style, pair, nested=True)
        label = setter.prose(fact.label, label_place, Role.LABEL)
        said_place = Place.column(0, place.width - width, place.style, pair.add(Role.BODY), nested=True)
        rows.append(Row((Stack([label]), Stack(flow(setter, fact.blocks, said_place))), _FACT_PAD))
    plan = TablePlan((place.left, place.left + width), place.left, place.right, tuple(rows), ruled=False)
    return [Table(plan, rails=place.rails)]


def set_signature(setter: Setter, line: SignatureLine, place: Place) -> list[Box]:
    """Set a place to sign, and one for the date."""
    look = setter.look
    owner = place.owner.add(Role.DIVISION)
    signed = place.width * _WIDTH_TO_SIGN
    left = Place.column(0, signed - _FACT_GAP * 2, look.sign_label, owner)
    right = Place.column(0, place.width - signed, look.sign_label, owner)
    who = [spans for spans in (line.name_spans, line.role_spans) if spans]
    signature: list[Box] = [
        setter.prose(line.label, left),
        WritingLine(_TO_WRITE, left.width),
        *(setter.prose(spans, left.in_style(look.signed)) for spans in who),
    ]
    date: list[Box] = [setter.prose(line.date_label, right)]
    if not line.date_spans:
        date.append(WritingLine(_TO_WRITE, right.width))
    else:
        written = setter.prose(line.date_spans, right.in_style(look.signed))
        date += [Box(max(_TO_WRITE - written.height, 0.0)), written, WritingLine(0.0, right.width)]
    row = Row((Stack(signature), Stack(date)), 0.0)
    plan = TablePlan(
        (place.left, place.left + signed), place.left, place.right, (row,), ruled=False, whole=setter.page_height / 2
    )
    table = Table(plan, rails=place.rails)
    table.before = table.after = _TO_WRITE
    return [table]
