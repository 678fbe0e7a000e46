"""What was voted on, for formats of data."""

from __future__ import annotations

import collections
from collections.abc import Iterator

import attrs

from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Prose
from boardminutes.model.values import MotionOutcome
from boardminutes.model.votes import Vote


@attrs.frozen
class Voted:
    """A motion, amendment or decision that was voted on.

    Attributes:
        entry: What it is.
        vote: How was voted on it.
        amends: Whether it is an amendment.
        names: What names it in its meeting: its id; else its number and words, and which of those alike it is.
    """

    entry: Motion | Decision
    vote: Vote
    amends: bool
    names: tuple[str | int | None, ...] = ()

    @property
    def text(self) -> Prose:
        """Its words."""
        return self.entry.text

    @property
    def outcome(self) -> MotionOutcome | None:
        """What became of it; None for not known, and for a decision."""
        return self.entry.outcome if isinstance(self.entry, Motion) else None

    @property
    def passed(self) -> bool | None:
        """Whether it was carried; a decision was, since it is one; None for not known."""
        if isinstance(self.entry, Decision):
            return True
        known = {MotionOutcome.CARRIED: True, MotionOutcome.LOST: False}
        return None if self.entry.outcome is None else known.get(self.entry.outcome)


def voted(meeting: Meeting) -> Iterator[tuple[Item, Voted]]:
    """Yield what was voted on with the item under which it stands, each amendment before the motion it would change."""
    counts: collections.Counter[tuple[str | None, ...]] = collections.Counter()
    for item in meeting.walk():
        for one in _voted_under(item):
            entry = one.entry
            names = (None, entry.number, str(entry.text)) if entry.id is None else (entry.id,)
            counts[names] += 1
            yield item, attrs.evolve(one, names=(*names, counts[names]))


def _voted_under(item: Item) -> Iterator[Voted]:
    for entry in item.entries:
        if isinstance(entry, Motion):
            yield from _of_motion(entry, amends=False)
        elif isinstance(entry, Decision) and entry.vote is not None:
            yield Voted(entry, entry.vote, amends=False)


def _of_motion(motion: Motion, *, amends: bool) -> Iterator[Voted]:
    for amendment in motion.amendments:
        yield from _of_motion(amendment, amends=True)
    if motion.vote is not None:
        yield Voted(motion, motion.vote, amends=amends)
