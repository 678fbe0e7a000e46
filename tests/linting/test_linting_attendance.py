"""Who can have been there and can have voted, item by item."""

from __future__ import annotations

import datetime as dt

import pytest

import boardminutes as bm
from boardminutes.linting.attendance import Attendance
from boardminutes.linting.record import Record

PRESENT, REMOTE, ABSENT = bm.Presence.PRESENT, bm.Presence.REMOTE, bm.Presence.ABSENT


def items(*titles: str, **fields: object) -> list[bm.Item]:
    """Return items numbered 1, 2, … of which something is recorded."""
    return [
        bm.Item(title, number=str(number), minutes="Noted.", **fields)  # type: ignore[arg-type]
        for number, title in enumerate(titles, start=1)
    ]


def members(attendee: bm.Attendee, held: list[bm.Item]) -> tuple[int, ...]:
    """Return for each item whether this one person can have been there as a voting member."""
    return Attendance.of(Record(bm.Meeting(attendees=[attendee], items=held))).members


def votes(attendee: bm.Attendee, held: list[bm.Item]) -> tuple[int, ...]:
    """Return how many votes this one person had for each item."""
    return Attendance.of(Record(bm.Meeting(attendees=[attendee], items=held))).votes


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (1, 1, 1)),
        ({"presence": ABSENT}, (0, 0, 0)),
        ({"voting": False}, (0, 0, 0)),
        ({"category": bm.Category.OFFICER}, (0, 0, 0)),
        ({"category": bm.Category.OFFICER, "voting": True}, (1, 1, 1)),
        ({"category": bm.Category.CO_OPTED}, (1, 1, 1)),
        ({"arrived": "2"}, (0, 1, 1)),
        ({"left": "2"}, (1, 1, 0)),
        ({"arrived": "3", "left": "2"}, (0, 0, 0)),
        ({"arrived": "no such item", "left": "nor this"}, (1, 1, 1)),
        ({"items": ["2"]}, (0, 1, 0)),
        ({"items": ["3", "1", "1"]}, (1, 0, 1)),
        ({"items": ["1", "3"], "left": "2"}, (1, 0, 0)),
        ({"per_item": [bm.ItemAttendance("2", presence=ABSENT)]}, (1, 0, 1)),
        ({"per_item": [bm.ItemAttendance("9", presence=ABSENT)]}, (1, 1, 1)),
        ({"presence": ABSENT, "per_item": [bm.ItemAttendance("2", presence=REMOTE)]}, (0, 1, 0)),
    ],
)
def test_presence_is_the_most_that_the_record_allows(fields: dict[str, object], expected: tuple[int, ...]) -> None:
    """Whoever arrived or left during an item was there for it; what is not known counts as there."""
    assert expected == members(bm.Attendee("Ada Obi", **fields), items("A", "B", "C"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"proxy_for": ["Bo Lund", "Cy Reed"]}, (3, 3)),
        ({"per_item": [bm.ItemAttendance("1", voting=False)]}, (0, 1)),
        ({"voting": False, "per_item": [bm.ItemAttendance("1", voting=True)]}, (1, 0)),
        ({"voting": False, "per_item": [bm.ItemAttendance("1", voting=False)]}, (0, 0)),
    ],
)
def test_votes_are_those_of_the_item(fields: dict[str, object], expected: tuple[int, ...]) -> None:
    """A proxy is one vote more, and a right to vote may be given or taken for one item."""
    assert expected == votes(bm.Attendee("Ada Obi", **fields), items("A", "B"))  # type: ignore[arg-type]


def test_what_holds_for_an_item_holds_for_its_sub_items_unless_they_say_otherwise() -> None:
    """The widest word is heard first, whatever the order in which they stand."""
    held = [
        bm.Item("A", number="1", items=[bm.Item("B", number="1.1"), bm.Item("C", number="1.2")]),
        bm.Item("D", number="2"),
    ]
    away, back = bm.ItemAttendance("1", presence=ABSENT), bm.ItemAttendance("1.2", presence=PRESENT)

    assert (0, 0, 1, 1) == members(bm.Attendee("Ada Obi", per_item=[away, back]), held)
    assert (0, 0, 1, 1) == members(bm.Attendee("Ada Obi", per_item=[back, away]), held)
    assert (1, 1, 1, 0) == members(bm.Attendee("Ada Obi", items=["1"]), held)
    assert (1, 1, 1, 0) == members(bm.Attendee("Ada Obi", left="1"), held)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"arrived": dt.time(11, 0)}, (0, 0, 1, 1)),
        ({"arrived": dt.time(10, 50)}, (1, 1, 1, 1)),
        ({"arrived": dt.time(9, 0)}, (1, 1, 1, 1)),
        ({"left": dt.time(11, 0)}, (1, 1, 0, 0)),
        ({"left": dt.time(11, 10)}, (1, 1, 1, 1)),
    ],
)
def test_times_say_who_was_away_where_the_items_have_times(fields: dict[str, object], expected: object) -> None:
    """What lies between two known times is not certain, and counts as there."""
    held = [
        bm.Item("A", number="1", taken_at=dt.time(10, 0), items=[bm.Item("Aa", taken_at=dt.time(23, 0))]),
        bm.Item("B", number="2", taken_at=dt.time(11, 0)),
        bm.Item("C", number="3"),
    ]

    assert expected == members(bm.Attendee("Ada Obi", **fields), held)  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", [{"arrived": "2"}, {"left": "1"}, {"left": dt.time(10, 30)}])
