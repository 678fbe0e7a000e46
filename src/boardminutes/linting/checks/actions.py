"""Whether an action can be followed up: by whom, by when, and whether it is one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from boardminutes._data.times import date_of
from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Node, Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.outcomes import Action, Decision
from boardminutes.model.prose import Paragraph, Prose, Subheading
from boardminutes.model.values import ActionStatus

_OVER: Final = frozenset({ActionStatus.DONE, ActionStatus.WITHDRAWN})
_LABEL_OF_ACTION: Final = re.compile(r"\W*(?:actions?|action points?|cam gweithredu|camau gweithredu)\b", re.IGNORECASE)
_BODIES: Final = (
    "members|partners|trustees|directors|governors|councillors|board|committee|sub-?committee|council|cabinet|panel|"
    "partnership|executive|forum|group|meeting|chair|trust|bwrdd|pwyllgor|cyngor|aelodau"
)
_SETTLED: Final = "agreed|resolved|decided|approved|noted|endorsed|ratified|adopted|accepted"
_DECIDING: Final = re.compile(
    rf"\W*(?:it (?:was|is) (?:\w+ )?(?:{_SETTLED})"
    rf"|(?:the )?(?-i:(?:[A-Z][\w&'’-]*|of|and|for|&|full) ){{0,6}}(?:{_BODIES}) (?:\w+ly |also |then )?(?:{_SETTLED})"
    rf"|(?:unanimously )?(?:{_SETTLED})(?:[,:]| that | to | the | by | unanimously )"
    r"|(?:penderfynwyd|cytunwyd|cymeradwywyd|nodwyd)\b"
    rf"|(?:penderfynodd|cytunodd|cymeradwyodd|nododd) (?:yr? )?(?:{_BODIES})\b)",
    re.IGNORECASE,
)
_LONGEST_BEGINNING: Final = 200


def _open_actions(record: Record) -> Iterator[Node[Action]]:
    return (node for node in record.every(Action) if node.value.status not in _OVER)


def _without_owner(record: Record) -> Iterator[Problem]:
    for node in _open_actions(record):
        if not node.value.owners:
            known = "nobody is" if node.value.owners == () else "it is not known who is"
            yield Problem(node.path("owners"), f"{known} to do this: {_quoted(node.value.text)}")


def _without_due(record: Record) -> Iterator[Problem]:
    for node in _open_actions(record):
        if node.value.due is None:
            yield Problem(node.path("due"), f"it is not said by when this is to be done: {_quoted(node.value.text)}")


def _deciding(record: Record) -> Iterator[Problem]:
    for node in record.every(Action):
        if _DECIDING.match(_beginning(node.value.text)):
            yield Problem(node.path(), f"the action reads as a decision: {_quoted(node.value.text)}")
    for decision in record.every(Decision):
        label = decision.value.label
        if label is not None and _LABEL_OF_ACTION.match(label):
            yield Problem(
                decision.path("label"),
                f"the label {shown(label)} says action, and the text decides: {_quoted(decision.value.text)}",
            )


def _due_before(record: Record) -> Iterator[Problem]:
    day = record.day
    if day is None:
        return
    for node in _open_actions(record):
        due, origin = node.value.due, node.value.origin
        if isinstance(due, dt.date) and due < day and origin is None:
            yield Problem(node.path("due"), f"due on {due.isoformat()}, and the meeting was on {day.isoformat()}")


def _beginning(prose: Prose) -> str:
    """Return the first words in blanks of one width; prose that begins with something else has none."""
    first = prose.blocks[0]
    return " ".join(str(first)[:_LONGEST_BEGINNING].split()) + " " if isinstance(first, Paragraph | Subheading) else ""


def _quoted(prose: Prose) -> str:
    return shown(_beginning(prose).strip() or "…")


def _day_in_words(record: Record) -> Iterator[Problem]:
    for node in record.every(Action):
        due = node.value.due
        if isinstance(due, str) and date_of(due.strip()) is not None:
            yield Problem(node.path("due"), f"{shown(due)} is a day, and stands there as words")


RULES: Final = (
    Rule(
        "BM101",
        "action-without-owner",
        Severity.WARNING,
        _without_owner,
        finds="An open action of which it is not known, or known to be nobody, who is to do it. An owner who is to be "
        "confirmed (`TBC`) is said to be missing already, and is not found.",
        why="What nobody is asked to do is not done, and the action log of the next meeting has nobody to ask.",
        hint="name a person or body in owners, or say TBC",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes=[bm.Action("Print the tables", due=dt.date(2026, 4, 1))])],
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
            minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due=dt.date(2026, 4, 1))],
        )
    ],
)
""",
    ),
    Rule(
        "BM102",
        "action-without-due",
        Severity.NOTE,
        _without_due,
        finds="An open action of which it is not said by when it is to be done. A day, a meeting, words and `TBC` all "
        "do.",
        why="Without a time nobody can tell whether an action is late.",
        hint="say a day, a meeting or words in due, or TBC",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes=[bm.Action("Print the tables", owners=["Bo Lund"])])],
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
            minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due="before Easter")],
        )
    ],
)
""",
    ),
    Rule(
        "BM103",
        "action-that-decides",
        Severity.WARNING,
        _deciding,
        finds="An action that reads as a decision ('Members agreed …', 'It was resolved …', 'Cytunwyd …'), or a "
        "decision that stands under a label such as 'Action:'.",
        why="Whoever looks for what was decided reads the decisions, and whoever looks for tasks reads the actions: "
        "an approval labelled 'Action:' is missed by the one and chased by the other.",
        hint="hold it as a Decision, and change the label if the record is not published yet",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Members agreed to buy the tables.", label="Action:")])
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Decision("Members agreed to buy the tables.", label="Decision:")])
    ],
)
""",
    ),
    Rule(
        "BM104",
        "action-due-before-meeting",
        Severity.WARNING,
        _due_before,
        finds="An open action that this meeting gave, and that was due on a day before it.",
        why="Nearly always the year or the month is a slip.",
        hint="correct the day, or name the earlier meeting in origin",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item(
            "Tides",
            number="7.",
            minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due=dt.date(2025, 4, 1))],
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
            minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due=dt.date(2026, 4, 1))],
        )
    ],
)
""",
    ),
    Rule(
        "BM107",
        "due-day-in-words",
        Severity.ERROR,
        _day_in_words,
        finds="An action whose `due` is text that is a day in figures, such as '2026-04-01'. In a data file that text "
        'is a day, and words are `{"words": …}`; in Python a day is a `datetime.date`, and text is words.',
        why="Words are printed as they stand, and are never late: the action is in no list of what is overdue.",
        hint="give the day as a datetime.date",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[
        bm.Item("Tides", number="7.", minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due="2026-04-01")])
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
            minutes=[bm.Action("Print the tables", owners=["Bo Lund"], due=dt.date(2026, 4, 1))],
        )
    ],
)
""",
    ),
)
