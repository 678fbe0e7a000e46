"""The register of interests declared, of one meeting or of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from boardminutes.document import Document, DocumentBlock, Fact, Text
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import CONDUCTS, INTERESTS, restricted_facts
from boardminutes.kinds._places import Interest, Placed, bare, concerned, interests, placed, pruned, told_apart
from boardminutes.kinds._registers import (
    Cell,
    Column,
    document,
    flat_table,
    item_lines,
    line,
    lines,
    meeting_heading,
    said,
    table,
)
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Declaration
from boardminutes.wording import Message, Wording

NAME = "declarations"

_Declared: TypeAlias = Placed[Interest]


@attrs.frozen(kw_only=True)
class Declarations:
    """Who declared an interest, in which item, of which sort and nature, and what the person did."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the register of interests of one or many meetings."""
        views = tuple(declared_view(meeting) for meeting in meetings)
        entries = tuple(placed(wording, views, interests))
        blocks = _blocks(wording, views, entries)
        return document(
            wording,
            NAME,
            Message("Declarations of interest"),
            views,
            blocks=blocks,
            table=flat_table(wording, _COLUMNS, entries),
        )


def declared_view(meeting: Meeting) -> Meeting:
    """Return of *meeting* the interests declared alone, and the items in which they were made or which they concern."""
    made = [(one, None) for one in meeting.declarations or ()]
    under = [(one, item) for item in meeting.walk() for one in item.declarations]
    wanted = {id(concerned(meeting, *each)) for each in (*made, *under)}

    def kept(item: Item) -> tuple[Declaration, ...] | None:
        return item.declarations if item.declarations or id(item) in wanted else None

    return attrs.evolve(bare(meeting), declarations=meeting.declarations, items=pruned(meeting.items, kept))


def _blocks(wording: Wording, meetings: tuple[Meeting, ...], entries: tuple[_Declared, ...]) -> Iterator[DocumentBlock]:
    anchors = Anchors()
    for position, (voice, meeting, which) in enumerate(told_apart(wording, meetings)):
        if len(meetings) > 1:
            yield meeting_heading(anchors, which)
        own = [one for one in entries if one.position == position]
        if own:
            yield table(wording, _PAGE_COLUMNS, own, row_heads=True)
        elif meeting.declarations is None:
            yield Text((voice.say("No declarations of interest are recorded."),))
        else:
            yield Text((voice.say("No interests were declared."),))


def _item(one: _Declared) -> Cell:
    """Return the item that a declaration concerns: as the record names it where there is none of that name."""
    return item_lines(one.voice, one.path) or line(one.voice.own(one.entry.declaration.item))


def _interest(one: _Declared) -> Cell:
    interest = one.entry.declaration.interest
    return () if interest is None else line((one.voice.say(INTERESTS[interest]),))


def _conduct(one: _Declared) -> Cell:
    conduct = one.entry.declaration.conduct
    return () if conduct is None else line((one.voice.say(CONDUCTS[conduct]),))


def _nature(one: _Declared) -> Cell:
    return said(one.voice.prose_fact("Nature", one.entry.declaration.nature))


def _elsewhere(one: _Declared) -> Cell:
    """Return the item in which a declaration was made, where it is not the one that it concerns."""
    return () if one.entry.made_under == one.path else item_lines(one.voice, one.entry.made_under)


def _below(one: _Declared) -> Cell:
    """Return what is told of few declarations, as lines below the nature of the interest."""
    made_under = _elsewhere(one)
    where = (Fact(one.voice.words("Declared under"), made_under),) if made_under else ()
    return lines(one.voice, (*where, *restricted_facts(one.voice, one.entry.declaration)))


_NAME: Column[Interest] = Column("Name", lambda one: line(one.voice.own(one.entry.declaration.person)))
_COLUMNS: tuple[Column[Interest], ...] = (
    _NAME,
    Column("Item", _item),
    Column("Interest", _interest),
    Column("Nature", _nature),
    Column("Conduct", _conduct),
    Column("Declared under", _elsewhere),
    Column("Restricted", lambda one: lines(one.voice, restricted_facts(one.voice, one.entry.declaration))),
)
_PAGE_COLUMNS: tuple[Column[Interest], ...] = (
    _NAME,
    Column("Item", _item),
    Column("Interest", _interest),
    Column("Nature", lambda one: (*_nature(one), *_below(one))),
    Column("Conduct", _conduct),
)
