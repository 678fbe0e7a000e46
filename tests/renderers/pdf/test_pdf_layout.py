"""How pages are filled: what stays together, what is cut and where, and what nothing can break."""

from __future__ import annotations

import itertools

import attrs
import pytest
from pdf_reading import missing_texts, page_lines, rendered, squeezed, text_of
from pdf_sample import FURNITURE, SAMPLE, WORDS, cells, document, fact, heading, panel, points, text

from boardminutes.document import (
    Document,
    DocumentBlock,
    Facts,
    Grid,
    NestedBlock,
    Panel,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
)
from boardminutes.errors import RenderError
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.boxes import Box, Prose, Stack
from boardminutes.renderers.pdf.grid import Extent, column_widths
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.style import BODY, CELL_SIZES, TEXT_WIDTH
from boardminutes.renderers.pdf.table import Row, Table, TablePlan
from boardminutes.renderers.pdf.typesetting import Typesetter

LINE = "one short line"


def filler(lines: int) -> DocumentBlock:
    """Return a paragraph of so many lines."""
    return text("\n".join([LINE] * lines))


def body(made: Document) -> list[list[str]]:
    """Return the lines of each page without blanks at their ends."""
    return [[line.strip() for line in lines if line.strip()] for lines in page_lines(rendered(made))]


@pytest.mark.parametrize("lines", range(30, 48))
def test_heading_is_never_the_last_line_of_a_page(lines: int) -> None:
    """A heading, and a chain of them, stands on the page of the first lines of what it is over."""
    made = document(
        filler(lines), heading("Over a text", "1."), heading("Under it", "1.1", level=3), text(WORDS), text(WORDS)
    )

    for page in body(made):
        assert page[-1] not in {"Over a text", "1. Over a text", "Under it", "1.1 Under it"}
        assert page[-1].rstrip(" .0123456789") != ""


@pytest.mark.parametrize("lines", range(30, 48))
def test_heading_stays_with_a_long_table_without_an_empty_page(lines: int) -> None:
    """A heading before a table that fills pages moves with its first rows, and no page stays blank."""
    rows = tuple(cells(f"row {number}", WORDS) for number in range(40))
    pages = body(document(filler(lines), heading("Attendance"), Grid(rows, head=cells("Row", "Words"))))

    place = next(number for number, page in enumerate(pages) if "Attendance" in page)
    assert pages[place][pages[place].index("Attendance") + 1] == "Row Words"
    assert pages[place][pages[place].index("Attendance") + 2].startswith("row 0")
    assert min(map(len, pages)) > 2


@pytest.mark.parametrize("lines", range(2, 60))
def test_paragraph_leaves_and_takes_at_least_two_lines(lines: int) -> None:
    """No line of a paragraph stands alone at the end of a page or at the beginning of the next."""
    last = [f"line {number}" for number in range(lines)]
    pages = body(document(filler(31), text("\n".join(last))))

    counts = [sum(line.startswith("line ") for line in page) for page in pages]
    assert sum(counts) == lines
    assert 1 not in counts


@pytest.mark.parametrize("lines", range(28, 46))
def test_short_panel_is_not_parted(lines: int) -> None:
    """An action stands on one page with its owner and its day."""
    action = panel(PanelRole.ACTION, "Action", WORDS, facts=(fact("Owner", "Bo Lund"), fact("Due", "1 April 2026")))

    pages = [" ".join(page) for page in body(document(filler(lines), action))]

    assert [("Action" in page, "1 April" in page) for page in pages if "Action" in page or "1 April" in page] == [
        (True, True)
    ]


def test_long_panel_is_parted() -> None:
    """A motion that is longer than a page goes over pages."""
    pages = body(document(panel(PanelRole.MOTION, "Motion", *[WORDS] * 20)))

    assert len(pages) > 1
    assert min(map(len, pages)) > 10


@pytest.mark.parametrize("lines", range(36, 44))
def test_sentence_that_announces_a_list_stays_with_it(lines: int) -> None:
    """A paragraph that ends with a colon is not the last of a page."""
    for page in body(document(filler(lines), text("It was agreed that:"), points("the one;", "the other."))):
        assert page[-1] != "It was agreed that:"


def test_long_paragraph_that_announces_is_parted_from_itself_alone() -> None:
    """Its last two lines go with the list, and the others stay."""
    long = "\n".join([*[LINE] * 9, "and it was agreed that:"])
    announced = points("the one;", "the other.")
    second = [(*body(document(filler(lines), text(long), announced)), [])[1] for lines in range(28, 40)]

    assert [LINE, "and it was agreed that:", "• the one;"] in [page[:3] for page in second]
    assert ["• the one;"] not in [page[:1] for page in second]


