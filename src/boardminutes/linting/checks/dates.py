"""Whether days are in the calendar, and in the order in which meetings follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes._zones import is_no_zone
from boardminutes.errors import Problem
from boardminutes.linting.calendar import WEEKDAY_NAMES, days_that_are_none, said_days
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import day_of, shown
from boardminutes.model.meeting import NextMeeting, PreviousMinutes


def _wrong_weekday(record: Record) -> Iterator[Problem]:
    for line in record.lines:
        for said in said_days(line.text):
            weekdays = {day.weekday() for day in said.days}
            if weekdays and said.weekday not in weekdays:
                right = " or ".join(WEEKDAY_NAMES[number] for number in sorted(weekdays))
                yield Problem(line.path, f"{shown(said.text)}: that day is a {right}")


def _no_such_day(record: Record) -> Iterator[Problem]:
    for line in record.lines:
        for words in days_that_are_none(line.text):
            yield Problem(line.path, f"{shown(words)} is not in the calendar")


def _next_before(record: Record) -> Iterator[Problem]:
    for node in record.every(NextMeeting):
        day = day_of(node.value.start)
        if day is not None and record.day is not None and day < record.day:
            yield Problem(
                node.path("start"),
                f"the next meeting is on {day.isoformat()}, and this one was on {record.day.isoformat()}",
            )


def _previous_after(record: Record) -> Iterator[Problem]:
    for node in record.every(PreviousMinutes):
        day = node.value.date
        if day is not None and record.day is not None and day > record.day:
            yield Problem(
                node.path("date"),
                f"minutes of {day.isoformat()} came up at a meeting on {record.day.isoformat()}",
            )


def _unknown_zone(record: Record) -> Iterator[Problem]:
    zone = record.meeting.timezone
    if zone is not None and is_no_zone(zone):
        yield Problem("timezone", f"{shown(zone)} is no time zone")


RULES: Final = (
    Rule(
        "BM501",
        "wrong-weekday",
        Severity.ERROR,
        _wrong_weekday,
        finds="A date in any text whose weekday is not that of the day: 'Tuesday 5 March 2026', 'Dydd Mawrth 5 Mawrth "
        "2026'. English and Welsh names are known, whole and shortened; a date without its year is left alone, and of "
        "figures such as 5/3/2026 both readings are tried.",
        why="Readers go by the weekday or by the day, and half of them come at the wrong time.",
        hint="find out which of the two is right",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    closing="Members meet again on Tuesday 7 May 2026.",
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    closing="Members meet again on Thursday 7 May 2026.",
)
""",
    ),
    Rule(
        "BM502",
        "no-such-day",
        Severity.ERROR,
        _no_such_day,
        finds="A date in any text that is not in the calendar, such as 31 April 2026 or 29 February 2026.",
        why="Something falls due, or somebody meets, on a day that never comes.",
        hint="find out which day was meant",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    closing="Comments are welcome until 31 April 2026.",
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    closing="Comments are welcome until 30 April 2026.",
)
""",
    ),
    Rule(
        "BM503",
        "next-meeting-before-this",
        Severity.ERROR,
        _next_before,
        finds="A next meeting on a day before this meeting's.",
        why="The date was taken over from earlier minutes, or its year is a slip; people plan by it.",
        hint="correct the day of the next meeting, or of this one",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    next_meetings=[bm.NextMeeting(dt.date(2025, 5, 7))],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7))],
)
""",
    ),
    Rule(
        "BM504",
        "previous-minutes-after-this",
        Severity.ERROR,
        _previous_after,
        finds="Minutes that came up for approval, of a meeting on a day after this one's.",
        why="Minutes cannot be approved before their meeting: one of the two days is a slip.",
        hint="correct the day of the earlier meeting, or of this one",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    previous_minutes=[bm.PreviousMinutes(dt.date(2027, 1, 8))],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    previous_minutes=[bm.PreviousMinutes(dt.date(2026, 1, 8))],
)
""",
    ),
    Rule(
        "BM506",
        "unknown-time-zone",
        Severity.ERROR,
        _unknown_zone,
        finds="A `timezone` that is none of those of the IANA Time Zone Database, as this machine has it; nothing is "
        "found where it has none.",
        why="No program knows what time is meant: in a calendar the meeting floats, and stands at ten o'clock wherever "
        "its reader is.",
        hint="name the zone by a city, as the database does, such as 'Europe/London'",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),
    timezone="London",
    items=[bm.Item("Tides", number="7.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),
    timezone="Europe/London",
    items=[bm.Item("Tides", number="7.")],
)
""",
    ),
)
