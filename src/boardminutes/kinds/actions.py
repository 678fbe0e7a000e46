"""The action log: what someone is to do, of one meeting or of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias, get_args

import attrs

from boardminutes._nearest import nearest
from boardminutes._options import true_or_false
from boardminutes.document import Document, DocumentBlock, Fact, Heading, Text, block_texts, plain
from boardminutes.kinds import _frame as frame
from boardminutes.kinds._action_order import GROUPS, SORTS, GroupKey, SortKey, day, grouped
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._outcomes import (
    OWNER,
    STATUSES,
    action_text,
    due_facts,
    origin_spans,
    owner_facts,
    restricted_facts,
    update_facts,
)
from boardminutes.kinds._places import Placed, bare, entries_of, placed, pruned
from boardminutes.kinds._registers import (
    Cell,
    Column,
    document,
    flat_table,
    item_lines,
    item_spans,
    line,
    lines,
    said,
    table,
)
from boardminutes.kinds._voice import Voice, joined
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action
from boardminutes.model.prose import Span
from boardminutes.model.values import ActionStatus
from boardminutes.wording import Message, Phrase, Wording

NAME = "actions"

_Logged: TypeAlias = Placed[Action]
_FINISHED: Final = frozenset({ActionStatus.DONE, ActionStatus.WITHDRAWN})


def _sort_key(value: SortKey | None) -> SortKey | None:
    if value is not None and value not in get_args(SortKey):
        raise ValueError(f"sort_by must be 'owner', 'due' or 'status', or None for the record's order, not {value!r}")
    return value


def _group_key(value: GroupKey | None) -> GroupKey | None:
    if value is not None and value not in get_args(GroupKey):
        raise ValueError(
            f"group_by must be 'owner', 'due', 'status' or 'meeting', or None for one table, not {value!r}"
        )
    return value


def _owner(value: str | None) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"owner must be a name or None, not {value!r}")
    return value


def _a_day(value: dt.date | None) -> dt.date | None:
    if value is not None and (not isinstance(value, dt.date) or isinstance(value, dt.datetime)):
        raise TypeError(f"overdue_on must be a datetime.date or None, not {value!r}")
    return value


def _a_status(value: ActionStatus | None) -> ActionStatus | None:
    if value is not None and not isinstance(value, ActionStatus):
        raise TypeError(f"status must be an ActionStatus or None, not {value!r}")
    return value


@attrs.frozen(kw_only=True)
class Actions:
    """What someone is to do: by whom, by when, how far it has come, and from which meeting and item it comes.

    What was left out is said: the title is that of open actions where `open_only` is true, and the owner, the day and
    the status by which the actions were chosen stand before them.

    Attributes:
        sort_by: In which order the actions stand: by the first owner, by the day when they are due, or by status; what
            has none stands last. None for the order of the record.
        group_by: By what the page is divided, each group under a heading of its own; an action of two owners stands
            under both. None for one table.
        open_only: Whether actions that are done or withdrawn are left out.
        owner: Whose actions are shown, small and capital letters alike; None for everybody's.
        overdue_on: A day on which actions are late that are shown alone: they were due before, by a day of their own
            or that of a meeting, and are neither done nor withdrawn. None for all.
        status: How far the actions have come that are shown; None for all.
    """

    sort_by: SortKey | None = attrs.field(default=None, converter=_sort_key)
    group_by: GroupKey | None = attrs.field(default=None, converter=_group_key)
    open_only: bool = attrs.field(default=False, validator=true_or_false)
    owner: str | None = attrs.field(default=None, converter=_owner)
    overdue_on: dt.date | None = attrs.field(default=None, converter=_a_day)
    status: ActionStatus | None = attrs.field(default=None, converter=_a_status)

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the action log of one or many meetings."""
        views = tuple(assigned_view(meeting, self._shows) for meeting in meetings)
        found = tuple(placed(wording, views, lambda meeting: entries_of(meeting, Action)))
        logged = found if self.sort_by is None else sorted(found, key=SORTS[self.sort_by])
        blocks = (
            *frame.facts(self._chosen(wording)),
            *(self._blocks(wording, logged, several=len(views) > 1) if logged else self._none(wording, meetings)),
        )
        name = Message("Open actions") if self.open_only else Message("Action log")
        return document(wording, NAME, name, views, blocks=blocks, table=flat_table(wording, _COLUMNS, logged))

    def _chosen(self, wording: Wording) -> Iterator[Fact]:
        """Yield by what the actions were chosen, beside that they are open."""
        voice = Voice(wording)
        yield from voice.fact(OWNER, self.owner)
        yield from voice.told("Due before", voice.when(self.overdue_on))
        yield from voice.said("Status", None if self.status is None else wording(STATUSES[self.status]))

    def _none(self, wording: Wording, meetings: tuple[Meeting, ...]) -> Iterator[Text]:
        """Yield that there are no actions, or none of those that were asked for."""
        voice = Voice(wording)
        actions = [action for one in meetings for item in one.walk() for action in item.actions]
        owners = dict.fromkeys(name for one in actions for name in _owners(one))
        if not actions:
            yield Text((voice.say("No actions are recorded."),))
        elif self.owner is None or self.owner.casefold() in map(str.casefold, owners):
            yield Text((voice.say("No actions of this sort are recorded."),))
        else:
            yield Text(voice.sentence("No actions of {owner} are recorded.", owner=(Span(self.owner),)))
            near = nearest(self.owner, owners)
            if near is not None:
                yield Text(voice.sentence("There are actions of {owner}.", owner=(Span(near),)))

    def _shows(self, action: Action) -> bool:
        owners = _owners(action)
        finished, due = action.status in _FINISHED, day(action)
        return not (
            (self.open_only and finished)
            or (self.owner is not None and self.owner.casefold() not in map(str.casefold, owners))
            or (self.overdue_on is not None and (finished or due is None or due >= self.overdue_on))
            or (self.status is not None and action.status is not self.status)
        )

    def _blocks(self, wording: Wording, logged: Sequence[_Logged], *, several: bool) -> Iterator[DocumentBlock]:
        if self.group_by is None:
            yield table(wording, _page_columns(several=several), logged, row_heads=True)
        else:
            anchors, by = Anchors(), GROUPS[self.group_by]
            columns = _page_columns(several=several and self.group_by != "meeting")
            for heading, members in grouped(logged, by):
                yield Heading(heading, anchor=anchors.take(f"{self.group_by}-{plain(heading)[:40]}"))
                told = [one for one in columns if not _says_nothing_new(one, by.label, heading, members)]
                yield table(wording, told, members, row_heads=True)


