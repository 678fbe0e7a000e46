"""Is it an answer of the web service of ModernGov (mgWebService.asmx), which is XML and no page."""

from __future__ import annotations

import re
from typing import Final

LOOKED_AT: Final = 65_536

_FIRST_TAG: Final = re.compile(r"<(?:[\w.-]{1,40}:)?(?P<name>[A-Za-z][\w.-]{0,40})")
_MEETING: Final = re.compile(
    r"<(?:[\w.-]{1,40}:)?(?:GetMeeting(?:Response|Result)|meetingid|meetingdate|agendaitems|committeetitle)\b",
    re.IGNORECASE,
)
_ROOTS: Final = frozenset({"meeting", "meetings", "getmeetings", "envelope", "getmeetingresponse", "getmeetingresult"})


def is_answer(text: str) -> bool:
    """Tell whether a *text* begins as an answer of the service about meetings does."""
    begin = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    first = _FIRST_TAG.search(begin) if begin.startswith("<") else None
    if first is None or first["name"].casefold() not in _ROOTS:
        return False
    return _MEETING.search(begin) is not None
