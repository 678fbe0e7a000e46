"""What CSV files hold, and what a spreadsheet must not make of them."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.document import Document, Grid, Points, Quotation, Text
from boardminutes.renderers.csv import CsvRenderer
from boardminutes.testing.strategies import texts

FULL_WIDTH = "\uff1d\uff0b\uff0d\uff20"


def document(*cells: tuple[Text | Points | Quotation | Grid, ...]) -> Document:
    """Return a document whose table is one row."""
    return attrs.evolve(bm.compose(bm.Meeting(), "actions"), table=Grid((), head=cells))


def text(said: str) -> Text:
    """Return a paragraph."""
    return Text((bm.Span(said),))


def written(*cells: tuple[Text | Points | Quotation | Grid, ...], safe: bool = True) -> str:
    """Return the row that is written."""
    return CsvRenderer(safe=safe).render(document(*cells)).decode()


def read_back(data: bytes) -> list[list[str]]:
    """Read the rows with the standard library, strictly."""
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def without_guards(found: str, wanted: str) -> str:
    """Return *found* without those apostrophes that *wanted* has not."""
    kept, rest = [], list(wanted)
    for sign in found:
        if sign == "'" and rest[:1] != ["'"]:
            continue
        kept.append(sign)
        del rest[:1]
    return "".join(kept)


def test_rows_end_in_carriage_return_and_line_feed() -> None:
    """Each record stands on a line that ends in CR LF, the last one too (RFC 4180, section 2)."""
    meeting = bm.Meeting(items=[bm.Item("Quay", minutes=[bm.Action("a"), bm.Action("b")])])

    assert 3 == bm.render(meeting, "csv", kind="actions").count(b"\r\n")
    assert bm.render(meeting, "csv", kind="actions").endswith(b"\r\n")


def test_quotes_commas_and_line_ends_are_quoted() -> None:
    """A field that holds one of these stands in quotes, and quotes in it are doubled."""
    assert 'plain,"a, b","say ""aye""","one\ntwo"\r\n' == written(
        (text("plain"),), (text("a, b"),), (text('say "aye"'),), (text("one\ntwo"),)
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", *FULL_WIDTH])
@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\ufeff", "\u200b", "\u202e", '"', ' "', "See;", "See; ", "See\n", "See\t", 'See;"']
)
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(before: str, sign: str) -> None:
    """The signs of OWASP’s list are text where a cell begins, or would begin if cells were parted elsewhere."""
    (row,) = read_back(CsvRenderer().render(document((text(f"{before}{sign}1+1"),))))

    assert [f"{before}'{sign}1+1"] == row


@pytest.mark.parametrize("sign", ["\t", "\n"])
def test_cell_that_begins_with_a_tab_or_a_line_end_gets_an_apostrophe(sign: str) -> None:
    """OWASP's list names these too."""
    (row,) = read_back(CsvRenderer().render(document((text(f"{sign}1+1"),))))

    assert [f"'{sign}1+1"] == row


@pytest.mark.parametrize("said", ["a=1", "a - b", "1+1", "ada@example.org", "Ring, +44 20", "'=1", "a;b", "; a"])
def test_signs_within_a_cell_stay_as_they_are(said: str) -> None:
    """What begins no cell in any program is no formula; a comma parts none here, for its cell stands in quotes."""
    assert [[said]] == read_back(CsvRenderer().render(document((text(said),))))