def _owners(action: Action) -> tuple[str, ...]:
    return action.owners if isinstance(action.owners, tuple) else ()


def _says_nothing_new(
    column: Column[Action], label: Phrase, heading: tuple[Span, ...], members: Sequence[_Logged]
) -> bool:
    told = {" ".join(text for block in column.cell(one) for text in block_texts(block)).casefold() for one in members}
    return column.label == label and told == {plain(heading).casefold()}


def assigned_view(meeting: Meeting, shows: Callable[[Action], bool]) -> Meeting:
    """Return of *meeting* its actions alone, under their items; only those which *shows* says yes to."""
    return attrs.evolve(
        bare(meeting), items=pruned(meeting.items, lambda item: tuple(filter(shows, item.actions)) or None)
    )


def _status(one: _Logged) -> Cell:
    status = one.entry.status
    return () if status is None else line((one.voice.say(STATUSES[status]),))


_REFERENCE: Column[Action] = Column("Reference", lambda one: line(one.voice.own(one.entry.reference)))
_TEXT: Column[Action] = Column("Action", lambda one: action_text(one.voice, one.entry))
_OWNER: Column[Action] = Column(OWNER, lambda one: said(owner_facts(one.voice, one.entry.owners)))
_DUE: Column[Action] = Column("Due", lambda one: said(due_facts(one.voice, one.entry.due)))
_STATUS: Column[Action] = Column("Status", _status)
_COLUMNS: tuple[Column[Action], ...] = (
    Column("Item", lambda one: item_lines(one.voice, one.path)),
    _REFERENCE,
    _TEXT,
    _OWNER,
    Column("To", lambda one: line(one.voice.own(one.entry.recipient))),
    _DUE,
    _STATUS,
    Column("Updates", lambda one: said(update_facts(one.voice, one.entry))),
    Column("From", lambda one: line(origin_spans(one.voice, one.entry))),
    Column("Restricted", lambda one: lines(one.voice, restricted_facts(one.voice, one.entry))),
)


def _page_columns(*, several: bool) -> tuple[Column[Action], ...]:
    """Return the columns of a page: what is told of some actions only stands below their text."""

    def told(one: _Logged) -> Cell:
        voice, action = one.voice, one.entry
        below = (
            *voice.told("Meeting", one.which if several else ()),
            *voice.told("Item", joined("; ", [item_spans(voice, item) for item in one.path])),
            *voice.fact("To", action.recipient),
            *voice.told("From", origin_spans(voice, action)),
            *update_facts(voice, action),
            *restricted_facts(voice, action),
        )
        return (*_TEXT.cell(one), *lines(one.voice, below))

    return (_REFERENCE, Column("Action", told), _OWNER, _DUE, _STATUS)
