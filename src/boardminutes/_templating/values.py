"""What a template may do with a value: print it, read from it, call it, weigh it."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Final

import attrs
from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from markupsafe import Markup

from boardminutes._templating.budget import ExhaustedError, budget

MOST_ELEMENTS: Final = 100_000
"""How many values a list that a template makes may hold, with those in the lists in it."""

_TOO_MANY: Final = f"a list or comparison in the template holds more than {MOST_ELEMENTS:,} values"

MOST_BITS: Final = 256
"""How large a number may grow."""

_READABLE: Final = (
    "boardminutes.model.", "boardminutes.document", "boardminutes.blocks", "boardminutes.bars", "boardminutes.spans",
    "boardminutes.theme",
)  # fmt: skip
_WORDING: Final = "boardminutes.wording."
_DAY_NAMES: Final = frozenset(
    {
        *("year", "month", "day", "hour", "minute", "second", "days", "seconds"),
        *("strftime", "isoformat", "weekday", "isoweekday", "date", "time", "total_seconds"),
    }
)
_TEXT_NAMES: Final = frozenset(
    {"upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith", "split"}
)
_NOT_READ_THROUGH: Final = frozenset({"startswith", "endswith"})  # they look at as much as they are given
_LOOP_NAMES: Final = frozenset(
    {
        *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
        *("previtem", "nextitem", "cycle", "changed"),
    }
)
_WORDING_NAMES: Final = frozenset({"language", "date", "time", "when", "listed"})
_DAY_PATTERN: Final = re.compile(r"(?:[^%]|%-?[A-Za-z%])*")
_BLANKS: Final = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace())
_LONGEST_DAY: Final = 200
_CHARACTERS_A_STEP: Final = 64
_OBJECT_STEPS: Final = 500  # to compare two objects of the model may mean to compare all that is in them
_LOOK_UP_STEPS: Final = 500  # a method of the model that is given something may look through the whole meeting

Days = (dt.date, dt.time, dt.timedelta)
Numbers = (int, float)

_READ_OF: Final[tuple[tuple[tuple[type, ...], frozenset[str]], ...]] = (
    ((str,), _TEXT_NAMES),
    ((enum.Enum,), frozenset({"value", "name"})),
    ((LoopContext,), _LOOP_NAMES),
    (Days, _DAY_NAMES),
    ((Mapping,), frozenset({"keys", "values", "items", "get"})),
)


def shown(value: object) -> str:
    """Return what stands in the text for a value: nothing for what is not known, the plain word for an enumeration.

    Raises:
        SecurityError: It is not a thing to print, such as a list or a meeting.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, (*Numbers, *Days, Undefined)):
        return str(value)
    if hasattr(value, "__html__"):
        return Markup(value.__html__())  # noqa: S704 - it says that it is mark-up, and no template can make one
    if is_of_the_model(value) and type(value).__str__ is not object.__str__:
        return str(value)
    message = f"a template prints text, numbers and days, not a {type(value).__name__}: name what of it is to be shown"
    raise SecurityError(message)


def is_of_the_model(value: object) -> bool:
    """Tell whether a value is of a class whose fields a template may read."""
    return type(value).__module__.startswith(_READABLE) and attrs.has(type(value))


def is_wording(value: object) -> bool:
    """Tell whether a value is the words of a language."""
    return type(value).__module__.startswith(_WORDING) and attrs.has(type(value))


def may_read(value: object, name: str) -> bool:
    """Tell whether a template may read the attribute *name* of a value."""
    if name.startswith("_"):
        return False
    if is_of_the_model(value):
        return True
    if is_wording(value):
        return name in _WORDING_NAMES
    if isinstance(value, tuple):
        return name in getattr(type(value), "_fields", ())
    return any(name in names for kinds, names in _READ_OF if isinstance(value, kinds))


def read(value: object, name: str) -> object:
    """Return an attribute that may be read; what a property of the model gives is worked out once a document.

    Raises:
        AttributeError: There is none.
    """
    found = getattr(type(value), name, None)
    if not isinstance(found, property):
        return getattr(value, name)
    return _kept((id(value), name), value, lambda: getattr(value, name))


