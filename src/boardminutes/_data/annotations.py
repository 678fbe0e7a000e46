"""What the classes of the model say of their fields."""

from __future__ import annotations

import functools
import inspect
import operator
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

import attrs

from boardminutes._data.forms import Read
from boardminutes.errors import InvalidMinutesError


@attrs.frozen
class Known:
    """A field of a class of the model.

    Attributes:
        name: Its name.
        hint: Its annotation without None: what is not known does not stand in a file.
        check: Its converter, which every field has.
        is_needed: Whether it has no default.
        default: What it holds where nothing is given; None where it is needed.
    """

    name: str
    hint: Any
    check: Read
    is_needed: bool
    default: object


def fields_of(kind: type) -> tuple[Known, ...]:
    """Return the fields of a class of the model."""
    hints = get_type_hints(kind)
    return tuple(
        Known(
            name=field.name,
            hint=_without_none(hints[field.name]),
            check=cast("Read", field.converter),
            is_needed=field.default is attrs.NOTHING,
            default=_default(field.default),
        )
        for field in attrs.fields(kind)
    )


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - an annotation: a class, a union, a tuple of some class
    if get_origin(hint) is not UnionType:
        return hint
    return functools.reduce(operator.or_, (one for one in get_args(hint) if one is not NoneType))


def _default(default: Any) -> object:  # noqa: ANN401 - a value, a factory or the mark of none
    if default is attrs.NOTHING:
        return None
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def check_behind(check: Read) -> object:
    """Return the check that a field's converter wraps twice: to name the field, and to let None pass."""
    named = inspect.getclosurevars(check).nonlocals["plain"]
    return inspect.getclosurevars(named).nonlocals.get("converter", named)


def takes(check: Read, value: object) -> bool:
    """Tell whether a field's converter takes a value."""
    try:
        check(value)
    except InvalidMinutesError:
        return False
    return True
