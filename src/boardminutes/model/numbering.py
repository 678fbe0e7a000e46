"""The marks of list points."""

from __future__ import annotations

from boardminutes.model.values import Numbering

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_LETTERS = 780  # thirty times z: as far as word processors count, and no mark fills the memory


def label(numbering: Numbering, number: int) -> str:
    """Return the mark of a point: `•`, `4.`, `d.`, `D.`, `iv.` or `IV.`; where letters or romans have none, figures."""
    if numbering is Numbering.BULLET:
        return "•"
    marked = str(number)
    if 0 < number <= _LAST_LETTERS and numbering in {Numbering.LOWER_ALPHA, Numbering.UPPER_ALPHA}:
        marked = _letters(number)
    elif 0 < number < 4000 and numbering in {Numbering.LOWER_ROMAN, Numbering.UPPER_ROMAN}:  # noqa: PLR2004 - no numeral
        marked = _roman(number)
    return f"{marked.upper() if numbering in {Numbering.UPPER_ALPHA, Numbering.UPPER_ROMAN} else marked}."


def _letters(number: int) -> str:
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)  # a, …, z, aa, bb: as word processors count


def _roman(number: int) -> str:
    marked = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        marked += letters * times
    return marked
