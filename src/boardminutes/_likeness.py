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
        self._matcher = difflib.SequenceMatcher(None, "", text if len(text) <= LONGEST else "", autojunk=False)

    def ratio(self, other: str, least: float) -> float:
        """Return how alike the texts are: 1 for equal ones, 0 for less than *least*.

        The ratio is twice the number of characters that the texts have in common, in one order, by the number of
        characters of both (Ratcliff and Obershelp's, as in `difflib`).
        """
        if self._text == other:
            return 1.0
        if max(len(self._text), len(other)) > LONGEST:
            return 0.0
        self._matcher.set_seq1(other)
        if self._matcher.real_quick_ratio() < least or self._matcher.quick_ratio() < least:
            return 0.0
        ratio = self._matcher.ratio()
        return ratio if ratio >= least else 0.0
