"""The shape of the tree: headings, tables, lists and figures, as the standard has them and as the document has them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from pdf_expected import NUMBERINGS, blocks_of, grids_of, is_written
from pdf_tree import Mark, Node, ObjectReference, Structure

from boardminutes.document import Document, Facts, Grid, Heading, NestedBlock, Points

_HEADINGS: Final = {f"H{level}": level for level in range(1, 7)}
_ROLES: Final = {
    *_HEADINGS,
    *["Document", "Part", "Sect", "Div", "P", "BlockQuote", "L", "LI", "Lbl", "LBody", "Caption", "TOC", "TOCI"],
    *["Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Span", "Link", "Figure"],
}
_KIDS: Final = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
"""What an element of some roles may hold, and nothing else (ISO 32000-1, 14.8.4.3)."""

_PARENTS: Final = {
    "LI": {"L"},
    "Lbl": {"LI", *_HEADINGS, "P"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "Caption": {"Table", "L", "Figure"},
    "Document": {None},
}
_GROUPS: Final = frozenset(["Document", "Part", "Sect", "Div", *_KIDS])
"""Elements that hold others, and no text of their own."""


def shape_problems(structure: Structure, document: Document) -> Iterator[str]:
    """Yield what is wrong with headings, tables, lists and figures."""
    root = structure.root
    if root is None:
        return
    for node in root.nodes():
        yield from _place(node)
    yield from _headings(root, document)
    yield from _tables(root, document)
    yield from _lists(root, document)
    for figure in root.nodes("Figure"):
        if not figure.alternative:
            yield "Figure: there is no alternative text"
        if "BBox" not in figure.attributes:
            yield "Figure: it is not said where it stands (BBox)"


def _place(node: Node) -> Iterator[str]:
    if node.role not in _ROLES:
        yield f"{node.role}: is no structure type that is used here"
    above = None if node.parent is None else node.parent.role
    if above not in _PARENTS.get(node.role, {above}):
        yield f"{node.role}: must not stand in {above}"
    for kid in node.elements:
        if kid.role not in _KIDS.get(node.role, {kid.role}):
            yield f"{node.role}: must not hold {kid.role}"
    if node.role in _GROUPS and any(isinstance(kid, Mark | ObjectReference) for kid in node.kids):
        yield f"{node.role}: holds text itself"
    if node.role == "Link" and not any(isinstance(kid, ObjectReference) for kid in node.kids):
        yield "Link: leads nowhere"


def expected_levels(document: Document) -> list[int]:
    """Return the levels of all headings, the title first; a level that is left out on the way down is closed up."""
    levels, open_levels = [1], [1]
    for block in document.blocks:
        if isinstance(block, Heading) and is_written([block]):
            while open_levels[-1] >= max(block.level, 2):
                open_levels.pop()
            open_levels.append(max(block.level, 2))
            levels.append(len(open_levels))
    return levels


def _headings(root: Node, document: Document) -> Iterator[str]:
    levels = [_HEADINGS[node.role] for node in root.nodes(*_HEADINGS)]
    for above, level in itertools.pairwise([0, *levels]):
        if level > above + 1:
            yield f"H{level}: follows H{above}" if above else f"H{level}: is the first heading"
    expected = expected_levels(document)
    if levels != expected:
        yield f"headings: their levels are {levels}, not {expected}"


def _tables(root: Node, document: Document) -> Iterator[str]:
    tables, grids = [*root.nodes("Table")], grids_of(document)
    if len(tables) != len(grids):
        yield f"Table: there are {len(tables)}, not {len(grids)}"
        return
    for table, grid in zip(tables, grids, strict=True):
        yield from _table(table, grid)


def _table(table: Node, grid: Grid) -> Iterator[str]:
    rows = [row for part in table.elements for row in part.elements if row.role == "TR"]
    widths = {sum(int(cell.attributes.get("ColSpan", "1")) for cell in row.elements) for row in rows}
    if len(widths) > 1:
        yield f"Table: its rows have {sorted(widths)} cells"
    found = [[(cell.role, cell.attributes.get("Scope")) for cell in row.elements] for row in rows]
    expected = [*_rows(grid)]
    if found != expected:
        same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(found, expected, strict=False))
        place = sum(1 for _ in same)
        yield f"Table: row {place + 1} of {len(found)} is not as in the document: {found[place : place + 1]}"
    parts = [part.role for part in table.elements]
    due = ["Caption"] * (grid.caption is not None) + ["THead"] * bool(grid.head and grid.rows) + ["TBody"]
    if parts != due:
        yield f"Table: its parts are {parts}, not {due}"


def _rows(grid: Grid) -> Iterator[list[tuple[str, str | None]]]:
    """Yield what the cells of each row are; an empty cell is the heading of nothing."""
    if grid.head:
        yield [_cell(cell, "Column") for cell in grid.head]
    for row in grid.rows:
        yield [_cell(cell, "Row" if grid.row_heads and place == 0 else None) for place, cell in enumerate(row)]


def _cell(cell: tuple[NestedBlock, ...], scope: str | None) -> tuple[str, str | None]:
    return ("TH", scope) if scope is not None and is_written(cell) else ("TD", None)


def _lists(root: Node, document: Document) -> Iterator[str]:
    lists = [*root.nodes("L")]
    expected = [block for block in blocks_of(document) if isinstance(block, Points | Facts)]
    if len(lists) != len(expected):
        yield f"L: there are {len(lists)}, not {len(expected)}"
        return
    for found, block in zip(lists, expected, strict=True):
        bodies = block.items if isinstance(block, Points) else [fact.blocks for fact in block.rows]
        if len(found.elements) != len(bodies):
            yield f"L: it has {len(found.elements)} points, not {len(bodies)}"
        numbering = found.attributes.get("ListNumbering", "None")
        if numbering not in (NUMBERINGS[block.numbering] if isinstance(block, Points) else {"None"}):
            yield f"L: its numbering is {numbering}, and not that of the document"
        for point, body in zip(found.elements, bodies, strict=False):
            if [kid.role for kid in point.elements] != ["Lbl", *(["LBody"] if is_written(body) else [])]:
                yield "L: a point is not a label and a body"
