"""Whether the state of the minutes and their signatures agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.meeting import Signature
from boardminutes.model.values import MinutesStatus

_DRAFT: Final = re.compile(r"\b(?:draft|d?drafft)\b", re.IGNORECASE)
_SETTLED: Final = frozenset({MinutesStatus.AGREED, MinutesStatus.AGREED_AS_AMENDED, MinutesStatus.SIGNED})


def _signed_draft(record: Record) -> Iterator[Problem]:
    status, label = record.meeting.minutes_status, record.meeting.label
    signed = [node.value.date for node in record.every(Signature) if node.value.date is not None]
    if status is MinutesStatus.DRAFT and signed:
        yield Problem("minutes_status", f"the minutes were signed on {signed[0].isoformat()}, and are marked draft")
    if label is not None and _DRAFT.search(label) and (status in _SETTLED or (signed and status is None)):
        said = "signed" if status is None else status.value.replace("-", " ")
        yield Problem("label", f"the minutes are {said}, and the heading is {shown(label)}")


def _signed_without_day(record: Record) -> Iterator[Problem]:
    signatures = record.every(Signature)
    if (
        record.meeting.minutes_status is MinutesStatus.SIGNED
        and signatures
        and all(node.value.date is None for node in signatures)
    ):
        yield Problem("minutes_status", "the minutes are marked signed, and no signature has its day")


def _signed_before(record: Record) -> Iterator[Problem]:
    for node in record.every(Signature):
        day = node.value.date
        if day is not None and record.day is not None and day < record.day:
            yield Problem(
                node.path("date"), f"signed on {day.isoformat()}, and the meeting was on {record.day.isoformat()}"
            )


RULES: Final = (
    Rule(
        "BM601",
        "signed-but-draft",
        Severity.ERROR,
        _signed_draft,
        finds="Minutes that bear the day of a signature and are still marked draft, or that are agreed or signed and "
        "are headed as a draft ('Draft minutes', 'Cofnodion drafft').",
        why="A draft has no authority, and signed minutes are the record: readers must know which they hold.",
        hint="change minutes_status or label, or take out the day of the signature",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.DRAFT,
    signatures=[bm.Signature("Ada Obi", role="Chair", date=dt.date(2026, 5, 7))],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.SIGNED,
    signatures=[bm.Signature("Ada Obi", role="Chair", date=dt.date(2026, 5, 7))],
)
""",
    ),
    Rule(
        "BM602",
        "signed-without-day",
        Severity.WARNING,
        _signed_without_day,
        finds="Minutes that are marked signed, with places for signatures none of which has its day.",
        why="The document would show an empty line to sign on, under minutes that say they are signed.",
        hint="give the day of the signature, or mark the minutes as agreed",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.SIGNED,
    signatures=[bm.Signature("Ada Obi", role="Chair")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.SIGNED,
    signatures=[bm.Signature("Ada Obi", role="Chair", date=dt.date(2026, 5, 7))],
)
""",
    ),
    Rule(
        "BM603",
        "signed-before-the-meeting",
        Severity.ERROR,
        _signed_before,
        finds="A signature of a day before the meeting.",
        why="Minutes cannot be signed before their meeting: one of the two days is a slip.",
        hint="correct the day of the signature, or of the meeting",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.SIGNED,
    signatures=[bm.Signature("Ada Obi", date=dt.date(2025, 5, 7))],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.SIGNED,
    signatures=[bm.Signature("Ada Obi", date=dt.date(2026, 5, 7))],
)
""",
    ),
)
