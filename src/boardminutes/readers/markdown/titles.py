"""Titles of documents: what they say besides what the document is, and of which day it tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs

from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.moderngov.dates import WEEKDAYS, time_in
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.vocabulary import plain

_STATUS = r"(?:(?P<status>draft|unapproved|unconfirmed|approved|confirmed|agreed|final)\s)?"
_KIND = (
    r"(?:the\s)?(?:agenda\s(?:and|&)\s)?" + _STATUS + r"(?:meeting\s)?(?P<kind>minutes|notes|agenda|record)"
    r"(?:\s\((?:draft|unapproved|unconfirmed|approved|confirmed|agreed|final)\))?"
)
_ALONE: Final = re.compile(_KIND, re.IGNORECASE)
_BEFORE: Final = re.compile(
    _KIND + r"(?:\s?[:,–—]\s?|\s-\s|\s(?:of|for|from)\s(?:the\s|an?\s|our\s)?)(?P<rest>\S.*)", re.IGNORECASE
)
_AFTER: Final = re.compile(
    r"(?P<rest>.*?\S)(?:\s?[:,–—(]\s?|\s-\s|\s)" + _KIND.replace("|notes|", "|").replace("|record", "") + r"\)?",
    re.IGNORECASE,
)
_NOTES_AFTER: Final = re.compile(r"(?P<rest>.*?\S)(?:\s?[:,–—(]\s?|\s-\s|\s)meeting\snotes\)?", re.IGNORECASE)
_MEETING_OF: Final = re.compile(
    r"(?P<title>(?:.*\s)?meeting)\s(?:of|by)\s(?:the\s|our\s)?(?P<body>[^\d,;:()]+)", re.IGNORECASE
)
_OF_A_BODY: Final = re.compile(
    r"(?P<body>.*\b(?:assembly|association|board|cabinet|commission|committee|council|forum|foundation|group|panel|society"
    r"|team|trust|tsc|wg))\s(?:meeting|call)",
    re.IGNORECASE,
)
_SORTS: Final = frozenset(
    {
        "annual",
        "emergency",
        "extraordinary",
        "general",
        "monthly",
        "ordinary",
        "public",
        "quarterly",
        "regular",
        "special",
    }
    | {"first", "second", "third", "last", "next", "inaugural", "weekly", "biweekly", "statutory"}
)
_EVENT: Final = re.compile(
    r"\b(?:meetings?|calls?|sync|sessions?|workshops?|assembly|agm|stand-?up|retreat|hearing|minutes|notes|agenda)\b|\d",
    re.IGNORECASE,
)
_LINKS: Final = frozenset({"held", "on", "of", "for", "from", "dated", "the"}) | frozenset(WEEKDAYS)
_RANGE: Final = frozenset({"and", "to", "until", "&"})
_SIGNS: Final = " \t\xa0,;:.(–—-"
_TIME_FIRST: Final = re.compile(r"[\s,;–—-]*(?:(?:at|from|@)\s)?", re.IGNORECASE)
_UTC: Final = re.compile(r"\s?(?:UTC|GMT|Z)\b")
_PLACE: Final = re.compile(r"[\s,;]*(?:in|at)\s(?:the\s)?(?P<venue>\S.*)", re.IGNORECASE)
_MONTH_LAST: Final = re.compile(
    r"(?P<rest>.*?[^\s\d])(?:\s?[,–—-])?\s(?:(?:of|for|in)\s)?\(?(?P<month>[A-Z][a-z]{2,8})\s(?P<year>\d{4})\)?"
)
_ARTICLE: Final = re.compile(r"(?:the|a|an|our)\s+", re.IGNORECASE)


@attrs.frozen
class Title:
    """What a title says.

    Attributes:
        day: The day that it names beyond doubt; None for none.
        time: The time of day after that day.
        is_utc: Whether that time is in UTC.
        venue: The place after them.
        is_of_a_kind: Whether it says that the document is minutes, notes or an agenda.
        is_draft: Whether it says that they are a draft, or that they are agreed; None where it does not say.
        body: The body that it names.
        words: What else it says: the title of the meeting.
    """

    day: dt.date | None = None
    time: dt.time | None = None
    is_utc: bool = False
    venue: str | None = None
    is_of_a_kind: bool = False
    is_draft: bool | None = None
    body: str | None = None
    words: str | None = None


def title_of(text: str) -> Title:
    """Return what a title says; all of it is its words where it cannot be told apart."""
    text = one_line(text)
    made, left = _dated(text)
    for form in (_ALONE, _BEFORE, _AFTER, _NOTES_AFTER):
        found = form.fullmatch(left)
        if found is not None:
            groups = found.groupdict()
            made = attrs.evolve(made, is_of_a_kind=True, is_draft=_is_draft(groups.get("status"), left))
            left = groups.get("rest") or ""
            break
    left = left.strip(" ,;:–—-")
    if made.is_of_a_kind and plain(left) == "meeting":
        return made
    body, words = named(left)
    return attrs.evolve(made, body=body, words=words)


def without_month(words: str, day: dt.date) -> str:
    """Return the *words* of a title without the month of the *day* at their end ('Board meeting, March 2026')."""
    found = _MONTH_LAST.fullmatch(words)
    said = None if found is None else day_in(f"1 {found['month']} {found['year']}")
    return words if found is None or said is None or said.day != day.replace(day=1) else found["rest"]


def _dated(text: str) -> tuple[Title, str]:
    """Return the day, time and place in a title, and the words before or after them."""
    found = day_in(text)
    if found is None:
        return Title(), text
    before = text[: found.start].rstrip(_SIGNS).split(" ")
    while before and plain(before[-1].strip(_SIGNS)) in _LINKS:
        before.pop()
    after = text[found.end :].lstrip(").")
    last = plain(before[-1].strip(_SIGNS)) if before else ""
    following = plain(after.strip(_SIGNS)).split(" ")[0]
    if (
        last in _RANGE
        or last[:1].isdigit()
        or following in _RANGE
        or (following[:1].isdigit() and time_in(after) is None)
    ):
        return Title(), text
    made = Title(found.day)
    time = time_in(after)
    if time is not None and _TIME_FIRST.fullmatch(after[: time[1]]):
        zone = _UTC.match(after, time[2])
        made = attrs.evolve(made, time=time[0], is_utc=zone is not None)
        after = after[time[2] :] if zone is None else after[zone.end() :]
    place = _PLACE.fullmatch(after)
    if place is not None:
        return attrs.evolve(made, venue=place["venue"].rstrip(" .")), " ".join(before).rstrip(_SIGNS)
    parts = (" ".join(before).rstrip(_SIGNS), after.strip(_SIGNS.replace("(", "")))
    return made, " ".join(part for part in parts if part)


def _is_draft(status: str | None, text: str) -> bool | None:
    word = plain(status or text.rpartition("(")[2].strip(" )"))
    if word in {"draft", "unapproved", "unconfirmed"}:
        return True
    return False if word in {"approved", "confirmed", "agreed", "final"} else None


def named(left: str) -> tuple[str | None, str | None]:
    """Return the body and the words in what is left of a title."""
    if not left:
        return None, None
    left = _ARTICLE.sub("", left, count=1) if _ARTICLE.match(left) else left
    left = _capital(left)
    of = _MEETING_OF.fullmatch(left)
    if of is not None and " held " not in of["body"]:
        return _capital(of["body"].strip()), None if plain(of["title"]) == "meeting" else of["title"]
    own = _OF_A_BODY.fullmatch(left)
    if own is not None and not _SORTS.intersection(plain(left).split()):
        return own["body"], None
    return (None, left) if _EVENT.search(left) else (left, None)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
