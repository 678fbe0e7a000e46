"""The register of attendance, of one meeting or of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document, DocumentBlock, Fact, Heading, Text, plain
from boardminutes.kinds._attendance_totals import meeting_totals, people_totals
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import yes_no
from boardminutes.kinds._people import CATEGORIES, GROUPS, OFFICES, VOTING
from boardminutes.kinds._places import Path, Placed, bare, placed, told_apart
from boardminutes.kinds._registers import (
    Cell,
    Column,
    document,
    flat_table,
    item_spans,
    line,
    lines,
    meeting_heading,
    said,
    table,
)
from boardminutes.kinds._voice import Voice, joined
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.people import Attendee, ItemAttendance
from boardminutes.model.prose import Span
from boardminutes.wording import Message, Wording

NAME = "attendance"

_Registered: TypeAlias = Placed[Attendee]


@attrs.frozen(kw_only=True)
class Attendance:
    """Who was there, who sent apologies, who came late or left early, and for whom someone stood in.

    Attributes:
        percentages: Whether it is stated of how many of those whose presence is known how many came, for each meeting
            and, in a register of many meetings, for each person.
    """

    percentages: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the register of attendance of one or many meetings."""
        views = tuple(attended_view(meeting) for meeting in meetings)
        entries = tuple(placed(wording, views, _attendees))
        blocks = self._blocks(wording, views, entries)
        return document(
            wording, NAME, Message("Attendance"), views, blocks=blocks, table=flat_table(wording, _COLUMNS, entries)
        )

    def _blocks(
        self, wording: Wording, meetings: tuple[Meeting, ...], entries: tuple[_Registered, ...]
    ) -> Iterator[DocumentBlock]:
        anchors = Anchors()
        if len(meetings) > 1 and entries:
            yield Heading((Span(wording("Totals")),), anchor=anchors.take("totals"))
            yield people_totals(wording, entries, percentages=self.percentages)
        for position, (voice, meeting, which) in enumerate(told_apart(wording, meetings)):
            if len(meetings) > 1:
                yield meeting_heading(anchors, which)
            own = [one for one in entries if one.position == position]
            if own:
                yield meeting_totals(voice, own, percentages=self.percentages)
                yield table(wording, _PAGE_COLUMNS, own, row_heads=True)
            elif meeting.attendees is None:
                yield Text((voice.say("No attendance is recorded."),))
            else:
                yield Text((voice.say("Nobody was present."),))


def attended_view(meeting: Meeting) -> Meeting:
    """Return of *meeting* its attendees alone, and of the items in which they came, went or differed the titles."""
    references = [reference for one in meeting.attendees or () for reference in _references(one)]
    wanted = {id(meeting.item(reference)) for reference in references}
    items = tuple(
        Item(
            item.title,
            number=item.number,
            minute_number=item.minute_number,
            restriction=item.restriction,
            public_title=item.public_title,
            id=item.id,
        )
        for item in meeting.walk()
        if id(item) in wanted
    )
    return attrs.evolve(bare(meeting), attendees=meeting.attendees, items=items)


def _references(attendee: Attendee) -> Iterator[str]:
    yield from attendee.items
    yield from (one.item for one in attendee.per_item)
    yield from (moment for moment in (attendee.arrived, attendee.left) if isinstance(moment, str))


def _attendees(meeting: Meeting) -> Iterator[tuple[Path, Attendee]]:
    yield from (((), attendee) for attendee in meeting.attendees or ())


def _item(one: _Registered, reference: str) -> tuple[Span, ...]:
    item = one.meeting.item(reference)
    return one.voice.own(reference) if item is None else item_spans(one.voice, item)


def _moment(one: _Registered, value: dt.time | str | None) -> Cell:
    if value is None:
        return ()
    return line(_item(one, value) if isinstance(value, str) else one.voice.when(value))


def _voting(voice: Voice, value: bool | None) -> tuple[Span, ...]:  # noqa: FBT001 - the value itself, not an option
    return () if value is None else (voice.say(VOTING[value]),)


def _office(one: _Registered) -> tuple[Span, ...]:
    return () if one.entry.office is None else (one.voice.say(OFFICES[one.entry.office]),)


