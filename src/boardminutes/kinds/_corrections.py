"""Corrections to minutes, each led by the item that it corrects, and leading there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from boardminutes.document import NestedBlock, Points, ReferenceSpan, Text
from boardminutes.kinds._voice import Voice
from boardminutes.model.correction import Correction
from boardminutes.model.items import Item, reference_name
from boardminutes.model.meeting import Meeting, PreviousMinutes
from boardminutes.model.prose import Restricted, Span

_ITEM: Final = "item|minute|eitem|cofnod|mír|tagesordnungspunkt"
_ITEM_AT_THE_START: Final = f"{_ITEM}|point|top|punkt"
"""What stands before the number of an item in the languages for which there are words; 'the top 3' names none."""
_BEFORE: Final = r"(?:under|in|at|of|unter|zu|bei|dan|yn|faoi)\s{1,3}(?:the\s{1,3})?"
"""What leads to an item that is the one corrected; after other words it may be mentioned only."""
_ANY: Final = r"\w{0,3}\s{1,3}(?:n\w{0,5}\.?\s{1,3})?\W?(?:\w{0,12}\d|\w(?!\w))"
"""What follows the word for an item where any is named by a number or a letter, of several the first."""
_ANY_ITEM: Final = re.compile(rf"^\W{{0,3}}(?:{_ITEM_AT_THE_START}){_ANY}|(?<!\w)(?:{_ITEM}){_ANY}", re.IGNORECASE)
_PRINTED_NUMBER: Final = re.compile(r"[^\W\d_]{0,3}\d[\w./()-]{0,12}")


@attrs.frozen
class Headings:
    """The headings of the items of one meeting in a document.

    Attributes:
        meeting: What the document shows of the meeting.
        anchors: The anchors of the headings, by the identity of their items.
        named: The items, by what they are called.
    """

    meeting: Meeting
    anchors: Mapping[int, str]
    named: Mapping[str, list[Item]] = attrs.field(init=False)

    @named.default
    def _by_name(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.meeting.walk():
            for name in item.names():
                found.setdefault(name, []).append(item)
        return found


@attrs.frozen(kw_only=True)
class _Target:
    """Where a correction leads.

    Attributes:
        item: The item that it corrects; None where it is not known, or several may be meant.
        anchor: The anchor of that item in the same document; None where it has none.
        url: Where the minutes are that it corrects; None where they are here, or that is not known.
        paged: What follows the words that lead to the item in formats that have pages.
    """

    item: Item | None
    anchor: str | None
    url: str | None
    paged: str

    @classmethod
    def of(cls, correction: Correction, headings: Headings | None, url: str | None = None, paged: str = "") -> _Target:
        """Return where a correction leads to the minutes of a meeting that has *headings* here, or None."""
        named = None if correction.item is None else reference_name(correction.item)
        items = [] if headings is None or named is None else headings.named.get(named, [])
        if headings is None or len(items) != 1:
            return cls(item=None, anchor=None, url=url, paged=paged)
        return cls(item=items[0], anchor=headings.anchors.get(id(items[0])), url=url, paged=paged)

    def led(self, span: Span) -> Span:
        """Return a run of text that leads there."""
        if self.anchor is not None:
            return ReferenceSpan(
                span.text,
                strong=span.strong,
                emphasis=span.emphasis,
                language=span.language,
                anchor=self.anchor,
                paged=self.paged,
            )
        return span if self.url is None else attrs.evolve(span, link=self.url)


def own_corrections(voice: Voice, headings: Headings) -> Points:
    """Return the corrections to the minutes of a meeting, each leading to its item in the same document."""
    return _points(voice, ((one, _Target.of(one, headings)) for one in headings.meeting.corrections))


def earlier_corrections(voice: Voice, previous: PreviousMinutes, others: Iterable[Headings]) -> Points:
    """Return the corrections to minutes of an earlier meeting.

    Each leads to its item, and to the page of that, where that meeting is among the *others* that are told of in the
    same document, and else to where its minutes are published.
    """
    found = [one for one in others if previous.are_of(one.meeting)]
    headings = found[0] if len(found) == 1 else None
    paged = f" ({voice.words('page {page}')})"
    return _points(voice, ((one, _Target.of(one, headings, previous.url, paged)) for one in previous.corrections))


def _points(voice: Voice, led: Iterable[tuple[Correction, _Target]]) -> Points:
    return Points(tuple(tuple(_point(voice, correction, target)) for correction, target in led))


def _point(voice: Voice, correction: Correction, target: _Target) -> Iterator[NestedBlock]:
    blocks = voice.nested(correction.text.blocks)
    if correction.restriction is not None:
        yield voice.nested((Restricted(correction.text.blocks, restriction=correction.restriction),))[0]
    if correction.item is None:
        yield from blocks
        return
    lead = _lead(voice, correction.item, target)
    first, *others = blocks
    spans = first.spans if isinstance(first, Text) else ()
    names = (reference_name(correction.item),) if target.item is None else target.item.names()
    named = _named(spans, names)
    if named is not None:
        yield Text(tuple(_split(spans, *named, target)))
    elif lead and spans:
        yield Text(voice.labelled(lead, spans))
    else:
        if lead:
            yield Text(voice.sentence("{label}:", label=lead))
        yield first
    yield from others


def _lead(voice: Voice, reference: str, target: _Target) -> tuple[Span, ...]:
    """Return which item is corrected, by its printed number or else its title, which is in the meeting's language.

    It is nothing where the item is not known, and what names it may be an id, which is for programs.
    """
    item = target.item
    if item is None and _PRINTED_NUMBER.fullmatch(_without_stop(reference)) is None:
        return ()
    number = reference if item is None else item.minute_number or item.number
    name = Span(_without_stop(number or reference)) if item is None or number else voice.span(item.title)
    runs = voice.sentence("Item {item}", item=(name,))
    return tuple(target.led(run) if len(runs) == 1 or run.language is not None else run for run in runs)


def _without_stop(number: str) -> str:
    return reference_name(number) or number


def _named(spans: tuple[Span, ...], names: Iterable[str]) -> tuple[int, int, int] | None:
    """Return where a paragraph names the item itself: in which run, from where, to where; None where it does not.

    It does at its start, or after a word such as 'under', unless it names another item before.
    """
    whole = "".join(span.text for span in spans)
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    number = rf"\s{{1,3}}(?:{known or '(?!)'})(?![\w/(]|[.-]\w|\s?\u2013\s?\d)"
    anywhere = re.compile(rf"(?:^|(?<!\w){_BEFORE})(?P<named>(?:{_ITEM}){number})", re.IGNORECASE)
    at_the_start = re.compile(rf"(?P<named>(?:{_ITEM_AT_THE_START}){number})(?=\s?[:.,;\u2013\u2014-])", re.IGNORECASE)
    found = at_the_start.match(whole) or anywhere.search(whole)
    if found is None:
        return None
    start, end = found.span("named")
    another = _ANY_ITEM.search(whole)
    if another is not None and another.start() < start:
        return None
    before = 0
    for index, span in enumerate(spans):
        after = before + len(span.text)
        if before <= start and end <= after and span.link is None:
            return index, start - before, end - before
        before = after
    return None


def _split(spans: tuple[Span, ...], index: int, start: int, end: int, target: _Target) -> Iterator[Span]:
    """Yield runs of which that at *index* leads to the *target* from *start* to *end*."""
    whole = spans[index]
    before, named, after = whole.text[:start], whole.text[start:end], whole.text[end:]
    yield from spans[:index]
    yield from (attrs.evolve(whole, text=before),) if before else ()
    yield target.led(attrs.evolve(whole, text=named))
    yield from (attrs.evolve(whole, text=after),) if after else ()
    yield from spans[index + 1 :]
