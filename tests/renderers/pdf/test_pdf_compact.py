"""Compact files: fewer bytes, and otherwise the same."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdf_reading import text_of
from pdf_sample import SAMPLE, WORDS, document, heading, text
from structure_reading import structure_problems

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.testing import every_block_document, sample_meeting

LONG = document(*(block for one in range(60) for block in (heading(f"Item {one}", anchor=f"a{one}"), text(WORDS))))


def identifier(pdf: bytes) -> list[bytes]:
    """Return the identifier of a file, in its two parts."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [bytes(part) for part in opened.trailer.ID]


@pytest.mark.parametrize("made", [SAMPLE, LONG, every_block_document()], ids=["sample", "long", "every block"])
def test_compact_file_is_smaller_and_has_the_same_structure_and_text(made: Document) -> None:
    """Objects that stood one by one stand in packed streams; a reader finds them all the same."""
    plain, compact = PdfRenderer().render(made), PdfRenderer(compact=True).render(made)

    assert len(compact) < 0.8 * len(plain)
    assert compact.startswith(b"%PDF-1.7")
    assert [] == structure_problems(compact, made)
    assert text_of(plain) == text_of(compact)


def test_compact_file_is_the_same_each_time_and_its_identifier_comes_from_what_it_holds() -> None:
    """No clock and no chance is in it."""
    first, second = (PdfRenderer(compact=True).render(LONG) for _ in range(2))
    other = PdfRenderer(compact=True).render(SAMPLE)

    assert first == second
    assert set(identifier(first)).isdisjoint(identifier(other))


def test_meeting_travels_in_a_compact_file_too() -> None:
    """The attachment is taken out as from any other."""
    plain, compact = (
        bm.extract(bm.render(sample_meeting(), "pdf", audience="full", compact=compact)) for compact in (False, True)
    )

    assert plain == compact
    assert (compact.meeting.title, compact.audience, compact.stale) == (sample_meeting().title, "full", False)


def test_compact_is_yes_or_no() -> None:
    """A word is neither."""
    with pytest.raises(TypeError, match="compact must be True or False, not 'no'"):
        PdfRenderer(compact="no")  # type: ignore[arg-type]
