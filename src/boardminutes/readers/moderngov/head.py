"""The head of a page: heading, body and date, venue, contact."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from boardminutes.model.people import Contact
from boardminutes.model.values import TBC, MeetingStatus, MinutesStatus, ToBeConfirmed
from boardminutes.readers import Consumed, Skipped
from boardminutes.readers.moderngov import vocabulary as words
from boardminutes.readers.moderngov.contact import contact_in
from boardminutes.readers.moderngov.dates import WEEKDAYS, days_in, time_in
from boardminutes.readers.moderngov.fragments import split_bullet
from boardminutes.readers.moderngov.lines import Line, Role, one_line
from boardminutes.readers.moderngov.papers import split_paper

_WEEKDAY = re.compile(rf"(?:^|[\s,–—-])(?P<day>(?a:{'|'.join(WEEKDAYS)}))[\s,]{{0,3}}$", re.IGNORECASE)
_MOVED = re.compile(r"(?:Moved|Rescheduled|Postponed)\sfrom\s[^,]{1,40},\s", re.IGNORECASE)
_ENDS = " \t\xa0,;:-–—."
_LONGEST_HEADING = 80
_LONGEST_BODY = 150
_LONGEST_TAIL = 40
_MARKS = ("#", "**", "__")
_MOST_LINES_BEFORE = 3


@attrs.define
class Head:
    """What the head of a page says of the meeting; see `Meeting` for the fields of the same names."""

    label: str | None = None
    tells_minutes: bool = False  # whether the heading names minutes
    minutes_status: MinutesStatus | None = None
    language: str | None = None
    body: str | None = None
    start: dt.datetime | dt.date | None = None
    status: MeetingStatus | None = None
    venue: str | ToBeConfirmed | None = None
    join_url: str | None = None
    contact: Contact | None = None
    preamble: list[Line] = attrs.field(factory=list)
    consumed: list[Consumed] = attrs.field(factory=list)
    skipped: list[Skipped] = attrs.field(factory=list)


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading such as 'Agenda and draft minutes' or 'Agenda a Chofnodion'."""
    if len(text) > _LONGEST_HEADING:
        return False
    parts = words.plain(_unmarked(text)).replace(",", " ").split()
    return bool(parts) and set(parts) <= words.HEADING_WORDS and not set(parts).isdisjoint(words.HEADING_SUBJECTS)


def is_strong_heading(text: str) -> bool:
    """Tell whether a heading says two things or more ('Agenda and minutes') and so hardly stands on other pages."""
    return is_heading(text) and len(_unmarked(text).split()) > 1


def _unmarked(text: str) -> str:
    """Return a text without the signs by which Markdown makes it a heading or strong."""
    return text.strip("#*_ \t") if text.startswith(_MARKS) else text


def heading_at(lines: Sequence[Line]) -> int | None:
    """Return the place of the page's heading: one that mark-up says is a heading, else one of two words or more."""
    places = [at for at, line in enumerate(lines) if is_heading(line.text)]
    marked = [at for at in places if lines[at].role is Role.HEADING]
    strong = [at for at in marked or places if is_strong_heading(lines[at].text)]
    return next(iter(strong or marked or places), None)


def is_labelled_fact(text: str) -> bool:
    """Tell whether a line gives venue or contact."""
    return words.plain(text[:_LONGEST_HEADING]).lstrip("*_").startswith((*words.VENUE, *words.CONTACT))


def head(lines: Sequence[Line]) -> Head:
    """Return what the *lines* before the table of items say."""
    made = Head()
    first = heading_at(lines)
    dated = False
    for at, line in enumerate(lines):
        if line.cells:
            made.preamble.append(line)
        elif first is not None and at >= first and _is_same_heading(made.label, line.text):
            _heading(made, line)
        elif _labelled(made, line) or _furniture(made, line) or (not dated and _dated(made, line)):
            dated = True
        elif first is not None and at < first:
            made.skipped.append(Skipped(line.number, line.text, "stands before the heading of the page"))
        else:
            made.preamble.append(line)
    return made


def _is_same_heading(label: str | None, text: str) -> bool:
    """Tell whether a line is a heading, and the same one where there was one before."""
    return is_heading(text) and label in {None, one_line(_unmarked(text))}


