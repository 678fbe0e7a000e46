"""The word in the background of each page: an artifact, so that it is looked at and never read out."""

from __future__ import annotations

import math
from typing import Final

from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.canvas import PageCanvas
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.structure import Artifact
from boardminutes.renderers.pdf.typesetting import Typesetter

_SLOPE: Final = math.pi / 4
_LARGEST: Final = 150.0
_ACROSS: Final = 0.75
"""How much of the width of the page it takes at most."""
_HALF_A_CAPITAL: Final = 0.357
"""Of Noto Sans, in parts of the font size."""
_HARDLY_ANYTHING: Final = 0.001


class Watermark:
    """A word that runs up across the middle of a page."""

    def __init__(self, word: str, size: tuple[float, float], typesetter: Typesetter) -> None:
        """Set a *word* for pages of a *size*, smaller where it is long."""
        text = " ".join(word.split())
        widest = size[0] * _ACROSS / math.cos(_SLOPE)
        self._centre = (size[0] / 2, size[1] / 2)
        self._line = _line(text, 1.0, typesetter)
        self._line = _line(text, min(_LARGEST, widest / max(self._line.widest, _HARDLY_ANYTHING)), typesetter)

    def paint(self, canvas: PageCanvas) -> None:
        """Paint the word."""
        style = self._line.style
        canvas.turn(self._centre, _SLOPE)
        self._line.paint(canvas, -self._line.widest / 2, -_HALF_A_CAPITAL * style.size, 0, 1)
        canvas.turn_back()


def _line(text: str, size: float, typesetter: Typesetter) -> Paragraph:
    style = look.TextStyle(size, size, strong=True, colour=look.WATERMARK)
    font = style.font(strong=False, emphasis=False)
    return Paragraph([(one, run, Artifact.WATERMARK) for one, run in typesetter.runs(text, font)], style, 1e6)
