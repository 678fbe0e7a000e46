"""Printed numbers, and which of the lines that hold nothing else begin an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

_PRINTED = re.compile(
    r"\(?(?P<prefix>[A-Z]{0,5}[./ ]?)(?P<figures>\d{1,4}(?:[./]\d{1,4}){0,3})(?P<letter>[a-z]?)[.):]?"
)
_LONGEST = 20


@attrs.frozen
class Printed:
    """A number as printed.

    Attributes:
        figures: Its numbers in order.
        letter: The letter after them, or nothing.
        shape: How it is printed: its signs, without figures and letter.
        prefix: The letters before it.
    """

    figures: tuple[int, ...]
    letter: str
    shape: str
    prefix: str = ""

    @property
    def slashed(self) -> bool:
        """Whether it is of the form '77/21'."""
        return "/" in self.shape

    @property
    def is_bare(self) -> bool:
        """Whether it is a figure and nothing else, as in a table."""
        return not (self.shape or self.prefix)

    def alike(self, other: Printed) -> bool:
        """Tell whether two numbers are printed in one style; '3a' and '5.1' are of the style of '3' and '5.'."""
        if self.prefix != other.prefix or self.slashed != other.slashed:
            return False
        if self.shape == other.shape or self.slashed:
            return self.shape == other.shape
        return any(one.letter or len(one.figures) > 1 for one in (self, other))

    def after(self, other: Printed) -> bool:
        """Tell whether this number comes later than *other*."""
        if self.slashed:
            return self._single_step(other) > 0
        return (self.figures, self.letter) > (other.figures, other.letter)

    def follows(self, other: Printed) -> bool:
        """Tell whether this number is the very next after *other*."""
        if self.slashed:
            return self._single_step(other) == 1
        if self.figures == other.figures:
            return bool(self.letter) and ord(self.letter) == ord(other.letter or "`") + 1
        first = other.figures[0]
        nexts = {(*other.figures[:-1], other.figures[-1] + 1), (*other.figures, 1), (first + 1,), (first + 1, 1)}
        return self.figures in nexts and self.letter in {"", "a"}

    def _single_step(self, other: Printed) -> int:
        pairs = zip(self.figures, other.figures, strict=False)
        steps = [mine - theirs for mine, theirs in pairs if mine != theirs]
        return steps[0] if len(steps) == 1 and len(self.figures) == len(other.figures) else 0


def printed(text: str) -> Printed | None:
    """Return the printed number that *text* is, None where it is something else."""
    if len(text) > _LONGEST:
        return None
    match = _PRINTED.fullmatch(text)
    if not match:
        return None
    shape = "".join(sign for sign in text if sign in "/.():")
    figures = tuple(int(one) for one in re.split("[./]", match["figures"]))
    inner = match["figures"].count(".")
    return Printed(figures, match["letter"], shape.replace(".", "", inner), match["prefix"])


@attrs.frozen
class NumberLine:
    """A line that holds a number and nothing else.

    Attributes:
        at: Its place among the lines.
        number: The number.
        titled: Whether a line that can be a title comes next.
        headed: Whether that line looks like a title and nothing announces points before the number.
        labelled: Whether a label such as 'Additional documents:' comes before the next number line.
        told: Whether the label of minutes or decisions comes before the next number line.
    """

    at: int
    number: Printed
    titled: bool
    headed: bool = False
    labelled: bool = False
    told: bool = False


def item_starts(candidates: Sequence[NumberLine]) -> tuple[int, ...]:
    """Return the places of the number lines that begin items; the others number points inside an item.

    The first number line sets the style. A line begins an item where its number goes on from the item before;
    where it also goes on from points inside that item ('1', '2'), what comes after decides.
    """
    starts: list[int] = []
    style: Printed | None = None
    item: Printed | None = None  # the number of the item that is open
    point: Printed | None = None  # the number of the last point inside it
    seen: set[tuple[tuple[int, ...], str]] = set()
    told = False  # whether the minutes of that item have begun
    breaks = _run_ends(candidates)
    for index, line in enumerate(candidates):
        number = line.number
        if style is None or item is None:
            begins = line.titled
        elif not line.titled or not number.alike(style):
            begins = False
        elif point is not None and number.follows(point) and number.alike(point):
            end = breaks[index]
            twin = end < len(candidates) and candidates[end].number.figures == number.figures
            begins = number.after(item) and line.labelled and line.headed and not twin
        elif number.follows(item):
            begins = line.labelled or line.headed or not told or not number.is_bare
        elif number.after(item):
            begins = line.labelled or (line.headed and point is None and not (told and number.is_bare))
        else:
            fresh = (number.figures, number.letter) not in seen and number.figures != (1,)  # points begin with 1
            begins = line.labelled and line.headed and point is None and fresh
        if begins:
            starts.append(line.at)
            style = style or number
            item, point, told = number, None, line.told
            seen.add((number.figures, number.letter))
        elif item is not None:
            point = number
            told = told or line.told
    return tuple(starts)


def _run_ends(candidates: Sequence[NumberLine]) -> list[int]:
    """Return for each line the place after the run of consecutive numbers that it belongs to."""
    ends = [len(candidates)] * len(candidates)
    for index in range(len(candidates) - 2, -1, -1):
        this, following = candidates[index].number, candidates[index + 1].number
        ends[index] = ends[index + 1] if following.follows(this) and following.alike(this) else index + 1
    return ends
