"""What a reader of the structure must find of a document: its texts, with the marks of lists, and its blocks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf.characters import is_mark

NUMBERINGS = {
    Numbering.BULLET: {"Disc", "Circle", "Square"},
    Numbering.DECIMAL: {"Decimal"},
    Numbering.LOWER_ALPHA: {"LowerAlpha"},
    Numbering.UPPER_ALPHA: {"UpperAlpha"},
    Numbering.LOWER_ROMAN: {"LowerRoman"},
    Numbering.UPPER_ROMAN: {"UpperRoman"},
}
"""How each numbering may be named in the attributes of a list (ISO 32000-1, 14.8.5.5)."""


class Run(NamedTuple):
    """Text of one language, that leads to one place.

    Attributes:
        text: The text.
        language: Its language; None for that of the document.
        target: Where it leads; None for nowhere.
    """

    text: str
    language: str | None = None
    target: str | None = None


class Said(NamedTuple):
    """One paragraph, label or number, or the mark of a point.

    Attributes:
        runs: Its text.
        is_mark: Whether it is the mark of a point, which `Document.texts` leaves out.
    """

    runs: tuple[Run, ...]
    is_mark: bool = False

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


def said(document: Document) -> list[Said]:
    """Return all that a document says, in order.

    Raises:
        AssertionError: This is not what `Document.texts` yields: what is expected here is out of date.
    """
    found = [*_lines(document.organisation_spans, document.title_spans), *_plain(document.notice)]
    for block in document.blocks:
        found += _said(block)
    assert [one.text for one in found if not one.is_mark] == list(document.texts())
    return found


def _plain(*texts: str | None) -> Iterator[Said]:
    return (Said((Run(text),)) for text in texts if text is not None)


def _lines(*lines: tuple[Span, ...]) -> Iterator[Said]:
    return (_spans(line) for line in lines if line)


def _number(number: Span | None) -> Iterator[Said]:
    return (_spans([span]) for span in (number,) if span is not None)


def _spans(spans: Iterable[Span]) -> Said:
    return Said(_with_marks_joined(Run(span.text, span.language, span.link) for span in spans))


def _with_marks_joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Give each combining mark that begins a run to the run before it: one glyph draws both."""
    joined: list[Run] = []
    for run in runs:
        text = run.text
        while joined and text and is_mark(text[0]):
            joined[-1] = joined[-1]._replace(text=joined[-1].text + text[0])
            text = text[1:]
        if text:
            joined.append(run._replace(text=text))
    return tuple(joined)


def _said(block: DocumentBlock | PanelBlock) -> Iterator[Said]:  # noqa: C901 - a closed set
    match block:
        case Heading():
            yield from _number(block.number)
            yield _spans(block.spans)
        case Text():
            yield _spans(block.spans)
        case Points():
            yield from _points(block)
        case Quotation():
            yield from _all(block.blocks)
        case Grid():
            yield from _lines(block.caption_spans)
            yield from _all(_in_cells(block))
        case Facts():
            yield from _facts(block.rows)
        case Panel():
            yield from _plain(block.label)
            yield from _number(block.number)
            yield from _all(block.blocks)
            yield from _facts(block.facts)
        case SignatureLine():
            yield from _plain(block.label)
            yield from _lines(block.name_spans, block.role_spans)
            yield from _plain(block.date_label)
            yield from _lines(block.date_spans)
        case Chart():
            yield _spans(block.title_spans)
            drawn = "".join(f"{text} " for text in block.drawn())
            yield from [Said((Run(drawn),), is_mark=True)] if drawn else []
            yield from _said(block.table)
        case Contents():
            yield from (_spans(entry.spans) for entry in block.entries)


def _points(points: Points) -> Iterator[Said]:
    for index, item in enumerate(points.items):
        yield Said((Run(points.label(index)),), is_mark=True)
        yield from _all(item)


def _in_cells(grid: Grid) -> Iterator[NestedBlock]:
    return itertools.chain.from_iterable(itertools.chain.from_iterable((grid.head, *grid.rows)))


def _all(blocks: Iterable[DocumentBlock | PanelBlock]) -> Iterator[Said]:
    for block in blocks:
        yield from _said(block)


def _facts(facts: Iterable[Fact]) -> Iterator[Said]:
    for fact in facts:
        yield Said((Run(fact.label),))
        yield from _all(fact.blocks)


def blocks_of(document: Document) -> Iterator[DocumentBlock | PanelBlock]:
    """Yield every block in order, those in others after what holds them; the facts of a panel count as a block."""
    waiting: list[DocumentBlock | PanelBlock] = list(reversed(document.blocks))
    while waiting:
        block = waiting.pop()
        yield block
        waiting += reversed([*_inside(block)])


def _inside(block: DocumentBlock | PanelBlock) -> Iterator[DocumentBlock | PanelBlock]:
    match block:
        case Points():
            yield from itertools.chain.from_iterable(block.items)
        case Quotation():
            yield from block.blocks
        case Grid():
            yield from _in_cells(block)
        case Facts():
            yield from itertools.chain.from_iterable(fact.blocks for fact in block.rows)
        case Panel():
            yield from block.blocks
            if block.facts:
                yield Facts(block.facts)
        case Chart():
            yield block.table
        case Heading() | Text() | SignatureLine() | Contents():
            pass


def is_written(blocks: Iterable[DocumentBlock | PanelBlock]) -> bool:
    """Whether anything of some blocks is printed: texts without a character leave nothing behind."""
    return any(one.text for one in _all(blocks))


def grids_of(document: Document) -> list[Grid]:
    """Return the tables: grids of which more than a caption is printed, or of which cells are printed at all."""
    grids = (block for block in blocks_of(document) if isinstance(block, Grid) and (block.head or block.rows))
    return [grid for grid in grids if grid.caption is not None or is_written(_in_cells(grid))]
