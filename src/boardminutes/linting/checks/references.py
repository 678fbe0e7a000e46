"""Whether what refers to an item or a decision finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Node, Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.correction import Correction
from boardminutes.model.items import reference_name
from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Restriction


def _item_references(record: Record) -> Iterator[tuple[str, str]]:
    """Yield each reference to an item of this meeting, and its path."""
    for node in record.every(Attendee):
        yield from _of_attendee(node)
    for declaration in record.every(Declaration):
        if declaration.value.item is not None:
            yield declaration.value.item, declaration.path("item")
    for action in record.every(Action):
        if action.value.origin_item is not None and action.value.origin is None:
            yield action.value.origin_item, action.path("origin_item")
    for correction in record.every(Correction):
        if correction.value.item is not None and correction.parent is record.nodes[0]:
            yield correction.value.item, correction.path("item")


def _of_attendee(node: Node[Attendee]) -> Iterator[tuple[str, str]]:
    attendee = node.value
    for field, reference in (("arrived", attendee.arrived), ("left", attendee.left)):
        if isinstance(reference, str):
            yield reference, node.path(field)
    for index, reference in enumerate(attendee.items):
        yield reference, node.path(f"items[{index}]")
    for index, one in enumerate(attendee.per_item):
        yield one.item, node.path(f"per_item[{index}].item")


def _no_item(record: Record) -> Iterator[Problem]:
    for reference, path in _item_references(record):
        if not record.positions(reference):
            yield Problem(path, f"no item is called {shown(reference)}")


def _no_resolution(record: Record) -> Iterator[Problem]:
    outcomes: list[Decision | Motion] = [node.value for node in record.every(Decision)]
    outcomes.extend(node.value for node in record.every(Motion))
    names = {reference_name(name) for one in outcomes for name in (one.number, one.id) if name is not None}
    for node in record.every(Restriction):
        resolution = node.value.resolution
        if resolution is not None and reference_name(resolution) not in names:
            yield Problem(node.path("resolution"), f"no decision or motion is called {shown(resolution)}")


RULES: Final = (
    Rule(
        "BM407",
        "reference-to-no-item",
        Severity.ERROR,
        _no_item,
        finds="A guest's item, an arrival or departure, a declaration of interest, an action's origin or a correction "
        "to these minutes that refers to an item by a number or id which no item has.",
        why="The reference leads nowhere: the number was mistyped, or the items were numbered anew.",
        hint="correct the reference; it is an item's number or id",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", items=["4"])],
    items=[bm.Item("Tides", number="7.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", items=["7"])],
    items=[bm.Item("Tides", number="7.")],
)
""",
    ),
    Rule(
        "BM702",
        "resolution-not-recorded",
        Severity.WARNING,
        _no_resolution,
        finds="A restriction that names the resolution by which the public was shut out, where no decision or motion "
        "of the record has that number or id.",
        why="The public may be shut out by a resolution only, and should be able to find it in the record.",
        hint="record the resolution, or correct its number",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Rent of the quay",
            number="7.",
            public_title="Land",
            restriction=bm.Restriction("paragraph 3", resolution="12/26"),
        )
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Public", number="6.", minutes=[bm.Decision("The public be asked to leave.", number="12/26")]),
        bm.Item(
            "Rent of the quay",
            number="7.",
            public_title="Land",
            restriction=bm.Restriction("paragraph 3", resolution="12/26"),
            minutes="The rent was looked at.",
        ),
    ],
)
""",
    ),
)