def _heading(made: Head, line: Line) -> None:
    parts = set(words.plain(_unmarked(line.text)).replace(",", " ").split())
    made.consumed.append(Consumed(line.number, "label"))
    made.label = one_line(_unmarked(line.text))
    made.tells_minutes = not parts.isdisjoint(words.MINUTES_WORDS)
    if not parts.isdisjoint(words.DRAFT_WORDS):
        made.minutes_status = MinutesStatus.DRAFT
        made.consumed.append(Consumed(line.number, "minutes_status"))
    if not parts.isdisjoint(words.WELSH_WORDS):
        made.language = "cy"


def _labelled(made: Head, line: Line) -> bool:
    """Take a line with a label: venue, contact, link."""
    label, colon, rest = line.text.partition(":")
    name = f"{words.plain(label[:_LONGEST_HEADING]).strip('*_')}:"
    value = rest.strip() if label[:1] not in {"*", "_"} else rest.strip("*_ \t\xa0")
    if not colon or name not in (*words.VENUE, *words.CONTACT, *words.LINK):
        return False
    if not value:
        made.skipped.append(Skipped(line.number, line.text, "a label with nothing after it"))
    elif name in words.VENUE and made.venue is None:
        _venue(made, line, value)
    elif name in words.CONTACT and made.contact is None:
        made.contact, complete = contact_in(value)
        if made.contact is not None:
            made.consumed.append(Consumed(line.number, "contact"))
        if not complete:
            made.preamble.append(line)
    elif name in words.LINK and "//" not in value:
        made.skipped.append(Skipped(line.number, line.text, "a link whose address the text does not have"))
    else:
        made.preamble.append(line)
    return True


def _venue(made: Head, line: Line, value: str) -> None:
    place = value
    for link in words.DIRECTIONS:
        if words.plain(place[-_LONGEST_TAIL:]).endswith(link):
            place = place[: len(place) - len(link)].rstrip().removesuffix(".").rstrip()
            made.skipped.append(Skipped(line.number, line.text, f"of this line only the link {link!r} is left out"))
            break
    if place:
        made.venue = TBC if words.plain(place).rstrip(".") in words.TO_BE_CONFIRMED else one_line(place)
        made.consumed.append(Consumed(line.number, "venue"))


def _furniture(made: Head, line: Line) -> bool:
    bullet = split_bullet(line.text)
    text = bullet[1] if bullet else line.text
    name = words.plain(text[:_LONGEST_BODY])
    if name in words.MEDIA:
        made.skipped.append(Skipped(line.number, line.text, "furniture of the site"))
        return True
    if name.startswith(words.WHOLE_COPIES) and split_paper(text) is not None:
        made.skipped.append(Skipped(line.number, line.text, "a link to the whole agenda or minutes in one file"))
        return True
    return False


def _dated(made: Head, line: Line) -> bool:
    """Take the line with body, day and time ('Harbour Board - Thursday, 5 March 2026 10.00 am')."""
    text = _unmarked(line.text)
    days = days_in(text[: 2 * _LONGEST_BODY])
    if not days:
        return False
    day = days[-1]
    before, after = text[: day.start], text[day.end :]
    if len(before) > _LONGEST_BODY or len(after) > _LONGEST_TAIL or ":" in before:
        return False
    weekday = _WEEKDAY.search(before)
    body = one_line(before[: weekday.start()] if weekday else before).strip(_ENDS)
    moved = _MOVED.match(f"{body}, ")
    body = f"{body}, "[moved.end() :].strip(_ENDS) if moved else body
    time = time_in(after)
    left = one_line(after[: time[1]] + after[time[2] :] if time else after).strip(_ENDS)
    made.status = words.STATUSES.get(words.plain(left))
    made.start = dt.datetime.combine(day.day, time[0]) if time else day.day
    made.consumed.append(Consumed(line.number, "start"))
    if made.status is not None:
        made.consumed.append(Consumed(line.number, "status"))
        left = ""
    if body:
        made.body = body
        made.consumed.append(Consumed(line.number, "body"))
    elif made.preamble and len(made.preamble) == 1 and len(made.preamble[0].text) <= _LONGEST_BODY:
        name = made.preamble.pop()
        made.body = one_line(name.text)
        made.consumed.append(Consumed(name.number, "body"))
    agrees = weekday is None or WEEKDAYS[words.plain(weekday["day"])] == day.day.weekday()
    if left or moved or not agrees:
        made.preamble.append(line)
    return True
