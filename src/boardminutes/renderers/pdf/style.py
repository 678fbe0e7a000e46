"""Sizes, colours and distances: the one place that says how minutes look in PDF. All lengths are in points."""

from __future__ import annotations

import functools
from typing import Final

import attrs

from boardminutes.document import PanelRole
from boardminutes.renderers.pdf.fonts import style_of

MM: Final = 72 / 25.4
PAPERS: Final = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}

TEXT_WIDTH: Final = 414.0
"""At 10.5 points about 75 characters a line, within the 80 that WCAG 1.4.8 asks for."""

HANG: Final = (34.0, 64.0)
"""How narrow and how wide the column may be, left of the text, in which the numbers of items hang."""

TOP: Final = 24 * MM
BOTTOM: Final = 24 * MM
HEADER_ABOVE: Final = 22.0
"""How far the baseline of the header is above the top of the text."""
FOOTER_BELOW: Final = 13 * MM
"""How far the baseline of the footer is above the lower edge of the paper."""

INK: Final = "0 0 0"
SOFT: Final = "0.29 0.32 0.35"
FAINT: Final = "0.62 0.65 0.68"
HAIRLINE: Final = "0.80 0.82 0.84"
WATERMARK: Final = "0.92 0.92 0.92"
"""So light that text of every colour keeps a contrast of 4.5 to 1 where it runs over the word."""
HEAD_TINT: Final = "0.93 0.945 0.955"
ACCENT: Final = "0.06 0.25 0.38"
LINK: Final = "0.04 0.30 0.55"


@attrs.frozen(cache_hash=True)
class TextStyle:
    """How a paragraph is set.

    Attributes:
        size: The size of the font.
        leading: The distance from line to line.
        strong: Whether all of it is bold.
        emphasis: Whether all of it is italic.
        colour: Its colour, as red, green and blue from 0 to 1.
        before: The space above it.
        after: The space below it.
    """

    size: float
    leading: float
    strong: bool = False
    emphasis: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 6.0

    def font(self, *, strong: bool, emphasis: bool) -> int:
        """Return which font of a family serves a run in a paragraph of this style; stress in italics is upright."""
        return style_of(strong=strong or self.strong, emphasis=emphasis != self.emphasis)


BODY: Final = TextStyle(10.5, 15, after=7)
PANEL_TEXT: Final = TextStyle(10.5, 15, after=5)
CALM: Final = TextStyle(10, 14, colour=SOFT, after=5)
ORGANISATION: Final = TextStyle(11.5, 16, strong=True, colour=ACCENT, after=3)
TITLE: Final = TextStyle(21, 27, strong=True, after=12)
NOTICE: Final = TextStyle(10.5, 15, strong=True, after=20)
CAPTION: Final = TextStyle(9.5, 13, strong=True, before=10, after=4)
SIGN_LABEL: Final = TextStyle(9, 12, strong=True, colour=SOFT, after=2)
SIGNED: Final = TextStyle(10.5, 14.5, after=0)
FACT_LABEL: Final = TextStyle(10, 14, strong=True, colour=SOFT)
PANEL_FACT_LABEL: Final = TextStyle(9.5, 13, strong=True, colour=SOFT)
FACT: Final = TextStyle(10, 14, after=3)
PANEL_LABEL: Final = TextStyle(10, 14.5, strong=True, after=2)
PANEL_FACT: Final = TextStyle(9.5, 13, after=2)
FURNITURE: Final = TextStyle(8.5, 11, colour=SOFT)
LINE_NUMBER: Final = TextStyle(7, 9, colour=SOFT)
LINE_NUMBER_GAP: Final = 10.0
"""How far the numbers of lines stand left of everything else."""
INITIALS_WIDTH: Final = 64.0
INITIALS_GAP: Final = 6.0
INITIALS_BELOW: Final = 2.0
"""How far the line for initials lies below the baseline of the footer."""
WRITING_LINE: Final = 0.6

HEADINGS: Final = {
    2: TextStyle(13.5, 18, strong=True, before=22, after=6),
    3: TextStyle(11.5, 16, strong=True, before=15, after=5),
    4: TextStyle(10.5, 15, strong=True, before=12, after=4),
    5: TextStyle(10.5, 15, strong=True, emphasis=True, before=10, after=4),
    6: TextStyle(10.5, 15, emphasis=True, before=10, after=4),
}

CELL_SIZES: Final = (9.5, 8.5, 7.5, 7.0)
"""The sizes of text in tables: the first in which no word must be cut."""


def cell_style(size: float) -> TextStyle:
    """Return the style of text in a table."""
    return TextStyle(size, round(size * 1.38, 1), after=3)


@functools.lru_cache(maxsize=64)
def aside_of(style: TextStyle) -> TextStyle:
    """Return the style of an aside among text of a *style*."""
    return attrs.evolve(
        style,
        size=round(style.size * 0.87, 1),
        leading=round(style.leading * 0.85, 1),
        colour=SOFT,
        after=style.after - 1,
    )


@functools.lru_cache(maxsize=64)
def point_of(style: TextStyle) -> TextStyle:
    """Return the style of the points of a list among text of a *style*."""
    return attrs.evolve(style, after=min(style.after, 4.0))


@functools.lru_cache(maxsize=64)
def strong(style: TextStyle) -> TextStyle:
    """Return the same style in bold."""
    return attrs.evolve(style, strong=True)


@functools.lru_cache(maxsize=64)
def coloured(style: TextStyle, colour: str) -> TextStyle:
    """Return the same style in another colour."""
    return attrs.evolve(style, colour=colour)


@attrs.frozen
class PanelStyle:
    """How a panel stands out.

    Attributes:
        colour: The colour of its rule and of its label.
        tint: Its ground; None for none.
        bar: How thick the rule at its left is.
        framed: Whether a thin line runs all around it.
        pad: How far it reaches above and below the text.
    """

    colour: str
    tint: str | None
    bar: float = 3.0
    framed: bool = False
    pad: float = 5.0


PANELS: Final = {
    PanelRole.DECISION: PanelStyle("0.05 0.36 0.20", "0.937 0.968 0.945"),
    PanelRole.ACTION: PanelStyle("0.58 0.25 0.02", "0.995 0.958 0.915"),
    PanelRole.MOTION: PanelStyle("0.28 0.22 0.53", "0.955 0.950 0.980"),
    PanelRole.DECLARATION: PanelStyle("0.29 0.32 0.35", "0.955 0.960 0.965"),
    PanelRole.AGENDA: PanelStyle("0.38 0.41 0.45", None, bar=1.5),
    PanelRole.RESTRICTED: PanelStyle("0.55 0.05 0.10", "0.985 0.945 0.945", bar=5, framed=True),
    PanelRole.NOTICE: PanelStyle("0.50 0.36 0.00", "1.000 0.973 0.890", framed=True),
}
MOST_PAD: Final = 15.0
"""However many panels stand in one another, the outermost reaches no further than this."""
QUOTATION_BAR: Final = PanelStyle(FAINT, None, bar=1.5, pad=0)

PANEL_INSET: Final = 12.0
AFTER_FACTS: Final = 10.0
WHOLE: Final = 0.3
"""A panel that takes a smaller part of a page is not parted."""
LIST_INDENT: Final = 18.0
QUOTE_INDENT: Final = 14.0
NARROWEST: Final = 0.55
"""Indents stop when less than this part of the column is left."""
