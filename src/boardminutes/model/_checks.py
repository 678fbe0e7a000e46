"""What a value of the model may be: each check returns the value in its kept form, or refuses it.

The checks stand in the classes as attrs converters; `checked` gives each the name of its field, so that what is
refused is an InvalidMinutesError with a path.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import reprlib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

import attrs

from boardminutes._nearest import nearest
from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model.values import TBC, Moment, ToBeConfirmed, When

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)

_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production [2] Char
_LINE_ENDS = re.compile("\r\n?")
_LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s]|tel:[^\s])[^\s]*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # RFC 5646, well-formed in outline
_SHOWN = 80
_LARGEST = 2**53 - 1  # RFC 7493, section 2.2: what every JSON parser keeps exactly
LARGEST_MARK = 32_767  # what Word counts to
_ZONE = re.compile(r"[A-Za-z0-9_+\-]+(?:/[A-Za-z0-9_+\-]+)*")


class Refused(Exception):  # noqa: N818 - never leaves the model: `checked` turns it into InvalidMinutesError
    """A value that its field cannot hold."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(path, message)


def shown(value: object) -> str:
    """Return a short form of a refused value for a message."""
    whole = reprlib.repr(value) if isinstance(value, tuple | list | dict | set) else repr(value)
    return whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"


