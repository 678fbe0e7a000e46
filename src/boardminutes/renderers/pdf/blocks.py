"""Blocks that may stand inside others: paragraphs, lists, quotations and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from boardminutes.document import Grid, NestedBlock, Points, Quotation, Text, TextRole, plain
from boardminutes.model.values import Numbering
from boardminutes.renderers.pdf.boxes import Box, Prose
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Attribute, Role
from boardminutes.renderers.pdf.style import LIST_INDENT, QUOTATION_BAR, QUOTE_INDENT, aside_of, point_of
from boardminutes.renderers.pdf.tables import set_grid

_BESIDE: Final = 3.0
"""The space between a mark, with its blank, and the text beside it."""

_NUMBERINGS: Final = {
    Numbering.BULLET: Attribute.DISC,
    Numbering.DECIMAL: Attribute.DECIMAL,
    Numbering.LOWER_ALPHA: Attribute.LOWER_ALPHA,
    Numbering.UPPER_ALPHA: Attribute.UPPER_ALPHA,
    Numbering.LOWER_ROMAN: Attribute.LOWER_ROMAN,
    Numbering.UPPER_ROMAN: Attribute.UPPER_ROMAN,
}
_BETWEEN_POINTS: Final = 4.0
_AROUND_QUOTATION: Final = 9.0


def set_blocks(setter: Setter, blocks: Iterable[NestedBlock], place: Place) -> list[Box]:
    """Set *blocks* one under the other."""
    boxes: list[Box] = []
    for block in blocks:
        match block:
            case Text():
                boxes += _text(setter, block, place)
            case Points():
                boxes += _points(setter, block, place)
            case Quotation():
                boxes += _quotation(setter, block, place)
            case Grid():
                boxes += set_grid(setter, block, place, set_blocks)
            case _:
                assert_never(block)
    return boxes


def _text(setter: Setter, block: Text, place: Place) -> list[Box]:
    if not plain(block.spans):
        return []
    style = place.style if block.role is TextRole.BODY else aside_of(place.style)
    return [setter.prose(block.spans, place.in_style(style))]


def _quotation(setter: Setter, block: Quotation, place: Place) -> list[Box]:
    owner = place.owner.add(Role.QUOTATION)
    boxes = set_blocks(setter, block.blocks, place.beside(QUOTATION_BAR, QUOTE_INDENT).belonging_to(owner))
    if boxes:
        boxes[0].before = max(boxes[0].before, _AROUND_QUOTATION)
        boxes[-1].after = max(boxes[-1].after, _AROUND_QUOTATION)
    return boxes


def _points(setter: Setter, block: Points, place: Place) -> list[Box]:
    listed = place.owner.add(Role.LIST, attribute=_NUMBERINGS[block.numbering])
    boxes: list[Box] = []
    marks = [block.label(index) for index in range(len(block.items))]
    column = LIST_INDENT
    if block.numbering is not Numbering.BULLET:
        widest = max(setter.estimate(f"{mark} ") for mark in marks) * place.style.size
        column = max(column, widest + _BESIDE)
    inner = place.indented(column).in_style(point_of(place.style))
    for mark, item in zip(marks, block.items, strict=True):
        point = listed.add(Role.LIST_ITEM)
        label = setter.words(f"{mark} ", place.style, point.add(Role.LABEL))  # a blank parts it from the text when read
        point_boxes = set_blocks(setter, item, inner.belonging_to(point.add(Role.BODY)))
        left = inner.left - label.widest - _BESIDE
        boxes += labelled(point_boxes, label, left, place)
    boxes[-1].after = max(boxes[-1].after, place.style.after)
    return boxes


def labelled(boxes: list[Box], label: Paragraph, left: float, place: Place) -> list[Box]:
    """Put a *label* beside the first line of *boxes*, or above it where there is no line or no room."""
    first = boxes[0] if boxes else None
    if isinstance(first, Prose) and left > place.left - _BESIDE and left + label.widest <= first.edge:
        first.labels.insert(0, (label, left))
        return boxes
    alone = Prose(label, place.left, rails=place.rails)
    alone.keeps = bool(boxes)
    alone.after = _BETWEEN_POINTS
    return [alone, *boxes]
