"""Tables over pages, and how wide their columns are."""

from __future__ import annotations

import pytest
from pdf_reading import body, filler, missing_texts, page_lines, rendered, squeezed, text_of
from pdf_sample import WORDS, cells, document, heading, points, text

from boardminutes.document import (
    Grid,
    Quotation,
)
from boardminutes.renderers.pdf import PdfRenderer


def test_head_of_a_table_is_repeated_on_every_page() -> None:
    """Each page of a table begins with its head."""
    rows = tuple(cells(f"row {number}", "x") for number in range(120))
    pages = body(document(Grid(rows, head=cells("First", "Second"))))

    assert len(pages) > 2
    assert [page[0] for page in pages[1:]] == ["First Second"] * (len(pages) - 1)
    assert sum(line.startswith("row ") for page in pages for line in page) == 120


@pytest.mark.parametrize("lines", range(30, 46))
def test_low_rows_are_not_divided(lines: int) -> None:
    """A row that is low goes to the next page as it is."""
    rows = tuple(cells(f"a{number}\nb{number}\nc{number}", "x") for number in range(6))
    pages = [" ".join(page) for page in body(document(filler(lines), Grid(rows)))]

    for number in range(6):
        assert [page for page in pages if f"a{number}" in page] == [page for page in pages if f"c{number}" in page]


def test_row_that_is_higher_than_pages_is_divided() -> None:
    """A cell of 4 000 words goes over pages, beside and before other rows, and loses nothing."""
    long = " ".join(f"word{number}" for number in range(4000))
    made = document(
        Grid(
            (cells("before", "x"), cells("beside", long), cells(long, "beside"), cells("after", "y")),
            head=cells("A", "B"),
        )
    )

    reader = rendered(made)

    assert len(reader.pages) > 10
    assert squeezed(" ".join(f"word{number}" for number in range(3990, 4000))) in squeezed(
        "".join("".join(lines) for lines in page_lines(reader))
    )


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_table_with_cells_of_many_blocks_is_divided_anywhere(lines: int) -> None:
    """Paragraphs, lists and tables in cells stay whole or are divided, and all come out in order of each cell."""
    inner = Grid((cells("inner one", "inner two"), cells("\n".join(f"deep {number}" for number in range(60)), "")))
    rows = (
        ((text(WORDS), points("first", "second"), text(WORDS), inner), (text("beside"),)),
        ((), ()),
        ((text("short"),), (text(WORDS), Quotation((text(WORDS),)), text(WORDS), text(WORDS), text(WORDS))),
    )
    made = document(filler(lines), Grid(rows, row_heads=True))

    assert missing_texts(["inner one", "inner two", "deep 59", "short"], text_of(PdfRenderer().render(made))) == []


def test_head_that_fills_a_page_is_not_repeated() -> None:
    """A heading row that would leave no room for rows is set once, as a row."""
    head = cells(" ".join(f"word{number}" for number in range(2000)), "x")
    made = document(Grid((cells("a", "b"), cells("c", "d")), head=head))

    read = text_of(PdfRenderer().render(made))

    assert squeezed(read).count("word1999") == 1
    assert missing_texts(["word1999", "a", "b", "c", "d"], read) == []


@pytest.mark.parametrize("lines", range(40, 46))
def test_head_without_rows_is_a_row(lines: int) -> None:
    """A table of a head alone moves to the next page like any row."""
    assert body(document(filler(lines), Grid((), head=cells("First", "Second"))))[-1][-1] == "First Second"


def test_caption_alone_is_set() -> None:
    """A table without rows still shows what it would be about."""
    assert (
        missing_texts(["Nothing yet"], text_of(PdfRenderer().render(document(Grid((), caption="Nothing yet"))))) == []
    )


@pytest.mark.parametrize("columns", [1, 2, 7, 12, 15, 28, 29, 60, 200])
def test_table_of_any_number_of_columns_is_set(columns: int) -> None:
    """Where columns would be too narrow for letters, the cells of a row stand one under the other."""
    rows = tuple(cells(*(f"r{row}c{column} attendance" for column in range(columns))) for row in range(3))
    made = document(Grid(rows, head=cells(*(f"Head {column}" for column in range(columns)))))

    assert missing_texts(made.texts(), text_of(PdfRenderer().render(made))) == []


@pytest.mark.parametrize("lines", range(30, 48))
def test_heading_stays_with_a_long_table_without_an_empty_page(lines: int) -> None:
    """A heading before a table that fills pages moves with its first rows, and no page stays blank."""
    rows = tuple(cells(f"row {number}", WORDS) for number in range(40))
    pages = body(document(filler(lines), heading("Attendance"), Grid(rows, head=cells("Row", "Words"))))

    place = next(number for number, page in enumerate(pages) if "Attendance" in page)
    assert pages[place][pages[place].index("Attendance") + 1] == "Row Words"
    assert pages[place][pages[place].index("Attendance") + 2].startswith("row 0")
    assert min(map(len, pages)) > 2
