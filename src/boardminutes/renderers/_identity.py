"""Identifiers that the same meeting, action or person has in every file: made of what names it, so they stay."""

from __future__ import annotations

import json
import uuid
from typing import Final

from boardminutes.model._checks import day_of
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import When

_NAMESPACE: Final = uuid.UUID("6f1f7c2e-0d0e-5a53-9d0b-4a1c7a52c3f4")

Names = tuple[str | None, ...]


def identifier(*names: str | int | None) -> str:
    """Return a UUID of version 5 (RFC 9562, section 5.5) of the *names*; the same names always give the same one."""
    return str(uuid.uuid5(_NAMESPACE, json.dumps(names, ensure_ascii=True)))


def meeting_names(meeting: Meeting) -> Names:
    """Return what names a meeting: its body and id; without an id its body and day; without a day body and title."""
    if meeting.id is not None:
        return ("meeting by id", meeting.body, meeting.id)
    if day_of(meeting.start) is not None:
        return day_names(meeting.body, meeting.start)
    return ("meeting without a day", meeting.body, meeting.title)


def day_names(body: str | None, start: When) -> Names:
    """Return what names the meeting of a body on a day, which may be known only as the next one of another meeting."""
    day = day_of(start)
    return ("meeting", body, None if day is None else day.isoformat())


def person_names(body: str | None, name: str, id: str | None = None) -> Names:
    """Return what names a person among the people of one body: the id; without an id the name."""
    return ("person", body, name) if id is None else ("person by id", body, id)


def ids_of(meeting: Meeting, name: str) -> tuple[str | None, ...]:
    """Return the ids of whoever is called *name* at a meeting, each once: one of None where no attendee is."""
    return tuple(dict.fromkeys(one.id for one in meeting.attendees or () if one.name == name)) or (None,)
