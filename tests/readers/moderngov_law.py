"""The law of the reader of ModernGov text, as the tests hold it against every page."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator

import attrs

import boardminutes as bm

BREAKS = re.compile("\r\n|\r|\n")
STEP = re.compile(r"(?P<name>[a-z_]+)|\[(?P<index>\d+)\]")


def squeezed(text: str) -> str:
    """Return *text* without white space."""
    return "".join(text.split())


def texts(value: object) -> Iterator[str]:
    """Yield every text in *value*, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bm.Paragraph | bm.Subheading):
        yield str(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif attrs.has(type(value)) and not isinstance(value, enum.Enum | dt.date):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))


def unaccounted(page: str, reading: bm.Reading) -> list[tuple[int, str]]:
    """Return the lines that are neither in the meeting verbatim but for white space, nor consumed, nor skipped."""
    kept = "\n".join(squeezed(text) for text in texts(reading.meeting))
    known = {one.line for one in reading.consumed} | {one.line for one in reading.skipped}
    lines = enumerate(BREAKS.split(page), start=1)
    return [(number, line) for number, line in lines if number not in known and squeezed(line) not in kept]


def resolved(meeting: bm.Meeting, path: str) -> object:
    """Return the value at *path*."""
    value: object = meeting
    at = 0
    while at < len(path):
        step = STEP.match(path, at)
        assert step is not None, path
        if step["name"]:
            value = getattr(value, step["name"])
        else:
            assert isinstance(value, tuple), path
            value = value[int(step["index"])]
        at = step.end() + (path[step.end() : step.end() + 1] == ".")
    return value


def broken_promises(page: str, reading: bm.Reading) -> list[object]:
    """Return whatever breaks the law: lines without account, accounts of lines that are not there, paths to nothing."""
    lines = BREAKS.split(page)
    found: list[object] = list(unaccounted(page, reading))
    found += [one for one in reading.skipped if squeezed(lines[one.line - 1]) != squeezed(one.text) or not one.reason]
    found += [one for one in reading.consumed if resolved(reading.meeting, one.path) in {None, ""}]
    return found


HEAD = "Agenda and minutes\n\nContact: Ada Obi\n\nItems\nNo. Item\n\n"


def page_of(minutes: str, *, title: str = "Dredging plan") -> str:
    """Return a page with one item that has these *minutes*."""
    return f"{HEAD}1.\n\n{title}\n\nMinutes:\n\n{minutes}\n"


def entries_of(minutes: str) -> tuple[bm.Entry, ...]:
    """Return what the reader makes of the *minutes* of one item; the law holds."""
    page = page_of(minutes)
    reading = bm.read(page)
    assert [] == broken_promises(page, reading)
    return reading.meeting.items[0].entries


def outline(reading: bm.Reading) -> str:
    """Return a reading as a text that a person can compare with the page."""
    meeting = reading.meeting
    lines = [f"{name}: {value}" for name in _FACTS if (value := getattr(meeting, name)) not in {None, ()}]
    lines += [f"attendee: {_fields(one)}" for one in meeting.attendees or ()]
    lines += [f"next: {_fields(one)}" for one in meeting.next_meetings]
    lines += [f"previous: {_fields(one)}" for one in meeting.previous_minutes]
    lines += [line for block in meeting.preamble for line in _entry(block, "preamble: ")]
    for item in meeting.items:
        lines += ["", *([f"== {item.section}"] if item.section else []), f"{item.number} {item.title}"]
        lines += [f"  paper: {_fields(one)}" for one in item.papers]
        lines += ["  more papers, not listed"] if item.unlisted_papers else []
        lines += [f"  presented by: {', '.join(item.presenters)}"] if item.presenters else []
        lines += [line for block in item.agenda for line in _entry(block, "  agenda: ")]
        lines += ["  no minutes"] if item.minutes is None else []
        lines += [line for entry in item.entries for line in _entry(entry, "  ")]
    lines += ["", *(f"skipped {one.line}: {one.text.strip()} ({one.reason})" for one in reading.skipped)]
    return "\n".join([*lines, ""])


_FACTS = ("label", "minutes_status", "language", "body", "start", "venue", "status", "contact", "join_url")


def _fields(value: object) -> str:
    assert attrs.has(type(value))
    shown = []
    for field in attrs.fields(type(value)):
        one = getattr(value, field.name)
        if one not in {None, (), False} and not isinstance(one, bm.Prose | bm.Decision):
            nested = _fields(one) if attrs.has(type(one)) else one.name if isinstance(one, enum.Enum) else repr(one)
            shown.append(f"{field.name}={nested}")
    return f"{type(value).__name__}({', '.join(shown)})"


def _entry(entry: bm.Entry, indent: str) -> Iterator[str]:
    deeper = f"{' ' * len(indent)}  "
    if isinstance(entry, bm.Decision | bm.Action | bm.Motion):
        yield f"{indent}{_fields(entry)}"
        for block in entry.text.blocks:
            yield from _entry(block, deeper)
        if isinstance(entry, bm.Motion) and entry.decision is not None:
            yield from _entry(entry.decision, deeper)
    elif isinstance(entry, bm.List):
        for index, point in enumerate(entry.items):
            yield f"{indent}{entry.label(index)} {point.blocks[0]}"
            for block in point.blocks[1:]:
                yield from _entry(block, deeper)
    elif isinstance(entry, bm.Quote):
        yield f"{indent}quote: {bm.Prose(entry.blocks)}"
    else:
        yield f"{indent}{entry}"
