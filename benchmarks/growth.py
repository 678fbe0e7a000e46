"""How the time of each format grows with the document, and what memory it takes: python benchmarks/growth.py.

The goal: 3 000 blocks take at most 25 times as long as 130, which are 23 times fewer.
"""

from __future__ import annotations

import functools
from typing import Final

from content import LARGE, SMALL, Record
from timing import Way, blocks, by_turns, megabytes, peak_memory, table, times, verdict

import boardminutes as bm
from boardminutes.renderers import Renderer
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.renderers.md import MarkdownRenderer
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.txt import TextRenderer

SMALL_ROUNDS: Final = 41
LARGE_ROUNDS: Final = 7
_RENDERERS: Final = (PdfRenderer(), DocxRenderer(), HtmlRenderer(), MarkdownRenderer(), TextRenderer())
_NAMES: Final = ("pdf", "docx", "html", "md", "txt")


def rendered(renderer: Renderer, record: Record) -> bytes:
    """Render a record, whose Document is made before."""
    return renderer.render(record.document)


def composed(record: Record) -> bytes:
    """Compose the Document, which comes before every format."""
    return bm.compose(record.meeting, "minutes").title.encode()


def _document(record: Record) -> object:
    return record.document


WAYS: Final = (
    *(
        Way(name, functools.partial(rendered, renderer), prepare=_document, large_rounds=LARGE_ROUNDS)
        for name, renderer in zip(_NAMES, _RENDERERS, strict=True)
    ),
    Way("(compose)", composed, prepare=_document, large_rounds=LARGE_ROUNDS),
)
"""Every format, and what comes before each."""


def report() -> str:
    """Return the table in Markdown, and what became of the goals."""
    for way in WAYS:
        way.render(Record())
    small, large = by_turns(WAYS, SMALL_ROUNDS, LARGE_ROUNDS)
    growths = {way.name: large[way.name].processor / small[way.name].processor for way in WAYS}
    rows = [
        [
            way.name,
            times(small[way.name].processor / small["html"].processor),
            f"{growths[way.name]:.1f}",
            megabytes(peak_memory("growth", way.name, LARGE)),
            *(f"{len(way.render(Record(size))) / 1000:.0f} kB" for size in (SMALL, LARGE)),
        ]
        for way in WAYS
    ]
    heads = [
        "format",
        "time (HTML = 1)",
        "growth",
        "peak memory",
        *(f"size, {blocks(size)}" for size in (SMALL, LARGE)),
    ]
    met = [verdict(f"growth of {name}", growth, 25) for name, growth in growths.items()]
    return "\n\n".join([table(heads, rows), "\n".join(met)])


if __name__ == "__main__":
    print(report())
