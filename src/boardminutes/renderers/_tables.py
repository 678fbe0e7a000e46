"""The table of a document as cells of text, for formats that are tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from boardminutes.document import DatedSpan, Document, Grid, NestedBlock, Points, Quotation, Text
from boardminutes.errors import RenderError
from boardminutes.model.prose import Span
from boardminutes.renderers._times import machine_time


def table_of(document: Document, format: str) -> Grid:
    """Return the table of a *document*.

    Raises:
        RenderError: It has none.
    """
    if document.table is None:
        raise RenderError(
            f"the kind {document.kind!r} has no table, which is all that {format.upper()} shows; choose a kind that "
            "has one, such as 'actions', 'attendance', 'decisions', 'declarations', 'statistics' or 'votes'",
            format=format,
        )
    return document.table


def cell_text(blocks: Iterable[NestedBlock]) -> str:
    """Return the blocks of a cell as lines; days and times are written as ISO 8601."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[NestedBlock]) -> Iterator[str]:
    for block in blocks:
        yield from _lines_of(block)


def _lines_of(block: NestedBlock) -> Iterator[str]:
    match block:
        case Text():
            yield "".join(_told(span) for span in block.spans)
        case Points():
            for index, item in enumerate(block.items):
                first, *others = _lines(item)
                yield f"{block.label(index)} {first}"
                yield from (f"  {line}" for line in others)
        case Quotation():
            yield from _lines(block.blocks)
        case Grid():
            yield from () if block.caption is None else (block.caption,)
            for row in ([block.head] if block.head else []), block.rows:
                yield from (" | ".join(" ".join(_lines(cell)) for cell in cells) for cells in row)
        case _:
            assert_never(block)


def _told(span: Span) -> str:
    return machine_time(span.when) if isinstance(span, DatedSpan) else span.text
