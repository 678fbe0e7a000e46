"""Tables in Word: columns as wide as what stands in them, and text that is smaller only where words do not fit."""

from __future__ import annotations

import functools
import importlib.resources
import io
import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx_support import W, document, grid, part, points, saved, styles_of, text, words
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.document import Document, Grid, Quotation, Text, TextRole
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.testing import samples

TEXT_WIDTH: Final = 11906 - 2403 - 1554
HEAD: Final = ("Name", "Meetings", "Present", "Remotely", "Apologies", "Absent", "Unknown", "Share")
SIZES: Final = {"Minutes Cell": 11, "Minutes Cell Small": 9.5, "Minutes Cell Smallest": 8}


def rendered(*blocks: object, **options: object) -> bytes:
    """Render some blocks."""
    return DocxRenderer(**options).render(document(*blocks))  # type: ignore[arg-type]


def tables(data: bytes) -> list[ET.Element]:
    """Return the tables of a file."""
    return list(part(data).iter(f"{W}tbl"))


def widths(table: ET.Element) -> list[int]:
    """Return how wide the columns are, as the table says it once."""
    return [int(one.get(f"{W}w", "")) for one in table.findall(f"{W}tblGrid/{W}gridCol")]


def cell_style(data: bytes, table: ET.Element) -> str:
    """Return the name of the style of the table's first paragraph."""
    style = next(table.iter(f"{W}pStyle")).get(f"{W}val", "")
    return {identifier: name for name, identifier in styles_of(data).items()}[style]


def edges(table: ET.Element) -> int:
    """Return how far text stands from both edges of its cell."""
    stated = [int(one.get(f"{W}w", "")) for one in table.findall(f"{W}tblPr/{W}tblCellMar/*")]
    return sum(stated) if stated else 2 * 108


@functools.lru_cache(maxsize=1)
def _caladea() -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    file = importlib.resources.files("font_caladea") / "files" / "Caladea-Bold.ttf"
    font = TTFont(io.BytesIO(file.read_bytes()))
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def in_caladea(word: str, points: float) -> float:
    """Return how wide a bold word is in the font whose letters are as wide as those of Cambria, in points."""
    names, metrics, whole = _caladea()
    return sum(metrics[names[ord(letter)]][0] for letter in word) * points / whole


def cut_words(data: bytes) -> Iterator[str]:
    """Yield the words of a file in Cambria that are wider than their columns."""
    for table in tables(data):
        size = SIZES[cell_style(data, table)]
        for row in table.findall(f"{W}tr"):
            for cell, width in zip(row.findall(f"{W}tc"), widths(table), strict=True):
                for word in "".join(one.text or " " for one in cell.iter() if one.tag in {f"{W}t", f"{W}p"}).split():
                    if in_caladea(word, size) > (width - edges(table)) / 20:
                        yield word


def test_columns_share_the_width_by_what_stands_in_them() -> None:
    """A column of long texts is wider than one of figures, and together they are as wide as the text."""
    (table,) = tables(rendered(grid(("12", "A long remark on the state of the eastern basin"))))
    figures, remark = widths(table)

    assert remark > 2 * figures
    assert figures + remark == TEXT_WIDTH


