"""Who was there, as facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from boardminutes.document import Fact, Points
from boardminutes.kinds._voice import Voice
from boardminutes.model.meeting import Meeting
from boardminutes.model.people import Attendee, Contact, ItemAttendance
from boardminutes.model.values import Category, Office, Presence

_OFFICES = {Office.CHAIR: "Chair", Office.VICE_CHAIR: "Vice-chair"}
_PRESENCES = {
    Presence.PRESENT: "Present",
    Presence.REMOTE: "Present remotely",
    Presence.APOLOGIES: "Apologies",
    Presence.ABSENT: "Absent",
}
_CATEGORIES = {
    Category.MEMBER: "member",
    Category.OFFICER: "officer",
    Category.CO_OPTED: "co-opted",
    Category.OBSERVER: "observer",
    Category.GUEST: "guest",
    Category.PUBLIC: "member of the public",
}
_BESIDES_MEMBERS = {Category.OFFICER, Category.OBSERVER, Category.GUEST, Category.PUBLIC}


def attendance(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    """Yield who was present, in attendance, sent apologies or was away; nothing where that is not known."""
    if meeting.attendees is None:
        return
    if not meeting.attendees:
        yield from voice.said("Present", voice.words("nobody"))
    groups: dict[str, list[Attendee]] = {
        label: [] for label in ("Present", "Present remotely", "In attendance", "Apologies", "Absent", "Expected")
    }
    for attendee in meeting.attendees:
        groups[_group(attendee)].append(attendee)
    for label, attendees in groups.items():
        if attendees:
            yield _people(voice, label, meeting, attendees)


def invited(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    """Yield who is invited, before anyone has come."""
    if meeting.attendees:
        yield _people(voice, "Invited", meeting, meeting.attendees)


def _group(attendee: Attendee) -> str:
    if attendee.presence is None:
        return "Expected"
    present = attendee.presence in {Presence.PRESENT, Presence.REMOTE}
    return "In attendance" if present and attendee.category in _BESIDES_MEMBERS else _PRESENCES[attendee.presence]


def _people(voice: Voice, label: str, meeting: Meeting, attendees: Iterable[Attendee]) -> Fact:
    people = tuple((voice.text(described(voice, meeting, one)),) for one in attendees)
    return Fact(voice.words(label), (Points(people),))


def described(voice: Voice, meeting: Meeting, attendee: Attendee) -> str:
    """Return a person with all that is known of the part they took, in one line."""
    words = voice.words
    office = None if attendee.office is None else words(_OFFICES[attendee.office])
    if office is not None and attendee.role is not None and office.casefold() == attendee.role.casefold():
        office = None
    about = [office, attendee.role, attendee.organisation, attendee.party, attendee.ward]
    if attendee.category in _BESIDES_MEMBERS | {Category.CO_OPTED}:
        about.append(words(_CATEGORIES[attendee.category]))
    name = ", ".join([attendee.name, *(part for part in about if part is not None)])
    return "; ".join([name, *_part(voice, meeting, attendee)])


_ANNOUNCED = {
    Presence.PRESENT: "had been expected",
    Presence.REMOTE: "had been expected remotely",
    Presence.APOLOGIES: "apologies announced",
    Presence.ABSENT: "absence announced",
}


def _part(voice: Voice, meeting: Meeting, attendee: Attendee) -> Iterator[str]:
    words = voice.words
    if attendee.planned not in {None, attendee.presence or Presence.PRESENT}:
        yield words(_ANNOUNCED[attendee.planned])
    if attendee.representing is not None:
        yield f"{words('for')} {attendee.representing}"
    if attendee.substitute_for is not None:
        yield f"{words('substitute for')} {attendee.substitute_for}"
    if attendee.proxy_for:
        yield f"{words('proxy for')} {words.listed(attendee.proxy_for)}"
    if attendee.voting is not None:
        yield words("voting" if attendee.voting else "not voting")
    if attendee.items:
        names = [item_name(meeting, one) for one in attendee.items]
        yield f"{words('for item' if len(names) == 1 else 'for items')} {words.listed(names)}"
    if attendee.arrived is not None:
        yield _moment(voice, meeting, "arrived", attendee.arrived)
    if attendee.left is not None:
        yield _moment(voice, meeting, "left", attendee.left)
    for one in attendee.per_item:
        yield _item_part(voice, meeting, one)


def _moment(voice: Voice, meeting: Meeting, verb: str, value: dt.time | str) -> str:
    if isinstance(value, dt.time):
        return f"{voice.words(verb)} {voice.words('at')} {voice.words.time(value)}"
    return f"{voice.words(verb)} {voice.words('during item')} {item_name(meeting, value)}"


def _item_part(voice: Voice, meeting: Meeting, part: ItemAttendance) -> str:
    words = voice.words
    presence = None if part.presence is None else words(_PRESENCES[part.presence]).lower()
    voting = None if part.voting is None else words("voting" if part.voting else "not voting")
    known = ", ".join(one for one in (presence, part.role, voting) if one is not None) or words("taking part")
    return f"{words('item')} {item_name(meeting, part.item)}: {known}"


def item_name(meeting: Meeting, reference: str) -> str:
    """Return in a sentence which item *reference* means: its printed number, its title, or the reference itself."""
    item = meeting.item(reference)
    return (reference if item is None else item.minute_number or item.number or item.title).rstrip(".")


def contact_text(contact: Contact) -> str | None:
    """Return whom to ask, in one line; None where nothing is known."""
    return ", ".join(part for part in (contact.name, contact.role, contact.phone, contact.email) if part) or None
