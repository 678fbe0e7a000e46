"""The agenda: what is planned, and nothing of what happened."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes.document import Document, DocumentBlock
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import Anchors, ItemComposer, Shown, prose_blocks
from boardminutes.kinds._people import invited
from boardminutes.kinds._voice import Voice
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.people import Attendee
from boardminutes.model.values import ItemMark, MeetingStatus, PaperKind
from boardminutes.wording import Wording

NAME = "agenda"
_MARKS_BEFORE = {ItemMark.CONSENT, ItemMark.URGENT, ItemMark.LATE, ItemMark.WITHDRAWN}
_STATUSES_AFTER = {MeetingStatus.HELD, MeetingStatus.INQUORATE}


@attrs.frozen
class Agenda:
    """What is planned: when, where, who is invited, the items with their papers."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the agenda of one meeting."""
        meeting = planned_view(frame.only_meeting(meetings, NAME))
        voice = Voice.of(wording, meeting.language)
        return frame.document(voice, NAME, "Agenda", meeting, _blocks(voice, meeting))


def _blocks(voice: Voice, meeting: Meeting) -> Iterator[DocumentBlock]:
    anchors = Anchors()
    yield from frame.facts((*frame.planned_facts(voice, meeting), *invited(voice, meeting)))
    yield from prose_blocks(voice, anchors, meeting.preamble, 1)
    shown = Shown(papers=True, agenda=True, minutes=False)
    yield from ItemComposer(voice, anchors, meeting, shown).blocks()


def planned_view(meeting: Meeting) -> Meeting:
    """Return *meeting* as it was known before it began: without minutes, presence and what followed.

    What is taken out becomes not known, never none.
    """
    return attrs.evolve(
        meeting,
        label=None,
        opened=None,
        closed=None,
        adjournments=(),
        status=None if meeting.status in _STATUSES_AFTER else meeting.status,
        minutes_status=None,
        attendees=None if meeting.attendees is None else tuple(_invited(one) for one in meeting.attendees),
        declarations=None,
        previous_minutes=(),
        items=tuple(_planned(item) for item in meeting.items),
        closing=(),
        next_meetings=(),
        signatures=(),
    )


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