@pytest.mark.parametrize("lines", range(30, 46))
def test_place_to_sign_never_stands_alone_on_a_page(lines: int) -> None:
    """The last words of the minutes stand above the signature."""
    pages = body(document(filler(lines), text("The meeting closed."), SignatureLine("Signed", "Date", name="Ada Obi")))

    assert "The meeting closed." in next(page for page in pages if "Ada Obi" in page)


def test_date_of_signing_stands_where_it_would_be_written() -> None:
    """A day that is known stands lower than its label, on the line beside that of the name."""
    made = document(SignatureLine("Signed", "Date", name="Ada Obi", role="Chair", date="5 May 2026"))
    heights: dict[str, float] = {}

    def visit(read: str, _: object, matrix: list[float], *__: object) -> None:
        heights[read.strip()] = matrix[5]

    rendered(made).pages[0].extract_text(visitor_text=visit)

    assert heights["Signed"] == heights["Date"]
    assert heights["Date"] - heights["5 May 2026"] > 25
    assert heights["5 May 2026"] > heights["Ada Obi"] > heights["Chair"]


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


def nested_lists(depth: int) -> NestedBlock:
    """Return a text in so many lists."""
    made: NestedBlock = text("deepest")
    for level in range(depth):
        made = points((text(f"level {level}"), made)) if level % 2 else points((made,), numbering=Numbering.DECIMAL)
    return made


def nested_quotations(depth: int) -> NestedBlock:
    """Return a text in so many quotations."""
    made: NestedBlock = text("deepest " * 30)
    for level in range(depth):
        made = Quotation((text(f"level {level}"), made))
    return made


def nested_tables(depth: int) -> NestedBlock:
    """Return a text in so many tables."""
    made: NestedBlock = text("deepest")
    for level in range(depth):
        made = Grid((((text(f"level {level}"),), (made,)),))
    return made


def nested_panels(depth: int) -> Panel:
    """Return a decision in so many motions."""
    made = panel(PanelRole.DECISION, "Deepest", "deepest")
    for level in range(depth):
        made = panel(PanelRole.MOTION, f"Motion {level}", WORDS, made, facts=(fact("Mover", "Ada Obi"),))
    return made


@pytest.mark.parametrize("depth", [20, 40])
@pytest.mark.parametrize("nested", [nested_lists, nested_quotations, nested_tables, nested_panels])
def test_deep_nesting_is_set_within_the_page(depth: int, nested: type[NestedBlock]) -> None:
    """Indents stop before the column is gone, and all texts come out."""
    made = document(nested(depth))

    assert missing_texts(made.texts(), text_of(PdfRenderer().render(made))) == []


def test_nesting_that_leaves_no_room_for_a_line_is_an_error() -> None:
    """What cannot be put on any page is told in a sentence, and not tried for ever."""
    with pytest.raises(RenderError, match="too much is nested in one another"):
        PdfRenderer().render(document(nested_tables(95)))


def test_nearly_empty_document_is_one_page() -> None:
    """A title alone is a page with its number."""
    made = attrs.evolve(document(title="Minutes"), organisation=None)

    assert [[line.strip() for line in page.extract_text().split("\n")] for page in rendered(made).pages] == [
        ["Minutes", "Page 1 of 1"]
    ]


@pytest.mark.parametrize("title", ["A title of many words " * 14, "W" * 300])
def test_long_titles_are_broken(title: str) -> None:
    """Titles of 300 characters, of words or of one word, stay on the page."""
    made = document(
        heading(title, "12."),
        panel(PanelRole.DECISION, title, title, number=title, facts=(fact(title, title),)),
        SignatureLine(title, title, name=title, role=title, date=title),
        title=title,
        organisation=title,
        notice=title,
    )
    furnished = attrs.evolve(made, furniture=attrs.evolve(FURNITURE, header=title))

    assert missing_texts(furnished.texts(), text_of(PdfRenderer().render(furnished))) == []


def test_long_header_is_shortened_at_a_word() -> None:
    """The running header keeps to one line."""
    furniture = attrs.evolve(FURNITURE, header="Harbour Partnership Board and its committees " * 4)
    made = attrs.evolve(document(*[text(WORDS)] * 30), furniture=furniture)

    header = rendered(made).pages[1].extract_text().split("\n")[0].strip()

    assert header.endswith("…")
    assert furniture.header.startswith(header.removesuffix("…"))
    assert header.removesuffix("…").split() == furniture.header.split()[: len(header.split())]


