import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardminutes._likeness import LONGEST, Likeness, squeezed_words


def test_texts_are_compared_without_case_wide_blanks_and_marks_at_the_end() -> None:
    """Marks inside stay."""
    assert "put up signs: two" == squeezed_words("  Put up\n SIGNS: two. ")


@pytest.mark.parametrize(
    ("one", "other", "least", "ratio"),
    [
        ("abcd", "abcd", 0.9, 1),
        ("abcd", "abce", 0.7, 0.75),
        ("abcd", "abce", 0.8, 0),
        ("abcd", "a", 0.8, 0),
        ("abcd", "dcba", 0.8, 0),
        ("", "", 0.5, 1),
        ("a" * (LONGEST + 1), "a" * (LONGEST + 1), 0.5, 1),
        ("a" * (LONGEST + 1), "a" * LONGEST, 0.5, 0),
        ("a" * LONGEST, "a" * (LONGEST + 1), 0.5, 0),
    ],
)
def test_the_ratio_is_that_of_the_characters_in_common(one: str, other: str, least: float, ratio: float) -> None:
    """Less than the least is 0, and long texts are alike only where they are equal."""
    assert ratio == Likeness(one).ratio(other, least)


@given(st.text("ab c", max_size=30), st.text("ab c", max_size=30), st.floats(0, 1))
def test_the_ratio_is_that_of_difflib(one: str, other: str, least: float) -> None:
    """Whatever is told apart before it is reckoned."""
    ratio = difflib.SequenceMatcher(None, other, one, autojunk=False).ratio()
    likeness = Likeness(one)

    assert 1 == likeness.ratio(one, least)
    assert [ratio if ratio >= least else 0] * 2 == [likeness.ratio(other, least) for _ in range(2)]


def test_texts_of_the_same_letters_that_are_not_alike_are_told_apart_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sentences of one language have most letters in common, and comparing them in full takes long."""
    monkeypatch.setattr(difflib, "SequenceMatcher", None)
    one = "publish the report on the harbour and send it to all members of the council"
    other = "ask the bridge officer to bring the draft budget to the next meeting of the board"

    assert 0 == Likeness(one).ratio(other, 0.7)
