"""Strategies of the people of a meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from boardminutes.model.people import Attendee, Contact, ItemAttendance
from boardminutes.model.values import Category, Office, Presence
from boardminutes.testing._drawn_values import Palette, addresses, made, members, several, shared, times


@shared
def contacts(palette: Palette) -> st.SearchStrategy[Contact]:
    """Return whom to ask."""
    return made(
        Contact,
        {},
        {"name": palette.lines, "role": palette.lines, "email": addresses(), "phone": palette.lines},
    )


@shared
def attendees(palette: Palette) -> st.SearchStrategy[Attendee]:
    """Return people who were expected."""

    def mend(fields: dict[str, Any]) -> dict[str, Any]:
        kept = dict(fields)
        if kept.get("substitute_for") == kept["name"]:
            del kept["substitute_for"]
        arrived, left = kept.get("arrived"), kept.get("left")
        if isinstance(arrived, dt.time) and isinstance(left, dt.time):
            kept["arrived"], kept["left"] = sorted([arrived, left])
        return kept

    per_item = made(
        ItemAttendance,
        {"item": palette.lines},
        {"presence": members(Presence), "role": palette.lines, "voting": st.booleans()},
    )
    return made(
        Attendee,
        {"name": palette.lines},
        {
            "role": palette.lines,
            "organisation": palette.lines,
            "presence": members(Presence),
            "planned": members(Presence),
            "category": members(Category),
            "office": members(Office),
            "party": palette.lines,
            "ward": palette.lines,
            "representing": palette.lines,
            "voting": st.booleans(),
            "arrived": times() | palette.lines,
            "left": times() | palette.lines,
            "substitute_for": palette.lines,
            "proxy_for": palette.names,
            "items": several(palette.lines),
            "per_item": several(per_item),
            "id": palette.lines,
        },
        mend,
    )
