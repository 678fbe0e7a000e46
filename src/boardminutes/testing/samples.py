"""Sample values to try a renderer, kind or reader on: one rich meeting, every block, and hostile text."""

from __future__ import annotations

import datetime as dt
from typing import Final

from boardminutes.document import (
    Bar,
    Chart,
    Contents,
    ContentsEntry,
    DatedSpan,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Furniture,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelRole,
    Points,
    Quotation,
    ReferenceSpan,
    SignatureLine,
    Text,
    TextRole,
    plain,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.spans import runs
from boardminutes.testing._hostile import BEYOND_BMP, CANARY_FILE, HOSTILE_TEXTS
from boardminutes.testing._hostile_meeting import hostile_meeting
from boardminutes.testing._sample_items import CANARY
from boardminutes.testing._sample_meeting import sample_meeting

__all__ = [
    "BEYOND_BMP",
    "CANARY",
    "CANARY_FILE",
    "HOSTILE_TEXTS",
    "beyond_bmp_document",
    "every_block_document",
    "hostile_document",
    "hostile_meeting",
    "sample_meeting",
]

_DAY: Final = dt.date(2026, 5, 1)
_DATED: Final = (DatedSpan("1 May 2026", when=_DAY),)


def every_block_document() -> Document:
    """Return a document that holds each class of block, each where it may stand, with words that stand once only.

    Its table holds each class of block that may stand in a cell, a day, and an empty cell.
    """
    nested = _every_nested_block("outer")
    inner = Panel(
        PanelRole.DECISION,
        "Panelinner",
        _every_nested_block("inner"),
        number=Span("12.1"),
        facts=(Fact("Factinner", _every_nested_block("factinner")),),
    )
    return _document(
        (
            Text(_spans("opening")),
            Heading(_spans("heading two"), number=Span("7."), anchor="item-7"),
            *nested,
            Heading(_spans("heading three"), level=3, anchor="item-7-1", new_page=True),
            Facts(
                (
                    Fact("Factfirst", (Text((DatedSpan("fact one", when=_DAY),)),)),
                    Fact("Factsecond", _every_nested_block("fact")),
                )
            ),
            Panel(
                PanelRole.MOTION,
                "Panelouter",
                (*_every_nested_block("panel"), inner),
                number=Span("77/21", strong=True),
                facts=(Fact("Factpanel", (_text("panel fact"),)),),
            ),
            *(Panel(role, f"Panel{role.value}", (_text(f"role {role.value}"),)) for role in PanelRole),
            Heading(_spans("heading four"), level=4, anchor="a4"),
            Heading(_spans("heading five"), level=5, anchor="a5"),
            Heading(_spans("heading six"), level=6, anchor="a6"),
            SignatureLine("Signedfull", "Datefull", name="Namefull", role=_spans("Rolefull"), date=_DATED),
            SignatureLine("Signedbare", "Datebare"),
            Text(_spans("finis")),
        ),
        table=Grid(
            tuple((_every_nested_block(f"row {row}"), (Text(_DATED),), ()) for row in ("one", "two")),
            head=((_text("Blocks"),), (_text("Day"),), (_text("Nothing"),)),
        ),
        title=(Span("Every block there is, "), Span("pob bloc", language="cy"), Span(", "), *_DATED),
        organisation=(Span("Sample body, "), Span("corff enghreifftiol", language="cy")),
        notice="Sample notice",
        watermark="Samplemark",
    )


def _chart(words: str, count: int) -> Chart:
    bars = tuple(Bar(f"{words} bar {number}", number, f"{number} of 2") for number in range(count))
    rows = tuple(((_text(bar.label),), (_text(bar.told),)) for bar in bars)
    head = ((_text(f"{words} name"),), (_text(f"{words} number"),))
    return Chart(_spans(f"{words} title"), f"{words} in bars", bars, Grid(rows, head=head, row_heads=True))


def hostile_document() -> Document:
    """Return a document with every hostile text in every place where a text may stand, its table among them."""
    blocks: list[DocumentBlock] = []
    for index, text in enumerate(HOSTILE_TEXTS):
        line = " ".join(text.split())
        words = (Text((Span(text),)),)
        blocks += [
            Heading((Span(line),), number=Span(line), anchor=f"h{index}"),
            Text((Span(text),)),
            Text((Span("before "), Span(text, strong=True), Span(" between "), Span(text, emphasis=True))),
            Text((Span(text, link="https://example.org/?a=1&b='2'"),), role=TextRole.ASIDE),
            Points((words, words)),
            Points((words,), numbering=Numbering.DECIMAL, start=3),
            Quotation(words),
            Grid(((words, words),), head=(words, words), caption=line),
            Facts((Fact(line, words),)),
            Panel(PanelRole.ACTION, line, words, number=Span(line), facts=(Fact(line, words),)),
            SignatureLine(line, line, name=line, role=line, date=line),
        ]
    first, second, third, fourth = (" ".join(text.split()) for text in HOSTILE_TEXTS[:4])
    rows = tuple(((Text((Span(text),)),), (Text((Span(text, strong=True),)),) * 2) for text in HOSTILE_TEXTS)
    table = Grid(rows, head=tuple((Text((Span(text),)),) for text in HOSTILE_TEXTS[:2]))
    return _document(tuple(blocks), title=first, organisation=second, notice=third, watermark=fourth, table=table)


def book_document() -> Document:
    """Return a document with contents, references to its headings, and charts, some of them of hostile texts."""
    blocks: list[DocumentBlock] = [
        Contents(
            (
                ContentsEntry(_spans("contents one"), anchor="part-one"),
                ContentsEntry((Span("contents nowhere"),), anchor="nowhere"),
                *(ContentsEntry((Span(text),), anchor=f"h{index}") for index, text in enumerate(HOSTILE_TEXTS)),
            )
        ),
        Text(
            (
                Span("See "),
                ReferenceSpan("what is not here", anchor="nowhere", paged=" (page {page})", language="cy"),
                Span(" and "),
                ReferenceSpan("part one below", anchor="part-one", paged=" (page {page})", strong=True),
            )
        ),
        _chart("charted", 3),
        _chart("lone bar", 1),
        _chart("barless", 0),
        Heading(_spans("part one"), anchor="part-one", new_page=True),
    ]
    for index, text in enumerate(HOSTILE_TEXTS):
        line = " ".join(text.split())
        words = (Text((Span(text),)),)
        blocks += [
            Heading((Span(line),), anchor=f"h{index}", level=3, new_page=True),
            Text((ReferenceSpan(text, anchor=f"h{index}", paged=f" {line} {{page}}"),)),
            Chart(line, line, (Bar(line, 1, line), Bar(line, 0, line)), Grid(((words, words),), head=(words, words))),
        ]
    return _document((*blocks, Text(_spans("finis"))), title="Contents and charts")


def beyond_bmp_document() -> Document:
    """Return a document with characters above U+FFFF, which the fonts of a format may lack."""
    return _document((Text((Span(BEYOND_BMP),)),), title="Characters beyond the basic plane")


def _document(
    blocks: tuple[DocumentBlock, ...],
    *,
    title: str | tuple[Span, ...],
    organisation: str | tuple[Span, ...] | None = None,
    notice: str | None = None,
    watermark: str | None = None,
    table: Grid | None = None,
) -> Document:
    return Document(
        title=title,
        organisation=organisation,
        notice=notice,
        watermark=watermark,
        language="en-GB",
        kind="minutes",
        blocks=blocks,
        furniture=Furniture(header=plain(runs(title)), page="Page {page} of {pages}", skip_link="Skip to the minutes"),
        meetings=(sample_meeting(),),
        table=table,
    )


def _spans(words: str) -> tuple[Span, ...]:
    return (
        Span(f"{words} plain, "),
        Span(f"{words} strong, ", strong=True),
        Span(f"{words} emphasis, ", emphasis=True),
        Span(f"{words} both, ", strong=True, emphasis=True),
        Span(f"{words} link, ", link="https://example.org/a?b=c&d=e"),
        Span(f"{words} strong link, ", strong=True, link="mailto:office@example.org"),
        Span(f"{words} yn Gymraeg", language="cy"),
    )


def _text(words: str) -> Text:
    return Text((Span(words),))


def _every_nested_block(words: str) -> tuple[NestedBlock, ...]:
    points = Points(((_text(f"{words} point one"),), (_text(f"{words} point two"), _text(f"{words} point two more"))))
    return (
        Text(_spans(f"{words} body")),
        Text((Span(f"{words} line one\n{words} line two"),)),
        Text(_spans(f"{words} aside"), role=TextRole.ASIDE),
        points,
        *(
            Points(((_text(f"{words} {numbering.value} point"),),), numbering=numbering, start=3)
            for numbering in Numbering
        ),
        Points(
            (
                (
                    _text(f"{words} nest one"),
                    Points(
                        (
                            (
                                _text(f"{words} nest two"),
                                Points(((_text(f"{words} nest three"),),), numbering=Numbering.LOWER_ROMAN),
                                Quotation((_text(f"{words} nest quoted"),)),
                                Grid((((_text(f"{words} nest cell"),),),)),
                            ),
                        ),
                        numbering=Numbering.LOWER_ALPHA,
                    ),
                    _text(f"{words} nest after"),
                ),
            ),
            numbering=Numbering.DECIMAL,
        ),
        Quotation((_text(f"{words} quoted"), Quotation((_text(f"{words} quoted twice"),)))),
        Quotation((Points(((_text(f"{words} quoted point"),),)), Grid((((_text(f"{words} quoted cell"),),),)))),
        Grid(
            (
                ((_text(f"{words} row head"),), (_text(f"{words} cell"), _text(f"{words} cell more"))),
                ((_text(f"{words} lone"),), ()),
                (
                    (Points(((_text(f"{words} cell point"),),)),),
                    (Quotation((_text(f"{words} cell quoted"),)), Grid((((_text(f"{words} cell in cell"),),),))),
                ),
            ),
            head=((_text(f"{words} column one"),), (_text(f"{words} column two"),)),
            caption=_spans(f"{words} caption"),
            row_heads=True,
        ),
    )
