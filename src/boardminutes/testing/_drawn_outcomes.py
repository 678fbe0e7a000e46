"""Strategies of what comes of an item: decisions, actions, motions and their votes, interests declared."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, MeetingReference, Motion
from boardminutes.model.values import (
    TBC,
    ActionStatus,
    InterestConduct,
    InterestKind,
    MotionOutcome,
    Verb,
    VoteMethod,
    VoteOption,
)
from boardminutes.model.votes import CastingVote, Tally, Vote
from boardminutes.testing._drawn_prose import prose, restriction
from boardminutes.testing._drawn_values import Palette, counts, made, members, several, shared

_OPTIONS = ("in_favour", "against", "abstained", "absent", "not_voting", "recused")


@shared
def votes(palette: Palette) -> st.SearchStrategy[Vote]:
    """Return votes in which nobody votes twice."""

    def mend(fields: dict[str, Any]) -> dict[str, Any]:
        taken: set[str] = set()
        mended = dict(fields)
        for option in _OPTIONS:
            tally = fields.get(option)
            if isinstance(tally, tuple):
                names = [name for name in tally if name not in taken]
                taken.update(names)
                mended[option] = Tally(len(names), names=names)
        if fields.get("method") in {VoteMethod.UNANIMOUS, VoteMethod.WITHOUT_DISSENT}:
            mended["against"] = None if "abstained" in fields else Tally(0)
        return mended

    casting = made(
        CastingVote,
        {"option": st.sampled_from([VoteOption.IN_FAVOUR, VoteOption.AGAINST])},
        {"person": palette.lines},
    )
    return made(
        Vote,
        {},
        {
            **dict.fromkeys(_OPTIONS, counts().map(Tally) | palette.names),
            "method": members(VoteMethod),
            "casting_vote": casting,
            "required_majority": palette.lines,
        },
        mend,
    )


@shared
def decisions(palette: Palette) -> st.SearchStrategy[Decision]:
    """Return decisions."""
    return made(
        Decision,
        {"text": prose(palette)},
        {
            "verb": members(Verb),
            "number": palette.lines,
            "label": palette.lines,
            "topic": palette.lines,
            "subject_to": prose(palette),
            "reasons": prose(palette),
            "alternatives": prose(palette),
            "taken_by": palette.lines,
            "key": st.booleans(),
            "vote": votes(palette),
            **restriction(palette),
            "id": palette.lines,
        },
    )


@shared
def meeting_references(palette: Palette) -> st.SearchStrategy[MeetingReference]:
    """Return other meetings, as they are spoken of."""
    return made(MeetingReference, {"text": palette.lines}, {"body": palette.lines, "date": st.dates()})


@shared
def actions(palette: Palette) -> st.SearchStrategy[Action]:
    """Return actions."""
    updates = made(
        ActionUpdate,
        {"text": prose(palette)},
        {"meeting": meeting_references(palette), "status": members(ActionStatus)},
    )
    return made(
        Action,
        {"text": prose(palette)},
        {
            "owners": palette.names | st.just(TBC),
            "due": st.dates() | meeting_references(palette) | palette.lines | st.just(TBC),
            "recipient": palette.lines,
            "status": members(ActionStatus),
            "reference": palette.lines,
            "label": palette.lines,
            "updates": several(updates),
            "origin": meeting_references(palette),
            "origin_item": palette.lines,
            **restriction(palette),
            "id": palette.lines,
        },
    )


@shared
def motions(palette: Palette, depth: int = 1) -> st.SearchStrategy[Motion]:
    """Return motions, with amendments to a *depth*."""

    def mend(fields: dict[str, Any]) -> dict[str, Any]:
        kept = dict(fields)
        if kept.get("outcome") in {MotionOutcome.LOST, MotionOutcome.WITHDRAWN}:
            kept.pop("decision", None)
        return kept

    decided = decisions(palette).filter(lambda decision: decision.vote is None)
    amendments = {"amendments": several(motions(palette, depth - 1))} if depth else {}
    return made(
        Motion,
        {"text": prose(palette)},
        {
            "mover": palette.lines,
            "seconder": palette.lines,
            **amendments,
            "vote": votes(palette),
            "outcome": members(MotionOutcome),
            "decision": decided,
            "number": palette.lines,
            "label": palette.lines,
            **restriction(palette),
            "id": palette.lines,
        },
        mend,
    )


@shared
def declarations(palette: Palette) -> st.SearchStrategy[Declaration]:
    """Return interests declared."""
    return made(
        Declaration,
        {"person": palette.lines},
        {
            "nature": prose(palette),
            "interest": members(InterestKind),
            "item": palette.lines,
            "conduct": members(InterestConduct),
            **restriction(palette),
            "id": palette.lines,
        },
    )
