"""Much too much, hardly anything, and everything in everything: a PDF comes out all the same."""

from __future__ import annotations

import itertools

import attrs
import pytest
from pdf_reading import missing_texts, page_lines, rendered, text_of
from pdf_sample import FURNITURE, WORDS, document, fact, heading, panel, points, text

from boardminutes.document import (
    Grid,
    NestedBlock,
    Panel,
    PanelRole,
    Quotation,
    SignatureLine,
)
from boardminutes.errors import RenderError
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf import PdfRenderer


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


def test_blank_paragraph_takes_one_line() -> None:
    """Line breaks without words are no error."""
    assert missing_texts(["a", "b"], text_of(PdfRenderer().render(document(text("a"), text("\n \n"), text("b"))))) == []
