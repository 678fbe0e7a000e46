"""Which of the addresses on a page are in the meeting."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

from boardminutes.model.meeting import Meeting
from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line


def unlinked(lines: Sequence[Line], meeting: Meeting, shown: Sequence[str]) -> Iterator[Skipped]:
    """Yield an account of each address that a line has and the meeting has not."""
    kept = frozenset(_addresses(meeting))
    for whole in lines:
        for line in whole.walk():
            missing = dict.fromkeys(run.link for run in line.runs if run.link not in kept and line.role not in LEFT_OUT)
            for link in missing:
                if link is not None:
                    reason = f"of this line only the address {link!r} is left out, which leads to another page"
                    yield Skipped(line.number, shown[line.number - 1], reason)


def _addresses(value: object) -> Iterator[str]:
    """Yield every text of a meeting that may be an address."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            yield f"mailto:{one}"
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif not isinstance(one, enum.Enum):
            waiting.extend(getattr(one, field.name) for field in getattr(type(one), "__attrs_attrs__", ()))
