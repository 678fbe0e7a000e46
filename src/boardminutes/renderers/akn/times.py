"""Days and times as XML Schema writes them."""

from __future__ import annotations

import datetime as dt

_FARTHEST = dt.timedelta(hours=14)  # XML Schema part 2, section 3.2.7
_MINUTE = dt.timedelta(minutes=1)


def date_text(when: dt.date) -> str:
    """Return a day, or a day and time, for an attribute."""
    return _known_offset(when).isoformat(timespec="seconds") if isinstance(when, dt.datetime) else when.isoformat()


def time_text(when: dt.time) -> str:
    """Return a time of day for an attribute."""
    return when.replace(tzinfo=None).isoformat(timespec="seconds")


def _known_offset(when: dt.datetime) -> dt.datetime:
    """Return *when* without an offset that cannot be written."""
    offset = when.utcoffset()
    if offset is not None and (offset % _MINUTE or abs(offset) > _FARTHEST):
        return when.replace(tzinfo=None)
    return when
