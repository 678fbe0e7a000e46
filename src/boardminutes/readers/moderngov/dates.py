"""Days and times in running words, in English and Welsh."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "ionawr"), ("february", "chwefror"), ("march", "mawrth"), ("april", "ebrill"),
            ("may", "mai"), ("june", "mehefin"), ("july", "gorffennaf"), ("august", "awst"),
            ("september", "medi"), ("october", "hydref"), ("november", "tachwedd"), ("december", "rhagfyr"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "dydd llun"), ("tuesday", "dydd mawrth"), ("wednesday", "dydd mercher"),
            ("thursday", "dydd iau"), ("friday", "dydd gwener"), ("saturday", "dydd sadwrn"), ("sunday", "dydd sul"),
        )
    )
    for name in names
}  # fmt: skip

# The names in (?a:…), because else a dotless i would pass for an i, and make a name that the table has not.
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?\s{1,3}(?:of\s{1,3})?"
    rf"(?P<month>(?a:{'|'.join(_MONTHS)}))\b(?:,?\s{{1,3}}(?P<year>\d{{4}})\b)?"
    r"|\b(?P<day2>\d{1,2})/(?P<month2>\d{1,2})/(?P<year2>\d{4})\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s{0,2}(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<hour24>\d{1,2}):(?P<minute24>\d{2})\b"
    r"|\b(?:12(?:\.00)?\s{0,2})?(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)
_NOON = 12


@attrs.frozen
class Found:
    """A day in a text.

    Attributes:
        day: The day.
        start: Where its words begin.
        end: Where they end.
    """

    day: dt.date
    start: int
    end: int


def days_in(text: str) -> tuple[Found, ...]:
    """Return the days that *text* names, in order; a day without a year takes the year of the next day that has one.

    A day for which no year is known is left out.
    """
    found: list[Found] = []
    year: int | None = None
    for match in reversed(list(_DAY.finditer(text))):
        if match["day2"]:
            numbers = (int(match["year2"]), int(match["month2"]), int(match["day2"]))
        else:
            year = int(match["year"]) if match["year"] else year
            if year is None:
                continue
            numbers = (year, _MONTHS[match["month"].casefold()], int(match["day"]))
        try:
            found.append(Found(dt.date(*numbers), match.start(), match.end()))
        except ValueError:
            continue
    return tuple(reversed(found))


def time_in(text: str) -> tuple[dt.time, int, int] | None:
    """Return the first time of day in *text*, where its words begin and where they end."""
    for match in _TIME.finditer(text):
        if match["noon"]:
            return dt.time(_NOON), match.start(), match.end()
        hour, minute = int(match["hour"] or match["hour24"]), int(match["minute"] or match["minute24"] or 0)
        if match["half"]:
            if not 1 <= hour <= _NOON:
                continue
            hour = hour % _NOON + (_NOON if match["half"] in "pP" else 0)
        try:
            return dt.time(hour, minute), match.start(), match.end()
        except ValueError:
            continue
    return None
