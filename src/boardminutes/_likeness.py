"""How alike two texts are."""

from __future__ import annotations

import difflib
from typing import Final

LONGEST: Final = 1_000
"""Texts of more characters are alike only where they are equal: comparing them takes too long."""


def squeezed_words(text: str) -> str:
    """Return *text* as it is compared: in lower case, with single blanks, and without marks at its end."""
    return " ".join(text.casefold().split()).rstrip(" .,;:!?")


class Likeness:
    """Compares many texts with one; texts are given as `squeezed_words` returns them."""

    def __init__(self, text: str) -> None:
        """Keep the *text* that the others are compared with."""
        self._text = text
        self._places: dict[str, int] = {}  # of each character, as bits of one number
        for place, sign in enumerate(text if len(text) <= LONGEST else ""):
            self._places[sign] = self._places.get(sign, 0) | 1 << place
        self._matcher: difflib.SequenceMatcher[str] | None = None

    def ratio(self, other: str, least: float) -> float:
        """Return how alike the texts are: 1 for equal ones, 0 for less than *least*.

        The ratio is twice the number of characters that the texts have in common, in one order, by the number of
        characters of both (Ratcliff and Obershelp's, as in `difflib`).
        """
        if self._text == other:
            return 1.0
        if max(len(self._text), len(other)) > LONGEST:
            return 0.0
        shorter, longer = sorted((len(self._text), len(other)))
        if 2 * shorter / (shorter + longer) < least or self._most(other) < least:
            return 0.0
        if self._matcher is None:
            self._matcher = difflib.SequenceMatcher(None, "", self._text, autojunk=False)
        self._matcher.set_seq1(other)
        ratio = self._matcher.ratio()
        return ratio if ratio >= least else 0.0

    def _most(self, other: str) -> float:
        """Return what the ratio cannot be above, in a thirtieth of the time that it takes.

        No more characters can be in common in one order than the longest subsequence of both has, whose length is
        counted for all places at once (Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
        """
        length, count = len(self._text), len(other)
        all_places = (1 << length) - 1
        ends = all_places
        for sign in other:
            found = ends & self._places.get(sign, 0)
            ends = (ends + found | ends - found) & all_places
        return 2 * (length - ends.bit_count()) / (length + count)
