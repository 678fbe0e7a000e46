"""British English: words, dates, times and lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from boardminutes.model.values import TBC, When

DEFAULT_LANGUAGE: Final = "en-GB"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _frozen(words: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(words))


@attrs.frozen(kw_only=True)
class Wording:
    """The words that a kind uses; a house changes some of them by `words`.

    Attributes:
        language: The language (BCP 47).
        words: Other words for some: the word in English, and what to write instead.
    """

    language: str = DEFAULT_LANGUAGE
    words: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen, hash=False)

    def __deepcopy__(self, memo: object) -> Wording:
        """Return the same words: nobody can change them."""
        return self

    def __call__(self, word: str) -> str:
        """Return what to write for the English *word*."""
        return self.words.get(word, word)

    def date(self, value: dt.date) -> str:
        """Return a day, such as 'Thursday 5 March 2026'."""
        day, month = _DAYS[value.weekday()], _MONTHS[value.month - 1]
        return f"{self(day)} {value.day} {self(month)} {value.year}"

    def time(self, value: dt.time | dt.datetime) -> str:
        """Return a time of day, such as '10 am', '2.30 pm', 'noon'."""
        if (value.hour, value.minute) in {(0, 0), (12, 0)}:
            return self("noon") if value.hour else self("midnight")
        minutes = f".{value.minute:02}" if value.minute else ""
        return f"{value.hour % 12 or 12}{minutes} {self('am') if value.hour < 12 else self('pm')}"  # noqa: PLR2004 - noon

    def when(self, value: When) -> str | None:
        """Return a day and time, 'to be confirmed', or None where it is not known."""
        if value is None:
            return None
        if value is TBC:
            return self("to be confirmed")
        if isinstance(value, dt.datetime):
            return f"{self.date(value)}, {self.time(value)}"
        return self.date(value)

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence, such as 'a, b and c'."""
        *first, last = words
        return f"{', '.join(first)} {self('and')} {last}" if first else last
