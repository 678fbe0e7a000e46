"""What stands before the first item: facts with a label, people, and words that are neither."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import attrs

from boardminutes.model.meeting import NextMeeting
from boardminutes.model.people import Attendee
from boardminutes.model.values import TBC, MinutesStatus, Office, ToBeConfirmed
from boardminutes.readers import Consumed, Skipped
from boardminutes.readers.markdown.attendance import people_in, says_nobody
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.labels import FACTS, Fact, Listing, labelled, names_people
from boardminutes.readers.moderngov.dates import WEEKDAYS, time_in
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.vocabulary import TO_BE_CONFIRMED, plain

_ENDS = " \t\xa0,;:.()–—-"
_ZONES = frozenset({"utc", "gmt", "z"})
_LONGEST = 300
_STATUSES = {
    "draft": MinutesStatus.DRAFT,
    "unapproved": MinutesStatus.DRAFT,
    "approved": MinutesStatus.AGREED,
    "agreed": MinutesStatus.AGREED,
    "final": MinutesStatus.AGREED,
}
_BETWEEN = re.compile(r"\b(?:at|from|on)\b|[@]")


@attrs.define
class Facts:
    """What is known of the meeting besides its items; see `Meeting` for the fields of the same names.

    Attributes:
        day: The day.
        time: The time of day at which it was to begin.
        is_utc: Whether that time is in UTC.
        moment: Both, as front matter says them in one.
    """

    title: str | None = None
    body: str | None = None
    day: dt.date | None = None
    time: dt.time | None = None
    is_utc: bool = False
    moment: dt.datetime | None = None
    venue: str | ToBeConfirmed | None = None
    chair: str | None = None
    minutes_status: MinutesStatus | None = None
    language: str | None = None
    people: dict[str, Attendee] = attrs.field(factory=dict)
    names_people: bool = False
    next_meetings: list[NextMeeting] = attrs.field(factory=list)
    preamble: list[Node] = attrs.field(factory=list)
    consumed: list[Consumed] = attrs.field(factory=list)
    skipped: list[Skipped] = attrs.field(factory=list)
    _places: dict[str, int] = attrs.field(factory=dict)

    @property
    def start(self) -> dt.datetime | dt.date | None:
        """When the meeting was to begin."""
        if self.moment is not None:
            return self.moment
        if self.day is None or self.time is None:
            return self.day
        return dt.datetime.combine(self.day, self.time, dt.UTC if self.is_utc else None)

    def account(self, numbers: Iterable[int], path: str) -> None:
        """Say what lines became."""
        self.consumed.extend(Consumed(number, path) for number in numbers)

    def add_people(self, found: Sequence[Attendee], numbers: Sequence[int]) -> None:
        """Add people, each once: who stands in two lists keeps what the first says, and the second adds to it."""
        self.names_people = self.names_people or bool(found)
        for one in found:
            known = self.people.get(one.name)
            self.people[one.name] = one if known is None else _merged(known, one)
            index = self._places.setdefault(one.name, len(self._places))
            self.account(numbers, f"attendees[{index}]")

    def dated(self, text: str) -> str:
        """Take day and time from *text*, if none are known; return the words that are neither."""
        found = day_in(text)
        rest = text
        if found is not None and self.day is None:
            self.day = found.day
            rest = f"{text[: found.start]} {text[found.end :]}"
        return self.timed(rest)

    def timed(self, text: str) -> str:
        """Take a time of day from *text*, if none is known; return the words that are none."""
        time = time_in(text)
        if time is None or self.time is not None:
            return _without_weekday(text)
        self.time = time[0]
        words = _without_weekday(f"{text[: time[1]]} {text[time[2] :]}")
        self.is_utc = plain(words) in _ZONES
        return "" if self.is_utc else words


def _merged(known: Attendee, one: Attendee) -> Attendee:
    return attrs.evolve(
        known,
        role=known.role or one.role,
        office=known.office or one.office,
        presence=known.presence or one.presence,
        category=known.category or one.category,
    )


def _without_weekday(text: str) -> str:
    words = [word for word in one_line(_BETWEEN.sub(" ", text)).split() if plain(word.strip(_ENDS)) not in WEEKDAYS]
    return " ".join(words).strip(_ENDS)


def take_head(facts: Facts, nodes: Sequence[Node], listing: Listing | None = None) -> None:
    """Take the blocks before the first item, or those under a heading that announces people.

    Args:
        facts: What is known so far, and grows.
        nodes: The blocks.
        listing: What the heading says of the people under it; None without such a heading.
    """
    current, level = listing, 0
    taken = False  # whether the paragraph after a label was taken
    for node in nodes:
        text = node.line.text
        if node.kind is not Kind.TEXT or len(text) > 10 * _LONGEST:
            facts.preamble.append(node)
            continue
        if node.line.level <= level and current is not listing and (node.line.level or taken):
            current = listing
        announced, label = names_people(text) if text.endswith(":") or _is_strong(node) else None, labelled(text)
        if announced is not None:
            current, level, taken = announced, node.line.level, False
            facts.names_people = True
            facts.skipped.extend(Skipped(number, "", "a label before a list of people") for number in node.numbers)
        elif label is not None and label[1] and (there := names_people(label[0])) is not None:
            _people(facts, node, label[1], there, alone=False)
        elif label is not None and label[1] and label[0] in FACTS and _fact(facts, node, FACTS[label[0]], label):
            pass
        elif current is not None:
            taken = True
            _people(facts, node, text, current, alone=node.line.level > 0)
        else:
            facts.preamble.append(node)


def note_people(facts: Facts, nodes: Sequence[Node]) -> None:
    """Note the people in lists that stand under a label in an item; their words stay there."""
    listing: Listing | None = None
    for node in nodes:
        text = node.line.text
        if node.kind is Kind.TEXT and (text.endswith(":") or _is_strong(node)) and names_people(text) is not None:
            listing = names_people(text)
        elif listing is not None and node.kind is Kind.TEXT and node.line.level:
            facts.add_people(people_in(text, listing, alone=True), [])
        else:
            listing = None


def _is_strong(node: Node) -> bool:
    return sum(run.end - run.start for run in node.line.runs if run.strong) >= len(node.line.text)


def _people(facts: Facts, node: Node, text: str, listing: Listing, *, alone: bool) -> None:
    found = people_in(text, listing, alone=alone)
    if found:
        facts.add_people(found, node.numbers)
    elif says_nobody(text):
        facts.names_people = True
        facts.skipped.extend(Skipped(number, "", "says that there was nobody") for number in node.numbers)
    else:
        facts.preamble.append(node)


def _fact(facts: Facts, node: Node, fact: Fact, label: tuple[str, str]) -> bool:
    """Take a fact; return False where the words say something else, or it is known already."""
    name, value = label[0], one_line(label[1])
    if len(value) > _LONGEST:
        return False
    if fact in {Fact.CHAIR, Fact.OFFICE}:
        return _office(facts, node, fact, name, value)
    found = _moment(facts, fact, value) if fact in {Fact.DATE, Fact.TIME, Fact.NEXT} else _word(facts, fact, value)
    if found is None:
        return False
    path, left = found
    facts.account(node.numbers, path)
    if left:
        facts.preamble.append(node)
    return True


def _moment(facts: Facts, fact: Fact, value: str) -> tuple[str, str] | None:
    """Take a day or a time; return the path of what it became and the words that are neither."""
    if fact is Fact.DATE and facts.day is None:
        left = facts.dated(value)
        return None if facts.day is None else ("start", left)
    if fact is Fact.TIME and facts.time is None and facts.day is not None:
        left = facts.timed(value)
        return None if facts.time is None else ("start", left)
    found = day_in(value) if fact is Fact.NEXT else None
    if found is None:
        return None
    facts.next_meetings.append(NextMeeting(found.day))
    left = _without_weekday(f"{value[: found.start]} {value[found.end :]}")
    return f"next_meetings[{len(facts.next_meetings) - 1}].start", left


def _word(facts: Facts, fact: Fact, value: str) -> tuple[str, str] | None:
    """Take a place, a body or a status; return the path of what it became."""
    words = plain(value).rstrip(".")
    if fact is Fact.VENUE and facts.venue is None:
        facts.venue = TBC if words in TO_BE_CONFIRMED else value
    elif fact is Fact.BODY and facts.body is None:
        facts.body = value
    elif fact is Fact.STATUS and words in _STATUSES and facts.minutes_status is None:
        facts.minutes_status = _STATUSES[words]
    else:
        return None
    return fact.value, ""


def _office(facts: Facts, node: Node, fact: Fact, name: str, value: str) -> bool:
    """Take who chairs or writes; everybody named so was there."""
    found = people_in(value, Listing(None), alone=False)
    if not found or (fact is Fact.CHAIR and facts.chair is not None):
        return False
    if fact is Fact.CHAIR:
        facts.chair = found[0].name
        facts.account(node.numbers, "chair")
        found = tuple(attrs.evolve(one, office=Office.CHAIR, role=one.role) for one in found)
    else:
        found = tuple(attrs.evolve(one, role=one.role or name.capitalize()) for one in found)
    facts.add_people(found, node.numbers)
    return True
