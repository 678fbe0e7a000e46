"""How the formats of data are read back, and what each claims to show of a document's meetings."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.model.items import Entry
from boardminutes.testing._carried import texts_with_paths


def of_ics(data: bytes) -> Iterator[str]:
    """Read the values of a calendar by the grammar of RFC 5545, sections 3.1 and 3.3.11."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    for line in lines:
        found = re.fullmatch(r'[A-Z-]+(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*:(.*)', line, re.DOTALL)
        assert found is not None, f"no property: {line!r}"
        yield re.sub(r"\\(.)", lambda escape: {"n": "\n", "N": "\n"}.get(escape[1], escape[1]), found[1])


def of_json(data: bytes) -> Iterator[str]:
    """Read every text of a JSON object, but for the names of its fields."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from texts(one)
        elif isinstance(value, str):
            yield value

    yield from texts(json.loads(data))


def shown_in_ics(document: Document) -> Iterator[str]:
    """Yield all texts of actions, with their items, and of meetings to come; of an agenda when, where and what."""
    for meeting in document.meetings:
        if document.kind in {"agenda", "agenda-minutes", "minute-book"} and isinstance(meeting.start, dt.date):
            yield from _known(meeting.body, meeting.title, _text(meeting.venue))
            yield from (item.title for item in meeting.walk())
        if document.kind != "agenda":
            for item in meeting.walk():
                for action in item.actions:
                    yield item.title
                    yield from _texts(action)
        if document.kind not in {"agenda", "actions"}:
            for one in meeting.next_meetings:
                yield from _known(one.body, _text(one.venue))


def shown_in_ocd(document: Document) -> Iterator[str]:
    """Yield the names of people and of items, what was planned and recorded, and how was voted."""
    for meeting in document.meetings:
        yield from _known(meeting.body, meeting.title, _text(meeting.venue))
        yield from (one.name for one in meeting.attendees or ())
        for item in meeting.walk():
            yield from _known(item.title, item.number, item.section)
            yield from _known(*(paper.title for paper in item.papers))
            yield from _texts(item.agenda)
            for entry in item.entries:
                yield from _recorded(entry)


def _recorded(entry: Entry) -> Iterator[str]:
    if isinstance(entry, bm.Motion):
        yield from _texts(entry.text)
        yield from _texts(entry.vote)
        for amendment in entry.amendments:
            yield from _recorded(amendment)
        if entry.decision is not None:
            yield from _recorded(entry.decision)
    elif isinstance(entry, bm.Decision):
        yield from _texts(entry.text)
        yield from _texts(entry.vote)
    elif isinstance(entry, bm.Action):
        yield from _texts(entry.text)
    elif isinstance(entry, bm.Declaration):
        yield entry.person
        yield from _texts(entry.nature)
    else:
        yield from (text for path, text in texts_with_paths(entry) if "restriction" not in path)


def shown_in_popolo(document: Document) -> Iterator[str]:
    """Yield the names of the body and the people, and the words of what was voted on."""
    for meeting in document.meetings:
        yield from _known(meeting.body)
        yield from (one.name for one in meeting.attendees or ())
        for item in meeting.walk():
            for entry in item.entries:
                yield from _voted(entry)


def _voted(entry: Entry) -> Iterator[str]:
    if isinstance(entry, bm.Motion):
        for amendment in entry.amendments:
            yield from _voted(amendment)
    if isinstance(entry, bm.Motion | bm.Decision) and entry.vote is not None:
        yield from _texts(entry.text)
        yield from _texts(entry.vote)


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of the record in *value*; of a label only what it means is shown."""
    for path, text in texts_with_paths(value):
        if not path.endswith("label") and "restriction" not in path:
            yield text


def _known(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


@attrs.frozen
class DataFormat:
    """A format of data.

    Attributes:
        texts_of: Returns the texts in its bytes.
        shows: Returns the texts that it claims to show.
        kinds: The kinds that it can be made of.
    """

    texts_of: Callable[[bytes], Iterator[str]]
    shows: Callable[[Document], Iterator[str]]
    kinds: frozenset[str]


DATA: Final[Mapping[str, DataFormat]] = {
    "ics": DataFormat(
        of_ics, shown_in_ics, frozenset({"actions", "agenda", "agenda-minutes", "minute-book", "minutes"})
    ),
    "ocd": DataFormat(
        of_json,
        shown_in_ocd,
        frozenset({"agenda", "agenda-minutes", "attendance", "decisions", "minutes", "votes"}),
    ),
    "popolo": DataFormat(of_json, shown_in_popolo, frozenset({"agenda-minutes", "minutes", "votes"})),
}
"""How to read each back, and what it shows."""
