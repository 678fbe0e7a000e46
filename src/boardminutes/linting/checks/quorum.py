"""Whether enough were there to decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.attendance import Attendance, is_complete
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record, named
from boardminutes.linting.rules import Rule
from boardminutes.model.values import MeetingStatus


def _inquorate(record: Record) -> Iterator[Problem]:
    quorum = record.meeting.quorum
    if quorum is None or record.meeting.status is MeetingStatus.INQUORATE or not is_complete(record):
        return
    attendance = Attendance.of(record)
    if attendance.of_all < quorum:
        yield Problem("quorum", f"{quorum} are needed, and at most {attendance.of_all} voting members were there")
        return
    for node in record.items:
        there = attendance.members[node.at]
        if there < quorum and node.value.entries:
            yield Problem(
                node.path(),
                f"{quorum} are needed, and at most {there} voting members were there at {named(node.value)}",
            )


RULES: Final = (
    Rule(
        "BM306",
        "inquorate",
        Severity.ERROR,
        _inquorate,
        finds="A meeting, or an item of which something is recorded, at which fewer voting members can have been "
        "there than the quorum. Counted are members, co-opted members and those in no known capacity, unless `voting` "
        "says otherwise; of arrivals and departures only what is certain. Nothing is found unless the attendees are a "
        "list of those who came, and not of apologies, substitutes and guests alone, or where the meeting's status is "
        "inquorate.",
        why="What is decided without a quorum is not decided.",
        hint="correct the attendees or the quorum, or say in the minutes what was done about it",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    quorum=2,
    attendees=[
        bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT, left="7"),
    ],
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("The tables were noted.")]),
        bm.Item("Fees", number="8.", minutes=[bm.Decision("The fees were noted.")]),
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    quorum=2,
    attendees=[
        bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT, left="8"),
    ],
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("The tables were noted.")]),
        bm.Item("Fees", number="8.", minutes=[bm.Decision("The fees were noted.")]),
    ],
)
""",
    ),
)
