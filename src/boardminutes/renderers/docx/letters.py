"""About how wide words are in Word's fonts, which are not at hand when a document is made."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from typing import Final

_LETTERS: Final[Mapping[str, float]] = {
    letter: width
    for width, letters in (
        (0.25, "'il"),
        (0.30, ",.:;I`j"),
        (0.35, "!()-J[]ft{}\N{NO-BREAK SPACE}"),
        (0.40, "rsz"),
        (0.45, '"/L\\c'),
        (0.50, "#*+<=>?EFSTZ^_agkvxy|~\N{EN DASH}"),
        (0.55, "$0123456789CKPYbdehnopqu"),
        (0.60, "BRVX"),
        (0.65, "ADGH"),
        (0.70, "NOQU"),
        (0.75, "%&w"),
        (0.85, "m"),
        (0.90, "@M"),
        (0.95, "W\N{EM DASH}"),
    )
    for letter in letters
}
"""The widths of letters in Calibri Bold, in parts of the size of the font, rounded up."""

_OTHER: Final = 0.75
"""That of letters of other scripts."""
_FULL: Final = frozenset({"W", "F"})
"""What Unicode calls wide letters (UAX #11)."""

_UNKNOWN: Final = 1.2
_WIDER: Final[Mapping[str, float]] = {
    "calibri": 1.0,
    "carlito": 1.0,
    "cambria": 1.13,
    "caladea": 1.13,
    "times new roman": 1.16,
    "liberation serif": 1.16,
    "verdana": 1.45,
    "dejavu sans": 1.45,
}
"""How much wider bold words are in other fonts; in one that is not named here as much as in Arial."""


_LONGEST_KEPT: Final = 40
"""Of how many letters a word is that is kept at most; longer ones seldom come again, and would fill the memory."""


def width_in_calibri(word: str) -> float:
    """Return about how wide *word* is in Calibri Bold, in parts of the size of the font."""
    return _kept(word) if len(word) <= _LONGEST_KEPT else _measured(word)


def _measured(word: str) -> float:
    return sum(map(_width, word))


_kept: Final = functools.lru_cache(maxsize=1 << 14)(_measured)


@functools.lru_cache(maxsize=1 << 10)
def _width(letter: str) -> float:
    known = _LETTERS.get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(letter) in _FULL:
        return 1.0
    return _LETTERS.get(unicodedata.normalize("NFD", letter)[0], _OTHER)


def wider(font: str) -> float:
    """Return how much wider words are in a *font* than in Calibri."""
    return _WIDER.get(font.casefold(), _UNKNOWN)
