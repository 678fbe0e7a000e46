"""Statistics: how often members attended, and how decisions came out, over one meeting or many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from boardminutes.document import Bar, Chart, Document, DocumentBlock, Grid, Heading, Text, plain
from boardminutes.kinds._attendance_totals import PRESENCES, Tally, presence_name, tallied
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import VERBS
from boardminutes.kinds._places import Path, bare, placed, told_apart
from boardminutes.kinds._registers import Cell, Column, document, flat_table, line
from boardminutes.kinds.decisions import settled
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Span
from boardminutes.model.values import Verb
from boardminutes.wording import Message, Wording

NAME = "statistics"
_OUTCOMES: Final = (*Verb, None)
_WHOLE: Final = 100
_NO_ATTENDANCE: Final = Message("No attendance is recorded for {meeting}, which is not counted.")
_NO_MINUTES: Final = Message("There are no minutes of {meeting} here, so it is not counted.")
"""It is true of a record for the public, too, out of which minutes were left, and does not tell that there were any."""

_Row = tuple[Cell, ...]


@attrs.frozen(kw_only=True)
class Statistics:
    """How often each member attended, and how many decisions there were, by outcome and by meeting.

    Numbers stand in tables, and in bars beside them in formats that draw. What is not known is counted as not known and
    never as nothing, and shares are those of what is known.
    """

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the statistics of one or many meetings."""
        decided = tuple(settled(meeting) for meeting in meetings)
        views = tuple(_counted(meeting) for meeting in meetings)
        tallies = tallied(tuple(placed(wording, views, _attendees)))
        named = tuple(which for _, _, which in told_apart(wording, views))
        each = zip(views, decided, strict=True)
        by_meeting = {id(view): own or () for view, own in each}
        entries = placed(wording, views, lambda view: _numbers_of(wording, view, by_meeting[id(view)]))
        hides = any(_hides(item) for meeting in meetings for item in meeting.walk())
        counts = _Counts(wording, tallies, named, decided, hides=hides)
        return document(
            wording,
            NAME,
            Message("Statistics"),
            views,
            blocks=counts.blocks(views),
            table=flat_table(wording, _COLUMNS, entries),
        )


def _counted(meeting: Meeting) -> Meeting:
    """Return of *meeting* only which it is, who was summoned, and who came."""
    attendees = meeting.attendees
    if attendees is None:
        return bare(meeting)
    kept = tuple(Attendee(one.name, presence=one.presence, id=one.id) for one in attendees)
    return attrs.evolve(bare(meeting), attendees=kept)


def _hides(item: Item) -> bool:
    return item.restriction is not None and item.minutes is None


def _attendees(meeting: Meeting) -> Iterator[tuple[Path, Attendee]]:
    yield from (((), one) for one in meeting.attendees or ())


