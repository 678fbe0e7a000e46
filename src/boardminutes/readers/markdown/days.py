"""Days and times as such minutes write them: '2026-03-05' and 'March 5, 2026' besides the forms of running words."""

from __future__ import annotations

import datetime as dt
import re

from boardminutes.readers.moderngov.dates import Found, days_in

_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_MONTH_FIRST = re.compile(
    r"\b(?P<month>(?a:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LOOKED_AT = 300


def day_in(text: str) -> Found | None:
    """Return the first day that *text* names, None where it names none; of long texts the begin is looked at."""
    begin = text[:_LOOKED_AT]
    found = [*_written(begin), *days_in(begin)]
    return min(found, key=lambda one: one.start, default=None)


def _written(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _ISO.finditer(text):
        found.extend(_found(match, int(match["month"])))
    for match in _MONTH_FIRST.finditer(text):
        found.extend(_found(match, 1 + _MONTHS.index(match["month"][:3].lower())))
    return found


def _found(match: re.Match[str], month: int) -> list[Found]:
    try:
        day = dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return []
    return [Found(day, match.start(), match.end())]
