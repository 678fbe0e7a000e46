"""What the Unicode CLDR says of a language, by way of Babel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import babel
from babel.messages.plurals import get_plural

_STAND_ALONE = {"cccc": "EEEE", "LLLL": "MMMM"}
_NO_BREAK = str.maketrans("\u202f", "\u00a0")  # few fonts have the narrow one


def texts(language: str) -> Mapping[str, Any] | None:
    """Return the fields of the conventions of *language*; None where Babel does not know it.

    Names are those that stand within a date, unless its pattern asks for those that stand alone.
    """
    try:
        locale = babel.Locale.parse(language, sep="-")
    except (ValueError, babel.UnknownLocaleError):
        return None
    date = locale.date_formats["full"].pattern
    joined = str(locale.datetime_formats["full"])
    lists = locale.list_patterns["standard"]
    days = locale.days["stand-alone" if "cccc" in date else "format"]["wide"]
    months = locale.months["stand-alone" if "LLLL" in date else "format"]["wide"]
    for stand_alone, plain in _STAND_ALONE.items():
        date = date.replace(stand_alone, plain)
    periods = locale.day_periods["format"]["abbreviated"]
    return {
        "days": [days[index] for index in range(7)],
        "months": [months[index] for index in range(1, 13)],
        "date": date,
        "time": locale.time_formats["short"].pattern.translate(_NO_BREAK),
        "day_periods": [periods["am"], periods["pm"]],
        "date_time": joined.replace("{1}", "{date}").replace("{0}", "{time}"),
        "between": _separator(lists["middle"]),
        "before_last": _separator(lists["end"]),
        "between_two": _separator(lists["2"]),
        "plural_forms": str(get_plural(locale)).rstrip(";"),
    }


def _separator(pattern: str) -> str:
    return pattern.removeprefix("{0}").removesuffix("{1}")
