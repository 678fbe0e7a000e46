"""What leads to headings of the same document, and when the numbers of their pages are settled."""

from __future__ import annotations

import io

import pypdf
import pytest

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.renderers.pdf.references import References

CORRECTED = bm.Meeting(corrections=[bm.Correction("North.", item="2")], items=[bm.Item("Pier", number="2.")])


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (bm.compose(CORRECTED, "minutes"), True),
        (bm.compose(bm.Meeting(), "minutes"), True),
        (bm.compose(CORRECTED, "minute-book"), False),
        (bm.compose(bm.Meeting(), "minute-book"), False),
    ],
)
def test_a_document_that_prints_no_number_of_a_page_need_not_be_set_again(document: Document, expected: bool) -> None:  # noqa: FBT001 - a value of the table
    """Wherever its headings came to stand; contents print the numbers of theirs."""
    references = References.of(document)

    assert expected is references.agree(dict.fromkeys(references.anchors, 1))


def test_a_reference_without_the_number_of_a_page_is_set_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """And leads to its heading all the same."""
    monkeypatch.setattr("boardminutes.renderers.pdf.renderer.MOST_PASSES", 1)
    reader = pypdf.PdfReader(io.BytesIO(bm.render(CORRECTED, "pdf")))

    assert ["/item-2"] == list(reader.named_destinations)
    assert "Item 2: North." in reader.pages[0].extract_text()
