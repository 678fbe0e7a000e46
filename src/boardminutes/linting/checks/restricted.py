"""Whether restricted matter has its ground, and stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.items import Item, Paper
from boardminutes.model.prose import Restriction

_WORD: Final = re.compile(r"\w+")
_LEAST_WORDS: Final = 3  # 'Staffing matters' may be named anywhere, 'Sale of the east quay' hardly by chance
_MOST_ALIKE: Final = 20
_SEEN_BY_ALL: Final = frozenset({"number", "minute_number", "public_title", "section"})

_Words: TypeAlias = tuple[str, ...]


def _without_ground(record: Record) -> Iterator[Problem]:
    grounded: set[int] = set()  # what stands in something restricted is so on the same ground
    for node in record.nodes:
        restriction = getattr(node.value, "restriction", None)
        has_ground = isinstance(restriction, Restriction) and restriction.ground is not None
        if has_ground or id(node.parent) in grounded:
            grounded.add(id(node))
        elif isinstance(node.value, Restriction):
            yield Problem(node.path("ground"), "it is not said on which ground the public may not see this")


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(text.casefold()))


def _secret_titles(record: Record) -> Iterator[str]:
    for node in record.items:
        if node.hidden:
            public = " ".join(_words(node.value.public_title or ""))
            if " ".join(_words(node.value.title)) not in public:
                yield node.value.title
    for paper in record.every(Paper):
        if paper.hidden and paper.value.title is not None:
            yield paper.value.title


def _in_public(record: Record) -> Iterator[Problem]:
    secrets: dict[_Words, dict[_Words, str]] = {}
    for title in _secret_titles(record):
        words = _words(title)
        alike = secrets.setdefault(words[:_LEAST_WORDS], {})
        if len(words) >= _LEAST_WORDS and len(alike) < _MOST_ALIKE:
            alike.setdefault(words, title)
    for line in record.lines if secrets else ():
        seen_by_all = isinstance(line.node.value, Item) and line.field in _SEEN_BY_ALL
        is_ground = isinstance(line.node.value, Restriction)
        if line.node.hidden and not seen_by_all and not is_ground:
            continue
        words = _words(line.text)
        told = {
            title
            for begin in range(len(words) - _LEAST_WORDS + 1)
            for secret, title in secrets.get(words[begin : begin + _LEAST_WORDS], {}).items()
            if words[begin : begin + len(secret)] == secret
        }
        for title in sorted(told):
            yield Problem(line.path, f"the public may read here the restricted title {shown(title)}")


RULES: Final = (
    Rule(
        "BM701",
        "restricted-without-ground",
        Severity.ERROR,
        _without_ground,
        finds="A restricted item, paper, block, decision, action, motion or declaration without the ground of its "
        "restriction.",
        why="The law asks a body to say why the public may not see something, for example by the paragraph of "
        "Schedule 12A to the Local Government Act 1972.",
        hint="give the ground in the words of the body",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Rent of the quay", number="7.", public_title="Land", restriction=bm.Restriction())],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Rent of the quay",
            number="7.",
            public_title="Land",
            restriction="paragraph 3 of Part 1 of Schedule 12A",
        )
    ],
)
""",
    ),
    Rule(
        "BM703",
        "restricted-title-in-public",
        Severity.ERROR,
        _in_public,
        finds="The title of a restricted item or paper, of three words or more, in a text that the public may read.",
        why="What is restricted is left out of the public version by what is marked, and this text is not: it would "
        "tell what the public title hides.",
        hint="take the title out of this text, or mark the text as restricted",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes="The Chair moved on to the sale of the east quay."),
        bm.Item(
            "Sale of the East Quay",
            number="8.",
            public_title="Land",
            restriction="paragraph 3 of Part 1 of Schedule 12A",
            minutes="The price was named.",
        ),
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes="The Chair moved on to the next item."),
        bm.Item(
            "Sale of the East Quay",
            number="8.",
            public_title="Land",
            restriction="paragraph 3 of Part 1 of Schedule 12A",
            minutes="The price was named.",
        ),
    ],
)
""",
    ),
)
