"""Who moved and who seconded, in a sentence."""

from __future__ import annotations

import itertools
import re

import attrs

from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import leading_name

_BY = re.compile(r"\b(?:moved|proposed|proposition\sof|motion\sof|proposal\sof|proposer:)(?:\sby)?:?\s", re.IGNORECASE)
_SECONDED_BY = re.compile(
    r"(?:\s?[,;.])?\s(?:and\s)?(?:was\s)?(?:duly\s)?(?:seconded\sby:?|seconder:?)\s", re.IGNORECASE
)
_MOVED = re.compile(r",?\s(?:moved|proposed)\b,?\s?", re.IGNORECASE)
_THEN_SECONDED = re.compile(r"(?:and\s)?(?:duly\s)?seconded\sby\s", re.IGNORECASE)
_SECONDED = re.compile(r",?\s(?:duly\s)?seconded\b", re.IGNORECASE)
_SIGNS = re.compile(r"\s?[,;:.]?\s?")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)’”])[.!?]\s+(?=[A-Z‘“(])")
_LONGEST_FRONT = 250


@attrs.frozen
class Moving:
    """A sentence that says who moved something.

    Attributes:
        before: What stands before it in sentences of its own.
        label: The words up to the seconder, verbatim.
        rest: What comes after them: what was moved, or nothing.
        mover: Who moved it.
        seconder: Who seconded it.
    """

    before: str
    label: str
    rest: str
    mover: str
    seconder: str


def moving(text: str) -> Moving | None:
    """Return who moved and seconded as *text* says; None where it does not say both, or speaks of an amendment."""
    if len(text) > LONGEST or "second" not in text.casefold():
        return None
    starts = [0, *(one.end() for one in _SENTENCE_END.finditer(text))]
    for start, stop in itertools.pairwise([*starts, len(text)]):
        found = _moved_and_seconded(text, start) or _moved_by(text, start, min(stop, start + _LONGEST_FRONT))
        if found is not None:
            break
    else:
        return None
    mover, seconder, end = found
    if "amendment" in text[start:end].casefold():
        return None
    signs = _SIGNS.match(text, end)
    end = signs.end() if signs else end
    return Moving(text[:start].strip(), one_line(text[start:end]), text[end:].strip(), mover, seconder)


def _moved_and_seconded(text: str, start: int) -> tuple[str, str, int] | None:
    """Read 'X moved, and Y seconded' and 'X moved, seconded by Y' at *start*: mover, seconder, and where it ends."""
    mover, rest = leading_name(text[start:]) or ("", "")
    moved = _MOVED.match(rest)
    if moved is None:
        return None
    rest = rest[moved.end() :]
    by = _THEN_SECONDED.match(rest)
    seconder, left = leading_name(rest[by.end() :] if by else rest.removeprefix("and ")) or ("", "")
    seconded = None if by else _SECONDED.match(left)
    if not seconder or not (by or seconded):
        return None
    return mover, seconder, len(text) - len(left) + (seconded.end() if seconded else 0)


def _moved_by(text: str, start: int, stop: int) -> tuple[str, str, int] | None:
    """Read 'moved by X, seconded by Y' that begins before *stop*: mover, seconder, and where it ends."""
    by = _BY.search(text, start, stop)
    mover, rest = (leading_name(text[by.end() :]) if by else None) or ("", "")
    second = _SECONDED_BY.match(rest)
    seconder, left = (leading_name(rest[second.end() :]) if second else None) or ("", "")
    return (mover, seconder, len(text) - len(left)) if seconder else None
