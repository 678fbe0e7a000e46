"""A whole document: its title block, and its blocks one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, assert_never

import attrs

from boardminutes.document import (
    Document,
    DocumentBlock,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    SignatureLine,
    Text,
    plain,
)
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import style as look
from boardminutes.renderers.pdf.blocks import set_blocks
from boardminutes.renderers.pdf.boxes import Box, Prose, arrange, keep_whole
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.tables import set_facts, set_signature

BESIDE_NUMBER: Final = 4.5
"""The least space between the number of a heading, with the blank that parts them when read, and its text."""

_BLANK: Final = Span(" ")


def compose(setter: Setter, document: Document, hang: float) -> tuple[list[Box], Element]:
    """Return the boxes of a *document* from the first to the last, and its structure.

    Args:
        setter: What sets its paragraphs.
        document: The document.
        hang: How wide the column is, left of the text, in which the numbers of headings hang.
    """
    root = Element(Role.DOCUMENT)
    place = Place.column(hang, hang + look.TEXT_WIDTH, look.BODY, root)
    boxes = _title_block(setter, document, place)
    for block in document.blocks:
        if isinstance(block, SignatureLine):
            boxes[-1].keeps = True  # a page with nothing but a place to sign could be put under any minutes
        boxes += _block(setter, block, place)
    arrange(boxes)
    _leave_out_no_level(root, boxes)
    return boxes, root


def hanging_column(document: Document, estimate: Callable[[str], float]) -> float:
    """Return how wide the column for the numbers of headings is; nothing where there are none."""
    size = look.HEADINGS[2].size
    numbers = [
        block.number.text for block in document.blocks if isinstance(block, Heading) and block.number is not None
    ]
    if not numbers:
        return 0.0
    least, most = look.HANG
    return min(max(least, *(estimate(f"{number} ") * size + BESIDE_NUMBER for number in numbers)), most)


def _leave_out_no_level(root: Element, boxes: list[Box]) -> None:
    """Let no heading, and no bookmark, be more than one level below the one it stands under (ISO 14289-1, 7.4.2)."""
    above = [1]
    headings = (element for element in root.kids if element.role is Role.HEADING)
    marked = (box for box in boxes if isinstance(box, Prose) and box.bookmark is not None)
    for element, box in zip(headings, marked, strict=True):
        level = min(max(element.level, min(look.HEADINGS)), max(look.HEADINGS))
        above = [*(one for one in above if one < level), level]
        element.level = len(above)
        box.bookmark = (element.text, len(above) - min(look.HEADINGS))


def _title_block(setter: Setter, document: Document, place: Place) -> list[Box]:
    boxes: list[Box] = []
    if document.organisation is not None:
        boxes.append(setter.prose(document.organisation_spans, place.in_style(look.ORGANISATION)))
    boxes.append(setter.prose(document.title_spans, place.in_style(look.TITLE), Role.TITLE))
    if document.notice is not None:
        inner = place.beside(look.PANELS[PanelRole.NOTICE], look.PANEL_INSET).in_style(look.NOTICE)
        boxes.append(setter.prose(document.notice, inner))
    keep_whole(boxes)
    return boxes


def _block(setter: Setter, block: DocumentBlock, place: Place) -> list[Box]:
    match block:
        case Heading():
            return _heading(setter, block, place)
        case Text() | Points() | Quotation() | Grid():
            return set_blocks(setter, [block], place)
        case Facts():
            boxes = set_facts(setter, block.rows, place.in_style(look.FACT), look.FACT_LABEL, set_blocks)
            boxes[-1].after = look.AFTER_FACTS
            _keep_short(setter, boxes)
            return boxes
        case Panel():
            return _panel(setter, block, place)
        case SignatureLine():
            return set_signature(setter, block, place)
        case _:
            assert_never(block)


def _heading(setter: Setter, heading: Heading, place: Place) -> list[Box]:
    title = " ".join(text for text in (_number(heading), plain(heading.spans)) if text)
    if not title:
        return []
    style = look.HEADINGS[min(max(heading.level, min(look.HEADINGS)), max(look.HEADINGS))]
    owner = place.owner.add(Role.HEADING, level=heading.level)
    boxes: list[Prose] = []
    labels = []
    indent = 0.0
    if heading.number is not None:
        mark = owner.add(Role.SPAN)
        marked = look.coloured(style, look.ACCENT)
        number = setter.spans([heading.number, _BLANK], marked, mark)
        indent = max(number.widest + BESIDE_NUMBER - place.left, 0.0)
        if indent < place.width / 2 and len(number.lines) == 1:
            labels.append((number, 0.0))
        else:  # a number as long as a sentence has lines of its own
            mark.kids.clear()
            number = setter.spans([heading.number, _BLANK], attrs.evolve(marked, after=0.0), mark, place.width)
            boxes.append(Prose(number, place.left))
            indent = 0.0
    prose = Prose(setter.spans(heading.spans, style, owner, place.width, indent), place.left)
    owner.text = title
    prose.labels = labels
    boxes.append(prose)
    boxes[0].bookmark = (title, 0)
    boxes[0].starts_page = heading.new_page
    for box in boxes:
        box.keeps = box.whole = True
    return list[Box](boxes)


def _number(heading: Heading) -> str:
    return "" if heading.number is None else heading.number.text


def _panel(setter: Setter, panel: Panel, place: Place) -> list[Box]:
    style = look.PANELS[panel.role]
    owner = place.owner.add(Role.DIVISION)
    inner = place.beside(style, look.PANEL_INSET).belonging_to(owner)
    boxes: list[Box] = [_panel_label(setter, panel, inner)]
    text = look.CALM if panel.role is PanelRole.AGENDA else look.PANEL_TEXT
    boxes += _panel_blocks(setter, panel.blocks, inner.in_style(text))
    if panel.facts:
        boxes += set_facts(setter, panel.facts, inner.in_style(look.PANEL_FACT), look.PANEL_FACT_LABEL, set_blocks)
    _keep_short(setter, boxes)
    return boxes


def _keep_short(setter: Setter, boxes: list[Box]) -> None:
    if sum(box.height for box in boxes) < setter.page_height * look.WHOLE:
        keep_whole(boxes)


def _panel_label(setter: Setter, panel: Panel, place: Place) -> Prose:
    style = look.coloured(look.PANEL_LABEL, look.PANELS[panel.role].colour)
    owner = place.owner.add(Role.PARAGRAPH)
    words = [Span(panel.label), *([] if panel.number is None else [Span(" "), panel.number])]
    prose = Prose(setter.spans(words, style, owner, place.width), place.left, rails=place.rails)
    prose.keeps = bool(panel.blocks or panel.facts)
    return prose


def _panel_blocks(setter: Setter, blocks: tuple[PanelBlock, ...], place: Place) -> list[Box]:
    boxes: list[Box] = []
    for block in blocks:
        boxes += _panel(setter, block, place) if isinstance(block, Panel) else set_blocks(setter, [block], place)
    return boxes
