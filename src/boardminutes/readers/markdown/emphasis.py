"""Emphasis: which runs of asterisks and underscores belong together, found in one pass."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import attrs

_MOST = 2  # signs that mark together; three are both


@attrs.define
class Delimiter:
    """A run of signs that may begin or end emphasis.

    Attributes:
        sign: The sign: `*` or `_`.
        count: How many of them are left.
        opens: Whether it may begin emphasis.
        closes: Whether it may end it.
        is_tag: Whether it is an HTML tag, which is matched with a tag only and is never text.
        begins_strong: How many strong runs begin after it.
        begins_emphasis: How many stressed runs begin after it.
        ends_strong: How many strong runs end before it.
        ends_emphasis: How many stressed runs end before it.
    """

    sign: str
    count: int
    opens: bool
    closes: bool
    is_tag: bool = False
    begins_strong: int = 0
    begins_emphasis: int = 0
    ends_strong: int = 0
    ends_emphasis: int = 0

    @classmethod
    def between(cls, sign: str, count: int, before: str, after: str) -> Delimiter:
        """Return a run between two characters (CommonMark 0.31, section 6.2); empty where the text ends."""
        left = not _is_blank(after) and (not _is_mark(after) or _is_blank(before) or _is_mark(before))
        right = not _is_blank(before) and (not _is_mark(before) or _is_blank(after) or _is_mark(after))
        if sign == "_":
            left, right = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        return cls(sign, count, opens=left, closes=right)

    @classmethod
    def tag(cls, signs: str, *, is_end: bool) -> Delimiter:
        """Return the tag that means what these signs mean."""
        return cls(f"<{signs}", len(signs), opens=not is_end, closes=is_end, is_tag=True)

    @property
    def left(self) -> str:
        """The signs that mark nothing and are text."""
        return "" if self.is_tag else self.sign * self.count


def _is_blank(character: str) -> bool:
    return not character or character.isspace()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def matched(delimiters: Sequence[Delimiter]) -> None:
    """Match the runs that begin with those that end; each is taken up and laid down once."""
    waiting: list[Delimiter] = []
    places: dict[str, list[int]] = {}  # by sign, where in `waiting` runs stand that may begin
    for one in delimiters:
        mine = places.setdefault(one.sign, [])
        while one.closes and one.count and mine:
            while len(waiting) > mine[-1] + 1:
                places[waiting.pop().sign].pop()
            first = waiting[-1]
            size = min(_MOST, first.count, one.count)
            first.count -= size
            one.count -= size
            first.begins_strong += size == _MOST
            one.ends_strong += size == _MOST
            first.begins_emphasis += size != _MOST
            one.ends_emphasis += size != _MOST
            if not first.count:
                waiting.pop()
                mine.pop()
        if one.opens and one.count:
            mine.append(len(waiting))
            waiting.append(one)
