"""How long one PDF takes, beside plain reportlab paragraphs of the same words, in one run: only the ratios count.

    python benchmarks/pdf.py

The goals: at most 0.7 times plain reportlab, and 3 000 blocks at most 25 times as long as 130.
"""

from __future__ import annotations

import functools
import gc
import io
import statistics
import time
import tracemalloc
from collections.abc import Callable
from xml.sax.saxutils import escape

import pymupdf_fonts
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from boardminutes.document import (
    Document,
    DocumentBlock,
    Fact,
    Furniture,
    Heading,
    Panel,
    PanelRole,
    Points,
    Text,
    TextRole,
)
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer

_SENTENCES = (
    "The harbour master reported that dredging of the outer channel had begun on 2 March.",
    "Members asked whether the pumps would run at night, and heard that they would not.",
    "Two contractors had been asked for prices; both had answered within the time allowed.",
    "It was noted that the licence of 2019 still holds, and that its renewal – due in May – is in hand.",
    "The lifeboat station's lease ends in 2031 and will come back to the Board in the autumn.",
)


def _paragraph(number: int) -> Text:
    count = 1 + number * 7 % 4
    return Text((Span(" ".join(_SENTENCES[(number + step) % len(_SENTENCES)] for step in range(count))),))


def _item(number: int) -> list[DocumentBlock]:
    """Return ten blocks as an item of real minutes has them, two of them with blocks inside."""
    blocks: list[DocumentBlock] = [
        Heading(
            (Span(f"Dredging of the outer channel, part {number}"),), number=Span(f"{number}."), anchor=f"i{number}"
        ),
        Text((Span("Paper: Progress report (PDF, 118 KB)"),), role=TextRole.ASIDE),
        *(_paragraph(number + place) for place in range(5)),
        Points(tuple((_paragraph(number + place),) for place in (0, 4, 8))),
        Panel(PanelRole.DECISION, "Agreed", (_paragraph(number),), number=Span(str(number))),
        Panel(
            PanelRole.ACTION,
            "Action",
            (_paragraph(number + 4),),
            facts=(Fact("Owner", (Text((Span("Bo Lund"),)),)), Fact("Due", (Text((Span("1 April 2026"),)),))),
        ),
    ]
    return blocks


def document(blocks: int) -> Document:
    """Return minutes of about as many *blocks*."""
    return Document(
        title="Minutes of the meeting held on Thursday 5 March 2026",
        organisation="Harbour Partnership Board",
        language="en-GB",
        kind="minutes",
        blocks=tuple(block for number in range(1, blocks // 10 + 1) for block in _item(number)),
        furniture=Furniture(header="Harbour Partnership Board", page="Page {page} of {pages}", skip_link=""),
        meetings=(Meeting(),),
    )


def plain_reportlab(texts: list[str]) -> bytes:
    """Return the same texts as paragraphs of platypus, in the same font and size, without anything else."""
    style = ParagraphStyle("plain", fontName="benchmark-NotoSans", fontSize=10.5, leading=15, spaceAfter=7)
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1).build([Paragraph(escape(text), style) for text in texts])
    return made.getvalue()


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """Return how much of the processor's time the work takes, in the middle of several rounds."""
    work()
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> None:
    """Print one table."""
    pdfmetrics.registerFont(TTFont("benchmark-NotoSans", io.BytesIO(pymupdf_fonts.myfont("notos"))))
    renderer = PdfRenderer()
    print("| blocks | texts | size | ours, ms | plain reportlab, ms | ratio | peak memory, MB |")
    print("|---|---|---|---|---|---|---|")
    ours: dict[int, float] = {}
    for blocks, rounds in ((130, 21), (3000, 5)):
        made = document(blocks)
        texts = list(made.texts())
        ours[blocks] = _seconds(functools.partial(renderer.render, made), rounds)
        plain = _seconds(functools.partial(plain_reportlab, texts), rounds)
        tracemalloc.start()
        size = len(renderer.render(made))
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        row = [blocks, len(texts), f"{size / 1000:.0f} kB", f"{ours[blocks] * 1e3:.1f}", f"{plain * 1e3:.1f}"]
        print("|", " | ".join(map(str, [*row, f"{ours[blocks] / plain:.2f}", f"{peak:.1f}"])), "|")
    print(f"\n3 000 blocks take {ours[3000] / ours[130]:.1f} times as long as 130.")


if __name__ == "__main__":
    main()
