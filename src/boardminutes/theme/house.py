"""The house style: what documents of one organisation look like, in every format that has a look."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.errors import Problem
from boardminutes.model import _checks as check
from boardminutes.theme.colour import (
    LEAST_CONTRAST,
    LIGHT_GROUNDS,
    colour,
    contrast,
    darkened,
)
from boardminutes.theme.picture import Logo
from boardminutes.theme.values import Density, Margins, NumberingStyle, Paper, TitleBlock, Typeface, one_of, page_text

_DEFAULT_ACCENT: Final = "#0f4061"


def _logo(value: Logo | None) -> Logo | None:
    return None if value is None else check.instance(value, Logo)


def _typeface(value: Typeface) -> Typeface:
    return check.instance(value, Typeface)


def _margins(value: Margins) -> Margins:
    return check.instance(value, Margins)


def _paper(value: Paper) -> str:
    return one_of(value, Paper)


def _density(value: Density) -> str:
    return one_of(value, Density)


def _numbering(value: NumberingStyle) -> str:
    return one_of(value, NumberingStyle)


def _title_block(value: TitleBlock) -> str:
    return one_of(value, TitleBlock)


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=check.checked)
class Theme:
    """A house style, which shapes HTML, PDF and DOCX alike.

    Attributes:
        organisation: Whose documents they are; it stands above the title of a meeting of which no body is known, and
            for `{organisation}`. None for not said.
        logo: The picture above the title; None for none.
        accent: The colour of the organisation's name, the numbers of items and a banner, such as `#0f4061`. It must
            have a contrast of 4.5 to 1 with white and with the ground of table heads (WCAG 2.2, 1.4.3).
        darken_accent: Whether an accent that is too pale is made darker until it can be read, and not refused.
        typeface: The fonts.
        paper: The paper of PDF and DOCX: `a4` or `letter`.
        margins: What stays empty around the text of PDF and DOCX.
        density: How much space there is between lines and paragraphs: `compact`, `normal` or `airy`.
        numbering: Where the numbers of items stand: `hanging` in the margin, `beside` the titles in a column of their
            own, or `inline` as the beginning of the titles.
        title_block: How logo, organisation and title stand: `left`, `centred`, or in a `banner` of the accent colour.
        header: What stands at the head of each page but the first besides the document's own line: a text that may
            hold `{title}`, `{organisation}`, `{page}` and `{pages}`. None for nothing.
        footer: What stands at the foot of each page; where it holds no `{page}`, the number of the page follows it.
            None for the number of the page alone.
    """

    organisation: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    logo: Logo | None = attrs.field(default=None, converter=_logo)
    accent: str = attrs.field(default=_DEFAULT_ACCENT, converter=colour)
    darken_accent: bool = attrs.field(default=False, converter=check.flag)
    typeface: Typeface = attrs.field(factory=Typeface, converter=_typeface)
    paper: Paper = attrs.field(default="a4", converter=_paper)
    margins: Margins = attrs.field(factory=Margins, converter=_margins)
    density: Density = attrs.field(default="normal", converter=_density)
    numbering: NumberingStyle = attrs.field(default="hanging", converter=_numbering)
    title_block: TitleBlock = attrs.field(default="left", converter=_title_block)
    header: str | None = attrs.field(default=None, converter=attrs.converters.optional(page_text))
    footer: str | None = attrs.field(default=None, converter=attrs.converters.optional(page_text))

    def __attrs_post_init__(self) -> None:
        """Refuse or darken an accent that cannot be read."""
        if self.darken_accent:
            object.__setattr__(self, "accent", darkened(self.accent))
        elif problem := _too_pale(self.accent):
            raise check.refuse(problem.path, problem.message)


def _too_pale(accent: str) -> Problem | None:
    where, ratio = min(
        ((where, contrast(accent, ground)) for where, ground in LIGHT_GROUNDS.items()), key=lambda one: one[1]
    )
    if ratio >= LEAST_CONTRAST:
        return None
    message = (
        f"{accent} has a contrast of {int(ratio * 100) / 100:.2f} to 1 with {where}, and text needs {LEAST_CONTRAST:g} "
        f"(WCAG 2.2, 1.4.3); the nearest darker colour that passes is {darkened(accent)}, which darken_accent takes"
    )
    return Problem("accent", message)
