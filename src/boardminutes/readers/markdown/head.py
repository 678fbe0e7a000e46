"""What stands before the first item: facts with a label, people, and words that are neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.model.meeting import NextMeeting
from boardminutes.model.people import Attendee
from boardminutes.model.values import TBC, MinutesStatus, Office
from boardminutes.readers import Skipped
from boardminutes.readers.markdown.attendance import people_in, says_nobody, without_crowd
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.facts import TITLE, Facts, without_weekday
from boardminutes.readers.markdown.labels import FACTS, Fact, Listing, labelled, names_people
from boardminutes.readers.markdown.rolls import people_in_table
from boardminutes.readers.markdown.titles import Title, named, title_of, without_month
from boardminutes.readers.moderngov.contact import contact_in
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.vocabulary import TO_BE_CONFIRMED, plain

_LONGEST: Final = 300
_NOTICE: Final = "draft: these minutes have not been agreed yet"
_STATUSES: Final = {
    "draft": MinutesStatus.DRAFT,
    "unapproved": MinutesStatus.DRAFT,
    "approved": MinutesStatus.AGREED,
    "agreed": MinutesStatus.AGREED,
    "final": MinutesStatus.AGREED,
}


def take_head(facts: Facts, nodes: Sequence[Node], listing: Listing | None = None, heading: Node | None = None) -> None:
    """Take the blocks before the first item, or those under a heading that announces people.

    A heading or label is left out where people follow; where none are found, it stays before what follows.

    Args:
        facts: What is known so far, and grows.
        nodes: The blocks.
        listing: What the heading says of the people under it; None without such a heading.
        heading: That heading.
    """
    current, level = listing, 0
    taken = False  # whether the paragraph after a label was taken
    waiting = heading  # what announced people, before it is known whether they come
    for node in nodes:
        text = node.line.text
        if (
            node.kind is Kind.TEXT
            and node.line.level <= level
            and current is not listing
            and (node.line.level or taken)
        ):
            current = listing
        is_short = node.kind is Kind.TEXT and len(text) <= 10 * _LONGEST
        announced = names_people(text) if is_short and (text.endswith(":") or _is_strong(node)) else None
        if announced is not None:
            _announce(facts, waiting)
            current, level, taken, waiting = announced, node.line.level, False, node
        elif is_short and (_labelled(facts, node) or _says_the_day(facts, node)):
            pass
        elif current is not None and is_short and _people(facts, node, text, current, alone=node.line.level > 0):
            taken = True
            _announce(facts, waiting)
            waiting = None
        elif _is_notice_of_draft(node):
            facts.minutes_status = facts.minutes_status or MinutesStatus.DRAFT
            facts.account(node.numbers, "minutes_status")
        elif node.kind is Kind.TABLE and (people := people_in_table(node, current)):
            _roll(facts, node, people)
            _announce(facts, waiting)
            waiting = None
        else:
            taken = taken or (current is not None and is_short)
            facts.preamble.extend((node,) if waiting is None else (waiting, node))
            waiting = None
    _announce(facts, waiting)


def take_name(facts: Facts, node: Node) -> None:
    """Take the heading above the title, which names the body."""
    text = one_line(node.line.text)
    if facts.body in {None, text}:
        facts.body = text
        facts.account(node.numbers, "body")
    else:
        facts.preamble.append(node)


def take_title(facts: Facts, node: Node) -> None:
    """Take the title of the document: the day in it, and its words, which `entitle` looks into when all is known."""
    text = one_line(node.line.text)
    said = title_of(text)
    if said.day is not None and facts.day is None:
        facts.day = said.day
        facts.account(node.numbers, "start")
    if said.time is not None and facts.time is None and facts.day == said.day:
        facts.time, facts.is_utc = said.time, said.is_utc
    if said.venue is not None and facts.venue is None:
        facts.venue = said.venue
    facts.title = facts.title or text
    if facts.title == text:
        facts.account(node.numbers, TITLE)
    else:
        reason = "another title than that of the front matter"
        facts.skipped.extend(Skipped(number, "", reason) for number in node.numbers)


def entitle(facts: Facts) -> None:
    """Tell what the title of the document says of the meeting; its own title is what is left of that."""
    if facts.title is None:
        return
    said = title_of(facts.title)
    facts.day = facts.day or said.day
    body, words = said.body, said.words
    if said.day is not None and said.day != facts.day:
        body, words = None, facts.title
    if words is not None and facts.day is not None and (shorter := without_month(words, facts.day)) != words:
        body, words = named(shorter)
    if said.is_draft is not None and facts.minutes_status is None:
        facts.minutes_status = MinutesStatus.DRAFT if said.is_draft else MinutesStatus.AGREED
    if body is not None and facts.body is not None:
        is_known = facts.body.casefold().endswith(body.casefold())
        words = words if is_known else ", ".join(one for one in (words, body) if one is not None)
        body = None
    facts.title = words
    facts.body = facts.body or body
    became = {"title": words, "body": body, "minutes_status": said.is_draft, "start": said.day}
    path = next((name for name, value in became.items() if value is not None), None)
    lines = [one.line for one in facts.consumed if one.path == TITLE]
    facts.consumed = [one for one in facts.consumed if one.path != TITLE]
    if path is not None:
        facts.account(lines, path)
    else:
        facts.skipped.extend(Skipped(line, "", "says what the document is, and no more") for line in lines)


def _says_the_day(facts: Facts, node: Node) -> bool:
    """Take a strong line such as 'Minutes of the meeting held on 5 March 2026'; False where its words stay text."""
    if facts.day is not None or node.line.level or not _is_strong(node):
        return False
    said = title_of(node.line.text)
    if not said.is_of_a_kind or said.day is None:
        return False
    facts.day = said.day
    facts.account(node.numbers, "start")
    is_all = said == Title(said.day, is_of_a_kind=True, is_draft=said.is_draft)
    if not is_all:
        facts.preamble.append(node)
    return True


def _is_notice_of_draft(node: Node) -> bool:
    """Tell whether a quotation is the notice of our own Markdown that minutes are a draft."""
    return node.kind is Kind.QUOTE and len(node.inner) == 1 and plain(node.line.text) == _NOTICE


def _announce(facts: Facts, waiting: Node | None) -> None:
    """Leave out the heading or label that announced people."""
    if waiting is not None:
        kind = "heading over" if waiting.kind is Kind.HEADING else "label before"
        facts.skipped.extend(Skipped(number, "", f"a {kind} a list of people") for number in waiting.numbers)


def _labelled(facts: Facts, node: Node) -> bool:
    """Take people or a fact on the line of its label; return False where there is none."""
    label = labelled(node.line.text)
    if label is None or not label[1]:
        return False
    there = names_people(label[0])
    if there is not None:
        if not _people(facts, node, label[1], there, alone=False):
            facts.preamble.append(node)
        return True
    return label[0] in FACTS and _fact(facts, node, FACTS[label[0]], label)


def _roll(facts: Facts, node: Node, people: Sequence[Attendee]) -> None:
    """Take a table of people, a row for each."""
    facts.rolls.add(node.numbers)
    facts.skipped.append(Skipped(node.numbers[0], "", "the heading of a table of people"))
    for one, number in zip(people, node.numbers[1:], strict=True):
        facts.add_people([one], [number])


def lists_people(nodes: Sequence[Node], listing: Listing) -> bool:
    """Tell whether all of *nodes* are people."""
    return bool(nodes) and all(
        (node.kind is Kind.TEXT and bool(people_in(node.line.text, listing, alone=node.line.level > 0)))
        or (node.kind is Kind.TABLE and bool(people_in_table(node, listing)))
        for node in nodes
    )


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


def _people(facts: Facts, node: Node, text: str, listing: Listing, *, alone: bool) -> bool:
    """Take the people whom *text* names; return False where it does not look like names."""
    names, crowd = without_crowd(text)
    found = people_in(names, listing, alone=alone)
    if found:
        facts.add_people(found, node.numbers)
        if crowd:
            before = node.line.text.removesuffix(text)
            facts.preamble.append(attrs.evolve(node, line=attrs.evolve(node.line, text=before + crowd, runs=())))
    elif says_nobody(text):
        facts.names_people = facts.names_people or listing.everybody
        facts.skipped.extend(Skipped(number, "", "says that there was nobody") for number in node.numbers)
    return bool(found) or says_nobody(text)


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
    named = day_in(value)
    if fact is Fact.DATE and named is not None and facts.day in {None, named.day}:
        return "start", facts.dated(value)
    if fact is Fact.TIME and facts.time is None and facts.day is not None:
        left = facts.timed(value)
        return None if facts.time is None else ("start", left)
    if fact is not Fact.NEXT or named is None:
        return None
    facts.next_meetings.append(NextMeeting(named.day))
    left = without_weekday(f"{value[: named.start]} {value[named.end :]}")
    return f"next_meetings[{len(facts.next_meetings) - 1}].start", left


def _word(facts: Facts, fact: Fact, value: str) -> tuple[str, str] | None:
    """Take a place, a body, a status, a contact or a label; return the path of what it became."""
    words = plain(value).rstrip(".")
    if fact is Fact.VENUE and facts.venue is None:
        facts.venue = TBC if words in TO_BE_CONFIRMED else value
    elif fact is Fact.BODY and facts.body is None:
        facts.body = value
    elif fact is Fact.STATUS and words in _STATUSES and facts.minutes_status is None:
        facts.minutes_status = _STATUSES[words]
    elif fact is Fact.LABEL and facts.label is None:
        facts.label = value
    elif fact is Fact.CONTACT and facts.contact is None and (contact := contact_in(value))[1]:
        facts.contact = contact[0]
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
