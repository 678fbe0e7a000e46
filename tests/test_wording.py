"""The words of a document that are not the meeting's own."""

import datetime as dt

import pytest

from boardminutes import TBC, UnknownLanguageError, Wording
from boardminutes.wording import wording


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-gb"])
def test_there_are_english_words(language: str) -> None:
    """The tag's case does not matter, and plain English is British."""

    assert "en-GB" == wording(language).language


def test_a_language_without_words_is_refused() -> None:
    """The error lists the languages that there are."""

    with pytest.raises(UnknownLanguageError, match="no words in the language 'cy'; known: en-GB") as caught:
        wording("cy")

    assert ("cy", ("en-GB",)) == (caught.value.name, caught.value.known)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (dt.time(0, 0), "midnight"),
        (dt.time(0, 5), "12.05 am"),
        (dt.time(9, 0), "9 am"),
        (dt.time(11, 59), "11.59 am"),
        (dt.time(12, 0), "noon"),
        (dt.time(12, 30), "12.30 pm"),
        (dt.time(14, 5), "2.05 pm"),
        (dt.time(23, 0), "11 pm"),
    ],
)
def test_times_of_day(time: dt.time, expected: str) -> None:
    """Twelve hours, a full stop before the minutes, and words for noon and midnight."""

    assert expected == Wording().time(time)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, None),
        (TBC, "to be confirmed"),
        (dt.date(2026, 3, 5), "Thursday 5 March 2026"),
        (dt.datetime(2026, 3, 5, 14, 30), "Thursday 5 March 2026, 2.30 pm"),
    ],
)
def test_days_and_times(when: object, expected: str | None) -> None:
    """What is not known has no words."""

    assert expected == Wording().when(when)


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_in_a_sentence(words: list[str], expected: str) -> None:
    """Commas, and a word before the last."""

    assert expected == Wording().listed(words)


def test_a_house_changes_some_words() -> None:
    """Other words stand wherever the English ones stood, and the rest stays."""

    words = Wording(words={"March": "Mawrth", "and": "a", "pm": "yh"})

    assert ["Mawrth", "Thursday 5 Mawrth 2026", "2 yh", "x a y", "Action"] == [
        words("March"),
        words.date(dt.date(2026, 3, 5)),
        words.time(dt.time(14)),
        words.listed(["x", "y"]),
        words("Action"),
    ]


def test_words_do_not_change_after_they_are_given() -> None:
    """The mapping is copied, and the Wording can be hashed."""

    given = {"and": "a"}
    words = Wording(words=given)
    given["and"] = "or"

    assert "a" == words("and")
    assert hash(words) == hash(Wording(words={"and": "a"}))
