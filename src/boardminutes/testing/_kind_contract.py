"""The contract of a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    block_texts,
)
from boardminutes.kinds import Kind
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import Audience
from boardminutes.rendering import compose
from boardminutes.testing._carried import unseen
from boardminutes.testing._comparing import Examples, for_each, missing, shown, with_single_blanks
from boardminutes.testing._sample_items import CANARY
from boardminutes.testing._sample_meeting import sample_meeting
from boardminutes.views import for_audience
from boardminutes.wording import DEFAULT_LANGUAGE, Wording

_ANCHOR = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_FIRST_LEVEL, _LAST_LEVEL = 2, 6

Shows = Callable[[Meeting], Iterable[str]]


def _nothing(_meeting: Meeting) -> Iterable[str]:
    return ()


def check_kind(
    kind: Kind,
    *,
    shows: Shows = _nothing,
    meetings: Examples[Meeting] = (),
    examples: int = 25,
    lang: str | Wording = DEFAULT_LANGUAGE,
    several: bool = False,
) -> None:
    """Check that a kind keeps its promises; each that is broken is an AssertionError that says which.

    It composes an empty meeting and a rich one, for everybody and for those who may see all. The document has a title
    and is well formed: levels of headings never skip, anchors are letters, digits and hyphens and stand once, no list,
    quotation, panel or group of facts is empty, tables are even. What it claims to show is there, in order; nothing
    restricted is in a public document. Its meetings, which travel inside the files that are made of it, hold no text of
    the record that it does not show. If it has a table, it has one for every meeting, of even rows under the same
    columns, and each text of the record is in it too. The same meeting gives the same document.

    Args:
        kind: The kind, with the options that it shall be tried with.
        shows: Returns the texts of a meeting, as the audience may see it, that the document must hold, in order.
        meetings: More meetings to try: any sequence, or a Hypothesis strategy, such as that of
            `boardminutes.testing.strategies.meetings`.
        examples: How many meetings to draw from a strategy.
        lang: The language of the words that are not the meeting's own: a tag such as `"cy"`, or a Wording.
        several: Whether the kind takes several meetings; then each is tried before another one too.
    """
    contract = _KindContract(kind, shows, lang, several)
    contract.check(Meeting())
    if CANARY in repr(contract.composed("public", sample_meeting())):
        raise contract.fail("a public document must hold nothing restricted, and holds some of the sample meeting's")
    contract.check(sample_meeting())
    for_each(meetings, contract.check, examples)


@attrs.frozen
class _KindContract:
    """One kind and what it claims to show.

    Attributes:
        kind: The kind.
        shows: Returns the texts that must be in its document.
        lang: The language in which it composes.
        several: Whether it takes several meetings.
    """

    kind: Kind
    shows: Shows
    lang: str | Wording
    several: bool

    def fail(self, why: str) -> AssertionError:
        """Return the error for a broken promise."""
        return AssertionError(f"{type(self.kind).__qualname__}: {why}")

    def check(self, meeting: Meeting) -> None:
        """Check the documents of one meeting."""
        audiences: tuple[Audience, ...] = ("public", "full")
        for audience in audiences:
            self.check_document(audience, meeting)
            if self.several:
                self.check_document(audience, meeting, sample_meeting())

    def check_document(self, audience: Audience, *meetings: Meeting) -> None:
        """Check the document of one or several meetings for one audience."""
        document = self.composed(audience, *meetings)
        if document != self.composed(audience, *meetings):
            raise self.fail("the same meeting must give the same document, and gave two")
        self.check_frame(document, len(meetings))
        self.check_headings(document)
        for block in document.blocks:
            self.check_block(block)
        shown_texts = (text for meeting in for_audience(tuple(meetings), audience) for text in self.shows(meeting))
        wrong = missing(shown_texts, "\n".join(document.texts()), with_single_blanks)
        if wrong is not None:
            raise self.fail(f"what it shows must be there in order, and {wrong}")
        self.check_carried(document)
        self.check_table(document)

    def check_table(self, document: Document) -> None:
        """Check that the table of a document has the columns that it always has, and lacks no text of an entry."""
        table, empty = document.table, self.composed("public", Meeting()).table
        if table is None or empty is None:
            if table is not empty:
                raise self.fail("a kind must have a table for every meeting or for none, and has one for some")
            return
        self.check_block(table)
        if not table.head or table.head != empty.head:
            raise self.fail(f"the columns of a table must be the same for every meeting, got {table.head!r}")
        texts = tuple(block_texts(table))
        for index, meeting in enumerate(document.meetings):
            if meeting.items or meeting.attendees or meeting.declarations:
                for place, text in unseen(meeting, f"meetings[{index}]", texts):
                    raise self.fail(f"no entry must be lost in the table, and {place} is: {shown(text)}")

    def check_carried(self, document: Document) -> None:
        """Check that no text is in the meetings of a document, which travel inside its files, and not in its blocks."""
        for place, text in unseen(document.meetings, "meetings", document.texts()):
            raise self.fail(
                f"what travels inside a document must be shown in it, and {place} is not: {shown(text)}; take it out "
                "of the meetings of the document, as kinds.agenda.planned_view does"
            )

    def composed(self, audience: Audience, *meetings: Meeting) -> Document:
        """Compose one document."""
        try:
            return compose(meetings, self.kind, audience=audience, lang=self.lang)
        except Exception as error:
            raise self.fail(f"compose must return a Document, and raised {error!r}") from error

    def check_frame(self, document: Document, meetings: int) -> None:
        """Check what stands around the blocks."""
        for name in ("title", "kind", "language"):
            if not str(getattr(document, name)).strip():
                raise self.fail(f"{name} must not be empty")
        if len(document.meetings) != meetings:
            raise self.fail(f"meetings must hold what was composed, {meetings}, and holds {len(document.meetings)}")
        if not {"{page}", "{pages}"} <= set(re.findall(r"\{\w+\}", document.furniture.page)):
            raise self.fail(f"furniture.page must hold {{page}} and {{pages}}, got {document.furniture.page!r}")
        if "{page}" not in document.furniture.running_page:
            raise self.fail(f"furniture.running_page must hold {{page}}, got {document.furniture.running_page!r}")

    def check_headings(self, document: Document) -> None:
        """Check levels and anchors."""
        level, anchors = _FIRST_LEVEL - 1, set[str]()
        for heading in document.blocks:
            if not isinstance(heading, Heading):
                continue
            if not _FIRST_LEVEL <= heading.level <= min(level + 1, _LAST_LEVEL):
                raise self.fail(f"a heading of level {heading.level} must not follow one of level {level}: {heading!r}")
            if not _ANCHOR.fullmatch(heading.anchor):
                raise self.fail(f"an anchor must be letters, digits and hyphens, got {heading.anchor!r}")
            if heading.anchor in anchors:
                raise self.fail(f"an anchor must stand once, and {heading.anchor!r} stands twice")
            level = heading.level
            anchors.add(heading.anchor)

    def check_block(self, block: DocumentBlock | PanelBlock) -> None:
        """Check that a block, and what stands in it, holds something, and that tables are even."""
        if isinstance(block, Grid):
            widths = {len(row) for row in (*([block.head] if block.head else []), *block.rows)}
            if len(widths) != 1 or 0 in widths:
                raise self.fail(f"the rows of a table must have the same number of cells, at least one: {block!r}")
        else:
            for name, parts in _parts(block):
                if not parts:
                    raise self.fail(f"{type(block).__name__} must not have empty {name}: {block!r}")
        for inner in inner_blocks(block):
            self.check_block(inner)


def _parts(block: DocumentBlock | PanelBlock) -> Iterator[tuple[str, tuple[object, ...]]]:
    match block:
        case Points(items):
            yield "items", items
            yield from (("items", item) for item in items)
        case Quotation(blocks):
            yield "blocks", blocks
        case Facts(rows):
            yield "rows", rows
            yield from (("facts", row.blocks) for row in rows)
        case Panel(blocks=blocks, facts=facts):
            yield "blocks", blocks
            yield from (("facts", fact.blocks) for fact in facts)
        case Contents(entries):
            yield "entries", entries
            yield from (("spans", entry.spans) for entry in entries)
        case Chart(title_spans=title):
            yield "title", title
        case _:
            yield "spans", getattr(block, "spans", ("a signature line",))


def inner_blocks(block: DocumentBlock | PanelBlock) -> Iterator[PanelBlock]:
    """Yield the blocks that stand in a block, in order."""
    match block:
        case Points(items):
            yield from (inner for item in items for inner in item)
        case Quotation(blocks):
            yield from blocks
        case Grid(rows=rows, head=head):
            yield from (inner for row in (head, *rows) for cell in row for inner in cell)
        case Facts(rows):
            yield from (inner for row in rows for inner in row.blocks)
        case Panel(blocks=blocks, facts=facts):
            yield from blocks
            yield from (inner for fact in facts for inner in fact.blocks)
        case Chart(table=table):
            yield table
        case _:
            return
