"""Whether the prose is finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.prose import Paragraph

_LEADS_IN: Final = re.compile(r"\w[^\S\n]*[:–][^\S\n]*$")
_LEFT_OPEN: Final = re.compile(
    r"(?-i:\bTODO\b|\bFIXME\b|\bX{4,}\b|£X{2,}\b)|\blorem ipsum\b|\?{3,}"
    r"|\[(?:insert|add|check|name|date|time|venue|number|tbc|tba|rhowch|enw|dyddiad)\b[^\[\]\n]{0,80}\]",
    re.IGNORECASE,
)
_PAIRS: Final = {")": "(", "]": "["}
_MOST_QUOTED: Final = 40
_MOST_WORDS: Final = 8


def _leading_nowhere(record: Record) -> Iterator[Problem]:
    for node in record.items:
        entries = node.value.entries
        if entries and not node.value.items and isinstance(entries[-1], Paragraph):
            text = str(entries[-1])
            if _LEADS_IN.search(text.rstrip()):
                yield Problem(
                    node.path(f"minutes[{len(entries) - 1}]"), f"nothing follows after {shown(_end_of(text))}"
                )


def _end_of(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _MOST_WORDS else ["…", *words[-_MOST_WORDS:]])


def _left_open(record: Record) -> Iterator[Problem]:
    for line in record.lines:
        found = _LEFT_OPEN.search(line.text)
        if found is not None:
            yield Problem(line.path, f"{shown(found[0])} stands where something was to be put in")


def _never_closed(record: Record) -> Iterator[Problem]:
    for line in record.paragraphs:
        place = _open_bracket(line.text)
        if place is not None:
            around = " ".join(line.text[max(0, place - _MOST_QUOTED // 2) : place + _MOST_QUOTED // 2].split())
            yield Problem(line.path, f"the bracket is never closed in {shown(around)}")


def _open_bracket(text: str) -> int | None:
    """Return the place of the last bracket that is not closed; closing ones without a partner mark points: a) b)."""
    opened: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in _PAIRS.values():
            opened.append(match.start())
        elif opened and text[opened[-1]] == _PAIRS[match[0]]:
            opened.pop()
    return opened[-1] if opened else None


RULES: Final = (
    Rule(
        "BM802",
        "lead-in-to-nothing",
        Severity.WARNING,
        _leading_nowhere,
        finds="An item whose last paragraph ends with a colon or a dash, as if a list came next.",
        why="What followed was lost: points that were copied from elsewhere, or a table.",
        hint="put in what follows, or end the sentence",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes=["The tables were shown.", "Members asked about:"])],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=["The tables were shown.", "Members asked about:", bm.List(["the moon;", "the wind."])],
        )
    ],
)
""",
    ),
    Rule(
        "BM803",
        "left-to-fill-in",
        Severity.ERROR,
        _left_open,
        finds="Words that were to be replaced: TODO, XXXX, £XX, ???, 'lorem ipsum', '[insert date]', '[rhowch enw]'.",
        why="The record is not finished. What is really to be confirmed is said by the value `TBC`, and printed in "
        "words.",
        hint="put in what is missing",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes="The tables cost £XXX.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes="The tables cost £120.")],
)
""",
    ),
    Rule(
        "BM804",
        "bracket-never-closed",
        Severity.NOTE,
        _never_closed,
        finds="A round or square bracket in a paragraph that is opened and never closed.",
        why="It is a slip of the keyboard, or the end of a sentence that was lost.",
        hint="close the bracket, or take it out",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes="The tables were shown[")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes="The tables were shown.")],
)
""",
    ),
)
