"""Tags in a text, found without parsing it, and how many of them a template may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MOST_TAGS: Final = 1_500
LONGEST_TAG: Final = 2_000
MOST_CODE: Final = 40_000
MOST_SOURCE: Final = 500_000
"""How many bytes the text of a template may have, with its mark-up."""

OPENER: Final = re.compile(r"\{[{%#]")
CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}


def tags(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield where each tag begins and ends; None is the end of one that is not closed, and then no more are found."""
    start = 0
    while opener := OPENER.search(text, start):
        end = text.find(CLOSERS[opener[0]], opener.end())
        if end < 0:
            yield opener.start(), None
            return
        start = end + 2
        yield opener.start(), start


def too_many(count: int, code: int) -> str | None:
    """Return what to say of a template with so many tags and so many characters in them, or None for nothing."""
    if count <= MOST_TAGS and code <= MOST_CODE:
        return None
    return f"has {count:,} tags with {code:,} characters; at most {MOST_TAGS:,} with {MOST_CODE:,} are read"
