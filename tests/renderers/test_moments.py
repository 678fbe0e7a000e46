"""How times of a meeting are told to programs."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import pytest

from boardminutes.model.values import TBC, When
from boardminutes.renderers._moments import iso_text, moment

LONDON = zoneinfo.ZoneInfo("Europe/London")
NAIVE = dt.datetime(2026, 7, 9, 10, 0)
EARLIER = dt.timezone(dt.timedelta(hours=-5))


@pytest.mark.parametrize(
    ("value", "zone", "told"),
    [
        (None, None, None),
        (TBC, "Europe/London", None),
        (dt.date(2026, 7, 9), "Europe/London", "2026-07-09"),
        (NAIVE, None, "2026-07-09T10:00:00"),
        (NAIVE.replace(microsecond=5), None, "2026-07-09T10:00:00"),
        (NAIVE, "Europe/London", "2026-07-09T10:00:00+01:00"),
        (NAIVE, "Nowhere/Atall", "2026-07-09T10:00:00"),
        (NAIVE, "Europe", "2026-07-09T10:00:00"),
        (NAIVE.replace(tzinfo=EARLIER), None, "2026-07-09T15:00:00+00:00"),
        (NAIVE.replace(tzinfo=EARLIER), "Europe/London", "2026-07-09T16:00:00+01:00"),
        (NAIVE.replace(tzinfo=LONDON), None, "2026-07-09T10:00:00+01:00"),
        (NAIVE.replace(tzinfo=LONDON), "UTC", "2026-07-09T09:00:00+00:00"),
        (NAIVE.replace(year=1890), "Europe/London", "1890-07-09T10:00:00+00:00"),
        (NAIVE.replace(year=2200), "Europe/London", "2200-07-09T09:00:00+00:00"),
        (dt.datetime.max.replace(tzinfo=EARLIER), None, "9999-12-31T23:59:59"),
    ],
    ids=str,
)
def test_times_are_told_in_the_zone_of_the_meeting(value: When, zone: str | None, told: str | None) -> None:
    """A day stays a day; a time without a zone floats; one in a zone without a name, or far away, is told in UTC."""
    assert told == iso_text(value, zone)


def test_an_offset_that_has_seconds_is_told_in_utc() -> None:
    """ISO 8601 has none."""
    lisbon = zoneinfo.ZoneInfo("Europe/Lisbon")

    assert "1905-01-01T12:36:45+00:00" == iso_text(dt.datetime(1905, 1, 1, 12, 0, tzinfo=lisbon), None)


def test_a_named_zone_is_kept() -> None:
    """A calendar names it."""
    assert LONDON == getattr(moment(NAIVE, "Europe/London"), "tzinfo", None)
    assert dt.UTC == getattr(moment(NAIVE.replace(tzinfo=LONDON), "Etc/UTC"), "tzinfo", None)
