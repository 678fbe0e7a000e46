"""The text of one line: pieces with marks, put together as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.readers.moderngov.lines import Run

_BLANKS = re.compile("[ \t\n\r\f]+")


@attrs.frozen
class Style:
    """How a piece of text is marked.

    Attributes:
        strong: Whether it is of strong importance.
        emphasis: Whether it is stressed.
        link: Where it leads; None for nowhere.
    """

    strong: bool = False
    emphasis: bool = False
    link: str | None = None


PLAIN = Style()


def joined(pieces: Sequence[tuple[str, Style]]) -> tuple[str, tuple[Run, ...]]:
    """Return the text of *pieces* with single blanks and none at its ends, and its marked stretches."""
    parts: list[str] = []
    marked: list[tuple[int, int, Style]] = []
    length = 0
    blank = True  # whether a blank now would be one too many
    for piece, style in pieces:
        text = _BLANKS.sub(" ", piece)
        if blank and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        if style != PLAIN:
            if marked and marked[-1][1] == length and marked[-1][2] == style:
                marked[-1] = (marked[-1][0], length + len(text), style)
            else:
                marked.append((length, length + len(text), style))
        parts.append(text)
        length += len(text)
        blank = text.endswith(" ")
    whole = "".join(parts)
    left = len(whole) - len(whole.lstrip())
    text = whole.strip()
    runs = (
        Run(max(0, begin - left), min(len(text), end - left), style.strong, style.emphasis, style.link)
        for begin, end, style in marked
    )
    return text, tuple(run for run in runs if run.start < run.end)