def _capacity(one: _Registered) -> tuple[Span, ...]:
    return () if one.entry.category is None else (one.voice.say(CATEGORIES[one.entry.category]),)


def _presence(one: _Registered) -> tuple[Span, ...]:
    return () if one.entry.presence is None else (one.voice.say(GROUPS[one.entry.presence]),)


def _announced(one: _Registered) -> tuple[Span, ...]:
    return () if one.entry.planned is None else (one.voice.say(GROUPS[one.entry.planned]),)


def _listed(one: _Registered, names: tuple[str, ...]) -> tuple[Span, ...]:
    return one.voice.listed(names) if names else ()


def _for_items(one: _Registered) -> Cell:
    return tuple(Text(_item(one, reference)) for reference in one.entry.items)


def _single_items(one: _Registered) -> Cell:
    return tuple(Text(_single_item(one, part)) for part in one.entry.per_item)


def _single_item(one: _Registered, part: ItemAttendance) -> tuple[Span, ...]:
    voice = one.voice
    presence = () if part.presence is None else (voice.say(GROUPS[part.presence]),)
    known = joined(", ", [presence, voice.own(part.role), _voting(voice, part.voting)])
    return voice.labelled(_item(one, part.item), known)


_NAME: Column[Attendee] = Column("Name", lambda one: line(one.voice.own(one.entry.name)))
_COLUMNS: tuple[Column[Attendee], ...] = (
    _NAME,
    Column("Office", lambda one: line(_office(one))),
    Column("Role", lambda one: line(one.voice.own(one.entry.role))),
    Column("Organisation", lambda one: line(one.voice.own(one.entry.organisation))),
    Column("Party", lambda one: line(one.voice.own(one.entry.party))),
    Column("Ward", lambda one: line(one.voice.own(one.entry.ward))),
    Column("Representing", lambda one: line(one.voice.own(one.entry.representing))),
    Column("Capacity", lambda one: line(_capacity(one))),
    Column("Presence", lambda one: line(_presence(one))),
    Column("Announced", lambda one: line(_announced(one))),
    Column("Arrived", lambda one: _moment(one, one.entry.arrived)),
    Column("Left", lambda one: _moment(one, one.entry.left)),
    Column("Substitute for", lambda one: line(one.voice.own(one.entry.substitute_for))),
    Column("Proxy for", lambda one: line(_listed(one, one.entry.proxy_for))),
    Column("Voting", lambda one: said(one.voice.said("Voting", yes_no(one.voice, one.entry.voting)))),
    Column("For items", _for_items),
    Column("Single items", _single_items),
)


def _person(one: _Registered) -> Cell:
    """Return who someone is, besides the name: office and role, for whom the person stands, in what capacity."""
    voice, attendee = one.voice, one.entry
    own = (attendee.role, attendee.organisation, attendee.party, attendee.ward)
    office = _office(one)
    if attendee.role is not None and plain(office).casefold() == attendee.role.casefold():
        office = ()
    return line(joined(", ", [office, *(voice.own(text) for text in own), _capacity(one)]))


def _part(one: _Registered) -> Cell:
    """Return whether someone was there, from when to when, and what differs for single items."""
    voice = one.voice
    from_to = (("Arrived", one.entry.arrived), ("Left", one.entry.left))
    moments = (Fact(voice.words(label), told) for label, moment in from_to if (told := _moment(one, moment)))
    return (*line(_presence(one)), *lines(voice, moments), *_single_items(one))


def _notes(one: _Registered) -> Cell:
    voice, attendee = one.voice, one.entry
    facts = (
        *voice.told("Announced", _announced(one) if attendee.planned not in {None, attendee.presence} else ()),
        *voice.fact("Representing", attendee.representing),
        *voice.fact("Substitute for", attendee.substitute_for),
        *voice.told("Proxy for", _listed(one, attendee.proxy_for)),
        *voice.told("Items", joined("; ", [_item(one, reference) for reference in attendee.items])),
    )
    return (*line(_voting(voice, attendee.voting)), *lines(voice, facts))


_PAGE_COLUMNS: tuple[Column[Attendee], ...] = (
    _NAME,
    Column("Role", _person),
    Column("Presence", _part),
    Column("Notes", _notes),
)
