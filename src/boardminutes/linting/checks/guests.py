"""Whether those who were announced for an item came to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.attendance import CAME, STAYED_AWAY
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Line, Record, named
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.people import Attendee

_ABSENCE: Final = re.compile(r"\b(?:in the absence of|yn absenoldeb)\s{1,3}(?=(?P<name>[^\n]{1,80}))", re.IGNORECASE)
_MOST_WORDS: Final = 7
_MARKS: Final = ".,;:()"


def _said_absent(record: Record) -> Iterator[tuple[Line, Attendee]]:
    """Yield each attendee of whom the prose says that something was done in their absence."""
    for line in record.paragraphs:
        for match in _ABSENCE.finditer(line.text):
            words = match["name"].split()[:_MOST_WORDS]
            names = (" ".join(words[:size]).rstrip(_MARKS) for size in range(len(words), 0, -1))
            attendee = next((found for found in map(record.roll.attendee, names) if found is not None), None)
            if attendee is not None:
                yield line, attendee


def _announced(record: Record) -> Iterator[Problem]:
    absent_at = {(attendee.name, line.node.at) for line, attendee in _said_absent(record)}
    announced: set[tuple[str, int]] = set()
    for node in record.every(Attendee):
        attendee = node.value
        for index, reference in enumerate(attendee.items):
            for at in record.positions(reference)[:1]:
                announced.add((attendee.name, at))
                if _missed(record, attendee, at) or (attendee.name, at) in absent_at:
                    yield Problem(node.path(f"items[{index}]"), _sentence(record, attendee, at))
    for mention in record.mentions:
        if mention.field != "planned_presenters":
            continue
        planned, at = record.roll.attendee(mention.name), mention.node.at
        if planned is None or (planned.name, at) in announced:
            continue
        if _missed(record, planned, at) or (planned.name, at) in absent_at:
            yield Problem(mention.path, _sentence(record, planned, at))


def _missed(record: Record, attendee: Attendee, at: int) -> bool:
    said = [one.presence for one in attendee.per_item if one.presence is not None and record.covers(one.item, at)]
    return not CAME.intersection(said) if said else attendee.presence in STAYED_AWAY


def _sentence(record: Record, attendee: Attendee, at: int) -> str:
    return f"{shown(attendee.name)} was announced for {named(record.items[at].value)}, and was absent from it"


def _there_and_absent(record: Record) -> Iterator[Problem]:
    for line, attendee in _said_absent(record):
        whole = not (attendee.arrived or attendee.left or attendee.items or attendee.per_item)
        if attendee.presence in CAME and whole:
            yield Problem(line.path, f"the prose has {shown(attendee.name)} absent, and the attendees have them there")


RULES: Final = (
    Rule(
        "BM204",
        "announced-and-absent",
        Severity.NOTE,
        _announced,
        finds="Someone who was announced for an item, as a guest or as the one who was to present it, and who was "
        "absent: as the attendees say, or as the prose of the item does ('In the absence of …', 'Yn absenoldeb …').",
        why="The agenda announced them, so readers will look for what they said; the minutes should tell who spoke "
        "instead.",
        hint="make sure that the minutes say who took their place, and that presenters does",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", items=["7"])],
    items=[bm.Item("Tides", number="7.", minutes="In the absence of Wanda Holm, the Chair showed the tables.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", items=["7"])],
    items=[bm.Item("Tides", number="7.", minutes="Wanda Holm showed the tables.")],
)
""",
    ),
    Rule(
        "BM208",
        "there-and-absent",
        Severity.ERROR,
        _there_and_absent,
        finds="Someone in whose absence something was done, as the prose says, and who was there throughout, as the "
        "attendees say.",
        why="The record contradicts itself.",
        hint="correct the presence of the attendee, or say in per_item, arrived or left when they were away",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", presence=bm.Presence.PRESENT)],
    items=[bm.Item("Tides", number="7.", minutes="In the absence of Wanda Holm, the Chair showed the tables.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Wanda Holm", presence=bm.Presence.ABSENT)],
    items=[bm.Item("Tides", number="7.", minutes="In the absence of Wanda Holm, the Chair showed the tables.")],
)
""",
    ),
)
