"""Roll calls: who was there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from boardminutes.model.people import Attendee, ItemAttendance
from boardminutes.model.values import Presence
from boardminutes.readers.exported.ledger import UNUSUAL, Fields, Ledger
from boardminutes.readers.exported.objects import fields_of, leave
from boardminutes.readers.legistar.exports import Row
from boardminutes.readers.legistar.reasons import left

_PRESENCES: Final = {
    **dict.fromkeys(("present", "here", "in attendance", "present in person"), Presence.PRESENT),
    **dict.fromkeys(
        ("remote", "present remotely", "virtual", "attended remotely", "present via phone"), Presence.REMOTE
    ),
    **dict.fromkeys(("excused", "absent excused", "excused absence"), Presence.APOLOGIES),
    **dict.fromkeys(("absent", "not present", "unexcused", "absent unexcused"), Presence.ABSENT),
}


@attrs.define
class _Person:
    name: str
    identifier: str | None
    presence: Presence | None
    per_item: list[ItemAttendance] = attrs.field(factory=list)


@attrs.define
class People:
    """The people of the meeting, in the order in which roll calls name them."""

    _made: list[_Person] = attrs.field(factory=list)
    _named: dict[str, int] = attrs.field(factory=dict)
    _known: dict[tuple[str, str | None], int] = attrs.field(factory=dict)
    _ids: set[str | None] = attrs.field(factory=set)

    @property
    def attendees(self) -> tuple[Attendee, ...] | None:
        """Everybody; None where no roll call was taken."""
        everybody = (
            Attendee(one.name, presence=one.presence, per_item=one.per_item, id=one.identifier) for one in self._made
        )
        return tuple(everybody) or None

    def take(self, rows: Iterable[Row], item: str | None, ledger: Ledger) -> None:
        """Take the rows of a roll call.

        Args:
            rows: The rows.
            item: The id or number of the item at which it was called; None for not known.
            ledger: Where the account is written.
        """
        for path, row in rows:
            fields, more = fields_of(row, path, ledger)
            self._take(fields, item)
            fields.rest(left)
            for name, value in more.items():
                leave(value, f"{fields.path}{name}", ledger)

    def _take(self, fields: Fields, item: str | None) -> None:
        name, identifier = fields.get("RollCallPersonName"), fields.get("RollCallPersonId") or None
        presence = _PRESENCES.get(fields.get("RollCallValueName").casefold().replace("/", " "))
        if not name:
            fields.rest(lambda *_: "somebody without a name")
            return
        same = self._named.get(name)
        at = self._known.get((name, identifier))
        if (
            at is None
            and same is not None
            and (identifier is None or identifier in self._ids or self._made[same].identifier is None)
        ):
            at = same  # nothing tells the two apart
        if at is None:
            self._new(fields, name, identifier, presence)
        else:
            self._again(fields, at, presence, item)
        fields.left("RollCallValueName", UNUSUAL)

    def _new(self, fields: Fields, name: str, identifier: str | None, presence: Presence | None) -> None:
        at = len(self._made)
        place = f"attendees[{at}]"
        identifier = None if identifier in self._ids else identifier
        fields.took("RollCallPersonName", f"{place}.name")
        if identifier is not None:
            fields.took("RollCallPersonId", f"{place}.id")
            self._ids.add(identifier)
        if presence is not None:
            fields.took("RollCallValueName", f"{place}.presence")
        self._made.append(_Person(name, identifier, presence))
        self._named.setdefault(name, at)
        self._known[name, identifier] = at

    def _again(self, fields: Fields, at: int, presence: Presence | None, item: str | None) -> None:
        """Take somebody whom an earlier roll call named: what differs now belongs to the item of this one."""
        one, place = self._made[at], f"attendees[{at}]"
        fields.took("RollCallPersonName", f"{place}.name")
        if presence is None:
            return
        if presence is one.presence:
            fields.took("RollCallValueName", f"{place}.presence")
        elif item is None:
            fields.left("RollCallValueName", "differs from an earlier roll call, at an item without number or id")
        else:
            fields.took("RollCallValueName", f"{place}.per_item[{len(one.per_item)}].presence")
            one.per_item.append(ItemAttendance(item, presence=presence))