@attrs.frozen
class _Counts:
    """What was counted.

    Attributes:
        wording: The words.
        tallies: How often each person came.
        named: Which meetings they are, each in one line.
        decided: The decisions of each meeting; None where no minutes of it are known.
        hides: Whether there are restricted items of which nobody may see here what was settled.
    """

    wording: Wording
    tallies: tuple[Tally, ...]
    named: tuple[tuple[Span, ...], ...]
    decided: tuple[tuple[Decision, ...] | None, ...]
    hides: bool = attrs.field(kw_only=True)

    def blocks(self, meetings: Sequence[Meeting]) -> Iterator[DocumentBlock]:
        """Yield the numbers under their headings."""
        words, anchors = self.wording, Anchors()
        yield Heading((Span(words("Attendance")),), anchor=anchors.take("attendance"))
        unknown = [which for which, one in zip(self.named, meetings, strict=True) if one.attendees is None]
        yield from self._unknown(_NO_ATTENDANCE, unknown)
        if self.tallies:
            yield self._attendance()
        yield Heading((Span(words("Decisions")),), anchor=anchors.take("decisions"))
        unknown = [which for which, one in zip(self.named, self.decided, strict=True) if one is None]
        yield from self._unknown(_NO_MINUTES, unknown)
        if self.hides:
            yield Text((Span(words("What was settled in restricted items is not counted.")),))
        outcomes = self._outcomes()
        if outcomes:
            rows = tuple((self._outcome(verb), _number(number)) for verb, number in outcomes.items())
            yield self._chart(words("Decisions by outcome"), words("Outcome"), rows)
        if len(self.decided) > 1 and outcomes:
            yield self._chart(words("Decisions by meeting"), words("Meeting"), tuple(self._by_meeting()))
        if not outcomes and not self.hides and len(unknown) < len(self.decided):
            yield Text((Span(words("No decisions are recorded.")),))

    def _unknown(self, sentence: Message, meetings: Sequence[tuple[Span, ...]]) -> Iterator[Text]:
        for which in meetings:
            before, _, after = self.wording(sentence).partition("{meeting}")
            yield Text((Span(before), *which, Span(after)))

    def _attendance(self) -> Chart:
        words = self.wording
        columns = [one for one in PRESENCES if any(tally.counts[one] for tally in self.tallies)]
        head = [words("Name"), words("Meetings"), *(presence_name(words, one) for one in columns), words("Share")]
        rows: list[_Row] = []
        bars: list[Bar] = []
        for tally in self.tallies:
            share = tally.share
            told = words("not known") if share is None else f"{share}%"
            numbers = (_number(tally.counts[one]) for one in columns)
            rows.append((tally.name, _number(tally.counts.total()), *numbers, line((Span(told),))))
            if share is not None:
                bars.append(Bar(_text(tally.name), share, told))
        title = words("Meetings attended, of those for which presence is known")
        return Chart(title, self._alternative(title), tuple(bars), _table(head, tuple(rows)), most=_WHOLE)

    def _chart(self, title: str, label: str, rows: tuple[_Row, ...]) -> Chart:
        bars = tuple(Bar(_text(row[0]), int(_text(row[1])), _text(row[1])) for row in rows if _text(row[1]).isdecimal())
        return Chart(title, self._alternative(title), bars, _table([label, self.wording("Decisions")], rows))

    def _alternative(self, title: str) -> str:
        return self.wording("Bar chart: {title}. The table below has the same numbers.").replace("{title}", title)

    def _outcomes(self) -> dict[Verb | None, int]:
        counts = Counter(decision.verb for one in self.decided for decision in one or ())
        return {verb: counts[verb] for verb in _OUTCOMES if counts[verb]}

    def _outcome(self, verb: Verb | None) -> Cell:
        return line((Span(_outcome_name(self.wording, verb)),))

    def _by_meeting(self) -> Iterator[tuple[Cell, Cell]]:
        for which, decisions in zip(self.named, self.decided, strict=True):
            number = line((Span(self.wording("not known")),)) if decisions is None else _number(len(decisions))
            yield line(which), number


@attrs.frozen
class _Counted:
    """A number of one meeting.

    Attributes:
        subject: Of what it is a number: of meetings attended, or of decisions.
        name: The person or the outcome, in words of the document or the meeting.
        counted: What was counted of that.
        number: How often.
        is_own: Whether the name is the meeting's own text.
    """

    subject: str
    name: str
    counted: str
    number: int
    is_own: bool = attrs.field(default=False, kw_only=True)


def _numbers_of(wording: Wording, view: Meeting, decisions: tuple[Decision, ...]) -> Iterator[tuple[Path, _Counted]]:
    """Yield the numbers of one meeting, which add up to those of many."""
    attendance, decided = wording("Attendance"), wording("Decisions")
    for one in view.attendees or ():
        yield (), _Counted(attendance, one.name, presence_name(wording, one.presence), 1, is_own=True)
    outcomes = Counter(decision.verb for decision in decisions)
    for verb in _OUTCOMES:
        if outcomes[verb]:
            yield (), _Counted(decided, _outcome_name(wording, verb), decided, outcomes[verb])


def _outcome_name(wording: Wording, verb: Verb | None) -> str:
    return wording("Outcome not known" if verb is None else VERBS[verb])


_COLUMNS: Final[tuple[Column[_Counted], ...]] = (
    Column("Statistics", lambda one: line((Span(one.entry.subject),))),
    Column("Name", lambda one: line((one.voice.span(one.entry.name) if one.entry.is_own else Span(one.entry.name),))),
    Column("Counted", lambda one: line((Span(one.entry.counted),))),
    Column("Number", lambda one: _number(one.entry.number)),
)


def _table(head: Sequence[str], rows: tuple[_Row, ...]) -> Grid:
    return Grid(rows, head=tuple(line((Span(label),)) for label in head), row_heads=True)


def _number(number: int) -> Cell:
    return line((Span(str(number)),))


def _text(cell: Cell) -> str:
    return "".join(plain(block.spans) for block in cell if isinstance(block, Text))
