"""Whether the printed numbers of items stand once, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.counting import counted, gaps, missing
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Node, Record, named
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.items import Item, reference_name


def _families(record: Record) -> Iterator[list[Node[Item]]]:
    """Yield the items that stand under one item, or under none."""
    found: dict[int, list[Node[Item]]] = {}
    for node in record.items:
        above = -1 if node.parent is None else node.parent.at
        found.setdefault(above, []).append(node)
    yield from found.values()


def _item_twice(record: Record) -> Iterator[Problem]:
    for family in _families(record):
        for field in ("number", "minute_number"):
            seen: set[str] = set()
            for node in family:
                number: str | None = getattr(node.value, field)
                if node.value.section is not None:
                    seen = set()  # a new part of the agenda may begin to count anew
                if number is None:
                    continue
                if reference_name(number) in seen:
                    yield Problem(node.path(field), f"the number {shown(number)} stands twice")
                seen.add(reference_name(number))


def _item_without(record: Record) -> Iterator[Problem]:
    for family in _families(record):
        numbered = [node for node in family if node.value.number is not None]
        if 2 * len(numbered) > len(family):
            for node in family:
                if node.value.number is None:
                    yield Problem(node.path("number"), f"{named(node.value)} has no number, and those beside it have")


def _item_gap(record: Record) -> Iterator[Problem]:
    for family in _families(record):
        by_frame: dict[tuple[str, str], dict[int, Node[Item]]] = {}
        for node in family:
            count = None if node.value.number is None else counted(node.value.number)
            if count is not None:
                by_frame.setdefault(count.frame, {}).setdefault(count.count, node)
        for (head, tail), nodes in by_frame.items():
            for before, after in gaps(sorted(nodes)):
                yield Problem(nodes[after].path("number"), missing(head, before, after, tail))


RULES: Final = (
    Rule(
        "BM401",
        "item-number-twice",
        Severity.ERROR,
        _item_twice,
        finds="Two items with one number in the same part of the agenda; a full stop at its end makes no difference. "
        "Sub-items are compared with those of the same item.",
        why="Whatever refers to the number, a declaration of interest or a guest's item, then means two matters.",
        hint="give each item its own number",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="7")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="8.")],
)
""",
    ),
    Rule(
        "BM402",
        "item-without-number",
        Severity.WARNING,
        _item_without,
        finds="An item without a number where most of those beside it have one.",
        why="The item cannot be referred to, and its number was probably lost.",
        hint="give the item its number",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="8."), bm.Item("Boats")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="8."), bm.Item("Boats", number="9.")],
)
""",
    ),
    Rule(
        "BM403",
        "item-number-missing",
        Severity.WARNING,
        _item_gap,
        finds="A gap in the numbers of the items: 7 and 9 without 8, 77/26 and 79/26 without 78/26. The first number "
        "may be any, and letters (7a) and the order of the items make no difference.",
        why="A reader takes the gap for an item that was taken out, or was lost.",
        hint="put in the item that is missing, or number the items anew",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="9.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7."), bm.Item("Fees", number="8.")],
)
""",
    ),
)
