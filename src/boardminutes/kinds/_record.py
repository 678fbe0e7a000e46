"""The record of one meeting as blocks: the facts of the meeting, its items, its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.document import Document, DocumentBlock
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._corrections import Headings
from boardminutes.kinds._items import Anchors, ItemComposer, Shown, prose_blocks
from boardminutes.kinds._outcomes import declaration_panel
from boardminutes.kinds._people import attendance
from boardminutes.kinds._voice import Voice
from boardminutes.model.meeting import Meeting
from boardminutes.wording import Message, Wording

WHOLE: Final = "minutes"
"""The anchor, after its prefix, of a record that is a part of a document; nothing in the record has it."""


@attrs.frozen(kw_only=True)
class Record:
    """The record of a meeting whose items are composed, so that what stands before them can lead to them.

    Attributes:
        voice: The words.
        kind: The name of the kind that shows it.
        name: What the document is called.
        headings: The meeting, and the headings of its items.
        below: The blocks below the facts, up to where the minutes are signed.
        signature: Whether there is a place to sign even where the record has none.
    """

    voice: Voice
    kind: str
    name: Message
    headings: Headings
    below: tuple[DocumentBlock, ...]
    signature: bool

    def document(self, together: Iterable[Headings] = ()) -> Document:
        """Return the document of the meeting.

        Args:
            together: The meetings that are told of in the same document, where there are more than this.
        """
        meeting = self.headings.meeting
        blocks = self._blocks(tuple(one for one in together if one is not self.headings))
        return frame.document(self.voice, self.kind, self.name, meeting, blocks, draft=frame.is_draft(meeting))

    def _blocks(self, others: tuple[Headings, ...]) -> Iterator[DocumentBlock]:
        voice, meeting = self.voice, self.headings.meeting
        yield from frame.facts(
            (
                *frame.planned_facts(voice, meeting),
                *frame.actual_facts(voice, self.headings, self.name, others),
                *attendance(voice, meeting),
                *(voice.said("Declarations of interest", voice.words("none")) if meeting.declarations == () else ()),
            )
        )
        for declaration in meeting.declarations or ():
            yield declaration_panel(voice, meeting, declaration)
        yield from self.below
        yield from frame.signatures(voice, meeting, wanted=self.signature)


def recorded(
    meeting: Meeting, wording: Wording, shown: Shown, *, kind: str, name: Message, signature: bool, prefix: str = ""
) -> Record:
    """Return the record of a meeting with its items composed.

    Args:
        meeting: What the kind shows of the meeting.
        wording: The words.
        shown: What of its items is shown.
        kind: The name of the kind.
        name: What the document is called.
        signature: Whether there is a place to sign even where the record has none.
        prefix: What all anchors begin with, where the record is a part of a document.
    """
    voice, anchors = Voice.of(wording, meeting.language), Anchors(prefix, taken={WHOLE} if prefix else set())
    below = (
        *prose_blocks(voice, anchors, meeting.preamble, 1),
        *ItemComposer(voice, anchors, meeting, shown).blocks(),
        *prose_blocks(voice, anchors, meeting.closing, 1),
        *frame.next_meetings(voice, anchors, meeting),
    )
    headings = Headings(meeting, anchors.of_items)
    return Record(voice=voice, kind=kind, name=name, headings=headings, below=below, signature=signature)
