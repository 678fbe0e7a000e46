"""Which known name is meant by one that is not known: a slip of the pen, and never another word."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 60
_SHORTEST: Final = 3
_AS_WRITTEN: Final = str.maketrans(" -", "__")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name for which *name* was meant; None where that is not plain.

    It differs in nothing but capital letters, blanks and hyphens, or in one letter after the first that is too many, is
    lacking, is another, or has changed places with the next. Words that are only somewhat alike often mean the reverse,
    such as 'refused' and 'resolved'. Where two names are as near, neither is meant.
    """
    if len(name) > _LONGEST:
        return None
    given, names = _folded(name), tuple(known)
    for is_meant in (_is_same, _is_slip_of):
        found = [one for one in names if is_meant(given, _folded(one))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _folded(name: str) -> str:
    return name.casefold().translate(_AS_WRITTEN)


def _is_same(one: str, other: str) -> bool:
    return one == other


def _is_slip_of(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    one, other = _without_common_start(one, other)
    one, other = _without_common_start(one[::-1], other[::-1])
    return max(len(one), len(other)) <= 1 or (len(one) == len(other) == 2 and one == other[::-1])  # noqa: PLR2004 - a pair


def _without_common_start(one: str, other: str) -> tuple[str, str]:
    length = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one[length:], other[length:]
