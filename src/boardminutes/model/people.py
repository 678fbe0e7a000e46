"""The people of a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import Refused, checked, refuse
from boardminutes.model.values import Category, Office, Presence


@attrs.frozen(kw_only=True, field_transformer=checked)
class Contact:
    """Whom to ask about the meeting.

    Attributes:
        name: The person or office.
        role: What the person does.
        email: The e-mail address, without `mailto:`.
        phone: The telephone number as printed.
    """

    name: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line), kw_only=False)
    role: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    email: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    phone: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse an e-mail address that holds blanks or no `@`."""
        if self.email is not None and ("@" not in self.email or any(sign.isspace() for sign in self.email)):
            raise refuse("email", f"must be an address such as 'office@example.org', got {check.shown(self.email)}")


def _presence(value: Presence) -> Presence:
    return check.member(value, Presence)


def _category(value: Category) -> Category:
    return check.member(value, Category)


def _office(value: Office) -> Office:
    return check.member(value, Office)


def _time_or_item(value: dt.time | str) -> dt.time | str:
    if isinstance(value, dt.time):
        return check.time(value)
    if isinstance(value, str):
        return check.line(value)
    message = f"must be a datetime.time or the number of an item, not {check.shown(value)}"
    raise Refused(message)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ItemAttendance:
    """How someone took part in one item, where it differs from the meeting as a whole.

    Attributes:
        item: The id or printed number of the item.
        presence: Whether and how the person was there; None for not known.
        role: What the person was in this item.
        voting: Whether the person could vote; None for not known.
    """

    item: str = attrs.field(converter=check.line, kw_only=False)
    presence: Presence | None = attrs.field(default=None, converter=attrs.converters.optional(_presence))
    role: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    voting: bool | None = attrs.field(default=None, converter=attrs.converters.optional(check.flag))


def _item_attendances(value: Iterable[ItemAttendance]) -> tuple[ItemAttendance, ...]:
    return check.instances(value, ItemAttendance)


def person(value: str | Attendee) -> str:
    """Take a name, or an attendee for its name."""
    return value.name if isinstance(value, Attendee) else check.line(value)


def persons(value: Iterable[str | Attendee]) -> tuple[str, ...]:
    """Take names, or attendees for their names."""
    return check.each(value, person, "names")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Attendee:
    """Someone expected at the meeting, come or not.

    Attributes:
        name: The name as printed, with rank or title.
        role: What the person does or is in the meeting, such as 'Chair' or 'Head of Planning'.
        organisation: For whom the person works.
        presence: Whether and how the person was there; None for not known.
        planned: The presence that was announced before the meeting; None for not known.
        category: In what capacity the person is there.
        office: Chair or vice-chair of this meeting.
        party: The political group.
        ward: The ward or division that elected the person.
        representing: The body that the person represents here.
        voting: Whether the person may vote; None for not known.
        arrived: When the person came, as a time, or as the number of the item during which it was.
        left: When the person went, as a time, or as the number of the item during which it was.
        substitute_for: The name of the person in whose place this one came.
        proxy_for: The names of the people for whom this one may vote.
        items: The ids or printed numbers of the items for which the person was there; empty for the whole meeting.
        per_item: What differs for single items.
        id: A stable identifier; needed where two attendees bear one name.
    """

    name: str = attrs.field(converter=check.line, kw_only=False)
    role: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    organisation: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    presence: Presence | None = attrs.field(default=None, converter=attrs.converters.optional(_presence))
    planned: Presence | None = attrs.field(default=None, converter=attrs.converters.optional(_presence))
    category: Category | None = attrs.field(default=None, converter=attrs.converters.optional(_category))
    office: Office | None = attrs.field(default=None, converter=attrs.converters.optional(_office))
    party: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    ward: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    representing: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    voting: bool | None = attrs.field(default=None, converter=attrs.converters.optional(check.flag))
    arrived: dt.time | str | None = attrs.field(default=None, converter=attrs.converters.optional(_time_or_item))
    left: dt.time | str | None = attrs.field(default=None, converter=attrs.converters.optional(_time_or_item))
    substitute_for: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    proxy_for: tuple[str, ...] = attrs.field(default=(), converter=persons)
    items: tuple[str, ...] = attrs.field(default=(), converter=check.lines)
    per_item: tuple[ItemAttendance, ...] = attrs.field(default=(), converter=_item_attendances)
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse someone who left before arriving, or who stands in for themself."""
        if isinstance(self.arrived, dt.time) and isinstance(self.left, dt.time) and self.left < self.arrived:
            raise refuse("left", f"must not be before arrived, got {self.left} after {self.arrived}")
        if self.substitute_for == self.name:
            raise refuse("substitute_for", f"must be someone else, got {check.shown(self.name)}")
