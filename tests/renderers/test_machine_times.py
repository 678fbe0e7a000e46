"""Days and times for programs."""

from __future__ import annotations

import datetime as dt

import pytest

from boardminutes.renderers._times import machine_time

EAST = dt.timezone(dt.timedelta(hours=5, minutes=30))
ODD = dt.timezone(dt.timedelta(minutes=19, seconds=32))  # Amsterdam until 1937


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (dt.date(2026, 5, 7), "2026-05-07"),
        (dt.date(987, 5, 7), "0987-05-07"),
        (dt.time(10, 0), "10:00"),
        (dt.time(10, 0, 5), "10:00:05"),
        (dt.datetime(2026, 5, 7, 10, 0), "2026-05-07T10:00"),
        (dt.datetime(2026, 5, 7, 10, 0, 1), "2026-05-07T10:00:01"),
        (dt.datetime(2026, 5, 7, 10, 0, 0, 123456), "2026-05-07T10:00:00.123"),
        (dt.datetime(2026, 5, 7, 10, 0, 0, 999), "2026-05-07T10:00"),
        (dt.datetime(2026, 5, 7, 10, 0, tzinfo=dt.UTC), "2026-05-07T10:00+00:00"),
        (dt.datetime(2026, 5, 7, 10, 0, tzinfo=EAST), "2026-05-07T10:00+05:30"),
    ],
)
def test_time_is_as_short_as_it_can_be_said(when: dt.date | dt.time, written: str) -> None:
    """Seconds and their fractions are written where they are not 0, and an offset where the time has one."""
    assert machine_time(when) == written


def test_offset_with_seconds_cannot_be_written() -> None:
    """HTML has offsets of whole minutes only; such a time is given as it was on the clock on the wall."""
    assert machine_time(dt.datetime(1930, 5, 7, 10, 0, tzinfo=ODD)) == "1930-05-07T10:00"
