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
    yield from _of_prose(*meeting.corrections)
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


SHOWS: Mapping[str, Callable[[Meeting], Iterable[str]]] = {
    "agenda": _agenda,
    "agenda-minutes": _agenda_minutes,
    "minutes": _minutes,
}
