"""The meeting as a whole."""

import copy
import datetime as dt
import pickle
import zoneinfo
from collections.abc import Callable

import attrs
import pytest

from boardminutes import (
    TBC,
    Action,
    Adjournment,
    Correction,
    Decision,
    Declaration,
    Item,
    Meeting,
    MinutesStatus,
    NextMeeting,
    Paragraph,
    PreviousMinutes,
    Prose,
    Signature,
)
from boardminutes.testing.samples import sample_meeting

ProblemOf = Callable[[Callable[[], object]], str]

TEN = dt.datetime(2026, 3, 5, 10, 0)
NINE = dt.datetime(2026, 3, 5, 9, 0)
AWARE = dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC)


def test_everything_about_a_meeting_may_be_unknown() -> None:
    """A meeting without any fact is a meeting."""

    assert ((), None, None) == (Meeting().items, Meeting().body, Meeting().start)


@pytest.mark.parametrize("when", [TEN, AWARE, dt.date(2026, 3, 5), TBC, None])
def test_a_meeting_begins_at_a_time_on_a_day_or_when_confirmed(when: object) -> None:
    """Each is kept as what it is."""

    assert when == Meeting(start=when).start == NextMeeting(when).start == Adjournment(when).start


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Meeting(start=TEN, end=NINE), f"end: must not be before start, got {NINE} after {TEN}"),
        (lambda: Meeting(opened=TEN, closed=NINE), f"closed: must not be before opened, got {NINE} after {TEN}"),
        (
            lambda: Meeting(start=dt.date(2026, 3, 5), end=dt.date(2026, 3, 4)),
            "end: must not be before start, got 2026-03-04 after 2026-03-05",
        ),
        (
            lambda: Meeting(start=TEN, end=dt.date(2026, 3, 4)),
            f"end: must not be before start, got 2026-03-04 after {TEN}",
        ),
        (lambda: NextMeeting(TEN, end=NINE), f"end: must not be before start, got {NINE} after {TEN}"),
        (lambda: Adjournment(TEN, end=NINE), f"end: must not be before start, got {NINE} after {TEN}"),
    ],
)
def test_an_end_before_the_start_is_refused(make: Callable[[], object], expected: str, problem_of: ProblemOf) -> None:
    """Planned times, actual times, breaks and meetings to come all run forward."""

    assert expected == problem_of(make)


@pytest.mark.parametrize("end", [TEN, dt.date(2026, 3, 5), dt.date(2026, 3, 6), TBC, None])
def test_an_end_that_may_be_after_the_start_is_kept(end: object) -> None:
    """The same moment, the same day, and what is not settled are no contradiction."""

    assert end == Meeting(start=TEN, end=end).end


def test_a_start_that_is_not_settled_has_any_end() -> None:
    """There is nothing to compare."""

    assert TEN == Meeting(start=TBC, end=TEN).end == Meeting(end=TEN).end


def test_an_instant_is_compared_across_zones(problem_of: ProblemOf) -> None:
    """Half past ten in Paris is before ten in London."""

    paris = dt.datetime(2026, 3, 5, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    assert problem_of(lambda: Meeting(start=AWARE, end=paris)).startswith("end: must not be before start")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"start": TEN, "end": AWARE}, "end: must have a time zone like all times of the meeting, or none; see start"),
        (
            {"start": AWARE, "opened": TEN},
            "opened: must have a time zone like all times of the meeting, or none; see start",
        ),
        (
            {"opened": AWARE, "adjournments": [Adjournment(TEN)]},
            "adjournments[0].start: must have a time zone like all times of the meeting, or none; see opened",
        ),
        (
            {"adjournments": [Adjournment(end=TEN)], "next_meetings": [NextMeeting(), NextMeeting(end=AWARE)]},
            (
                "next_meetings[1].end: must have a time zone like all times of the meeting, or none; "
                "see adjournments[0].end"
            ),
        ),
    ],
)
def test_times_with_and_without_a_zone_do_not_mix(
    fields: dict[str, object], expected: str, problem_of: ProblemOf
) -> None:
    """All times of a meeting have a zone, or none has."""

    assert expected == problem_of(lambda: Meeting(**fields))


def test_a_zone_is_kept_as_its_offset_at_that_moment() -> None:
    """A ZoneInfo becomes a fixed offset, so that data and objects are equal after a round trip."""

    london = dt.datetime(2026, 7, 5, 10, 0, tzinfo=zoneinfo.ZoneInfo("Europe/London"))
    kept = Meeting(start=london, timezone="Europe/London").start

    assert (london, dt.timezone(dt.timedelta(hours=1))) == (kept, kept.tzinfo)


def test_an_offset_is_in_whole_seconds(problem_of: ProblemOf) -> None:
    """No data file could keep a finer one."""

    odd = dt.timezone(dt.timedelta(seconds=1, microseconds=5))

    assert problem_of(lambda: Meeting(start=AWARE.replace(tzinfo=odd))).startswith(
        "start: must have a zone whose offset is in whole seconds, not "
    )


