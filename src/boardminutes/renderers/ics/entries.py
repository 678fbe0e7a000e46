"""What stands in a calendar, before it is written: what is known of an event or task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs
import icalendar

from boardminutes._block_texts import block_texts
from boardminutes.blocks import Fact, NestedBlock, PanelBlock
from boardminutes.renderers._addresses import percent_encoded
from boardminutes.renderers._identity import Names, identifier
from boardminutes.renderers._moments import Moment


@attrs.frozen(kw_only=True)
class Left:
    """What cannot be an entry, since it has no day.

    Attributes:
        text: What is told of it in the description of the calendar.
    """

    text: str = attrs.field(kw_only=False)


@attrs.frozen(kw_only=True)
class Entry:
    """An event or a task.

    Attributes:
        kind: The class of its component.
        names: What names it, of which its UID is made.
        count: How many alike in all that names them come before it in the calendar, itself included.
        summary: What it is, in one line.
        language: The language of the texts that are the meeting's own; None for not known.
        worded: Which of its texts are words of the document instead, by name, with the language of these.
        description: What else is known of it, in lines.
        start: When it begins; None for a task.
        end: When it ends; None for not known.
        due: When it is due; None for an event, and for not known.
        location: Where it is.
        contact: Whom to ask.
        url: Where more is to be read.
        join_url: Where to join.
        status: How far it has come, in the words of RFC 5545, section 3.8.1.11.
        confidential: Whether it tells what the public may not know.
        stamp: When it was made.
    """

    kind: type[icalendar.Event | icalendar.Todo]
    names: Names
    count: int = 1
    summary: str
    language: str | None = None
    worded: Mapping[str, str] = attrs.field(factory=dict)
    description: str = ""
    start: Moment | None = None
    end: Moment | None = None
    due: Moment | None = None
    location: str | None = None
    contact: str | None = None
    url: str | None = None
    join_url: str | None = None
    status: str | None = None
    confidential: bool = False
    stamp: dt.datetime | None = None

    @property
    def uid(self) -> str:
        """The identifier, which is the same whenever the entry is written."""
        return identifier(*self.names) if self.count == 1 else identifier(*self.names, self.count)

    def counted(self, count: int) -> Entry:
        """Return the entry as the one of that number among those alike."""
        return attrs.evolve(self, count=count)

    def of_domain(self, domain: str) -> Entry:
        """Return the entry as one that is published in a *domain*, which is part of what names it."""
        return attrs.evolve(self, names=("domain", domain.lower(), *self.names))

    def moments(self) -> Iterator[Moment]:
        """Yield the days and times that are known."""
        yield from (one for one in (self.start, self.end, self.due) if one is not None)

    def component(self) -> icalendar.Event | icalendar.Todo:
        """Return what is written."""
        made = self.kind()
        made.add("uid", self.uid)
        texts = {"summary": self.summary, "location": self.location, "contact": self.contact}
        plain = {
            "dtstamp": self.stamp,
            "dtstart": self.start,
            "dtend": self.end,
            "due": self.due,
            "description": self.description or None,
            "status": self.status,
            "class": "CONFIDENTIAL" if self.confidential else None,
            "url": None if self.url is None else percent_encoded(self.url),
        }
        for name, text in texts.items():
            if text is not None:
                language = self.worded.get(name, self.language)
                made.add(name, text, parameters={} if language is None else {"LANGUAGE": language})
        for name, value in plain.items():
            if value is not None:
                made.add(name, value)
        if self.join_url is not None:
            made.add("conference", percent_encoded(self.join_url), parameters={"VALUE": "URI"})
        return made


def fact_line(fact: Fact, colon: str) -> str:
    """Return a fact as lines that begin with its label."""
    return f"{fact.label}{colon} {lines_of(fact.blocks)}"


def lines_of(blocks: tuple[NestedBlock, ...] | tuple[PanelBlock, ...]) -> str:
    """Return what blocks say, a line for each text."""
    return "\n".join(text for block in blocks for text in block_texts(block))
