"""Who was there, as facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from boardminutes.document import Fact, Points, Text
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model.meeting import Meeting
from boardminutes.model.people import Attendee, Contact, ItemAttendance
from boardminutes.model.prose import Span
from boardminutes.model.values import Category, Office, Presence

OFFICES = {Office.CHAIR: "Chair", Office.VICE_CHAIR: "Vice-chair"}
PRESENCES = {
    Presence.PRESENT: "Present",
    Presence.REMOTE: "Present remotely",
    Presence.APOLOGIES: "Apologies",
    Presence.ABSENT: "Absent",
}
CATEGORIES = {
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
    return "In attendance" if present and attendee.category in _BESIDES_MEMBERS else PRESENCES[attendee.presence]


def _people(voice: Voice, label: str, meeting: Meeting, attendees: Iterable[Attendee]) -> Fact:
    people = tuple((Text(described(voice, meeting, one)),) for one in attendees)
    return Fact(voice.words(label), (Points(people),))


def described(voice: Voice, meeting: Meeting, attendee: Attendee) -> tuple[Span, ...]:
    """Return a person with all that is known of the part they took, in one line."""
    office = None if attendee.office is None else voice.say(OFFICES[attendee.office])
    if office is not None and attendee.role is not None and office.text.casefold() == attendee.role.casefold():
        office = None
    own = (attendee.role, attendee.organisation, attendee.party, attendee.ward)
    about = [voice.span(attendee.name), office, *(None if text is None else voice.span(text) for text in own)]
    if attendee.category in _BESIDES_MEMBERS | {Category.CO_OPTED}:
        about.append(voice.say(CATEGORIES[attendee.category]))
    name = joined(", ", [() if span is None else (span,) for span in about])
    return merged(joined("; ", [name, *_part(voice, meeting, attendee)]))


_ANNOUNCED = {
    Presence.PRESENT: "had been expected",
    Presence.REMOTE: "had been expected remotely",
    Presence.APOLOGIES: "apologies announced",
    Presence.ABSENT: "absence announced",
}


def _part(voice: Voice, meeting: Meeting, attendee: Attendee) -> Iterator[tuple[Span, ...]]:
    if attendee.planned not in {None, attendee.presence or Presence.PRESENT}:
        yield (voice.say(_ANNOUNCED[attendee.planned]),)
    if attendee.representing is not None:
        yield _led(voice, "for", (voice.span(attendee.representing),))
    if attendee.substitute_for is not None:
        yield _led(voice, "substitute for", (voice.span(attendee.substitute_for),))
    if attendee.proxy_for:
        yield _led(voice, "proxy for", voice.listed(attendee.proxy_for))
    if attendee.voting is not None:
        yield (voice.say("voting" if attendee.voting else "not voting"),)
    if attendee.items:
        names = [item_name(meeting, one) for one in attendee.items]
        yield _led(voice, "for item" if len(names) == 1 else "for items", voice.listed(names))
    if attendee.arrived is not None:
        yield _led(voice, "arrived", _moment(voice, meeting, attendee.arrived))
    if attendee.left is not None:
        yield _led(voice, "left", _moment(voice, meeting, attendee.left))
    for one in attendee.per_item:
        yield _item_part(voice, meeting, one)


def _led(voice: Voice, words: str, told: tuple[Span, ...]) -> tuple[Span, ...]:
    return (Span(f"{voice.words(words)} "), *told)


def _moment(voice: Voice, meeting: Meeting, value: dt.time | str) -> tuple[Span, ...]:
    if isinstance(value, dt.time):
        return _led(voice, "at", voice.when(value))
    return _led(voice, "during item", (voice.span(item_name(meeting, value)),))


def _item_part(voice: Voice, meeting: Meeting, part: ItemAttendance) -> tuple[Span, ...]:
    presence = () if part.presence is None else (Span(voice.words(PRESENCES[part.presence]).lower()),)
    role = voice.own(part.role)
    voting = () if part.voting is None else (voice.say("voting" if part.voting else "not voting"),)
    known = joined(", ", [presence, role, voting]) or (voice.say("taking part"),)
    return _led(voice, "item", (voice.span(item_name(meeting, part.item)), Span(": "), *known))


def item_name(meeting: Meeting, reference: str) -> str:
    """Return in a sentence which item *reference* means: its printed number, its title, or the reference itself."""
    item = meeting.item(reference)
    name = reference if item is None else item.minute_number or item.number or item.title
    return name.rstrip(".") or name


def contact_text(contact: Contact) -> str | None:
    """Return whom to ask, in one line; None where nothing is known."""
    return ", ".join(part for part in (contact.name, contact.role, contact.phone, contact.email) if part) or None
