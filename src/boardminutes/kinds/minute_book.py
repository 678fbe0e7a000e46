"""The minute book: the minutes of many meetings as one document, with contents and an index of their decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from boardminutes._options import true_or_false
from boardminutes._settled import decisions_in
from boardminutes.document import (
    Contents,
    ContentsEntry,
    Document,
    DocumentBlock,
    Grid,
    Heading,
    Panel,
    PanelRole,
    ReferenceSpan,
    Text,
    plain,
)
from boardminutes.kinds import _registers as registers
from boardminutes.kinds._corrections import Headings
from boardminutes.kinds._items import DEEPEST_LEVEL
from boardminutes.kinds._outcomes import decision_text, number_span
from boardminutes.kinds._places import bare, told_apart
from boardminutes.kinds._record import WHOLE, Record
from boardminutes.kinds._registers import Cell, line
from boardminutes.kinds._voice import Voice
from boardminutes.kinds.minutes import minutes_record
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.wording import Message, Wording

NAME = "minute-book"
_INDEX = "decision-index"


@attrs.frozen
class _Part:
    """The minutes of one meeting in a book.

    Attributes:
        voice: The words, and the language of the meeting.
        which: Which of the meetings it is, in one line.
        heading: The heading of its minutes.
        blocks: Its minutes below that.
        record: What they show of it.
    """

    voice: Voice
    which: tuple[Span, ...]
    heading: Heading
    blocks: tuple[DocumentBlock, ...]
    record: Record


@attrs.frozen(kw_only=True)
class MinuteBook:
    """The minutes of one or many meetings, in the order given, with contents and an index of all decisions.

    Those of each meeting begin on a new page, and the numbers of pages run through.

    Attributes:
        signature: Whether there is a place for the chair to sign each minutes that are not signed yet.
    """

    signature: bool = attrs.field(default=False, validator=true_or_false)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the minute book of one or many meetings."""
        told = told_apart(wording, tuple(map(bare, meetings)))
        records = tuple(
            minutes_record(meeting, wording, signature=self.signature, prefix=_prefix(number))
            for number, meeting in enumerate(meetings, 1)
        )
        headings = tuple(record.headings for record in records)
        parts = tuple(
            _part(_prefix(number), voice, which, record, headings)
            for number, (record, (voice, _, which)) in enumerate(zip(records, told, strict=True), 1)
        )
        rows = tuple(row for part in parts for row in _rows(part))
        entries = [ContentsEntry(part.which, anchor=part.heading.anchor) for part in parts]
        if rows:
            entries.append(ContentsEntry((Span(wording("Decision index")),), anchor=_INDEX))
        blocks = (
            Heading((Span(wording("Contents")),), anchor="contents"),
            Contents(tuple(entries)),
            *(block for part in parts for block in (part.heading, *part.blocks)),
            *_index(wording, rows),
        )
        shown = tuple(one.meeting for one in headings)
        days = tuple(map(bare, shown))
        made = registers.document(wording, NAME, Message("Minute book"), days, blocks=(), table=None)
        return attrs.evolve(made, blocks=blocks, meetings=shown)


def _prefix(number: int) -> str:
    """Return what the anchors of a meeting begin with, so that no other meeting has them."""
    return f"m{number}-"


def _part(prefix: str, voice: Voice, which: tuple[Span, ...], record: Record, together: tuple[Headings, ...]) -> _Part:
    minutes = record.document(together)
    notice: tuple[DocumentBlock, ...] = ()
    if minutes.notice is not None:
        notice = (Panel(PanelRole.NOTICE, voice.words("Draft minutes"), (Text((Span(minutes.notice),)),)),)
    heading = Heading(
        voice.labelled(minutes.organisation_spans, minutes.title_spans), anchor=f"{prefix}{WHOLE}", new_page=True
    )
    return _Part(voice, which, heading, (*notice, *_below(minutes.blocks)), record)


def _below(blocks: Iterable[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Yield *blocks* one level lower."""
    for block in blocks:
        if isinstance(block, Heading):
            yield attrs.evolve(block, level=min(block.level + 1, DEEPEST_LEVEL))
        else:
            yield block


def _index(wording: Wording, rows: tuple[tuple[Cell, ...], ...]) -> Iterator[DocumentBlock]:
    if rows:
        yield Heading((Span(wording("Decision index")),), anchor=_INDEX, new_page=True)
        labels = ("Number", "Decision", "Meeting", "Item")
        yield Grid(rows, head=tuple(line((Span(wording(label)),)) for label in labels))


def _rows(part: _Part) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each decision that the minutes of a meeting show, and so for none that they do not."""
    voice, anchors = part.voice, part.record.headings.anchors
    headings = {block.anchor: block for block in part.blocks if isinstance(block, Heading)}
    for item in part.record.headings.meeting.walk():
        for _, decisions in decisions_in(item.entries):
            for one in decisions:
                number = number_span(voice, one.number)
                yield (
                    line(() if number is None else (number,)),
                    decision_text(voice, one),
                    line(part.which),
                    line((_reference(voice, headings[anchors[id(item)]]),)),
                )


def _reference(voice: Voice, heading: Heading) -> ReferenceSpan:
    words = plain(heading.spans)
    text = words if heading.number is None else f"{heading.number.text} {words}"
    paged = f" ({voice.words('page {page}')})"
    return ReferenceSpan(text, anchor=heading.anchor, paged=paged, language=heading.spans[0].language)
