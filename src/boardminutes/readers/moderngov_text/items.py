"""From the lines of the table to its items: number, title, papers, and the parts under the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from boardminutes.model.items import Paper
from boardminutes.model.values import PaperKind
from boardminutes.readers import Consumed, Skipped
from boardminutes.readers.moderngov_text.fragments import Fragment, fragments, is_lead_in, split_bullet
from boardminutes.readers.moderngov_text.numbers import NumberLine, item_starts, printed
from boardminutes.readers.moderngov_text.source import Line, one_line
from boardminutes.readers.moderngov_text.vocabulary import (
    FURNITURE_WORDS,
    SHARING,
    VIEWING,
    Section,
    plain,
    section_named,
)

_MEDIA = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "htm": "text/html",
    "html": "text/html",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_SIZE = re.compile(
    rf"(?:^|\s)(?:\w{{2,12}}\se?icon\s)?(?P<media>(?a:{'|'.join(_MEDIA)}))\s(?P<size>\d{{1,4}}(?:[.,]\d{{1,3}})?\s?(?:KB|MB|GB|bytes|B))$",
    re.IGNORECASE,
)
_LONGEST_SIZE = 60
_SECTION = re.compile(r"(?:PART|Part|SECTION|Section|RHAN|Rhan)\s(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b.{0,150}")
_LONGEST_TITLE_OF_PAPER = 150
_LONGEST_HEADING = 150
_MOST_PAPERS = 20  # on one line
_SHORTEST_FURNITURE, _LONGEST_FURNITURE = 5, 120


@attrs.frozen
class RawItem:
    """An item as it stands on the page.

    Attributes:
        number: The line with its number; None where it has none.
        title: Its title.
        title_line: The line with its title.
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
    title_line: Line
    section: str | None
    papers: tuple[Paper, ...]
    unlisted_papers: bool
    agenda: tuple[Fragment, ...]
    decision: tuple[Fragment, ...] | None
    decision_label: str | None
    minutes: tuple[Fragment, ...] | None
    consumed: tuple[Consumed, ...]
    skipped: tuple[Skipped, ...]


def split_paper(text: str) -> tuple[str, Paper] | None:
    """Return what stands before 'pdf icon PDF 118 KB' at the end of a line, and the paper that this announces."""
    if text[-1:] not in "BbSs":
        return None
    tail = max(0, len(text) - _LONGEST_SIZE)
    match = _SIZE.search(text, tail)
    if match is None:
        return None
    size = one_line(match["size"])
    return one_line(text[: match.start()]), Paper(media_type=_MEDIA[match["media"].casefold()], size=size)


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Skipped, ...]]:
    """Return *lines* without links to share or view an item, and an account of these."""
    kept: list[Line] = []
    skipped: list[Skipped] = []
    for line in lines:
        reason = _furniture(line.text)
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


def split_items(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[RawItem, ...]]:
    """Return what stands before the first item, and the items in order.

    On a page without printed numbers a line with a paper ('… pdf icon PDF 118 KB') begins an item.
    """
    starts = item_starts(_number_lines(lines))
    numbered = bool(starts)
    if not numbered:
        starts = tuple(at for at, line in enumerate(lines) if _has_title_and_paper(line.text))
    if not starts:
        return tuple(lines), ()
    section, prelude = _section_at_end(lines[: starts[0]], 0)
    items: list[RawItem] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        following, body = _section_at_end(lines[start:end], 1 + numbered)
        if end == len(lines):
            following, body = None, lines[start:end]
        items.append(_item(body, section, numbered=numbered))
        section = following
    return tuple(prelude), tuple(items)


def _has_title_and_paper(text: str) -> bool:
    split = split_paper(text)
    return split is not None and bool(split[0]) and split_bullet(text) is None


def _number_lines(lines: Sequence[Line]) -> tuple[NumberLine, ...]:
    found: list[NumberLine] = []
    labels: set[Section] = set()
    title = ""  # the line after, where it can be a title
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        number = printed(text)
        if number is None:
            named = section_named(text)
            if named is not None:
                labels.add(named)
            title = text if named is None else ""
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
    if len(lines) > least and _SECTION.fullmatch(lines[-1].text):
        return lines[-1], lines[:-1]
    return None, lines


def _item(lines: Sequence[Line], section: Line | None, *, numbered: bool) -> RawItem:
    number = lines[0] if numbered else None
    title_line, *body = lines[1:] if numbered else lines
    consumed = [] if number is None else [Consumed(number.number, "number")]
    if section is not None:
        consumed.insert(0, Consumed(section.number, "section"))
    papers: list[Paper] = []
    title = title_line.text
    while len(papers) < _MOST_PAPERS and (split := split_paper(title)) is not None and split[0]:
        title = split[0]
        papers.insert(0, split[1])
    consumed.append(Consumed(title_line.number, "title"))
    consumed.extend(Consumed(title_line.number, f"papers[{index}]") for index in range(len(papers)))
    parts = _parts(body, papers, consumed)
    agenda, skipped = fragments(parts.agenda)
    decision, more = fragments(parts.decision or ())
    minutes, yet_more = fragments(parts.minutes or ())
    announced = [line for line in parts.documents if not parts.listed]
    consumed.extend(Consumed(line.number, "unlisted_papers" if announced else "papers") for line in parts.documents)
    return RawItem(
        number=number,
        title=one_line(title),
        title_line=title_line,
        section=None if section is None else one_line(section.text),
        papers=tuple(papers),
        unlisted_papers=bool(announced),
        agenda=agenda,
        decision=None if parts.decision is None else decision,
        decision_label=parts.decision_label,
        minutes=None if parts.minutes is None else minutes,
        consumed=tuple(consumed),
        skipped=(*skipped, *more, *yet_more),
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
    for line in body:
        named = section_named(line.text)
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
        elif (paper := _paper(line.text, listed=section is Section.DOCUMENTS)) is not None:
            parts.listed = parts.listed or section is Section.DOCUMENTS
            consumed.append(Consumed(line.number, f"papers[{len(papers)}]"))
            papers.append(paper)
        else:
            kept.append(line)
    return parts


def _paper(text: str, *, listed: bool) -> Paper | None:
    """Return the paper that a line is: one with form and size, or any short line where papers are listed."""
    kind = PaperKind.ADDITIONAL if listed else None
    bullet = split_bullet(text)
    words = bullet[1] if bullet and bullet[1] else text
    split = split_paper(words)
    if split is not None:
        return attrs.evolve(split[1], title=split[0] or None, kind=kind)
    is_title = (
        listed
        and printed(words) is None
        and len(words) <= _LONGEST_TITLE_OF_PAPER
        and not words.endswith((".", ":", ";"))
    )
    return Paper(one_line(words), kind=kind) if is_title and not (bullet and not bullet[1]) else None
