"""Whether those who left because of an interest stayed away from the matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record, named
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.outcomes import Declaration, Motion
from boardminutes.model.values import InterestConduct
from boardminutes.model.votes import Tally

_VOTES: Final = frozenset({"in_favour", "against", "abstained"})


def _voted_after_leaving(record: Record) -> Iterator[Problem]:
    left: set[tuple[int, str]] = set()
    for node in record.every(Declaration):
        declaration = node.value
        if declaration.conduct is InterestConduct.LEFT:
            at = (node.at,) if declaration.item is None else record.positions(declaration.item)
            if len(at) == 1:
                left.add((at[0], declaration.person))
    for mention in record.mentions:
        node_of = mention.node
        voted = isinstance(node_of.value, Tally) and node_of.step in _VOTES
        moved = isinstance(node_of.value, Motion)
        if (voted or moved) and (node_of.at, mention.name) in left:
            item = named(record.items[node_of.at].value)
            did = "voted" if voted else "moved or seconded"
            yield Problem(
                mention.path, f"{shown(mention.name)} left for {item} because of an interest, and {did} under it"
            )


RULES: Final = (
    Rule(
        "BM207",
        "left-and-voted",
        Severity.ERROR,
        _voted_after_leaving,
        finds="Someone who left for an item because of an interest, and who voted, moved or seconded under it.",
        why="Taking part in a matter in which one has an interest can be an offence, and undo the decision; the "
        "record should not say so by mistake.",
        hint="correct the conduct of the declaration, or the names of the vote or motion",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[
                bm.Declaration("Bo Lund", "Sells tables.", conduct=bm.InterestConduct.LEFT),
                bm.Decision("The tables be bought.", vote=bm.Vote(in_favour=["Ada Obi", "Bo Lund"])),
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
                bm.Declaration("Bo Lund", "Sells tables.", conduct=bm.InterestConduct.LEFT),
                bm.Decision("The tables be bought.", vote=bm.Vote(in_favour=["Ada Obi"], recused=["Bo Lund"])),
            ],
        )
    ],
)
""",
    ),
)
