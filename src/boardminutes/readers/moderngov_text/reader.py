"""The reader itself: is it such a page, and what meeting does it tell of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError
from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision
from boardminutes.model.prose import Prose
from boardminutes.readers import Consumed, Reading, Skipped
from boardminutes.readers.moderngov_text.drafts import Draft, under
from boardminutes.readers.moderngov_text.following import announces_meetings, next_meetings, previous_minutes
from boardminutes.readers.moderngov_text.fragments import Fragment, fragments
from boardminutes.readers.moderngov_text.head import Head, head, is_heading, is_labelled_fact, is_strong_heading
from boardminutes.readers.moderngov_text.items import RawItem, split_items, without_furniture
from boardminutes.readers.moderngov_text.numbers import printed
from boardminutes.readers.moderngov_text.outcomes import decisions, entries, said
from boardminutes.readers.moderngov_text.people import attendees, presenters
from boardminutes.readers.moderngov_text.prose import blocks
from boardminutes.readers.moderngov_text.source import Line, decoded, numbered_lines
from boardminutes.readers.moderngov_text.vocabulary import TABLE_HEADS, plain, section_named

NAME: Final = "moderngov-text"

_LOOKED_FOR: Final = (
    "a heading such as 'Agenda and minutes' with 'Contact:', 'Venue:', 'No. Item' or 'Minutes:' after it",
    "'No. Item' with a printed number after it",
)
_MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or Office file", b"\x89PNG": "a picture", b"<": "HTML or XML"}
_NOTHING = frozenset({"", "none", "nil", "none.", "dim", "n/a", "no decision", "there were none", "not applicable"})
_LINES_BEFORE_HEADING = 60
_LINES_LOOKED_AT = 2_000
_LONGEST_TABLE_HEAD = 20


@attrs.frozen
class ModernGovTextReader:
    """Reads the text of an 'Agenda and minutes' page of a ModernGov site, in English or Welsh.

    Every line of the page that is not blank is in the meeting verbatim but for white space, or in `consumed`, or in
    `skipped`. What it understands is described in docs/reference/moderngov-text.md.
    """

    def recognises(self, source: bytes) -> bool:
        """Tell whether *source* looks like such a page; cheap, and never raises."""
        return not _is_another_form(source) and _is_page(numbered_lines(decoded(source), _LINES_LOOKED_AT)[0])

    def read(self, source: bytes) -> Reading:
        """Return what can be understood of *source*.

        Raises:
            UnrecognisedSourceError: It is no such page; `tried` says what was looked for.
        """
        lines, unreadable = ((), ()) if _is_another_form(source) else numbered_lines(decoded(source))
        if not _is_page(lines):
            raise UnrecognisedSourceError(_what_it_is(source), reader=NAME, tried=_LOOKED_FOR)
        top, body, heads = _divided(lines)
        first = head(top)
        kept, furniture = without_furniture(body)
        prelude, raw = split_items(kept)
        preamble, more = fragments((*first.preamble, *prelude))
        made = [_item(one, index) for index, one in enumerate(raw)]
        meeting, accounted = _meeting(first, preamble, raw, [item.value for item in made])
        consumed = [*first.consumed, *accounted, *(one for item in made for one in item.consumed)]
        left_out = [*heads, *first.skipped, *furniture, *more, *(one for item in raw for one in item.skipped)]
        verbatim = {one.line: one.text for one in unreadable}
        skipped = [*unreadable, *(attrs.evolve(one, text=verbatim.get(one.line, one.text)) for one in left_out)]
        return Reading(
            meeting=meeting,
            skipped=tuple(sorted(skipped, key=lambda one: one.line)),
            consumed=tuple(sorted(consumed, key=lambda one: one.line)),
            reader=NAME,
        )


def _is_another_form(source: bytes) -> bool:
    return source.startswith(tuple(_MAGIC))


def _what_it_is(source: bytes) -> str:
    form = next((form for magic, form in _MAGIC.items() if source.startswith(magic)), None)
    what = f"is {form}" if form else "has another form" if decoded(source).strip() else "is empty"
    return f"the source is no text of a ModernGov page: it {what}; looked for {' or '.join(_LOOKED_FOR)}"


def _is_page(page: Sequence[Line]) -> bool:
    lines = [line for line in page[:_LINES_LOOKED_AT] if line.number <= _LINES_LOOKED_AT]
    headings = [at for at, line in enumerate(lines[:_LINES_BEFORE_HEADING]) if is_heading(line.text)]
    if headings:
        strong = any(is_strong_heading(lines[at].text) for at in headings)
        for line in lines[headings[0] + 1 :]:
            if _is_table_head(line.text) or is_labelled_fact(line.text):
                return True
            if strong and section_named(line.text) is not None:
                return True
    return any(
        _is_full_table_head(line.text) and printed(following.text) is not None
        for line, following in itertools.pairwise(lines)
    )


def _is_table_head(text: str) -> bool:
    return len(text) <= _LONGEST_TABLE_HEAD and plain(text) in TABLE_HEADS


def _is_full_table_head(text: str) -> bool:
    return _is_table_head(text) and " " in text


def _divided(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], list[Skipped]]:
    """Return the lines before the table of items, those in it, and its headings, which are left out."""
    at = next((at for at, line in enumerate(lines) if _is_table_head(line.text)), None)
    if at is None:
        at = next((at for at, line in enumerate(lines) if printed(line.text) is not None), len(lines))
    end = at
    while end < len(lines) and _is_table_head(lines[end].text):
        end += 1
    heads = [Skipped(line.number, line.text, "the heading of the table of items") for line in lines[at:end]]
    return lines[:at], lines[end:], heads


def _item(raw: RawItem, index: int) -> Draft[Item]:
    decided = _decided(raw)
    known = frozenset(said(str(one.text)) for one in decisions(decided))
    happened = None if raw.minutes is None else entries(raw.minutes, known)
    agenda = blocks(raw.agenda)
    minutes = None if happened is None and raw.decision is None else (*decided, *(happened or ()))
    came, planned = presenters(raw.minutes or ())
    item = Item(
        raw.title,
        number=None if raw.number is None else raw.number.text,
        section=raw.section,
        presenters=came,
        planned_presenters=planned,
        papers=raw.papers,
        unlisted_papers=raw.unlisted_papers,
        agenda=tuple(draft.value for draft in agenda),
        minutes=None if minutes is None else tuple(draft.value for draft in minutes),
    )
    consumed = [*raw.consumed, *_placed("agenda", agenda), *_placed("minutes", minutes or ())]
    return Draft(item, under(f"items[{index}]", consumed))


def _placed(name: str, drafts: Sequence[Draft[object]]) -> Iterator[Consumed]:
    for index, draft in enumerate(drafts):
        yield from under(f"{name}[{index}]", draft.consumed)


def _decided(raw: RawItem) -> tuple[Draft[Entry], ...]:
    """Return what stands under 'Decision:': its decisions with that label, or all of it as one decision."""
    if raw.decision is None:
        return ()
    made = entries(raw.decision)
    if any(True for _ in decisions(made)):
        return tuple(_under_label(draft, raw.decision_label) for draft in made)
    text = " ".join(fragment.text for fragment in raw.decision[:2])
    if not raw.decision or plain(text).rstrip(".") in _NOTHING:
        return made
    prose = blocks(raw.decision)
    consumed = [one for index, draft in enumerate(prose) for one in under(f"text.blocks[{index}]", draft.consumed)]
    return (Draft(Decision(Prose(tuple(one.value for one in prose)), label=raw.decision_label), tuple(consumed)),)


def _under_label(draft: Draft[Entry], label: str | None) -> Draft[Entry]:
    if isinstance(draft.value, Decision) and draft.value.label is None:
        return attrs.evolve(draft, value=attrs.evolve(draft.value, label=label))
    return draft


def _meeting(
    first: Head, preamble: Sequence[Fragment], raw: Sequence[RawItem], items: Sequence[Item]
) -> tuple[Meeting, list[Consumed]]:
    prose = blocks(preamble)
    parts: list[tuple[str, Sequence[Fragment]]] = [("", preamble)]
    parts += [(one.title, (*one.agenda, *(one.decision or ()), *(one.minutes or ()))) for one in raw]
    coming = [
        fragment for one in raw if announces_meetings(one.title) for fragment in (*one.agenda, *(one.minutes or ()))
    ]
    meeting = Meeting(
        body=first.body,
        label=first.label,
        start=first.start,
        venue=first.venue,
        status=first.status,
        minutes_status=first.minutes_status,
        contact=first.contact,
        language=first.language,
        attendees=attendees(parts),
        preamble=tuple(draft.value for draft in prose),
        items=items,
        next_meetings=next_meetings(coming, first.start),
        previous_minutes=previous_minutes((one for item in items for one in item.decisions), first.start),
    )
    return meeting, list(_placed("preamble", prose))
