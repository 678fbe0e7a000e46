"""The contracts of tables find faults: each fault that is planted here is named."""

import itertools
from collections.abc import Callable, Iterable

import attrs
import pytest

import boardminutes as bm
from boardminutes.document import Document, Grid, Text
from boardminutes.kinds.actions import Actions
from boardminutes.renderers.csv import CsvRenderer
from boardminutes.testing import check_kind, check_table_renderer, sample_meeting

COUNT = itertools.count()
Rows = list[list[str]]


@attrs.frozen
class Logged:
    """The action log with a fault."""

    change: Callable[[Document], Document]

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> Document:
        """Compose, and change what comes."""
        return self.change(Actions().compose(meetings, wording))


def table_of(document: Document) -> Grid:
    """Return the table of a document that has one."""
    assert document.table is not None
    return document.table


def tabled(change: Callable[[Grid], Grid | None]) -> Callable[[Document], Document]:
    """Return a fault of the table."""
    return lambda document: attrs.evolve(document, table=change(table_of(document)))


def without_column(place: int) -> Callable[[Grid], Grid]:
    """Return a table without one of its columns."""

    def cut(cells: tuple[tuple[object, ...], ...]) -> tuple[object, ...]:
        return (*cells[:place], *cells[place + 1 :])

    return lambda table: attrs.evolve(table, head=cut(table.head), rows=tuple(cut(row) for row in table.rows))


def without_empty_columns(table: Grid) -> Grid:
    """Return a table whose columns depend on what is there."""
    places = [place for place in range(len(table.head)) if any(row[place] for row in table.rows)] or [0]
    return attrs.evolve(
        table,
        head=tuple(table.head[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in table.rows),
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (tabled(lambda table: table if table.rows else None), "have a table for every meeting or for none"),
        (tabled(lambda table: None if table.rows else table), "have a table for every meeting or for none"),
        (tabled(without_empty_columns), "the columns of a table must be the same for every meeting"),
        (tabled(lambda table: attrs.evolve(table, head=())), "the same number of cells|columns of a table must be"),
        (tabled(lambda table: attrs.evolve(table, rows=table.rows[1:])), "no entry must be lost in the table"),
        (tabled(without_column(5)), r"no entry must be lost in the table, and meetings\[1\].items\[0\].minutes"),
        (tabled(lambda table: attrs.evolve(table, rows=(*table.rows, ((),)))), "the same number of cells"),
        (
            lambda document: attrs.evolve(document, meetings=document.meetings[:1]),
            "meetings must hold what was composed, 2, and holds 1",
        ),
    ],
)
def test_a_fault_of_a_kind_with_a_table_is_named(change: Callable[[Document], Document], expected: str) -> None:
    """Tables that come and go, columns that change, entries that are lost, meetings that are dropped."""

    check_kind(Actions(), several=True)

    with pytest.raises(AssertionError, match=expected):
        check_kind(Logged(change), several=True)


@attrs.frozen
class Tabs:
    """A renderer of tables that writes what a fault leaves of the rows."""

    media_type = "text/tab-separated-values"
    change: Callable[[Rows], Rows] = list
    refusal: str = "the kind {kind} has no table"

    def render(self, document: Document) -> bytes:
        """Write the cells of a row between signs that stand in no text."""
        if document.table is None:
            if self.refusal:
                raise bm.RenderError(self.refusal.format(kind=document.kind))
            return b"x"
        return "\x1e".join("\x1f".join(row) for row in self.change(_rows(document.table))).encode() or b" "


def _rows(table: Grid) -> Rows:
    """Return what the CSV renderer says in each cell."""
    made = bm.compose(bm.Meeting(), "actions")
    return [[_cell(made, cell) for cell in row] for row in (table.head, *table.rows)]


def _cell(document: Document, cell: Iterable[object]) -> str:
    one = Grid((), head=(tuple(cell), (Text((bm.Span("."),)),)))  # type: ignore[arg-type]
    written = CsvRenderer(safe=False).render(attrs.evolve(document, table=one)).decode()
    return written.removesuffix(",.\r\n").removeprefix('"').removesuffix('"').replace('""', '"')


def read_back(data: bytes) -> Rows:
    """Read the rows."""
    return [row.split("\x1f") for row in data.decode().split("\x1e")]


def test_a_renderer_of_tables_without_fault_passes() -> None:
    """Every check below fails because of its fault alone."""

    check_table_renderer(Tabs(), read_back, documents=[bm.compose(sample_meeting(), "votes")])


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"change": lambda rows: rows[1:]}, "the document of every block: must be 3 rows of 3 cells, got 2 of"),
        ({"change": lambda rows: [row[:-1] for row in rows]}, r"must be 3 rows of 3 cells, got 3 of \[2\]"),
        ({"change": lambda rows: [*rows[:1], *rows[:0:-1]]}, "row 1: .* does not come out"),
        ({"change": lambda rows: [row[::-1] for row in rows]}, "row 0: .* does not come out"),
        ({"change": lambda rows: [[cell.replace("&", "") for cell in row] for row in rows]}, "hostile texts: row"),
        ({"change": lambda rows: [[cell.replace("2026-05-01", "1 May 2026") for cell in row] for row in rows]},
         "row 1: '2026-05-01' does not come out"),
        ({"change": lambda rows: [[*row[:-1], f"{row[-1]}{next(COUNT)}"] for row in rows]}, "gave others the second"),
        ({"refusal": "no"}, "the error must name its kind, got no"),
        ({"refusal": ""}, "a document without a table: must be refused by a RenderError"),
    ],
)  # fmt: skip
def test_a_fault_of_a_renderer_of_tables_is_named(fault: dict[str, Callable[..., object]], expected: str) -> None:
    """Rows and cells that are lost, moved or changed, days that no program reads, and documents that have no table."""

    with pytest.raises(AssertionError, match=expected):
        check_table_renderer(Tabs(**fault), read_back)  # type: ignore[arg-type]
