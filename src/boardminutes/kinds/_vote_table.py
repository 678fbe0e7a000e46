"""What was put to the vote as rows: one for each motion, amendment and decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from boardminutes.kinds._labels import labelled
from boardminutes.kinds._outcomes import (
    AMENDMENT,
    DECISION,
    METHODS,
    MOTION,
    OPTIONS,
    OUTCOMES,
    VERBS,
    decision_text,
    restricted_facts,
    vote_facts,
)
from boardminutes.kinds._places import Path, Placed, paths
from boardminutes.kinds._registers import Cell, Column, item_lines, line, lines, said
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Span
from boardminutes.model.votes import Tally, Vote
from boardminutes.wording import messages


@attrs.frozen
class Put:
    """What was put to the vote.

    Attributes:
        entry: The motion or decision.
        amends: The motion that it would change; None for what stands alone.
        restricted_with: What bears the restriction that holds for it: itself, or a motion that it would change.
    """

    entry: Motion | Decision
    amends: Motion | None
    restricted_with: Motion | Decision


_Recorded: TypeAlias = Placed[Put]


def put(meeting: Meeting) -> Iterator[tuple[Path, Put]]:
    """Yield the motions and decisions of a meeting in order, each amendment after the motion that it would change."""
    for path in paths(meeting.items):
        for entry in (one for one in path[-1].entries if isinstance(one, Motion | Decision)):
            yield from ((path, one) for one in _with_amendments(entry, None, entry))


def _with_amendments(entry: Motion | Decision, amends: Motion | None, above: Motion | Decision) -> Iterator[Put]:
    restricted_with = entry if entry.restriction is not None or above.restriction is None else above
    yield Put(entry, amends, restricted_with)
    if isinstance(entry, Motion):
        for amendment in entry.amendments:
            yield from _with_amendments(amendment, entry, restricted_with)


_NAMES = messages(
    {
        "in_favour": "Names in favour",
        "against": "Names against",
        "abstained": "Names abstained",
        "absent": "Names absent",
        "not_voting": "Names not voting",
        "recused": "Names recused",
    },
    context="vote",
)


def names(voice: Voice, tally: Tally | None) -> Cell:
    """Return who chose an option, as far as that is known."""
    known = () if tally is None else tally.names or ()
    return line(merged(joined(", ", [voice.own(name) for name in known])))


def _what(one: _Recorded) -> Cell:
    alone = DECISION if isinstance(one.entry.entry, Decision) else MOTION
    return line((one.voice.say(alone if one.entry.amends is None else AMENDMENT),))


def _text(one: _Recorded) -> Cell:
    entry = one.entry.entry
    if isinstance(entry, Decision):
        return decision_text(one.voice, entry)
    name = MOTION if one.entry.amends is None else AMENDMENT
    return labelled(one.voice, entry.label, (name,), (), one.voice.nested(entry.text.blocks), number=entry.number)


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


def _person(label: str, name: Callable[[Motion], str | None]) -> Column[Put]:
    def of_motion(one: _Recorded) -> Cell:
        entry = one.entry.entry
        return () if isinstance(entry, Decision) else line(one.voice.own(name(entry)))

    return Column(label, of_motion)


def _option(option: str) -> tuple[Column[Put], Column[Put]]:
    """Return the columns of how many chose an option, and of who."""

    def tally(one: _Recorded) -> Tally | None:
        return dict(() if one.entry.entry.vote is None else one.entry.entry.vote.tallies()).get(option)

    def count(one: _Recorded) -> Cell:
        counted = tally(one)
        return () if counted is None else line((Span(str(counted.count)),))

    return Column(OPTIONS[option], count), Column(_NAMES[option], lambda one: names(one.voice, tally(one)))


def _topic(one: _Recorded) -> Cell:
    entry = one.entry.entry
    return line(one.voice.own(entry.topic)) if isinstance(entry, Decision) else ()


COLUMNS: tuple[Column[Put], ...] = (
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
    Column("Restricted", lambda one: lines(one.voice, restricted_facts(one.voice, one.entry.restricted_with))),
)
