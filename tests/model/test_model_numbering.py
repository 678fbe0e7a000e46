"""The marks of list points."""

import pytest

from boardminutes.model.numbering import label
from boardminutes.model.values import Numbering


@pytest.mark.parametrize(
    ("numbering", "number", "expected"),
    [
        (Numbering.BULLET, 7, "•"),
        (Numbering.DECIMAL, 0, "0."),
        (Numbering.DECIMAL, 12, "12."),
        (Numbering.LOWER_ALPHA, 1, "a."),
        (Numbering.LOWER_ALPHA, 26, "z."),
        (Numbering.LOWER_ALPHA, 27, "aa."),
        (Numbering.UPPER_ALPHA, 28, "BB."),
        (Numbering.LOWER_ALPHA, 780, f"{'z' * 30}."),
        (Numbering.LOWER_ROMAN, 1994, "mcmxciv."),
        (Numbering.UPPER_ROMAN, 48, "XLVIII."),
        (Numbering.UPPER_ROMAN, 3999, "MMMCMXCIX."),
    ],
)
def test_points_are_marked_as_word_processors_mark_them(numbering: Numbering, number: int, expected: str) -> None:
    """Figures, letters and roman numerals, each with a full stop."""

    assert expected == label(numbering, number)


@pytest.mark.parametrize(
    ("numbering", "number"),
    [
        (Numbering.LOWER_ALPHA, 0),
        (Numbering.UPPER_ALPHA, 0),
        (Numbering.LOWER_ALPHA, 781),
        (Numbering.UPPER_ALPHA, 10**12),
        (Numbering.LOWER_ROMAN, 0),
        (Numbering.UPPER_ROMAN, 4000),
    ],
)
def test_numbers_without_a_letter_or_numeral_are_figures(numbering: Numbering, number: int) -> None:
    """Nought and whatever comes after thirty times z have no letters, and 4000 has no roman numeral."""

    assert f"{number}." == label(numbering, number)
