"""The columns of a table in Word: their widths, and the style in which no word in them must be cut."""

from __future__ import annotations

import itertools
from typing import Final

import attrs

from boardminutes.document import Grid
from boardminutes.renderers._columns import Measures, column_widths, extents, fits
from boardminutes.renderers.docx import styles
from boardminutes.renderers.docx.letters import wider, width_in_calibri
from boardminutes.renderers.docx.styles import StyleSheet

LIST_STEP: Final = 420
"""How far a point's text stands in, in twentieths of a point; whole points, as distances to borders are."""

_NARROW: Final = 50
"""How far text stands from the edges of cells where it does not fit otherwise, in twentieths of a point."""
_SMALLEST: Final = 16
"""Below this size nothing is set smaller, in half points."""


@attrs.frozen
class Columns:
    """The columns of one table.

    Attributes:
        widths: Their widths, in twentieths of a point.
        style: The name of the style of text in cells.
        margin: How far text stands from the edges of cells, in twentieths of a point; None for as the style of tables
            says.
    """

    widths: tuple[int, ...]
    style: str
    margin: int | None = None


def columns_of(grid: Grid, sheet: StyleSheet, width: int) -> Columns:
    """Return the columns of a table.

    A word that is not very long is cut only where it does not fit into its column even when the text stands closer to
    the edges of its cell and is smaller, which it is only then.

    Args:
        grid: The table.
        sheet: The styles of the template.
        width: How wide the table is, in twentieths of a point.
    """
    found = extents(grid, _measures(sheet))
    if not found:
        return Columns((), styles.CELL)
    sizes = _sizes(sheet)
    room, gap = width / 20, sheet.cell_edges / 20
    narrow = sheet.cell_edges > 2 * _NARROW and not fits(found, room, gap, max(sizes))
    size, widths = column_widths(found, room, _NARROW / 10 if narrow else gap, tuple(sizes))
    ends = [round(20 * end) for end in itertools.accumulate(widths[:-1], initial=0.0)]
    made = tuple(end - begin for begin, end in itertools.pairwise((*ends, width)))
    return Columns(made, sizes[size], _NARROW if narrow else None)


def _measures(sheet: StyleSheet) -> Measures:
    """Return how wide things are in the cells of a template, in parts of the size that Calibri would have there."""
    frame, size = sheet.frames[styles.QUOTE], 20 * max(_sizes(sheet))
    return Measures(width_in_calibri, LIST_STEP / size, (frame.left + frame.right) / size)


def _sizes(sheet: StyleSheet) -> dict[float, str]:
    """Return the styles that text of cells may have, the largest first, by the size of Calibri that is as wide."""
    sizes = {sheet.sizes[styles.CELL]: styles.CELL}
    for name in styles.SMALLER_CELLS:
        size = sheet.sizes[name]
        if _SMALLEST <= size < min(sizes):
            sizes[size] = name
    return {wider(sheet.cell_font) * size / 2: name for size, name in sizes.items()}
