"""Values that stand in data files in a form of their own: each function reads one, or refuses it in plain words."""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from boardminutes._data.scalars import Unquoted
from boardminutes._data.times import date_of, moment_of, time_of
from boardminutes._data.usual_names import usual_name
from boardminutes._nearest import nearest
from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model._checks import Refused
from boardminutes.model.values import TBC, ToBeConfirmed

Read: TypeAlias = Callable[[Any], Any]
"""What turns plain data into a value of the model; what it refuses is Refused or InvalidMinutesError."""

_SHOWN = 60
_DATE: Final = 'a date such as "2026-04-01"'
_TIME: Final = 'a time of day such as "10:05"'
_MOMENT: Final = 'a date with a time such as "2026-04-01T10:05:00"'
_TBC: Final = '{"tbc": true}'


def told(value: object) -> str:
    """Return what stands in a file, short enough for a message."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    is_json = value is None or isinstance(value, str | bool | int | float)
    whole = json.dumps(value, ensure_ascii=False) if is_json else str(value)
    return whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"


def unwanted(wanted: str, value: object) -> Refused:
    """Return the refusal of a value: what was wanted, and what stands there."""
    return Refused(f"must be {wanted}, not {told(value)}")


def no_text(wanted: str, value: object) -> Refused:
    """Return the refusal of a value where text is wanted, which says to quote what would be text in quotes."""
    refusal = unwanted(wanted, value)
    if isinstance(value, dict | list | str):
        return refusal
    return Refused(f"{refusal}; write it in quotes: {told(told(value))}")


def meant(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that proposes the known name for which *name* was meant, if that is plain."""
    found = nearest(name, known)
    return "" if found is None else f"; did you mean {told(found)}?"


def unknown_fields(names: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Yield what is said of the *names* of fields that are not known.

    Each proposes what was meant, if that is plain; the first of the others lists the *known* ones.
    """
    listed = f"; known: {', '.join(map(told, known))}"
    for name in names:
        usual = usual_name(name, known)
        said = meant(name, known) if usual is None else f"; did you mean {told(usual)}?"
        yield f"unknown field {told(name)}{said or listed}"
        listed = listed if said else ""


def under(path: str, error: Refused | InvalidMinutesError) -> InvalidMinutesError:
    """Return the error for a value that stands at *path*."""
    problems = (error.problem,) if isinstance(error, Refused) else error.problems
    return InvalidMinutesError(problem.under(path) for problem in problems)


def too_deep() -> InvalidMinutesError:
    """Return the error for data that are nested more deeply than can be read or written."""
    return InvalidMinutesError([Problem("", "is nested too deeply")])


def text(value: object) -> str:
    """Read text."""
    if type(value) is str:
        return value
    raise no_text("text", value)


def flag(value: object) -> bool:
    """Read a truth value."""
    if type(value) is bool:
        return value
    raise unwanted("true or false", value)


def number(value: object) -> int:
    """Read a whole number."""
    if type(value) is int:
        return value
    raise unwanted("a whole number", value)


def date(value: object) -> dt.date:
    """Read a day."""
    found = date_of(_written(value))
    if found is not None:
        return found
    raise unwanted(_DATE, value)


def time(value: object) -> dt.time:
    """Read a time of day."""
    found = time_of(_written(value))
    if found is not None:
        return found
    raise unwanted(_TIME, value)


def moment(value: object) -> dt.datetime:
    """Read a date with a time."""
    found = moment_of(_written(value))
    if found is not None:
        return found
    raise unwanted(_MOMENT, value)


def when(value: object) -> dt.datetime | dt.date | ToBeConfirmed:
    """Read a date, a date with a time, or to be confirmed."""
    written = _written(value)
    found = date_of(written) or moment_of(written)
    if found is not None:
        return found
    if _is_tbc(value):
        return TBC
    raise unwanted(f"{_DATE}, {_MOMENT}, or {_TBC}", value)


def _written(value: object) -> str:
    """Return how a date or time stands in the file: in quotes, or in YAML without; empty for what is neither."""
    if type(value) is str:
        return value
    return value.text.replace(" ", "T") if isinstance(value, Unquoted) else ""


def _is_tbc(value: object) -> bool:
    return isinstance(value, dict) and len(value) == 1 and value.get("tbc") is True


def text_or_tbc(value: object) -> str | ToBeConfirmed:
    """Read text or to be confirmed."""
    if type(value) is str:
        return value
    if _is_tbc(value):
        return TBC
    raise no_text(f"text or {_TBC}", value)


def or_tbc(read: Read) -> Read:
    """Return what reads to be confirmed too."""

    def read_or_tbc(value: object) -> object:
        return TBC if _is_tbc(value) else read(value)

    return read_or_tbc


def due(meeting: Read) -> Read:
    """Return what reads a date, a meeting, words, or to be confirmed."""
    forms = {"words": text, "meeting": meeting}
    wanted = f'{_DATE}, {{"words": "…"}}, {{"meeting": {{"text": "…"}}}} or {_TBC}'

    def read_due(value: object) -> object:
        found = date_of(_written(value))
        if found is not None:
            return found
        return TBC if _is_tbc(value) else _one_of(forms, wanted, value)

    return read_due


def time_or_item(value: object) -> object:
    """Read a time of day, or the number of an item."""
    found = time_of(_written(value))
    return _one_of({"item": text}, f'{_TIME} or {{"item": "5"}}', value) if found is None else found


def _one_of(forms: Mapping[str, Read], wanted: str, value: object) -> object:
    """Read an object whose one field says what it holds."""
    if isinstance(value, dict) and len(value) == 1:
        for name in forms.keys() & value.keys():
            try:
                return forms[name](value[name])
            except (Refused, InvalidMinutesError) as error:
                raise under(name, error) from None
    raise unwanted(wanted, value)


def member(of: type[enum.Enum]) -> Read:
    """Return what reads a member of an enumeration by its value."""
    members = {one.value: one for one in of}
    wanted = f"one of {', '.join(map(told, members))}"

    def read_member(value: object) -> enum.Enum:
        found = members.get(value) if type(value) is str else None
        if found is not None:
            return found
        refusal = unwanted(wanted, value)
        raise Refused(f"{refusal}{meant(value, members)}") if type(value) is str else refusal

    return read_member
