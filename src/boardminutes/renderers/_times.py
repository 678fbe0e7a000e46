"""Days and times as programs read them in a page."""

from __future__ import annotations

import datetime as dt


def machine_time(when: dt.date | dt.time) -> str:
    """Return a day, a time or both in the form of ISO 8601 that HTML and schema.org take.

    It has seconds only where they are not 0, and thousandths only where needed (HTML, section 2.3.5). An offset that is
    not of whole minutes cannot be written; the local time is then given without it.
    """
    if not isinstance(when, dt.datetime | dt.time):
        return when.isoformat()
    offset = when.utcoffset()
    if offset is not None and offset % dt.timedelta(minutes=1):
        when = when.replace(tzinfo=None)
    thousandths = when.microsecond // 1000
    return when.isoformat(timespec="milliseconds" if thousandths else "seconds" if when.second else "minutes")
