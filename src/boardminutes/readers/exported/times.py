"""Days and times as systems write them; anything else is None, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_DAY: Final = re.compile(
    r"(?a:(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})|(?P<year2>\d{4})-(?P<month2>\d\d)-(?P<day2>\d\d))"
)
_TIME: Final = re.compile(
    r"(?a:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.]\d\d(?:\.\d{1,7})?)?)?\s?(?:(?P<half>[ap])\.?m\.?)?)",
    re.IGNORECASE,
)
_NOON: Final = 12


def day_in(text: str) -> dt.date | None:
    """Return the day that *text* as a whole is: 05/03/2026, the day first, or 2026-03-05."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    names = ("year2", "month2", "day2") if found["year2"] else ("year", "month", "day")
    try:
        return dt.date(*(int(found[name]) for name in names))
    except ValueError:
        return None


def time_of(text: str) -> dt.time | None:
    """Return the time of day that *text* as a whole is, such as 19:00, 7.00 pm, 7:00:00 PM or 7 pm."""
    found = _TIME.fullmatch(text)
    if found is None or (found["minute"] is None and found["half"] is None):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"] in "pP" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def moment_of(text: str) -> tuple[dt.date | None, dt.time | None]:
    """Return the day and the time of a text such as 05/03/2026 10:05:00 or 2026-03-05T10:05:00, where it has them."""
    first, _, second = text.replace("T", " ", 1).partition(" ")
    day = day_in(first)
    return day, time_of(second if day else text)
