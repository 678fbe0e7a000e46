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
from boardminutes.wording import Message, messages

OFFICES = messages({Office.CHAIR: "Chair", Office.VICE_CHAIR: "Vice-chair"}, context="person")
_IN_ATTENDANCE = Message("In attendance", context="attendance")
_EXPECTED = Message("Expected", context="attendance")
_MEMBERS = Message("Members", context="attendance")
_INVITED = Message("Invited")
GROUPS = messages(
    {
        Presence.PRESENT: "Present",
        Presence.REMOTE: "Present remotely",
        Presence.APOLOGIES: "Apologies",
        Presence.ABSENT: "Absent",
    },
    context="attendance",
)
PRESENCES = messages(
    {
        Presence.PRESENT: "present",
        Presence.REMOTE: "present remotely",
        Presence.APOLOGIES: "apologies",
        Presence.ABSENT: "absent",
    },
    context="person",
)
CATEGORIES = messages(
    {
        Category.MEMBER: "member",
        Category.OFFICER: "officer",
        Category.CO_OPTED: "co-opted",
        Category.OBSERVER: "observer",
        Category.GUEST: "guest",
        Category.PUBLIC: "member of the public",
    },
    context="person",
)
_ANNOUNCED = messages(
    {
        Presence.PRESENT: "had been expected",
        Presence.REMOTE: "had been expected remotely",
        Presence.APOLOGIES: "apologies announced",
        Presence.ABSENT: "absence announced",
    },
    context="person",
)
_EXPECTED_TO_BE = messages(
    {
        Presence.REMOTE: "expected remotely",
        Presence.APOLOGIES: "apologies announced",
        Presence.ABSENT: "absence announced",
    },
    context="person",
)
VOTING = messages({True: "voting", False: "not voting"}, context="person")
_BESIDES_MEMBERS = {Category.OFFICER, Category.OBSERVER, Category.GUEST, Category.PUBLIC}


def attendance(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    """Yield who was present, in attendance, sent apologies or was away; nothing where that is not known."""
    if meeting.attendees is None:
        return
    if not meeting.attendees:
        yield from voice.said(GROUPS[Presence.PRESENT], voice.words("nobody"))
    present, remote, *away = GROUPS.values()
    groups: dict[Message, list[Attendee]] = {label: [] for label in (present, remote, _IN_ATTENDANCE, *away, _EXPECTED)}
    for attendee in meeting.attendees:
        groups[_group(attendee)].append(attendee)
    for label, attendees in groups.items():
        if attendees:
            yield _people(voice, label, meeting, attendees)


def invited(voice: Voice, meeting: Meeting) -> Iterator[Fact]:
    """Yield who is invited, before anyone has come: members, those of whom nothing is said, others in attendance."""
    groups: dict[Message, list[Attendee]] = {label: [] for label in (_MEMBERS, _INVITED, _IN_ATTENDANCE)}
    for attendee in meeting.attendees or ():
        label = _IN_ATTENDANCE if attendee.category in _BESIDES_MEMBERS else _MEMBERS
        groups[_INVITED if attendee.category is None else label].append(attendee)
    for label, attendees in groups.items():
        if attendees:
            yield _people(voice, label, meeting, attendees)


def _group(attendee: Attendee) -> Message:
    if attendee.presence is None:
        return _EXPECTED
    present = attendee.presence in {Presence.PRESENT, Presence.REMOTE}
    return _IN_ATTENDANCE if present and attendee.category in _BESIDES_MEMBERS else GROUPS[attendee.presence]


def _people(voice: Voice, label: Message, meeting: Meeting, attendees: Iterable[Attendee]) -> Fact:
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


def _part(voice: Voice, meeting: Meeting, attendee: Attendee) -> Iterator[tuple[Span, ...]]:
    if _group(attendee) is _IN_ATTENDANCE and attendee.presence is Presence.REMOTE:
        yield (voice.say(PRESENCES[Presence.REMOTE]),)
    if attendee.planned not in {None, attendee.presence or Presence.PRESENT}:
        announced = _ANNOUNCED if attendee.presence is not None else _EXPECTED_TO_BE
        yield (voice.say(announced[attendee.planned]),)
    if attendee.representing is not None:
        yield voice.sentence("for {organisation}", organisation=voice.own(attendee.representing))
    if attendee.substitute_for is not None:
        yield voice.sentence("substitute for {person}", person=voice.own(attendee.substitute_for))
    if attendee.proxy_for:
        yield voice.sentence("proxy for {people}", people=voice.listed(attendee.proxy_for))
    if attendee.voting is not None:
        yield (voice.say(VOTING[attendee.voting]),)
    if attendee.items:
        phrase = Message("for item {items}", plural="for items {items}")
        items = voice.listed(item_name(meeting, one) for one in attendee.items)
        yield voice.sentence(phrase, len(attendee.items), items=items)
    yield from _moments(voice, meeting, attendee)
    for one in attendee.per_item:
        yield _item_part(voice, meeting, one)


def _moments(voice: Voice, meeting: Meeting, attendee: Attendee) -> Iterator[tuple[Span, ...]]:
    for at, during, moment in (
        (Message("arrived at {time}"), Message("arrived during item {item}"), attendee.arrived),
        (Message("left at {time}"), Message("left during item {item}"), attendee.left),
    ):
        if isinstance(moment, dt.time):
            yield voice.sentence(at, time=voice.when(moment))
        elif moment is not None:
            yield voice.sentence(during, item=_item(voice, meeting, moment))


def _item_part(voice: Voice, meeting: Meeting, part: ItemAttendance) -> tuple[Span, ...]:
    presence = () if part.presence is None else (voice.say(PRESENCES[part.presence]),)
    voting = () if part.voting is None else (voice.say(VOTING[part.voting]),)
    known = joined(", ", [presence, voice.own(part.role), voting]) or (voice.say("taking part"),)
    return voice.sentence("item {item}: {part}", item=_item(voice, meeting, part.item), part=known)


def _item(voice: Voice, meeting: Meeting, reference: str) -> tuple[Span, ...]:
    return voice.own(item_name(meeting, reference))


def item_name(meeting: Meeting, reference: str) -> str:
    """Return in a sentence which item *reference* means: its printed number, its title, or the reference itself."""
    item = meeting.item(reference)
    name = reference if item is None else item.minute_number or item.number or item.title
    return name.rstrip(".") or name


def contact_text(contact: Contact) -> str | None:
    """Return whom to ask, in one line; None where nothing is known."""
    return ", ".join(part for part in (contact.name, contact.role, contact.phone, contact.email) if part) or None
