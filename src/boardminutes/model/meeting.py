"""The meeting: the outermost object of the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Protocol

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import checked, refuse
from boardminutes.model.correction import Correction, corrections
from boardminutes.model.items import Item
from boardminutes.model.outcomes import Action, Decision, Declaration
from boardminutes.model.people import Attendee, Contact, person
from boardminutes.model.prose import Block, BlocksLike, ProseLike, blocks
from boardminutes.model.values import MeetingMode, MeetingStatus, MinutesStatus, Moment, ToBeConfirmed, When


@attrs.frozen(kw_only=True, field_transformer=checked)
class NextMeeting:
    """A meeting to come.

    Attributes:
        start: When it begins: a datetime, a date, to be confirmed; None for not known.
        end: When it ends, likewise.
        venue: Where it is; to be confirmed; None for not known.
        body: Who meets, where it is another body.
    """

    start: When = attrs.field(default=None, converter=check.when, kw_only=False)
    end: When = attrs.field(default=None, converter=check.when)
    venue: str | ToBeConfirmed | None = attrs.field(default=None, converter=check.venue)
    body: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        if check.ends_before(self.start, self.end):
            raise refuse("end", f"must not be before start, got {self.end} after {self.start}")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Adjournment:
    """A break after which the meeting went on, perhaps on another day.

    Attributes:
        start: When it began; None for not known.
        end: When the meeting went on; None for not known.
        reason: Why.
    """

    start: When = attrs.field(default=None, converter=check.when, kw_only=False)
    end: When = attrs.field(default=None, converter=check.when)
    reason: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.visible))

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        if check.ends_before(self.start, self.end):
            raise refuse("end", f"must not be before start, got {self.end} after {self.start}")


def _minutes_status(value: MinutesStatus) -> MinutesStatus:
    return check.member(value, MinutesStatus)


def _corrections(value: Iterable[ProseLike | Correction]) -> tuple[Correction, ...]:
    return corrections(value)


@attrs.frozen(kw_only=True, field_transformer=checked)
class PreviousMinutes:
    """Minutes of an earlier meeting that came up for approval at this one.

    Attributes:
        date: The day of that meeting; None for not known.
        status: What they are now: agreed, agreed as amended, signed; None for not known.
        corrections: What was corrected, in order; text makes a correction that names no item.
        url: Where those minutes are published.
        meeting_id: The id of that meeting, where its record has one.
    """

    date: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(check.date), kw_only=False)
    status: MinutesStatus | None = attrs.field(default=None, converter=attrs.converters.optional(_minutes_status))
    corrections: tuple[Correction, ...] = attrs.field(default=(), converter=_corrections)
    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    meeting_id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def are_of(self, meeting: Meeting) -> bool:
        """Tell whether they are the minutes of *meeting*: by its id where both say one, else by its day."""
        if self.meeting_id is not None and meeting.id is not None:
            return self.meeting_id == meeting.id
        return self.date is not None and self.date == (check.day_of(meeting.start) or check.day_of(meeting.opened))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Signature:
    """A place where the minutes are signed.

    Attributes:
        name: Who signs or signed; None for a blank line.
        role: The office of the person.
        date: The day of signing; None where it is not signed yet.
    """

    name: str | None = attrs.field(default=None, converter=attrs.converters.optional(person), kw_only=False)
    role: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    date: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(check.date))


class _Printer(Protocol):
    """What IPython prints with."""

    def text(self, obj: str, /) -> None:
        """Print a text."""
        ...


def _status(value: MeetingStatus) -> MeetingStatus:
    return check.member(value, MeetingStatus)


def _mode(value: MeetingMode) -> MeetingMode:
    return check.member(value, MeetingMode)


def _contact(value: Contact) -> Contact:
    return check.instance(value, Contact)


def _attendees(value: Iterable[str | Attendee]) -> tuple[Attendee, ...]:
    return check.each(
        value,
        lambda one: Attendee(check.line(one)) if isinstance(one, str) else check.instance(one, Attendee),
        "attendees",
    )


def _declarations(value: Iterable[Declaration]) -> tuple[Declaration, ...]:
    return check.instances(value, Declaration)


def _items(value: Iterable[Item]) -> tuple[Item, ...]:
    return check.instances(value, Item)


def _previous(value: Iterable[PreviousMinutes]) -> tuple[PreviousMinutes, ...]:
    return check.instances(value, PreviousMinutes)


def _next(value: Iterable[NextMeeting]) -> tuple[NextMeeting, ...]:
    return check.instances(value, NextMeeting)


def _adjournments(value: Iterable[Adjournment]) -> tuple[Adjournment, ...]:
    return check.instances(value, Adjournment)


def _signatures(value: Iterable[Signature]) -> tuple[Signature, ...]:
    return check.instances(value, Signature)


def _blocks(value: BlocksLike) -> tuple[Block, ...]:
    return blocks(value)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Meeting:
    """A meeting and its record: who, when, what was settled.

    Attributes:
        body: The board, committee or partnership that met; None for not known.
        title: The title of this meeting, where it has one besides the body's name.
        label: The heading under which the record was published, verbatim, such as 'Agenda and draft minutes'.
        number: The number of the meeting in its year, verbatim; text.
        year: The year of the body's calendar, verbatim, such as '2025/26'.
        start: When it was to begin: a datetime, a date, to be confirmed; None for not known.
        end: When it was to end, likewise.
        opened: When it really began.
        closed: When it really ended.
        timezone: The name of the time zone of all times, such as `Europe/London`.
        adjournments: Breaks after which the meeting went on, in order.
        venue: Where it met; to be confirmed; None for not known.
        mode: In person, remote or both.
        join_url: Where to join or watch it.
        status: What became of the meeting.
        minutes_status: How far the minutes have come.
        corrections: What was corrected in these minutes before they were agreed, in order; text makes a correction
            that names no item.
        quorum: How many voting members are needed.
        chair: The name of the person who chaired.
        contact: Whom to ask.
        attendees: Everybody expected, come or not; None for not known, empty for nobody; a str is a name.
        declarations: Interests declared outside any item; None for not known, empty for none declared.
        previous_minutes: Minutes of earlier meetings that came up for approval.
        preamble: What stands before the first item, blocks in order; text makes paragraphs.
        items: The items in order.
        closing: What stands after the last item, blocks in order; text makes paragraphs.
        next_meetings: Meetings to come.
        signatures: Where the minutes are signed.
        language: The language in which the record is written, such as `en-GB` (BCP 47); None for not known.
        url: Where the record is published.
        id: A stable identifier.
    """

    body: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    title: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    label: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    number: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    year: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    start: When = attrs.field(default=None, converter=check.when)
    end: When = attrs.field(default=None, converter=check.when)
    opened: Moment | None = attrs.field(default=None, converter=attrs.converters.optional(check.moment))
    closed: Moment | None = attrs.field(default=None, converter=attrs.converters.optional(check.moment))
    timezone: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.zone))
    adjournments: tuple[Adjournment, ...] = attrs.field(default=(), converter=_adjournments)
    venue: str | ToBeConfirmed | None = attrs.field(default=None, converter=check.venue)
    mode: MeetingMode | None = attrs.field(default=None, converter=attrs.converters.optional(_mode))
    join_url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    status: MeetingStatus | None = attrs.field(default=None, converter=attrs.converters.optional(_status))
    minutes_status: MinutesStatus | None = attrs.field(
        default=None, converter=attrs.converters.optional(_minutes_status)
    )
    corrections: tuple[Correction, ...] = attrs.field(default=(), converter=_corrections)
    quorum: int | None = attrs.field(default=None, converter=attrs.converters.optional(check.count))
    chair: str | None = attrs.field(default=None, converter=attrs.converters.optional(person))
    contact: Contact | None = attrs.field(default=None, converter=attrs.converters.optional(_contact))
    attendees: tuple[Attendee, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(_attendees))
    declarations: tuple[Declaration, ...] | None = attrs.field(
        default=None, converter=attrs.converters.optional(_declarations)
    )
    previous_minutes: tuple[PreviousMinutes, ...] = attrs.field(default=(), converter=_previous)
    preamble: tuple[Block, ...] = attrs.field(default=(), converter=_blocks)
    items: tuple[Item, ...] = attrs.field(default=(), converter=_items)
    closing: tuple[Block, ...] = attrs.field(default=(), converter=_blocks)
    next_meetings: tuple[NextMeeting, ...] = attrs.field(default=(), converter=_next)
    signatures: tuple[Signature, ...] = attrs.field(default=(), converter=_signatures)
    language: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.language))
    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse ends before starts, zones on some times only, and people or items that cannot be told apart."""
        for first, last in (("start", "end"), ("opened", "closed")):
            start, end = getattr(self, first), getattr(self, last)
            if check.ends_before(start, end):
                raise refuse(last, f"must not be before {first}, got {end} after {start}")
        self._refuse_mixed_zones()
        self._refuse_twins()

    def _refuse_mixed_zones(self) -> None:
        aware: dict[bool, str] = {}
        for path, value in self._times():
            if isinstance(value, dt.datetime):
                has_zone = value.tzinfo is not None
                aware.setdefault(has_zone, path)
                if len(aware) > 1:
                    raise refuse(
                        path, f"must have a time zone like all times of the meeting, or none; see {aware[not has_zone]}"
                    )

    def _times(self) -> Iterator[tuple[str, When]]:
        for name in ("start", "end", "opened", "closed"):
            yield name, getattr(self, name)
        for index, adjournment in enumerate(self.adjournments):
            yield f"adjournments[{index}].start", adjournment.start
            yield f"adjournments[{index}].end", adjournment.end
        for index, following in enumerate(self.next_meetings):
            yield f"next_meetings[{index}].start", following.start
            yield f"next_meetings[{index}].end", following.end

    def _refuse_twins(self) -> None:
        names: dict[str, bool] = {}
        for index, attendee in enumerate(self.attendees or ()):
            has_id = attendee.id is not None
            if attendee.name in names and not (has_id and names[attendee.name]):
                raise refuse(
                    f"attendees[{index}].id",
                    f"must be given for both attendees of the name {check.shown(attendee.name)}",
                )
            names[attendee.name] = has_id
        seen: set[str] = set()
        for path, name in self._ids():
            if name in seen:
                raise refuse(path, f"must be given once only, got {check.shown(name)} again")
            seen.add(name)

    def _ids(self) -> Iterator[tuple[str, str]]:
        for index, attendee in enumerate(self.attendees or ()):
            if attendee.id is not None:
                yield f"attendees[{index}].id", f"attendee {attendee.id}"
        for item in self.walk():
            if item.id is not None:
                yield "items", f"item {item.id}"

    def walk(self) -> Iterator[Item]:
        """Yield every item in order, each before its sub-items."""
        for item in self.items:
            yield from item.walk()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Everything that the meeting settled, in order."""
        return tuple(decision for item in self.walk() for decision in item.decisions)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Everything that is to be done, in order."""
        return tuple(action for item in self.walk() for action in item.actions)

    @property
    def all_declarations(self) -> tuple[Declaration, ...]:
        """Every interest declared: outside items first, then in the order of the items."""
        return (*(self.declarations or ()), *(one for item in self.walk() for one in item.declarations))

    def item(self, reference: str) -> Item | None:
        """Return the first item that bears *reference* as id or printed number (a full stop aside), or None."""
        return next((item for item in self.walk() if item.is_called(reference)), None)

    def corrected_by(self, correction: Correction) -> tuple[Item, ...]:
        """Return the items that *correction* to the minutes of this meeting may mean; none where it names none."""
        named = correction.item
        return () if named is None else tuple(item for item in self.walk() if item.is_called(named))

    def _repr_html_(self) -> str:
        """Return the public minutes, as notebooks show them."""
        from boardminutes._notebook import notebook_html  # noqa: PLC0415 - the model knows no formats until one is shown

        return notebook_html(self)

    def _repr_pretty_(self, printer: _Printer, _is_cycle: bool) -> None:  # noqa: FBT001 - as IPython calls it
        """Print in a line what anybody may read: notebooks keep a text beside the minutes, and `repr` tells all."""
        told = (self.body, check.day_of(self.start), f"items: {len(self.items)}")
        printer.text(f"<Meeting: {', '.join(str(one) for one in told if one is not None)}>")
