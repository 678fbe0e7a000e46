"""The blocks of a document in HTML 5.

They are written here and not in a template, whose macros would take three times as long for every paragraph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, assert_never

from markupsafe import escape

from boardminutes.document import (
    Chart,
    Contents,
    DatedSpan,
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
    ReferenceSpan,
    SignatureLine,
    Text,
    TextRole,
    block_texts,
)
from boardminutes.model.prose import Span
from boardminutes.model.values import Numbering
from boardminutes.renderers._addresses import percent_encoded
from boardminutes.renderers._chart_mark_up import chart_mark_up
from boardminutes.renderers._times import machine_time

_LOWEST_HEADING: Final = 6
_LIST_TYPES: Final = {
    Numbering.DECIMAL: "",
    Numbering.LOWER_ALPHA: ' type="a"',
    Numbering.UPPER_ALPHA: ' type="A"',
    Numbering.LOWER_ROMAN: ' type="i"',
    Numbering.UPPER_ROMAN: ' type="I"',
}
_LONG_WORD: Final = 20
_LINE_TO_WRITE_ON: Final = '<span class="bm-line"></span>'


def mark_up(blocks: Iterable[DocumentBlock | PanelBlock], top: int) -> str:
    """Return *blocks* in HTML.

    Args:
        blocks: The blocks.
        top: The level of the document's title.
    """
    return "".join([_block(block, top) for block in blocks])


def _block(block: DocumentBlock | PanelBlock, top: int) -> str:  # noqa: C901, PLR0911 - one return for each of the closed set
    match block:
        case Text():
            role = "" if block.role is TextRole.BODY else f' class="bm-{block.role.value}"'
            return f"<p{role}>{run_mark_up(block.spans)}</p>\n"
        case Heading():
            return _heading(block, top)
        case Points():
            return _points(block, top)
        case Quotation():
            return f"<blockquote>\n{mark_up(block.blocks, top)}</blockquote>\n"
        case Grid():
            return _grid(block, top)
        case Facts():
            return _facts(block.rows, top)
        case Panel():
            return _panel(block, top)
        case SignatureLine():
            return _signature(block)
        case Contents():
            return _contents(block)
        case Chart():
            return chart_mark_up(block) + _grid(block.table, top)
        case _:
            assert_never(block)


def _text(text: str) -> str:
    return str(escape(text))


def run_mark_up(spans: tuple[Span, ...]) -> str:
    """Return runs of text in HTML."""
    return _run(spans[0]) if len(spans) == 1 else "".join(map(_run, spans))


def _run(span: Span) -> str:
    inner = _text(span.text)
    if "\n" in inner:
        inner = inner.replace("\n", "<br>")
    if span.emphasis:
        inner = f"<em>{inner}</em>"
    if span.strong:
        inner = f"<strong>{inner}</strong>"
    if span.link:
        named = f' aria-label="{_text(span.link)}"' if _is_unseen(span.text) else ""
        return f'<a href="{_text(percent_encoded(span.link))}"{_language(span)}{named}>{inner}</a>'
    if span.language and not isinstance(span, ReferenceSpan):
        return f"<span{_language(span)}>{inner}</span>"
    if isinstance(span, ReferenceSpan):
        return f'<a href="#{_text(span.anchor)}"{_language(span)}>{inner}</a>'
    if isinstance(span, DatedSpan):
        return f'<time datetime="{machine_time(span.when)}">{inner}</time>'
    return inner


def _language(span: Span) -> str:
    return f' lang="{_text(span.language)}"' if span.language else ""


def _is_unseen(text: str) -> bool:
    """Tell whether a text has nothing to look at: only blanks, and characters that control, format or mean nothing."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)


def _heading(heading: Heading, top: int) -> str:
    level = min(top + heading.level - 1, _LOWEST_HEADING)
    text = run_mark_up(heading.spans)
    classes = " ".join(["bm-numbered"] * bool(heading.number) + ["bm-new-page"] * heading.new_page)
    opened = f'h{level} id="{_text(heading.anchor)}"' + (f' class="{classes}"' if classes else "")
    if heading.number:
        number = f'<span class="bm-number">{_run(heading.number)}</span>'
        return f"<{opened}>{number} <span>{text}</span></h{level}>\n"
    return f"<{opened}>{text}</h{level}>\n"


