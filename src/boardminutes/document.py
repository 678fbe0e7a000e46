"""A composed document, made of a small closed set of blocks that every renderer knows.

A kind makes it, in one language and for one audience; a renderer handles every class of `DocumentBlock`, and only
those, and adds no words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes._block_texts import block_texts, spans_of
from boardminutes.bars import Bar
from boardminutes.blocks import (
    Chart,
    Contents,
    ContentsEntry,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
)
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.model.values import Audience
from boardminutes.spans import DatedSpan, ReferenceSpan, known, plain, runs
from boardminutes.wording import Wording

__all__ = [
    "Bar",
    "Chart",
    "Contents",
    "ContentsEntry",
    "DatedSpan",
    "Document",
    "DocumentBlock",
    "Fact",
    "Facts",
    "Furniture",
    "Grid",
    "Heading",
    "NestedBlock",
    "Panel",
    "PanelBlock",
    "PanelRole",
    "Points",
    "Quotation",
    "ReferenceSpan",
    "SignatureLine",
    "Text",
    "TextRole",
    "block_texts",
    "led_to",
    "plain",
    "spans_of",
]


@attrs.frozen(kw_only=True)
class Furniture:
    """The words around the text, in the document's language.

    Attributes:
        header: What stands at the head of every page but the first; it begins with the mark.
        mark: What no page may leave out, such as that it is not for publication; None for nothing.
        page: How a page is numbered: a text with `{page}` and `{pages}`.
        skip_link: What the link to the main text says.
        running_page: How a page is numbered where the numbers run on from one document to the next, so that nobody
            knows the last: a text with `{page}`.
        initials: The word before a place for initials at the foot of a page.
        colon: What stands between a label and what it says in formats that write both in one line: a colon, with a
            blank before it where the language wants one.
    """

    header: str
    mark: str | None = None
    page: str
    skip_link: str
    running_page: str = "{page}"
    initials: str = ""
    colon: str = ":"


@attrs.frozen(kw_only=True)
class Document:
    """A composed document, ready for any renderer.

    Attributes:
        title_spans: The title; never empty. Given as `title`: a text or runs.
        organisation_spans: Who met, set above the title; empty where it is not known or stands in the title. Given as
            `organisation`: a text, runs or None.
        notice: A line that must not be missed, such as that these minutes are a draft; None for none.
        watermark: A word in the background of each page, in formats that have pages, such as 'Draft'; None for none. It
            stands for what the notice says, and is no text of the document.
        language: The language of the words that are not the meeting's own (BCP 47).
        kind: The name of the kind that composed it.
        audience: For whom it was composed; set by the core, which took the audience's view.
        blocks: The blocks in reading order.
        furniture: The words around the text.
        meetings: What the audience may see of the meetings and the kind shows, in order; at least one.
        table: All entries as one flat table, for formats that are tables: a heading row whose columns are always the
            same, and rows that can each be read alone; None where the kind has none.
        words: The words in which it was composed, for a house's own template; set by the core. No file carries them.
    """

    title_spans: tuple[Span, ...] = attrs.field(alias="title", converter=runs)
    organisation_spans: tuple[Span, ...] = attrs.field(default=(), alias="organisation", converter=runs)
    notice: str | None = None
    watermark: str | None = None
    language: str
    kind: str
    audience: Audience = "public"
    blocks: tuple[DocumentBlock, ...]
    furniture: Furniture
    meetings: tuple[Meeting, ...]
    table: Grid | None = None
    words: Wording | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def title(self) -> str:
        """The title as plain text."""
        return plain(self.title_spans)

    @property
    def organisation(self) -> str | None:
        """Who met as plain text; None where it is not known or stands in the title."""
        return known(self.organisation_spans)

    @property
    def meeting(self) -> Meeting:
        """The first meeting, and for most kinds the only one."""
        return self.meetings[0]

    @property
    def full_title(self) -> str:
        """The title with who met, as a window, a catalogue or a list of files shows it."""
        return self.title if self.organisation is None else f"{self.title} – {self.organisation}"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    def texts(self) -> Iterator[str]:
        """Yield every text that a reader sees, in reading order, one per paragraph, label or number."""
        yield from (text for text in (self.organisation, self.title, self.notice) if text is not None)
        for block in self.blocks:
            yield from block_texts(block)


def led_to(document: Document) -> frozenset[str]:
    """Return the anchors to which the runs and the contents of a *document* lead."""
    anchors = {span.anchor for block in document.blocks for span in spans_of(block) if isinstance(span, ReferenceSpan)}
    anchors.update(one.anchor for block in document.blocks if isinstance(block, Contents) for one in block.entries)
    return frozenset(anchors)
