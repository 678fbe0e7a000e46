"""A whole document: its title block, and its blocks one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, assert_never

import attrs

from boardminutes.document import (
    Chart,
    Contents,
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
from boardminutes.renderers.pdf.blocks import set_blocks
from boardminutes.renderers.pdf.boxes import Box, Prose, arrange, keep_whole
from boardminutes.renderers.pdf.chart import set_bars
from boardminutes.renderers.pdf.contents import set_contents
from boardminutes.renderers.pdf.looks import Look
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Element, Role
from boardminutes.renderers.pdf.style import HANG, PANEL_INSET, PANELS, WHOLE, coloured
from boardminutes.renderers.pdf.tables import set_facts, set_signature
from boardminutes.renderers.pdf.title_block import title_block

BESIDE_NUMBER: Final = 4.5
"""The least space between the number of a heading, with the blank that parts them when read, and its text."""

_BLANK: Final = Span(" ")
_HIGHEST, _LOWEST = 2, 6


def compose(setter: Setter, document: Document, column: float, width: float) -> tuple[list[Box], Element]:
    """Return the boxes of a *document* from the first to the last, and its structure.

    Args:
        setter: What sets its paragraphs.
        document: The document.
        column: How wide the column for the numbers of headings is.
        width: How wide the text is.
    """
    root = Element(Role.DOCUMENT)
    hang = column if setter.look.theme.numbering == "hanging" else 0.0
    place = Place.column(hang, hang + width, setter.look.body, root)
    boxes = title_block(setter, document, place)
    headings = _HeadingSetter(setter, column)
    for block in document.blocks:
        if isinstance(block, SignatureLine):
            boxes[-1].keeps = True  # a page with nothing but a place to sign could be put under any minutes
        boxes += _block(setter, headings, block, place)
    arrange(boxes)
    _leave_out_no_level(root, boxes)
    return boxes, root


def number_column(document: Document, look: Look, estimate: Callable[[str], float]) -> float:
    """Return how wide the column for the numbers of headings is; nothing where there are none."""
    size = look.headings[2].size
    numbers = [
        block.number.text for block in document.blocks if isinstance(block, Heading) and block.number is not None
    ]
    if not numbers:
        return 0.0
    least, most = HANG
    return min(max(least, *(estimate(f"{number} ") * size + BESIDE_NUMBER for number in numbers)), most)


def _leave_out_no_level(root: Element, boxes: list[Box]) -> None:
    """Let no heading, and no bookmark, be more than one level below the one it stands under (ISO 14289-1, 7.4.2)."""
    above = [1]
    headings = (element for element in root.kids if element.role is Role.HEADING)
    marked = (box for box in boxes if isinstance(box, Prose) and box.bookmark is not None)
    for element, box in zip(headings, marked, strict=True):
        level = min(max(element.level, _HIGHEST), _LOWEST)
        above = [*(one for one in above if one < level), level]
        element.level = len(above)
        box.bookmark = (element.text, len(above) - _HIGHEST)


def _block(  # noqa: PLR0911 - one return for each of the closed set
    setter: Setter, headings: _HeadingSetter, block: DocumentBlock, place: Place
) -> list[Box]:
    look = setter.look
    match block:
        case Heading():
            return headings.heading(block, place)
        case Text() | Points() | Quotation() | Grid():
            return set_blocks(setter, [block], place)
        case Facts():
            boxes = set_facts(setter, block.rows, place.in_style(look.fact), look.fact_label, set_blocks)
            boxes[-1].after = look.after_facts
            _keep_short(setter, boxes)
            return boxes
        case Panel():
            return _panel(setter, block, place)
        case SignatureLine():
            return set_signature(setter, block, place)
        case Contents():
            return set_contents(setter, block, place)
        case Chart():
            return [*set_bars(setter, block, place), *set_blocks(setter, [block.table], place)]
        case _:
            assert_never(block)


@attrs.frozen
class _HeadingSetter:
    """What sets the headings of one document.

    Attributes:
        setter: What sets its paragraphs.
        column: How wide the column for the numbers is.
    """

    setter: Setter
    column: float

    def heading(self, heading: Heading, place: Place) -> list[Box]:
        """Set a heading with its number where the theme wants it."""
        title = " ".join(text for text in (_number(heading), plain(heading.spans)) if text)
        if not title:
            return []
        setter, look = self.setter, self.setter.look
        style = look.headings[min(max(heading.level, _HIGHEST), _LOWEST)]
        owner = place.owner.add(Role.HEADING, level=heading.level)
        boxes: list[Prose] = []
        labels = []
        indent = 0.0
        left = place.left
        if heading.number is not None:
            mark = owner.add(Role.SPAN)
            marked = coloured(style, look.accent)
            number = setter.spans([heading.number, _BLANK], marked, mark)
            if look.theme.numbering == "beside":
                left = place.indented(self.column).left
            indent = max(number.widest + BESIDE_NUMBER - left, 0.0)
            if indent < place.width / 2 and len(number.lines) == 1:
                labels.append((number, 0.0))
            else:  # a number as long as a sentence has lines of its own
                mark.kids.clear()
                number = setter.spans([heading.number, _BLANK], attrs.evolve(marked, after=0.0), mark, place.width)
                boxes.append(Prose(number, place.left))
                indent = 0.0
        prose = Prose(setter.spans(heading.spans, style, owner, place.right - left, indent), left)
        owner.text = title
        prose.labels = labels
        boxes.append(prose)
        boxes[0].bookmark = (title, 0)
        boxes[0].starts_page = heading.new_page
        if heading.anchor in setter.references.anchors:
            boxes[0].anchor = heading.anchor
        for box in boxes:
            box.keeps = box.whole = True
        return list[Box](boxes)


def _number(heading: Heading) -> str:
    return "" if heading.number is None else heading.number.text


def _panel(setter: Setter, panel: Panel, place: Place) -> list[Box]:
    look, style = setter.look, PANELS[panel.role]
    owner = place.owner.add(Role.DIVISION)
    inner = place.beside(style, PANEL_INSET).belonging_to(owner)
    boxes: list[Box] = [_panel_label(setter, panel, inner)]
    text = look.calm if panel.role is PanelRole.AGENDA else look.panel_text
    boxes += _panel_blocks(setter, panel.blocks, inner.in_style(text))
    if panel.facts:
        boxes += set_facts(setter, panel.facts, inner.in_style(look.panel_fact), look.panel_fact_label, set_blocks)
    _keep_short(setter, boxes)
    return boxes


def _keep_short(setter: Setter, boxes: list[Box]) -> None:
    if sum(box.height for box in boxes) < setter.page_height * WHOLE:
        keep_whole(boxes)


def _panel_label(setter: Setter, panel: Panel, place: Place) -> Prose:
    style = coloured(setter.look.panel_label, PANELS[panel.role].colour)
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
