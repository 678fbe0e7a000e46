"""The objects of data in JSON: the text as data, the single values of an object, and their account."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from boardminutes.readers.exported.ledger import Fields, Ledger

DEEPEST: Final = 50
REPLACED: Final = "stands more than once, and the last counts"

_SHORT: Final = 18


class Twins(dict[str, Any]):
    """An object in which names stand twice.

    Attributes:
        earlier: The values that later ones of the same name replaced.
    """

    earlier: tuple[tuple[str, Any], ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    twins = Twins(made)
    left = Counter(name for name, _ in pairs)
    earlier = []
    for name, value in pairs:
        left[name] -= 1
        if left[name]:
            earlier.append((name, value))
    twins.earlier = tuple(earlier)
    return twins


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _SHORT else digits


def _no_number(name: str) -> object:
    message = f"{name} is no number of JSON"
    raise ValueError(message)


def parsed(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """Return the data of a JSON text, numbers that are not short and whole as they are written.

    Raises:
        ValueError: It is no JSON, or is nested too deeply.
    """
    try:
        data = json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=str, parse_constant=_no_number
        )
    except RecursionError:
        raise _too_deep() from None
    level = [data]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return data
    raise _too_deep()


def _too_deep() -> ValueError:
    return ValueError(f"it is nested more than {DEEPEST} deep")


def order_of(data: object) -> dict[str, int]:
    """Return the place of each path in the data of a file."""
    order: dict[str, int] = {}
    waiting: list[tuple[str, object]] = [("", data)]
    while waiting:
        path, value = waiting.pop()
        order.setdefault(path, len(order))
        if isinstance(value, Twins):
            waiting += [(below(path, name), one) for name, one in reversed(value.earlier)]
        if isinstance(value, dict):
            waiting += [(below(path, name), one) for name, one in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(f"{path}[{index}]", value[index]) for index in reversed(range(len(value)))]
    return order


def _inside(value: object) -> list[Any]:
    if isinstance(value, Twins):
        return [*value.values(), *(one for _, one in value.earlier)]
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def told(value: object) -> str:
    """Return a single value as text; empty for null."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def every(held: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return all that an object says of a *name*, those that were replaced first, without what is blank."""
    values = [value for key, value in held.earlier if key == name] if isinstance(held, Twins) else []
    return tuple(text for value in (*values, held.get(name)) if (text := told(value).strip()))


def below(path: str, name: str) -> str:
    """Return the path of a value of that *name*."""
    return f"{path}.{name}" if path else name


def fields_of(held: Mapping[str, Any], path: str, ledger: Ledger) -> tuple[Fields, dict[str, Any]]:
    """Return the single values of an object that are not blank, and its lists and objects that are not empty."""
    values: dict[str, str] = {}
    more: dict[str, Any] = {}
    for name, value in held.items():
        if isinstance(value, dict | list):
            if value:
                more[name] = value
        elif (text := told(value)).strip():
            values[name] = text
    if isinstance(held, Twins):
        for name, value in held.earlier:
            leave(value, below(path, name), ledger, REPLACED)
    return Fields(ledger, f"{path}." if path else "", values), more


def leave(value: object, path: str, ledger: Ledger, reason: str | None = None) -> None:
    """Leave out a value and all that stands in it; without a *reason* for the one that the ledger knows."""
    if isinstance(value, dict):
        fields, more = fields_of(value, path, ledger)
        fields.rest(ledger.why if reason is None else lambda *_: reason)
        for name, held in more.items():
            leave(held, below(path, name), ledger, reason)
    elif isinstance(value, list):
        for index, held in enumerate(value):
            leave(held, f"{path}[{index}]", ledger, reason)
    elif (text := told(value)).strip():
        ledger.left(path, text, ledger.why(path, text) if reason is None else reason)


def rows(value: object, path: str, ledger: Ledger) -> list[tuple[str, dict[str, Any]]]:
    """Return the objects of a list with their paths; what is no object is left out."""
    found = []
    for index, one in enumerate(value if isinstance(value, list) else [value]):
        where = f"{path}[{index}]" if isinstance(value, list) else path
        if isinstance(one, dict):
            found.append((where, one))
        else:
            leave(one, where, ledger)
    return found
