"""Dates and times by the patterns of the Unicode CLDR (Unicode Technical Standard 35, part 4, 'Dates')."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

_TOKEN = re.compile(r"'(?P<quoted>(?:[^']|'')*)'|(?P<field>(?P<letter>[A-Za-z])(?P=letter)*)|(?P<sign>[^'A-Za-z]+|')")

DATE_FIELDS: Final = frozenset({"EEEE", "d", "dd", "MMMM", "M", "MM", "y", "yyyy"})
TIME_FIELDS: Final = frozenset({"H", "HH", "h", "hh", "mm", "a"})


def tokens(pattern: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a pattern: a field or a text, and whether it is a field."""
    for match in _TOKEN.finditer(pattern):
        if match["field"] is not None:
            yield match["field"], True
        elif match["quoted"] is not None:
            yield match["quoted"].replace("''", "'") or "'", False
        else:
            yield match["sign"], False


def fields(pattern: str) -> frozenset[str]:
    """Return the fields of a pattern."""
    return frozenset(token for token, is_field in tokens(pattern) if is_field)


def date_text(pattern: str, value: dt.date, *, weekday: str, month: str, day: str) -> str:
    """Return a day in words.

    Args:
        pattern: The pattern, whose fields are among `DATE_FIELDS`.
        value: The day.
        weekday: The name of its day of the week.
        month: The name of its month.
        day: What is written for the day of the month where the pattern has `d`.
    """
    texts = {
        "EEEE": weekday,
        "d": day,
        "dd": f"{value.day:02}",
        "MMMM": month,
        "M": str(value.month),
        "MM": f"{value.month:02}",
        "y": str(value.year),
        "yyyy": f"{value.year:04}",
    }
    return "".join(texts[token] if is_field else token for token, is_field in tokens(pattern))


def time_text(pattern: str, value: dt.time | dt.datetime, *, day_period: str) -> str:
    """Return a time of day in words.

    Args:
        pattern: The pattern, whose fields are among `TIME_FIELDS`.
        value: The time.
        day_period: What is written for the half of the day where the pattern has `a`.
    """
    hour = value.hour % 12 or 12
    texts = {
        "H": str(value.hour),
        "HH": f"{value.hour:02}",
        "h": str(hour),
        "hh": f"{hour:02}",
        "mm": f"{value.minute:02}",
        "a": day_period,
    }
    return "".join(texts[token] if is_field else token for token, is_field in tokens(pattern))
