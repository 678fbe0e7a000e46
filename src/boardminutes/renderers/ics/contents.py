"""What a calendar shows of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Contents:
    """What is shown.

    Attributes:
        itself: Whether the meeting itself is an event.
        following: Whether the meetings that follow are events.
        tasks: Whether actions are tasks.
    """

    itself: bool = False
    following: bool = False
    tasks: bool = False


_RECORD: Final = Contents(following=True, tasks=True)

SHOWN: Final[Mapping[str, Contents]] = MappingProxyType(
    {
        "actions": Contents(tasks=True),
        "agenda": Contents(itself=True),
        "agenda-minutes": Contents(itself=True, following=True, tasks=True),
        "minute-book": Contents(itself=True, following=True, tasks=True),
        "minutes": _RECORD,
    }
)
"""What is shown of a kind of ours."""


def contents_of(kind: str) -> Contents:
    """Return what is shown of a kind, ours or a stranger's."""
    return SHOWN.get(kind, _RECORD)
