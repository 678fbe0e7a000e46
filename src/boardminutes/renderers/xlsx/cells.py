"""What stands in the cells of a worksheet: days, times of day, and texts that are nothing but text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, TypeAlias

import attrs

from boardminutes.document import DatedSpan, NestedBlock, Text
from boardminutes.errors import RenderError
from boardminutes.renderers._tables import cell_text

Value: TypeAlias = dt.datetime | dt.date | dt.time | str

TEXT: Final = "General"
_LONGEST: Final = 32_767  # UTF-16 code units: ECMA-376 part 1, 18.3.1.96, as Excel keeps it
_FIRST_DAY: Final = dt.date(1900, 3, 1)  # before it, Excel counts a day that never was
_LOOKS_LIKE_AN_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376 part 1, 22.9.2.19 (ST_Xstring)


@attrs.frozen
class Content:
    """What stands in a cell.

    Attributes:
        value: A day, a time of day, or a text.
        form: The number format, which is the same in all countries.
        shown: What a person sees, to reckon how wide a column must be.
    """

    value: Value
    form: str
    shown: str


def content_of(blocks: tuple[NestedBlock, ...], row: int, column: int) -> Content:
    """Return what stands in the cell that holds those *blocks*.

    Args:
        blocks: The blocks.
        row: The number of its row, the heading row being 1, for messages.
        column: The number of its column, counted from 1, for messages.

    Raises:
        RenderError: The text is longer than a cell can hold.
    """
    text = cell_text(blocks)
    when = _moment(blocks)
    if when is not None:
        return Content(when, _form(when), text)
    if len(text.encode("utf-16-le")) // 2 > _LONGEST:
        raise RenderError(
            f"the text in row {row}, column {column} is longer than the {_LONGEST} characters that a cell of a "
            "spreadsheet can hold; render it as csv or html instead",
            format="xlsx",
        )
    return Content(text, TEXT, text)


def escaped(text: str) -> str:
    """Return *text* so that no part of it is read as the escape of a character."""
    return _LOOKS_LIKE_AN_ESCAPE.sub("_x005F_", text)


def _moment(blocks: tuple[NestedBlock, ...]) -> dt.datetime | dt.date | dt.time | None:
    """Return the day or time that is all that a cell says, if a spreadsheet can hold it; it knows no time zones."""
    match blocks:
        case (Text(spans=(DatedSpan(when=when),)),):
            return when if _is_held(when) else None
    return None


def _is_held(when: dt.date | dt.time) -> bool:
    if isinstance(when, dt.datetime | dt.time) and (when.tzinfo is not None or when.microsecond):
        return False
    return isinstance(when, dt.time) or _day(when) >= _FIRST_DAY


def _day(when: dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def _form(when: dt.date | dt.time) -> str:
    if not isinstance(when, dt.datetime | dt.time):
        return "yyyy-mm-dd"
    time = "hh:mm:ss" if when.second else "hh:mm"
    return time if isinstance(when, dt.time) else f"yyyy-mm-dd {time}"
