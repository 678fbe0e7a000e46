"""What comes of an item: decisions, actions, motions and their votes, interests declared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused, checked, refuse
from boardminutes.model.people import Attendee, person, persons
from boardminutes.model.prose import Prose, Restriction, prose, restriction
from boardminutes.model.values import (
    TBC,
    ActionStatus,
    InterestConduct,
    InterestKind,
    MotionOutcome,
    ToBeConfirmed,
    Verb,
)
from boardminutes.model.votes import Vote


def _vote(value: Vote) -> Vote:
    return check.instance(value, Vote)


def _verb(value: Verb) -> Verb:
    return check.member(value, Verb)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Decision:
    """What the meeting settled.

    Attributes:
        text: What was settled, as printed.
        verb: What the meeting did: resolved, agreed, noted …; None where the text alone says so.
        number: The printed number or reference, verbatim; text.
        label: The label under which it stood in the record, verbatim, such as 'RESOLVED' or 'Action:'.
        topic: The matter it concerns, so that it can be read alone.
        subject_to: The condition under which it holds.
        reasons: Why it was taken.
        alternatives: What else was considered.
        taken_by: Who took it where it was not this meeting: a delegated officer or another body.
        key: Whether it is a key decision; None for not known.
        vote: How it was voted on, where there was no motion.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
        id: A stable identifier.
    """

    text: Prose = attrs.field(converter=prose, kw_only=False)
    verb: Verb | None = attrs.field(default=None, converter=attrs.converters.optional(_verb))
    number: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    label: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    topic: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    subject_to: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(prose))
    reasons: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(prose))
    alternatives: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(prose))
    taken_by: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    key: bool | None = attrs.field(default=None, converter=attrs.converters.optional(check.flag))
    vote: Vote | None = attrs.field(default=None, converter=attrs.converters.optional(_vote))
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))


@attrs.frozen(kw_only=True, field_transformer=checked)
class MeetingReference:
    """Another meeting, as it was spoken of.

    Attributes:
        text: The words for it, such as 'the next Executive meeting'.
        body: The body that meets.
        date: The day; None for not known.
    """

    text: str = attrs.field(converter=check.line, kw_only=False)
    body: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    date: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(check.date))


Due: TypeAlias = dt.date | MeetingReference | str | ToBeConfirmed
"""When an action is due: a day, a meeting, words, or to be confirmed; a str is words, also where it reads as a day."""


def _due(value: Due) -> Due:
    if value is TBC or isinstance(value, MeetingReference):
        return value
    if isinstance(value, str):
        return check.line(value)
    if isinstance(value, dt.date):
        return check.date(value)
    message = f"must be a datetime.date, a MeetingReference, words or TBC, not {check.shown(value)}"
    raise Refused(message)


def _owners(value: Iterable[str | Attendee] | ToBeConfirmed) -> tuple[str, ...] | ToBeConfirmed:
    return value if isinstance(value, ToBeConfirmed) else persons(value)


def _meeting(value: str | MeetingReference) -> MeetingReference:
    return MeetingReference(check.line(value)) if isinstance(value, str) else check.instance(value, MeetingReference)


def _status(value: ActionStatus) -> ActionStatus:
    return check.member(value, ActionStatus)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ActionUpdate:
    """What was said of an action later.

    Attributes:
        text: What was said.
        meeting: Where it was said; a str is the words for that meeting.
        status: How far the action had come then; None for not known.
    """

    text: Prose = attrs.field(converter=prose, kw_only=False)
    meeting: MeetingReference | None = attrs.field(default=None, converter=attrs.converters.optional(_meeting))
    status: ActionStatus | None = attrs.field(default=None, converter=attrs.converters.optional(_status))


def _updates(value: Iterable[ActionUpdate]) -> tuple[ActionUpdate, ...]:
    return check.instances(value, ActionUpdate)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Action:
    """What someone is to do.

    Attributes:
        text: What is to be done, as printed.
        owners: Who is to do it, names or bodies; None for not known, empty for nobody.
        due: By when: a day, a meeting, words, or to be confirmed; None for not known.
        recipient: To whom the result goes.
        status: How far it has come; None for not known.
        reference: The printed number or reference, verbatim.
        label: The label under which it stood in the record, verbatim, such as 'Action:'.
        updates: What was said of it later, in order.
        origin: The meeting at which it was given, where it is not this one; a str is the words for that meeting.
        origin_item: The printed number of the item from which it came.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
        id: A stable identifier.
    """

    text: Prose = attrs.field(converter=prose, kw_only=False)
    owners: tuple[str, ...] | ToBeConfirmed | None = attrs.field(
        default=None, converter=attrs.converters.optional(_owners)
    )
    due: Due | None = attrs.field(default=None, converter=attrs.converters.optional(_due))
    recipient: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    status: ActionStatus | None = attrs.field(default=None, converter=attrs.converters.optional(_status))
    reference: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    label: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    updates: tuple[ActionUpdate, ...] = attrs.field(default=(), converter=_updates)
    origin: MeetingReference | None = attrs.field(default=None, converter=attrs.converters.optional(_meeting))
    origin_item: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))


def _outcome(value: MotionOutcome) -> MotionOutcome:
    return check.member(value, MotionOutcome)


def _decision(value: Decision) -> Decision:
    return check.instance(value, Decision)


def _amendments(value: Iterable[Motion]) -> tuple[Motion, ...]:
    return check.instances(value, Motion)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Motion:
    """What was put to the meeting, what became of it, and the decision that followed.

    A motion holds all that belongs to it: its amendments (motions too), its vote, and its decision.

    Attributes:
        text: What was moved, as printed.
        mover: Who moved it.
        seconder: Who seconded it.
        amendments: Motions to change it, in the order in which they were put.
        vote: How the motion was voted on.
        outcome: What became of it; None for not known.
        decision: What the meeting settled by it.
        number: The printed number or reference, verbatim.
        label: The label under which it stood in the record, verbatim.
        restriction: Why the public may not see it and all that it holds; a str is the ground; None where it may.
        id: A stable identifier.
    """

    text: Prose = attrs.field(converter=prose, kw_only=False)
    mover: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    seconder: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    amendments: tuple[Motion, ...] = attrs.field(default=(), converter=_amendments)
    vote: Vote | None = attrs.field(default=None, converter=attrs.converters.optional(_vote))
    outcome: MotionOutcome | None = attrs.field(default=None, converter=attrs.converters.optional(_outcome))
    decision: Decision | None = attrs.field(default=None, converter=attrs.converters.optional(_decision))
    number: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    label: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse a vote that stands twice, and a lost motion that decided something."""
        if self.decision is not None and self.decision.vote is not None:
            raise refuse("decision.vote", "must stand on the motion as vote, not on its decision")
        if self.decision is not None and self.outcome in {MotionOutcome.LOST, MotionOutcome.WITHDRAWN}:
            raise refuse("decision", f"must be empty when the motion was {self.outcome.value}")

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions of the amendments in order, then the motion's own."""
        for amendment in self.amendments:
            yield from amendment.decisions()
        if self.decision is not None:
            yield self.decision


def _kind(value: InterestKind) -> InterestKind:
    return check.member(value, InterestKind)


def _conduct(value: InterestConduct) -> InterestConduct:
    return check.member(value, InterestConduct)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Declaration:
    """An interest that someone declared.

    Attributes:
        person: Who declared it.
        nature: What it is, as printed; None for not known.
        interest: What sort of interest it is.
        item: The id or printed number of the item it concerns; None for the item under which it stands.
        conduct: What the person did while that item was discussed.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
        id: A stable identifier.
    """

    person: str = attrs.field(converter=person, kw_only=False)
    nature: Prose | None = attrs.field(default=None, converter=attrs.converters.optional(prose), kw_only=False)
    interest: InterestKind | None = attrs.field(default=None, converter=attrs.converters.optional(_kind))
    item: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    conduct: InterestConduct | None = attrs.field(default=None, converter=attrs.converters.optional(_conduct))
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
