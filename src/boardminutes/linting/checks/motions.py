"""Whether it is said what became of a motion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model.outcomes import Motion


def _without_outcome(record: Record) -> Iterator[Problem]:
    for node in record.every(Motion):
        if node.value.outcome is None and node.value.decision is None:
            yield Problem(node.path("outcome"), "it is not said what became of the motion")


RULES: Final = (
    Rule(
        "BM105",
        "motion-without-outcome",
        Severity.WARNING,
        _without_outcome,
        finds="A motion, or an amendment to one, with neither an outcome nor a decision.",
        why="Whoever reads the record wants to know whether it was carried.",
        hint="say in outcome what became of it, or give the decision",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes=[bm.Motion("That the tables be bought.", mover="Ada Obi")])],
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
                bm.Motion("That the tables be bought.", mover="Ada Obi", outcome=bm.MotionOutcome.CARRIED)
            ],
        )
    ],
)
""",
    ),
)
