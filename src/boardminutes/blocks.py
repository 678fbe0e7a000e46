"""The small closed set of blocks of a composed document."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from boardminutes.bars import Bar, an_amount
from boardminutes.model.numbering import label as list_label
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.spans import known, plain, runs


class PanelRole(enum.Enum):
    """What a panel holds: what the reader's eye must find at once, and what stands apart from the minutes."""

    DECISION = "decision"
    ACTION = "action"
    MOTION = "motion"
    DECLARATION = "declaration"
    AGENDA = "agenda"
    RESTRICTED = "restricted"
    NOTICE = "notice"


class TextRole(enum.Enum):
    """How a paragraph stands to its neighbours."""

    BODY = "body"
    ASIDE = "aside"


@attrs.frozen
class Heading:
    """A heading below the document's title.

    Attributes:
        spans: The text.
        level: 2 to 6; the document's title has level 1.
        number: The printed number that hangs beside the text; None for none.
        anchor: A name that is unique in the document: letters, digits and hyphens.
        new_page: Whether it begins a page, in formats that have pages.
    """

    spans: tuple[Span, ...]
    level: int = attrs.field(default=2, kw_only=True)
    number: Span | None = attrs.field(default=None, kw_only=True)
    anchor: str = attrs.field(kw_only=True)
    new_page: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Text:
    """A paragraph.

    Attributes:
        spans: The runs of text; a newline in one is a line break.
        role: Body text, or an aside such as a line about papers, which may be set smaller.
    """

    spans: tuple[Span, ...]
    role: TextRole = attrs.field(default=TextRole.BODY, kw_only=True)


@attrs.frozen
class Points:
    """A list.

    Attributes:
        items: The points, each a sequence of blocks (never empty).
        numbering: How they are marked.
        start: The number of the first.
    """

    items: tuple[tuple[NestedBlock, ...], ...]
    numbering: Numbering = attrs.field(default=Numbering.BULLET, kw_only=True)
    start: int = attrs.field(default=1, kw_only=True)

    def label(self, index: int) -> str:
        """Return the mark of the point at *index* (counted from 0), such as `•`, `3.` or `b.`."""
        return list_label(self.numbering, self.start + index)


@attrs.frozen
class Quotation:
    """A quotation.

    Attributes:
        blocks: What is quoted.
    """

    blocks: tuple[NestedBlock, ...]


@attrs.frozen
class Grid:
    """A table; every row has as many cells as the first, and a cell may be empty.

    Attributes:
        rows: Rows of cells, each cell a sequence of blocks.
        head: The heading row; empty where there is none.
        caption_spans: What the table shows; empty for none. Given as `caption`: a text, runs or None.
        row_heads: Whether the first cell of each row is its heading.
    """

    rows: tuple[tuple[tuple[NestedBlock, ...], ...], ...]
    head: tuple[tuple[NestedBlock, ...], ...] = attrs.field(default=(), kw_only=True)
    caption_spans: tuple[Span, ...] = attrs.field(default=(), kw_only=True, alias="caption", converter=runs)
    row_heads: bool = attrs.field(default=False, kw_only=True)

    @property
    def caption(self) -> str | None:
        """What the table shows as plain text; None for nothing said."""
        return known(self.caption_spans)


@attrs.frozen
class Fact:
    """A label and what is said under it.

    Attributes:
        label: A word or two, without a colon.
        blocks: What is said; never empty.
    """

    label: str
    blocks: tuple[NestedBlock, ...]


@attrs.frozen
class Facts:
    """Labelled facts, as in a title block.

    Attributes:
        rows: The facts in order; never empty.
    """

    rows: tuple[Fact, ...]


