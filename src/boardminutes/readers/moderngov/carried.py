"""Motions: what was moved, by whom, how it was voted on, and the decision that followed."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Prose
from boardminutes.model.values import MotionOutcome
from boardminutes.readers import Consumed
from boardminutes.readers.moderngov import forms
from boardminutes.readers.moderngov.decisions import labelled_decisions
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.fragments import Fragment, Plain
from boardminutes.readers.moderngov.marking import paragraph
from boardminutes.readers.moderngov.motions import Moving, moving
from boardminutes.readers.moderngov.taken import Taken, fragment_at, with_points
from boardminutes.readers.moderngov.votes import outcome_in, vote_in

_MATTER = ("that ", "to ", "“", "‘", '"')


def motions(fragments: Sequence[Fragment], at: int) -> Taken | None:
    """Read a sentence that says who moved and who seconded, and what came of it."""
    found = moving(fragments[at].text)
    if found is None:
        return None
    line = fragments[at].lines[0].number
    before: tuple[Draft[Entry], ...] = ()
    if found.before:
        before = (Draft(paragraph(found.before, fragments[at].lines), (Consumed(line, ""),)),)
    resolved = forms.labelled(found.rest) if found.rest else None
    if resolved is None:
        taken = _put(fragments, at, found)
    elif forms.is_bare(resolved.rest):
        taken = _several(fragments, at, found)
    else:
        taken = _resolved(fragments, at, found, resolved)
    first, *rest = taken.entries
    return Taken((*before, Draft(first.value, (Consumed(line, ""), *first.consumed)), *rest), taken.used)


def _resolved(fragments: Sequence[Fragment], at: int, found: Moving, resolved: forms.Labelled) -> Taken:
    """Read 'moved by X, seconded by Y and RESOLVED that Z': Z is the motion and the decision."""
    draft, used = with_points(resolved.rest, fragments, at + 1)
    twice = bool(resolved.before)  # 'that Z. On being put to the vote, it was RESOLVED that Z'
    motion = Motion(
        resolved.before if twice else draft.value,
        label=found.label if twice else None,
        mover=found.mover,
        seconder=found.seconder,
        vote=vote_in(f"{found.label} {resolved.before} {resolved.label}"),
        outcome=MotionOutcome.CARRIED,
        decision=Decision(
            draft.value, verb=resolved.verb, label=resolved.label if twice else f"{found.label} {resolved.label}"
        ),
    )
    return Taken((Draft(motion, under("decision", draft.consumed)),), 1 + used)


def _several(fragments: Sequence[Fragment], at: int, found: Moving) -> Taken:
    """Read 'moved by X, seconded by Y and RESOLVED that:' with several decisions after it, which stand alone."""
    sentence = f"{found.label} {found.rest}"
    motion = Motion(sentence, mover=found.mover, seconder=found.seconder, vote=vote_in(sentence))
    taken = labelled_decisions(fragments, at)
    if taken is None:
        return Taken((Draft(motion),), 1)
    decisions = [one for one in taken.entries if isinstance(one.value, Decision)]
    return Taken((Draft(attrs.evolve(motion, outcome=MotionOutcome.CARRIED)), *decisions), taken.used)


def _put(fragments: Sequence[Fragment], at: int, found: Moving) -> Taken:
    """Read a motion of which the next paragraph tells what came, or nothing does."""
    matter, used = _matter(fragments, at, found)
    nested = _decision_after(fragments, at + used)
    motion = Motion(
        Prose((paragraph(f"{found.label} {found.rest}".strip(), fragments[at].lines),))
        if matter is None
        else matter.value,
        label=None if matter is None else found.label,
        mover=found.mover,
        seconder=found.seconder,
    )
    consumed = () if matter is None else matter.consumed
    if nested is None:
        motion = _with_outcome(motion, fragments, at + used, found.rest)
        return Taken((Draft(motion, consumed),), used)
    decision, marks = nested
    motion = attrs.evolve(motion, vote=decision.vote or vote_in(found.rest), outcome=MotionOutcome.CARRIED)
    decision = attrs.evolve(decision, vote=None)
    if matter is None and not found.rest:  # 'Moved by X, seconded by Y.' says nothing but that
        decision = attrs.evolve(decision, label=f"{found.label} {decision.label}")
        motion = attrs.evolve(motion, text=decision.text)
    motion = attrs.evolve(motion, decision=decision)
    return Taken((Draft(motion, (*consumed, *under("decision", marks.consumed))),), used + marks.used)


def _matter(fragments: Sequence[Fragment], at: int, found: Moving) -> tuple[Draft[Prose] | None, int]:
    """Return what was moved, where the sentence or the paragraph after its colon says it, and the fragments used."""
    following = fragment_at(fragments, at + 1)
    if found.rest.casefold().startswith(_MATTER):
        draft, points = with_points(found.rest, fragments, at + 1)
        return draft, 1 + points
    if found.rest or not found.label.endswith(":") or not isinstance(following, Plain):
        return None, 1
    if forms.labelled(following.text) is not None:
        return None, 1
    draft, points = with_points(following.text, fragments, at + 2)
    return draft, 2 + points


@attrs.frozen
class _Marks:
    consumed: tuple[Consumed, ...]
    used: int


def _decision_after(fragments: Sequence[Fragment], at: int) -> tuple[Decision, _Marks] | None:
    """Return the one labelled decision that begins at a place, None where there is none or there are several."""
    if not isinstance(fragment_at(fragments, at), Plain):
        return None
    taken = labelled_decisions(fragments, at)
    if taken is None or len(taken.entries) != 1:
        return None
    decision = taken.entries[0].value
    return (decision, _Marks(taken.entries[0].consumed, taken.used)) if isinstance(decision, Decision) else None


def _with_outcome(motion: Motion, fragments: Sequence[Fragment], at: int, told: str) -> Motion:
    """Return the motion with the vote and outcome that its own words or the next paragraph tell."""
    following = fragment_at(fragments, at)
    after = following.text if isinstance(following, Plain) and moving(following.text) is None else ""
    outcome = outcome_in(told) or outcome_in(after)
    vote = vote_in(told)
    if vote is None and (outcome is not None or "vot" in after):
        vote = vote_in(after)
    decided = _are_decided(fragments, at)
    if outcome is None and decided:
        outcome = MotionOutcome.CARRIED
    motion = attrs.evolve(motion, vote=vote, outcome=outcome)
    carried = outcome is MotionOutcome.CARRIED and motion.label is not None
    if carried and not decided and not _are_decided(fragments, at + 1):
        return attrs.evolve(motion, decision=Decision(motion.text, label=motion.label))
    return motion


def _are_decided(fragments: Sequence[Fragment], at: int) -> bool:
    """Tell whether labelled decisions begin at a place."""
    return isinstance(fragment_at(fragments, at), Plain) and labelled_decisions(fragments, at) is not None