@pytest.mark.parametrize("number", ["1.", "77/26", "Minute 2026/117", "A number as long as a sentence " * 3, "9\n10"])
def test_numbers_of_any_length_stand_before_their_heading(number: str) -> None:
    """Short ones hang beside the title, long ones push its first line, longer ones have lines of their own."""
    made = document(heading("Dredging of the outer channel and what comes after it", number), heading("Next", "2."))

    assert missing_texts(made.texts(), text_of(PdfRenderer().render(made))) == []


def test_two_hundred_items_are_numbered_pages() -> None:
    """A long record keeps all its items, and every page says which it is."""
    blocks = itertools.chain.from_iterable(
        (heading(f"Item of business {number}", f"{number}."), text(WORDS)) for number in range(1, 201)
    )
    reader = rendered(document(*blocks))

    feet = [page.extract_text().rstrip().split("\n")[-1] for page in reader.pages]
    assert feet == [f"Page {number} of {len(reader.pages)}" for number in range(1, len(reader.pages) + 1)]
    assert [entry["/Title"] for entry in reader.outline] == [
        f"{number}. Item of business {number}" for number in range(1, 201)
    ]


def test_one_paragraph_of_forty_thousand_words_is_set() -> None:
    """It goes over as many pages as it needs."""
    words = [f"word{number % 997}" for number in range(40_000)]
    reader = rendered(document(text(" ".join(words))))

    read = " ".join(" ".join(lines) for lines in page_lines(reader)).split()
    assert read[-40_000:] == words


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper_is_chosen(paper: str, size: tuple[int, int]) -> None:
    """Pages are A4 unless they are to be letter."""
    pages = rendered(SAMPLE, paper=paper).pages

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {size}


def test_lines_of_text_have_about_seventy_five_characters() -> None:
    """Full lines stay within the 80 characters that WCAG 1.4.8 asks for, but for a few of narrow letters."""
    pages = body(document(*[text(WORDS[start:]) for start in range(0, 60, 3)]))
    full = [len(line) for page in pages for line in page if len(line) > 60]

    assert 70 < sum(full) / len(full) < 78
    assert max(full) <= 82


def test_text_stays_within_the_margins() -> None:
    """Nothing is painted outside the column, wherever it stands."""
    places: list[float] = []

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if text.strip():
            places.append(matrix[4])

    reader = rendered(SAMPLE)
    for page in reader.pages:
        page.extract_text(visitor_text=visit)

    margin = (reader.pages[0].mediabox.width - TEXT_WIDTH - 64) / 2
    assert min(places) >= margin
    assert max(places) <= reader.pages[0].mediabox.width - margin


def test_columns_that_need_no_break_share_the_width() -> None:
    """Where all fits, each column has its part of the table by its length."""
    size, widths = column_widths([Extent(5, 10), Extent(5, 30)], 426, 0)

    assert size == 9.5
    assert sum(widths) == pytest.approx(426)
    assert widths[1] / widths[0] == pytest.approx(3, rel=0.05)


def test_short_column_beside_a_long_one_is_not_broken() -> None:
    """A column of short cells has what it needs, and the long one the rest."""
    size, (short, long) = column_widths([Extent(2, 4), Extent(5, 9000)], 426, 0)

    assert size == 9.5
    assert 4 * 9.5 < short < 4 * 9.5 + 3
    assert short + long == pytest.approx(426)


def test_long_columns_share_the_rest_by_the_root_of_their_length() -> None:
    """One very long column does not squeeze another that is only long."""
    _, (less, more) = column_widths([Extent(9, 100), Extent(9, 400)], 426, 0)

    assert more / less == pytest.approx(2, rel=0.01)


def test_columns_keep_the_width_of_their_longest_word() -> None:
    """A column whose share would be too narrow for a word gets what the word needs."""
    _, widths = column_widths([Extent(11, 12), Extent(3, 5000), Extent(3, 5000)], 200, 0)

    assert widths[0] >= 11 * 9.5


def test_text_of_a_table_shrinks_before_words_are_cut() -> None:
    """The largest size is taken in which all words are whole; below the smallest, wide columns give way."""
    sizes = [column_widths([Extent(5, 50)] * columns, 426, 5)[0] for columns in range(6, 12)]
    _, widths = column_widths([Extent(1, 2), *[Extent(11, 50)] * 9], 426, 5)

    assert sizes == sorted(sizes, reverse=True)
    assert {sizes[0], sizes[-1]} == {CELL_SIZES[0], CELL_SIZES[-1]}
    assert widths[0] < widths[1] < 11 * CELL_SIZES[-1]
    assert sum(widths) == pytest.approx(426)


