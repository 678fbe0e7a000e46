"""Whether items hold what they should by the time the minutes are published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record, named
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.items import Paper
from boardminutes.model.values import ItemMark

_NOT_TAKEN: Final = frozenset({ItemMark.WITHDRAWN, ItemMark.DEFERRED, ItemMark.REFERRED, ItemMark.CONSENT})


def _empty(record: Record) -> Iterator[Problem]:
    if not record.is_minuted:
        return
    for node in record.items:
        item = node.value
        is_left_out = item.restriction is not None and item.minutes is None  # as in what the public sees
        if not (item.entries or item.items or is_left_out or _NOT_TAKEN.intersection(item.marks)):
            yield Problem(node.path("minutes"), f"nothing is recorded under {named(item)}")


def _urgent(record: Record) -> Iterator[Problem]:
    for node in record.items:
        if ItemMark.URGENT in node.value.marks and node.value.urgency is None:
            yield Problem(node.path("urgency"), f"it is not said why {named(node.value)} was urgent")


def _referred(record: Record) -> Iterator[Problem]:
    for node in record.items:
        if ItemMark.REFERRED in node.value.marks and node.value.referred_to is None:
            yield Problem(node.path("referred_to"), f"it is not said to whom {named(node.value)} was referred")


def _to_follow(record: Record) -> Iterator[Problem]:
    if not record.is_minuted:
        return
    for node in record.every(Paper):
        if node.value.to_follow:
            title = node.value.title
            paper = "a paper" if title is None else f"the paper {shown(title)}"
            yield Problem(node.path("to_follow"), f"{paper} is still to follow, and the minutes are written")


RULES: Final = (
    Rule(
        "BM801",
        "empty-item",
        Severity.WARNING,
        _empty,
        finds="An item under which nothing is recorded, where something is under others. Sub-items are something; an "
        "item that was withdrawn, deferred, referred or taken by consent may be empty, and so may every item of an "
        "agenda.",
        why="A reader cannot tell whether nothing was said, or whether it was lost.",
        hint="record what happened, if only that nothing did, or mark how the item was treated",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes="The tables were shown."), bm.Item("Fees", number="8.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes="The tables were shown."),
        bm.Item("Fees", number="8.", marks=[bm.ItemMark.DEFERRED]),
    ],
)
""",
    ),
    Rule(
        "BM805",
        "urgent-without-reason",
        Severity.WARNING,
        _urgent,
        finds="An item that is marked urgent, without the reason why it could not wait.",
        why="An item that was not on the published agenda may be taken by reason of special circumstances only, which "
        "the minutes must specify (Local Government Act 1972, section 100B(4)(b)).",
        hint="give the reason in urgency",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", marks=[bm.ItemMark.URGENT])],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", marks=[bm.ItemMark.URGENT], urgency="The licence ends on 31 March.")],
)
""",
    ),
    Rule(
        "BM806",
        "referred-to-nobody",
        Severity.NOTE,
        _referred,
        finds="An item that is marked referred, without the body to which it was referred.",
        why="Whoever follows the matter does not know where to look next.",
        hint="give the body in referred_to",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", marks=[bm.ItemMark.REFERRED])],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", marks=[bm.ItemMark.REFERRED], referred_to="Finance Committee")],
)
""",
    ),
    Rule(
        "BM807",
        "paper-still-to-follow",
        Severity.NOTE,
        _to_follow,
        finds="A paper that is marked as to follow, in a record that holds minutes already.",
        why="By the time the minutes are written the paper came, or never will; readers of the record wait for it.",
        hint="take out to_follow if the paper came, and the paper if it did not",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", papers=[bm.Paper("Tables", to_follow=True)], minutes="The tables were shown.")
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", papers=[bm.Paper("Tables")], minutes="The tables were shown.")],
)
""",
    ),
)
