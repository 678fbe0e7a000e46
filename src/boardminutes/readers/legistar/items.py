"""The items of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from boardminutes.model.items import Entry, Item
from boardminutes.model.prose import Block
from boardminutes.model.values import ItemMark
from boardminutes.readers.exported.ledger import Fields, Ledger
from boardminutes.readers.exported.objects import fields_of, leave, rows
from boardminutes.readers.exported.texts import taken
from boardminutes.readers.legistar import papers
from boardminutes.readers.legistar.exports import ROLL_CALLS, VOTES, Row
from boardminutes.readers.legistar.outcomes import outcome_in
from boardminutes.readers.legistar.people import People
from boardminutes.readers.legistar.reasons import left
from boardminutes.readers.moderngov.drafts import under
from boardminutes.readers.moderngov.prose import blocks

UNTITLED: Final = "…"

_ATTACHMENTS: Final = ("EventItemMatterAttachments", "Attachments")
_TITLES: Final = ("EventItemTitle", "EventItemMatterName", "EventItemMatterFile")
_YES: Final = frozenset({"1", "true"})


@attrs.define
class Items:
    """Makes the items of the rows of an export.

    Attributes:
        ledger: Where the account is written.
        votes: The votes that stand beside the items, by the id of their item.
        roll_calls: The roll calls that stand beside the items, likewise.
        people: Who was there.
        made: The items so far.
        ids: Their ids.
    """

    ledger: Ledger
    votes: dict[str, list[Row]]
    roll_calls: dict[str, list[Row]]
    people: People = attrs.field(factory=People)
    made: list[Item] = attrs.field(factory=list)
    ids: set[str] = attrs.field(factory=set)

    def take(self, path: str, row: dict[str, Any]) -> None:
        """Make the next item."""
        place = f"items[{len(self.made)}]"
        fields, more = fields_of(row, path, self.ledger)
        known_as = fields.get("EventItemId")
        title = self._title(fields, place)
        number = fields.line("EventItemAgendaNumber", f"{place}.number")
        printed = fields.get("EventItemMinutesNumber")
        minute_number = printed if printed and printed != number else None
        fields.took("EventItemMinutesNumber", f"{place}.{'minute_number' if minute_number else 'number'}")
        identifier = known_as if known_as and known_as not in self.ids else None
        if identifier:
            self.ids.add(identifier)
            fields.took("EventItemId", f"{place}.id")
        if fields.get("EventItemConsent").casefold() in _YES:
            fields.took("EventItemConsent", f"{place}.marks")
            marks: tuple[ItemMark, ...] = (ItemMark.CONSENT,)
        else:
            marks = ()
        matter = papers.matter(fields, title, place)
        attached = papers.attachments(self._nested(fields, more, _ATTACHMENTS), len(matter), place, self.ledger)
        agenda = self._prose(fields, "EventItemAgendaNote", f"{place}.agenda")
        entries: list[Entry] = list(self._prose(fields, "EventItemMinutesNote", f"{place}.minutes"))
        beside = identifier or ""  # what tells of no item belongs to none
        votes = [*self._nested(fields, more, VOTES), *(self.votes.pop(beside, []) if beside else [])]
        outcome = outcome_in(fields, votes, title, f"{place}.minutes[{len(entries)}]", self.ledger)
        entries += [] if outcome is None else [outcome]
        called = [*self._nested(fields, more, ROLL_CALLS), *(self.roll_calls.pop(beside, []) if beside else [])]
        self.people.take(called, identifier or number, self.ledger)
        if called:
            fields.left("EventItemRollCallFlag", "told by the roll call itself")
        fields.rest(left)
        for name, value in more.items():
            leave(value, f"{fields.path}{name}", self.ledger)
        self.made.append(
            Item(
                title,
                number=number,
                minute_number=minute_number,
                marks=marks,
                papers=(*matter, *attached),
                agenda=agenda,
                minutes=entries or None,
                id=identifier,
            )
        )

    def _nested(self, fields: Fields, more: dict[str, Any], names: Sequence[str]) -> Iterator[Row]:
        for name in names:
            yield from rows(more.pop(name, []), f"{fields.path}{name}", self.ledger)

    @staticmethod
    def _title(fields: Fields, place: str) -> str:
        """Return the title: the item's own, else the name of its matter or its file number."""
        name = next((name for name in _TITLES if fields.get(name)), None)
        if name is None:
            return UNTITLED
        title = fields.get(name)
        if name == _TITLES[0]:
            fields.took(name, f"{place}.title")
        return title

    def _prose(self, fields: Fields, name: str, place: str) -> tuple[Block, ...]:
        text = fields.values.pop(name, None)
        found = None if text is None else taken(self.ledger, f"{fields.path}{name}", text, place)
        drafts = [] if found is None else blocks(found[0])
        for index, draft in enumerate(drafts):
            self.ledger.consumed.extend(under(f"{place}[{index}]", draft.consumed))
        return tuple(draft.value for draft in drafts)