def test_nothing_is_concluded_where_items_were_taken_out_of_order(fields: dict[str, object]) -> None:
    """The order of the record is then not that of the meeting."""
    held = items("A", "B", marks=[bm.ItemMark.OUT_OF_ORDER], taken_at=dt.time(11, 0))

    assert (1, 1) == members(bm.Attendee("Ada Obi", **fields), held)  # type: ignore[arg-type]


def test_nothing_is_concluded_from_times_that_do_not_rise() -> None:
    """The meeting went on past midnight, or a time is wrong."""
    held = [bm.Item("A", taken_at=dt.time(23, 50)), bm.Item("B", taken_at=dt.time(0, 10))]

    assert (1, 1) == members(bm.Attendee("Ada Obi", left=dt.time(23, 55)), held)


def test_a_number_that_two_items_bear_leaves_open_which_is_meant() -> None:
    """Somebody may have been there for either."""
    held = [bm.Item("A", number="1"), bm.Item("B", number="1"), bm.Item("C", number="1"), bm.Item("D", number="2")]

    assert (1, 1, 1, 1) == members(bm.Attendee("Ada Obi", items=["1"]), held)
    assert (1, 1, 1, 1) == members(
        bm.Attendee("Ada Obi", arrived="1", left="1", per_item=[bm.ItemAttendance("1", presence=ABSENT)]), held
    )


def found(meeting: bm.Meeting) -> list[tuple[str, str]]:
    """Return code and path of what is found, but for what every meeting without a body or day has."""
    return [(one.code, one.path) for one in bm.lint(meeting, ignore=["BM604", "BM605"])]


def test_an_item_is_inquorate_by_itself() -> None:
    """Only items of which something is recorded count, and each that falls below is named."""
    attendees = [
        bm.Attendee("Ada Obi", presence=PRESENT),
        bm.Attendee("Bo Lund", presence=PRESENT, per_item=[bm.ItemAttendance("2", presence=ABSENT)], left="3"),
    ]
    held = [*items("A", "B", "C", "D"), bm.Item("E", number="5", marks=[bm.ItemMark.DEFERRED])]

    assert [("BM306", "items[1]"), ("BM306", "items[3]")] == found(
        bm.Meeting(quorum=2, attendees=attendees, items=held)
    )


def test_an_inquorate_meeting_that_says_so_is_right() -> None:
    """It may note and ask, but not decide."""
    fields = {
        "status": bm.MeetingStatus.INQUORATE,
        "quorum": 2,
        "attendees": [bm.Attendee("Ada Obi", presence=PRESENT)],
    }
    asks = bm.Item("Tides", minutes=[bm.Action("Print", owners=["Ada Obi"], due="soon")])
    decides = bm.Item("Tides", minutes=[bm.Decision("It be.")])

    assert [] == found(bm.Meeting(items=[asks], **fields))  # type: ignore[arg-type]
    assert [("BM606", "status")] == found(bm.Meeting(items=[decides], **fields))  # type: ignore[arg-type]


def test_a_casting_vote_is_a_vote_more() -> None:
    """The chair votes twice, and both may be in the count."""
    casting = bm.CastingVote(bm.VoteOption.IN_FAVOUR, person="Ada Obi")
    attendees = [bm.Attendee("Ada Obi", presence=PRESENT), bm.Attendee("Bo Lund", presence=REMOTE)]

    def meeting(vote: bm.Vote) -> bm.Meeting:
        return bm.Meeting(attendees=attendees, items=[bm.Item("A", minutes=[bm.Decision("It be.", vote=vote)])])

    assert [] == found(meeting(bm.Vote(in_favour=2, against=1, casting_vote=casting)))
    assert [("BM301", "items[0].minutes[0].vote")] == found(meeting(bm.Vote(in_favour=2, against=1)))
    assert [] == found(meeting(bm.Vote(in_favour=1, against=1, not_voting=5, absent=9)))
