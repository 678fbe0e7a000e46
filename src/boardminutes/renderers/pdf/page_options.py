"""What a house may ask for on each page: numbers that run on over the year, numbered lines, a place for initials."""

from __future__ import annotations

import math
from typing import Final

import attrs

from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.style import LINE_NUMBER, LINE_NUMBER_GAP

_ONE_LINE: Final = 5.0
"""What stands side by side is one line, though its baselines may differ by less than this."""


@attrs.frozen(kw_only=True)
class PageOptions:
    """What is asked for.

    Attributes:
        first_page: The number of the first page, where numbers run on from one document to the next; None where each
            document is numbered by itself.
        line_numbers: Whether the lines of each page are numbered.
        initials: Whether there is a place for initials at the foot of each page.
    """

    first_page: int | None = None
    line_numbers: bool = False
    initials: bool = False

    def number(self, index: int) -> int:
        """Return the number of a page, of which the *index* is counted from 1."""
        return index if self.first_page is None else self.first_page + index - 1

    @property
    def labels(self) -> str:
        """The labels of the pages, which a program shows instead of counting them (ISO 32000-1, 12.4.2)."""
        return "" if self.first_page is None else f"/PageLabels<</Nums[0<</S/D/St {self.first_page}>>]>>"


def number_lines(canvas: PageCanvas, setter: Setter, edge: float) -> None:
    """Paint the number of each line of the page at hand, left of the *edge* of the text, and begin to count anew."""
    above = math.inf
    number = 0
    for baseline in sorted(canvas.baselines or (), reverse=True):
        if above - baseline > _ONE_LINE:
            above = baseline
            number += 1
            label = setter.unowned(str(number), LINE_NUMBER, Artifact.LINE_NUMBER)
            label.paint(canvas, edge - LINE_NUMBER_GAP - label.widest, baseline, 0, 1)
    canvas.baselines = []
