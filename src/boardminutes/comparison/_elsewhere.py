"""What one record tells openly and another restricts, wherever either stands."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any, Final

import attrs

from boardminutes.comparison._hiding import WHOLE, Why, fields, hidden, why_restricted, with_fields
from boardminutes.comparison._naming import called, id_of
from boardminutes.model.items import Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Restricted

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 5
"""So many words in a row, which one record has only where it is restricted, tell that a text is of the same matter."""


def without_restricted_elsewhere(meeting: Meeting, other: Meeting) -> Meeting:
    """Return *meeting* with all restricted that *other* restricts and tells nowhere openly.

    It is known by its id or by what it is called; a paragraph by five words in a row, or by all where it has fewer.
    """
    marks = _Marks()
    marks.look(other, None)
    only_restricted = {mark: why for mark, why in marks.restricted.items() if mark not in marks.told}
    return _hidden(meeting, only_restricted) if only_restricted else meeting


class _Marks:
    """By what the elements of a record are known, those that are restricted and those that are told."""

    def __init__(self) -> None:
        self.restricted: dict[Hashable, Why] = {}
        self.told: set[Hashable] = set()

    def look(self, value: object, why: Why | None) -> None:
        """Take in an element and what it holds, which are restricted for *why* unless that is None."""
        if isinstance(value, tuple):
            for one in value:
                self.look(one, why)
        elif isinstance(value, str):
            if why is None:
                self.told.update(_runs(value))
        elif attrs.has(type(value)):
            within = why or why_restricted(value)
            self._take(_marks_of(value), within)
            if isinstance(value, Item):
                self._take(_runs(value.title), within)
                self.told.update(_runs(value.public_title or "") if why is None else ())
            for one in () if isinstance(value, WHOLE) else fields(value).values():
                self.look(one, within)

    def _take(self, marks: Iterator[Hashable], why: Why | None) -> None:
        if why is None:
            self.told.update(marks)
        else:
            for mark in marks:
                self.restricted.setdefault(mark, why)


def _hidden(value: Any, marks: dict[Hashable, Why]) -> Any:  # noqa: ANN401 - anything in a meeting
    if isinstance(value, tuple):
        made = tuple(_hidden(one, marks) for one in value)
        return value if all(one is other for one, other in zip(made, value, strict=True)) else made
    if not attrs.has(type(value)) or why_restricted(value) is not None:
        return value
    why = next((marks[mark] for mark in _marks_of(value) if mark in marks), None)
    if why is not None:
        return hidden(value, why)
    if isinstance(value, WHOLE):
        return value
    return with_fields(value, {name: _hidden(one, marks) for name, one in fields(value).items()})


def _marks_of(value: object) -> Iterator[Hashable]:
    if isinstance(value, WHOLE):
        yield from _runs(str(value))
    elif hasattr(value, "restriction") and not isinstance(value, Restricted):
        for name, found in (("id", id_of(value)), ("called", called(value))):
            if found is not None:
                yield name, type(value), found


def _runs(text: str) -> Iterator[Hashable]:
    words = tuple(_WORD.findall(text.casefold()))
    for start in range(max(1, len(words) - _RUN + 1) if words else 0):
        yield words[start : start + _RUN]
