"""How a language writes dates, times, lists and plurals."""

from __future__ import annotations

import datetime as dt
import functools
import gettext
import importlib.resources
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from boardminutes.errors import MissingDependencyError, Problem, UnknownLanguageError, WordingError
from boardminutes.wording import patterns
from boardminutes.wording.messages import placeholders
from boardminutes.wording.tags import nearest

_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*(?P<forms>[1-9])\s*;\s*plural\s*=\s*(?P<rule>[^;]+);?\s*")
_EITHER = "a(c)"  # how CLDR writes the Welsh 'and', whose form the next word decides
_WELSH_VOWEL = re.compile(r"\W*(?:[aeiouâêîôûŵŷáéíóúàèìòùäëïöüæœ]|y[^\Waeiouwy]|(?:1|8|11)(?!\d))", re.IGNORECASE)
_DAYS, _MONTHS, _HALVES = 7, 12, 2
_COUNTED = 200


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen(kw_only=True)
class Conventions:
    """How a language writes dates, times, lists and plurals.

    Patterns of dates and times are those of the Unicode CLDR (Unicode Technical Standard 35, part 4): `EEEE` is the day
    of the week, `d` the day of the month, `MMMM` the month, `y` the year; `H` or `h` the hour of 24 or of 12, `mm` the
    minute, `a` the half of the day; what is between single quotes stands as it is.

    Attributes:
        days: The names of the days, Monday first.
        months: The names of the months.
        date: The pattern of a day, such as `"EEEE d MMMM y"`.
        first_of_month: What is written for the first day of a month, such as the French `"1er"`; None for `1`.
        time: The pattern of a time of day, such as `"HH:mm"`.
        whole_hour: The pattern of a time at a whole hour; None where it is that of any time.
        day_periods: What `a` stands for: before noon, and from noon on.
        noon: What is written for twelve o'clock in the day; None for a time like any other.
        midnight: What is written for the beginning of a day; None for a time like any other.
        date_time: How a day and a time are joined: a text with `{date}` and `{time}`.
        between: What stands between two entries of a list, unless the second is the last.
        before_last: What stands before the last of three or more.
        between_two: What stands between the two of a list of two.
        plural_forms: How a number chooses a plural form, as gettext writes it (GNU gettext manual, 'Plural forms'):
            `"nplurals=2; plural=(n != 1)"`.
    """

    days: tuple[str, ...] = attrs.field(converter=_names)
    months: tuple[str, ...] = attrs.field(converter=_names)
    date: str
    first_of_month: str | None = None
    time: str
    whole_hour: str | None = None
    day_periods: tuple[str, ...] = attrs.field(default=("am", "pm"), converter=_names)
    noon: str | None = None
    midnight: str | None = None
    date_time: str = "{date}, {time}"
    between: str = ", "
    before_last: str
    between_two: str
    plural_forms: str = "nplurals=2; plural=(n != 1)"

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be written with.

        Raises:
            WordingError: With all that is wrong.
        """
        problems = tuple(_problems(self))
        if problems:
            raise WordingError(problems)

    @classmethod
    def of(cls, language: str) -> Conventions:
        """Return how *language*, a tag such as `"cy"`, writes.

        For the languages that the library has words in (see `boardminutes.language_names`) they come with it: those of
        the CLDR, and our house's form for British English. For any other they come from Babel, which the extra
        `languages` installs.

        Raises:
            UnknownLanguageError: Babel does not know the language either.
            WordingError: The language writes dates or lists in a way that these patterns do not cover.
            MissingDependencyError: The extra is not installed.
        """
        known = shipped()
        found = nearest(language, known)
        if found is not None:
            return known[found]
        try:
            from boardminutes.wording import _from_babel  # noqa: PLC0415 - only who adds a language needs Babel
        except ModuleNotFoundError as error:
            raise MissingDependencyError("languages") from error
        texts = _from_babel.texts(language)
        if texts is None:
            raise UnknownLanguageError(language, known)
        return cls(**texts)

    def date_text(self, value: dt.date) -> str:
        """Return a day, such as 'Thursday 5 March 2026'."""
        first = self.first_of_month if value.day == 1 else None
        return patterns.date_text(
            self.date,
            value,
            weekday=self.days[value.weekday()],
            month=self.months[value.month - 1],
            day=first or str(value.day),
        )

    def time_text(self, value: dt.time | dt.datetime) -> str:
        """Return a time of day, such as '10 am', '2.30 pm', 'noon'; seconds are not shown."""
        named = {(0, 0): self.midnight, (12, 0): self.noon}.get((value.hour, value.minute))
        if named is not None:
            return named
        pattern = self.time if value.minute or self.whole_hour is None else self.whole_hour
        afternoon = value.hour >= 12  # noqa: PLR2004 - noon
        return patterns.time_text(pattern, value, day_period=self.day_periods[afternoon])

    def date_time_text(self, value: dt.datetime) -> str:
        """Return a day and a time, such as 'Thursday 5 March 2026, 2.30 pm'."""
        return self.date_time.replace("{date}", self.date_text(value)).replace("{time}", self.time_text(value))

    def separators(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return what stands between the *texts* of a list in a sentence: one fewer than there are texts."""
        last = len(texts) - 1
        if last == 1:
            return (_resolved(self.between_two, texts[1]),)
        return tuple(
            _resolved(self.before_last if index == last else self.between, texts[index])
            for index in range(1, len(texts))
        )

    @property
    def forms(self) -> int:
        """How many forms a word has for numbers."""
        return _plural_rule(self.plural_forms)[0]

    def form(self, number: int) -> int:
        """Return which form, counted from nought, stands with a *number*.

        Where the rule names a form that is not there it is the first, as in GNU gettext.
        """
        forms, rule = _plural_rule(self.plural_forms)
        try:
            chosen = rule(number)
        except ArithmeticError:
            return 0
        return chosen if 0 <= chosen < forms else 0


