"""The tests that templates know, such as `is defined`: a list, each of which counts what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from jinja2.tests import TESTS as JINJA_TESTS

from boardminutes._templating.values import shown, weigh_all

_Test: TypeAlias = Callable[..., Any]
_THEIRS: Final[Mapping[str, Any]] = JINJA_TESTS


def _tested(name: str) -> _Test:
    theirs: _Test = _THEIRS[name]

    def test(value: object, *values: object) -> bool:
        weigh_all((value, *values))
        return bool(theirs(value, *values))

    return test


def _case(name: str) -> _Test:
    theirs: _Test = _THEIRS[name]

    def test(value: object) -> bool:
        text = shown(value)
        weigh_all((text,))
        return bool(theirs(text))

    return test


_PLAIN_TESTS: Final = (
    *("boolean", "defined", "false", "float", "integer", "iterable", "mapping", "none", "number", "sameas"),
    *("sequence", "string", "true", "undefined"),
)
_NUMBER_TESTS: Final = ("divisibleby", "even", "odd")
_COMPARING_TESTS: Final = (
    *("!=", "<", "<=", "==", ">", ">=", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le", "lessthan", "lt", "ne"),
)

TESTS: Final[Mapping[str, _Test]] = {
    **{name: _THEIRS[name] for name in (*_PLAIN_TESTS, *_NUMBER_TESTS)},
    **{name: _tested(name) for name in _COMPARING_TESTS},
    **{name: _case(name) for name in ("lower", "upper")},
}
"""Every test that a template may name."""