def test_the_hour_that_comes_twice_is_kept_by_its_offset() -> None:
    """A fold says which of the two it is, and the offset says it too."""

    twice = dt.datetime(2026, 10, 25, 1, 30, tzinfo=zoneinfo.ZoneInfo("Europe/London"), fold=1)
    kept = Meeting(start=twice).start

    assert (dt.timedelta(0), 0) == (kept.utcoffset(), kept.fold)
    assert 0 == Meeting(start=TEN.replace(fold=1)).start.fold


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Meeting(start="today"), "start: must be a datetime, a date, TBC or None, not 'today'"),
        (
            lambda: Meeting(opened=dt.date(2026, 3, 5)),
            "opened: must be a datetime.datetime, not datetime.date(2026, 3, 5)",
        ),
        (lambda: Meeting(venue=5), "venue: must be text, not 5"),
        (lambda: Meeting(status="held"), "status: must be one of MeetingStatus.SCHEDULED"),
        (lambda: Meeting(mode="remote"), "mode: must be one of MeetingMode.IN_PERSON"),
        (
            lambda: Meeting(mode="Hybird"),
            (
                "mode: must be one of MeetingMode.IN_PERSON, MeetingMode.REMOTE, MeetingMode.HYBRID, not 'Hybird'; did "
                "you mean MeetingMode.HYBRID?"
            ),
        ),
        (
            lambda: Meeting(mode="by post"),
            "mode: must be one of MeetingMode.IN_PERSON, MeetingMode.REMOTE, MeetingMode.HYBRID, not 'by post'",
        ),
        (lambda: Meeting(minutes_status="draft"), "minutes_status: must be one of MinutesStatus.DRAFT"),
        (lambda: Meeting(contact="Ada"), "contact: must be a Contact, not 'Ada'"),
        (lambda: Meeting(items=["Budget"]), "items[0]: must be an Item, not 'Budget'"),
        (lambda: Meeting(items="Budget"), "items: must be a sequence of Item objects, not 'Budget'"),
        (lambda: Meeting(declarations=["x"]), "declarations[0]: must be a Declaration, not 'x'"),
        (lambda: Meeting(previous_minutes=["x"]), "previous_minutes[0]: must be a PreviousMinutes, not 'x'"),
        (lambda: Meeting(next_meetings=[TEN]), "next_meetings[0]: must be a NextMeeting, not"),
        (lambda: Meeting(adjournments=["x"]), "adjournments[0]: must be an Adjournment, not 'x'"),
        (lambda: Meeting(signatures=["x"]), "signatures[0]: must be a Signature, not 'x'"),
        (lambda: Meeting(corrections="x"), "corrections: must be a sequence of corrections, not 'x'"),
        (lambda: Meeting(corrections=["x", 1]), "corrections[1]: must be a sequence of text, Paragraph"),
        (lambda: PreviousMinutes(corrections="x"), "corrections: must be a sequence of corrections, not 'x'"),
        (lambda: PreviousMinutes(corrections=["x", ""]), "corrections[1]: must not be empty, got ''"),
        (lambda: PreviousMinutes(TEN), "date: must be a datetime.date, not"),
        (lambda: PreviousMinutes(status="agreed"), "status: must be one of MinutesStatus.DRAFT"),
        (lambda: Signature(date=TEN), "date: must be a datetime.date, not"),
    ],
)
def test_meetings_refuse_values_of_another_form(
    make: Callable[[], object], expected: str, problem_of: ProblemOf
) -> None:
    """The message names the field and what could stand there."""

    assert problem_of(make).startswith(expected)


def test_a_venue_is_known_to_be_confirmed_or_not_known() -> None:
    """Three values that are not the same."""

    assert ["Customs House", TBC, None] == [Meeting(venue=venue).venue for venue in ("Customs House", TBC, None)]


def test_minutes_of_an_earlier_meeting() -> None:
    """Corrections take text and prose."""

    assert (Correction("a"), Correction(Prose(Paragraph("b")))) == PreviousMinutes(
        dt.date(2026, 1, 8), status=MinutesStatus.AGREED_AS_AMENDED, corrections=["a", Prose("b")]
    ).corrections


def test_minutes_are_agreed_with_corrections() -> None:
    """A meeting holds the corrections to its own minutes, as text or prose."""

    assert (Correction("a"), Correction(Prose(Paragraph("b")))) == Meeting(corrections=["a", Prose("b")]).corrections


def test_what_a_meeting_settled_is_gathered_from_its_items_in_order() -> None:
    """Sub-items stand where they stand in the agenda; nothing is kept twice."""

    meeting = Meeting(
        declarations=[Declaration("Ada Obi")],
        items=[
            Item("1", minutes=[Decision("a"), Action("b")], items=[Item("1.1", minutes=[Decision("c"), Action("d")])]),
            Item("2", minutes=[Declaration("Bo Lund"), Decision("e")]),
        ],
    )

    assert (Decision("a"), Decision("c"), Decision("e")) == meeting.decisions
    assert (Action("b"), Action("d")) == meeting.actions
    assert (Declaration("Ada Obi"), Declaration("Bo Lund")) == meeting.all_declarations
    assert (Declaration("Bo Lund"),) == attrs.evolve(meeting, declarations=None).all_declarations


def test_an_item_is_found_by_its_id_or_number() -> None:
    """The first that bears the reference, or None."""

    first, second = Item("a", number="7."), Item("b", number="7", id="b")
    meeting = Meeting(items=[Item("outer", items=[first]), second])

    assert [first, second, None] == [meeting.item("7"), meeting.item("b"), meeting.item("8")]


def test_a_meeting_never_changes() -> None:
    """Its fields cannot be set, and a change makes another meeting."""

    meeting = Meeting(body="Board")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        meeting.body = "Other"

    assert ("Board", "Other") == (meeting.body, attrs.evolve(meeting, body="Other").body)


def test_a_meeting_survives_copying_and_another_process() -> None:
    """Equal after pickling and deep copying, with an equal hash."""

    meeting = sample_meeting()
    others = [pickle.loads(pickle.dumps(meeting)), copy.deepcopy(meeting), sample_meeting()]  # noqa: S301 - our own bytes

    assert [meeting] * 3 == others
    assert {hash(meeting)} == {hash(other) for other in others}
