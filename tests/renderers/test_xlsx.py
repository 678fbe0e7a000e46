"""What spreadsheets hold, read back with openpyxl."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile

import attrs
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import boardminutes as bm
from boardminutes.document import DatedSpan, Document, Furniture, Grid, Text
from boardminutes.renderers.xlsx import XlsxRenderer, workbook

Cells = tuple[Text, ...]

ACTION = bm.Action("Publish the plan", owners=["Bo Lund"], due=dt.date(2026, 4, 1), reference="A1")
MARCH = bm.Meeting(
    body="Harbour Partnership Board", start=dt.date(2026, 3, 5), items=[bm.Item("Dredging plan", minutes=[ACTION])]
)


def cell(said: str) -> Cells:
    """Return a cell of one paragraph."""
    return (Text((bm.Span(said),)),) if said else ()


def dated(when: dt.date | dt.time) -> Cells:
    """Return a cell that says a day or time."""
    return (Text((DatedSpan("in words", when=when),)),)


def document(head: tuple[Cells, ...], *rows: tuple[Cells, ...]) -> Document:
    """Return a document whose table this is."""
    return attrs.evolve(bm.compose(bm.Meeting(), "actions"), table=Grid(rows, head=head))


def opened(data: bytes) -> Worksheet:
    """Return the worksheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def sheet_of(*rows: tuple[Cells, ...], head: tuple[Cells, ...] = (cell("A"), cell("B"))) -> Worksheet:
    """Return a worksheet with those rows."""
    return opened(XlsxRenderer().render(document(head, *rows)))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "{=1}", "1", "TRUE", "2026-03-05", "'=1"])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    """Nothing is taken for a formula, an error, a number, a truth value or a day."""
    found = sheet_of((cell(text), ()))["A2"]

    assert ("s", text) == (found.data_type, found.value)


def test_what_begins_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    """Such a cell bears the mark by which Excel keeps a text a text; another does not."""
    found = sheet_of((cell("=1+1"), cell("1+1")))

    assert (True, False) == (bool(found["A2"].quotePrefix), bool(found["B2"].quotePrefix))


def test_signs_that_stand_for_a_character_in_the_file_stand_for_themselves() -> None:
    """`_x0041_` is no A: the escape is escaped, wherever it stands."""
    data = XlsxRenderer().render(document((cell("A"),), (cell("a_x0041__x000D_ _x004"),)))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"a_x005F_x0041__x005F_x000D_ _x004<" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("when", "form"),
    [
        (dt.date(1900, 3, 1), "yyyy-mm-dd"),
        (dt.date(9999, 12, 31), "yyyy-mm-dd"),
        (dt.datetime(2026, 3, 5, 10, 0), "yyyy-mm-dd hh:mm"),
        (dt.datetime(2026, 3, 5, 10, 0, 30), "yyyy-mm-dd hh:mm:ss"),
        (dt.time(10, 30), "hh:mm"),
        (dt.time(10, 30, 15), "hh:mm:ss"),
    ],
    ids=str,
)
def test_days_and_times_are_days_and_times(when: dt.date | dt.time, form: str) -> None:
    """A spreadsheet can sort and reckon with them, and shows them alike in every country."""
    found = sheet_of((dated(when), ()))["A2"]
    midnight = when if isinstance(when, dt.datetime | dt.time) else dt.datetime.combine(when, dt.time())

    assert (midnight, form, True) == (found.value, found.number_format, found.is_date)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (dt.date(1900, 2, 28), "1900-02-28"),
        (dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC), "2026-03-05T10:00+00:00"),
        (dt.time(10, 30, 15, 1000), "10:30:15.001"),
    ],
    ids=str,
)
def test_a_time_that_no_spreadsheet_can_hold_is_a_text(when: dt.date | dt.time, text: str) -> None:
    """It knows no zones, nothing finer than this writes, and no day before March 1900 that all programs agree on."""
    assert text == sheet_of((dated(when), ()))["A2"].value


def test_a_day_among_words_is_told_in_the_text() -> None:
    """Only what stands alone in its cell is a day."""
    found = sheet_of(((*dated(dt.date(2026, 3, 5)), *cell("or later")), ()))["A2"]

    assert "2026-03-05\nor later" == found.value


def test_due_days_of_an_action_log_are_days() -> None:
    """The days of the meeting and of the action can be sorted."""
    found = opened(bm.render(MARCH, "xlsx", kind="actions"))
    by_head = {head.value: below for head, below in zip(found[1], found[2], strict=True)}

    assert dt.datetime(2026, 3, 5) == by_head["Date"].value
    assert dt.datetime(2026, 4, 1) == by_head["Due"].value


def test_rows_are_a_table_with_a_heading_row_that_stays() -> None:
    """Assistive technology knows the headings, filters stand in them, and they are on the screen and on every page."""
    found = sheet_of((cell("a"), cell("b")))
    (table,) = found.tables.values()

    assert ("A1:B2", 1, ["A", "B"]) == (table.ref, table.headerRowCount, list(table.column_names))
    assert ("A2", "$1:$1", "A1:B2") == (found.freeze_panes, found.print_title_rows, table.autoFilter.ref)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ((cell("A"), cell("B")), ()),
        ((cell("A"), cell("a")), ((cell("x"), cell("y")),)),
        ((cell("A"), ()), ((cell("x"), cell("y")),)),
        ((cell("A"), cell("two\nlines")), ((cell("x"), cell("y")),)),
        ((cell("A"), dated(dt.date(2026, 3, 5))), ((cell("x"), cell("y")),)),
    ],
    ids=["no rows", "names alike", "no name", "two lines", "a day"],
)
def test_what_a_spreadsheet_takes_for_no_table_has_filters_all_the_same(
    head: tuple[Cells, ...], rows: tuple[tuple[Cells, ...], ...]
) -> None:
    """A table needs a row and names for its columns, each in one line and none twice."""
    found = sheet_of(*rows, head=head)

    assert {} == dict(found.tables)
    assert f"A1:B{len(rows) + 1}" == found.auto_filter.ref


