"""Whether it is said what became of a motion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes._settled import motions_without_words
from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model.outcomes import Motion


def _without_outcome(record: Record) -> Iterator[Problem]:
    for node in record.every(Motion):
        if node.value.outcome is None and node.value.decision is None:
            yield Problem(node.path("outcome"), "it is not said what became of the motion")


def _without_words(record: Record) -> Iterator[Problem]:
    without = {id(motion) for node in record.items for motion in motions_without_words(node.value.entries)}
    for node in record.every(Motion):
        if id(node.value) in without:
            yield Problem(node.path("decision"), "it was carried as amended, and no decision says in which words")


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
    Rule(
        "BM106",
        "amended-motion-without-decision",
        Severity.WARNING,
        _without_words,
        finds="A motion that was carried, as was an amendment to it, where no decision says what was settled.",
        why="The words that were moved are not those that were carried: what the meeting resolved stands nowhere, and "
        "lists of decisions leave it out.",
        hint="give in decision the words in which the motion was carried",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Dues",
            number="7.",
            minutes=[
                bm.Motion(
                    "That the dues be 5 pounds.",
                    amendments=[bm.Motion("Put 6 for 5.", outcome=bm.MotionOutcome.CARRIED)],
                    outcome=bm.MotionOutcome.CARRIED,
                )
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
            "Dues",
            number="7.",
            minutes=[
                bm.Motion(
                    "That the dues be 5 pounds.",
                    amendments=[bm.Motion("Put 6 for 5.", outcome=bm.MotionOutcome.CARRIED)],
                    outcome=bm.MotionOutcome.CARRIED,
                    decision=bm.Decision("The dues are 6 pounds."),
                )
            ],
        )
    ],
)
""",
    ),
)
