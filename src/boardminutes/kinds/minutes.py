"""Minutes: who was there, what was said, what was settled."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes._options import true_or_false
from boardminutes.document import Document, DocumentBlock
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import Anchors, ItemComposer, Shown, prose_blocks
from boardminutes.kinds._outcomes import declaration_panel
from boardminutes.kinds._people import attendance
from boardminutes.kinds._voice import Voice
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Message, Wording

NAME = "minutes"


@attrs.frozen(kw_only=True)
class Minutes:
    """The record of a meeting that was held; what was only planned stays in the agenda.

    Attributes:
        signature: Whether there is a place for the chair to sign where the record has no `signatures` and the minutes
            are not signed yet.
    """

    signature: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the minutes of one meeting."""
        meeting = recorded_view(frame.only_meeting(meetings, NAME))
        voice = Voice.of(wording, meeting.language)
        name = Message("Draft minutes") if frame.is_draft(meeting) else Message("Minutes")
        blocks = record_blocks(
            voice, meeting, name, Shown(papers=False, agenda=False, minutes=True), signature=self.signature
        )
        return frame.document(voice, NAME, name, meeting, blocks, draft=frame.is_draft(meeting))


def record_blocks(
    voice: Voice, meeting: Meeting, name: Message, shown: Shown, *, signature: bool
) -> Iterator[DocumentBlock]:
    """Yield the blocks of a record: the facts of the meeting, its items, its end.

    Args:
        voice: The words.
        meeting: The meeting.
        name: What the document is called.
        shown: What of its items is shown.
        signature: Whether there is a place to sign even where the record has none.
    """
    anchors = Anchors()
    yield from frame.facts(
        (
            *frame.planned_facts(voice, meeting),
            *frame.actual_facts(voice, meeting, name),
            *attendance(voice, meeting),
            *(voice.said("Declarations of interest", voice.words("none")) if meeting.declarations == () else ()),
        )
    )
    for declaration in meeting.declarations or ():
        yield declaration_panel(voice, meeting, declaration)
    yield from prose_blocks(voice, anchors, meeting.preamble, 1)
    yield from ItemComposer(voice, anchors, meeting, shown).blocks()
    yield from prose_blocks(voice, anchors, meeting.closing, 1)
    yield from frame.next_meetings(voice, anchors, meeting)
    yield from frame.signatures(voice, meeting, wanted=signature)


def recorded_view(meeting: Meeting) -> Meeting:
    """Return *meeting* as its minutes tell it: without the planned text of its items and their papers.

    Of papers that are taken out it is still known that there are some.
    """
    return attrs.evolve(meeting, items=tuple(_recorded(item) for item in meeting.items))


def _recorded(item: Item) -> Item:
    return attrs.evolve(
        item,
        planned_presenters=item.planned_presenters if item.presenters is None else None,
        papers=(),
        unlisted_papers=item.unlisted_papers or bool(item.papers),
        agenda=(),
        items=tuple(_recorded(one) for one in item.items),
    )
