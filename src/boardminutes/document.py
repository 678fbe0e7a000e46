"""A composed document: a small closed set of blocks that every renderer knows.

A kind makes it, in one language and for one audience; a renderer handles every class of `DocumentBlock`, and only
those, and adds no words of its own.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

import attrs

from boardminutes.model.meeting import Meeting
from boardminutes.model.numbering import label as list_label
from boardminutes.model.prose import Span
from boardminutes.model.values import Audience, Numbering


@attrs.frozen
class DatedSpan(Span):
    """A run of text that words a day, a time of day, or both, so that a program can read it too.

    Attributes:
        when: What the text words.
    """

    when: dt.date | dt.time = attrs.field(kw_only=True)


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
    """

    spans: tuple[Span, ...]
    level: int = attrs.field(default=2, kw_only=True)
    number: Span | None = attrs.field(default=None, kw_only=True)
    anchor: str = attrs.field(kw_only=True)


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
        caption: What the table shows; None for none.
        row_heads: Whether the first cell of each row is its heading.
    """

    rows: tuple[tuple[tuple[NestedBlock, ...], ...], ...]
    head: tuple[tuple[NestedBlock, ...], ...] = attrs.field(default=(), kw_only=True)
    caption: str | None = attrs.field(default=None, kw_only=True)
    row_heads: bool = attrs.field(default=False, kw_only=True)


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
        name: Who signs; None for not known.
        role: The office of the person; None for not known.
        date_label: The word before the date.
        date: The day of signing in words; None for a line to write on.
        day: The day that `date` words, so that a program can read it too; None where it is not known.
    """

    label: str
    date_label: str
    name: str | None = attrs.field(default=None, kw_only=True)
    role: str | None = attrs.field(default=None, kw_only=True)
    date: str | None = attrs.field(default=None, kw_only=True)
    day: dt.date | None = attrs.field(default=None, kw_only=True)


NestedBlock: TypeAlias = Text | Points | Quotation | Grid
"""A block that may stand inside another."""

PanelBlock: TypeAlias = NestedBlock | Panel
"""A block that may stand in a panel."""

DocumentBlock: TypeAlias = Heading | Text | Points | Quotation | Grid | Facts | Panel | SignatureLine
"""A block of a document."""


@attrs.frozen(kw_only=True)
class Furniture:
    """The words around the text, in the document's language.

    Attributes:
        header: What stands at the head of every page but the first.
        page: How a page is numbered: a text with `{page}` and `{pages}`.
        skip_link: What the link to the main text says.
    """

    header: str
    page: str
    skip_link: str


@attrs.frozen(kw_only=True)
class Document:
    """A composed document, ready for any renderer.

    Attributes:
        title: The title; never empty.
        organisation: Who met, set above the title; None where it is not known or stands in the title.
        notice: A line that must not be missed, such as that these minutes are a draft; None for none.
        language: The language of the words that are not the meeting's own (BCP 47).
        kind: The name of the kind that composed it.
        audience: For whom it was composed; set by the core, which took the audience's view.
        blocks: The blocks in reading order.
        furniture: The words around the text.
        meetings: What the audience may see of the meetings, in order; at least one.
    """

    title: str
    organisation: str | None = None
    notice: str | None = None
    language: str
    kind: str
    audience: Audience = "public"
    blocks: tuple[DocumentBlock, ...]
    furniture: Furniture
    meetings: tuple[Meeting, ...]

    @property
    def meeting(self) -> Meeting:
        """The first meeting, and for most kinds the only one."""
        return self.meetings[0]

    @property
    def full_title(self) -> str:
        """The title with who met, as a window, a catalogue or a list of files shows it."""
        return self.title if self.organisation is None else f"{self.title} – {self.organisation}"

    def texts(self) -> Iterator[str]:
        """Yield every text that a reader sees, in reading order, one per paragraph, label or number."""
        yield from _known(self.organisation, self.title, self.notice)
        for block in self.blocks:
            yield from block_texts(block)


def _known(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)


def _number(block: Heading | Panel) -> str | None:
    return None if block.number is None else block.number.text


def plain(spans: Iterable[Span]) -> str:
    """Return the plain text of spans."""
    return "".join(span.text for span in spans)


def block_texts(block: DocumentBlock | PanelBlock) -> Iterator[str]:
    """Yield the texts of one block in reading order; the marks of lists are not text of their own."""
    match block:
        case Heading():
            yield from _known(_number(block), plain(block.spans))
        case Text():
            yield plain(block.spans)
        case Points():
            yield from _texts_of(block.items)
        case Quotation():
            yield from _texts_of([block.blocks])
        case Grid():
            yield from _known(block.caption)
            yield from _texts_of(block.head)
            for row in block.rows:
                yield from _texts_of(row)
        case Facts():
            yield from _texts_of_facts(block.rows)
        case Panel():
            yield from _known(block.label, _number(block))
            yield from _texts_of([block.blocks])
            yield from _texts_of_facts(block.facts)
        case SignatureLine():
            yield from _known(block.label, block.name, block.role, block.date_label, block.date)
        case _:
            assert_never(block)


def _texts_of(groups: Iterable[Iterable[PanelBlock]]) -> Iterator[str]:
    for group in groups:
        for block in group:
            yield from block_texts(block)


def _texts_of_facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield fact.label
        yield from _texts_of([fact.blocks])
