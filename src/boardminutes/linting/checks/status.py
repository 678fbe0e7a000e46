"""Whether the record says what it is: of whom, of when, and of a meeting that was held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model.outcomes import Action, Decision, Motion
from boardminutes.model.values import MeetingStatus

_NOT_HELD: Final = frozenset(
    {MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.SCHEDULED, MeetingStatus.INQUORATE}
)


def _no_body(record: Record) -> Iterator[Problem]:
    if record.meeting.body is None:
        yield Problem("body", "it is not said who met")


def _no_day(record: Record) -> Iterator[Problem]:
    if record.day is None:
        yield Problem("start", "it is not said on which day the meeting was")


def _not_held(record: Record) -> Iterator[Problem]:
    status = record.meeting.status
    if status not in _NOT_HELD:
        return
    outcomes = [*record.every(Decision), *record.every(Motion)]
    if status is not MeetingStatus.INQUORATE:
        outcomes.extend(record.every(Action))  # an inquorate meeting may still ask people to do things
    if outcomes:
        yield Problem("status", f"the meeting is {status.value}, and decisions or actions of it are recorded")


RULES: Final = (
    Rule(
        "BM604",
        "body-not-named",
        Severity.WARNING,
        _no_body,
        finds="A record without the name of the body that met.",
        why="A document that leaves its page or its folder must say whose minutes it holds.",
        hint="give the body",
        bad="""
bm.Meeting(start=dt.date(2026, 3, 5))
""",
        good="""
bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, 3, 5))
""",
    ),
    Rule(
        "BM605",
        "day-not-said",
        Severity.WARNING,
        _no_day,
        finds="A record without the day of the meeting, or with one that is to be confirmed.",
        why="A document that leaves its page or its folder must say of which meeting it is.",
        hint="give the day in start, or say in opened when the meeting began",
        bad="""
bm.Meeting(body="Harbour Partnership Board", start=bm.TBC)
""",
        good="""
bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, 3, 5))
""",
    ),
    Rule(
        "BM606",
        "outcomes-of-a-meeting-not-held",
        Severity.ERROR,
        _not_held,
        finds="Decisions, motions or actions of a meeting that is scheduled, cancelled or postponed; decisions or "
        "motions of one that is inquorate.",
        why="The status was not changed after the meeting, or the outcomes belong to another one.",
        hint="correct the status, or take out what was not decided",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    status=bm.MeetingStatus.POSTPONED,
    items=[bm.Item("Tides", number="7.", minutes=[bm.Decision("The tables were noted.")])],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    status=bm.MeetingStatus.HELD,
    items=[bm.Item("Tides", number="7.", minutes=[bm.Decision("The tables were noted.")])],
)
""",
    ),
)
