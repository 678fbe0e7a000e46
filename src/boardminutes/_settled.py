"""What the entries of an item settled, motions that were carried among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Restriction, Subheading
from boardminutes.model.values import MotionOutcome, Verb


def decisions_in(entries: Sequence[Entry]) -> Iterator[tuple[Entry, tuple[Decision, ...]]]:
    """Yield each entry of an item with the decisions that it holds.

    A decision that followed a motion takes its vote, and the restriction of the motion where it has none. A motion that
    was carried is what was resolved, unless a decision follows it or it was changed by an amendment: then its own words
    are not what was settled.
    """
    for entry, is_followed in _followed(entries):
        if isinstance(entry, Decision):
            yield entry, (entry,)
        elif isinstance(entry, Motion):
            is_resolved = not is_followed and is_carried(entry) and not _is_changed(entry)
            yield entry, (*_decisions(entry, None), *((_resolution(entry),) if is_resolved else ()))
        else:
            yield entry, ()


def motions_without_words(entries: Sequence[Entry]) -> Iterator[Motion]:
    """Yield the motions that were carried as amended, where no decision says in which words."""
    for entry, is_followed in _followed(entries):
        if isinstance(entry, Motion) and not is_followed and is_carried(entry) and _is_changed(entry):
            yield entry


def is_carried(motion: Motion) -> bool:
    """Tell whether a motion was carried."""
    return motion.outcome is MotionOutcome.CARRIED


def _followed(entries: Sequence[Entry]) -> Iterator[tuple[Entry, bool]]:
    """Yield each entry with whether a decision follows it: within it, or before the next motion and heading."""
    follows = False
    found: list[tuple[Entry, bool]] = []
    for entry in reversed(entries):
        found.append((entry, follows or (isinstance(entry, Motion) and entry.decision is not None)))
        if isinstance(entry, Decision | Motion | Subheading):
            follows = isinstance(entry, Decision)
    return reversed(found)


def _is_changed(motion: Motion) -> bool:
    return any(map(is_carried, motion.amendments))


def _decisions(motion: Motion, above: Restriction | None) -> Iterator[Decision]:
    restriction = motion.restriction or above
    for amendment in motion.amendments:
        yield from _decisions(amendment, restriction)
    if motion.decision is not None:
        own = motion.decision.restriction or restriction
        yield attrs.evolve(motion.decision, vote=motion.vote, restriction=own)


def _resolution(motion: Motion) -> Decision:
    return Decision(
        motion.text,
        verb=Verb.RESOLVED,
        number=motion.number,
        label=motion.label,
        vote=motion.vote,
        restriction=motion.restriction,
    )
