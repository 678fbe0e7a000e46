"""The operators of templates, each of which counts what it makes before it makes it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from boardminutes._templating.budget import budget
from boardminutes._templating.values import MOST_BITS, Days, Numbers, shown, weigh

_OPERATORS: Final[Mapping[str, Callable[[object, object], object]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
_MOST_ESCAPED: Final = 6
_NAMES: Final[Mapping[str, str]] = {
    "+": "add",
    "-": "subtract",
    "*": "multiply",
    "**": "multiply",
    "/": "divide",
    "//": "divide",
    "%": "divide",
}


def binary(sign: str, left: object, right: object) -> object:
    """Return what an operator makes of two values: numbers, and with `+` texts and lists.

    Raises:
        SecurityError: It may not be used with them: a text repeated without end would fill the memory.
    """
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        return operator.add(left, right)  # which says what is missing
    if isinstance(left, Numbers) and isinstance(right, Numbers) and sign in _OPERATORS:
        if any(isinstance(one, int) and one.bit_length() > MOST_BITS for one in (left, right)):
            raise SecurityError("a number in the template grows too large")
        return _OPERATORS[sign](left, right)
    if sign == "-" and isinstance(left, Days) and isinstance(right, Days):
        return left - right  # type: ignore[operator]  # Python says itself which days can be subtracted
    if sign == "+" and isinstance(left, str) and isinstance(right, str):
        return concatenated((left, right))
    if sign == "+" and isinstance(left, list | tuple) and type(left) is type(right):
        weigh(left)
        weigh(right)
        made = operator.add(left, right)
        weigh(made)
        return made
    verb = _NAMES.get(sign, "use")
    message = f"a template may {verb} numbers only, not {type(left).__name__} {sign} {type(right).__name__}"
    raise SecurityError(message)


def unary(sign: str, value: object) -> object:
    """Return a number with a sign.

    Raises:
        SecurityError: It is no number.
    """
    if isinstance(value, Undefined):
        return operator.neg(value)  # which says what is missing
    if isinstance(value, Numbers):
        return -value if sign == "-" else +value
    raise SecurityError(f"a template may give a sign to numbers only, not to {type(value).__name__}")


def concatenated(values: tuple[object, ...]) -> str:
    """Return values as one text; where one of them is mark-up, the others are escaped."""
    texts = [shown(value) for value in values]
    has_markup = any(isinstance(text, Markup) for text in texts)
    budget().write(sum(map(len, texts)) * (_MOST_ESCAPED if has_markup else 1))
    return Markup("").join(map(escape, texts)) if has_markup else "".join(texts)


def cut(value: object, start: object, stop: object, step: object) -> object:
    """Return a slice of a text or list.

    Raises:
        SecurityError: It is neither.
    """
    if not isinstance(value, str | list | tuple):
        raise SecurityError(f"a template may cut texts and lists only, not {type(value).__name__}")
    if isinstance(value, str):
        budget().write(len(value))
    else:
        budget().step(len(value))
    bounds: Any = slice(start, stop, step)  # Python says itself what can be a bound
    return value[bounds]
