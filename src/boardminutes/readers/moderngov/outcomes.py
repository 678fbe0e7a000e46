"""What came of an item: decisions, actions and motions among the prose, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.readers.moderngov.carried import motions
from boardminutes.readers.moderngov.decisions import labelled_decisions, numbered_agreements, plain_decision
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import Fragment, Plain
from boardminutes.readers.moderngov.prose import blocks
from boardminutes.readers.moderngov.taken import Taken
from boardminutes.readers.moderngov.tasks import labelled_actions

_READINGS = (labelled_actions, motions, labelled_decisions, numbered_agreements, plain_decision)


def said(text: str) -> str:
    """Return the words of an outcome as they are compared: letters and figures only, without 'that' before them."""
    return "".join(sign for sign in text.casefold().removeprefix("that ") if sign.isalnum())


def entries(fragments: Sequence[Fragment], known: frozenset[str] = frozenset()) -> tuple[Draft[Entry], ...]:
    """Return the entries of *fragments* in order.

    Args:
        fragments: What stands under 'Minutes:' or 'Decision:'.
        known: Decisions that stand under another label of the item already (see `said`); here they stay prose.
    """
    made: list[Draft[Entry]] = []
    prose: list[Fragment] = []
    at = 0
    while at < len(fragments):
        taken = _outcome(fragments, at, known)
        if taken is None:
            prose.append(fragments[at])
            at += 1
            continue
        made.extend(blocks(prose))
        prose.clear()
        made.extend(taken.entries)
        at += taken.used
    made.extend(blocks(prose))
    return tuple(made)


def _outcome(fragments: Sequence[Fragment], at: int, known: frozenset[str]) -> Taken | None:
    if not isinstance(fragments[at], Plain):
        return None
    for reading in _READINGS:
        taken = reading(fragments, at)
        if taken is not None:
            settled = [said(str(one.text)) in known for one in decisions(taken.entries)]
            return taken if not settled or not all(settled) else _unsettled(taken)
    return None


def _unsettled(taken: Taken) -> Taken | None:
    """Return a repeated outcome without its decision: a motion keeps who moved it, all else becomes prose again."""
    motion = taken.entries[-1].value
    if not isinstance(motion, Motion) or motion.decision is None or motion.decision.text != motion.text:
        return None
    label = motion.decision.label or motion.label
    kept = Draft[Entry](attrs.evolve(motion, label=label, decision=None), taken.entries[-1].consumed)
    return Taken((*taken.entries[:-1], kept), taken.used)


def decisions(drafts: Iterable[Draft[Entry]]) -> Iterator[Decision]:
    """Yield the decisions among *drafts*, those of motions included."""
    for draft in drafts:
        if isinstance(draft.value, Decision):
            yield draft.value
        elif isinstance(draft.value, Motion):
            yield from draft.value.decisions()