def _resolved(separator: str, following: str) -> str:
    """Return a separator as it stands before a word: in Welsh 'ac' before a vowel, 'a' before a consonant."""
    if _EITHER not in separator:
        return separator
    return separator.replace(_EITHER, "ac" if _WELSH_VOWEL.match(following) else "a")


@functools.lru_cache(maxsize=32)
def _plural_rule(text: str) -> tuple[int, Callable[[int], int]]:
    """Return the number of forms and the rule; ValueError where the text is no such rule."""
    match = _PLURAL_FORMS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return int(match["forms"]), gettext.c2py(match["rule"])


def _problems(conventions: Conventions) -> Iterable[Problem]:
    for name, number in (("days", _DAYS), ("months", _MONTHS), ("day_periods", _HALVES)):
        given = getattr(conventions, name)
        if len(given) != number:
            yield Problem(name, f"must be {number} names, got {len(given)}")
    for name, known in (
        ("date", patterns.DATE_FIELDS),
        ("time", patterns.TIME_FIELDS),
        ("whole_hour", patterns.TIME_FIELDS),
    ):
        pattern = getattr(conventions, name)
        unknown = sorted(patterns.fields(pattern or "") - known)
        if unknown:
            yield Problem(name, f"must have no field but {', '.join(sorted(known))}, got {', '.join(unknown)}")
        if pattern is not None and not patterns.fields(pattern):
            yield Problem(name, f"must be a pattern such as 'EEEE d MMMM y' or 'HH:mm', got {pattern!r}")
    if placeholders(conventions.date_time) != {"date", "time"}:
        yield Problem("date_time", f"must hold {{date}} and {{time}}, got {conventions.date_time!r}")
    for name in ("between", "before_last", "between_two"):
        separator = getattr(conventions, name)
        if "{" in separator:
            yield Problem(name, f"must be what stands between two entries, got {separator!r}")
    if not _is_plural_rule(conventions.plural_forms):
        message = f"must be like 'nplurals=2; plural=(n != 1)', got {conventions.plural_forms!r}"
        yield Problem("plural_forms", message)


def _is_plural_rule(text: str) -> bool:
    """Tell whether a text is a rule that gives one of its forms for every number of the size that is counted."""
    try:
        forms, rule = _plural_rule(text)
        return all(0 <= rule(number) < forms for number in range(_COUNTED))
    except (ValueError, ArithmeticError):
        return False


_HOUSE: Final[Mapping[str, Mapping[str, Any]]] = {
    "en-GB": {
        "date": "EEEE d MMMM y",
        "time": "h.mm a",
        "whole_hour": "h a",
        "noon": "noon",
        "midnight": "midnight",
        "date_time": "{date}, {time}",
    },
    "fr": {"first_of_month": "1er"},
}
"""Where we write otherwise than the CLDR says."""


@functools.lru_cache(maxsize=1)
def shipped() -> Mapping[str, Conventions]:
    """Return the conventions of the languages that come with the library, by their tags, sorted."""
    data = json.loads(importlib.resources.files(__package__).joinpath("cldr.json").read_text("utf-8"))
    return {tag: Conventions(**{**texts, **_HOUSE.get(tag, {})}) for tag, texts in data.items()}
