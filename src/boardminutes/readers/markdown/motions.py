"""Motions: what was moved, by whom, how it was voted on, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.errors import InvalidMinutesError
from boardminutes.model.outcomes import Decision, Motion
from boardminutes.model.prose import Prose
from boardminutes.model.values import MotionOutcome, VoteMethod
from boardminutes.model.votes import Vote
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.names import leading_name, split_names
from boardminutes.readers.moderngov.votes import vote_in

_BEGINS = re.compile(
    r"(?:^|(?<=[.;,)])\s|\s\()(?=(?:(?:[Tt]he\s)?[Mm]otion\s(?:was\s)?(?:made\s)?(?:by|passed|passes|carried|carries|failed|fails)"
    r"|[Mm]oved|[Mm]over|[Pp]roposed\sby|[Ss]econd(?:ed|er)\b|[Pp]assed|[Cc]arried|[Aa]pproved|[Aa]dopted|[Ff]ailed|[Dd]efeated"
    r"|[Tt]abled|[Ww]ithdrawn|[Vv]ot(?:e|es|ed|ing)\b|[Rr]esult|[Uu]nanimous|[+]\d|\d{1,3}\s[+]1))"
)
_MOVER = re.compile(
    r"\b(?:moved|mover|proposed|proposer|motion(?:\s(?:was\s)?made)?)(?::|\sby:?)\s{1,3}", re.IGNORECASE
)
_SECONDER = re.compile(r"\b(?:and\s)?(?:was\s)?(?:seconded|second|seconder)(?::|\sby:?)\s{1,3}", re.IGNORECASE)
_HANDLE = re.compile(r"@?[A-Z@][\w'’-]{0,40}")
_COUNTS = re.compile(
    r"(?<![\d/-])(?P<for>\d{1,3})\s?[-–—:/]\s?(?P<against>\d{1,3})(?:\s?[-–—:/]\s?(?P<abstained>\d{1,3}))?(?![\d/-])"
)
_SIGNED = re.compile(
    r"[+](?P<for>\d{1,3})\b[\s,;/]{1,3}[-\u2212–](?P<against>\d{1,3})\b(?:[\s,;/]{1,3}[=±]?(?P<abstained>\d{1,3})\b)?"
)
_PLUS_ONES = re.compile(r"\b(?P<for>\d{1,3})\s?(?:x\s?)?[+]1(?:s|'s)?(?!\w)")
_NAMED = re.compile(
    r"(?P<option>[+]1|-1|\u22121|±0|[+]0|-0|\b0|[Ff]or|[Ii]n\sfavou?r|[Aa]gainst|[Aa]bstain(?:ed|ing|s)?|[Aa]bstentions?)\s?:\s?(?P<names>[^;:.\n]{1,300})"
)
_OPTIONS: Final = {
    "+1": "in_favour",
    "-1": "against",
    "\u22121": "against",
    "±0": "abstained",
    "+0": "abstained",
    "-0": "abstained",
}
_RESULTS: Final = (
    (
        re.compile(r"\b(?:failed|fails|lost|defeated|rejected|not\s(?:passed|carried|approved))\b", re.IGNORECASE),
        MotionOutcome.LOST,
    ),
    (re.compile(r"\bwithdrawn\b", re.IGNORECASE), MotionOutcome.WITHDRAWN),
    (re.compile(r"\btabled\b", re.IGNORECASE), MotionOutcome.TABLED),
    (re.compile(r"\bdeferred\b", re.IGNORECASE), MotionOutcome.DEFERRED),
    (
        re.compile(r"\b(?:passed|passes|carried|carries|approved|adopted|accepted)\b", re.IGNORECASE),
        MotionOutcome.CARRIED,
    ),
)
_LEFT = re.compile(
    r"\b(?:the|motion|was|is|and|by|with|vote|votes|voted|voting|result|unanimous(?:ly)?|consent|in|favou?r|for|against|"
    r"abstain(?:ed|ing)?|abstentions?|no|of|a|it|passed|passes|carried|carries|approved|adopted|accepted|failed|fails|lost|"
    r"defeated|rejected|tabled|withdrawn|deferred|outcome|made)\b|\d{1,3}|[\s.,;:()\[\]+=/±\u2212–—-]",
    re.IGNORECASE,
)


def told_of_a_vote(text: str) -> bool:
    """Tell whether *text* as a whole says who moved or seconded, how a vote went or what came of it."""
    return len(text) <= LONGEST and _BEGINS.match(text) is not None and not _left(text)


def motion(text: str, label: str | None, more: Sequence[str] = ()) -> Motion:
    """Return the motion that *text* puts.

    Args:
        text: What stands after the label: what was moved, and perhaps what came of it.
        label: The label verbatim.
        more: What is told of it afterwards, each text as a whole (see `told_of_a_vote`).
    """
    matter, sentence = _divided(text)
    told = " ; ".join(one for one in (sentence, *more) if one)
    outcome = next((one for pattern, one in _RESULTS if pattern.search(told)), None)
    vote = _vote(told)
    if outcome is None and vote is not None and vote.method is VoteMethod.UNANIMOUS:
        outcome = MotionOutcome.CARRIED
    words = Prose(matter)
    return Motion(
        words,
        label=label,
        mover=_who(_MOVER, told or text),
        seconder=_who(_SECONDER, told or text),
        vote=vote,
        outcome=outcome,
        decision=Decision(words, label=label) if outcome is MotionOutcome.CARRIED else None,
    )


def _divided(text: str) -> tuple[str, str]:
    """Return what was moved, and what is told of it; all is what was moved where that cannot be told apart."""
    if len(text) > LONGEST:
        return text, ""
    for found in _BEGINS.finditer(text):
        matter, told = text[: found.start()].strip(" ,;("), text[found.end() :]
        if matter and not _left(told):
            return matter, told
    return text, ""


def _left(told: str) -> str:
    """Return the words that say something else than who moved, who voted and how it ended."""
    rest = told
    for pattern in (_MOVER, _SECONDER):
        found = pattern.search(rest)
        if found is not None:
            name = _name_at(rest, found.end())
            if name is not None:
                rest = f"{rest[: found.start()]} {rest[found.end() + len(name) :]}"
    rest = _NAMED.sub(
        lambda one: "" if all(_HANDLE.match(part) for part in split_names(one["names"])) else one[0], rest
    )
    return _LEFT.sub("", _PLUS_ONES.sub("", rest))


def _name_at(text: str, at: int) -> str | None:
    """Return the words of the name that begins at a place, verbatim."""
    found = leading_name(text[at:])
    if found is not None:
        return text[at : len(text) - len(found[1])].rstrip()
    handle = _HANDLE.match(text, at)
    return None if handle is None else handle[0]


def _who(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    name = None if found is None else _name_at(text, found.end())
    return None if name is None else " ".join(name.split()).rstrip(".").removeprefix("@")


def _vote(told: str) -> Vote | None:
    vote = vote_in(told) or Vote()
    named: dict[str, tuple[str, ...]] = {}
    for one in _NAMED.finditer(told):
        option = one["option"].casefold()
        key = _OPTIONS.get(option) or (
            "in_favour"
            if option in {"for", "in favour", "in favor"}
            else "against"
            if option == "against"
            else "abstained"
        )
        names = tuple(name.removeprefix("@") for name in split_names(one["names"].strip(" .,")))
        if all(names) and not any(name.isdigit() for name in names):
            named.setdefault(key, names)
    counts = _SIGNED.search(told) or _COUNTS.search(told) or (None if named else _PLUS_ONES.search(told))
    try:
        if counts is not None and not named and vote.in_favour is None:
            given = {key: int(value) for key, value in counts.groupdict().items() if value is not None}
            vote = attrs.evolve(
                vote,
                in_favour=given.get("for"),
                against=given.get("against"),
                abstained=given.get("abstained"),
                method=None if given.get("against") else vote.method,
            )
        if named:
            vote = attrs.evolve(
                vote,
                in_favour=named.get("in_favour"),
                against=named.get("against"),
                abstained=named.get("abstained"),
            )
    except InvalidMinutesError:  # somebody voted twice, or against what was unanimous
        return None
    return None if vote == Vote() else vote
