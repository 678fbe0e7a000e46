"""Tables of WordprocessingML: a heading row that is repeated, a caption, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from boardminutes.document import Grid, NestedBlock, Points, Quotation, block_texts
from boardminutes.renderers.docx.columns import Columns
from boardminutes.renderers.docx.paragraphs import Look, Paragraph, Piece, joined
from boardminutes.renderers.docx.runs import attribute

AFTER: Final[Paragraph] = ("", Look(before=0, after=120, line=120), "")
"""What keeps a table apart from the next one, and ends a cell whose last block is a table, as the schema asks."""

_LONG_ROW: Final = 1200  # characters; a row that is longer may run over the end of a page


@attrs.frozen
class Size:
    """How a table stands, in twentieths of a point.

    Attributes:
        left: The space before it.
        width: Its width.
        in_cell: Whether it stands in a cell of another, of which it takes all the width.
    """

    left: int
    width: int
    in_cell: bool = False


def table(
    grid: Grid,
    head: Sequence[list[Piece]],
    rows: Sequence[Sequence[list[Piece]]],
    size: Size,
    columns: Columns,
    *,
    style: str,
    empty: Piece,
) -> str:
    """Return a table.

    Args:
        grid: The table.
        head: What stands in the cells of its heading row.
        rows: What stands in those of its other rows.
        size: How it stands.
        columns: Its columns.
        style: The identifier of its style.
        empty: What stands in an empty cell.
    """
    made = [_row(head, columns.widths, empty, "<w:cantSplit/><w:tblHeader/>")] if head else []
    nests = any(isinstance(piece, str) for cells in rows for cell in cells for piece in cell)
    for row, cells in zip(grid.rows, rows, strict=True):
        # LibreOffice loses rows that may not be parted at the end of a page in a table in which another stands
        short = not nests and sum(_length(cell) for cell in row) < _LONG_ROW
        made.append(_row(cells, columns.widths, empty, "<w:cantSplit/>" if short else ""))
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.widths)
    properties = _properties(grid, size, columns.margin, style)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{''.join(made)}</w:tbl>"


def holds_table(blocks: Iterable[NestedBlock]) -> bool:
    """Tell whether a table stands among *blocks* or in one of them."""
    return any(
        isinstance(block, Grid)
        or (isinstance(block, Points) and any(map(holds_table, block.items)))
        or (isinstance(block, Quotation) and holds_table(block.blocks))
        for block in blocks
    )


def _properties(grid: Grid, size: Size, margin: int | None, style: str) -> str:
    first_row, first_column = bool(grid.head), grid.row_heads
    mask = (0x0020 if first_row else 0) | (0x0080 if first_column else 0) | 0x0200 | 0x0400  # part 1, 17.4.55
    flags = f'w:firstRow="{first_row:d}" w:lastRow="0" w:firstColumn="{first_column:d}" w:lastColumn="0"'
    width = 'w:w="5000" w:type="pct"' if size.in_cell else f'w:w="{size.width}" w:type="dxa"'
    edges = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    return "".join(
        [
            f'<w:tblStyle w:val="{style}"/><w:tblW {width}/>',
            f'<w:tblInd w:w="{size.left}" w:type="dxa"/>' if size.left and not size.in_cell else "",
            f"<w:tblCellMar>{edges}</w:tblCellMar>" if margin is not None else "",
            f'<w:tblLook w:val="{mask:04X}" {flags} w:noHBand="1" w:noVBand="1"/>',
            f'<w:tblCaption w:val="{attribute(grid.caption)}"/>' if grid.caption is not None else "",
        ]
    )


def _row(cells: Sequence[list[Piece]], columns: Sequence[int], empty: Piece, properties: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{joined(cell or [empty])}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def _length(cell: Sequence[NestedBlock]) -> int:
    return sum(len(text) for block in cell for text in block_texts(block))
