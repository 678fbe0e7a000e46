"""Time zones by their names, as far as this machine knows them."""

from __future__ import annotations

import zoneinfo
from typing import Final

_EVERYWHERE: Final = ("Europe/London", "America/New_York", "Etc/UTC")
"""Zones of which one is known wherever any is."""


def zone_of(name: str | None) -> zoneinfo.ZoneInfo | None:
    """Return the zone of that name; None for no name, and where it is not known here."""
    try:
        return None if name is None else zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
        return None


def is_no_zone(name: str) -> bool:
    """Tell whether no zone bears the name; not where none is known at all, since then any may be one."""
    return zone_of(name) is None and any(zone_of(one) is not None for one in _EVERYWHERE)
