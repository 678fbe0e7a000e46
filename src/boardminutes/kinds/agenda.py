"""The agenda: what is planned, and nothing of what happened."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document, DocumentBlock, Heading
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import Anchors, ItemComposer, Shown, prose_blocks
from boardminutes.kinds._people import invited
from boardminutes.kinds._voice import Voice
from boardminutes.model import _checks as check
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Prose, ProseLike, prose
from boardminutes.model.values import Category, ItemMark, MeetingStatus, PaperKind, Presence
from boardminutes.views import public_view
from boardminutes.wording import Message, Wording

NAME = "agenda"
_MARKS_BEFORE = {ItemMark.CONSENT, ItemMark.URGENT, ItemMark.LATE, ItemMark.WITHDRAWN}
_FROM_OUTSIDE = {Category.GUEST, Category.PUBLIC}
_CAME = {Presence.PRESENT, Presence.REMOTE}
_STATUSES_AFTER = {MeetingStatus.HELD, MeetingStatus.INQUORATE}


def _house_text(value: ProseLike) -> Prose:
    made = prose(value)
    if public_view(Meeting(preamble=made.blocks)).preamble != made.blocks:
        message = "must hold nothing restricted, since every audience sees it"
        raise check.Refused(message)
    return made


@attrs.frozen(kw_only=True, field_transformer=check.checked)
class Agenda:
    """What is planned: when, where, who is invited, the items with their papers.

    What the options say is the house's and no part of the record: it is in the language of the words of the document,
    and does not travel inside its files.

    Attributes:
        summons: What calls the members to the meeting, before everything else; text makes prose. None for nothing.
        notes: What who comes must know, of access or of filming, before the items; text makes prose. None for nothing.
        front_sheet: Whether the items begin a page of their own, in formats that have pages.
    """

    summons: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(_house_text))
    notes: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(_house_text))
    front_sheet: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the agenda of one meeting."""
        meeting = planned_view(frame.only_meeting(meetings, NAME))
        voice = Voice.of(wording, meeting.language)
        return frame.document(voice, NAME, Message("Agenda"), meeting, self._blocks(voice, meeting))

    def _blocks(self, voice: Voice, meeting: Meeting) -> Iterator[DocumentBlock]:
        anchors, house = Anchors(), Voice(voice.words)
        if self.summons is not None:
            yield from prose_blocks(house, anchors, self.summons.blocks, 1)
        yield from frame.facts((*frame.planned_facts(voice, meeting), *invited(voice, meeting)))
        yield from prose_blocks(voice, anchors, meeting.preamble, 1)
        if self.notes is not None:
            yield Heading((voice.say("Notes"),), anchor=anchors.take("notes"))
            yield from prose_blocks(house, anchors, self.notes.blocks, 2)
        items = ItemComposer(voice, anchors, meeting, Shown(papers=True, agenda=True, minutes=False)).blocks()
        for index, block in enumerate(items):
            if self.front_sheet and index == 0 and isinstance(block, Heading):
                yield attrs.evolve(block, new_page=True)
            else:
                yield block


def planned_view(meeting: Meeting) -> Meeting:
    """Return *meeting* as it was known before it began: without minutes, presence and what followed.

    Guests and members of the public who came without being expected are left out too. What is taken out becomes not
    known, never none.
    """
    presenting = {name for item in meeting.walk() for name in item.planned_presenters or ()}
    expected = tuple(_invited(one) for one in meeting.attendees or () if not _just_came(one, presenting))
    return attrs.evolve(
        meeting,
        label=None,
        opened=None,
        closed=None,
        adjournments=(),
        status=None if meeting.status in _STATUSES_AFTER else meeting.status,
        minutes_status=None,
        corrections=(),
        attendees=(expected or None) if meeting.attendees else meeting.attendees,
        declarations=None,
        previous_minutes=(),
        items=tuple(_planned(item) for item in meeting.items),
        closing=(),
        next_meetings=(),
        signatures=(),
        url=None,
    )


def _just_came(attendee: Attendee, presenting: set[str]) -> bool:
    """Tell whether someone from outside took part, and nothing shows that they were expected.

    Apologies and absence show that, as does a plan for an item.
    """
    if attendee.category not in _FROM_OUTSIDE or attendee.planned is not None or attendee.name in presenting:
        return False
    came_or_went = attendee.arrived is not None or attendee.left is not None
    return attendee.presence in _CAME or (attendee.presence is None and came_or_went)


def _invited(attendee: Attendee) -> Attendee:
    return attrs.evolve(
        attendee, presence=None, arrived=None, left=None, substitute_for=None, proxy_for=(), per_item=()
    )


def _planned(item: Item) -> Item:
    return attrs.evolve(
        item,
        minute_number=None,
        presenters=None,
        taken_at=None,
        marks=tuple(mark for mark in item.marks if mark in _MARKS_BEFORE),
        referred_to=None,
        papers=tuple(paper for paper in item.papers if paper.kind is not PaperKind.TABLED),
        minutes=None,
        items=tuple(_planned(one) for one in item.items),
    )
