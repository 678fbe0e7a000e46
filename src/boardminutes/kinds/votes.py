"""The voting record: every motion and decision on which a vote was taken, of one meeting or of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from boardminutes.document import Document, DocumentBlock, Fact, Grid, Panel, PanelBlock, PanelRole, Text
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import (
    METHODS,
    OPTIONS,
    OUTCOMES,
    VERBS,
    decision_panel,
    labelled,
    number_span,
    restricted_facts,
    vote_facts,
)
from boardminutes.kinds._places import Path, Placed, bare, paths, placed, pruned, told_apart
from boardminutes.kinds._registers import (
    Cell,
    Column,
    document,
    flat_table,
    inside,
    item_lines,
    line,
    lines,
    meeting_heading,
    said,
    sections,
)
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Span
from boardminutes.model.votes import Tally, Vote
from boardminutes.wording import Wording

NAME = "votes"


@attrs.frozen
class _Put:
    """What was put to the vote.

    Attributes:
        entry: The motion or decision.
        amends: The motion that it would change; None for what stands alone.
        restricted_with: What bears the restriction that holds for it: a motion that it would change, or itself.
    """

    entry: Motion | Decision
    amends: Motion | None
    restricted_with: Motion | Decision


_Recorded: TypeAlias = Placed[_Put]


@attrs.frozen
class Votes:
    """What was put to the vote, item by item: who moved it, how many voted how and who, what became of it."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the voting record of one or many meetings."""
        views = tuple(voted_view(meeting) for meeting in meetings)
        entries = tuple(placed(wording, views, _put))
        return document(
            wording,
            NAME,
            "Voting record",
            views,
            blocks=_blocks(wording, views),
            table=flat_table(wording, _COLUMNS, entries),
        )


def voted_view(meeting: Meeting) -> Meeting:
    """Return of *meeting* the motions and decisions with a vote alone, under their items.

    A motion without a vote stays where one was taken on an amendment to it. What was decided by a motion is told by
    its outcome, and what is told of a decision besides its vote by the decision list.
    """

    def kept(item: Item) -> tuple[Entry, ...] | None:
        return tuple(one for entry in item.entries for one in _voted(entry)) or None

    return attrs.evolve(bare(meeting), items=pruned(meeting.items, kept))


def _voted(entry: Entry) -> Iterator[Motion | Decision]:
    if isinstance(entry, Motion):
        yield from _voted_motion(entry)
    elif isinstance(entry, Decision) and entry.vote is not None:
        yield Decision(
            entry.text,
            verb=entry.verb,
            number=entry.number,
            label=entry.label,
            topic=entry.topic,
            vote=entry.vote,
            restriction=entry.restriction,
            id=entry.id,
        )


def _voted_motion(motion: Motion) -> Iterator[Motion]:
    amendments = tuple(one for amendment in motion.amendments for one in _voted_motion(amendment))
    if motion.vote is not None or amendments:
        yield attrs.evolve(motion, amendments=amendments, decision=None)


def _put(meeting: Meeting) -> Iterator[tuple[Path, _Put]]:
    for path in paths(meeting.items):
        for entry in path[-1].entries:
            if isinstance(entry, Motion):
                yield from ((path, put) for put in _with_amendments(entry, None, entry))
            elif isinstance(entry, Decision):
                yield path, _Put(entry, None, entry)


def _with_amendments(motion: Motion, amends: Motion | None, above: Motion) -> Iterator[_Put]:
    restricted_with = motion if above.restriction is None else above
    yield _Put(motion, amends, restricted_with if motion.restriction is None else motion)
    for amendment in motion.amendments:
        yield from _with_amendments(amendment, motion, restricted_with)


def _blocks(wording: Wording, meetings: tuple[Meeting, ...]) -> Iterator[DocumentBlock]:
    anchors, several = Anchors(), len(meetings) > 1
    for voice, meeting, which in told_apart(wording, meetings):
        if several and meeting.items:
            yield meeting_heading(anchors, which)
        yield from sections(voice, anchors, meeting.items, 3 if several else 2, _Told(voice))
    if not any(meeting.items for meeting in meetings):
        yield Text((Span(wording("No votes are recorded.")),))


@attrs.frozen
class _Told:
    """What is told of an item.

    Attributes:
        voice: The words.
    """

    voice: Voice

    def __call__(self, item: Item) -> tuple[DocumentBlock, ...] | None:
        """Return a panel for each vote; None for an item under which none was taken."""
        panels = [
            _decision(self.voice, entry) if isinstance(entry, Decision) else _motion(self.voice, entry, "Motion")
            for entry in item.entries
            if isinstance(entry, Decision | Motion)
        ]
        return tuple(panels) or None


def _decision(voice: Voice, decision: Decision) -> Panel:
    panel = decision_panel(voice, attrs.evolve(decision, vote=None))
    return attrs.evolve(
        panel,
        blocks=(*panel.blocks, *_ballot(voice, decision.vote)),
        facts=(*_about(voice, decision.vote), *panel.facts),
    )


