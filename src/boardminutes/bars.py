"""The bars of a chart."""

from __future__ import annotations

import math
from typing import Final

import attrs

_LONGEST_LABEL: Final = 80  # characters


def an_amount(_: object, __: object, value: float) -> None:
    """Refuse what is no length of a bar."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise ValueError(f"a bar is as long as a number of at least 0, not {value!r}")


@attrs.frozen
class Bar:
    """A bar of a chart.

    Attributes:
        label: What it stands for, as the table of the chart calls it.
        amount: How long it is: a number of at least 0.
        told: The amount in words, as the table writes it, such as '7' or '80%'.
    """

    label: str
    amount: float = attrs.field(validator=an_amount)
    told: str

    @property
    def short_label(self) -> str:
        """The label in one line that fits beside a bar; the table of the chart has all of it."""
        line = " ".join(self.label.split())
        return line if len(line) <= _LONGEST_LABEL else f"{line[: _LONGEST_LABEL - 1].rstrip()}…"
