"""The items of a meeting: headings, what was planned, what happened."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

import attrs

from boardminutes.document import (
    DocumentBlock,
    Fact,
    Facts,
    Heading,
    Panel,
    PanelRole,
    Points,
    Text,
    block_texts,
    plain,
)
from boardminutes.kinds._leads import leads_in
from boardminutes.kinds._outcomes import action_panel, decision_panel, declaration_panel, motion_panels
from boardminutes.kinds._voice import Voice, grounds, joined, merged
from boardminutes.model.items import Entry, Item, Paper
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.prose import Block, Restricted, Span, Subheading
from boardminutes.model.values import ItemMark, PaperKind
from boardminutes.wording import Message, messages

MARKS = messages(
    {
        ItemMark.CONSENT: "taken without discussion",
        ItemMark.URGENT: "urgent",
        ItemMark.LATE: "late",
        ItemMark.WITHDRAWN: "withdrawn",
        ItemMark.DEFERRED: "deferred",
        ItemMark.REFERRED: "referred",
        ItemMark.OUT_OF_ORDER: "taken out of order",
    },
    context="item",
)
PAPERS = messages(
    {
        PaperKind.MAIN: "report",
        PaperKind.ADDITIONAL: "additional paper",
        PaperKind.APPENDIX: "appendix",
        PaperKind.TABLED: "tabled at the meeting",
    },
    context="paper",
)
DEEPEST_LEVEL = 6
_HEARD = 16  # lead-ins that are kept in mind: what is further away leads to nothing here
_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9]+")
_MEDIA = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "application/rtf": "RTF",
    "application/zip": "ZIP",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "text/html": "HTML",
}


@attrs.define
class Anchors:
    """Names for headings, each given once in a document.

    Attributes:
        prefix: What each begins with, where several such sets stand in one document.
        taken: Those that are given, without the prefix.
        of_items: Those of the headings of items, by the identity of the item.
    """

    prefix: str = ""
    taken: set[str] = attrs.field(factory=set)
    of_items: dict[int, str] = attrs.field(factory=dict)

    def take(self, wanted: str) -> str:
        """Return *wanted* as a name of letters, digits and hyphens that no other heading has."""
        name = base = _NOT_IN_ANCHORS.sub("-", wanted).strip("-").lower() or "part"
        times = 1
        while name in self.taken:
            times += 1
            name = f"{base}-{times}"
        self.taken.add(name)
        return f"{self.prefix}{name}"


@attrs.frozen
class Shown:
    """What of an item a kind shows.

    Attributes:
        papers: Whether the papers before the meeting are listed.
        agenda: Whether the planned text is shown.
        minutes: Whether what happened is shown.
    """

    papers: bool
    agenda: bool
    minutes: bool


@attrs.frozen
class ItemComposer:
    """What turns items into blocks.

    Attributes:
        voice: The words.
        anchors: The names of headings given so far.
        meeting: The meeting of the items.
        shown: What of an item is shown.
    """

    voice: Voice
    anchors: Anchors
    meeting: Meeting
    shown: Shown

    def blocks(self) -> Iterator[DocumentBlock]:
        """Yield the blocks of the items of the meeting and their sub-items in order."""
        yield from self._items(self.meeting.items, 2)

    def _items(self, items: Iterable[Item], level: int) -> Iterator[DocumentBlock]:
        below_section = level
        for item in items:
            if item.section is not None:
                yield Heading((self.voice.span(item.section),), level=level, anchor=self.anchors.take(item.section))
                below_section = min(level + 1, DEEPEST_LEVEL)
            yield from self._item(item, below_section)
            yield from self._items(item.items, min(below_section + 1, DEEPEST_LEVEL))

    def _item(self, item: Item, level: int) -> Iterator[DocumentBlock]:
        voice, shown = self.voice, self.shown
        number = (item.minute_number or item.number) if shown.minutes else (item.number or item.minute_number)
        yield from item_heading(voice, self.anchors, item, number, level)
        rows = (*_planned(voice, item, shown), *_papers(voice, item, shown), *_happened(voice, item, shown, number))
        if rows:
            yield Facts(rows)
        if item.agenda and shown.agenda and shown.minutes:
            yield Panel(PanelRole.AGENDA, voice.words("Agenda"), voice.nested(item.agenda))
        elif shown.agenda:
            yield from prose_blocks(voice, self.anchors, item.agenda, level)
        if shown.minutes:
            yield from self._minutes(item.entries, level)

    def _minutes(self, entries: tuple[Entry, ...], level: int) -> Iterator[DocumentBlock]:
        voice = self.voice
        leads: deque[str] = deque(maxlen=_HEARD)
        for entry in entries:
            made: tuple[DocumentBlock, ...]
            match entry:
                case Decision():
                    made = (decision_panel(voice, entry, tuple(leads)),)
                case Action():
                    made = (action_panel(voice, entry),)
                case Motion():
                    made = tuple(motion_panels(voice, entry, tuple(leads)))
                case Declaration():
                    made = (declaration_panel(voice, self.meeting, entry),)
                case _:
                    made = tuple(prose_blocks(voice, self.anchors, (entry,), level))
            leads.extend(text for block in made for text in block_texts(block) if leads_in(text))
            yield from made


def item_heading(
    voice: Voice, anchors: Anchors, item: Item, number: str | None, level: int
) -> Iterator[Heading | Panel]:
    """Yield the heading of an item under the *number* given, and that the public may not see it where it may not."""
    anchor = anchors.of_items[id(item)] = anchors.take(f"item-{number or item.title[:40]}")
    yield Heading(
        (voice.span(item.title),),
        level=level,
        number=None if number is None else voice.span(number),
        anchor=anchor,
    )
    if item.restriction is not None:
        yield Panel(
            PanelRole.RESTRICTED,
            voice.words("Restricted"),
            (Text((voice.say("The public may not see this item."),)),),
            facts=voice.restriction_facts(item.restriction),
        )


def _planned(voice: Voice, item: Item, shown: Shown) -> Iterator[Fact]:
    if item.time is not None:
        yield from voice.told("Time", voice.when(item.time))
    if item.minutes_planned is not None:
        length = Message("{count} minute", plural="{count} minutes")
        count = (Span(str(item.minutes_planned)),)
        yield from voice.told("Planned length", voice.sentence(length, item.minutes_planned, count=count))
    planned = item.planned_presenters
    if planned and (shown.agenda or item.presenters is None):
        yield from voice.told("To be presented by" if shown.minutes else "Presented by", voice.listed(planned))


def _happened(voice: Voice, item: Item, shown: Shown, number: str | None) -> Iterator[Fact]:
    words = voice.words
    if shown.minutes:
        if item.presenters:
            yield from voice.told("Presented by", voice.listed(item.presenters))
        if item.taken_at is not None:
            yield from voice.told("Taken at", voice.when(item.taken_at))
        if item.number is not None and item.number != number:
            yield from voice.fact("Agenda number", item.number)
    if item.marks:
        yield from voice.said("Treated as", ", ".join(words(MARKS[mark]) for mark in item.marks))
    yield from voice.fact("Why urgent", item.urgency)
    yield from voice.fact("Referred to", item.referred_to)


def _papers(voice: Voice, item: Item, shown: Shown) -> Iterator[Fact]:
    if not shown.papers or not (item.papers or item.unlisted_papers):
        return
    lines: list[tuple[Text]] = [(Text(paper_spans(voice, paper)),) for paper in item.papers]
    if item.unlisted_papers:
        lines.append((Text((voice.say("There are more papers than are listed here"),)),))
    label = voice.words(Message("Paper", plural="Papers"), len(lines))
    yield Fact(label, lines[0] if len(lines) == 1 else (Points(tuple(lines)),))


def paper_spans(voice: Voice, paper: Paper) -> tuple[Span, ...]:
    """Return a paper in one line: reference, title as a link, kind, form and size, pages, marks."""
    media = None if paper.media_type is None else _MEDIA.get(paper.media_type, paper.media_type)
    about: list[tuple[Span, ...]] = [
        () if paper.kind is None else (voice.say(PAPERS[paper.kind]),),
        () if media is None else (Span(media),),
        () if paper.size is None else (voice.span(paper.size),),
        () if paper.pages is None else voice.sentence("pages {pages}", pages=voice.own(paper.pages)),
        (voice.say("to follow"),) if paper.to_follow else (),
    ]
    if paper.restriction is not None:
        about.extend([(voice.say("restricted"),), *((voice.span(ground),) for ground in grounds(paper.restriction))])
    known = merged(joined(", ", about))
    name = plain(voice.labelled(voice.own(paper.reference), voice.own(paper.title)))
    if not name:
        return tuple(attrs.evolve(span, link=paper.url) for span in known or (voice.say("paper"),))
    title = Span(name, link=paper.url, language=voice.language)
    return merged((title, Span(" ("), *known, Span(")"))) if known else (title,)


def prose_blocks(voice: Voice, anchors: Anchors, blocks: Iterable[Block], level: int) -> Iterator[DocumentBlock]:
    """Yield blocks of prose below a heading of *level*; subheadings become headings of the next level."""
    for block in blocks:
        if isinstance(block, Subheading):
            yield Heading(
                voice.spans(block.spans),
                level=min(level + 1, DEEPEST_LEVEL),
                anchor=anchors.take(str(block)[:40]),
            )
        elif isinstance(block, Restricted):
            yield voice.restricted(block)
        else:
            yield from voice.nested((block,))
