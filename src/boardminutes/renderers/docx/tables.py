"""Tables of WordprocessingML: a heading row that is repeated, a caption, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.document import Grid, NestedBlock, block_texts
from boardminutes.renderers.docx.paragraphs import Look, Paragraph, Piece, joined
from boardminutes.renderers.docx.runs import attribute

AFTER: Final[Paragraph] = ("", Look(before=0, after=120, line=120), "")
"""What keeps a table apart from the next one, and ends a cell whose last block is a table, as the schema asks."""

_LONG_ROW: Final = 1200  # characters; a row that is longer may run over the end of a page
_WIDEST, _NARROWEST = 60, 6  # characters that count when columns are weighed
_LONGEST_WORD: Final = 16  # characters; a word that is longer, such as an address, may be cut
_LETTER, _BESIDE = 112, 230  # twentieths of a point: a letter in a heading, and the space beside a cell's text


@attrs.frozen
class Size:
    """How a table stands, in twentieths of a point.

    Attributes:
        left: The space before it.
        width: Its width; None for all of the cell in which it stands.
    """

    left: int
    width: int | None


def table(
    grid: Grid,
    head: Sequence[list[Piece]],
    rows: Sequence[Sequence[list[Piece]]],
    size: Size,
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
        style: The identifier of its style.
        empty: What stands in an empty cell.
    """
    columns = _columns(grid, size.width or 5000)
    made = [_row(head, columns, empty, "<w:cantSplit/><w:tblHeader/>")] if head else []
    nests = any(isinstance(piece, str) for cells in rows for cell in cells for piece in cell)
    for row, cells in zip(grid.rows, rows, strict=True):
        # LibreOffice loses rows that may not be parted at the end of a page in a table in which another stands
        short = not nests and sum(_length(cell) for cell in row) < _LONG_ROW
        made.append(_row(cells, columns, empty, "<w:cantSplit/>" if short else ""))
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    properties = _properties(grid, size, style)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{''.join(made)}</w:tbl>"


def _properties(grid: Grid, size: Size, style: str) -> str:
    first_row, first_column = bool(grid.head), grid.row_heads
    mask = (0x0020 if first_row else 0) | (0x0080 if first_column else 0) | 0x0200 | 0x0400  # part 1, 17.4.55
    flags = f'w:firstRow="{first_row:d}" w:lastRow="0" w:firstColumn="{first_column:d}" w:lastColumn="0"'
    width = f'w:w="{size.width}" w:type="dxa"' if size.width is not None else 'w:w="5000" w:type="pct"'
    return "".join(
        [
            f'<w:tblStyle w:val="{style}"/><w:tblW {width}/>',
            f'<w:tblInd w:w="{size.left}" w:type="dxa"/>' if size.left and size.width is not None else "",
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


def _columns(grid: Grid, width: int) -> list[int]:
    """Share the width out by the longest cell of each column, as a root so that no column starves.

    A column is as wide as its longest word, unless that is too much for all of them.
    """
    rows = [*([grid.head] if grid.head else []), *grid.rows]
    columns = range(len(rows[0]))
    weights = [max(min(max(_length(row[column]) for row in rows), _WIDEST), _NARROWEST) ** 0.7 for column in columns]
    words = [min(max(_longest_word(row[column]) for row in rows), _LONGEST_WORD) for column in columns]
    least = [_BESIDE + _LETTER * word for word in words]
    if sum(least) > width:
        least = [0] * len(least)
    fixed: dict[int, int] = {}
    while True:
        rest, weight = width - sum(fixed.values()), sum(weights[one] for one in columns if one not in fixed)
        shares = {one: round(rest * weights[one] / weight) for one in columns if one not in fixed}
        short = {one: least[one] for one, share in shares.items() if share < least[one]}
        if not short:
            return [{**fixed, **shares}[one] for one in columns]
        fixed |= short


def _longest_word(cell: Sequence[NestedBlock]) -> int:
    return max((len(word) for block in cell for text in block_texts(block) for word in text.split()), default=0)


def _length(cell: Sequence[NestedBlock]) -> int:
    return sum(len(text) for block in cell for text in block_texts(block))
