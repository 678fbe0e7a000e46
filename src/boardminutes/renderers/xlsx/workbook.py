"""A workbook of one worksheet, made with openpyxl."""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from boardminutes.document import Document, Grid
from boardminutes.errors import RenderError
from boardminutes.renderers.xlsx.cells import Content, content_of, escaped

_MOST_ROWS: Final = 1_048_576
_MOST_COLUMNS: Final = 16_384
_NARROWEST, _WIDEST = 9, 40
_EASY_ROW: Final = 200  # characters that a screen shows side by side: the share of a column stands on one line
_LINES: Final = 3  # into which the longest line of a column is broken otherwise, unless a word is longer
_BUTTON: Final = 4  # the width of the button of a filter, in characters
_LINE_HEIGHT, _HIGHEST = 15, 405  # points; Excel takes 409
_LONGEST_NAME: Final = 31  # of a worksheet
_LONGEST_HEADER: Final = 200  # Excel takes 255 signs of a header, marks among them
_LONGEST_PROPERTY: Final = 255
_NOT_IN_NAMES: Final = re.compile(r"[\\/*?:\[\]\s']+")
_SIGNS_OF_FORMULAS: Final = ("=", "+", "-", "@")
_TABLE_NAME: Final = "Register"
_LOOK: Final = "TableStyleLight1"  # black on white and grey: legible on any screen and on paper
_TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_HEAD_FONT: Final = Font(name="Calibri", family=2, scheme="minor", sz=11, b=True)
_HEAD_FILL: Final = PatternFill("solid", fgColor="FFE7E6E6")
_EDGE: Final = Border(bottom=Side(style="thin", color="FFBFBFBF"))
_HEAD_EDGE: Final = Border(bottom=Side(style="medium", color="FF000000"))


def workbook_of(document: Document, table: Grid) -> Workbook:
    """Return a workbook that shows the *table* of a *document*.

    Raises:
        RenderError: The table is larger than a worksheet, or a text longer than a cell can hold.
    """
    rows = _contents(table)
    book = Workbook()
    book.properties = _properties(document)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(_sheet_name(document))
    for number, row in enumerate(rows, start=1):
        for column, content in enumerate(row, start=1):
            _fill(sheet.cell(number, column), content)
    for cell in sheet[1]:
        cell.font, cell.fill, cell.border = _HEAD_FONT, _HEAD_FILL, _HEAD_EDGE
    _set_sizes(sheet, rows)
    _set_table(sheet, rows)
    _set_page(sheet, document)
    return book


def _contents(table: Grid) -> list[list[Content]]:
    if len(table.rows) >= _MOST_ROWS or len(table.head) > _MOST_COLUMNS:
        raise RenderError(
            f"the table has {len(table.rows) + 1} rows of {len(table.head)} cells, and a worksheet at most "
            f"{_MOST_ROWS} of {_MOST_COLUMNS}; render fewer meetings at once, or csv",
            format="xlsx",
        )
    return [
        [content_of(cell, number, column) for column, cell in enumerate(row, start=1)]
        for number, row in enumerate((table.head, *table.rows), start=1)
    ]


def _fill(cell: Cell | MergedCell, content: Content) -> None:
    """Set the value; a text is stated to be one, since openpyxl takes `=1+1` for a formula and `#N/A` for an error.

    What begins like a formula bears the mark of a text too, so that it stays one when a person edits the cell.
    """
    value = content.value
    cell.alignment, cell.border = _TOP, _EDGE
    if not value and isinstance(value, str):
        return
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_SIGNS_OF_FORMULAS)
    else:
        cell.value = value
    cell.number_format = content.form


def _set_sizes(sheet: Worksheet, rows: Sequence[Sequence[Content]]) -> None:
    """Make columns as wide and rows as high as they must be: not every program reckons that when it opens a file."""
    easy = _EASY_ROW // len(rows[0])
    widths = [_width(column, easy) for column in zip(*rows, strict=True)]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(rows, start=1):
        lines = max(_line_count(content.shown, width) for content, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number].height = min(lines * _LINE_HEIGHT, _HIGHEST)


def _width(column: Sequence[Content], easy: int) -> int:
    line = max(len(line) for content in column for line in content.shown.split("\n"))
    words = [len(word) + _BUTTON for word in column[0].shown.split()]
    words += [len(word) + 2 for content in column[1:] for word in content.shown.split()]
    lines = min(line + 2, max(easy, line // _LINES))
    return min(max(lines, _NARROWEST, *words), _WIDEST)


def _line_count(text: str, width: int) -> int:
    return sum(len(textwrap.wrap(line, width - 1)) or 1 for line in text.split("\n"))


def _set_table(sheet: Worksheet, rows: Sequence[Sequence[Content]]) -> None:
    """Mark the rows as a table, by which assistive technology knows the heading row; a table needs a row and names."""
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    area = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    names = [content.value for content in rows[0]]
    if len(rows) > 1 and all(map(_is_name, names)) and len({str(name).casefold() for name in names}) == len(names):
        table = Table(displayName=_TABLE_NAME, ref=area)
        table.tableStyleInfo = TableStyleInfo(name=_LOOK, showRowStripes=True)
        sheet.add_table(table)
    else:
        sheet.auto_filter.ref = area


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) < _LONGEST_PROPERTY and value.isprintable() and "_x" not in value


def _set_page(sheet: Worksheet, document: Document) -> None:
    furniture = document.furniture
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.left.text = _header(furniture.header)
    page = furniture.page.replace("&", "&&")
    footer.right.text = page.replace("{page}", "&P").replace("{pages}", "&N")
    sheet.HeaderFooter = HeaderFooter(oddHeader=header, oddFooter=footer)
    if furniture.mark is not None:
        sheet.sheet_properties.tabColor = "FFC00000"


def _header(text: str) -> str:
    """Return a text for the head of a page in which no sign is a command, as far as Excel takes it."""
    told = text.replace("&", "&&")
    if len(told) <= _LONGEST_HEADER:
        return told
    kept = told[: _LONGEST_HEADER - 1]
    half = (len(kept) - len(kept.rstrip("&"))) % 2
    return f"{kept[: len(kept) - half]}…"


def _sheet_name(document: Document) -> str:
    """Return the title as far as a worksheet's name may go: up to a comma where it is too long, without some signs."""
    title = _NOT_IN_NAMES.sub(" ", document.title).strip()
    if document.furniture.mark is not None and document.watermark is not None:
        title = f"{_NOT_IN_NAMES.sub(' ', document.watermark).strip()} – {title}"
    parts = title.split(", ")
    whole = list(itertools.accumulate(parts, lambda before, part: f"{before}, {part}"))
    fitting = [name for name in whole if len(name) <= _LONGEST_NAME]
    return (fitting[-1] if fitting else _shortened(title, _LONGEST_NAME)) or "1"


def _properties(document: Document) -> DocumentProperties:
    author = document.organisation or document.meeting.body
    return DocumentProperties(
        title=_shortened(document.full_title, _LONGEST_PROPERTY),
        creator=None if author is None else _shortened(author, _LONGEST_PROPERTY),
        language=document.language,
        subject=None if document.furniture.mark is None else document.furniture.mark,
    )


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
