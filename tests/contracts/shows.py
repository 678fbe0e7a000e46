"""What each kind claims to show of a meeting: the texts that its document must hold, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from boardminutes import (
    Action,
    Block,
    Decision,
    Declaration,
    Entry,
    Item,
    List,
    Meeting,
    Motion,
    PaperKind,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Subheading,
    Table,
    Vote,
)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Subheading():
                yield str(block)
            case List():
                for point in block.items:
                    yield from _of_blocks(point.blocks)
            case Quote() | Restricted():
                yield from _of_blocks(block.blocks)
            case Table():
                yield from _known(block.caption)
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from _of_blocks(cell.blocks)


def _known(*texts: str | None) -> Iterator[str]:
    return (text for text in texts if text is not None)


def _of_prose(*values: Prose | None) -> Iterator[str]:
    for value in values:
        if value is not None:
            yield from _of_blocks(value.blocks)


def _of_entry(entry: Entry) -> Iterator[str]:
    match entry:
        case Decision():
            yield from _known(entry.number)
            yield from _of_prose(entry.text, entry.subject_to, entry.reasons, entry.alternatives)
            yield from _known(entry.taken_by)
        case Action():
            yield from _known(entry.reference)
            yield from _of_prose(entry.text)
            yield from entry.owners if isinstance(entry.owners, tuple) else ()
            yield from _known(entry.recipient)
            yield from _of_prose(*(update.text for update in entry.updates))
        case Motion():
            if not _is_said_by_its_decision(entry):
                yield from _known(entry.number)
                yield from _of_prose(entry.text)
            for amendment in entry.amendments:
                yield from _of_entry(amendment)
            if entry.decision is not None:
                yield from _of_entry(entry.decision)
        case Declaration():
            yield entry.person
            yield from _of_prose(entry.nature)
        case _:
            yield from _of_blocks([entry])


def _is_said_by_its_decision(motion: Motion) -> bool:
    decision = motion.decision
    if decision is None or motion.amendments or decision.text != motion.text:
        return False
    return motion.number in {None, decision.number} and motion.label in {None, decision.label}


def _of_items(items: Iterable[Item], *, papers: bool, agenda: bool, minutes: bool) -> Iterator[str]:
    for item in items:
        yield from _known(item.section)
        yield item.title
        for paper in item.papers if papers else ():
            if minutes or paper.kind is not PaperKind.TABLED:
                yield from _known(paper.reference, paper.title, paper.size)
        if agenda:
            yield from _of_blocks(item.agenda)
        for entry in item.entries if minutes else ():
            yield from _of_entry(entry)
        yield from _of_items(item.items, papers=papers, agenda=agenda, minutes=minutes)


def _of_record(meeting: Meeting, *, papers: bool, agenda: bool) -> Iterator[str]:
    yield from _known(meeting.body, meeting.title)
    yield from _of_prose(*(one.text for one in meeting.corrections))
    yield from _of_prose(*(one.text for previous in meeting.previous_minutes for one in previous.corrections))
    for declaration in meeting.declarations or ():
        yield from _of_entry(declaration)
    yield from _of_blocks(meeting.preamble)
    yield from _of_items(meeting.items, papers=papers, agenda=agenda, minutes=True)
    yield from _of_blocks(meeting.closing)
    yield from _known(*(text for one in meeting.signatures for text in (one.name, one.role)))


def _agenda(meeting: Meeting) -> Iterator[str]:
    yield from _known(meeting.body, meeting.title)
    yield from _of_blocks(meeting.preamble)
    yield from _of_items(meeting.items, papers=True, agenda=True, minutes=False)


def _minutes(meeting: Meeting) -> Iterator[str]:
    return _of_record(meeting, papers=False, agenda=False)


def _agenda_minutes(meeting: Meeting) -> Iterator[str]:
    return _of_record(meeting, papers=True, agenda=True)


def _of_places(items: Iterable[Item], told: Callable[[Item], Iterable[str]], *, closed: bool = False) -> Iterator[str]:
    """Yield what is told of items after the titles of those of which something is told, and of those above them.

    Restricted items of which no minutes are known count too where *closed* is true.
    """
    for item in items:
        own, below = list(told(item)), list(_of_places(item.items, told, closed=closed))
        if own or below or (closed and item.restriction is not None and item.minutes is None):
            yield item.title
            yield from (*own, *below)


def _decisions(meeting: Meeting) -> Iterator[str]:
    def told(item: Item) -> Iterator[str]:
        for decision in item.decisions:
            yield from _of_entry(decision)

    yield from _of_places(meeting.items, told, closed=True)


def _actions(meeting: Meeting) -> Iterator[str]:
    for item in meeting.walk():
        for action in item.actions:
            yield from _known(action.reference)
            yield from _of_prose(action.text)
            yield item.title
            yield from _known(action.recipient, action.origin_item)
            yield from _of_prose(*(update.text for update in action.updates))
            yield from action.owners if isinstance(action.owners, tuple) else ()
            yield from [action.due] if isinstance(action.due, str) else ()


def _attendance(meeting: Meeting) -> Iterator[str]:
    for one in meeting.attendees or ():
        yield one.name
        yield from _known(one.role, one.organisation, one.party, one.ward)
        yield from _known(*(part.role for part in one.per_item))
        yield from _known(one.representing, one.substitute_for)
        yield from one.proxy_for


def _declarations(meeting: Meeting) -> Iterator[str]:
    for declaration in meeting.all_declarations:
        item = None if declaration.item is None else meeting.item(declaration.item)
        yield declaration.person
        yield from _known(declaration.item if item is None else item.title)
        yield from _of_prose(declaration.nature)


def _votes(meeting: Meeting) -> Iterator[str]:
    yield from _of_places(meeting.items, lambda item: (text for entry in item.entries for text in _of_votes(entry)))


def _of_votes(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Motion):
        amendments = [text for amendment in entry.amendments for text in _of_votes(amendment)]
        if entry.vote is not None or amendments:
            yield from _known(entry.number)
            yield from _of_prose(entry.text)
            yield from amendments
            yield from _names(entry.vote)
            yield from _known(entry.mover, entry.seconder)
    elif isinstance(entry, Decision) and entry.vote is not None:
        yield from _known(entry.number)
        yield from _of_prose(entry.text)
        yield from _names(entry.vote)
        yield from _known(entry.topic)


def _names(vote: Vote | None) -> Iterator[str]:
    for _, tally in () if vote is None else vote.tallies():
        yield from tally.names or ()


def _statistics(_meeting: Meeting) -> Iterator[str]:
    """Yield nothing: people of several meetings are counted together, in an order of the kind's own."""
    yield from ()


SHOWS: Mapping[str, Callable[[Meeting], Iterable[str]]] = {
    "actions": _actions,
    "agenda": _agenda,
    "agenda-minutes": _agenda_minutes,
    "attendance": _attendance,
    "decisions": _decisions,
    "declarations": _declarations,
    "minute-book": _minutes,
    "minutes": _minutes,
    "statistics": _statistics,
    "votes": _votes,
}

REGISTERS = frozenset({"actions", "attendance", "decisions", "declarations", "statistics", "votes"})
"""The kinds that have a table, and take several meetings."""

OF_SEVERAL_MEETINGS = REGISTERS | {"minute-book"}
"""The kinds that take several meetings."""
