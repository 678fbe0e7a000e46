"""How long one Word document takes, against docxtpl's own render: python benchmarks/docx_rendering.py.

Both fill the template that comes with the package with the same blocks, in one process and by turns. What docxtpl is
given is made already: paragraphs and tables as XML. Ours begins with the Document, so the ratio is rather too low.
"""

from __future__ import annotations

import io
import random
import statistics
import time
from collections.abc import Callable
from typing import Final

from docxtpl.template import DocxTemplate
from markupsafe import Markup

import boardminutes as bm
from boardminutes.document import Document, Fact, Facts, Furniture, Heading, Panel, PanelRole, Points, Text
from boardminutes.model.values import Numbering
from boardminutes.renderers.docx import DocxRenderer
from boardminutes.renderers.docx.blocks import Composer
from boardminutes.renderers.docx.numbering import Lists
from boardminutes.renderers.docx.paragraphs import joined
from boardminutes.renderers.docx.places import Layout
from boardminutes.renderers.docx.runs import Links
from boardminutes.renderers.docx.sandbox import Sandbox
from boardminutes.renderers.docx.template import default_template, ready

ROUNDS: Final = 31
WORDS: Final = (
    "members heard that the channel silts up faster than was thought and asked for a survey of every basin by autumn "
    "while officers reported on berths dues moorings lights buoys pilots tides staff budgets repairs contracts visitors"
)
CHOOSE: Final = random.Random(1)  # noqa: S311 - the same words in every run, and no secret


def text(sentences: int) -> Text:
    """Return a paragraph of some sentences, no two alike, for what repeats is packed too fast."""
    made = (" ".join(CHOOSE.choices(WORDS.split(), k=18)).capitalize() for _ in range(sentences))
    return Text((bm.Span(". ".join(made) + "."),))


def document(items: int) -> Document:
    """Return minutes of so many items, each of ten blocks."""
    blocks: list[Heading | Text | Points | Panel | Facts] = []
    for number in range(1, items + 1):
        title = (bm.Span(f"Report on basin {number}"),)
        blocks += [
            Heading(title, number=bm.Span(f"{number}."), anchor=f"item-{number}"),
            Facts((Fact("Presented by", (Text((bm.Span("Ada Obi"),)),)),)),
            text(2),
            text(3),
            Points(tuple((text(1),) for _ in range(4))),
            text(2),
            Points(tuple((text(1),) for _ in range(3)), numbering=Numbering.DECIMAL),
            text(4),
            Panel(PanelRole.DECISION, "Agreed", (text(1),), number=bm.Span(str(number))),
            Panel(PanelRole.ACTION, "Action", (text(1),), facts=(Fact("Owner", (Text((bm.Span("Bo Lund"),)),)),)),
        ]
    return Document(
        title="Minutes of the Harbour Partnership Board",
        language="en-GB",
        kind="minutes",
        blocks=tuple(blocks),
        furniture=Furniture(header="Harbour Partnership Board", page="Page {page} of {pages}", skip_link="Skip"),
        meetings=(bm.Meeting(body="Harbour Partnership Board"),),
    )


def by_docxtpl(made: Document) -> Callable[[], object]:
    """Return a call that renders *made* by docxtpl alone."""
    template = ready(default_template(), made.language)
    composer = Composer(
        Layout(template.sheet, template.page), Lists(template.lists), Links(template.sheet.ids["Hyperlink"])
    )
    pieces = [composer.title_block(made), *composer.blocks(made.blocks)]
    body = Markup("".join(map(joined, pieces)))  # noqa: S704 - our own XML
    context = {"document": made, "body": body, "page_numbers": Markup("<w:r><w:t>1</w:t></w:r>")}
    sandbox = Sandbox()

    def render() -> bytes:
        tpl = DocxTemplate(io.BytesIO(default_template()))
        tpl.render(context, sandbox)
        file = io.BytesIO()
        tpl.save(file)
        return file.getvalue()

    return render


def milliseconds(calls: list[Callable[[], object]], rounds: int) -> list[float]:
    """Return the median time of each call; they take turns, so that what slows the machine slows all."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, times in zip(calls, taken, strict=True):
            start = time.perf_counter()
            call()
            times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times[1:]) for times in taken]


def main() -> None:
    """Print one line for each size."""
    print(f"{'blocks':>7} {'ours, ms':>9} {'docxtpl, ms':>12} {'times faster':>13}")
    grown: list[float] = []
    for items, rounds in ((13, ROUNDS), (300, 5)):
        made = document(items)
        renderer = DocxRenderer()
        ours, theirs = milliseconds([lambda: renderer.render(made), by_docxtpl(made)], rounds)  # noqa: B023 - called now
        grown.append(ours)
        print(f"{len(made.blocks):>7} {ours:>9.2f} {theirs:>12.2f} {theirs / ours:>13.1f}")
    print(f"3 000 blocks take {grown[1] / grown[0]:.1f} times as long as 130")


if __name__ == "__main__":
    main()
