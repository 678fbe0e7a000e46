"""Gemini text for boardminutes: `render(meeting, "gmi")`, once this package is installed."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, assert_never

import attrs

from boardminutes import document as doc


@attrs.frozen
class GemtextRenderer:
    """Each paragraph on a line of its own; the mark or blank before it keeps it from being mark-up itself."""

    media_type: ClassVar[str] = "text/gemini"

    def render(self, document: doc.Document) -> bytes:
        """Return the document in UTF-8."""
        head = [f"# {text}" for text in (document.organisation, document.title, document.notice) if text]
        return "\n".join([*head, *_lines(document.blocks)]).encode()


def _lines(blocks: Iterable[doc.DocumentBlock | doc.PanelBlock], mark: str = " ") -> Iterator[str]:
    for block in blocks:
        match block:
            case doc.Heading():
                yield f"{'#' * min(block.level, 3)} {' '.join(' '.join(doc.block_texts(block)).split())}"
            case doc.Points(items):
                yield from _lines((inner for item in items for inner in item), "* ")
            case doc.Quotation(quoted):
                yield from _lines(quoted, "> ")
            case doc.Panel():
                yield f"### {block.label} {block.number.text if block.number else ''}".rstrip()
                yield from _lines([*block.blocks, doc.Facts(block.facts)])
            case doc.Text() | doc.Grid() | doc.Facts() | doc.SignatureLine() | doc.Contents() | doc.Chart():
                yield from (f"{mark}{line}" for text in doc.block_texts(block) for line in text.split("\n"))
            case _:
                assert_never(block)
