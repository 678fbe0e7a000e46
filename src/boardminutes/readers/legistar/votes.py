"""Votes by name and by figures."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from boardminutes.model.values import VoteMethod
from boardminutes.model.votes import Tally, Vote
from boardminutes.readers.exported.ledger import UNUSUAL, Fields, Ledger
from boardminutes.readers.exported.objects import fields_of, leave
from boardminutes.readers.legistar.exports import Row
from boardminutes.readers.legistar.reasons import left

_OPTIONS: Final = {
    **dict.fromkeys(("yea", "aye", "yes", "affirmative", "for", "in favor", "in favour", "approve"), "in_favour"),
    **dict.fromkeys(("nay", "no", "negative", "against", "opposed", "noes", "oppose"), "against"),
    **dict.fromkeys(("abstain", "abstained", "abstention", "abstaining"), "abstained"),
    **dict.fromkeys(("absent", "excused", "away", "not present", "medical", "bereavement", "jury duty"), "absent"),
    **dict.fromkeys(("recused", "recuse", "conflict", "recusal"), "recused"),
    **dict.fromkeys(("not voting", "non-voting", "present", "did not vote", "present, not voting"), "not_voting"),
}
_TALLY: Final = re.compile(r"(?a:(?P<for>\d{1,4})\s?[:–-]\s?(?P<against>\d{1,4}))")


def vote_in(fields: Fields, rows: Iterable[Row], place: str, ledger: Ledger) -> Vote | None:
    """Return the vote of an item, by name where names are told, else by its figures; None where neither is.

    Args:
        fields: The single values of the item, of which `EventItemTally` is taken.
        rows: The votes of single people.
        place: Where the vote will stand in the meeting.
        ledger: Where the account is written.
    """
    names = _names(rows, place, ledger)
    figures = _TALLY.fullmatch(fields.get("EventItemTally"))
    if figures is None:
        fields.left("EventItemTally", UNUSUAL)
        if not names:
            return None
    counted = (int(figures["for"]), int(figures["against"])) if figures else (0, 0)
    if not names:
        fields.took("EventItemTally", f"{place}.in_favour", f"{place}.against")
        return Vote(in_favour=counted[0], against=counted[1])
    if counted == tuple(len(names.get(option, ())) for option in ("in_favour", "against")):
        there = [f"{place}.{option}" for option in ("in_favour", "against") if option in names]
        fields.took("EventItemTally", *(there or [f"{place}.method"]))
    fields.left("EventItemTally", "differs from the votes by name")
    shared = _shared(names)
    tallies = {
        option: Tally(len(held), names=held if shared.isdisjoint(held) else None) for option, held in names.items()
    }
    return Vote(
        in_favour=tallies.get("in_favour"),
        against=tallies.get("against"),
        abstained=tallies.get("abstained"),
        absent=tallies.get("absent"),
        not_voting=tallies.get("not_voting"),
        recused=tallies.get("recused"),
        method=VoteMethod.RECORDED,
    )


def _names(rows: Iterable[Row], place: str, ledger: Ledger) -> dict[str, list[str]]:
    """Return who chose each way to vote; whoever bears the name of another has another id."""
    cast: list[tuple[Fields, str | None]] = []
    names: dict[str, list[str]] = {}
    seen: dict[str, set[str]] = {}
    for path, row in rows:
        fields, more = fields_of(row, path, ledger)
        for key, value in more.items():
            leave(value, f"{fields.path}{key}", ledger)
        name, identifier = fields.get("VotePersonName"), fields.get("VotePersonId")
        option = _OPTIONS.get(fields.get("VoteValueName").casefold())
        same = seen.setdefault(name, set())
        if name and option and (not same or (identifier and "" not in same and identifier not in same)):
            same.add(identifier)
            names.setdefault(option, []).append(name)
            cast.append((fields, option))
        else:
            why = "a second vote of the same name" if same else "no vote that can be told"
            for key in ("VotePersonName", "VoteValueName"):
                fields.left(key, why)
            cast.append((fields, None))
    _account(cast, names, place)
    return names


def _account(cast: Iterable[tuple[Fields, str | None]], names: Mapping[str, list[str]], place: str) -> None:
    """Say what became of each vote."""
    shared = _shared(names)
    named = {option: itertools.count() for option, held in names.items() if shared.isdisjoint(held)}
    for fields, option in cast:
        if option in named:
            fields.took("VotePersonName", f"{place}.{option}.names[{next(named[option])}]")
        fields.left("VotePersonName", "two bear one name, so that of those who voted so only the number is held")
        fields.took("VoteValueName", f"{place}.{option}")
        fields.rest(left)


def _shared(names: Mapping[str, list[str]]) -> set[str]:
    """Return the names that two people bear, of whom a vote can name one."""
    borne = Counter(name for held in names.values() for name in held)
    return {name for name, times in borne.items() if times > 1}
