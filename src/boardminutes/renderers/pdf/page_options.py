"""What a house may ask for on each page: numbers that run on over the year, numbered lines, a place for initials."""

from __future__ import annotations

import math
from typing import Final

import attrs

from boardminutes.document import Furniture
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.typesetting import Typesetter

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

    def page_text(self, furniture: Furniture, number: int, count: int) -> str:
        """Return what stands at the foot of a page, the *number* of which is counted from 1."""
        if self.first_page is not None:
            return furniture.running_page.replace("{page}", str(self.first_page + number - 1))
        return furniture.page.replace("{page}", str(number)).replace("{pages}", str(count))

    def texts(self, furniture: Furniture) -> tuple[str, ...]:
        """Return what will be painted of the *furniture*."""
        numbered = furniture.page if self.first_page is None else furniture.running_page
        return (furniture.header, numbered, *([furniture.initials] if self.initials else []))

    @property
    def labels(self) -> str:
        """The labels of the pages, which a program shows instead of counting them (ISO 32000-1, 12.4.2)."""
        return "" if self.first_page is None else f"/PageLabels<</Nums[0<</S/D/St {self.first_page}>>]>>"


def number_lines(canvas: PageCanvas, typesetter: Typesetter, edge: float) -> None:
    """Paint the number of each line of the page at hand, left of the *edge* of the text, and begin to count anew."""
    font = look.LINE_NUMBER.font(strong=False, emphasis=False)
    above = math.inf
    number = 0
    for baseline in sorted(canvas.baselines or (), reverse=True):
        if above - baseline > _ONE_LINE:
            above = baseline
            number += 1
            runs = typesetter.runs(str(number), font)
            label = Paragraph([(one, run, Artifact.LINE_NUMBER) for one, run in runs], look.LINE_NUMBER, math.inf)
            label.paint(canvas, edge - look.LINE_NUMBER_GAP - label.widest, baseline, 0, 1)
    canvas.baselines = []
