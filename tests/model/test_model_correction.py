"""Corrections to minutes, and what they correct."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from boardminutes import Correction, Item, Meeting, PreviousMinutes, Prose, Restriction

MARCH = dt.date(2026, 3, 5)


def test_text_and_prose_make_a_correction() -> None:
    """So does a block; what is one already stays as it is."""
    named = Correction(["North,", "not south."], item="3", restriction="paragraph 3")

    assert (Correction("a"), Correction(Prose("b")), named) == Meeting(corrections=["a", Prose("b"), named]).corrections
    assert (Prose(["North,", "not south."]), Restriction("paragraph 3")) == (named.text, named.restriction)


def test_a_correction_reads_as_its_text() -> None:
    """In the same way as prose does."""
    assert "North,\n\nnot south." == str(Correction(["North,", "not south."], item="3"))


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Correction("a"), True),
        (Correction("a", item="3"), False),
        (Correction("a", restriction=Restriction()), False),
    ],
)
def test_it_is_known_whether_there_is_more_than_the_text(correction: Correction, expected: bool) -> None:  # noqa: FBT001 - a value of the table
    """An item, or why the public may not see it."""
    assert expected is correction.is_text_alone


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Correction(""), "text: must not be empty, got ''"),
        (lambda: Correction("a", item="3\n4"), "item: must stand on one line, got '3\\n4'"),
        (lambda: Correction("a", restriction=3), "restriction: must be a Restriction, not 3"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_correction_is_refused(
    make: Callable[[], object], expected: str, problem_of: Callable[[Callable[[], object]], str]
) -> None:
    """The field is named."""
    assert expected == problem_of(make)


def test_a_correction_means_every_item_that_is_called_so() -> None:
    """By id or printed number, a full stop aside; one that names no item means none."""
    first, below = Item("Pier", number="3.", id="pier"), Item("Quay", minute_number="3")
    meeting = Meeting(items=[first, Item("Reports", number="4.", items=[below])])

    assert ((first, below), (first,), (), ()) == tuple(
        meeting.corrected_by(Correction("a", item=item)) for item in ("3", "pier", "5", None)
    )


@pytest.mark.parametrize(
    ("previous", "meeting", "expected"),
    [
        (PreviousMinutes(MARCH), Meeting(start=MARCH), True),
        (PreviousMinutes(MARCH), Meeting(opened=dt.datetime(2026, 3, 5, 10, 4)), True),
        (PreviousMinutes(MARCH), Meeting(start=dt.date(2026, 3, 6)), False),
        (PreviousMinutes(), Meeting(), False),
        (PreviousMinutes(MARCH, meeting_id="a"), Meeting(start=MARCH), True),
        (PreviousMinutes(MARCH, meeting_id="a"), Meeting(start=MARCH, id="b"), False),
        (PreviousMinutes(meeting_id="a"), Meeting(start=MARCH, id="a"), True),
    ],
)
def test_it_is_known_of_which_meeting_minutes_are(previous: PreviousMinutes, meeting: Meeting, expected: bool) -> None:  # noqa: FBT001 - a value of the table
    """By the id where both say one, and else by the day; what is not known is nobody's."""
    assert expected is previous.are_of(meeting)
