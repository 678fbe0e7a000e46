"""What statistics count."""

from __future__ import annotations

import datetime as dt

import pytest
from registers import rows, texts

import boardminutes as bm
from boardminutes.document import Bar, Chart

PRESENT, APOLOGIES = bm.Presence.PRESENT, bm.Presence.APOLOGIES


def held(month: int, **facts: object) -> bm.Meeting:
    """Return a meeting in a *month*."""
    return bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, month, 5), **facts)


def settled(*decisions: bm.Decision) -> list[bm.Item]:
    """Return an item in which *decisions* were taken."""
    return [bm.Item("Dredging plan", minutes=decisions or ["Members waited."])]


YEAR = [
    held(
        3,
        attendees=[bm.Attendee("Ada Obi", presence=PRESENT), bm.Attendee("Bo Lund", presence=APOLOGIES)],
        items=settled(bm.Decision("It be so.", verb=bm.Verb.AGREED), bm.Decision("It be otherwise.")),
    ),
    held(
        5,
        attendees=[
            bm.Attendee("Ada Obi", presence=bm.Presence.REMOTE),
            bm.Attendee("Bo Lund", presence=PRESENT),
            bm.Attendee("Cy Dee"),
        ],
        items=settled(bm.Decision("It be so.", verb=bm.Verb.AGREED)),
    ),
]


def charts(*meetings: bm.Meeting) -> list[Chart]:
    """Return the charts of the statistics of *meetings*."""
    return [block for block in bm.compose(meetings, "statistics").blocks if isinstance(block, Chart)]


def test_attendance_is_counted_by_person() -> None:
    """Of how many meetings, how often each presence, and the share of those that are known."""
    attended = charts(*YEAR)[0]

    assert [
        ["Name", "Meetings", "Present", "Present remotely", "Apologies", "Presence not known", "Share"],
        ["Ada Obi", "2", "1", "1", "0", "0", "100%"],
        ["Bo Lund", "2", "1", "0", "1", "0", "50%"],
        ["Cy Dee", "1", "0", "0", "0", "1", "not known"],
    ] == rows(attended.table)
    assert (Bar("Ada Obi", 100, "100%"), Bar("Bo Lund", 50, "50%")) == attended.bars


def test_decisions_are_counted_by_outcome_and_by_meeting() -> None:
    """An outcome that is not known is called so."""
    _, outcomes, meetings = charts(*YEAR)

    assert [["Outcome", "Decisions"], ["Agreed", "2"], ["Outcome not known", "1"]] == rows(outcomes.table)
    assert [["Meeting", "Decisions"], ["Thursday 5 March 2026", "2"], ["Tuesday 5 May 2026", "1"]] == rows(
        meetings.table
    )
    assert "Decisions by meeting" in meetings.alternative_text


def test_one_meeting_is_not_compared_with_others() -> None:
    """Its decisions are counted by outcome alone."""
    assert ["Decisions by outcome"] == [one.title for one in charts(YEAR[0])[1:]]


def test_decision_that_followed_a_motion_counts() -> None:
    """As it does in the list of decisions."""
    motion = bm.Motion("That it be so.", decision=bm.Decision("It is so.", verb=bm.Verb.RESOLVED))

    assert [["Outcome", "Decisions"], ["Resolved", "1"]] == rows(
        charts(held(3, items=[bm.Item("Tide", minutes=[motion])]))[0].table
    )


def test_what_is_not_known_is_said_and_not_counted() -> None:
    """A meeting without attendance and minutes is named, and has no bar."""
    meetings = (YEAR[0], held(7))
    said = texts(bm.compose(meetings, "statistics"))
    by_meeting = charts(*meetings)[2]

    assert "No attendance is recorded for Sunday 5 July 2026, which is not counted." in said
    assert "There are no minutes of Sunday 5 July 2026 here, so it is not counted." in said
    assert ["Sunday 5 July 2026", "not known"] == rows(by_meeting.table)[-1]
    assert ["Thursday 5 March 2026"] == [bar.label for bar in by_meeting.bars]


def test_meeting_that_decided_nothing_counts_as_nothing() -> None:
    """Which is another thing than not to know."""
    assert "No decisions are recorded." in texts(bm.compose(held(3, items=settled()), "statistics"))
    assert "No decisions are recorded." not in texts(bm.compose(held(3), "statistics"))


def test_public_does_not_count_what_is_restricted() -> None:
    """It is told that it does not; those who may see all count it."""
    secret = [
        bm.Item(
            "Quay",
            public_title="Property",
            restriction=bm.Restriction("paragraph 3"),
            minutes=[bm.Decision("Buy it.", verb=bm.Verb.RESOLVED)],
        )
    ]
    told = "What was settled in restricted items is not counted."
    meeting = held(3, items=[*settled(bm.Decision("It be so.", verb=bm.Verb.AGREED)), *secret])
    public, full = (texts(bm.compose(meeting, "statistics", audience=one)) for one in ("public", "full"))

    assert (True, False) == (told in public, told in full)
    assert (False, True) == ("Resolved" in public, "Resolved" in full)


@pytest.mark.parametrize(
    "items",
    [
        [bm.Item("Quay", public_title="Property", restriction=bm.Restriction("paragraph 3"), minutes=["It was sold."])],
        [bm.Item("Quay", minutes=[bm.Decision("Sell it.", restriction=bm.Restriction("paragraph 3"))])],
    ],
)
def test_public_is_not_told_that_nothing_was_minuted(items: list[bm.Item]) -> None:
    """Of a meeting whose minutes are all restricted it hears only that there are none here, as of any without."""
    public, without = (texts(bm.compose(held(3, items=one), "statistics")) for one in (items, []))
    told = "There are no minutes of Thursday 5 March 2026 here, so it is not counted."

    assert told in without
    assert public - {"What was settled in restricted items is not counted."} == without


def test_public_is_not_told_that_nothing_was_decided_where_items_are_restricted() -> None:
    """What was settled there is not counted, and that is all that is said."""
    secret = bm.Item(
        "Quay", public_title="Property", restriction=bm.Restriction("paragraph 3"), minutes=[bm.Decision("Sell it.")]
    )
    public, full = (
        texts(bm.compose(held(3, items=[*settled(), secret]), "statistics", audience=one)) for one in ("public", "full")
    )

    assert "No decisions are recorded." not in public
    assert "What was settled in restricted items is not counted." in public
    assert "No decisions are recorded." not in full


def test_every_number_of_the_table_is_of_one_meeting() -> None:
    """So that a spreadsheet can add them up as it likes."""
    table = bm.compose(YEAR, "statistics").table
    assert table is not None

    assert ["Body", "Meeting", "Date", "Statistics", "Name", "Counted", "Number"] == rows(table)[0]
    assert [
        ["Attendance", "Ada Obi", "Present", "1"],
        ["Attendance", "Bo Lund", "Apologies", "1"],
        ["Decisions", "Agreed", "Decisions", "1"],
        ["Decisions", "Outcome not known", "Decisions", "1"],
    ] == [row[3:] for row in rows(table)[1:5]]


def test_who_came_is_all_that_travels() -> None:
    """No decision does, since none is shown."""
    (view,) = bm.compose(YEAR[0], "statistics").meetings

    assert ((), ["Ada Obi", "Bo Lund"]) == (view.items, [one.name for one in view.attendees or ()])
