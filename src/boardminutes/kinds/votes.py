"""The voting record: every motion and decision on which a vote was taken, of one meeting or of many."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes.document import Document, DocumentBlock, Fact, Grid, Panel, PanelBlock, PanelRole, Text
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._labels import headed
from boardminutes.kinds._outcomes import (
    AMENDMENT,
    METHODS,
    MOTION,
    OPTIONS,
    OUTCOMES,
    decision_panel,
    number_span,
    restricted_facts,
    vote_facts,
)
from boardminutes.kinds._places import bare, placed, pruned, told_apart
from boardminutes.kinds._registers import (
    Cell,
    document,
    flat_table,
    line,
    meeting_heading,
    sections,
)
from boardminutes.kinds._voice import Voice
from boardminutes.kinds._vote_table import COLUMNS, names, put
from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Span
from boardminutes.model.votes import Tally, Vote
from boardminutes.wording import Message, Phrase, Wording

NAME = "votes"


@attrs.frozen(kw_only=True)
class Votes:
    """What was put to the vote, item by item: who moved it, how many voted how and who, what became of it."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the voting record of one or many meetings."""
        views = tuple(voted_view(meeting) for meeting in meetings)
        entries = tuple(placed(wording, views, put))
        return document(
            wording,
            NAME,
            Message("Voting record"),
            views,
            blocks=_blocks(wording, views),
            table=flat_table(wording, COLUMNS, entries),
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
            _decision(self.voice, entry) if isinstance(entry, Decision) else _motion(self.voice, entry, MOTION)
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


def _motion(voice: Voice, motion: Motion, name: Phrase) -> Panel:
    """Return a motion with its amendments, which were put before it, and then how was voted on it."""
    label, text = headed(voice, motion.label, (name,), (), voice.nested(motion.text.blocks), number=motion.number)
    blocks: list[PanelBlock] = [*text]
    blocks.extend(_motion(voice, amendment, AMENDMENT) for amendment in motion.amendments)
    return Panel(
        PanelRole.MOTION,
        label,
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
        head = (Message("Vote"), Message("Number"), *([Message("Names")] if named else []))
        yield Grid(
            tuple(_row(voice, option, tally, named=named) for option, tally in tallies),
            head=tuple(line((voice.say(label),)) for label in head),
            row_heads=True,
        )


def _row(voice: Voice, option: str, tally: Tally, *, named: bool) -> tuple[Cell, ...]:
    count = (line((voice.say(OPTIONS[option]),)), line((Span(str(tally.count)),)))
    return (*count, names(voice, tally)) if named else count


def _about(voice: Voice, vote: Vote | None) -> Iterator[Fact]:
    """Yield what is known of a vote besides its counts: the method, the majority, the casting vote."""
    if vote is not None:
        yield from voice.said("Method", None if vote.method is None else voice.words(METHODS[vote.method]))
        counted = Vote(required_majority=vote.required_majority, casting_vote=vote.casting_vote)
        yield from vote_facts(voice, counted)
