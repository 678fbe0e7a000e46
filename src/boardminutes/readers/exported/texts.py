"""Long texts of an export, with mark-up or without, as lines of the Reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boardminutes.readers.exported.ledger import Ledger
from boardminutes.readers.moderngov.fragments import Fragment, fragments
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line
from boardminutes.readers.moderngov_html import page
from boardminutes.readers.moderngov_text import source

_MARKUP: Final = re.compile(
    r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?/?>|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,12});", re.IGNORECASE
)
_BREAKS: Final = re.compile("\r\n|\r|\n")


def has_markup(text: str) -> bool:
    """Tell whether there are tags or entities of HTML in *text*."""
    return _MARKUP.search(text) is not None


def taken(
    ledger: Ledger, path: str, text: str, place: str, url: str | None = None, *, markup: bool = True
) -> tuple[tuple[Fragment, ...], Sequence[Line]] | None:
    """Return the fragments of a text and its lines; None where it shows nothing, and is left out.

    Args:
        ledger: Where the account is written.
        path: Where the text stands in the source.
        text: The text; where it has tags it is read as a browser shows it.
        place: What it becomes.
        url: The address that relative links are seen from; None for not known.
        markup: Whether there may be mark-up in it; where not, a tag is text like any other.
    """
    if markup and has_markup(text):
        seen = page.shown_page(text, url)
        lines, shown = seen.lines, seen.shown
        unreadable = (*seen.unreadable, *seen.asides)
    else:
        lines, unreadable = source.numbered_lines(text)
        shown = tuple(_BREAKS.split(text))
    if all(line.role in LEFT_OUT for line in lines):
        ledger.left(path, text, "shows nothing")
        return None
    before = len(ledger.shown) + 1  # the heading
    kept = ledger.lines(path, shown, lines, place)
    ledger.without(unreadable, before)
    found, marks = fragments(kept)
    ledger.without(marks)
    if not found:
        ledger.nothing(before)
        return None
    return found, kept
