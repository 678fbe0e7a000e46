"""What blocks say: their texts, and the runs of text in them, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from boardminutes.blocks import (
    Chart,
    Contents,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
)
from boardminutes.model.prose import Span
from boardminutes.spans import plain


def _known(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)


def _number(block: Heading | Panel) -> str | None:
    return None if block.number is None else block.number.text


def block_texts(block: DocumentBlock | PanelBlock) -> Iterator[str]:  # noqa: C901 - a closed set
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
        case Contents():
            yield from (plain(entry.spans) for entry in block.entries)
        case Chart():
            yield block.title
            yield from block_texts(block.table)
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


def spans_of(block: DocumentBlock | PanelBlock) -> Iterator[Span]:  # noqa: C901 - a closed set
    """Yield the runs of one block, and of those in it, in reading order; labels that are texts are none."""
    match block:
        case Text():
            yield from block.spans
        case Heading():
            yield from (*((block.number,) if block.number else ()), *block.spans)
        case Points():
            yield from _spans_in(block.items)
        case Quotation():
            yield from _spans_in([block.blocks])
        case Grid():
            yield from block.caption_spans
            yield from _spans_in(cell for row in (block.head, *block.rows) for cell in row)
        case Facts():
            yield from _spans_in(fact.blocks for fact in block.rows)
        case Panel():
            yield from (block.number,) if block.number else ()
            yield from _spans_in((block.blocks, *(fact.blocks for fact in block.facts)))
        case SignatureLine():
            yield from (*block.name_spans, *block.role_spans, *block.date_spans)
        case Contents():
            yield from (span for entry in block.entries for span in entry.spans)
        case Chart():
            yield from block.title_spans
            yield from spans_of(block.table)
        case _:
            assert_never(block)


def _spans_in(groups: Iterable[Iterable[PanelBlock]]) -> Iterator[Span]:
    return (span for group in groups for block in group for span in spans_of(block))
