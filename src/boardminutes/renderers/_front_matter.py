"""What a document says of itself, in YAML before its text, as the generators of static sites read it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Final

from boardminutes.document import Document
from boardminutes.model._checks import day_of
from boardminutes.model.values import MinutesStatus
from boardminutes.renderers._moments import iso_text

_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")  # what a reader of YAML may refuse or take for a line end
_FENCE: Final = "---"


def front_matter(document: Document) -> str:
    """Return lines of YAML between two lines of hyphens.

    Every text stands in quotes, as JSON has it, so that none is taken for a number, a truth value or mark-up; days and
    times stand as they are, so that programs take them for such.
    """
    lines = [f"{name}: {_written(value)}" for name, value in _facts(document).items() if value is not None]
    return "\n".join([_FENCE, *lines, _FENCE, ""])


def _facts(document: Document) -> Mapping[str, object]:
    meetings = document.meetings
    first = document.meeting
    days = [day for meeting in meetings if (day := day_of(meeting.start)) is not None]
    alone = len(meetings) == 1
    return {
        "title": document.title,
        "date": _date(first.start, first.timezone) if alone else max(days, default=None),
        "dates": days if days and not alone else None,
        "body": document.organisation or first.body,
        "kind": document.kind,
        "lang": document.language,
        "draft": any(meeting.minutes_status is MinutesStatus.DRAFT for meeting in meetings),
        "audience": document.audience,
        "notice": document.notice,
    }


def _date(start: object, zone: str | None) -> dt.date | str | None:
    if isinstance(start, dt.datetime):
        return _Plain(iso_text(start, zone) or "")
    return start if isinstance(start, dt.date) else None


class _Plain(str):
    """A text that stands without quotes."""

    __slots__ = ()


def _written(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, _Plain):
        return str(value)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))
