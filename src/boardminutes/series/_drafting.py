"""What an agenda says of the meetings before it: minutes to approve, actions that are open, meetings to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

import attrs

from boardminutes._block_texts import block_texts
from boardminutes.blocks import Fact
from boardminutes.kinds._outcomes import due_facts, owner_facts
from boardminutes.kinds._voice import Voice
from boardminutes.model.items import Item
from boardminutes.model.meeting import NextMeeting
from boardminutes.model.prose import Block, List, ListItem, Paragraph, Restricted, Restriction, Span, Subheading
from boardminutes.model.values import TBC
from boardminutes.series._standing import Slot, Standing
from boardminutes.series.tracking import TrackedAction
from boardminutes.spans import plain
from boardminutes.wording import Message, Wording

_NEXT_MEETING: Final = Message("Next meeting", plural="Next meetings")


@attrs.frozen(eq=False)
class Draft:
    """What is known for the draft of an agenda.

    Attributes:
        words: The words in which it is drafted.
        language: The language of the words where the record is in another; None where it is in the same.
        day: The day of the meeting; None for not known.
        to_approve: The days of the meetings whose minutes are to be approved, in order.
        actions: The actions that are open.
        to_come: The meetings after this one.
    """

    words: Wording
    language: str | None
    day: dt.date | None
    to_approve: tuple[dt.date, ...]
    actions: tuple[TrackedAction, ...]
    to_come: tuple[NextMeeting, ...]

    def items(self, standing: Sequence[Standing]) -> Iterator[tuple[Item, Standing | None]]:
        """Yield the items of the agenda in order, each with how it stood before; None for what is new.

        Minutes and matters arising have their place after the items with which a meeting begins, the next meetings at
        the end, unless they stood elsewhere.
        """
        known = {slot for one in standing for slot in one.slots}
        opening = 0
        while opening < len(standing) and standing[opening].opens:
            opening += 1
        minutes = next((index + 1 for index, one in enumerate(standing) if Slot.MINUTES in one.slots), opening)
        new_at = {Slot.MINUTES: opening, Slot.MATTERS: minutes, Slot.NEXT: len(standing)}
        new = {slot: self._new(slot) for slot in Slot if slot not in known}
        for place in range(len(standing) + 1):
            yield from ((item, None) for slot, item in new.items() if item is not None and new_at[slot] == place)
            if place < len(standing):
                yield self._again(standing[place]), standing[place]

    def _new(self, slot: Slot) -> Item | None:
        told = self._told(slot)
        return Item(self._title(slot), agenda=() if self._title_says_all(slot) else told) if told else None

    def _again(self, standing: Standing) -> Item:
        item = standing.drafted()
        slots = [slot for slot in Slot if slot in standing.slots]
        titled = slots[:1] if any(sign.isdigit() for sign in item.title) else []  # it names a day that is over
        told = [
            block for slot in slots if not (slot in titled and self._title_says_all(slot)) for block in self._told(slot)
        ]
        title = self._title(titled[0]) if titled else item.title
        return attrs.evolve(item, title=title, agenda=(*item.agenda, *told))

    def _title(self, slot: Slot) -> str:
        match slot:
            case Slot.MINUTES:
                return (
                    self._minutes_of(self.to_approve[0])
                    if len(self.to_approve) == 1
                    else self.words("Previous minutes")
                )
            case Slot.MATTERS:
                return self.words("Matters arising")
            case Slot.NEXT:
                return self.words(_NEXT_MEETING, len(self.to_come))
            case _:
                assert_never(slot)

    def _title_says_all(self, slot: Slot) -> bool:
        return slot is Slot.MINUTES and len(self.to_approve) == 1

    def _minutes_of(self, day: dt.date) -> str:
        return self.words("Minutes of {date}").format(date=self.words.date(day))

    def _told(self, slot: Slot) -> tuple[Block, ...]:
        match slot:
            case Slot.MINUTES:
                return self._points(map(self._minutes_of, self.to_approve))
            case Slot.MATTERS:
                return tuple(self._matters())
            case Slot.NEXT:
                return self._points(map(self._meeting, self.to_come))
            case _:
                assert_never(slot)

    def _said(self, text: str) -> Paragraph:
        return Paragraph([Span(text, language=self.language)])

    def _points(self, texts: Iterable[str]) -> tuple[Block, ...]:
        points = [self._said(text) for text in texts]
        return (List(points),) if points else ()

    def _meeting(self, one: NextMeeting) -> str:
        venue = self.words("to be confirmed") if one.venue is TBC else one.venue
        known = (self.words.when(one.start), one.body, venue)
        return ", ".join(str(part) for part in known if part is not None)

    def _matters(self) -> Iterator[Block]:
        due = [one for one in self.actions if self._is_due(one)]
        others = [one for one in self.actions if not self._is_due(one)]
        for heading, actions in ((self.words("Actions due"), due), (self.words("Other open actions"), others)):
            if actions:
                if due:
                    yield Subheading([Span(heading, language=self.language)])
                yield List([self._point(one) for one in actions])

    def _is_due(self, one: TrackedAction) -> bool:
        return self.day is not None and one.due_day is not None and one.due_day <= self.day

    def _point(self, one: TrackedAction) -> ListItem:
        """Return an action as a point of a list; restricted whole where the public may not see any record of it."""
        voice = Voice(self.words)
        facts = (
            *voice.fact("Reference", one.reference),
            *owner_facts(voice, one.owners),
            *due_facts(voice, one.due),
            *voice.told("From", voice.when(one.first_seen)),
        )
        said = self._said("; ".join(_line(voice, fact) for fact in facts))
        blocks: tuple[Block, ...] = (*one.action.text.blocks, said)
        return ListItem([Restricted(blocks, restriction=_ground(one))] if one.hidden else blocks)


def _line(voice: Voice, fact: Fact) -> str:
    told = "; ".join(text for block in fact.blocks for text in block_texts(block))
    return plain(voice.labelled((Span(fact.label),), (Span(told),)))


def _ground(one: TrackedAction) -> Restriction:
    """Return why the public may not see an action, as the last record that says it does."""
    known = [held for seen in one.appearances for held in (seen.item.restriction, seen.action.restriction) if held]
    return attrs.evolve(known[-1], resolution=None) if known else Restriction()
