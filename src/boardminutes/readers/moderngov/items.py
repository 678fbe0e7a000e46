"""From the lines of the table to its items: number, title, papers, and the parts under the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.model.items import Paper
from boardminutes.readers import Confidence, Consumed, Skipped
from boardminutes.readers.moderngov.fragments import Fragment, fragments, is_lead_in, split_bullet
from boardminutes.readers.moderngov.labels import labels_apart, part_begun, part_named
from boardminutes.readers.moderngov.lines import Line, Role, one_line
from boardminutes.readers.moderngov.looks import starts_by_look, unmarked
from boardminutes.readers.moderngov.numbers import NumberLine, item_starts, printed
from boardminutes.readers.moderngov.papers import paper_in, split_paper, titled
from boardminutes.readers.moderngov.vocabulary import (
    FURNITURE_WORDS,
    SHARING,
    VIEWING,
    Section,
    plain,
    section_named,
)

_SECTION = re.compile(r"(?:PART|Part|SECTION|Section|RHAN|Rhan)\s(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b.{0,150}")
_LONGEST_HEADING = 150
_SHORTEST_FURNITURE, _LONGEST_FURNITURE = 5, 120


@attrs.frozen
class RawItem:
    """An item as it stands on the page.

    Attributes:
        number: The line with its number; None where it has none.
        title: Its title.
        section: The heading of the part of the agenda that begins with it.
        papers: The papers.
        unlisted_papers: Whether more papers are announced and none is listed.
        agenda: What stands before the labels.
        decision: What stands under 'Decision:', None without that label.
        decision_label: That label as printed.
        minutes: What stands under 'Minutes:', None without that label.
        consumed: The lines that became something else, with paths as seen from the item.
        skipped: The lines that are left out.
    """

    number: Line | None
    title: str
    section: str | None
    papers: tuple[Paper, ...]
    unlisted_papers: bool
    agenda: tuple[Fragment, ...]
    decision: tuple[Fragment, ...] | None
    decision_label: str | None
    minutes: tuple[Fragment, ...] | None
    consumed: tuple[Consumed, ...]
    skipped: tuple[Skipped, ...]


@attrs.frozen
class FoundItems:
    """The items of a page.

    Attributes:
        before: What stands before the first.
        items: The items in order.
        confidence: How sure it is where each begins.
    """

    before: tuple[Line, ...]
    items: tuple[RawItem, ...]
    confidence: Confidence


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Skipped, ...]]:
    """Return *lines* without links to share or view an item, and an account of these."""
    kept: list[Line] = []
    skipped: list[Skipped] = []
    for line in lines:
        reason = None if line.cells else _furniture(line.text)
        if reason is None:
            kept.append(line)
        else:
            skipped.append(Skipped(line.number, line.text, reason))
    return tuple(kept), tuple(skipped)


def _furniture(text: str) -> str | None:
    if not _SHORTEST_FURNITURE <= len(text) <= _LONGEST_FURNITURE:
        return None
    words = plain(text)
    if not any(word in words for word in FURNITURE_WORDS):
        return None
    bullet = split_bullet(text)
    words = plain(bullet[1]) if bullet else words
    if words in SHARING:
        return "a link of the site to share the page"
    return "a link of the site to another page about the item" if words.startswith(VIEWING) else None


def split_items(lines: Sequence[Line]) -> FoundItems:
    """Return what stands before the first item, and the items in order.

    Mark-up says where an item begins, or else its printed number; on a page without either a line with a paper ('… pdf
    icon PDF 118 KB') begins an item, or a line that looks like a title.
    """
    starts, confidence = _marked_starts(lines), Confidence.HIGH
    starts = starts or item_starts(_number_lines(lines))
    numbered = bool(starts)
    if not starts:
        starts, confidence = tuple(at for at, line in enumerate(lines) if _has_title_and_paper(line)), Confidence.MEDIUM
    if not starts:
        starts, confidence = starts_by_look(lines), Confidence.LOW
    if not starts:
        return FoundItems(tuple(lines), (), confidence)
    section, prelude = _section_at_end(lines[: starts[0]], 0)
    items: list[RawItem] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        has_number = numbered and lines[start].role is not Role.TITLE
        following, body = _section_at_end(lines[start:end], 1 + has_number)
        if end == len(lines):
            following, body = None, lines[start:end]
        items.append(_item(body, section, numbered=has_number, looked=confidence is Confidence.LOW))
        section = following
    return FoundItems(tuple(prelude), tuple(items), confidence)


def _marked_starts(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return where mark-up says that items begin: at a number with a title after it, or at a title without a number."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if line.role is Role.NUMBER:
            can_be_title = following is not None and following.role is not Role.NUMBER and not following.cells
            if can_be_title and following is not None and part_begun(following) is None:
                starts.append(at)
        elif _is_title_alone(line) and not (at - 1 in starts[-1:] and lines[at - 1].role is Role.NUMBER):
            starts.append(at)
    return tuple(starts)


def _is_title_alone(line: Line) -> bool:
    """Tell whether mark-up says that a line is a title; the heading of a part of the agenda looks like one there."""
    return line.role is Role.TITLE and not line.close and _SECTION.fullmatch(line.text) is None


def _has_title_and_paper(line: Line) -> bool:
    split = None if line.cells or line.level else split_paper(line.text)
    return split is not None and bool(split[0]) and split_bullet(line.text) is None


def _number_lines(lines: Sequence[Line]) -> tuple[NumberLine, ...]:
    found: list[NumberLine] = []
    labels: set[Section] = set()
    title = ""  # the line after, where it can be a title
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        number = printed(text)
        if number is None:
            named = part_begun(lines[at])
            if named is not None:
                labels.add(named)
            title = text if named is None and not lines[at].cells else ""
            continue
        titled = bool(title) and split_bullet(title) is None
        short = len(title) <= _LONGEST_HEADING and not title.endswith((".", ";", ":", ","))
        found.append(
            NumberLine(
                at,
                number,
                titled=titled,
                headed=titled and short and not (at and _leads_to_points(lines[at - 1].text)),
                labelled=bool(labels),
                told=not labels.isdisjoint({Section.MINUTES, Section.DECISION}),
            )
        )
        labels.clear()
        title = ""
    return tuple(reversed(found))


def _leads_to_points(text: str) -> bool:
    return is_lead_in(text) and section_named(text) is None


def _section_at_end(lines: Sequence[Line], least: int) -> tuple[Line | None, Sequence[Line]]:
    """Return the heading of a part of the agenda that stands last, and the lines before it, at *least* so many."""
    if len(lines) > least and not lines[-1].cells and _SECTION.fullmatch(lines[-1].text):
        return lines[-1], lines[:-1]
    return None, lines


def _item(lines: Sequence[Line], section: Line | None, *, numbered: bool, looked: bool) -> RawItem:
    number = lines[0] if numbered else None
    title_line, *body = lines[1:] if numbered else lines
    consumed = [] if number is None else [Consumed(number.number, "number")]
    if section is not None:
        consumed.insert(0, Consumed(section.number, "section"))
    more = next((at for at, line in enumerate(body) if line.role is not Role.TITLE), len(body))
    titles: list[str] = []
    papers: list[Paper] = []
    for line in (title_line, *body[:more]):
        title, named = titled(line)
        titles.append(unmarked(title) if looked else title)
        consumed.append(Consumed(line.number, "title"))
        consumed.extend(Consumed(line.number, f"papers[{len(papers) + index}]") for index in range(len(named)))
        papers.extend(named)
    body = body[more:]
    parts = _parts(body, papers, consumed)
    agenda, skipped = fragments(parts.agenda)
    decision, left = fragments(parts.decision or ())
    minutes, yet_left = fragments(parts.minutes or ())
    announced = [line for line in parts.documents if not parts.listed]
    consumed.extend(Consumed(line.number, "unlisted_papers" if announced else "papers") for line in parts.documents)
    return RawItem(
        number=number,
        title=" ".join(titles),
        section=None if section is None else one_line(section.text),
        papers=tuple(papers),
        unlisted_papers=bool(announced),
        agenda=agenda,
        decision=None if parts.decision is None else decision,
        decision_label=parts.decision_label,
        minutes=None if parts.minutes is None else minutes,
        consumed=tuple(consumed),
        skipped=(*skipped, *left, *yet_left),
    )


@attrs.define
class _Parts:
    agenda: list[Line] = attrs.field(factory=list)
    documents: list[Line] = attrs.field(factory=list)
    listed: bool = False
    decision: list[Line] | None = None
    decision_label: str | None = None
    minutes: list[Line] | None = None


def _parts(body: Sequence[Line], papers: list[Paper], consumed: list[Consumed]) -> _Parts:
    """Sort *body* under its labels; papers go to *papers*, lines that became something to *consumed*."""
    parts = _Parts()
    kept = parts.agenda
    section = Section.AGENDA
    for line in labels_apart(body):
        named = part_named(line)
        if named is Section.DOCUMENTS:
            section = named
            parts.documents.append(line)
        elif named is not None:
            section = named
            consumed.append(Consumed(line.number, "minutes"))
            if named is Section.MINUTES:
                parts.minutes = kept = [] if parts.minutes is None else parts.minutes
            else:
                parts.decision = kept = [] if parts.decision is None else parts.decision
                parts.decision_label = parts.decision_label or one_line(line.text)
        elif (
            paper := paper_in(line, listed=section is Section.DOCUMENTS, planned=section is Section.AGENDA)
        ) is not None:
            parts.listed = parts.listed or section is Section.DOCUMENTS
            consumed.append(Consumed(line.number, f"papers[{len(papers)}]"))
            papers.append(paper)
        else:
            kept.append(line)
    return parts
