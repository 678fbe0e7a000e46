"""How much a template may do while one document is made: counted in steps and characters, and never in seconds.

The same template and data always come to the same end, on a fast machine and on a slow one, in any thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Final

import attrs
from jinja2.exceptions import SecurityError

MOST_STEPS: Final = 500_000
"""How many parts of expressions are worked out at most; every turn of a loop counts all that stands in it."""

MOST_CHARACTERS: Final = 4_000_000
"""How many characters a template makes at most, beside the text of the document that it places."""

MOST_LEVELS: Final = 40
"""How deep macros, blocks and recursive loops may call each other."""


class ExhaustedError(SecurityError):
    """A template that takes more than it may."""


@attrs.define
class Budget:
    """What is left for the making of one document.

    Attributes:
        steps: How many parts of expressions may still be worked out.
        characters: How many characters may still be made.
        levels: How many calls may still be nested.
        kept: What properties and methods of the model gave, each worked out once: the object, and what it gave.
    """

    steps: int = MOST_STEPS
    characters: int = MOST_CHARACTERS
    levels: int = MOST_LEVELS
    kept: dict[tuple[object, ...], tuple[object, object]] = attrs.field(factory=dict, repr=False)

    def step(self, steps: int) -> None:
        """Take some steps.

        Raises:
            ExhaustedError: None are left.
        """
        self.steps -= steps
        if self.steps < 0:
            raise ExhaustedError(
                f"the template takes more than {MOST_STEPS:,} steps: a loop in it has too many turns, or too much in it"
            )

    def write(self, characters: int) -> None:
        """Make some characters.

        Raises:
            ExhaustedError: None are left.
        """
        self.characters -= characters
        if self.characters < 0:
            raise ExhaustedError(
                f"the template makes more than {MOST_CHARACTERS:,} characters beside the text of the document"
            )

    @contextlib.contextmanager
    def deeper(self) -> Iterator[None]:
        """Go one call deeper.

        Raises:
            ExhaustedError: It is too deep.
        """
        self.levels -= 1
        if self.levels < 0:
            raise ExhaustedError(
                f"macros, blocks or recursive loops of the template call each other more than {MOST_LEVELS} levels deep"
            )
        try:
            yield
        finally:
            self.levels += 1


_RUNNING: ContextVar[Budget] = ContextVar("boardminutes_budget")


def budget() -> Budget:
    """Return the budget of the template that is running."""
    return _RUNNING.get()


@contextlib.contextmanager
def spending(given: Budget) -> Iterator[None]:
    """Let the templates that run inside spend a budget."""
    token = _RUNNING.set(given)
    try:
        yield
    finally:
        _RUNNING.reset(token)
