"""From the blocks of a document to its meeting, with the account of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting, NextMeeting
from boardminutes.model.outcomes import Action, Decision, Motion
from boardminutes.model.prose import Block, Cell, List, ListItem, Quote, Table
from boardminutes.readers import Confidence, Consumed, Skipped
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, MarkdownDocument, Node
from boardminutes.readers.markdown.facts import Facts
from boardminutes.readers.markdown.front import take_front_matter
from boardminutes.readers.markdown.head import entitle, lists_people, note_people, take_head, take_name, take_title
from boardminutes.readers.markdown.labels import (
    ACTION_HEADINGS,
    DECISION_HEADINGS,
    NEXT_HEADINGS,
    Listing,
    labelled,
    names_people,
)
from boardminutes.readers.markdown.outcomes import entries
from boardminutes.readers.markdown.quoting import prose_of
from boardminutes.readers.markdown.sections import Section, divided
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import split_names
from boardminutes.readers.moderngov.page import Understood
from boardminutes.readers.moderngov.vocabulary import plain

_NUMBER = re.compile(
    r"(?:[Ii]tem\s)?(?P<number>(?P<year>\d{1,4})/(?P<count>\d{1,4})[a-z]?[.:]?|\d{1,3}(?:\.\d{1,3}){0,4}[.):]?|[A-Z][.)])\s+(?=\S)"
)
_AGENDA = re.compile(r"\bagenda\b")
_MINUTES = re.compile(r"\b(?:minutes|notes|record)\b")
_PRESENTED = frozenset({"presented by", "presenter", "presenters", "lead", "owner of the item"})


@attrs.define
class _Page:
    """What is gathered on the way.

    Attributes:
        facts: What is known besides the items.
        is_agenda: Whether the text under headings is planned and not what happened.
    """

    facts: Facts
    is_agenda: bool


def understood(document: MarkdownDocument, shown: list[str]) -> Understood:
    """Return what a *document* says.

    Args:
        document: The document.
        shown: The text of each of its lines; those of its front matter are changed to what they say.
    """
    facts = Facts()
    if document.front is not None:
        take_front_matter(facts, document.front, shown)
    parts = divided(document.nodes)
    _before(facts, parts.before)
    if parts.name is not None:
        take_name(facts, parts.name)
    told = ""
    if parts.title is not None:
        told = plain(parts.title.line.text)
        take_title(facts, parts.title)
    take_head(facts, parts.head)
    is_agenda = _AGENDA.search(told) is not None and _MINUTES.search(told) is None
    page = _Page(facts, is_agenda)
    items: list[Draft[Item]] = []
    for section in parts.sections:
        _section(page, section, items)
    entitle(facts)
    prose, more = prose_of(facts.preamble)
    meeting = Meeting(
        body=facts.body,
        title=facts.title,
        start=facts.start,
        timezone="UTC" if facts.is_utc and facts.moment is None else None,
        venue=facts.venue,
        minutes_status=facts.minutes_status,
        label=facts.label,
        contact=facts.contact,
        chair=facts.chair,
        attendees=tuple(facts.people.values()) if facts.names_people else None,
        language=facts.language,
        preamble=tuple(draft.value for draft in prose),
        items=tuple(draft.value for draft in items),
        next_meetings=tuple(facts.next_meetings),
    )
    consumed = [*facts.consumed, *(one for item in items for one in item.consumed)]
    for index, draft in enumerate(prose):
        consumed.extend(under(f"preamble[{index}]", draft.consumed))
    consumed.extend(_rows(document.nodes, facts, meeting))
    skipped = [*document.skipped, *facts.skipped, *more]
    confidence = Confidence.HIGH if parts.by_heading else Confidence.MEDIUM
    if not items or 2 * _length(facts.preamble) > _length(document.nodes):
        confidence = Confidence.LOW
    return Understood(meeting, *_accounts(document, shown, skipped, consumed), confidence)


def _length(nodes: Sequence[Node]) -> int:
    return sum(len(node.line.text) for node in _walk(nodes))


def _accounts(
    document: MarkdownDocument, shown: Sequence[str], skipped: Sequence[Skipped], consumed: Sequence[Consumed]
) -> tuple[tuple[Skipped, ...], tuple[Consumed, ...]]:
    """Return the accounts in order, each with the line as it is shown, and those of lines that go on with others."""
    wrapped = {node.numbers[0]: node.numbers[1:] for node in _walk(document.nodes) if len(node.numbers) > 1}
    more = [Consumed(number, one.path) for one in consumed for number in wrapped.get(one.line, ())]
    gone = [attrs.evolve(one, text=shown[one.line - 1]) for one in skipped]
    return (
        tuple(sorted(gone, key=lambda one: one.line)),
        tuple(sorted(dict.fromkeys((*consumed, *more)), key=lambda one: one.line)),
    )


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from _walk(node.inner) if node.kind is Kind.QUOTE else (node,)


def _before(facts: Facts, nodes: Sequence[Node]) -> None:
    """Take what stands before the title: the name of the body on a strong line, as our own Markdown has it."""
    rest = list(nodes)
    if rest and rest[0].kind is Kind.TEXT and facts.body in {None, one_line(rest[0].line.text)}:
        runs = rest[0].line.runs
        if len(runs) == 1 and runs[0].strong and runs[0].end - runs[0].start == len(rest[0].line.text):
            facts.body = one_line(rest[0].line.text)
            facts.account(rest.pop(0).numbers, "body")
    take_head(facts, rest)


def _section(page: _Page, section: Section, items: list[Draft[Item]], above: Listing | None = None) -> None:
    """Take a heading with what stands under it: people, meetings to come, or an item.

    Args:
        page: What is gathered on the way.
        section: The heading.
        items: The items so far.
        above: What the heading above it says of the people under it; None for nothing.
    """
    listing = names_people(section.heading.line.text) if section.heading.kind is Kind.HEADING else None
    if listing is None and above is not None and lists_people(section.nodes, above):
        listing = above
    if listing is not None:
        take_head(page.facts, section.nodes, listing, section.heading)
        for child in section.children:
            _section(page, child, items, listing)
        return
    items.append(_item(page, section, f"items[{len(items)}]"))


def _item(page: _Page, section: Section, path: str) -> Draft[Item]:
    heading = section.heading
    text = one_line(heading.line.text)
    number = _number(text) if heading.kind is Kind.HEADING else None
    point = heading.line.point
    title = text if number is None else text[number.end() :]
    name = plain(title).strip(" :")
    kind = "action" if name in ACTION_HEADINGS else "decision" if name in DECISION_HEADINGS else None
    presenters, nodes = _presenters(section.nodes)
    consumed = [Consumed(line, f"{path}.title") for line in heading.numbers]
    consumed.extend(
        Consumed(line, f"{path}.presenters")
        for node in section.nodes[: len(section.nodes) - len(nodes)]
        for line in node.numbers
    )
    if name in NEXT_HEADINGS:
        _next_meetings(page.facts, nodes)
    note_people(page.facts, nodes)
    planned, happened = _divided_by_tense(page, nodes, kind, is_agenda=page.is_agenda or name == "agenda")
    for index, draft in enumerate(planned):
        consumed.extend(under(f"{path}.agenda[{index}]", draft.consumed))
    for index, entry in enumerate(happened or ()):
        consumed.extend(under(f"{path}.minutes[{index}]", entry.consumed))
    inner = [_item(page, child, f"{path}.items[{index}]") for index, child in enumerate(section.children)]
    printed = None if number is None else number["number"]
    item = Item(
        title,
        number=printed if point is None else point.label,
        presenters=presenters,
        agenda=tuple(draft.value for draft in planned),
        minutes=None if happened is None or (inner and not happened) else tuple(entry.value for entry in happened),
        items=tuple(one.value for one in inner),
    )
    return Draft(item, (*consumed, *(one for draft in inner for one in draft.consumed)))


def _number(text: str) -> re.Match[str] | None:
    """Return the number that a heading begins with; '2026/27' names two years and is none."""
    found = _NUMBER.match(text)
    if found is None or found["year"] is None:
        return found
    year, count = found["year"], found["count"]
    names_years = len(year) in {2, 4} and len(count) in {2, len(year)} and (int(count) - int(year)) % 100 == 1
    return None if names_years else found


def _presenters(nodes: Sequence[Node]) -> tuple[tuple[str, ...] | None, list[Node]]:
    """Return who presented an item as its first line says, and the blocks after it."""
    if not nodes or nodes[0].kind is not Kind.TEXT:
        return None, list(nodes)
    label = labelled(nodes[0].line.text)
    if label is None or label[0] not in _PRESENTED or not 0 < len(label[1]) < 300:  # noqa: PLR2004 - no list is longer
        return None, list(nodes)
    names = split_names(label[1])
    return (tuple(dict.fromkeys(names)), list(nodes[1:])) if names else (None, list(nodes))


def _divided_by_tense(
    page: _Page, nodes: Sequence[Node], kind: str | None, *, is_agenda: bool
) -> tuple[list[Draft[Block]], list[Draft[Entry]] | None]:
    """Return what was planned under a heading, and what happened; None where the minutes are not known."""
    if is_agenda:
        blocks, skipped = prose_of(nodes)
        page.facts.skipped.extend(skipped)
        return blocks, None
    found = entries(nodes, kind)
    page.facts.skipped.extend(found.skipped)
    return [], found.drafts


def _next_meetings(facts: Facts, nodes: Sequence[Node]) -> None:
    """Note the days of meetings to come; their words stay in the item."""
    for node in nodes:
        found = day_in(node.line.text) if node.kind is Kind.TEXT else None
        if found is not None and all(one.start != found.day for one in facts.next_meetings):
            facts.next_meetings.append(NextMeeting(found.day))


def _rows(nodes: Sequence[Node], facts: Facts, meeting: Meeting) -> Iterator[Consumed]:
    """Yield what the rows of the tables became that are in the meeting, those of its preamble first."""
    first = [node for node in _walk(facts.preamble) if node.kind is Kind.TABLE]
    known = facts.rolls.union(node.numbers for node in first)
    others = [node for node in _walk(nodes) if node.kind is Kind.TABLE and node.numbers not in known]
    tables = list(_tables(meeting)) if first or others else []
    for node, (path, table) in zip([*first, *others], tables, strict=True):
        for index, number in enumerate(node.numbers):
            whole = "head" if not index and table.head else f"rows[{index - bool(table.head)}]"
            yield Consumed(number, f"{path}.{whole}")


def _tables(meeting: Meeting) -> Iterator[tuple[str, Table]]:
    yield from _in_blocks("preamble", meeting.preamble)
    for index, item in enumerate(meeting.items):
        yield from _in_item(f"items[{index}]", item)


def _in_item(path: str, item: Item) -> Iterator[tuple[str, Table]]:
    yield from _in_blocks(f"{path}.agenda", item.agenda)
    yield from _in_blocks(f"{path}.minutes", item.entries)
    for index, one in enumerate(item.items):
        yield from _in_item(f"{path}.items[{index}]", one)


def _in_blocks(path: str, entries_: Sequence[object]) -> Iterator[tuple[str, Table]]:
    for index, one in enumerate(entries_):
        place = f"{path}[{index}]"
        if isinstance(one, Table):
            yield place, one
        elif isinstance(one, List):
            for number, point in enumerate(one.items):
                yield from _in_blocks(f"{place}.items[{number}].blocks", point.blocks)
        elif isinstance(one, Quote | ListItem | Cell):
            yield from _in_blocks(f"{place}.blocks", one.blocks)
        elif isinstance(one, Decision | Action | Motion):
            yield from _in_blocks(f"{place}.text.blocks", one.text.blocks)
