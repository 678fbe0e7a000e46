"""Where lines end."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardminutes.renderers.pdf.linebreak import Line, Measures, break_lines


def broken(text: str, limit: float, indent: float = 0.0) -> list[str]:
    """Break a text in which every character is one wide."""
    measures = Measures(lambda _, words: [float(len(word)) for word in words], lambda _: 1.0, 1.0)
    return [text[line.start : line.end] + "_" * line.spaced for line in break_lines(text, measures, limit, indent)]


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("one two three", 7, ["one two_", "three"]),
        ("one two", 7, ["one two"]),
        ("one  two", 7, ["one _", "two"]),
        ("one\ntwo", 9, ["one_", "two"]),
        ("one\n\ntwo", 9, ["one_", "_", "two"]),
        ("one\u00a0two three", 7, ["one\u00a0two_", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefghij kl", 4, ["ab_", "abcd", "efgh", "ij_", "kl"]),
        ("aaaa/bbbb/cccc", 8, ["aaaa/", "bbbb/", "cccc"]),
        ("aaaaaa-bbbb", 7, ["aaaaaa", "-bbbb"]),
        ("-----------", 4, ["----", "----", "---"]),
        ("aa bb - cc", 7, ["aa_", "bb - cc"]),
        ("aa bb \N{EN DASH} cc", 5, ["aa_", "bb \N{EN DASH}_", "cc"]),
        ("aa bb \N{EM DASH} cc", 6, ["aa_", "bb \N{EM DASH}_", "cc"]),
        ("aa 4\N{EN DASH}6", 4, ["aa_", "4\N{EN DASH}6"]),
        ("aaa pre- and post", 8, ["aaa_", "pre- and_", "post"]),
        ("aa - bb - cc", 4, ["aa -_", "bb -_", "cc"]),
        ("  abcdef", 4, ["  ab", "cdef"]),
        ("   abcdef", 4, ["  _", "abcd", "ef"]),
        (" a", 1, ["_", "a"]),
        ("ab", 1, ["a", "b"]),
        ("ab", 0, ["a", "b"]),
        ("", 4, [""]),
    ],
)
def test_lines_end_at_blanks_or_inside_words_that_are_too_wide(text: str, limit: float, lines: list[str]) -> None:
    """Blanks end lines, no-break spaces do not; none ends in a hyphen or begins with a dash where it can be helped."""
    assert lines == broken(text, limit)


def test_first_line_leaves_room_for_a_number() -> None:
    """The first line begins further right, and stays empty where the number leaves no room for a word."""
    assert broken("one two three", 7, 4) == ["one_", "two_", "three"]
    assert broken("one two three", 7, 6) == ["", "one two_", "three"]
    assert broken("abcdefghij", 7, 3) == ["", "abcdefg", "hij"]


@given(st.text(st.sampled_from("ab -\N{EN DASH}/\n\u00a0"), max_size=60), st.integers(1, 12), st.integers(0, 12))
def test_no_character_is_lost_and_no_line_too_long(text: str, limit: int, indent: int) -> None:
    """Lines hold the text in order; only blanks and line breaks fall between them, and those that do are told."""
    measures = Measures(lambda _, words: [float(len(word)) for word in words], lambda _: 1.0, 1.0)

    lines = break_lines(text, measures, limit, min(indent, limit))

    between = [text[line.end : following.start] for line, following in itertools.pairwise(lines)]
    assert "".join(text[line.start : line.end] + gap for line, gap in zip(lines, [*between, ""], strict=True)) == text
    assert [gap in {" ", "\n"} for gap in between] == [line.spaced for line in lines[:-1]]
    assert max(len(text[line.start : line.end].rstrip(" ")) for line in lines) <= limit


@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=40), st.integers(6, 20))
def test_each_line_takes_as_many_words_as_fit(words: list[str], limit: int) -> None:
    """Words that fit on a line are set as the standard library's textwrap sets them."""
    text = " ".join(words)

    assert textwrap.wrap(text, limit) == [line.rstrip("_") for line in broken(text, limit)]


def test_each_word_is_measured_once_however_long_the_paragraph_is() -> None:
    """Time grows with the text and no faster: 40 000 words are measured in one go, and no character by itself."""
    measured: list[int] = []

    def words(_: int, given: list[str]) -> list[float]:
        measured.append(len(given))
        return [4.0] * len(given)

    def advance(_: int) -> float:
        raise AssertionError

    lines = break_lines("word " * 39_999 + "word", Measures(words, advance, 1.0), 80)

    assert measured == [40_000]
    assert len(lines) == 2500
    assert lines[-1] == Line(199_920, 199_999, spaced=False)
