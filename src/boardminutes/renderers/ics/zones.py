"""Time zones as a calendar states them: every change of the clocks in the years that it tells of."""

from __future__ import annotations

import datetime as dt
import itertools
import zoneinfo
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
import icalendar

from boardminutes.renderers._moments import Moment

_SECOND, _DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
_NO_TIME: Final = dt.timedelta(0)


@attrs.frozen
class _Observance:
    """How the clocks stand from one change to the next.

    Attributes:
        onset: When it begins, on the clock as it stood before (RFC 5545, section 3.6.5).
        before: How far that clock was before UTC.
        after: How far it is then.
        is_daylight: Whether it is summer time.
        name: What it is called there, such as `BST`.
    """

    onset: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    is_daylight: bool
    name: str


def zones_of(moments: Iterable[Moment]) -> Iterator[icalendar.Timezone]:
    """Yield each zone in which one of the *moments* is, in the order of their names."""
    years: dict[str, set[int]] = {}
    for one in moments:
        if isinstance(one, dt.datetime) and isinstance(one.tzinfo, zoneinfo.ZoneInfo):
            years.setdefault(one.tzinfo.key, set()).add(one.year)
    for name, told in sorted(years.items()):
        yield _component(zoneinfo.ZoneInfo(name), min(told), max(told))


def _component(zone: zoneinfo.ZoneInfo, first: int, last: int) -> icalendar.Timezone:
    made = icalendar.Timezone()
    made.add("tzid", zone.key)
    for one in _observances(zone, first, last):
        part = icalendar.TimezoneDaylight() if one.is_daylight else icalendar.TimezoneStandard()
        part.add("dtstart", one.onset)
        part.add("tzoffsetfrom", one.before)
        part.add("tzoffsetto", one.after)
        part.add("tzname", one.name)
        made.add_component(part)
    return made


def _observances(zone: zoneinfo.ZoneInfo, first: int, last: int) -> Iterator[_Observance]:
    """Yield how the clocks stand when the year before the *first* begins, and each change to the end of the *last*."""
    begin = dt.datetime(first - 1, 1, 1, tzinfo=dt.UTC)
    yield _observance(zone, begin, begin)
    count = (dt.datetime(last + 1, 1, 2, tzinfo=dt.UTC) - begin).days
    days = (begin + number * _DAY for number in range(count + 1))
    for early, late in itertools.pairwise(days):
        if _clock(zone, early) != _clock(zone, late):
            change = _change(zone, early, late)
            yield _observance(zone, change - _SECOND, change)


def _clock(zone: zoneinfo.ZoneInfo, moment: dt.datetime) -> tuple[dt.timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _change(zone: zoneinfo.ZoneInfo, early: dt.datetime, late: dt.datetime) -> dt.datetime:
    """Return the first second at which the clocks stand as they do *late*; they change once between the two."""
    wanted = _clock(zone, late)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        middle -= dt.timedelta(microseconds=middle.microsecond)
        if _clock(zone, middle) == wanted:
            late = middle
        else:
            early = middle
    return late


def _observance(zone: zoneinfo.ZoneInfo, before: dt.datetime, change: dt.datetime) -> _Observance:
    old, new = before.astimezone(zone), change.astimezone(zone)
    offset = old.utcoffset() or _NO_TIME
    return _Observance(
        (change + offset).replace(tzinfo=None), offset, new.utcoffset() or _NO_TIME, bool(new.dst()), str(new.tzname())
    )