def called(method: object, values: tuple[object, ...], options: Mapping[str, object]) -> object:
    """Return what a method or the words give, if a template may call it.

    Raises:
        SecurityError: It may not, or not with these values.
    """
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    weigh_all((*values, *options.values()))
    if is_wording(method):
        if options or [type(one) for one in values] not in ([str], [str, int]):
            raise SecurityError("words are asked for by a text, and a number where there are two, as words('Minutes')")
        return written(method(values[0]))  # type: ignore[operator]  # a Wording is called so
    if callable(method) and owner is not None and not isinstance(owner, type) and may_read(owner, name):
        if is_of_the_model(owner):
            return _of_the_model(method, owner, name, values, options)
        if name == "listed" and not all(isinstance(one, str) for one in listed(*values)):
            raise SecurityError("listed takes a list of texts")
        if name == "strftime":
            _check_day_pattern(*values, **options)
        if isinstance(owner, str) and name not in _NOT_READ_THROUGH:
            budget().write(len(owner))
        if isinstance(owner, str) and name == "split":
            _count_parts(owner, *values, **options)
        made = written(_settled(method(*values, **options)))
        weigh_all((made,) if isinstance(made, list | tuple) else ())
        return made
    raise SecurityError(f"{name or type(method).__name__} may not be called in a template")


def written(value: object) -> object:
    """Return a value after its characters were counted, if it is text."""
    if isinstance(value, str):
        budget().write(len(value))
    return value


def listed(value: object) -> list[object]:
    """Return what a value holds, each counted as a step.

    Raises:
        TypeError: It holds nothing.
    """
    if isinstance(value, Undefined):
        return list(value)
    if not isinstance(value, Collection):
        raise TypeError(f"a {type(value).__name__} is no list")
    budget().step(len(value))
    return list(value)


def weigh(value: object) -> int:
    """Return how many values there are in a value, and count them as steps.

    Raises:
        ExhaustedError: There are too many.
    """
    weight, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        weight += 1
        if isinstance(one, str):
            weight += len(one) // _CHARACTERS_A_STEP
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple):
            waiting += one
        elif attrs.has(type(one)):
            weight += _OBJECT_STEPS
        if weight + len(waiting) > MOST_ELEMENTS:
            raise ExhaustedError(_TOO_MANY)
    budget().step(weight)
    return weight


def weigh_all(values: Iterable[object]) -> None:
    """Weigh each of some values; one that is small and plain costs nothing."""
    for value in values:
        if isinstance(value, str | list | tuple | dict) or attrs.has(type(value)):
            weigh(value)


def _of_the_model(
    method: Callable[..., object],
    owner: object,
    name: str,
    values: tuple[object, ...],
    options: Mapping[str, object],
) -> object:
    given = (*values, *options.items())
    if not all(isinstance(one, str | int) for one in (*values, *options.values())):
        raise SecurityError(f"{name} takes a text or a number")
    if given:
        budget().step(_LOOK_UP_STEPS)
    return _kept((id(owner), name, *given), owner, lambda: _settled(method(*values, **options)))


def _kept(key: tuple[object, ...], owner: object, make: Callable[[], object]) -> object:
    kept = budget().kept
    if key not in kept:
        kept[key] = (owner, make())
    return kept[key][1]


def _settled(value: object) -> object:
    """Return a value that can be gone over twice."""
    return tuple(value) if isinstance(value, Iterator | KeysView | ValuesView | ItemsView) else value


def _count_parts(text: str, sep: object = None, maxsplit: object = -1) -> None:
    """Count the parts into which a text is split, before there are any.

    Raises:
        ExhaustedError: There may be too many.
    """
    between = text.count(sep) if isinstance(sep, str) and sep else sum(map(text.count, _BLANKS))
    most = maxsplit if isinstance(maxsplit, int) and maxsplit >= 0 else between
    if min(between, most) >= MOST_ELEMENTS:
        raise ExhaustedError(_TOO_MANY)


def _check_day_pattern(pattern: object = "", *rest: object, **options: object) -> None:
    """See to it that a pattern of a day says no widths: `%999999999d` would fill the memory."""
    usual = isinstance(pattern, str) and len(pattern) <= _LONGEST_DAY and _DAY_PATTERN.fullmatch(pattern)
    if rest or options or not usual:
        raise SecurityError("strftime takes one short pattern of letters, such as '%d %B %Y'")
