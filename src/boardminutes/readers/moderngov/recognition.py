"""Is it such a page, and where does its table of items begin."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.dates import days_in
from boardminutes.readers.moderngov.head import is_heading, is_labelled_fact, is_strong_heading
from boardminutes.readers.moderngov.labels import part_begun
from boardminutes.readers.moderngov.lines import Line, Role
from boardminutes.readers.moderngov.numbers import printed
from boardminutes.readers.moderngov.vocabulary import TABLE_HEADS, plain

LINES_LOOKED_AT: Final = 2_000

_LINES_BEFORE_HEADING = 60
_LINES_OF_HEAD = 60
_LINES_TO_DATE = 3
_LONGEST_DATED = 150
_LONGEST_TABLE_HEAD = 20
_ITEMS = frozenset({Role.NUMBER, Role.TITLE})


def is_page(page: Sequence[Line]) -> bool:
    """Tell whether the first lines of a *page* are those of a page of this form."""
    lines = [line for line in page[:LINES_LOOKED_AT] if line.number <= LINES_LOOKED_AT]
    headings = [at for at, line in enumerate(lines[:_LINES_BEFORE_HEADING]) if is_heading(line.text)]
    if headings:
        strong = any(is_strong_heading(lines[at].text) for at in headings)
        if strong and any(_is_dated(line.text) for line in lines[headings[0] + 1 :][:_LINES_TO_DATE]):
            return True
        for line in lines[headings[0] + 1 :]:
            if is_table_head(line.text) or is_labelled_fact(line.text):
                return True
            if strong and part_begun(line) is not None:
                return True
    return any(
        _is_full_table_head(line.text) and printed(following.text) is not None
        for line, following in itertools.pairwise(lines)
    )


def is_table_head(text: str) -> bool:
    """Tell whether a line is a heading of the table of items, such as 'No. Item', signs between cells aside."""
    return len(text) <= _LONGEST_TABLE_HEAD and plain(text.replace("|", " ")) in TABLE_HEADS


def _is_full_table_head(text: str) -> bool:
    return is_table_head(text) and " " in text


def _is_dated(text: str) -> bool:
    """Tell whether a line gives the day of a meeting and hardly more, as the one below the heading does."""
    days = days_in(text) if len(text) <= _LONGEST_DATED and not text.endswith(".") else ()
    return len(days) == 1


def divided(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], list[Skipped]]:
    """Return the lines before the table of items, those in it, and its headings, which are left out."""
    at = _first_item(lines)
    begin = end = at
    while end < len(lines) and is_table_head(lines[end].text):
        end += 1
    if at < len(lines) and lines[at].role in _ITEMS:
        while begin and is_table_head(lines[begin - 1].text):
            begin -= 1
    heads = [Skipped(line.number, line.text, "the heading of the table of items") for line in lines[begin:end]]
    return lines[:begin], lines[end:], heads


def _first_item(lines: Sequence[Line]) -> int:
    """Return where the items begin, with the headings of their table, or as many lines as there are."""
    places = (
        (at for at, line in enumerate(lines) if line.role in _ITEMS),
        (at for at, line in enumerate(lines) if is_table_head(line.text)),
        (at for at, line in enumerate(lines) if printed(line.text) is not None),
    )
    first = next((at for found in places if (at := next(found, None)) is not None), None)
    if first is not None:
        return first
    top = lines[:_LINES_OF_HEAD]
    facts = (is_heading, is_labelled_fact, _is_dated)
    last = [at for at, line in enumerate(top) if any(is_fact(line.text) for is_fact in facts)]
    return last[-1] + 1 if last else len(lines)
