"""How pages are filled, what stays together, and what the eye is told."""

from __future__ import annotations

import attrs
import pytest
from pdf_reading import LINE, body, filler, rendered
from pdf_sample import SAMPLE, WORDS, document, fact, heading, panel, points, text

from boardminutes.document import (
    Facts,
    Heading,
    PanelRole,
    Points,
    SignatureLine,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.boxes import Box, Prose, Stack
from boardminutes.renderers.pdf.looks import TEXT_WIDTH, look_of
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.table import Row, Table, TablePlan
from boardminutes.renderers.pdf.typesetting import Typesetter
from boardminutes.theme import Theme

LOOK = look_of(Theme(), "a4")


@pytest.mark.parametrize("lines", range(30, 48))
def test_heading_is_never_the_last_line_of_a_page(lines: int) -> None:
    """A heading, and a chain of them, stands on the page of the first lines of what it is over."""
    made = document(
        filler(lines), heading("Over a text", "1."), heading("Under it", "1.1", level=3), text(WORDS), text(WORDS)
    )

    for page in body(made):
        assert page[-1] not in {"Over a text", "1. Over a text", "Under it", "1.1 Under it"}
        assert page[-1].rstrip(" .0123456789") != ""


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


def prose(lines: int) -> Prose:
    """Return a paragraph of so many lines, by itself."""
    written = "\n".join([LINE] * lines)
    setter = Setter(Typesetter([written]), LOOK, 700)
    return setter.prose(written, Place.column(0, 400, LOOK.body, Element(Role.DOCUMENT)))


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
    leading = LOOK.body.leading

    cut = prose(lines).cut(room * leading, force=force)

    assert parts == tuple(0 if part is None else round(part.height / leading) for part in cut)


def test_what_cannot_be_cut_stays_or_goes() -> None:
    """Empty space, a line to write on and a table that fits are one piece."""
    box = Box(20)
    table = Table(TablePlan((0.0,), 0, 100, (Row((Stack([box]),), 2),)))

    assert (box.cut(20, force=False), box.cut(19, force=True)) == ((box, None), (None, box))
    assert table.cut(24, force=False) == (table, None)
    assert table.cut(23, force=True) == (None, table)


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


def test_heading_that_begins_a_page_stands_at_its_top() -> None:
    """What comes before it ends its page, and it stays where it is when it is at the top anyway."""
    new = Heading((Span("Items"),), anchor="items", new_page=True)

    assert [["Items", "Said."]] == [page[-2:] for page in body(document(new, text("Said.")))][1:]
    assert ["Before.", "Items"] == [page[-1] for page in body(document(text("Before."), new))]
    assert ["One", "Items"] == [page[-1] for page in body(document(heading("One"), new))]


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
    grounds = {panel_style.tint or "1 1 1" for panel_style in look.PANELS.values()} | {
        "1 1 1",
        look.HEAD_TINT,
        look.WATERMARK,
    }

    for ground in grounds:
        assert min(contrast(colour, ground) for colour in (look.INK, look.SOFT, LOOK.accent, look.LINK)) >= 4.5
    for panel_style in look.PANELS.values():
        assert contrast(panel_style.colour, panel_style.tint or "1 1 1") >= 4.5
        assert contrast(panel_style.colour, look.WATERMARK) >= 4.5


def test_every_panel_is_told_by_more_than_its_colour() -> None:
    """Each kind of panel has a rule at its left and a label; what is restricted has a frame besides."""
    assert set(look.PANELS) == set(PanelRole)
    assert min(panel_style.bar for panel_style in look.PANELS.values()) > 1
    assert look.PANELS[PanelRole.RESTRICTED].framed


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Agenda and draft minutes, Thursday 5 March 2026", ["Agenda and draft minutes,", "Thursday 5 March 2026"]),
        ("Minutes, Thursday 5 March 2026", ["Minutes, Thursday 5 March 2026"]),
        (
            "Minute book, Thursday 5 March 2026 \N{EN DASH} Friday 25 December 2026",
            ["Minute book, Thursday 5 March 2026 \N{EN DASH}", "Friday 25 December 2026"],
        ),
        ("Minutes " + "x" * 60, ["Minutes", "x" * 33]),
    ],
    ids=["two lines", "one line", "two days", "a word that is cut"],
)
def test_lines_of_a_title_are_alike_in_width(title: str, lines: list[str]) -> None:
    """There are no more of them, each ends where a reader would pause, and neither a day nor a word is cut."""
    page, *_ = body(document(title=title))

    assert lines == page[1 : 1 + len(lines)]
