"""When a calendar says that something ends, and when it was made."""

from __future__ import annotations

import datetime as dt
from typing import Final

from boardminutes.model.meeting import Meeting
from boardminutes.renderers._moments import Moment, moment

_NEVER: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_DAY: Final = dt.timedelta(days=1)


def end_of(start: Moment, end: Moment | None) -> Moment | None:
    """Return the first moment that is not part of what goes from *start* to *end*; None where that cannot be written.

    An event of days ends on the day after its last (RFC 5545, section 3.6.1), one of times later than it starts.
    """
    if end is None or isinstance(start, dt.datetime) != isinstance(end, dt.datetime):
        return None
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        alike = (start.tzinfo is None) == (end.tzinfo is None)
        return end if alike and start < end else None
    return end + _DAY if end < dt.date.max else None


def stamp_of(meeting: Meeting) -> dt.datetime:
    """Return when the record of a meeting can first have been what it is: its end, or its start, in UTC.

    Days are taken at midnight, and times without a zone as UTC. Where no day is known it is the first of Unix.
    """
    for value in (meeting.closed, meeting.end, meeting.opened, meeting.start):
        known = moment(value, meeting.timezone)
        if isinstance(known, dt.datetime):
            return known.replace(tzinfo=dt.UTC) if known.tzinfo is None else known.astimezone(dt.UTC)
        if known is not None:
            return dt.datetime.combine(known, dt.time(tzinfo=dt.UTC))
    return _NEVER
