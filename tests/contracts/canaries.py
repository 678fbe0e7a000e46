"""Meetings in which every text holds a word that stands nowhere else, and tells whether the public may see it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.testing import strategies

SECRET: Final = "Quillfeather"  # noqa: S105 - a word, not a password
"""What each word begins with that stands where the public may not look."""

OPEN: Final = "Tidegauge"
"""What each word begins with that stands where the public may look."""

GROUND: Final = "Bylawclause"
"""What each word begins with that tells why something restricted is so: of what is left out it may be seen or not."""

_KEPT: Final = {"language", "timezone"}  # tags, which no word can stand in
_PUBLIC_OF_AN_ITEM: Final = {"number", "minute_number", "section", "public_title", "restriction"}
_REFERENCES: Final = {
    (bm.Attendee, "items"), (bm.Attendee, "arrived"), (bm.Attendee, "left"), (bm.ItemAttendance, "item"),
    (bm.Declaration, "item"), (bm.Action, "origin_item"), (bm.Correction, "item"),
}  # fmt: skip
_LINKS: Final = {"url", "join_url", "link"}


def meetings(*, restricted: bool = True) -> st.SearchStrategy[bm.Meeting]:
    """Return meetings in which every text holds a canary; those with *restricted* matter are likely to have a lot."""
    drawn = strategies.meetings(texts=st.just("a"), restricted=restricted)
    return st.builds(with_canaries, drawn, st.randoms(use_true_random=False).map(lambda random: random.choice))


def with_canaries(meeting: bm.Meeting, choose: Callable[[list[str]], str]) -> bm.Meeting:
    """Return *meeting* with a word of its own in every text.

    Args:
        meeting: The meeting.
        choose: Chooses what a reference to an item refers to, among the names of all items.
    """
    marked = _Marking().marked(meeting, "", OPEN)
    names = [name for item in marked.walk() for name in (item.id, item.number, item.minute_number) if name is not None]
    return _with_references(marked, lambda: choose(names) if names else f"{OPEN}000000")


class _Marking:
    """Puts words into texts, none of them twice."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def marked(self, value: Any, field: str, word: str) -> Any:  # noqa: ANN401 - whatever a field holds
        """Return *value* with new words that begin with *word*."""
        if isinstance(value, tuple):
            return tuple(self.marked(one, field, word) for one in value)
        if isinstance(value, str):
            return value if field in _KEPT or value.isspace() else self._text(field, word)
        if not attrs.has(type(value)):
            return value
        restricted = getattr(value, "restriction", None) is not None or isinstance(value, bm.Restricted)
        inside = SECRET if restricted else word
        changes = {}
        for one in attrs.fields(type(value)):
            own = inside
            if restricted and one.name == "restriction":
                own = GROUND
            if isinstance(value, bm.Item) and restricted and one.name in _PUBLIC_OF_AN_ITEM:
                own = word
            changes[one.alias] = self.marked(getattr(value, one.name), one.name, own)
        return attrs.evolve(value, **changes)

    def _text(self, field: str, word: str) -> str:
        own = f"{word}{next(self._numbers):06d}"
        if field in _LINKS:
            return f"https://example.org/{own}"
        return f"{own}@example.org" if field == "email" else own


def _of_another_meeting() -> str:
    """Return what an item of another meeting is called."""
    return f"{OPEN}000000"


def _with_references(value: Any, name: Callable[[], str]) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, tuple):
        return tuple(_with_references(one, name) for one in value)
    if not attrs.has(type(value)):
        return value
    if isinstance(value, bm.PreviousMinutes):
        name = _of_another_meeting
    changes = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if (type(value), field.name) not in _REFERENCES:
            changes[field.alias] = _with_references(held, name)
        elif isinstance(held, tuple):
            changes[field.alias] = tuple(name() for _ in held)
        elif isinstance(held, str):
            changes[field.alias] = name()
    return attrs.evolve(value, **changes)


def words_of(value: object, beginning: str) -> Iterator[str]:
    """Yield the words that begin so, wherever they stand in *value*, but for identifiers, which are for programs."""
    if isinstance(value, tuple):
        for one in value:
            yield from words_of(one, beginning)
    elif isinstance(value, str):
        at = value.find(beginning)
        if at >= 0:
            yield value[at : at + len(beginning) + 6]
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in {"id", "meeting_id"}:
                yield from words_of(getattr(value, field.name), beginning)
