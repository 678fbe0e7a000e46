"""How a meeting voted: the method, the counts, the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused, checked, refuse
from boardminutes.model.people import Attendee, person, persons
from boardminutes.model.values import VoteMethod, VoteOption


@attrs.frozen(kw_only=True, field_transformer=checked)
class Tally:
    """How many chose one way to vote, and who.

    Attributes:
        count: How many.
        names: Who; None where the names are not known.
    """

    count: int = attrs.field(converter=check.count, kw_only=False)
    names: tuple[str, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(persons))

    def __attrs_post_init__(self) -> None:
        """Refuse names that are not as many as counted, or that stand twice."""
        if self.names is not None and len(self.names) != self.count:
            raise refuse("names", f"must be as many as counted: {self.count} counted, {len(self.names)} named")
        if self.names is not None and len(set(self.names)) != len(self.names):
            raise refuse("names", f"must name nobody twice, got {check.shown(self.names)}")


TallyLike: TypeAlias = "int | Tally | Iterable[str | Attendee]"


def _tally(value: TallyLike) -> Tally:
    if isinstance(value, Tally):
        return value
    if isinstance(value, int):
        return Tally(check.count(value))
    names = persons(value)
    return Tally(len(names), names=names)


def _method(value: VoteMethod) -> VoteMethod:
    return check.member(value, VoteMethod)


def _option(value: VoteOption) -> VoteOption:
    kept = check.member(value, VoteOption)
    if kept not in {VoteOption.IN_FAVOUR, VoteOption.AGAINST}:
        message = f"must be in favour or against, not {check.shown(value)}"
        raise Refused(message)
    return kept


@attrs.frozen(kw_only=True, field_transformer=checked)
class CastingVote:
    """The vote that decides where the others are even.

    Attributes:
        option: In favour or against.
        person: Who had it; None for not known.
    """

    option: VoteOption = attrs.field(converter=_option, kw_only=False)
    person: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))


def _casting_vote(value: CastingVote) -> CastingVote:
    return check.instance(value, CastingVote)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Vote:
    """How a motion or decision was voted on; each option takes a number, or the names of those who chose it.

    Attributes:
        in_favour: Who or how many voted for; None for not known.
        against: Who or how many voted against; None for not known.
        abstained: Who or how many abstained; None for not known.
        absent: Who or how many were away; None for not known.
        not_voting: Who or how many were there and did not vote; None for not known.
        recused: Who or how many stood aside because of an interest; None for not known.
        method: How the vote was taken.
        casting_vote: The vote that decided where the others were even.
        required_majority: What majority was needed, in words, such as 'two thirds of those present'.
    """

    in_favour: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    against: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    abstained: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    absent: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    not_voting: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    recused: Tally | None = attrs.field(default=None, converter=attrs.converters.optional(_tally))
    method: VoteMethod | None = attrs.field(default=None, converter=attrs.converters.optional(_method))
    casting_vote: CastingVote | None = attrs.field(default=None, converter=attrs.converters.optional(_casting_vote))
    required_majority: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse somebody who voted in two ways, and opposition to a unanimous vote."""
        seen: dict[str, str] = {}
        for option, tally in self.tallies():
            for name in tally.names or ():
                if name in seen:
                    raise refuse(option, f"names {check.shown(name)}, who is under {seen[name]} already")
                seen[name] = option
        if self.method in {VoteMethod.UNANIMOUS, VoteMethod.WITHOUT_DISSENT} and self.against and self.against.count:
            raise refuse("against", f"must be 0 in a vote that was {self.method.value}, got {self.against.count}")

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        """Yield the name of each option that is known, and its tally, in a fixed order."""
        for option in ("in_favour", "against", "abstained", "absent", "not_voting", "recused"):
            tally: Tally | None = getattr(self, option)
            if tally is not None:
                yield option, tally
