"""Times of a meeting for programs: in a named zone, in UTC, or floating where no zone is known."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Final, TypeAlias

from boardminutes._zones import zone_of
from boardminutes.model.values import When

Moment: TypeAlias = dt.datetime | dt.date

_ZONED_YEARS: Final = range(1900, 2101)  # beyond them nobody knows, or a table of changes would be endless
_UTC_NAMES: Final = frozenset({"UTC", "Etc/UTC", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal", "UCT", "Etc/UCT"})
_MINUTE: Final = dt.timedelta(minutes=1)


def moment(value: When, zone: str | None) -> Moment | None:
    """Return a time or day for a program; None where none is known.

    A day stays a day. A time is given in the *zone* of its meeting, by its name; without one, in the named zone that it
    is in; in UTC where its zone has no name or is not known here; and without any zone, floating, where it has none.
    """
    if not isinstance(value, dt.datetime):
        return value if isinstance(value, dt.date) else None
    value = value.replace(microsecond=0)
    named = zone_of(zone)
    if value.tzinfo is None:
        return value if named is None else _in_zone(value.replace(tzinfo=named), named)
    own = value.tzinfo if isinstance(value.tzinfo, zoneinfo.ZoneInfo) else None
    return _in_zone(value, named or own)


def _in_zone(value: dt.datetime, zone: zoneinfo.ZoneInfo | None) -> dt.datetime:
    try:
        if zone is not None and zone.key and zone.key not in _UTC_NAMES and value.year in _ZONED_YEARS:
            return value.astimezone(zone)
        return value.astimezone(dt.UTC)
    except OverflowError:  # at the ends of what Python counts
        return value.replace(tzinfo=None)


def iso_text(value: When, zone: str | None) -> str | None:
    """Return a time or day as ISO 8601, to the second, with the offset of its zone where known; None for none."""
    known = moment(value, zone)
    if not isinstance(known, dt.datetime):
        return None if known is None else known.isoformat()
    offset = known.utcoffset()
    if offset is not None and offset % _MINUTE:
        known = known.astimezone(dt.UTC)
    return known.isoformat(timespec="seconds")


def zoned_text(value: When, zone: str | None) -> str | None:
    """Return a time or day as ISO 8601 for formats that have no times without a zone: of such a one the day."""
    known = moment(value, zone)
    if isinstance(known, dt.datetime) and known.tzinfo is None:
        return known.date().isoformat()
    return iso_text(value, zone)
