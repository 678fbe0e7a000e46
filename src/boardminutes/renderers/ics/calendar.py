"""A calendar made with icalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
import icalendar

from boardminutes._zones import zone_of
from boardminutes.document import Document
from boardminutes.errors import RenderError
from boardminutes.model.meeting import Meeting
from boardminutes.renderers._identity import day_names
from boardminutes.renderers.ics.contents import contents_of
from boardminutes.renderers.ics.entries import Entry, Left
from boardminutes.renderers.ics.events import following, itself
from boardminutes.renderers.ics.tasks import tasks
from boardminutes.renderers.ics.times import stamp_of
from boardminutes.renderers.ics.zones import zones_of
from boardminutes.wording import Wording, wording

_PRODUCT: Final = "-//boardminutes//boardminutes//EN"  # without a version: the same meeting gives the same bytes


def calendar_of(document: Document, stamp: dt.datetime | None, domain: str | None) -> bytes:
    """Return a calendar of what a *document* shows of its meetings.

    Args:
        document: The document.
        stamp: When it was made; None for the end of each meeting.
        domain: The domain name of which UIDs are made too; None for none.

    Raises:
        RenderError: There is nothing that may stand in one: a calendar cannot be empty (RFC 5545, section 3.6).
    """
    words = document.words or wording(document.language)
    entries: list[Entry] = []
    left: list[Left] = []
    for meeting in document.meetings:
        own = list(_entries(document, meeting, words))
        left.extend(one for one in own if isinstance(one, Left))
        told = [one if domain is None else one.of_domain(domain) for one in own if isinstance(one, Entry)]
        again = {one.uid for one in told}
        entries = [one for one in entries if one.uid not in again] + [
            attrs.evolve(one, stamp=stamp or stamp_of(meeting)) for one in told
        ]
    if not entries:
        raise RenderError(
            "there is nothing for a calendar, which cannot be empty: no meeting to come has a day, and there is no "
            "action; choose the kind 'agenda' for the meeting itself",
            format="ics",
        )
    return _written(document, _told_apart(entries), left, words)


def _entries(document: Document, meeting: Meeting, words: Wording) -> Iterator[Entry | Left]:
    contents, mark = contents_of(document.kind), document.furniture.mark
    if contents.itself:
        yield from itself(meeting, words, mark)
    if contents.following:
        known = {day_names(one.body, one.start) for one in document.meetings} if contents.itself else set()
        told = following(meeting, words, mark)
        yield from (one for one in told if isinstance(one, Left) or one.names not in known)
    if contents.tasks:
        yield from tasks(meeting, words, mark)


def _told_apart(entries: Iterable[Entry]) -> list[Entry]:
    """Return *entries* of which no two bear one UID: those alike in all that names them are counted."""
    made: list[Entry] = []
    seen: dict[str, int] = {}
    for one in entries:
        count = seen[one.uid] = seen.get(one.uid, 0) + 1
        made.append(one if count == 1 else one.counted(count))
    return made


def _zone_notes(meetings: Iterable[Meeting], words: Wording) -> Iterator[str]:
    """Yield, once for each, the names of zones that are not known here: times of their meetings have no zone."""
    named = dict.fromkeys(meeting.timezone for meeting in meetings)
    for zone in named:
        if zone is not None and zone_of(zone) is None:
            yield words("The time zone {zone} is not known.").format(zone=zone)


def _name(document: Document, words: Wording) -> str:
    """Return the name under which a program shows the calendar: of the one body that meets, else the title."""
    bodies = {meeting.body for meeting in document.meetings}
    body = bodies.pop() if len(bodies) == 1 else None
    if body is None:
        return _one_line(document.full_title)
    what = words("Actions") if document.kind == "actions" else words("Meetings")
    mark = document.furniture.mark
    named = words("{label}: {told}").format(label=body, told=what)
    return _one_line(named if mark is None else f"{named} ({mark})")


def _written(document: Document, entries: Iterable[Entry], left: Iterable[Left], words: Wording) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    named = {"LANGUAGE": document.language}
    calendar.add("name", _name(document, words), parameters=named)
    calendar.add("x-wr-calname", _name(document, words))
    mark = document.furniture.mark
    notes = _zone_notes(document.meetings, words)
    lines = [*([] if mark is None else [mark]), *notes, *(one.text for one in left)]
    if lines:
        calendar.add("description", "\n".join(lines), parameters=named)
    told = list(entries)
    for zone in zones_of(moment for entry in told for moment in entry.moments()):
        calendar.add_component(zone)
    for entry in told:
        calendar.add_component(entry.component())
    return bytes(calendar.to_ical())


def _one_line(text: str) -> str:
    return " ".join(text.split())
