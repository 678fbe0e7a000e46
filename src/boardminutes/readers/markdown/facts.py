"""What is known of a meeting besides its items."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from boardminutes.model.meeting import NextMeeting
from boardminutes.model.people import Attendee, Contact
from boardminutes.model.values import MinutesStatus, ToBeConfirmed
from boardminutes.readers import Consumed, Skipped
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Node
from boardminutes.readers.moderngov.dates import WEEKDAYS, time_in
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.vocabulary import plain

TITLE: Final = "the title of the document"
"""The path of lines that hold it, until it is known what becomes of it."""

_ENDS = " \t\xa0,;:.()–—-"
_ZONES = frozenset({"utc", "gmt", "z"})
_BETWEEN = re.compile(r"\b(?:at|from|on)\b|[@]")


@attrs.define
class Facts:
    """What is known of the meeting besides its items; see `Meeting` for the fields of the same names.

    Attributes:
        day: The day.
        time: The time of day at which it was to begin.
        is_utc: Whether that time is in UTC.
        moment: Both, as front matter says them in one.
        names_people: Whether it is known who came: somebody is named, or the document says that nobody did.
        rolls: The lines of the tables that became people.
    """

    title: str | None = None
    body: str | None = None
    day: dt.date | None = None
    time: dt.time | None = None
    is_utc: bool = False
    moment: dt.datetime | None = None
    venue: str | ToBeConfirmed | None = None
    chair: str | None = None
    minutes_status: MinutesStatus | None = None
    contact: Contact | None = None
    label: str | None = None
    language: str | None = None
    people: dict[str, Attendee] = attrs.field(factory=dict)
    names_people: bool = False
    rolls: set[tuple[int, ...]] = attrs.field(factory=set)
    next_meetings: list[NextMeeting] = attrs.field(factory=list)
    preamble: list[Node] = attrs.field(factory=list)
    consumed: list[Consumed] = attrs.field(factory=list)
    skipped: list[Skipped] = attrs.field(factory=list)
    _places: dict[str, int] = attrs.field(factory=dict)

    @property
    def start(self) -> dt.datetime | dt.date | None:
        """When the meeting was to begin."""
        if self.moment is not None:
            return self.moment
        if self.day is None or self.time is None:
            return self.day
        return dt.datetime.combine(self.day, self.time, dt.UTC if self.is_utc else None)

    def account(self, numbers: Iterable[int], path: str) -> None:
        """Say what lines became."""
        self.consumed.extend(Consumed(number, path) for number in numbers)

    def add_people(self, found: Sequence[Attendee], numbers: Sequence[int]) -> None:
        """Add people, each once: who stands in two lists keeps what the first says, and the second adds to it."""
        self.names_people = self.names_people or bool(found)
        for one in found:
            known = self.people.get(one.name)
            self.people[one.name] = one if known is None else _merged(known, one)
            index = self._places.setdefault(one.name, len(self._places))
            self.account(numbers, f"attendees[{index}]")

    def dated(self, text: str) -> str:
        """Take day and time from *text*, unless others are known; return the words that are neither."""
        found = day_in(text)
        rest = text
        if found is not None and self.day in {None, found.day}:
            self.day = found.day
            rest = f"{text[: found.start]} {text[found.end :]}"
        return self.timed(rest)

    def timed(self, text: str) -> str:
        """Take a time of day from *text*, if none is known; return the words that are none."""
        time = time_in(text)
        if time is None or self.time is not None:
            return without_weekday(text)
        self.time = time[0]
        words = without_weekday(f"{text[: time[1]]} {text[time[2] :]}")
        self.is_utc = plain(words) in _ZONES
        return "" if self.is_utc else words


def _merged(known: Attendee, one: Attendee) -> Attendee:
    return attrs.evolve(
        known,
        role=known.role or one.role,
        office=known.office or one.office,
        presence=known.presence or one.presence,
        category=known.category or one.category,
    )


def without_weekday(text: str) -> str:
    """Return *text* without the names of weekdays, words such as 'on', and the signs at its ends."""
    words = [word for word in one_line(_BETWEEN.sub(" ", text)).split() if plain(word.strip(_ENDS)) not in WEEKDAYS]
    return " ".join(words).strip(_ENDS)
