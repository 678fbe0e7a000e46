"""Lists as mark-up counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes.model._checks import LARGEST_MARK
from boardminutes.model.numbering import label
from boardminutes.model.values import Numbering
from boardminutes.readers.moderngov.lines import Point

DEEPEST: Final = 6
"""Lists that stand deeper in others than this are read as if they stood so deep."""

_MOST_FIGURES = 5
_BULLETS = ("•", "◦", "▪")
_UNMARKED = re.compile(r"list-style(?:-type)?\s{0,9}:[^;]{0,99}\bnone\b")
_TYPES = {
    "a": Numbering.LOWER_ALPHA,
    "A": Numbering.UPPER_ALPHA,
    "i": Numbering.LOWER_ROMAN,
    "I": Numbering.UPPER_ROMAN,
}
_STYLES = {
    "lower-alpha": Numbering.LOWER_ALPHA,
    "lower-latin": Numbering.LOWER_ALPHA,
    "upper-alpha": Numbering.UPPER_ALPHA,
    "upper-latin": Numbering.UPPER_ALPHA,
    "lower-roman": Numbering.LOWER_ROMAN,
    "upper-roman": Numbering.UPPER_ROMAN,
}


@attrs.define
class OpenList:
    """A list that is being read.

    Attributes:
        numbering: How its points are marked.
        value: The number of the next point.
    """

    numbering: Numbering = Numbering.BULLET
    value: int = 1

    def point(self, attributes: Mapping[str, str], level: int) -> Point:
        """Return how the next point is marked."""
        if self.numbering is Numbering.BULLET:
            return Point(_BULLETS[(level - 1) % len(_BULLETS)], self.numbering, 0)
        self.value = _number(attributes.get("value"), self.value)
        made = Point(label(self.numbering, self.value), self.numbering, self.value)
        self.value = self.value + 1 if self.value < LARGEST_MARK else 1
        return made


def opened(name: str, attributes: Mapping[str, str]) -> OpenList:
    """Return the list that an element `ul` or `ol` begins; one without marks has bullets, which count nothing."""
    style = attributes.get("style", "").lower()
    if name != "ol" or _UNMARKED.search(style) is not None:
        return OpenList()
    styled = next((numbering for words, numbering in _STYLES.items() if words in style), Numbering.DECIMAL)
    return OpenList(_TYPES.get(attributes.get("type", "").strip(), styled), _number(attributes.get("start"), 1))


def _number(value: str | None, otherwise: int) -> int:
    figures = (value or "").strip()
    if not (figures.isascii() and figures.isdigit() and len(figures) <= _MOST_FIGURES):
        return otherwise
    return int(figures) if 1 <= int(figures) <= LARGEST_MARK else otherwise
