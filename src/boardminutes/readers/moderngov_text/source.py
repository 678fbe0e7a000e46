"""From the text of a page to numbered lines."""

from __future__ import annotations

import re

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import Line, legible

_BREAKS = re.compile("\r\n|\r|\n")


def numbered_lines(text: str, most: int = 0) -> tuple[tuple[Line, ...], tuple[Skipped, ...]]:
    """Return the lines of *text* that are not blank, and an account of what they cannot keep.

    Args:
        text: The page.
        most: How many lines to look at, blank ones included; 0 for all.
    """
    lines: list[Line] = []
    skipped: list[Skipped] = []
    close = False
    for number, raw in enumerate(_BREAKS.split(text, most)[: most or None], start=1):
        stripped = raw.strip()
        if not stripped:
            close = False
            continue
        kept, reason = legible(stripped)
        if reason is not None:
            skipped.append(Skipped(number, raw, reason))
        if kept:
            lines.append(Line(number, kept, close=close, indented=raw[0].isspace()))
        close = bool(kept)
    return tuple(lines), tuple(skipped)
