"""The structure of a document as it stands in the file: its tree, and the one that leads from marks to elements."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from boardminutes.renderers.pdf.objects import Tree, text_string
from boardminutes.renderers.pdf.structure import Annotation, Element, Mark, Role
from boardminutes.renderers.pdf.tagging import UnownedTextError

_PARTS_OF_TABLES: Final = frozenset({Role.HEAD, Role.TABLE_BODY, Role.ROW, Role.HEADER_CELL, Role.CELL})
"""These are written even where they hold nothing: all rows of a table have as many cells."""


@attrs.define(eq=False)
class _Node:
    """An element on its way into the file.

    Attributes:
        element: The element.
        parent: What holds it; None for the document.
        kept: Whether it is written: it, or what it holds, stands on a page, or it is part of a table that does.
        kids: What it holds that is written.
        number: The number of its object.
    """

    element: Element
    parent: _Node | None
    kept: bool
    kids: list[_Node] = attrs.field(factory=list, init=False)
    number: int = attrs.field(default=0, init=False)


_Piece: TypeAlias = Mark | Annotation | _Node


def structure_tree(
    root: Element,
    parents: Sequence[Element | Sequence[Element]],
    pages: Sequence[str],
    reserve: Callable[[int], int],
) -> Tree:
    """Return the objects of a structure, all of which is painted; what painted nothing is left out.

    Args:
        root: The document.
        parents: What belongs to each key of the parent tree.
        pages: The references to the pages.
        reserve: Sets so many numbers of objects apart and returns the first.

    Raises:
        UnownedTextError: Something was painted for an element that is no part of the structure.
    """
    nodes = _nodes(root)
    first = reserve(len(nodes) + 2)
    numbers: dict[Element, int] = {}
    for number, node in enumerate(nodes, first + 2):
        node.number = numbers[node.element] = number
    objects = {
        first: (
            f"<</Type/StructTreeRoot/K {first + 2} 0 R/ParentTree {first + 1} 0 R"
            f"/ParentTreeNextKey {len(parents)}>>".encode("ascii")
        ),
        first + 1: _parent_tree(parents, numbers),
    }
    for node in nodes:
        objects[node.number] = _written(node, first if node.parent is None else node.parent.number, pages)
    return Tree(first, objects)


def _nodes(root: Element) -> list[_Node]:
    """Return what is written, in the order of reading."""
    nodes: list[_Node] = []
    waiting: list[tuple[Element, _Node | None]] = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        node = _Node(element, parent, parent is None or bool(element.content))
        nodes.append(node)
        waiting.extend((kid, node) for kid in reversed(element.kids))
    for node in reversed(nodes):
        if node.kept and node.parent is not None:
            node.parent.kept = True
    for node in nodes:
        if node.parent is not None and node.parent.kept:
            node.kept = node.kept or node.element.role in _PARTS_OF_TABLES
            if node.kept:
                node.parent.kids.append(node)
    return [node for node in nodes if node.kept]


def _written(node: _Node, parent: int, pages: Sequence[str]) -> bytes:
    element = node.element
    tag, attribute = element.tag, element.attribute
    if element.role is Role.HEADER_CELL and not node.kids:
        tag, attribute = Role.CELL.value, None  # an empty cell is the heading of nothing
    if element.role is Role.LINK and not any(isinstance(piece, Annotation) for piece in element.content):
        tag = Role.SPAN.value  # a blank or a line break leads nowhere: there is nothing to click
    entries = f"<</S/{tag}/P {parent} 0 R"
    if attribute is not None:
        entries += f"/A<<{attribute.value}>>"
    if element.language is not None:
        entries += f"/Lang({element.language})"
    if element.alternative_text is not None and element.bounds is not None:
        edges = " ".join(f"{edge:.2f}" for edge in element.bounds)
        told = text_string(element.alternative_text)
        entries += f"/Alt{told}/A<</O/Layout/Placement/Block/BBox[{edges}]>>"
    if not element.content:
        kids = " ".join([f"{kid.number} 0 R" for kid in node.kids])
        return f"{entries}/K[{kids}]>>".encode("ascii")
    page = element.content[0].page
    pieces = sorted([*element.content, *node.kids], key=_place) if node.kids else element.content
    kids = " ".join([_kid(piece, page, pages) for piece in pieces])
    return f"{entries}/Pg {pages[page]}/K[{kids}]>>".encode("ascii")


def _place(piece: _Piece) -> tuple[int, float]:
    """Return where on the pages a piece of a paragraph begins."""
    if isinstance(piece, Mark):
        return piece
    if isinstance(piece, Annotation):
        return piece.page, math.inf  # it lies over text that comes before it
    return min(map(_place, (*piece.element.content, *piece.kids)))


def _kid(piece: _Piece, page: int | None, pages: Sequence[str]) -> str:
    if isinstance(piece, _Node):
        return f"{piece.number} 0 R"
    if isinstance(piece, Annotation):
        return f"<</Type/OBJR/Pg {pages[piece.page]}/Obj {piece.reference}>>"
    return str(piece.number) if piece.page == page else f"<</Type/MCR/Pg {pages[piece.page]}/MCID {piece.number}>>"


def _parent_tree(parents: Sequence[Element | Sequence[Element]], numbers: Mapping[Element, int]) -> bytes:
    entries: list[str] = []
    for key, owners in enumerate(parents):
        try:
            if isinstance(owners, Element):
                entries.append(f"{key} {numbers[owners]} 0 R")
            else:
                entries.append(f"{key}[{' '.join([f'{numbers[owner]} 0 R' for owner in owners])}]")
        except KeyError as error:
            raise _unowned(error.args[0]) from None
    return f"<</Nums[{' '.join(entries)}]>>".encode("ascii")


def _unowned(element: Element) -> UnownedTextError:
    return UnownedTextError(element.content[0].page + 1, element.text)
