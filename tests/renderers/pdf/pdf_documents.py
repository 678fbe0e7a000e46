"""Documents that try the structure of a PDF: every block, hostile text, much too much, and hardly anything."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator

import attrs
from pdf_sample import SAMPLE, WORDS, cells, document, fact, heading, panel, points, text

import boardminutes as bm
from boardminutes.document import Document, DocumentBlock, Grid, NestedBlock, PanelRole, Quotation, SignatureLine, Text
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.testing import every_block_document, hostile_document

PAGES = pathlib.Path(__file__).parents[3] / "examples" / "pages"
LINK = Span("a link of so many words that it goes on over lines and pages " * 40, link="https://example.org/ŵ?a=(1)")


def in_columns(count: int, rows: int) -> Grid:
    """Return a table that goes on over pages, each cell a few words long."""
    body = tuple(cells(*(f"row {row} column {column}" for column in range(count))) for row in range(rows))
    return Grid(body, head=cells(*(f"head {column}" for column in range(count))), caption="Berths", row_heads=True)


def nested(depth: int) -> NestedBlock:
    """Return a text in so many lists, quotations and tables, each in the next."""
    made: NestedBlock = text("deepest")
    for level in range(depth):
        made = points((text(f"list {level}"), made))
        made = Quotation((made, text(f"quotation {level}")))
        made = Grid((((made,), ()),))
    return made


def items(count: int) -> Iterator[DocumentBlock]:
    """Yield so many items of one line."""
    for number in range(count):
        yield heading(f"Item {number}", f"{number}.", anchor=f"item-{number}")
        yield text("Noted.")


def page_of_example() -> Document:
    """Return the minutes of a page that comes with the examples."""
    return bm.compose(bm.read((PAGES / "harbour-partnership-board.txt").read_bytes()).meeting, "agenda-minutes")


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "every block": every_block_document,
    "hostile texts": hostile_document,
    "sample by hand": lambda: attrs.evolve(SAMPLE, language="cy"),
    "empty meeting": lambda: bm.compose(bm.Meeting()),
    "nothing but a title": lambda: document(organisation=None),
    "page of the examples": page_of_example,
    "3 columns": lambda: document(in_columns(3, 50)),
    "12 columns": lambda: document(in_columns(12, 25)),
    "40 columns, one under the other": lambda: document(in_columns(40, 4)),
    "deep nesting": lambda: document(nested(10)),
    "paragraph over pages": lambda: document(text(" ".join(f"word{number}" for number in range(2000)))),
    "tall rows over pages": lambda: document(Grid((cells(WORDS * 12, WORDS * 9),) * 3, head=cells("Was", "Is"))),
    "link over pages": lambda: document(
        text("See ", LINK, ", and ", Span("write", link="mailto:clerk@harbour.example"))
    ),
    "200 items": lambda: document(*items(200)),
    "levels left out": lambda: document(
        heading("Four", level=4), heading("Four again", level=4), heading("Two"), heading("Six", level=6)
    ),
    "numbers of all lengths": lambda: document(
        heading("Depths", "A number as long as a sentence " * 3), heading("B", "7")
    ),
    "empty parts": lambda: document(
        Text(()),
        Grid((cells("", "a"), cells("", "")), head=cells("", "b"), row_heads=True),
        Grid((), head=cells("alone", "")),
        Grid((), caption="Nothing to show"),
        Grid((cells("", ""),)),
        points((Text(()),), "one"),
        Quotation((Text(()),)),
        panel(PanelRole.ACTION, "Action"),
    ),
    "blanks that lead somewhere": lambda: document(
        text("before", Span("\n", link="https://example.org/"), "after", Span(" ", link="https://example.org/b")),
    ),
    "facts over pages": lambda: document(
        panel(PanelRole.MOTION, "Motion", WORDS * 8, facts=(fact("Reasons", WORDS * 20, points("a", "b")),)),
        SignatureLine("Signed", "Date", name="Ada Obi", role="Chair", date="7 May 2026"),
    ),
    "lists of every numbering": lambda: document(*(points("a", "b", numbering=one, start=8) for one in Numbering)),
    "marks apart from their letters": lambda: document(
        text("caf", Span("e", language="fr"), Span("\u0301", link="https://example.org/"), Span("s", language="cy"))
    ),
}
"""What each is, and how it is made."""