@given(
    st.lists(
        st.lists(st.text("=-\uff0b;,\t\n\r \"'\ufeffa", min_size=1, max_size=12), min_size=2, max_size=2),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_no_program_finds_a_formula_wherever_it_parts_cells(rows: list[list[str]], delimiter: str) -> None:
    """Excel takes semicolons where numbers have commas: there too no cell begins with a sign after blanks or quotes."""
    table = Grid(tuple(tuple((text(said),) for said in row) for row in rows), head=((text("A"),), (text("B"),)))
    data = CsvRenderer().render(attrs.evolve(document(), table=table)).decode()
    cells = [cell for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter) for cell in row]

    assert [] == [cell for cell in cells if cell.strip(' \t\r\n"\ufeff').startswith(("=", "-", "\uff0b"))]


def test_apostrophes_can_be_left_out() -> None:
    """A program that shows no cell in a spreadsheet may have the texts as they are."""
    assert "=1+1\r\n" == written((text("=1+1"),), safe=False)


@given(st.lists(st.lists(texts(), min_size=2, max_size=2), min_size=1, max_size=3), st.booleans())
def test_every_text_comes_back_from_its_cell(rows: list[list[str]], safe: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever stands in a cell, it is what a reader of CSV finds there, an apostrophe before a formula aside."""
    table = Grid(tuple(tuple((text(said),) for said in row) for row in rows), head=((text("A"),), (text("B"),)))
    _, *found = read_back(CsvRenderer(safe=safe).render(attrs.evolve(document(), table=table)))

    assert rows == [
        [without_guards(said, wanted) if safe else said for said, wanted in zip(*each, strict=True)]
        for each in zip(found, rows, strict=True)
    ]


def test_blocks_of_a_cell_are_lines_in_it() -> None:
    """Points keep their marks, what belongs to a point hangs below it, and the rows of a table in a cell are lines."""
    nested = Points(((text("x"),),), numbering=bm.Numbering.LOWER_ALPHA)
    points = Points(((text("one"), nested), (text("two"),)), numbering=bm.Numbering.DECIMAL, start=3)
    table = Grid((((text("1"),), (text("2"), text("3"))),), head=((text("a"),), (text("b"),)), caption="Costs")

    assert [["Do\n3. one\n  a. x\n4. two", "said", "Costs\na | b\n1 | 2 3\n1", ""]] == read_back(
        CsvRenderer().render(
            document(
                (text("Do"), points),
                (Quotation((text("said"),)),),
                (table, Grid((((text("1"),),),))),
                (),
            )
        )
    )


def test_days_and_times_are_for_programs() -> None:
    """A day is written as ISO 8601 wherever it stands, and so is a time of day."""
    attendee = bm.Attendee("Ada Obi", arrived=dt.time(10, 20))
    meeting = bm.Meeting(start=dt.datetime(2026, 3, 5, 10, 0), attendees=[attendee])
    head, row = read_back(bm.render(meeting, "csv", kind="attendance"))

    assert ("2026-03-05", "10:20") == (row[head.index("Date")], row[head.index("Arrived")])


def test_byte_order_mark_stands_first_if_wanted() -> None:
    """Excel knows UTF-8 by it; other programs are spared it."""
    plain = bm.render(bm.Meeting(), "csv", kind="votes")

    assert codecs.BOM_UTF8 + plain == bm.render(bm.Meeting(), "csv", kind="votes", bom=True)
    assert not plain.startswith(codecs.BOM_UTF8)


@pytest.mark.parametrize("option", ["bom", "safe"])
def test_options_are_true_or_false(option: str) -> None:
    """A text that reads 'no' is no option."""
    with pytest.raises(TypeError, match="must be True or False, not 'no'"):
        CsvRenderer(**{option: "no"})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["minutes", "agenda", "agenda-minutes"])
def test_document_without_a_table_is_refused(kind: str) -> None:
    """The error says which kind it was, and which to choose: all of these have a table."""
    with pytest.raises(bm.RenderError, match=f"the kind '{kind}' has no table") as caught:
        bm.render(bm.Meeting(), "csv", kind=kind)

    assert "csv" == caught.value.format
    assert [] == [
        name
        for name in bm.kind_names()
        if (bm.compose(bm.Meeting(), name).table is not None) != (f"'{name}'" in str(caught.value).partition(";")[2])
    ]


def test_headings_are_in_the_language_of_the_document() -> None:
    """A house that says otherwise finds its words over the columns."""
    words = bm.Wording(words={"Owner": "Lead"})

    assert b",Lead," in bm.render(bm.Meeting(), "csv", kind="actions", lang=words)