def _motion(voice: Voice, motion: Motion, name: str) -> Panel:
    """Return a motion with its amendments, which were put before it, and then how was voted on it."""
    blocks: list[PanelBlock] = [*labelled(voice, motion.label, (name,), (), voice.nested(motion.text.blocks))]
    blocks.extend(_motion(voice, amendment, "Amendment") for amendment in motion.amendments)
    return Panel(
        PanelRole.MOTION,
        voice.words(name),
        (*blocks, *_ballot(voice, motion.vote)),
        number=number_span(voice, motion.number),
        facts=(
            *voice.fact("Moved by", motion.mover),
            *voice.fact("Seconded by", motion.seconder),
            *_about(voice, motion.vote),
            *voice.said("Outcome", None if motion.outcome is None else voice.words(OUTCOMES[motion.outcome])),
            *restricted_facts(voice, motion),
        ),
    )


def _ballot(voice: Voice, vote: Vote | None) -> Iterator[Grid]:
    """Yield how many chose each option, and who where that is known of any."""
    tallies = [] if vote is None else list(vote.tallies())
    if tallies:
        named = any(tally.names for _, tally in tallies)
        head = ("Vote", "Number", *(["Names"] if named else []))
        yield Grid(
            tuple(_row(voice, option, tally, named=named) for option, tally in tallies),
            head=tuple(line((voice.say(label),)) for label in head),
            row_heads=True,
        )


def _row(voice: Voice, option: str, tally: Tally, *, named: bool) -> tuple[Cell, ...]:
    count = (line((voice.say(OPTIONS[option]),)), line((Span(str(tally.count)),)))
    return (*count, _names(voice, tally)) if named else count


def _names(voice: Voice, tally: Tally | None) -> Cell:
    names = () if tally is None else tally.names or ()
    return line(merged(joined(", ", [voice.own(name) for name in names])))


def _about(voice: Voice, vote: Vote | None) -> Iterator[Fact]:
    """Yield what is known of a vote besides its counts: the method, the majority, the casting vote."""
    if vote is not None:
        yield from voice.said("Method", None if vote.method is None else voice.words(METHODS[vote.method]))
        counted = Vote(required_majority=vote.required_majority, casting_vote=vote.casting_vote)
        yield from vote_facts(voice, counted)


_NAMES = {
    "in_favour": "Names in favour",
    "against": "Names against",
    "abstained": "Names abstained",
    "absent": "Names absent",
    "not_voting": "Names not voting",
    "recused": "Names recused",
}


def _what(one: _Recorded) -> Cell:
    alone = "Decision" if isinstance(one.entry.entry, Decision) else "Motion"
    return line((one.voice.say(alone if one.entry.amends is None else "Amendment"),))


def _text(one: _Recorded) -> Cell:
    entry = one.entry.entry
    if isinstance(entry, Decision):
        return inside(decision_panel(one.voice, entry))
    name = "Motion" if one.entry.amends is None else "Amendment"
    return labelled(one.voice, entry.label, (name,), (), one.voice.nested(entry.text.blocks))


def _amends(one: _Recorded) -> Cell:
    motion = one.entry.amends
    if motion is None:
        return ()
    return (*line(one.voice.own(motion.number)), *one.voice.nested(motion.text.blocks))


def _outcome(one: _Recorded) -> Cell:
    entry = one.entry.entry
    if isinstance(entry, Decision):
        return () if entry.verb is None else line((one.voice.say(VERBS[entry.verb]),))
    return () if entry.outcome is None else line((one.voice.say(OUTCOMES[entry.outcome]),))


def _method(one: _Recorded) -> Cell:
    vote = one.entry.entry.vote
    return () if vote is None or vote.method is None else line((one.voice.say(METHODS[vote.method]),))


def _casting_vote(one: _Recorded) -> Cell:
    vote = one.entry.entry.vote
    return () if vote is None else said(vote_facts(one.voice, Vote(casting_vote=vote.casting_vote)))


def _majority(one: _Recorded) -> Cell:
    vote = one.entry.entry.vote
    return () if vote is None else line(one.voice.own(vote.required_majority))


def _person(label: str, name: Callable[[Motion], str | None]) -> Column[_Put]:
    def of_motion(one: _Recorded) -> Cell:
        entry = one.entry.entry
        return () if isinstance(entry, Decision) else line(one.voice.own(name(entry)))

    return Column(label, of_motion)


def _option(option: str) -> tuple[Column[_Put], Column[_Put]]:
    """Return the columns of how many chose an option, and of who."""

    def tally(one: _Recorded) -> Tally | None:
        return dict(() if one.entry.entry.vote is None else one.entry.entry.vote.tallies()).get(option)

    def count(one: _Recorded) -> Cell:
        counted = tally(one)
        return () if counted is None else line((Span(str(counted.count)),))

    return Column(OPTIONS[option], count), Column(_NAMES[option], lambda one: _names(one.voice, tally(one)))


def _topic(one: _Recorded) -> Cell:
    entry = one.entry.entry
    return line(one.voice.own(entry.topic)) if isinstance(entry, Decision) else ()


_COLUMNS: tuple[Column[_Put], ...] = (
    Column("Item", lambda one: item_lines(one.voice, one.path)),
    Column("What was put", _what),
    Column("Number", lambda one: line(one.voice.own(one.entry.entry.number))),
    Column("Topic", _topic),
    Column("Text", _text),
    Column("Amendment to", _amends),
    _person("Moved by", lambda motion: motion.mover),
    _person("Seconded by", lambda motion: motion.seconder),
    Column("Method", _method),
    *(column for option in OPTIONS for column in _option(option)),
    Column("Majority needed", _majority),
    Column("Casting vote", _casting_vote),
    Column("Outcome", _outcome),
    Column("Restricted", lambda one: lines(restricted_facts(one.voice, one.entry.restricted_with))),
)
