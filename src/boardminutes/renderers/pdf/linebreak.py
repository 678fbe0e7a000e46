"""Lines from words: greedy, ragged right, in time that grows with the text and no faster.

A line ends at a blank, or at a line break in the text, or inside a word that is wider than a whole line. A no-break
space never ends a line. Nor does a hyphen that a blank follows, or a lone hyphen: programs that take text from a PDF
drop a hyphen at the end of a line, in the belief that a printer set it there. A dash between blanks begins no line, as
printers have it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

_NEARLY_NOTHING: Final = 1e-4
_SHORT: Final = 48
"""A text that is shorter is measured in one piece first: most labels, headings and cells fit on one line."""

_DASHES: Final = frozenset("-\N{EN DASH}\N{EM DASH}")

_GOOD_PLACES: Final = frozenset("/?&=#_.,;:@+)]")
"""After these a word that is too wide, such as an address, is cut for preference."""


class Line(NamedTuple):
    """One line.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; the blank or line break that ended it is left out.
        spaced: Whether a blank stood between it and the next, which is painted so that words stay apart when read.
    """

    start: int
    end: int
    spaced: bool


class Measures(NamedTuple):
    """How wide things are, in parts of the font size.

    Attributes:
        words: The widths of words, the first of which begins at a place of the text.
        advance: The width of the character at a place of the text.
        space: The width of a blank.
    """

    words: Callable[[int, list[str]], list[float]]
    advance: Callable[[int], float]
    space: float


def break_lines(text: str, measures: Measures, limit: float, indent: float = 0.0) -> list[Line]:
    """Break *text* into lines that are at most *limit* wide, the first by *indent* less."""
    first = limit - indent
    if len(text) < _SHORT and "\n" not in text and measures.words(0, [text])[0] <= first:
        return [Line(0, len(text), spaced=False)]
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        words = paragraph.split(" ")
        widths = measures.words(start, words)
        if "-" in paragraph or not _DASHES.isdisjoint(words) or "" in words or max(widths) > first:
            lines += _broken(text, (start, end), widths, measures, (first, limit))
        else:
            lines += _filled(start, words, [width + measures.space for width in widths], measures.space, (first, limit))
        lines.append(Line(lines.pop().start, end, spaced=end < len(text)))
        first = limit
        start = end + 1
    return lines


def _filled(
    start: int, words: list[str], advances: list[float], space: float, limits: tuple[float, float]
) -> Iterator[Line]:
    """Yield the lines of words each of which fits on a line and may end one; `_broken` yields the same, more slowly."""
    reached = list(accumulate(advances))
    limit, later = (one + space + _NEARLY_NOTHING for one in limits)
    opening, before = 0, 0.0
    while opening < len(words):
        following = bisect_right(reached, before + limit, opening)
        end = start + sum(map(len, words[opening:following])) + following - opening
        yield Line(start, end - 1, spaced=True)
        start, opening, before, limit = end, following, reached[following - 1], later


def _broken(
    text: str, paragraph: tuple[int, int], widths: list[float], measures: Measures, limits: tuple[float, float]
) -> Iterator[Line]:
    start, end = paragraph
    words = text[start:end].split(" ")
    limit, later = (one + _NEARLY_NOTHING for one in limits)
    glued = _glued(words)
    space = measures.space
    here = start  # where the word at hand begins
    opening = 0  # the first word of the line
    reached = 0.0
    for index, word in enumerate(words):
        width = widths[index]
        while word and reached + width > limit:
            if index > opening:
                back = _last_break(index, opening, glued)
                place = here - sum(len(one) + 1 for one in words[back:index])
                yield Line(start, place - 1, spaced=True)
                start, opening, limit = place, back, later
                reached = sum(widths[back:index]) + (index - back) * space
            elif 0 < reached > limit / 2:  # blanks have taken most of the line
                yield Line(start, here - 1, spaced=True)
                start, reached, limit = here, 0.0, later
            elif limit < later:
                yield Line(start, start, spaced=False)
                limit = later
            else:
                cuts, width = _cuts(text, (here, here + len(word)), measures.advance, (limit - reached, limit))
                for cut in cuts:
                    yield Line(start, cut, spaced=False)
                    start = cut
                reached = 0.0
                break
        if index == opening and not word:
            opening += 1  # blanks at the beginning of a line are no word to break after
        reached += width + space
        here += len(word) + 1
    yield Line(start, here - 1, spaced=False)


def _glued(words: list[str]) -> frozenset[int]:
    """Return the indexes of the words before which no line may begin: none ends in a hyphen or begins with a dash."""
    return frozenset(
        index for index in range(1, len(words)) if words[index - 1].endswith("-") or words[index] in _DASHES
    )


def _last_break(index: int, opening: int, glued: frozenset[int]) -> int:
    back = index
    while back > opening and back in glued:
        back -= 1
    return back if back > opening else index


def _cuts(
    text: str, word: tuple[int, int], advance: Callable[[int], float], rooms: tuple[float, float]
) -> tuple[list[int], float]:
    """Return where to cut a word that is wider than a line, and how wide its last piece is."""
    begin, end = word
    room, later = rooms
    cuts: list[int] = []
    reached = 0.0
    good = begin
    for place in range(begin, end):
        width = advance(place)
        if reached + width > room and place > begin:
            cut = good if good - begin > (place - begin) // 2 else _before_hyphens(text, begin, place)
            cuts.append(cut)
            reached = sum(map(advance, range(cut, place)))
            begin, room = cut, later
        reached += width
        if text[place] in _GOOD_PLACES:
            good = place + 1
    return cuts, reached


def _before_hyphens(text: str, begin: int, place: int) -> int:
    for cut in (place, place - 1, place - 2):
        if cut > begin and text[cut - 1] != "-":
            return cut
    return place
