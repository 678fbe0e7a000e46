"""Days and times as text: the parts of ISO 8601 that read the same everywhere."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

DATE: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TIME: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?"
ZONE: Final = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)"
MOMENT: Final = f"{DATE}T{TIME}{ZONE}?"

_DATE, _TIME, _MOMENT = (re.compile(form) for form in (DATE, TIME, MOMENT))


def date_of(text: str) -> dt.date | None:
    """Return the day that *text* names, such as `2026-04-01`, or None."""
    try:
        return dt.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:  # 31 February
        return None


def time_of(text: str) -> dt.time | None:
    """Return the time of day that *text* names, such as `10:05`, or None."""
    return dt.time.fromisoformat(text) if _TIME.fullmatch(text) else None


def moment_of(text: str) -> dt.datetime | None:
    """Return the moment that *text* names, such as `2026-04-01T10:05:00+01:00`, or None."""
    try:
        return dt.datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:  # 31 February
        return None


def time_text(time: dt.time) -> str:
    """Return a time of day as text, to the minute where it is on the minute."""
    return time.isoformat() if time.second or time.microsecond else time.isoformat("minutes")
