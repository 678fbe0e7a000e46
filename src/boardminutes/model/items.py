"""The items of an agenda, their papers, and what came of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

import attrs

from boardminutes.model import _checks as check
from boardminutes.model._checks import checked, refuse, shown
from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.people import persons
from boardminutes.model.prose import (
    Block,
    BlocksLike,
    List,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Subheading,
    Table,
    blocks,
    flattened,
    restriction,
)
from boardminutes.model.values import ItemMark, PaperKind

Entry: TypeAlias = Block | Decision | Action | Motion | Declaration
"""One element of `Item.minutes`."""

EntriesLike: TypeAlias = "str | Prose | Entry | Iterable[str | Prose | Entry]"

_ENTRIES = (Paragraph, List, Quote, Table, Subheading, Restricted, Decision, Action, Motion, Declaration)


def _entries(value: EntriesLike) -> tuple[Entry, ...]:
    return cast("tuple[Entry, ...]", tuple(flattened(value, _ENTRIES)))


def _agenda(value: BlocksLike) -> tuple[Block, ...]:
    return blocks(value)


def _paper_kind(value: PaperKind) -> PaperKind:
    return check.member(value, PaperKind)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Paper:
    """A document before the meeting.

    Attributes:
        title: What the paper is called; None where only its presence is known.
        kind: What it is to the item; None for not known.
        media_type: Its media type, such as `application/pdf`.
        size: Its size as printed, such as '118 KB'.
        url: Where it can be had.
        pages: Its pages in the pack, as printed, such as '5 - 12'.
        reference: Its printed number or letter, such as 'Appendix A'.
        to_follow: Whether it was not there yet when the agenda went out.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
    """

    title: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line), kw_only=False)
    kind: PaperKind | None = attrs.field(default=None, converter=attrs.converters.optional(_paper_kind))
    media_type: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    size: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    url: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.link))
    pages: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    reference: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    to_follow: bool = attrs.field(default=False, converter=check.flag)
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))


def _papers(value: Iterable[str | Paper]) -> tuple[Paper, ...]:
    return check.each(
        value, lambda one: Paper(check.line(one)) if isinstance(one, str) else check.instance(one, Paper), "papers"
    )


def _marks(value: Iterable[ItemMark]) -> tuple[ItemMark, ...]:
    return check.each(value, lambda mark: check.member(mark, ItemMark), "ItemMark members")


def _sub_items(value: Iterable[Item]) -> tuple[Item, ...]:
    return check.instances(value, Item)


def reference_name(reference: str) -> str:
    """Return the id or printed number that *reference* means: without blanks around it or a full stop at its end."""
    return reference.strip().rstrip(".")


def restricted_names(items: Iterable[Item]) -> frozenset[str]:
    """Return what restricted items, and those that stand under them, are called; open ones may be called so too."""
    inside = (one for item in items for one in (item.walk() if item.restriction is not None else ()))
    below = (restricted_names(item.items) for item in items if item.restriction is None)
    return frozenset().union(*(one.names() for one in inside), *below)


def open_names(items: Iterable[Item]) -> frozenset[str] | None:
    """Return what only items that are not restricted are called; None where none is restricted."""
    names: set[str] = set()
    restricts = False
    waiting = list(items)
    restricted = restricted_names(waiting)
    while waiting:
        item = waiting.pop()
        if item.restriction is None:
            names.update(item.names())
            waiting.extend(item.items)
        else:
            restricts = True
    return frozenset(names - restricted) if restricts else None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Item:
    """One point of the agenda and what came of it.

    Attributes:
        title: The title as printed.
        number: The printed number on the agenda, verbatim, such as '7.', '77/21' or '3a'; text.
        minute_number: The printed number in the minutes, where it differs from the agenda's.
        section: The heading of the part of the agenda that begins with this item, such as 'Part II'.
        presenters: Who presented it; None for not known, empty for nobody.
        planned_presenters: Who was to present it; None for not known, empty for nobody.
        time: The time of day at which it was planned.
        taken_at: The time of day at which it was taken.
        minutes_planned: How long it was planned to take, in minutes.
        marks: How it was treated: urgent, late, withdrawn, deferred …
        urgency: Why it could not wait; goes with the mark URGENT.
        referred_to: The body to which it was referred; goes with the mark REFERRED.
        papers: The papers before the meeting, in order; a str is a title.
        unlisted_papers: Whether there are more papers than are listed.
        agenda: The planned text, blocks in order; text makes paragraphs.
        minutes: What happened, entries in the order in which they happened: prose, decisions, actions, motions,
            declarations; text makes paragraphs; None where no minutes are known.
        items: The sub-items in order.
        restriction: Why the public may not see it; a str is the ground; None where the public may.
        public_title: The title that everybody may see; needed where the item is restricted.
        id: A stable identifier.
    """

    title: str = attrs.field(converter=check.line, kw_only=False)
    number: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    minute_number: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    section: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    presenters: tuple[str, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(persons))
    planned_presenters: tuple[str, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(persons))
    time: dt.time | None = attrs.field(default=None, converter=attrs.converters.optional(check.time))
    taken_at: dt.time | None = attrs.field(default=None, converter=attrs.converters.optional(check.time))
    minutes_planned: int | None = attrs.field(default=None, converter=attrs.converters.optional(check.count))
    marks: tuple[ItemMark, ...] = attrs.field(default=(), converter=_marks)
    urgency: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.visible))
    referred_to: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    papers: tuple[Paper, ...] = attrs.field(default=(), converter=_papers)
    unlisted_papers: bool = attrs.field(default=False, converter=check.flag)
    agenda: tuple[Block, ...] = attrs.field(default=(), converter=_agenda)
    minutes: tuple[Entry, ...] | None = attrs.field(default=None, converter=attrs.converters.optional(_entries))
    items: tuple[Item, ...] = attrs.field(default=(), converter=_sub_items)
    restriction: Restriction | None = attrs.field(default=None, converter=attrs.converters.optional(restriction))
    public_title: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))
    id: str | None = attrs.field(default=None, converter=attrs.converters.optional(check.line))

    def __attrs_post_init__(self) -> None:
        """Refuse a restricted item without a public title, and details without the mark they belong to."""
        if self.restriction is not None and self.public_title is None:
            raise refuse(
                "public_title",
                "must be given for a restricted item: it is all that the public sees of it (repeat the title if the "
                f"public may see that), got None for {shown(self.title)}",
            )
        if self.urgency is not None and ItemMark.URGENT not in self.marks:
            raise refuse("urgency", f"needs the mark ItemMark.URGENT, got {shown(self.marks)}")
        if self.referred_to is not None and ItemMark.REFERRED not in self.marks:
            raise refuse("referred_to", f"needs the mark ItemMark.REFERRED, got {shown(self.marks)}")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The minutes, or nothing where none are known."""
        return self.minutes or ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What this item settled, in order, motions' decisions included; without the sub-items'."""
        found: list[Decision] = []
        for entry in self.entries:
            if isinstance(entry, Decision):
                found.append(entry)
            elif isinstance(entry, Motion):
                found.extend(entry.decisions())
        return tuple(found)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What is to be done because of this item, in order; without the sub-items' actions."""
        return tuple(entry for entry in self.entries if isinstance(entry, Action))

    @property
    def motions(self) -> tuple[Motion, ...]:
        """What was moved under this item, in order, amendments inside their motions."""
        return tuple(entry for entry in self.entries if isinstance(entry, Motion))

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The interests declared under this item, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Declaration))

    def walk(self) -> Iterator[Item]:
        """Yield this item, then its sub-items in order, each before its own sub-items."""
        yield self
        for item in self.items:
            yield from item.walk()

    def names(self) -> frozenset[str]:
        """Return what this item is called: its id and printed numbers, a full stop at the end aside."""
        return frozenset(
            reference_name(name) for name in (self.id, self.number, self.minute_number) if name is not None
        )

    def is_called(self, reference: str) -> bool:
        """Tell whether *reference* is this item's id or printed number, a full stop at its end aside."""
        return reference_name(reference) in self.names()
