"""Meetings to come, and minutes of meetings before, as far as the page gives their days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from boardminutes.model import _checks as check
from boardminutes.model.meeting import NextMeeting, PreviousMinutes
from boardminutes.model.outcomes import Decision
from boardminutes.model.values import TBC, MinutesStatus, ToBeConfirmed, Verb, When
from boardminutes.readers.moderngov.dates import days_in, time_in
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.fragments import Fragment
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.vocabulary import TO_BE_CONFIRMED, plain

_OLD = ("previous", "last", "past", "minutes")
_VENUE = frozenset({"venue", "venues", "lleoliad"})
_VENUE_OPEN = re.compile(rf"\b(?:venues?|lleoliad)\b.{{0,20}}?\b(?:{'|'.join(sorted(TO_BE_CONFIRMED))})\b")
_AMENDED = re.compile(r"\b(?:amend\w*|correction\w*)\b", re.IGNORECASE)
_NOT_AGREED = re.compile(r"\b(?:defer\w*|not)\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:agreed|approved|confirmed)\b", re.IGNORECASE)
_OF_MINUTES = re.compile(r"(?:that\s)?(?:agreed\s)?the\s(?:minutes|notes)\s(?:of|from)\b", re.IGNORECASE)


def announces_meetings(title: str) -> bool:
    """Tell whether an item of this *title* gives the days of meetings to come."""
    words = plain(title)
    english = "meeting" in words and any(word in words for word in ("date", "next", "future"))
    welsh = "cyfarfod" in words and any(word in words for word in ("nesaf", "dyddiad", "dyfodol"))
    return (english or welsh) and not any(word in words for word in _OLD)


def next_meetings(fragments: Sequence[Fragment], start: When) -> tuple[NextMeeting, ...]:
    """Return the meetings that *fragments* announce: each day once, with its own or the shared time and venue."""
    today = check.day_of(start)
    days: dict[dt.date, dt.time | None] = {}
    shared: dt.time | None = None
    venue: str | ToBeConfirmed | None = None
    for fragment in fragments:
        text = fragment.text
        if len(text) > LONGEST:
            continue
        found = days_in(text)
        time = time_in(text)
        for one in found:
            if today is None or one.day > today:
                days[one.day] = days.get(one.day) or (time[0] if time and len(found) == 1 else None)
        if not found and time and shared is None:
            shared = time[0]
        venue = venue or _venue(text)
    return tuple(NextMeeting(_moment(day, time or shared), venue=venue) for day, time in days.items())


def _moment(day: dt.date, time: dt.time | None) -> dt.datetime | dt.date:
    return day if time is None else dt.datetime.combine(day, time)


def _venue(text: str) -> str | ToBeConfirmed | None:
    if _VENUE_OPEN.search(plain(text)):
        return TBC
    label, _, place = text.partition(":")
    return one_line(place) or None if plain(label) in _VENUE else None


def previous_minutes(decisions: Iterable[Decision], start: When) -> tuple[PreviousMinutes, ...]:
    """Return the minutes that *decisions* agreed, one for each day that they name."""
    today = check.day_of(start)
    found: dict[dt.date, PreviousMinutes] = {}
    for decision in decisions:
        text = str(decision.text)
        if len(text) > LONGEST or not (decision.verb is Verb.AGREED or _AGREED.search(text)):
            continue
        if _OF_MINUTES.match(text) and not _NOT_AGREED.search(text):
            status = MinutesStatus.AGREED_AS_AMENDED if _AMENDED.search(text) else MinutesStatus.AGREED
            for one in days_in(text):
                if today is None or one.day < today:
                    found.setdefault(one.day, PreviousMinutes(one.day, status=status))
    return tuple(found.values())
