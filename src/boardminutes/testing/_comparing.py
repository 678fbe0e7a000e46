"""How the contracts compare what must come out with what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
Examples: TypeAlias = "Iterable[T] | SearchStrategy[T]"
"""Values to try, as they are or drawn by Hypothesis."""

_SHOWN = 120


def for_each(examples: Examples[T], check: Callable[[T], None], most: int) -> None:
    """Run *check* on every value, or on at most so many that a strategy draws."""
    if isinstance(examples, Iterable):
        for example in examples:
            check(example)
        return
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415 - the extra `testing` is for strategies only

    @settings(max_examples=most, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(examples)
    def run(example: T) -> None:
        check(example)

    run()


def with_single_blanks(text: str) -> str:
    """Return *text* with one blank for each stretch of white space, and none at its ends."""
    return " ".join(text.split())


def without_blanks(text: str) -> str:
    """Return *text* without white space."""
    return "".join(text.split())


def missing(wanted: Iterable[str], got: str, squeezed: Callable[[str], str]) -> str | None:
    """Return what is wrong where *got* does not hold all the *wanted* texts in order, white space aside."""
    whole, at = squeezed(got), 0
    for text in wanted:
        looked_for = squeezed(text)
        found = whole.find(looked_for, at)
        if found < 0:
            after = f"after {shown(whole[max(0, at - 40) : at])}" if at else "at the beginning"
            if looked_for in whole:
                return f"{shown(text)} comes out in another place than {after}"
            return f"{shown(text)} does not come out {after}; there is {shown(whole[at:])}"
        at = found + len(looked_for)
    return None


def shown(text: str) -> str:
    """Return the beginning of a text for a message."""
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r} …"
