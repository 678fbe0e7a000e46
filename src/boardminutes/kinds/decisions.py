"""The decision list: what was settled, why, by whom, and who declared an interest."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from boardminutes._settled import decisions_in
from boardminutes.document import Document, DocumentBlock, Fact, Panel, Text
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import (
    VERBS,
    decision_panel,
    decision_text,
    declaration_panel,
    restricted_facts,
    vote_facts,
    yes_no,
)
from boardminutes.kinds._places import (
    Interest,
    Path,
    Placed,
    bare,
    concerned,
    interests,
    paths,
    placed,
    pruned,
    told_apart,
)
from boardminutes.kinds._registers import (
    Cell,
    Column,
    document,
    flat_table,
    flattened,
    item_lines,
    line,
    lines,
    meeting_heading,
    said,
    sections,
)
from boardminutes.kinds._voice import Voice
from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Declaration
from boardminutes.model.prose import Span
from boardminutes.wording import Message, Wording

NAME = "decisions"


@attrs.frozen
class _Settled:
    """A decision, and the interests that were declared in its item.

    Attributes:
        decision: The decision; None for a restricted item of which nobody may see what was settled.
        interests: The interests.
    """

    decision: Decision | None
    interests: tuple[Interest, ...]


@attrs.frozen(kw_only=True)
class Decisions:
    """What was settled, item by item: text, reasons, alternatives, who took it, the vote, interests declared."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the decision list of one or many meetings."""
        views = tuple(settled_view(meeting) for meeting in meetings)
        entries = tuple(placed(wording, views, _listed))
        blocks = _blocks(wording, views)
        return document(
            wording, NAME, Message("Decisions"), views, blocks=blocks, table=flat_table(wording, _COLUMNS, entries)
        )


def settled_view(meeting: Meeting) -> Meeting:
    """Return of *meeting* its decisions and the interests declared in their items.

    A motion that was carried is one of them unless a decision follows it. A restricted item of which no minutes are
    known stays: something may have been settled there.
    """
    told = {id(item) for item in meeting.walk() if _is_told(item)}

    def is_relevant(declaration: Declaration, under: Item | None) -> bool:
        return id(concerned(meeting, declaration, under)) in told

    def kept(item: Item) -> tuple[Entry, ...] | None:
        entries: list[Entry] = []
        for entry, decisions in decisions_in(item.entries):
            entries.extend(decisions)
            if isinstance(entry, Declaration) and is_relevant(entry, item):
                entries.append(entry)
        return tuple(entries) if entries or id(item) in told else None

    return attrs.evolve(
        bare(meeting),
        declarations=tuple(one for one in meeting.declarations or () if is_relevant(one, None)) or None,
        items=pruned(meeting.items, kept),
    )


def _is_told(item: Item) -> bool:
    hides = item.restriction is not None and item.minutes is None
    return hides or any(decisions for _, decisions in decisions_in(item.entries))


def settled(meeting: Meeting) -> tuple[Decision, ...] | None:
    """Return the decisions of a *meeting*, motions carried among them; None where no minutes are known."""
    view = settled_view(meeting)
    found = tuple(decision for item in view.walk() for decision in item.decisions)
    return found if found or any(item.minutes is not None for item in meeting.walk()) else None


def _listed(meeting: Meeting) -> Iterator[tuple[Path, _Settled]]:
    by_item = _interests_by_item(meeting)
    for path in paths(meeting.items):
        if _is_told(path[-1]):
            declared = by_item.get(id(path[-1]), ())
            yield from ((path, _Settled(decision, declared)) for decision in path[-1].decisions or (None,))


def _interests_by_item(meeting: Meeting) -> dict[int, tuple[Interest, ...]]:
    found: dict[int, tuple[Interest, ...]] = {}
    for path, interest in interests(meeting):
        for item in path[-1:]:
            found[id(item)] = (*found.get(id(item), ()), interest)
    return found


