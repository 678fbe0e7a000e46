"""Votes in words and figures, and what became of a motion."""

from __future__ import annotations

import re

from boardminutes.model.values import MotionOutcome, VoteMethod
from boardminutes.model.votes import Vote
from boardminutes.readers.moderngov.forms import LONGEST

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"zero": 0, "none": 0, "nil": 0, "an": 1}
_COUNT = rf"(?P<count>\d{{1,3}}|(?a:{'|'.join(_NUMBERS)}))"
_COUNT_FIRST = re.compile(
    rf"\b{_COUNT}\s(?:(?:votes?|members?|councillors?)\s)?(?:(?:voting|voted|being|cast)\s)?"
    r"(?P<option>(?a:in)\s(?a:favour)|(?a:for\b|against|abstentions?|abstained|abstaining))",
    re.IGNORECASE,
)
_OPTION_FIRST = re.compile(
    rf"\b(?P<option>(?a:in)\s(?a:favour)|(?a:for|against|abstentions?|abstained|abstaining))\s?[:=–-]?\s?\(?{_COUNT}\b",
    re.IGNORECASE,
)
_TO = re.compile(rf"\bby\s{_COUNT}\s(?:votes?\s)?to\s(?P<other>\d{{1,3}}|(?a:{'|'.join(_NUMBERS)}))\b", re.IGNORECASE)
_ABOUT_A_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|abst(?:ain|ained|aining|ention|entions))\b", re.IGNORECASE)
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_WITHOUT_DISSENT = re.compile(r"\b(?:nem\.?\scon\.?|without\sdissent)", re.IGNORECASE)
_METHODS = (
    (re.compile(r"\brecorded\svote\b", re.IGNORECASE), VoteMethod.RECORDED),
    (re.compile(r"\bshow\sof\shands\b", re.IGNORECASE), VoteMethod.SHOW_OF_HANDS),
    (re.compile(r"\b(?:secret\s)?ballot\b", re.IGNORECASE), VoteMethod.BALLOT),
    (re.compile(r"\belectronic\svot", re.IGNORECASE), VoteMethod.ELECTRONIC),
)
_OUTCOMES = (
    (
        re.compile(
            r"\b(?:LOST|DEFEATED|(?:was|were|be|declared|and|motion|it)\s(?:lost|defeated)|fell|not\scarried)\b"
        ),
        MotionOutcome.LOST,
    ),
    (re.compile(r"\b(?:was|were|and)\swithdrawn\b|\bWITHDRAWN\b"), MotionOutcome.WITHDRAWN),
    (re.compile(r"\bcarried\b(?!\s(?:out|forward|over))", re.IGNORECASE), MotionOutcome.CARRIED),
)


def vote_in(text: str) -> Vote | None:
    """Return the vote that *text* tells of, None where it tells of none.

    Figures count only where two options are named ('7 for, 2 against'), or words such as 'votes' stand beside them.
    """
    if len(text) > LONGEST:
        return None
    counts = _counts(text)
    about = _ABOUT_A_VOTE.search(text) is not None
    if not about and len(counts) < 2:  # noqa: PLR2004 - two options
        counts = {}
    against = counts.get("against")
    if _UNANIMOUS.search(text) and not against:
        method: VoteMethod | None = VoteMethod.UNANIMOUS
    elif _WITHOUT_DISSENT.search(text) and not against:
        method = VoteMethod.WITHOUT_DISSENT
    else:
        method = next((one for pattern, one in _METHODS if pattern.search(text)), None) if about else None
    if not counts and method is None:
        return None
    return Vote(in_favour=counts.get("in_favour"), against=against, abstained=counts.get("abstained"), method=method)


def _counts(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    first = list(_COUNT_FIRST.finditer(text))
    after = list(_OPTION_FIRST.finditer(text))
    for match in first if len(first) >= len(after) else after:
        found.setdefault(_option(match["option"]), _number(match["count"]))
    by = _TO.search(text)
    if by and not found:
        found = {"in_favour": _number(by["count"]), "against": _number(by["other"])}
    return found


def _option(word: str) -> str:
    plain = word.casefold()
    return "abstained" if plain.startswith("abst") else "against" if plain == "against" else "in_favour"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def outcome_in(text: str) -> MotionOutcome | None:
    """Return what became of a motion as *text* says, None where it does not say."""
    if len(text) > LONGEST:
        return None
    return next((outcome for pattern, outcome in _OUTCOMES if pattern.search(text)), None)
