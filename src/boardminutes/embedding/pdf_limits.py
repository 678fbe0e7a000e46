"""How much is read of a PDF, so that no file takes more time or memory than its length explains."""

from __future__ import annotations

import attrs


class UnreadableError(Exception):
    """A PDF that is not built as it must be, or unpacks to more than is read."""


@attrs.define
class Allowance:
    """How much of something may still be read.

    Attributes:
        left: What is left of it.
    """

    left: int

    def take(self, amount: int) -> None:
        """Take an *amount*.

        Raises:
            UnreadableError: It is more than what is left.
        """
        self.left -= amount
        if self.left < 0:
            raise UnreadableError
