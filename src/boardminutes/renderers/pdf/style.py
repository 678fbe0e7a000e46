"""Sizes, colours and distances, as far as no theme changes them, and styles that one may. All lengths are in points."""

from __future__ import annotations

import functools
from typing import Final

import attrs

from boardminutes.document import PanelRole
from boardminutes.renderers.pdf.fonts import style_of

MM: Final = 72 / 25.4
PAPERS: Final = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}

HANG: Final = (34.0, 64.0)
"""How narrow and how wide the column may be, left of the text, in which the numbers of items hang."""

HEADER_ABOVE: Final = 22.0
"""How far the baseline of the header is above the top of the text."""
FOOTER_BELOW: Final = 13 / 24
"""How far the baseline of the footer is above the lower edge of the paper, in parts of the lower margin."""

INK: Final = "0 0 0"
SOFT: Final = "0.29 0.32 0.35"
FAINT: Final = "0.62 0.65 0.68"
HAIRLINE: Final = "0.80 0.82 0.84"
WATERMARK: Final = "0.92 0.92 0.92"
"""So light that text of every colour keeps a contrast of 4.5 to 1 where it runs over the word."""
HEAD_TINT: Final = "0.93 0.945 0.955"
WHITE: Final = "1 1 1"
LINK: Final = "0.04 0.30 0.55"


CELL_SIZES: Final = (9.5, 8.5, 7.5, 7.0)
"""The sizes of Noto Sans in tables: the first in which no word must be cut."""


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
        centred: Whether its lines stand in the middle.
        link: The colour of links in it.
        blank: How wide a blank is, in parts of the size.
    """

    size: float
    leading: float
    strong: bool = False
    emphasis: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 6.0
    centred: bool = False
    link: str = LINK
    blank: float = 0.26

    def font(self, *, strong: bool, emphasis: bool) -> int:
        """Return which font of a family serves a run in a paragraph of this style; stress in italics is upright."""
        return style_of(strong=strong or self.strong, emphasis=emphasis != self.emphasis)


LINE_NUMBER: Final = TextStyle(7, 9, colour=SOFT)
LINE_NUMBER_GAP: Final = 10.0
"""How far the numbers of lines stand left of everything else."""
INITIALS_WIDTH: Final = 64.0
INITIALS_GAP: Final = 6.0
INITIALS_BELOW: Final = 2.0
"""How far the line for initials lies below the baseline of the footer."""
WRITING_LINE: Final = 0.6


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
    PanelRole.NOTICE: PanelStyle("0.545 0.102 0.102", "0.988 0.941 0.941", framed=True),
}
MOST_PAD: Final = 15.0
"""However many panels stand in one another, the outermost reaches no further than this."""
QUOTATION_BAR: Final = PanelStyle(FAINT, None, bar=1.5, pad=0)

PANEL_INSET: Final = 12.0
WHOLE: Final = 0.3
"""A panel that takes a smaller part of a page is not parted."""
LIST_INDENT: Final = 18.0
QUOTE_INDENT: Final = 14.0
NARROWEST: Final = 0.55
"""Indents stop when less than this part of the column is left."""