def checked(_cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Give every converter of a class the name of its field (an attrs field transformer)."""
    return [field.evolve(converter=_naming(field, field.converter)) if field.converter else field for field in fields]


def _naming(
    field: attrs.Attribute[Any], check: Callable[[Any], Any] | attrs.Converter[Any, Any]
) -> Callable[[Any], Any]:
    name, plain = field.name, cast("Callable[[Any], Any]", check)
    may_be_none = field.default is None  # and then the check lets None pass, as it is run on what is left out

    def convert(value: Any) -> Any:  # noqa: ANN401 - as wide as what a user may give
        if value is None and may_be_none:  # most fields of most objects are left out
            return None
        try:
            return plain(value)
        except Refused as refusal:
            raise InvalidMinutesError([refusal.problem.under(name)]) from None

    return convert


def refuse(path: str, message: str) -> InvalidMinutesError:
    """Return the error for a fault that only the whole object shows."""
    return InvalidMinutesError([Problem(path, message)])


def text(value: str) -> str:
    """Check text of any length, line breaks included; it may be empty."""
    if type(value) is str and value.isprintable():
        return value
    if not isinstance(value, str):
        message = f"must be text, not {shown(value)}"
        raise Refused(message)
    plain = _LINE_ENDS.sub("\n", str.__str__(value))  # a subclass such as Markup must not travel on
    found = _FORBIDDEN_IN_XML.search(plain)
    if found:
        message = f"holds the character U+{ord(found[0]):04X} at place {found.start()}, which XML forbids; remove it"
        raise Refused(message)
    return plain


def visible(value: str) -> str:
    """Check text that must not be blank."""
    plain = text(value)
    if not plain or plain.isspace():
        message = f"must not be empty, got {shown(value)}"
        raise Refused(message)
    return plain


def line(value: str) -> str:
    """Check text that stands on one line and is not blank."""
    plain = visible(value)
    if "\n" in plain:
        message = f"must stand on one line, got {shown(plain)}"
        raise Refused(message)
    return plain


def link(value: str) -> str:
    """Check the target of a link: http, https, mailto or tel."""
    plain = line(value)
    if not _LINK.fullmatch(plain):
        message = f"must be a link of the form http:, https:, mailto: or tel: without blanks, got {shown(value)}"
        raise Refused(message)
    return plain


def language(value: str) -> str:
    """Check a language tag such as `cy` or `en-GB` (BCP 47)."""
    plain = line(value)
    if not _LANGUAGE.fullmatch(plain):
        message = f"must be a language tag such as 'en-GB', got {shown(value)}"
        raise Refused(message)
    return plain


def zone(value: str) -> str:
    """Check the name of a time zone such as `Europe/London`."""
    plain = line(value)
    if not _ZONE.fullmatch(plain):
        message = f"must be the name of a time zone such as 'Europe/London', got {shown(value)}"
        raise Refused(message)
    return plain


def flag(value: bool) -> bool:  # noqa: FBT001 - the value itself, not an option
    """Check a truth value."""
    if type(value) is not bool:
        message = f"must be True or False, not {shown(value)}"
        raise Refused(message)
    return value


def count(value: int) -> int:
    """Check a number of things: whole, not below zero, and one that every JSON parser keeps."""
    if type(value) is not int or value < 0:
        message = f"must be a whole number, 0 or more, not {shown(value)}"
        raise Refused(message)
    if value > _LARGEST:
        message = f"must be at most {_LARGEST}"
        raise Refused(message)
    return value


def start(value: int) -> int:
    """Check the number of a list's first point, which a word processor must be able to count to."""
    if count(value) > LARGEST_MARK:
        message = f"must be at most {LARGEST_MARK}, not {shown(value)}"
        raise Refused(message)
    return value


def date(value: dt.date) -> dt.date:
    """Check a day; a datetime is refused, because its time would be lost."""
    if type(value) is not dt.date:
        message = f"must be a datetime.date, not {shown(value)}"
        raise Refused(message)
    return value


def time(value: dt.time) -> dt.time:
    """Check a time of day in the meeting's own zone."""
    if type(value) is not dt.time or value.tzinfo is not None:
        message = f"must be a datetime.time without a zone, not {shown(value)}"
        raise Refused(message)
    return value.replace(fold=0)


def moment(value: Moment) -> Moment:
    """Check a datetime; a zone is kept as its offset at that moment."""
    if type(value) is not dt.datetime:
        message = f"must be a datetime.datetime, not {shown(value)}"
        raise Refused(message)
    offset = value.utcoffset()
    if offset is not None and offset.microseconds:
        message = f"must have a zone whose offset is in whole seconds, not {shown(value)}"
        raise Refused(message)
    return value.replace(fold=0, tzinfo=None if offset is None else dt.timezone(offset))


def when(value: When) -> When:
    """Check a datetime, a date, to be confirmed, or None for not known."""
    if value is None or value is TBC or type(value) is dt.date:
        return value
    if type(value) is dt.datetime:
        return moment(value)
    message = f"must be a datetime, a date, TBC or None, not {shown(value)}"
    raise Refused(message)


def venue(value: str | ToBeConfirmed | None) -> str | ToBeConfirmed | None:
    """Check a place: one line, to be confirmed, or None for not known."""
    return value if value is None or value is TBC else line(value)


def sequence(value: Iterable[object], what: str) -> tuple[Any, ...]:
    """Check that *value* is a sequence and not a lone text, nor a set, whose order is not the same twice."""
    if type(value) is tuple or type(value) is list:
        return tuple(value)
    if isinstance(value, str | bytes | dict | set | frozenset) or not isinstance(value, Iterable):
        message = f"must be a sequence of {what}, not {shown(value)}"
        raise Refused(message)
    return tuple(value)


def each(value: Iterable[object], check: Callable[[Any], T], what: str) -> tuple[T, ...]:
    """Check a sequence and everything in it."""
    kept: list[T] = []
    for index, element in enumerate(sequence(value, what)):
        try:
            kept.append(check(element))
        except Refused as refusal:
            raise Refused(refusal.problem.message, f"[{index}]{refusal.problem.path}") from None
    return tuple(kept)


def instance(value: T, wanted: type[T]) -> T:
    """Check that *value* is of the class *wanted*."""
    if not isinstance(value, wanted):
        message = f"must be {_articled(wanted.__name__)}, not {shown(value)}"
        raise Refused(message)
    return value


def member(value: E, wanted: type[E]) -> E:
    """Check that *value* is a member of the enumeration *wanted*."""
    if not isinstance(value, wanted):
        known = ", ".join(f"{wanted.__name__}.{one.name}" for one in wanted)
        message = f"must be one of {known}, not {shown(value)}{_nearest(value, wanted)}"
        raise Refused(message)
    return value


def _nearest(value: object, wanted: type[enum.Enum]) -> str:
    """Return the end of a sentence that proposes the member whose value a text was meant for."""
    values = {str(one.value): one for one in wanted}
    found = nearest(value, values) if isinstance(value, str) else None
    return "" if found is None else f"; did you mean {wanted.__name__}.{values[found].name}?"


def instances(value: Iterable[T], wanted: type[T]) -> tuple[T, ...]:
    """Check a sequence of objects of the class *wanted*."""
    return each(value, lambda element: instance(element, wanted), f"{wanted.__name__} objects")


def lines(value: Iterable[str]) -> tuple[str, ...]:
    """Check a sequence of texts of one line each."""
    return each(value, line, "texts")


def _articled(name: str) -> str:
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"


def day_of(value: When) -> dt.date | None:
    """Return the day of a time, None where there is none."""
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None


def ends_before(start: When, end: When) -> bool:
    """Tell whether *end* is certainly before *start*."""
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        return (start.tzinfo is None) == (end.tzinfo is None) and end < start
    first, last = day_of(start), day_of(end)
    return first is not None and last is not None and last < first
