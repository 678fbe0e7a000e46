"""Whose text is painted: every word belongs to an element of the structure, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from pdf_reading import squeezed
from pdf_sample import SAMPLE, SAMPLE_BLOCKS, WORDS, cells, document, heading, points, text

from boardminutes.document import Document, Grid, Points
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf import renderer as renderer_module
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.composing import compose
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.structure import Artifact, Element, Owner, Role


@attrs.frozen
class Painted:
    """One run of text as it was painted."""

    page: int
    owner: Owner
    text: str


def walk(element: Element) -> Iterator[Element]:
    """Yield an element and all that it holds."""
    yield element
    for kid in element.kids:
        yield from walk(kid)


def painted(made: Document, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Painted], Element]:
    """Render a document and return what was painted for whom, and the structure."""
    seen: list[Painted] = []
    roots: list[Element] = []
    paint = Paragraph.paint

    def watched(self: Paragraph, canvas: PageCanvas, *place: float) -> None:
        for line in self.lines[int(place[2]) : int(place[3])]:
            for run, written in self._segments(line):
                seen.append(Painted(canvas.getPageNumber(), canvas.repeating or run.owner, written))
        paint(self, canvas, *place)  # type: ignore[arg-type]

    def composed(*arguments: object) -> object:
        boxes, root = compose(*arguments)  # type: ignore[arg-type]
        roots.append(root)
        return boxes, root

    monkeypatch.setattr(Paragraph, "paint", watched)
    monkeypatch.setattr(renderer_module, "compose", composed)
    PdfRenderer().render(made)
    return seen, roots[0]


def test_every_painted_text_belongs_to_the_structure_or_is_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no element owns is a header, a footer or a repeated head, and nothing else."""
    seen, root = painted(SAMPLE, monkeypatch)
    elements = set(walk(root))

    assert {one.owner for one in seen if isinstance(one.owner, Element)} <= elements
    assert {one.owner for one in seen if isinstance(one.owner, Artifact)} == {Artifact.HEADER, Artifact.FOOTER}


def test_text_is_painted_in_the_order_of_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the elements own is exactly the text of the document; the marks of lists come besides."""
    blocks = [block for block in SAMPLE_BLOCKS if not isinstance(block, Points)]
    made = document(*blocks)
    seen, _ = painted(made, monkeypatch)
    own = [one for one in seen if isinstance(one.owner, Element)]
    marks = [one for one in own if one.owner.role is Role.LABEL and squeezed(one.text) in {"a.", "b."}]  # type: ignore[union-attr]

    read = squeezed("".join(one.text for one in own if one not in marks))

    assert len(marks) == 2
    assert read == squeezed("".join(made.texts()))


def test_elements_are_painted_in_the_order_of_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """No element is begun before one that stands before it, but for a number that stands before its heading."""
    seen, root = painted(SAMPLE, monkeypatch)
    places = {element: place for place, element in enumerate(walk(root))}
    first_seen = dict.fromkeys(one.owner for one in seen if isinstance(one.owner, Element))
    inline = {Role.SPAN, Role.LINK}

    order = [places[owner] for owner in first_seen if owner.role not in inline and owner.role is not Role.HEADING]

    assert order == sorted(order)


def test_paragraph_that_is_divided_keeps_one_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of one paragraph on two pages belong to one element."""
    seen, _ = painted(document(text("\n".join(f"line {number}" for number in range(80)))), monkeypatch)
    lines = [one for one in seen if one.text.startswith("line ")]

    assert {one.page for one in lines} == {1, 2}
    assert len({one.owner for one in lines}) == 1


def test_repeated_head_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The head of a table belongs to the structure once; after that it is an artifact."""
    rows = tuple(cells(f"row {number}", WORDS) for number in range(40))
    seen, _ = painted(document(Grid(rows, head=cells("Row", "Words"))), monkeypatch)
    heads = [one.owner for one in seen if squeezed(one.text) == "Row"]

    assert isinstance(heads[0], Element)
    assert heads[0].role is Role.PARAGRAPH
    assert set(heads[1:]) == {Artifact.REPEATED_HEAD}


def test_structure_names_what_blocks_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings have levels, lists labels, tables header cells, links their targets, languages their tags."""
    made = document(
        heading("Items", "1.", level=3),
        points("a"),
        Grid((cells("North", "1"),), head=cells("Place", "Depth"), caption="Depths", row_heads=True),
        text("see ", Span("y rheolau", link="https://example.org/", language="cy")),
    )
    _, root = painted(made, monkeypatch)

    def outline(element: Element) -> object:
        return (element.role.value, [outline(kid) for kid in element.kids]) if element.kids else element.role.value

    assert outline(root) == (
        "Document",
        [
            "P",
            "H1",
            ("H", ["Span"]),
            ("L", [("LI", ["Lbl", ("LBody", ["P"])])]),
            (
                "Table",
                [
                    "Caption",
                    ("THead", [("TR", [("TH", ["P"]), ("TH", ["P"])])]),
                    ("TBody", [("TR", [("TH", ["P"]), ("TD", ["P"])])]),
                ],
            ),
            ("P", ["Link"]),
        ],
    )
    link = root.kids[-1].kids[0]
    assert (link.target, link.language) == ("https://example.org/", "cy")
    assert root.kids[2].tag == "H2"
