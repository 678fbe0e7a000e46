"""Whether what happened at the meeting happened while it lasted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model.people import Attendee


def _outside(record: Record) -> Iterator[Problem]:
    opened, closed = record.meeting.opened, record.meeting.closed
    if opened is not None and closed is not None and opened.date() != closed.date():
        return  # a time of day says nothing of a meeting that went on past midnight
    begin = None if opened is None else opened.time()
    end = None if closed is None else closed.time()
    for path, time, what in _times(record):
        if begin is not None and what == "taken" and time < begin:
            yield Problem(path, f"taken at {_clock(time)}, and the meeting was opened at {_clock(begin)}")
        if end is not None and time > end:
            yield Problem(path, f"{what} at {_clock(time)}, and the meeting was closed at {_clock(end)}")


def _clock(time: dt.time) -> str:
    return time.isoformat("minutes")


def _times(record: Record) -> Iterator[tuple[str, dt.time, str]]:
    for node in record.every(Attendee):
        for field in ("arrived", "left"):
            time = getattr(node.value, field)
            if isinstance(time, dt.time):
                yield node.path(field), time, field
    for item in record.items:
        if item.value.taken_at is not None:
            yield item.path("taken_at"), item.value.taken_at, "taken"


RULES: Final = (
    Rule(
        "BM505",
        "time-outside-the-meeting",
        Severity.WARNING,
        _outside,
        finds="An item taken before the meeting was opened, or an item taken, an arrival or a departure after it was "
        "closed. A meeting that went on past midnight is left alone.",
        why="One of the times is a slip, often a morning for an afternoon.",
        hint="correct the time, or when the meeting was opened or closed",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    opened=dt.datetime(2026, 3, 5, 14, 0),
    closed=dt.datetime(2026, 3, 5, 16, 0),
    items=[bm.Item("Tides", number="7.", taken_at=dt.time(3, 15), minutes="The tables were shown.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    opened=dt.datetime(2026, 3, 5, 14, 0),
    closed=dt.datetime(2026, 3, 5, 16, 0),
    items=[bm.Item("Tides", number="7.", taken_at=dt.time(15, 15), minutes="The tables were shown.")],
)
""",
    ),
)