@attrs.frozen
class Panel:
    """Blocks that stand out: a decision, an action, a motion.

    Attributes:
        role: What it holds.
        label: The word that names it, such as 'Agreed' or 'Action'; without a colon.
        number: The printed number that stands with the label; None for none.
        blocks: What it says; panels may stand in panels (the amendments and the decision in a motion).
        facts: What is known of it: owner, due, reasons, votes; may be empty.
    """

    role: PanelRole
    label: str
    blocks: tuple[PanelBlock, ...]
    number: Span | None = attrs.field(default=None, kw_only=True)
    facts: tuple[Fact, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class SignatureLine:
    """A place for a signature.

    Attributes:
        label: The word before the line, such as 'Signed'.
        name_spans: Who signs; empty for not known. Given as `name`: a text, runs or None.
        role_spans: The office of the person; empty for not known. Given as `role`, likewise.
        date_label: The word before the date.
        date_spans: The day of signing; empty for a line to write on. Given as `date`: a text, runs or None.
    """

    label: str
    date_label: str
    name_spans: tuple[Span, ...] = attrs.field(default=(), kw_only=True, alias="name", converter=runs)
    role_spans: tuple[Span, ...] = attrs.field(default=(), kw_only=True, alias="role", converter=runs)
    date_spans: tuple[Span, ...] = attrs.field(default=(), kw_only=True, alias="date", converter=runs)

    @property
    def name(self) -> str | None:
        """Who signs as plain text; None for not known."""
        return known(self.name_spans)

    @property
    def role(self) -> str | None:
        """The office of the person as plain text; None for not known."""
        return known(self.role_spans)

    @property
    def date(self) -> str | None:
        """The day of signing as plain text; None for a line to write on."""
        return known(self.date_spans)


@attrs.frozen
class ContentsEntry:
    """A line of the contents.

    Attributes:
        spans: What it says.
        anchor: The anchor of the heading to which it leads.
    """

    spans: tuple[Span, ...]
    anchor: str = attrs.field(kw_only=True)

    @property
    def unlinked(self) -> tuple[Span, ...]:
        """What it says, leading nowhere by itself, since no link may stand in another."""
        return tuple(
            Span(one.text, strong=one.strong, emphasis=one.emphasis, language=one.language) for one in self.spans
        )


@attrs.frozen
class Contents:
    """The contents of a document, with the number of each page in formats that have pages.

    Attributes:
        entries: The entries in order; never empty.
    """

    entries: tuple[ContentsEntry, ...]


@attrs.frozen
class Chart:
    """Plain bars with the table of what they show; a format that draws none still has the table.

    Attributes:
        title_spans: What the chart shows. Given as `title`: a text or runs.
        alternative_text: What the bars tell those who do not see them; it leads to the table.
        bars: The bars from above; where there are none, the table stands alone.
        table: All that the bars show, and perhaps more.
        most: The amount of the longest possible bar, such as 100 for shares in per cent; None for the longest there is.
    """

    title_spans: tuple[Span, ...] = attrs.field(alias="title", converter=runs)
    alternative_text: str
    bars: tuple[Bar, ...]
    table: Grid
    most: float | None = attrs.field(default=None, kw_only=True, validator=attrs.validators.optional(an_amount))

    @property
    def title(self) -> str:
        """What the chart shows as plain text."""
        return plain(self.title_spans)

    def drawn(self) -> Iterator[str]:
        """Yield the texts beside the bars in formats that draw them."""
        for bar in self.bars:
            yield from (bar.short_label, bar.told)

    def share(self, bar: Bar) -> float:
        """Return how long a *bar* is, from 0 to 1 for the longest possible one."""
        longest = max((one.amount for one in self.bars), default=0) if self.most is None else self.most
        return min(bar.amount / longest, 1.0) if longest else 0.0

    def parts(self, most: int) -> tuple[tuple[Bar, ...], ...]:
        """Return the bars in parts of nearly one size, none of more than *most*, for formats that have pages."""
        count = -(-len(self.bars) // most)
        edges = [round(index * len(self.bars) / count) for index in range(count + 1)] if count else []
        return tuple(self.bars[start:end] for start, end in itertools.pairwise(edges))


NestedBlock: TypeAlias = Text | Points | Quotation | Grid
"""A block that may stand inside another."""

PanelBlock: TypeAlias = NestedBlock | Panel
"""A block that may stand in a panel."""

DocumentBlock: TypeAlias = Heading | Text | Points | Quotation | Grid | Facts | Panel | SignatureLine | Contents | Chart
"""A block of a document."""
