"""CSV: all entries of a document as one table, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final, assert_never

import attrs

from boardminutes.blocks import DatedSpan
from boardminutes.document import Document, Grid, NestedBlock, Points, Quotation, Text
from boardminutes.errors import RenderError
from boardminutes.model.prose import Span
from boardminutes.renderers._times import machine_time

_FULL_WIDTH: Final = tuple(
    "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", *_FULL_WIDTH)
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


def _switch(value: bool) -> bool:  # noqa: FBT001 - the value of an option, checked
    if not isinstance(value, bool):
        raise TypeError(f"must be True or False, not {value!r}")
    return value


@attrs.frozen
class CsvRenderer:
    """The table of a document as comma-separated values (RFC 4180): a heading row, lines that end in CR LF, in UTF-8.

    The blocks of a cell are lines in it. Days and times are written as ISO 8601, for programs.

    Attributes:
        media_type: `text/csv`; the bytes are UTF-8.
        bom: Whether a byte order mark stands first, by which Excel knows that the file is UTF-8.
        safe: Whether a cell that a spreadsheet would take for a formula gets an apostrophe before it: one that begins
            with `=`, `+`, `-`, `@`, a tab or a line end, or with the full-width form of one of these (OWASP, CSV
            Injection). Turn it off for programs that read the file and show it in no spreadsheet.
    """

    media_type: ClassVar[str] = "text/csv"

    bom: bool = attrs.field(default=False, converter=_switch)
    safe: bool = attrs.field(default=True, converter=_switch)

    def render(self, document: Document) -> bytes:
        """Return the table of the *document* in UTF-8.

        Raises:
            RenderError: The document has no table.
        """
        if document.table is None:
            raise RenderError(
                f"the kind {document.kind!r} has no table, which is all that CSV shows; choose a kind that has one, "
                "such as 'actions', 'attendance', 'decisions', 'declarations' or 'votes'",
                format="csv",
            )
        written = io.StringIO(_MARK if self.bom else "", newline="")
        written.seek(0, io.SEEK_END)
        rows = csv.writer(written, lineterminator="\r\n")
        for row in (document.table.head, *document.table.rows):
            rows.writerow([self._guarded("\n".join(_lines(cell))) for cell in row])
        return written.getvalue().encode()

    def _guarded(self, text: str) -> str:
        return f"'{text}" if self.safe and text.startswith(_FORMULAS) else text


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
