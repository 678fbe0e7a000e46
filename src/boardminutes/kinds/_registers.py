"""What the kinds have in common that list entries of one or many meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    Points,
    Text,
    TextRole,
    plain,
)
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._items import DEEPEST_LEVEL, Anchors, item_heading
from boardminutes.kinds._places import Path, Placed, told_apart
from boardminutes.kinds._voice import Voice, grounds, joined, merged
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.wording import Phrase, Wording

T = TypeVar("T")
Cell = tuple[NestedBlock, ...]


@attrs.frozen
class Column(Generic[T]):
    """A column of a register.

    Attributes:
        label: Its heading, in English.
        cell: Returns what stands in it for an entry.
    """

    label: Phrase
    cell: Callable[[Placed[T]], Cell]


def flat_table(wording: Wording, columns: Sequence[Column[T]], entries: Iterable[Placed[T]]) -> Grid:
    """Return all *entries* under all *columns*, after those that say of which meeting each is."""
    which: tuple[Column[T], ...] = (
        Column("Body", lambda one: line(one.voice.own(one.meeting.body))),
        Column("Meeting", lambda one: line(one.voice.own(one.meeting.title))),
        Column("Date", lambda one: line(one.voice.when(one.meeting.start))),
    )
    return _grid(wording, (*which, *columns), tuple(entries), row_heads=False)


def table(
    wording: Wording, columns: Sequence[Column[T]], entries: Sequence[Placed[T]], *, row_heads: bool = False
) -> Grid:
    """Return *entries* under those *columns* in which anything stands, as a page shows them.

    The first column names the rows where *row_heads* is true and all its cells are filled.
    """
    filled = [column for column in columns if any(column.cell(one) for one in entries)]
    named = row_heads and filled[0] is columns[0] and all(columns[0].cell(one) for one in entries)
    return _grid(wording, filled, entries, row_heads=named)


def _grid(wording: Wording, columns: Sequence[Column[T]], entries: Sequence[Placed[T]], *, row_heads: bool) -> Grid:
    return Grid(
        tuple(tuple(column.cell(one) for column in columns) for one in entries),
        head=tuple(line((Span(wording(column.label)),)) for column in columns),
        row_heads=row_heads,
    )


def line(spans: tuple[Span, ...]) -> Cell:
    """Return runs as a cell of one paragraph; an empty cell for none."""
    return (Text(spans),) if spans else ()


def said(facts: Iterable[Fact]) -> Cell:
    """Return what facts say without their labels, as in a column that bears the label."""
    return tuple(block for fact in facts for block in fact.blocks)


def lines(voice: Voice, facts: Iterable[Fact]) -> Cell:
    """Return facts as lines that begin with their labels."""
    return tuple(block for fact in facts for block in _lines(voice, fact))


def _lines(voice: Voice, fact: Fact) -> Iterator[NestedBlock]:
    label = (Span(fact.label),)
    first, *others = fact.blocks
    if isinstance(first, Text):
        yield Text(voice.labelled(label, first.spans), role=TextRole.ASIDE)
        yield from others
    else:
        yield Text(voice.sentence("{label}:", label=label), role=TextRole.ASIDE)
        yield from fact.blocks


def inside(panel: Panel) -> Cell:
    """Return what a panel says, without the panels in it."""
    return tuple(block for block in panel.blocks if not isinstance(block, Panel))


def flattened(voice: Voice, panel: Panel) -> Cell:
    """Return a panel as the blocks of a cell: what it says, then its facts as lines."""
    return (*inside(panel), *lines(voice, panel.facts))


def item_spans(voice: Voice, item: Item) -> tuple[Span, ...]:
    """Return an item in one line: its number and title, its other number, and that and why it is restricted."""
    number = item.minute_number or item.number
    about: list[tuple[Span, ...]] = []
    if item.number not in {None, number}:
        about.append(voice.labelled((voice.say("Agenda number"),), voice.own(item.number)))
    if item.restriction is not None:
        about.extend([(voice.say("restricted"),), *((voice.span(one),) for one in grounds(item.restriction))])
    name = joined(" ", [voice.own(number), voice.own(item.title)])
    return merged((*name, Span(" ("), *joined(", ", about), Span(")")) if about else name)


def item_lines(voice: Voice, path: Path) -> Cell:
    """Return an item in a line of its own, after those under which it stands."""
    return tuple(Text(item_spans(voice, item)) for item in path)


def meeting_heading(anchors: Anchors, which: tuple[Span, ...]) -> Heading:
    """Return the heading over the entries of one of several meetings."""
    return Heading(which, anchor=anchors.take("meeting"))


def sections(
    voice: Voice,
    anchors: Anchors,
    items: Iterable[Item],
    level: int,
    told: Callable[[Item], Sequence[DocumentBlock] | None],
) -> Iterator[DocumentBlock]:
    """Yield what is *told* under each item, below its heading; items of which nothing is told are passed over.

    Args:
        voice: The words.
        anchors: The names of headings given so far.
        items: The items.
        level: The level of their headings.
        told: Returns the blocks of an item; None for an item that needs no heading for itself.
    """
    for item in items:
        own = told(item)
        below = tuple(sections(voice, anchors, item.items, min(level + 1, DEEPEST_LEVEL), told))
        if own is None and not below:
            continue
        number = item.minute_number or item.number
        yield from item_heading(voice, anchors, item, number, level)
        if item.number not in {None, number}:
            yield from frame.facts(voice.fact("Agenda number", item.number))
        yield from own or ()
        yield from below


def document(
    wording: Wording,
    kind: str,
    name: Phrase,
    meetings: tuple[Meeting, ...],
    *,
    blocks: Iterable[DocumentBlock],
    table: Grid | None,
) -> Document:
    """Return the document of one or many meetings; the title of many says from which day to which they reach.

    Args:
        wording: The words.
        kind: The name of the kind.
        name: What the document is, in English.
        meetings: What it shows of the meetings.
        blocks: Its blocks; a list of the meetings is set before them where there are many.
        table: All entries as one flat table; None for none.
    """
    voice = Voice.of(wording, meetings[0].language)
    made = frame.document(voice, kind, name, meetings[0], blocks)
    if len(meetings) == 1:
        return attrs.evolve(made, table=table)
    days = sorted({day for meeting in meetings if (day := meeting.start) is not None}, key=str)
    title = joined(", ", [(voice.say(name),), joined(" – ", [voice.when(day) for day in (*days[:1], *days[1:][-1:])])])
    bodies = {meeting.body for meeting in meetings}
    organisation = voice.own(meetings[0].body) if len(bodies) == 1 else ()
    which = tuple((Text(one),) for _, _, one in told_apart(wording, meetings))
    return attrs.evolve(
        made,
        title=merged(title),
        organisation=organisation,
        furniture=attrs.evolve(made.furniture, header=plain(voice.labelled(organisation, title))),
        blocks=(Facts((Fact(wording("Meetings"), (Points(which),)),)), *made.blocks),
        meetings=meetings,
        table=table,
    )
