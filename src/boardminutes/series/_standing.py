"""Which items recur, and how such an item stands on the next agenda."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias, TypeVar

import attrs

from boardminutes._likeness import squeezed_words
from boardminutes.model.items import Item
from boardminutes.model.values import ItemMark

T = TypeVar("T")


class Slot(enum.Enum):
    """What an agenda gives a place to at every meeting."""

    MINUTES = "minutes"
    MATTERS = "matters arising"
    NEXT = "next meetings"


_APPROVING: Final = r"(?:to \w+ |approval of |confirmation of |agreement of |cadarnhau |derbyn |cymeradwyo )?"
_NAMES: Final = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december),? ){0,2}"
)
_SLOTS: Final = {
    Slot.MINUTES: re.compile(
        rf"{_APPROVING}(?:the )?(?:draft |previous |last )?minutes"
        r"(?: (?:of|from) (?:(?:the |our )?(?:(?:previous|last) )?meetings?(?: held)?(?: on| of)?(?: the)? )?"
        rf"{_NAMES}\d.*"
        r"| (?:of|from) (?:the |our )?(?:(?:previous|last) )?meetings?)?"
        r"(?: (?:and|&) matters arising\b.*)?"
        rf"|{_APPROVING}cofnodion(?: y)?(?: cyfarfod(?:ydd)?)?"
        r"(?: blaenorol| diwethaf| a gynhaliwyd.*| (?:[^\W\d]+,? ){0,2}\d.*)?"
        r"(?: a materion (?:yn|sy'n) codi\b.*)?"
        r"|(?:genehmigung der |frühere )?niederschrift(?:en)?(?: vom .*| der letzten sitzung)?"
        r"|(?:approbation (?:du|des) )?procès-verba(?:l|ux)(?: précédents?| du .*| de la dernière séance)?"
        r"|miontuairiscí(?: roimhe seo| (?:[^\W\d]+,? ){0,2}\d.*)?"
    ),
    Slot.MATTERS: re.compile(
        r"(?:.*\b(?:and|&) )?matters arising\b.*|(?:.*\ba )?materion (?:yn|sy'n) codi\b.*"
        r"|(?:review of )?(?:the )?(?:action (?:log|list|tracker)|outstanding actions|actions arising)\b.*"
        r"|offene punkte aus früheren sitzungen|suites des séances précédentes|nithe ag éirí as na miontuairiscí"
    ),
    Slot.NEXT: re.compile(
        r"(?:(?:date|time|day|venue)s?\b.* )?(?:the )?(?:next|future) meetings?\b.*"
        r"|(?:dyddiad\w*\b.* )?(?:y )?cyfarfod(?:ydd)? (?:nesaf|yn y dyfodol)\b.*"
        r"|nächste sitzung(?:en)?|prochaines? (?:séance|réunion)s?|(?:na |an )?chéad chruinni\w+ eile"
    ),
}
_OPENING: Final = re.compile(
    r"\b(?:welcome|introduction|apolog|declaration|interests?\b|substitut|quorum|croeso|ymddiheuriad|datgan|buddiannau)"
)
_LONGEST_TITLE: Final = 200

_Key: TypeAlias = "tuple[str, str] | frozenset[Slot]"
"""By what an item of one meeting is that of another: its title and section, or what it gives a place to."""


@attrs.frozen(eq=False)
class Standing:
    """An item that recurs.

    Attributes:
        seen: The item at each meeting at which it stood, the latest first.
        section: The part of the agenda in which it stands; None for none.
        slots: What it gives a place to.
        inside: Its sub-items that recur.
    """

    seen: tuple[Item, ...]
    section: str | None
    slots: frozenset[Slot]
    inside: tuple[Standing, ...]

    @property
    def latest(self) -> Item:
        """The item as it stood last."""
        return self.seen[0]

    @property
    def opens(self) -> bool:
        """Whether it is of those with which a meeting begins: welcome, apologies, declarations of interest."""
        return bool(_OPENING.search(squeezed_words(self.latest.title[:_LONGEST_TITLE])))

    def drafted(self) -> Item:
        """Return the item as it stands on an agenda again, with what was the same each time and with no numbers."""
        latest = self.latest
        presenters = common(tuple(one.planned_presenters for one in self.seen))
        restriction = latest.restriction
        return Item(
            latest.title,
            planned_presenters=presenters,
            minutes_planned=common(tuple(one.minutes_planned for one in self.seen)),
            marks=[ItemMark.CONSENT] if all(ItemMark.CONSENT in one.marks for one in self.seen) else [],
            agenda=common(tuple(one.agenda for one in self.seen)) or (),
            restriction=None if restriction is None else attrs.evolve(restriction, resolution=None),
            public_title=latest.public_title,
            items=[one.drafted() for one in self.inside],
        )


def common(values: Sequence[T]) -> T | None:
    """Return what all *values* are; None where they differ."""
    return values[0] if all(one == values[0] for one in values) else None


def slots_of(title: str) -> frozenset[Slot]:
    """Return to what an item of that title gives a place."""
    plain = squeezed_words(title[:_LONGEST_TITLE]).replace("’", "'")
    return frozenset(slot for slot, pattern in _SLOTS.items() if pattern.fullmatch(plain))


def standing(agendas: Sequence[tuple[Item, ...]], least: int) -> tuple[Standing, ...]:
    """Return the items that stand on at least so many of the *agendas*, of which the latest is the first.

    They keep the order of the latest; one that is not on it stands after the one that it followed before.
    """
    laid_out = [_laid_out(items) for items in agendas]
    seen: dict[_Key, list[tuple[str | None, Item]]] = {}
    for placed in laid_out:
        for key, one in placed.items():
            seen.setdefault(key, []).append(one)
    return tuple(
        _standing(key, seen[key], least)
        for key in _in_order([[key for key in placed if len(seen[key]) >= least] for placed in laid_out])
    )


def _standing(key: _Key, seen: Sequence[tuple[str | None, Item]], least: int) -> Standing:
    items = tuple(item for _, item in seen)
    return Standing(
        items,
        seen[0][0],
        key if isinstance(key, frozenset) else frozenset(),
        standing([item.items if items[0].restriction else _as_restricted_as(item) for item in items], least),
    )


def _as_restricted_as(item: Item) -> tuple[Item, ...]:
    """Return the sub-items, restricted where the item is: it may not be when it stands on an agenda again."""
    if item.restriction is None:
        return item.items
    return tuple(
        attrs.evolve(
            one,
            restriction=one.restriction or item.restriction,
            public_title=one.public_title or item.public_title,
        )
        for one in item.items
    )


def _laid_out(items: Iterable[Item]) -> dict[_Key, tuple[str | None, Item]]:
    """Return the items by what they are known by again, each with its section; the first of two that are alike."""
    found: dict[_Key, tuple[str | None, Item]] = {}
    section: str | None = None
    for item in items:
        section = section if item.section is None else item.section
        slots = slots_of(item.title)
        key: _Key = slots or (squeezed_words(item.title), squeezed_words(section or ""))
        found.setdefault(key, (section, item))
    return found


def _in_order(orders: Iterable[Sequence[_Key]]) -> list[_Key]:
    """Return all keys in the order of the first of *orders*, others after the one that they follow in theirs."""
    made: list[_Key] = []
    for order in orders:
        place = 0
        for key in order:
            if key in made:
                place = made.index(key) + 1
            else:
                made.insert(place, key)
                place += 1
    return made
