"""How documents of one theme look in PDF: the styles of their text, the page, and the title block."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes.renderers.pdf.fonts import REGULAR, Family, default_family, family_of
from boardminutes.renderers.pdf.style import CELL_SIZES, MM, PAPERS, SOFT, WHITE, PanelStyle, TextStyle
from boardminutes.theme import Theme
from boardminutes.theme.colour import parts
from boardminutes.theme.values import Density, Paper

TEXT_WIDTH: Final = 405.0
"""At 10.5 points of Noto Sans about 75 characters a line, within the 80 that WCAG 1.4.8 asks for."""

_LEADING: Final[Mapping[Density, float]] = {"compact": 0.93, "normal": 1.0, "airy": 1.07}
_SPACE: Final[Mapping[Density, float]] = {"compact": 0.75, "normal": 1.0, "airy": 1.3}
_MOST_ENLARGED: Final = 1.15
_SAMPLE: Final = (
    "The board agreed that the plan be published before it meets again, and thanked all who had worked on it."
)
_BANNER_PAD: Final = 14.0


@attrs.frozen(eq=False)
class Look:
    """How documents of one theme look.

    Attributes:
        theme: The theme.
        family: The fonts.
        size: The width and height of the paper.
        top: The margin above the text.
        bottom: The margin below it.
        sides: The margins left and right of what is printed, at least.
        text_width: How wide the text is where there is room.
        accent: The colour of the organisation and of the numbers of headings.
        banner: The ground behind the title; None for none.
        body: The style of paragraphs.
        panel_text: That of paragraphs in panels.
        calm: That of paragraphs in the panels of an agenda.
        organisation: That of who met.
        title: That of the title.
        notice: That of the line that must not be missed.
        caption: That of the captions of tables.
        sign_label: That of what stands above a line to sign on.
        signed: That of what stands below it.
        fact_label: That of the labels of facts.
        panel_fact_label: That of the labels of facts in panels.
        fact: That of facts.
        panel_fact: That of facts in panels.
        panel_label: That of the labels of panels.
        furniture: That of headers and footers.
        headings: Those of headings, by level.
        after_facts: The space below facts.
        cell_sizes: The sizes of text in tables: the first in which no word must be cut.
    """

    theme: Theme
    family: Family
    size: tuple[float, float]
    top: float
    bottom: float
    sides: tuple[float, float]
    text_width: float
    accent: str
    banner: PanelStyle | None
    body: TextStyle
    panel_text: TextStyle
    calm: TextStyle
    organisation: TextStyle
    title: TextStyle
    notice: TextStyle
    caption: TextStyle
    sign_label: TextStyle
    signed: TextStyle
    fact_label: TextStyle
    panel_fact_label: TextStyle
    fact: TextStyle
    panel_fact: TextStyle
    panel_label: TextStyle
    furniture: TextStyle
    headings: Mapping[int, TextStyle]
    after_facts: float
    cell_sizes: tuple[float, ...]

    def width_beside(self, hang: float) -> float:
        """Return how wide the text is beside a column *hang* wide."""
        left, right = self.sides
        return min(self.text_width, self.size[0] - left - right - hang)

    def cell(self, size: float) -> TextStyle:
        """Return the style of text in a table."""
        leading = round(size * 1.38 * _LEADING[self.theme.density], 1)
        return TextStyle(size, leading, after=3, blank=self.body.blank)


@attrs.frozen(eq=False)
class _Scale:
    """What makes styles of those of the default theme.

    Attributes:
        type: How much larger the type is.
        leading: How much further its lines stand apart.
        space: How much more space there is between paragraphs.
        blank: How wide a blank is, in parts of the size.
    """

    type: float
    leading: float
    space: float
    blank: float

    def style(
        self, size: float, leading: float, *, before: float = 0.0, after: float = 6.0, colour: str | None = None,
        strong: bool = False, emphasis: bool = False,
    ) -> TextStyle:  # fmt: skip
        made = TextStyle(
            round(size * self.type, 1),
            round(leading * self.type * self.leading, 1),
            strong=strong,
            emphasis=emphasis,
            before=round(before * self.space, 1),
            after=round(after * self.space, 1),
            blank=self.blank,
        )
        return made if colour is None else attrs.evolve(made, colour=colour)


@functools.lru_cache(maxsize=16)
def look_of(theme: Theme, paper: Paper) -> Look:
    """Return the look of documents of a *theme* on a *paper*.

    Raises:
        FontError: A font of the theme cannot be used.
    """
    family = family_of(theme.typeface)
    narrower = _mean_width(default_family()) / _mean_width(family)
    enlarged = min(max(narrower**0.5, 1.0), _MOST_ENLARGED)  # narrow type looks small
    blank = max(face.widths[" "] for face in family.faces)
    scale = _Scale(enlarged, _LEADING[theme.density], _SPACE[theme.density], blank)
    style = scale.style
    accent = " ".join(f"{part:.3f}" for part in parts(theme.accent))
    organisation = style(11.5, 16, strong=True, after=3, colour=accent)
    title = style(21, 27, strong=True, after=12)
    banner = None
    if theme.title_block == "centred":
        organisation, title = (attrs.evolve(one, centred=True) for one in (organisation, title))
    elif theme.title_block == "banner":
        banner = PanelStyle(accent, accent, bar=0.0, pad=_BANNER_PAD)
        organisation, title = (attrs.evolve(one, colour=WHITE, link=WHITE) for one in (organisation, title))
    margins = theme.margins
    return Look(
        theme=theme,
        family=family,
        size=PAPERS[paper],
        top=margins.top * MM,
        bottom=margins.bottom * MM,
        sides=(margins.left * MM, margins.right * MM),
        text_width=TEXT_WIDTH / narrower * enlarged,
        accent=accent,
        banner=banner,
        body=style(10.5, 15, after=7),
        panel_text=style(10.5, 15, after=5),
        calm=style(10, 14, colour=SOFT, after=5),
        organisation=organisation,
        title=title,
        notice=style(10.5, 15, strong=True, after=20),
        caption=style(9.5, 13, strong=True, before=10, after=4),
        sign_label=style(9, 12, strong=True, colour=SOFT, after=2),
        signed=style(10.5, 14.5, after=0),
        fact_label=style(10, 14, strong=True, colour=SOFT),
        panel_fact_label=style(9.5, 13, strong=True, colour=SOFT),
        fact=style(10, 14, after=3),
        panel_fact=style(9.5, 13, after=2),
        panel_label=style(10, 14.5, strong=True, after=2),
        furniture=style(8.5, 11, colour=SOFT),
        headings={
            2: style(13.5, 18, strong=True, before=22, after=6),
            3: style(11.5, 16, strong=True, before=15, after=5),
            4: style(10.5, 15, strong=True, before=12, after=4),
            5: style(10.5, 15, strong=True, emphasis=True, before=10, after=4),
            6: style(10.5, 15, emphasis=True, before=10, after=4),
        },
        after_facts=round(10.0 * scale.space, 1),
        cell_sizes=tuple(round(size * enlarged, 1) for size in CELL_SIZES),
    )


def _mean_width(family: Family) -> float:
    """Return how wide ordinary text is, in parts of the size."""
    return family.faces[REGULAR].measure(_SAMPLE)
