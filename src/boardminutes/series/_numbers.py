"""Printed numbers that run on from one meeting to the next, and begin anew with the body's year."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Literal, TypeAlias

import attrs

from boardminutes.model.items import Item, reference_name
from boardminutes.model.meeting import Meeting
from boardminutes.series._standing import Standing

NumberField: TypeAlias = Literal["number", "minute_number"]

_DIGITS: Final = re.compile(r"[0-9]{1,9}")
_CENTURY: Final = 100
_SHORT_YEAR: Final = 2


def year_of(day: dt.date, begins: tuple[int, int]) -> int:
    """Return in which calendar year the body's year of *day* began; *begins* is the month and the day."""
    return day.year if (day.month, day.day) >= begins else day.year - 1


@attrs.frozen
class Form:
    """How a number is printed: what stands around it, and the year in it.

    Attributes:
        parts: The texts between the groups of figures, and those groups, in turn; it begins and ends with a text.
        place: Which of the parts is the number.
    """

    parts: tuple[str, ...]
    place: int

    @property
    def value(self) -> int:
        """The number."""
        return int(self.parts[self.place])

    def is_like(self, other: Form) -> bool:
        """Tell whether another number is printed in the same way."""
        return self.place == other.place and self._around() == other._around()

    def _around(self) -> tuple[str, ...]:
        return (*self.parts[: self.place], *self.parts[self.place + 1 :])

    def text(self, value: int, years_on: int) -> str:
        """Return another number in this form, and so many years later."""
        made = [
            self._figures(index, part, value, years_on) if index % 2 else part for index, part in enumerate(self.parts)
        ]
        return "".join(made)

    def _figures(self, index: int, part: str, value: int, years_on: int) -> str:
        if index == self.place:
            return str(value).zfill(len(part)) if part.startswith("0") else str(value)
        return later_year(part, years_on)


def later_year(figures: str, years_on: int) -> str:
    """Return a year of two or four figures so many years later."""
    if len(figures) == _SHORT_YEAR:
        return f"{(int(figures) + years_on) % _CENTURY:02}"
    return str(int(figures) + years_on)


def is_year(figures: str, year: int) -> bool:
    """Tell whether figures name the year of a body that began in *year*, by its first year or its second."""
    return figures in {text for one in (year, year + 1) for text in (str(one), f"{one % _CENTURY:02}")}


def form_of(text: str | None, year: int) -> Form | None:
    """Return the form of a printed number of the body's *year*; None where it has none that can be counted on.

    A number may have the year before it or after it, as '77/25' and '2025/26-77' have; '5.1' holds no one number.
    """
    if text is None:
        return None
    parts = _parted(text)
    figures = parts[1::2]
    for place in (1, len(parts) - 2):
        others = [one for index, one in enumerate(figures) if 2 * index + 1 != place]
        if figures and all(is_year(one, year) for one in others):
            return Form(parts, place)
    return None


def _parted(text: str) -> tuple[str, ...]:
    parts: list[str] = []
    end = 0
    for match in _DIGITS.finditer(text):
        parts.extend([text[end : match.start()], match[0]])
        end = match.end()
    return (*parts, text[end:])


def next_year_text(text: str | None, year: int, years_on: int) -> str | None:
    """Return how the body's year is printed so many years later, as '2026/27' for '2025/26'; None for not known."""
    if text is None or not years_on:
        return text
    parts = _parted(text)
    if len(parts) == 1 or not all(is_year(one, year) for one in parts[1::2]):
        return None
    return "".join(later_year(part, years_on) if index % 2 else part for index, part in enumerate(parts))


@attrs.frozen(eq=False)
class Counted:
    """The numbers of a meeting's items.

    Attributes:
        form: The form of the first.
        values: The numbers that have that form, in order.
        year: The body's year.
    """

    form: Form
    values: tuple[int, ...]
    year: int

    @classmethod
    def of(cls, meeting: Meeting, day: dt.date, field: NumberField, begins: tuple[int, int]) -> Counted | None:
        """Return the numbers of a meeting; None where its items have none."""
        year = year_of(day, begins)
        forms = [form for item in meeting.items if (form := form_of(getattr(item, field), year)) is not None]
        values = tuple(form.value for form in forms if form.is_like(forms[0]))
        return cls(forms[0], values, year) if forms else None


def run_on(counted: Sequence[Counted]) -> bool:
    """Tell whether numbers run on, as they did at the latest two meetings of one year; the latest is the first."""
    for later, earlier in itertools.pairwise(counted):
        if later.year == earlier.year:
            return later.values[0] > max(earlier.values)
    return False


@attrs.define(eq=False)
class Numbers:
    """Gives numbers out.

    Attributes:
        field: Which number of an item it is.
        form: The form of the numbers.
        next: The number to give out next.
        years_on: How many of the body's years after the form it is.
        year: The year of the form.
    """

    field: NumberField
    form: Form
    next: int
    years_on: int
    year: int

    @classmethod
    def following(
        cls, counted: Sequence[Counted], field: NumberField, year: int, *, running: bool | None
    ) -> Numbers | None:
        """Return the numbers that follow; None where there were none.

        Args:
            counted: The numbers of the meetings before, the latest first.
            field: Which number of an item it is.
            year: The body's year at the next meeting.
            running: Whether numbers run on; None for as they did.
        """
        if not counted:
            return None
        latest = counted[0]
        runs = run_on(counted) if running is None else running
        is_same_year = latest.year == year
        first = max(latest.values) + 1 if runs and is_same_year else 1
        return cls(field, latest.form, first, year - latest.year, latest.year)

    def numbered(self, item: Item, standing: Standing | None) -> Item:
        """Return *item* with its number, and its sub-items with theirs.

        Args:
            item: The item.
            standing: How it stood before; None where it is new. Without a number then, it has none now.
        """
        before = None if standing is None else getattr(standing.latest, self.field)
        number = self._given() if standing is None or before is not None else None
        inside = () if standing is None else self._inside(item, standing, number)
        return self._evolved(item, number, inside)

    def _given(self) -> str:
        text = self.form.text(self.next, self.years_on)
        self.next += 1
        return text

    def _inside(self, item: Item, standing: Standing, number: str | None) -> Iterator[Item]:
        """Yield the sub-items; where the number of the item above is part of theirs, it is the new one."""
        above = [getattr(one, self.field) for one in standing.seen]
        stems = sorted((reference_name(one) for one in above if one is not None), key=len, reverse=True)
        for inner, was in zip(item.items, standing.inside, strict=True):
            text = getattr(was.latest, self.field)
            if text is not None and number is not None:
                text = _below(text, stems, reference_name(number))
            yield self._evolved(inner, text, self._inside(inner, was, text))

    def _evolved(self, item: Item, number: str | None, inside: Iterable[Item]) -> Item:
        changes: dict[str, Any] = {self.field: number, "items": tuple(inside)}
        return attrs.evolve(item, **changes)


def _below(text: str, stems: Iterable[str], stem: str) -> str:
    for before in stems:
        rest = text.removeprefix(before)
        if rest != text and not rest[:1].isdigit():
            return f"{stem}{rest}"
    return text