def prose(lines: int) -> Prose:
    """Return a paragraph of so many lines, by itself."""
    written = "\n".join([LINE] * lines)
    setter = Setter(Typesetter([written]), 700)
    return setter.prose(written, Place.column(0, 400, BODY, Element(Role.DOCUMENT)))


@pytest.mark.parametrize(
    ("lines", "room", "force", "parts"),
    [
        (4, 4, False, (4, 0)),
        (4, 3, False, (2, 2)),
        (5, 4, False, (3, 2)),
        (3, 2, False, (0, 3)),
        (3, 2, True, (2, 1)),
        (2, 1, True, (1, 1)),
        (2, 0, True, (0, 2)),
    ],
)
def test_paragraphs_are_cut_between_lines(lines: int, room: int, *, force: bool, parts: tuple[int, int]) -> None:
    """Two lines at least stay or go, unless a line alone is all that fits on a whole page."""
    leading = BODY.leading

    cut = prose(lines).cut(room * leading, force=force)

    assert parts == tuple(0 if part is None else round(part.height / leading) for part in cut)


def test_what_cannot_be_cut_stays_or_goes() -> None:
    """Empty space, a line to write on and a table that fits are one piece."""
    box = Box(20)
    table = Table(TablePlan((0.0,), 0, 100, (Row((Stack([box]),), 2),)))

    assert (box.cut(20, force=False), box.cut(19, force=True)) == ((box, None), (None, box))
    assert table.cut(24, force=False) == (table, None)
    assert table.cut(23, force=True) == (None, table)


def test_blank_paragraph_takes_one_line() -> None:
    """Line breaks without words are no error."""
    assert prose(1).height == BODY.leading
    assert missing_texts(["a", "b"], text_of(PdfRenderer().render(document(text("a"), text("\n \n"), text("b"))))) == []


@pytest.mark.parametrize("lines", range(40, 46))
def test_head_without_rows_is_a_row(lines: int) -> None:
    """A table of a head alone moves to the next page like any row."""
    assert body(document(filler(lines), Grid((), head=cells("First", "Second"))))[-1][-1] == "First Second"


def test_marks_of_lists_hang_and_restart() -> None:
    """Each list counts from its own start."""
    made = document(
        points("a", "b", numbering=Numbering.DECIMAL, start=9),
        points("c", numbering=Numbering.LOWER_ROMAN, start=3),
        Points(((points("d", numbering=Numbering.UPPER_ALPHA), text("e")),)),
    )

    assert body(made)[0][-5:] == ["9. a", "10. b", "iii. c", "• A. d", "e"]


def test_facts_of_a_title_block_stand_side_by_side() -> None:
    """A label and what is said under it share a line; long labels are broken."""
    made = document(Facts((fact("Venue", "Old Customs House"), fact("A label of a good many words in all", "x"))))

    lines = body(made)[0]

    assert "Venue Old Customs House" in lines
    assert [line for line in lines if line.endswith(" x")] == ["A label of a good many x"] or len(lines) > 4


def test_numbers_may_be_links() -> None:
    """The number of a panel or of a heading leads where it says, once."""
    made = document(
        panel(PanelRole.DECISION, "Agreed", "x"),
        attrs.evolve(panel(PanelRole.DECISION, "Agreed", "y"), number=Span("7", link="https://example.org/7")),
        attrs.evolve(heading("Seven"), number=Span("7", link="https://example.org/7")),
        attrs.evolve(heading("Eight"), number=Span("8 " * 80, link="https://example.org/8")),
    )

    annotations = [one.get_object() for page in rendered(made).pages for one in page.get("/Annots", [])]

    assert [one["/A"]["/URI"] for one in annotations] == ["https://example.org/7"] * 2 + ["https://example.org/8"] * 3


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [float(part) for part in colour.split()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_all_text_has_the_contrast_that_wcag_asks_for() -> None:
    """Labels, asides, links and facts are read on the tint of every panel at 4.5 to 1 at least."""
    grounds = {panel_style.tint or "1 1 1" for panel_style in look.PANELS.values()} | {"1 1 1", look.HEAD_TINT}

    for ground in grounds:
        assert min(contrast(colour, ground) for colour in (look.INK, look.SOFT, look.ACCENT, look.LINK)) >= 4.5
    for panel_style in look.PANELS.values():
        assert contrast(panel_style.colour, panel_style.tint or "1 1 1") >= 4.5


def test_every_panel_is_told_by_more_than_its_colour() -> None:
    """Each kind of panel has a rule at its left and a label; what is restricted has a frame besides."""
    assert set(look.PANELS) == set(PanelRole)
    assert min(panel_style.bar for panel_style in look.PANELS.values()) > 1
    assert look.PANELS[PanelRole.RESTRICTED].framed
