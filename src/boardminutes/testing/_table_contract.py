"""The contract of a renderer whose format is a table."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from boardminutes.document import DatedSpan, Document, Grid, PanelBlock, Text
from boardminutes.errors import RenderError
from boardminutes.model.meeting import Meeting
from boardminutes.renderers import Renderer
from boardminutes.renderers._times import machine_time
from boardminutes.rendering import compose, kind_names
from boardminutes.testing._comparing import Examples, for_each, missing, with_single_blanks
from boardminutes.testing._kind_contract import inner_blocks
from boardminutes.testing._renderer_contract import RendererContract
from boardminutes.testing._sample_meeting import sample_meeting
from boardminutes.testing.samples import every_block_document, hostile_document

Rows = Sequence[Sequence[str]]


def check_table_renderer(
    renderer: Renderer,
    rows_of: Callable[[bytes], Rows],
    *,
    documents: Examples[Document] = (),
    examples: int = 25,
) -> None:
    """Check that a renderer of tables keeps its promises; each that is broken is an AssertionError that says which.

    The bytes are read back by *rows_of*, and must hold the heading row and every other row of the document's table,
    cell by cell, with all texts of a cell in order, white space aside; days and times are written as ISO 8601. A
    document without a table is refused by a RenderError that names its kind. The same document gives the same bytes; no
    file is written, no socket opened, no process started.

    Args:
        renderer: The renderer, with the options that it shall be tried with.
        rows_of: Returns the rows in the bytes, the heading row first; best written with another library than the
            renderer's.
        documents: More documents to try: any sequence, or a Hypothesis strategy.
        examples: How many documents to draw from a strategy.
    """
    contract = _TableContract(RendererContract(renderer, lambda data: repr(rows_of(data)), with_single_blanks), rows_of)
    contract.frame.check_media_type()
    contract.check_refusal(attrs.evolve(compose(Meeting()), table=None))
    contract.check("the document of every block", every_block_document())
    contract.check("the document of hostile texts", hostile_document())
    for kind in kind_names():
        for what, meeting in (("an empty meeting", Meeting()), ("the sample meeting", sample_meeting())):
            contract.check(f"{what} as {kind}", compose(meeting, kind, audience="full"))
    for_each(documents, functools.partial(contract.check, "a document given"), examples)


@attrs.frozen
class _TableContract:
    """One renderer and how its bytes are read.

    Attributes:
        frame: What holds for any renderer.
        rows_of: Returns the rows in its bytes.
    """

    frame: RendererContract
    rows_of: Callable[[bytes], Rows]

    def check_refusal(self, document: Document) -> None:
        """Check that a document without a table is refused."""
        try:
            self.frame.renderer.render(document)
        except RenderError as error:
            if document.kind in str(error):
                return
            raise self.frame.fail("a document without a table", f"the error must name its kind, got {error}") from error
        raise self.frame.fail("a document without a table", "must be refused by a RenderError")

    def check(self, what: str, document: Document) -> None:
        """Check one document."""
        if document.table is None:
            return
        first = self.frame.rendered(what, document)
        if self.frame.rendered(what, copy.deepcopy(document)) != first:
            raise self.frame.fail(what, "the same document must give the same bytes, and gave others the second time")
        wanted = (document.table.head, *document.table.rows)
        found = self.rows_of(first)
        if [len(row) for row in found] != [len(row) for row in wanted]:
            sizes = f"{len(wanted)} rows of {len(document.table.head)} cells"
            raise self.frame.fail(what, f"must be {sizes}, got {len(found)} of {sorted({len(row) for row in found})}")
        for place, (cells, texts) in enumerate(zip(wanted, found, strict=True)):
            for cell, text in zip(cells, texts, strict=True):
                wrong = missing(_texts(cell), text, with_single_blanks)
                if wrong is not None:
                    raise self.frame.fail(what, f"row {place}: {wrong}")


def _texts(blocks: Iterable[PanelBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Text):
            yield "".join(machine_time(span.when) if isinstance(span, DatedSpan) else span.text for span in block.spans)
        elif isinstance(block, Grid) and block.caption is not None:
            yield block.caption
        yield from _texts(inner_blocks(block))
