"""What came of an item: a motion with its vote, or a decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Prose
from boardminutes.model.values import MotionOutcome, Verb
from boardminutes.readers.exported.ledger import UNUSUAL, Fields, Ledger
from boardminutes.readers.exported.texts import taken
from boardminutes.readers.legistar.exports import Row
from boardminutes.readers.legistar.votes import vote_in
from boardminutes.readers.moderngov.drafts import under
from boardminutes.readers.moderngov.prose import blocks

_OUTCOMES: Final = {
    **dict.fromkeys(("pass", "passed", "carried", "approved", "adopted", "1", "true"), MotionOutcome.CARRIED),
    **dict.fromkeys(("fail", "failed", "lost", "defeated", "rejected", "0", "false"), MotionOutcome.LOST),
}
_VERBS: Final = {
    "approved": Verb.APPROVED,
    "approve": Verb.APPROVED,
    "received": Verb.RECEIVED,
    "noted": Verb.NOTED,
    "endorsed": Verb.ENDORSED,
    "recommended": Verb.RECOMMENDED,
    "referred": Verb.REFERRED,
    "deferred": Verb.DEFERRED,
    "postponed": Verb.DEFERRED,
    "continued": Verb.DEFERRED,
    "denied": Verb.REJECTED,
    "rejected": Verb.REJECTED,
    "resolved": Verb.RESOLVED,
    "agreed": Verb.AGREED,
}
_PASSED: Final = ("EventItemPassedFlagName", "EventItemPassedFlag")


def outcome_in(
    fields: Fields, votes: Iterable[Row], title: str, place: str, ledger: Ledger
) -> Motion | Decision | None:
    """Return what came of an item; None where nothing is told.

    Args:
        fields: The single values of the item.
        votes: The votes of single people.
        title: The title of the item, which is what was moved where no words for that are told.
        place: Where the outcome will stand in the meeting.
        ledger: Where the account is written.
    """
    vote = vote_in(fields, votes, f"{place}.vote", ledger)
    mover, seconder = (fields.line(f"EventItem{name}", f"{place}.{name.lower()}") for name in ("Mover", "Seconder"))
    outcome = _passed(fields, place)
    label = fields.get("EventItemActionName") or None
    words = _text(fields, place, ledger)
    if (mover, seconder, vote, outcome) == (None, None, None, None):
        if words is None and label is None:
            return None
        fields.took("EventItemActionName", f"{place}.text" if words is None else f"{place}.label")
        return Decision(words or f"{label}", verb=_verb(label), label=None if words is None else label)
    text = words or label or title
    fields.took("EventItemActionName", f"{place}.text" if words is None else f"{place}.label")
    settled = outcome is MotionOutcome.CARRIED and (words or label) is not None
    return Motion(
        text,
        mover=mover,
        seconder=seconder,
        vote=vote,
        outcome=outcome,
        label=None if words is None else label,
        decision=Decision(text, verb=_verb(label)) if settled else None,
    )


def _verb(label: str | None) -> Verb | None:
    return _VERBS.get((label or "").casefold().partition(" ")[0].rstrip(",.;"))


def _passed(fields: Fields, place: str) -> MotionOutcome | None:
    found: MotionOutcome | None = None
    for name in _PASSED:
        told = _OUTCOMES.get(fields.get(name).casefold())
        if told is None:
            fields.left(name, UNUSUAL)
        elif found not in {None, told}:
            fields.left(name, f"says other than {_PASSED[0]}")
        else:
            found = told
            fields.took(name, f"{place}.outcome")
    return found


def _text(fields: Fields, place: str, ledger: Ledger) -> Prose | None:
    text = fields.values.pop("EventItemActionText", None)
    found = None if text is None else taken(ledger, f"{fields.path}EventItemActionText", text, f"{place}.text")
    if found is None:
        return None
    drafts = blocks(found[0])
    for index, draft in enumerate(drafts):
        ledger.consumed.extend(under(f"{place}.text.blocks[{index}]", draft.consumed))
    return Prose(tuple(draft.value for draft in drafts)) if drafts else None