def _blocks(wording: Wording, meetings: tuple[Meeting, ...]) -> Iterator[DocumentBlock]:
    anchors, several = Anchors(), len(meetings) > 1
    for voice, meeting, which in told_apart(wording, meetings):
        if several and meeting.items:
            yield meeting_heading(anchors, which)
        told = _Told(voice, meeting, _interests_by_item(meeting))
        yield from sections(voice, anchors, meeting.items, 3 if several else 2, told)
    if not any(meeting.items for meeting in meetings):
        yield Text((Span(wording("No decisions are recorded.")),))


@attrs.frozen
class _Told:
    """What is told of an item.

    Attributes:
        voice: The words.
        meeting: The meeting.
        interests: The interests that concern each item, by its identity.
    """

    voice: Voice
    meeting: Meeting
    interests: dict[int, tuple[Interest, ...]]

    def __call__(self, item: Item) -> tuple[DocumentBlock, ...] | None:
        """Return the interests declared in an item, then its decisions; None where nothing was to be settled."""
        if not _is_told(item):
            return None
        declared = self.interests.get(id(item), ())
        return (
            *(_interest_panel(self.voice, self.meeting, one, item) for one in declared),
            *(decision_panel(self.voice, decision) for decision in item.decisions),
        )


def _interest_panel(voice: Voice, meeting: Meeting, interest: Interest, item: Item) -> Panel:
    panel = declaration_panel(voice, meeting, attrs.evolve(interest.declaration, item=None))
    if not interest.made_under or interest.made_under[-1] is item:
        return panel
    where = Fact(voice.words("Declared under"), item_lines(voice, interest.made_under))
    return attrs.evolve(panel, facts=(*panel.facts, where))


def _column(label: str, cell: Callable[[Voice, Decision], Cell]) -> Column[_Settled]:
    """Return a column in which nothing stands where what was settled may not be seen."""

    def of_entry(one: Placed[_Settled]) -> Cell:
        return () if one.entry.decision is None else cell(one.voice, one.entry.decision)

    return Column(label, of_entry)


def _outcome(voice: Voice, decision: Decision) -> Cell:
    return () if decision.verb is None else line((voice.say(VERBS[decision.verb]),))


def _interests(one: Placed[_Settled]) -> Cell:
    item = one.path[-1]
    panels = (_interest_panel(one.voice, one.meeting, interest, item) for interest in one.entry.interests)
    return tuple(block for panel in panels for block in flattened(one.voice, panel))


def _vote(voice: Voice, decision: Decision) -> Cell:
    """Return the counts and the method, then the majority and the casting vote as lines that say what they are."""
    facts = tuple(vote_facts(voice, decision.vote))
    whole = vote_facts(voice, decision.vote and attrs.evolve(decision.vote, required_majority=None, casting_vote=None))
    counted = said(whole)
    return (*counted, *lines(voice, facts[bool(counted) :]))


_COLUMNS: tuple[Column[_Settled], ...] = (
    Column("Item", lambda one: item_lines(one.voice, one.path)),
    _column("Number", lambda voice, decision: line(voice.own(decision.number))),
    _column("Topic", lambda voice, decision: line(voice.own(decision.topic))),
    _column("Outcome", _outcome),
    _column("Decision", decision_text),
    _column("Subject to", lambda voice, decision: said(voice.prose_fact("Subject to", decision.subject_to))),
    _column("Reasons", lambda voice, decision: said(voice.prose_fact("Reasons", decision.reasons))),
    _column(
        "Alternatives considered",
        lambda voice, decision: said(voice.prose_fact("Alternatives considered", decision.alternatives)),
    ),
    _column("Taken by", lambda voice, decision: line(voice.own(decision.taken_by))),
    _column("Key decision", lambda voice, decision: said(voice.said("Key decision", yes_no(voice, decision.key)))),
    _column("Vote", _vote),
    Column("Interests declared", _interests),
    _column("Restricted", lambda voice, decision: lines(voice, restricted_facts(voice, decision))),
)
