"""Whether the printed numbers of decisions and actions stand once, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.counting import Count, counted, gaps, missing
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Node, Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.items import reference_name
from boardminutes.model.outcomes import Action, Decision


def _runs(record: Record) -> Iterator[list[tuple[Node[Decision], Count]]]:
    """Yield decisions of one item that are numbered on from each other."""
    at, run = -1, list[tuple[Node[Decision], Count]]()
    for node in record.every(Decision):
        count = None if node.value.number is None else counted(node.value.number)
        if count is None:
            continue
        begins_anew = len(run) > 1 and count == run[0][1]
        if run and (node.at != at or count.frame != run[0][1].frame or begins_anew):
            yield run
            run = []
        at = node.at
        run.append((node, count))
    if run:
        yield run


def _decision_twice(record: Record) -> Iterator[Problem]:
    for run in _runs(record):
        seen: set[int] = set()
        for node, count in run:
            if count.count in seen:
                yield Problem(node.path("number"), f"the number {shown(node.value.number)} stands twice")
            seen.add(count.count)


def _decision_gap(record: Record) -> Iterator[Problem]:
    for run in _runs(record):
        nodes = {count.count: node for node, count in reversed(run)}
        head, tail = run[0][1].frame
        for before, after in gaps(sorted(nodes)):
            yield Problem(nodes[after].path("number"), missing(head, before, after, tail))


def _action_twice(record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for node in record.every(Action):
        reference = node.value.reference
        if reference is not None:
            if reference_name(reference) in seen:
                yield Problem(node.path("reference"), f"the reference {shown(reference)} stands twice")
            seen.add(reference_name(reference))


RULES: Final = (
    Rule(
        "BM404",
        "decision-number-twice",
        Severity.WARNING,
        _decision_twice,
        finds="Two decisions of one item with the same number. Decisions may begin to count anew with the first "
        "number.",
        why="Nobody can say which of the two was meant.",
        hint="give each decision its own number",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Buy them.", number="1"), bm.Decision("Sell.", number="1")])
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Buy them.", number="1"), bm.Decision("Sell.", number="2")])
    ],
)
""",
    ),
    Rule(
        "BM405",
        "decision-number-missing",
        Severity.WARNING,
        _decision_gap,
        finds="A gap in the numbers of one item's decisions.",
        why="A reader takes the gap for a decision that was taken out, or was lost.",
        hint="put in the decision that is missing, or number the decisions anew",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Buy them.", number="1"), bm.Decision("Sell.", number="3")])
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Buy them.", number="1"), bm.Decision("Sell.", number="2")])
    ],
)
""",
    ),
    Rule(
        "BM406",
        "action-reference-twice",
        Severity.WARNING,
        _action_twice,
        finds="Two actions of the meeting with the same reference.",
        why="An action log is kept by the references; one of the two would take the other's place.",
        hint="give each action its own reference",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Action("Buy the tables", reference="A1", owners=["Bo Lund"], due="soon"),
                bm.Action("Print the tables", reference="A1", owners=["Bo Lund"], due="soon"),
            ],
        )
    ],
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
            minutes=[
                bm.Action("Buy the tables", reference="A1", owners=["Bo Lund"], due="soon"),
                bm.Action("Print the tables", reference="A2", owners=["Bo Lund"], due="soon"),
            ],
        )
    ],
)
""",
    ),
)
