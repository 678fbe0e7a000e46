"""Values on their way into the meeting, with the lines that became them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from boardminutes.errors import join_path
from boardminutes.readers import Consumed

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Draft(Generic[T_co]):
    """A value, and the lines that became it without standing in it verbatim.

    Attributes:
        value: The value.
        consumed: The lines, each with its path as seen from the value; empty for the value itself.
    """

    value: T_co
    consumed: tuple[Consumed, ...] = ()


def under(prefix: str, consumed: Iterable[Consumed]) -> tuple[Consumed, ...]:
    """Return *consumed* as seen from an object that holds the value at *prefix*."""
    return tuple(Consumed(one.line, join_path(prefix, one.path)) for one in consumed)
