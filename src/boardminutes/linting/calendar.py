"""Days in running words with the weekday that is said of them, in English and Welsh."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

# Full names, then short ones; of the Welsh ones also the forms that follow 'nos' and 'o' (soft mutation).
_WEEKDAYS: Final = (
    ("monday", "llun", "lun"), ("tuesday", "mawrth", "fawrth"), ("wednesday", "mercher", "fercher"),
    ("thursday", "iau"), ("friday", "gwener", "wener"), ("saturday", "sadwrn"), ("sunday", "sul"),
)  # fmt: skip
_SHORT_WEEKDAYS: Final = (
    ("Mon",), ("Tue", "Tues"), ("Wed", "Weds"), ("Thu", "Thur", "Thurs"), ("Fri",), ("Sat",), ("Sun",),
)  # fmt: skip
_MONTHS: Final = (
    ("january", "jan", "ionawr", "ion"), ("february", "feb", "chwefror", "chwef"),
    ("march", "mar", "mawrth", "fawrth", "maw"), ("april", "apr", "ebrill", "ebr"), ("may", "mai", "fai"),
    ("june", "jun", "mehefin", "fehefin", "meh"), ("july", "jul", "gorffennaf", "orffennaf", "gorff"),
    ("august", "aug", "awst"), ("september", "sep", "sept", "medi", "fedi"),
    ("october", "oct", "hydref", "hyd"), ("november", "nov", "tachwedd", "dachwedd", "tach"),
    ("december", "dec", "rhagfyr", "ragfyr", "rhag"),
)  # fmt: skip


def _numbered(names: Iterable[tuple[str, ...]], start: int) -> dict[str, int]:
    return {name.casefold(): number for number, group in enumerate(names, start=start) for name in group}


_WEEKDAY_NUMBERS: Final = {**_numbered(_WEEKDAYS, 0), **_numbered(_SHORT_WEEKDAYS, 0)}
_MONTH_NUMBERS: Final = _numbered(_MONTHS, 1)
WEEKDAY_NAMES: Final = tuple(group[0].capitalize() for group in _WEEKDAYS)


def _any_of(names: Iterable[tuple[str, ...]]) -> str:
    return "|".join(sorted((name for group in names for name in group), key=len, reverse=True))


# Names in (?a:…), because else a dotless i would pass for an i; short weekdays need their capital: 'the board sat'.
_WEEKDAY_WORD: Final = (
    rf"\b(?:(?a:d?dydd|nos)\s{{1,3}})?(?P<weekday>(?a:{_any_of(_WEEKDAYS)})|(?a-i:{_any_of(_SHORT_WEEKDAYS)}))\b\.?"
)
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"
_MONTH: Final = rf"(?P<month>(?a:{_any_of(_MONTHS)}))\b\.?"
_YEAR: Final = r"(?P<year>[0-9]{4})\b"
_DAY_FIRST: Final = rf"{_DAY}\s{{1,3}}(?:of\s{{1,3}}|o\s{{1,3}})?{_MONTH},?\s{{1,3}}{_YEAR}"
_MONTH_FIRST: Final = rf"{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}"
_FIGURES: Final = r"(?P<one>[0-9]{1,2})[/.](?P<other>[0-9]{1,2})[/.](?P<year>[0-9]{4})\b"
_ISO: Final = r"(?P<year>[0-9]{4})-(?P<month_number>[0-9]{2})-(?P<day>[0-9]{2})\b"
_BETWEEN: Final = r"[\s,]{0,3}\(?(?:the\s{1,3})?"
_WITH_WEEKDAY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for form in (_DAY_FIRST, _MONTH_FIRST, _FIGURES, _ISO)
    for pattern in (rf"{_WEEKDAY_WORD}{_BETWEEN}{form}", rf"\b{form}\s{{0,3}}\({_WEEKDAY_WORD}\)")
)
_DAYS: Final = tuple(re.compile(rf"\b{form}", re.IGNORECASE) for form in (_DAY_FIRST, _MONTH_FIRST))
_YEAR_ALONE: Final = re.compile("[0-9]{4}")
_WEEKDAY_ALONE: Final = re.compile(_WEEKDAY_WORD, re.IGNORECASE)
_LATE_DAY: Final = re.compile("29|3[01]")


@attrs.frozen
class SaidDay:
    """A day of which a text says the weekday.

    Attributes:
        text: The words, such as 'Tuesday 5 March 2026'.
        weekday: The weekday that is said, Monday being 0.
        days: The days that can be meant: none where there is no such day, two for figures such as 5/3/2026.
    """

    text: str
    weekday: int
    days: tuple[dt.date, ...]


def said_days(text: str) -> Iterator[SaidDay]:
    """Yield each day of which *text* says the weekday."""
    if _YEAR_ALONE.search(text) is None or _WEEKDAY_ALONE.search(text) is None:
        return
    for pattern in _WITH_WEEKDAY:
        for match in pattern.finditer(text):
            yield SaidDay(_one_line(match[0]), _WEEKDAY_NUMBERS[match["weekday"].casefold()], tuple(_days(match)))


def days_that_are_none(text: str) -> Iterator[str]:
    """Yield the words of each day in *text* that its month has not, such as '31 April 2026'."""
    if _YEAR_ALONE.search(text) is None or _LATE_DAY.search(text) is None:
        return
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if _LATE_DAY.fullmatch(match["day"]) and int(match["year"]) and not list(_days(match)):
                yield _one_line(match[0])


def _days(match: re.Match[str]) -> Iterator[dt.date]:
    parts = match.groupdict()
    year = int(match["year"])
    if "one" in parts:
        one, other = int(match["one"]), int(match["other"])
        readings = [(year, other, one), (year, one, other)]
    elif "month_number" in parts:
        readings = [(year, int(match["month_number"]), int(match["day"]))]
    else:
        readings = [(year, _MONTH_NUMBERS[match["month"].casefold()], int(match["day"]))]
    for reading in dict.fromkeys(readings):
        try:
            yield dt.date(*reading)
        except ValueError:
            continue


def _one_line(text: str) -> str:
    return " ".join(text.split())