def _cell(blocks: tuple[NestedBlock, ...], top: int) -> str:
    """Return what stands in a point, fact or cell: a lone text needs no paragraph around it."""
    if len(blocks) == 1 and isinstance(blocks[0], Text):
        return run_mark_up(blocks[0].spans)
    return mark_up(blocks, top)


def _points(points: Points, top: int) -> str:
    rows = "".join([f"<li>{_cell(blocks, top)}</li>\n" for blocks in points.items])
    if points.numbering is Numbering.BULLET:
        return f"<ul>\n{rows}</ul>\n"
    start = "" if points.start == 1 else f' start="{points.start}"'
    return f"<ol{_LIST_TYPES[points.numbering]}{start}>\n{rows}</ol>\n"


def _grid(grid: Grid, top: int) -> str:
    parts = ["<table>\n"]
    if grid.caption:
        parts.append(f"<caption>{run_mark_up(grid.caption_spans)}</caption>\n")
    if grid.head:
        cells = (
            f'<th scope="col"{_breaks(cell)}>{_cell(cell, top)}</th>' if cell else "<td></td>" for cell in grid.head
        )
        parts.append(f"<thead><tr>{''.join(cells)}</tr></thead>\n")
    if grid.rows:
        rows = "".join(_row(row, top, headed=grid.row_heads) for row in grid.rows)
        parts.append(f"<tbody>\n{rows}</tbody>\n")
    return "".join([*parts, "</table>\n"])


def _row(row: tuple[tuple[NestedBlock, ...], ...], top: int, *, headed: bool) -> str:
    cells = [f"<td{_breaks(cell)}>{_cell(cell, top)}</td>" for cell in row]
    if headed and row[0]:
        cells[0] = f'<th scope="row"{_breaks(row[0])}>{_cell(row[0], top)}</th>'
    return f"<tr>{''.join(cells)}</tr>\n"


def _breaks(cell: tuple[NestedBlock, ...]) -> str:
    """Return the class of a cell with a word so long that its column would take the room of the others."""
    longest = max((len(word) for block in cell for text in block_texts(block) for word in text.split()), default=0)
    return ' class="bm-breaks"' if longest > _LONG_WORD else ""


def _facts(facts: Iterable[Fact], top: int) -> str:
    rows = [f"<div><dt>{_text(fact.label)}</dt><dd>{_cell(fact.blocks, top)}</dd></div>\n" for fact in facts]
    return f"<dl>\n{''.join(rows)}</dl>\n"


def _panel(panel: Panel, top: int) -> str:
    number = f' <span class="bm-number">{_run(panel.number)}</span>' if panel.number else ""
    facts = _facts(panel.facts, top) if panel.facts else ""
    return (
        f'<div class="bm-panel bm-{panel.role.value}">\n'
        f'<p class="bm-label"><strong>{_text(panel.label)}</strong>{number}</p>\n'
        f"{mark_up(panel.blocks, top)}{facts}</div>\n"
    )


def _signature(line: SignatureLine) -> str:
    name, role = (f"<br>{run_mark_up(one)}" if one else "" for one in (line.name_spans, line.role_spans))
    date = run_mark_up(line.date_spans) if line.date else _LINE_TO_WRITE_ON
    return (
        f'<div class="bm-signature">\n<p>{_text(line.label)} {_LINE_TO_WRITE_ON}{name}{role}</p>\n'
        f"<p>{_text(line.date_label)} {date}</p>\n</div>\n"
    )


def _contents(contents: Contents) -> str:
    rows = "".join(
        f'<li><a href="#{_text(entry.anchor)}">{run_mark_up(entry.unlinked)}</a></li>\n' for entry in contents.entries
    )
    return f'<ol class="bm-contents">\n{rows}</ol>\n'