def test_texts_are_broken_into_lines_and_columns_wide_enough() -> None:
    """No word is broken, no column wider than a hand, and every row high enough for its lines."""
    found = sheet_of((cell("Shipwrightsandcaulkers " * 3), cell("x")))

    assert (40, 9) == (found.column_dimensions["A"].width, found.column_dimensions["B"].width)
    assert (15, 45) == (found.row_dimensions[1].height, found.row_dimensions[2].height)
    assert found["A2"].alignment.wrap_text


def test_a_column_shares_the_screen_with_the_others() -> None:
    """A text of its share stands on one line; a longer one is broken into three, or into its words."""
    row = (cell("Ada Obi of the quay"), cell("Lock gates " * 6), cell("Shipwrightsandcaulkers " * 2), *[cell("x")] * 17)
    found = sheet_of(row, head=tuple(cell(f"H{number}") for number in range(20)))

    assert [10, 22, 24, 9] == [found.column_dimensions[name].width for name in "ABCD"]


def test_the_longest_text_that_a_cell_can_hold() -> None:
    """It is written whole, and one character more is refused with the place where it stands."""
    assert 32_767 == len(str(sheet_of((cell("a" * 32_767), ()))["A2"].value))

    with pytest.raises(bm.RenderError, match="row 2, column 2 is longer than the 32767 characters") as caught:
        sheet_of(((), cell("𠮷" * 16_384)))
    assert "xlsx" == caught.value.format


def test_a_table_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how many rows a worksheet has."""
    monkeypatch.setattr(workbook, "_MOST_ROWS", 2)

    with pytest.raises(bm.RenderError, match="the table has 3 rows of 2 cells, and a worksheet at most 2"):
        sheet_of((cell("a"), cell("b")), (cell("c"), cell("d")))


def test_the_file_tells_its_title_language_and_author_and_no_day() -> None:
    """What catalogues and assistive technology read first is there, and no day that would be made up."""
    data = bm.render(MARCH, "xlsx", kind="actions", lang="cy")
    book = openpyxl.load_workbook(io.BytesIO(data))
    told = book.properties
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml")
        days = {member.date_time for member in archive.infolist()}

    assert ("cy", "Harbour Partnership Board") == (told.language, told.creator)
    assert bm.compose(MARCH, "actions", lang="cy").full_title == told.title
    assert b"created" not in core
    assert b"modified" not in core
    assert {(1980, 1, 1, 0, 0, 0)} == days


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Action log", "Action log"),
        ("Action log, Thursday 7 May 2026 – Friday 8 May 2026", "Action log"),
        ("Log: a/b [c] 'd' *?", "Log a b c d"),
        ("A title that goes on and on without any comma", "A title that goes on and on wi…"),
        ("***", "1"),
    ],
)
def test_the_worksheet_is_named_after_the_title(title: str, name: str) -> None:
    """As far as a name may go, and without the signs that may not stand in one."""
    given = attrs.evolve(document((cell("A"),)), title=title)

    assert name == opened(XlsxRenderer().render(given)).title


def test_what_is_not_for_publication_says_so() -> None:
    """In the name of the worksheet, the colour of its tab, on paper and in what the file tells of itself."""
    data = bm.render(MARCH, "xlsx", kind="actions", audience="full")
    found = opened(data)

    assert "Restricted – Action log" == found.title
    assert "FFC00000" == found.sheet_properties.tabColor.rgb
    assert str(found.oddHeader.left.text).startswith("Restricted: not for publication. ")
    assert "Restricted: not for publication" == openpyxl.load_workbook(io.BytesIO(data)).properties.subject


def test_paper_bears_who_met_and_the_number_of_the_page() -> None:
    """Signs that would be commands in a header are no commands, and a long one is shortened."""
    furniture = Furniture(header="Quay & Sons " + "x" * 300, page="Page {page} of {pages} & more", skip_link="Skip")
    data = XlsxRenderer().render(attrs.evolve(document((cell("A"),)), furniture=furniture))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    assert "&amp;LQuay &amp;&amp; Sons xxx" in sheet
    assert "x" * 188 not in sheet
    assert "&amp;RPage &amp;P of &amp;N &amp;&amp; more" in sheet


@pytest.mark.parametrize("before", ["", "x"])
def test_the_head_of_a_page_is_no_longer_than_excel_takes(before: str) -> None:
    """Which is 255 signs as they are written, where each `&` is two."""
    furniture = Furniture(header=f"{before}{'&' * 180}", page="Page {page}", skip_link="Skip")
    data = XlsxRenderer().render(attrs.evolve(document((cell("A"),)), furniture=furniture))
    told = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].oddHeader.left.text

    assert f"{before}{'&&' * 99}…" == told


def test_a_kind_without_a_table_is_refused() -> None:
    """The error says which kinds have one."""
    with pytest.raises(bm.RenderError, match="has no table, which is all that XLSX shows; choose a kind"):
        bm.render(MARCH, "xlsx")


def test_without_its_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command."""
    monkeypatch.delitem(sys.modules, "boardminutes.renderers.xlsx.workbook")
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(bm.MissingDependencyError, match=r"pip install 'boardminutes\[xlsx\]'") as caught:
        bm.render(MARCH, "xlsx", kind="actions")
    assert "xlsx" == caught.value.extra
