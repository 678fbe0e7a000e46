"""From the lines of a page to its meeting, with the account of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from boardminutes.model.items import Entry, Item
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Decision
from boardminutes.model.prose import Prose
from boardminutes.readers import Confidence, Consumed, Skipped
from boardminutes.readers.moderngov.drafts import Draft, under
from boardminutes.readers.moderngov.following import announces_meetings, next_meetings, previous_minutes
from boardminutes.readers.moderngov.fragments import Fragment, fragments
from boardminutes.readers.moderngov.head import Head, head
from boardminutes.readers.moderngov.items import FoundItems, RawItem, split_items, without_furniture
from boardminutes.readers.moderngov.lines import LEFT_OUT, Line, left_out
from boardminutes.readers.moderngov.outcomes import decisions, entries, said
from boardminutes.readers.moderngov.people import attendees, presenters
from boardminutes.readers.moderngov.prose import blocks
from boardminutes.readers.moderngov.recognition import divided
from boardminutes.readers.moderngov.vocabulary import plain

_NOTHING = frozenset({"", "none", "nil", "none.", "dim", "n/a", "no decision", "there were none", "not applicable"})


@attrs.frozen
class Understood:
    """What the lines of a page say.

    Attributes:
        meeting: The meeting.
        skipped: The lines that are left out, in order.
        consumed: The lines that became something else, in order.
        confidence: How sure the items are.
    """

    meeting: Meeting
    skipped: tuple[Skipped, ...]
    consumed: tuple[Consumed, ...]
    confidence: Confidence


def understood(lines: Sequence[Line], unreadable: Sequence[Skipped]) -> Understood:
    """Return what *lines* say.

    Args:
        lines: The lines of the page.
        unreadable: What they could not keep, with the lines verbatim.
    """
    shown = [line for line in lines if line.role not in LEFT_OUT]
    top, body, heads = divided(shown)
    first = head(top)
    kept, furniture = without_furniture(body)
    found = split_items(kept)
    if _tells_only_minutes(first, found):
        found = attrs.evolve(
            found, items=tuple(attrs.evolve(one, agenda=(), minutes=one.agenda) for one in found.items)
        )
    preamble, more = fragments((*first.preamble, *found.before))
    made = [item_of(one, index) for index, one in enumerate(found.items)]
    meeting, accounted = meeting_of(first, preamble, found.items, [item.value for item in made])
    consumed = [*first.consumed, *accounted, *(one for item in made for one in item.consumed)]
    gone = [one for line in lines if line.role in LEFT_OUT for one in left_out(line)]
    gone += [*heads, *first.skipped, *furniture, *more, *(one for item in found.items for one in item.skipped)]
    verbatim = {one.line: one.text for one in unreadable}
    skipped = [*unreadable, *(attrs.evolve(one, text=verbatim.get(one.line, one.text)) for one in gone)]
    return Understood(
        meeting,
        tuple(sorted(skipped, key=lambda one: one.line)),
        tuple(sorted(consumed, key=lambda one: one.line)),
        found.confidence,
    )


def _tells_only_minutes(first: Head, found: FoundItems) -> bool:
    """Tell whether the text under titles is what happened: the page calls itself minutes, and has no labels at all."""
    unlabelled = all(one.minutes is None and one.decision is None for one in found.items)
    return found.confidence is Confidence.LOW and unlabelled and first.tells_minutes


def item_of(raw: RawItem, index: int) -> Draft[Item]:
    """Return what *raw* says as the item with that *index*; paths are as seen from the meeting."""
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


def meeting_of(
    first: Head, preamble: Sequence[Fragment], raw: Sequence[RawItem], items: Sequence[Item]
) -> tuple[Meeting, list[Consumed]]:
    """Return the meeting with its *items*, and the lines of the preamble that became something.

    Args:
        first: What the head says.
        preamble: What stands before the first item.
        raw: The items as they stand on the page; people and meetings to come are found in them.
        items: The items that they became.
    """
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