@given(
    st.lists(
        st.lists(st.text("abc mWil\N{NO-BREAK SPACE}éשلش文", max_size=60), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_widths_are_fixed_and_add_up(rows: list[list[str]]) -> None:
    """Every cell says the width of its column, whatever stands in it and in whatever script."""
    (table,) = tables(rendered(grid(*map(tuple, rows))))  # type: ignore[arg-type]
    cells = [[int(one.get(f"{W}w", "")) for one in row.iter(f"{W}tcW")] for row in table.iter(f"{W}tr")]
    whole = table.find(f"{W}tblPr/{W}tblW")
    assert whole is not None

    assert [widths(table)] * len(rows) == cells
    assert all(width > 0 for width in widths(table))
    assert (str(TEXT_WIDTH), "dxa") == (whole.get(f"{W}w"), whole.get(f"{W}type"))
    assert sum(widths(table)) == TEXT_WIDTH


@pytest.mark.parametrize("kind", ["statistics", "attendance", "decisions", "actions", "votes", "declarations"])
def test_no_word_of_a_register_is_cut(kind: str) -> None:
    """Measured in a font of the same widths, and not by the estimate that the columns are made by."""
    meetings = [samples.sample_meeting(), bm.Meeting(body="Harbour Partnership Board", attendees=[bm.Attendee("Bo")])]
    made = bm.compose(meetings, kind, audience="full")
    data = DocxRenderer(theme="traditional").render(made)

    assert list(cut_words(data)) == []


def test_text_is_smaller_only_where_words_do_not_fit() -> None:
    """First it stands closer to the edges of cells, then it is smaller by steps, and never below 8 points."""
    found = []
    for number in (7, 9, 10, 12, 20):
        data = rendered(grid(("Absent",) * number), theme="traditional")
        (table,) = tables(data)
        found.append((SIZES[cell_style(data, table)], edges(table), list(cut_words(data)) == []))

    assert found == [(11, 216, True), (11, 100, True), (9.5, 100, True), (8, 100, True), (8, 100, False)]


def test_very_long_word_takes_no_more_than_a_long_word_may() -> None:
    """It may be cut, and neither squeezes the others nor makes the text smaller."""
    data = rendered(grid(("Reference", "x" * 300, "some words of a remark")))
    (table,) = tables(data)
    reference, _, remark = widths(table)

    assert (cell_style(data, table), edges(table)) == ("Minutes Cell", 216)
    assert min(reference, remark) > 1100


def test_empty_columns_and_narrow_tables_fill_the_text() -> None:
    """A column in which nothing stands has some width, and a table of one column has all of it."""
    empty, narrow = tables(rendered(grid(("", "", "Apologies")), grid(("x",))))

    assert (sum(widths(empty)), widths(narrow)) == (TEXT_WIDTH, [TEXT_WIDTH])
    assert min(widths(empty)) > 216


@pytest.mark.parametrize("caption", [None, "Nothing yet"])
def test_table_without_rows_is_its_caption(caption: str | None) -> None:
    """A table without a row, which Word refuses, is none."""
    data = rendered(Grid((), caption=caption), text("After it."))

    assert tables(data) == []
    assert words(data)[1:] == [*([caption] if caption else []), "After it."]


def test_what_stands_in_smaller_text_is_no_larger() -> None:
    """Points, quotations and lines about papers in a table with small text are in the style of its cells."""
    inside = (
        points("first", "second"),
        Quotation((text("as it was"),)),
        Text((bm.Span("beside"),), role=TextRole.ASIDE),
        grid(("a", "b"), caption="inner"),
    )
    head = tuple((text(one),) for one in HEAD)
    data = rendered(Grid(((inside, *head[1:]),), head=head))
    outer, inner = tables(data)
    names = {identifier: name for name, identifier in styles_of(data).items()}
    used = {names[one.get(f"{W}val", "")] for one in outer.iter(f"{W}pStyle")}

    assert used == {"Minutes Cell Small"} | {cell_style(data, inner)}
    assert sum(widths(inner)) == widths(outer)[0] - edges(outer)


def test_table_in_a_cell_is_as_wide_as_the_cell() -> None:
    """Also one that stands in a list or a quotation there."""
    inner = grid(("Reference", "a remark"))
    data = rendered(Grid((((points((text("so"), inner)), Quotation((inner,))), (text("beside"),)),)))
    outer, first, second = tables(data)
    room = widths(outer)[0] - edges(outer)

    assert all(room / 4 <= sum(widths(one)) < room for one in (first, second))


def house(*, landscape: bool = False, columns: int = 1, cell: int = 0, name: str = "") -> bytes:
    """Return a template whose minutes stand in a section of its own, and perhaps in a cell."""
    made = docx.Document()
    made.add_paragraph("{{p title_block }}")
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.left_margin = section.right_margin = Cm(2)
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(14.8), Cm(21))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section._sectPr.find(qn("w:cols")).set(qn("w:num"), str(columns))  # noqa: SLF001 - python-docx has no word for it
    if cell:
        table = made.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text = "{{p body }}"
        table.rows[0].cells[0].width = Pt(cell)
    else:
        made.add_paragraph("{{p body }}")
    last = made.add_section(WD_SECTION.NEW_PAGE)
    last.page_width, last.left_margin, last.right_margin = Cm(29.7), Cm(1), Cm(1)
    if name:
        made.styles["Normal"].font.name = name
    return saved(made)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (house(landscape=True), Cm(29.7 - 4).twips),
        (house(), Cm(14.8 - 4).twips),
        (house(columns=2), (Cm(14.8 - 4).twips - 720) // 2),
        (house(cell=200), 200 * 20 - 230),
        (house(cell=2000), Cm(14.8 - 4).twips),
    ],
)
def test_tables_are_as_wide_as_the_text_where_they_stand(source: bytes, expected: int) -> None:
    """On the page of that section of the template, in its column or its cell."""
    *_, table = tables(rendered(grid(("Reference", "a remark")), template=source))

    assert sum(widths(table)) == pytest.approx(expected, abs=1)


def test_unequal_columns_of_a_page_are_counted_by_the_narrowest() -> None:
    """Since a table may stand in any."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    columns = made.sections[0]._sectPr.find(qn("w:cols"))  # noqa: SLF001 - python-docx has no word for it
    for width in ("5000", "3000"):
        column = OxmlElement("w:col")
        column.set(qn("w:w"), width)
        columns.append(column)
    (table,) = tables(rendered(grid(("Reference", "a remark")), template=saved(made)))

    assert sum(widths(table)) == 3000


@pytest.mark.parametrize(("name", "wider"), [("Carlito", "Cambria"), ("Cambria", "Quarry Sans"), ("Arial", "Verdana")])
def test_columns_know_how_wide_the_fonts_of_houses_are(name: str, wider: str) -> None:
    """A word has more room in a template whose font is wider; one that is not known counts as such."""
    table = grid(("Reference", "many words " * 40))
    narrow, wide = (
        widths(tables(rendered(table, template=house(landscape=True, name=one)))[-1])[0] for one in (name, wider)
    )

    assert narrow < wide


def test_cells_of_houses_have_their_own_edges_and_sizes() -> None:
    """A table style with more room beside the text gives words as much more, and small text stays as it is."""

    def made(edge: int) -> tuple[str, int]:
        source = docx.Document(io.BytesIO(house(landscape=True)))
        style = source.styles.add_style("Minutes Table", docx.enum.style.WD_STYLE_TYPE.TABLE)
        style.element.append(
            docx.oxml.parse_xml(
                f'<w:tblPr {docx.oxml.ns.nsdecls("w")}><w:tblCellMar><w:left w:w="{edge}" w:type="dxa"/>'
                f'<w:right w:w="{edge}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            )
        )
        cell = source.styles.add_style("Minutes Cell", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        cell.font.size = Pt(7)
        data = rendered(grid(("Reference", "many words " * 40)), template=saved(source))
        table = tables(data)[-1]
        return cell_style(data, table), widths(table)[0]

    (style, close), (_, far) = made(10), made(210)

    assert (style, far - close) == ("Minutes Cell", 400)


def test_words_that_break_nowhere_stay_together() -> None:
    """A blank that holds a number and its unit together is no place to cut."""
    (table,) = tables(rendered(grid(("100\N{NO-BREAK SPACE}%", "many words " * 90))))
    (apart,) = tables(rendered(grid(("100 %", "many words " * 90))))

    assert widths(table)[0] >= widths(apart)[0] > 0
    assert re.search("100.%", "".join(words(rendered(grid(("100\N{NO-BREAK SPACE}%",))))))


def test_document_of_every_block_is_rendered_whole() -> None:
    """Also where tables stand in tables."""
    made: Document = samples.every_block_document()

    assert len(tables(DocxRenderer().render(made))) > 2
