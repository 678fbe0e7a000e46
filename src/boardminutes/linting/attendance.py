"""Who can have been there and can have voted, item by item: the most that the record allows."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.linting.record import Record
from boardminutes.model.people import Attendee
from boardminutes.model.values import Category, ItemMark, Presence

CAME: Final = frozenset({Presence.PRESENT, Presence.REMOTE})
STAYED_AWAY: Final = frozenset({Presence.APOLOGIES, Presence.ABSENT})
_VOTING: Final = frozenset({None, Category.MEMBER, Category.CO_OPTED})


def is_complete(record: Record) -> bool:
    """Tell whether the attendees are a list of those who came: not of apologies, substitutes, guests and officers."""
    return any(
        attendee.presence in CAME and attendee.substitute_for is None and not attendee.items and may_vote(attendee)
        for attendee in record.meeting.attendees or ()
    )


def may_vote(attendee: Attendee) -> bool:
    """Tell whether someone may vote: as is said, or else as a member or co-opted member, or in no known capacity."""
    return attendee.category in _VOTING if attendee.voting is None else attendee.voting


@attrs.frozen
class _Stretch:
    """Items that follow each other, during which one person's part was the same."""

    begin: int
    end: int
    present: bool
    voting: bool


@attrs.frozen
class Attendance:
    """The most voting members who can have been there at each item, and the most votes that they had.

    Attributes:
        members: How many voting members can have been there, for each item in order.
        votes: How many votes they had, proxies included, likewise.
        of_all: How many voting members can have come at all.
    """

    members: tuple[int, ...]
    votes: tuple[int, ...]
    of_all: int

    @staticmethod
    def of(record: Record) -> Attendance:
        """Work out the attendance of a meeting, in time that grows with the record."""
        size = len(record.items)
        members, votes = [0] * (size + 1), [0] * (size + 1)
        order = _Order.of(record)
        of_all = 0
        for attendee in record.meeting.attendees or ():
            if not may_vote(attendee) and not any(one.voting for one in attendee.per_item):
                continue
            of_all += attendee.presence not in STAYED_AWAY
            for stretch in _stretches(record, attendee, order):
                if stretch.present and stretch.voting:
                    weight = 1 + len(attendee.proxy_for)
                    votes[stretch.begin] += weight
                    votes[stretch.end] -= weight
                if stretch.present and may_vote(attendee):
                    members[stretch.begin] += 1
                    members[stretch.end] -= 1
        return Attendance(_summed(members), _summed(votes), of_all)


def _summed(changes: list[int]) -> tuple[int, ...]:
    return tuple(itertools.accumulate(changes[:-1]))


@attrs.frozen
class _Order:
    """When the items were taken, as far as that is certain.

    Attributes:
        is_certain: Whether the items were taken in the order in which they stand.
        times: The known times of the outermost items, rising; empty where they do not rise.
        positions: The positions of those items.
    """

    is_certain: bool
    times: list[dt.time]
    positions: list[int]

    @staticmethod
    def of(record: Record) -> _Order:
        is_certain = not any(ItemMark.OUT_OF_ORDER in node.value.marks for node in record.items)
        taken = [
            (node.value.taken_at, node.at)
            for node in record.items
            if node.value.taken_at is not None and node.parent is not None and node.parent.parent is None
        ]
        times = [time for time, _ in taken]
        rises = all(first <= second for first, second in itertools.pairwise(times))
        if not (is_certain and rises):
            taken = []
        return _Order(is_certain, [time for time, _ in taken], [position for _, position in taken])


def _stretches(record: Record, attendee: Attendee, order: _Order) -> Iterator[_Stretch]:
    whole = _spans(record, attendee, order)
    voting = may_vote(attendee)
    if not attendee.per_item:
        for begin, end in whole:
            yield _Stretch(begin, end, present=True, voting=voting)
        return
    own = []
    for one in attendee.per_item:
        positions = record.positions(one.item)
        if len(positions) == 1:
            own.append((positions[0], record.ends[positions[0]], one))
    own.sort(key=lambda place: place[0] - place[1])  # the widest first, so that a sub-item's word is the last
    cuts = sorted(
        {0, len(record.items), *itertools.chain(*whole), *(cut for begin, end, _ in own for cut in (begin, end))}
    )
    present = [any(begin <= cut < end for begin, end in _near(whole, cut)) for cut in cuts]
    votes = [voting] * len(cuts)
    for begin, end, one in own:
        for place in range(bisect.bisect_left(cuts, begin), bisect.bisect_left(cuts, end)):
            if one.presence is not None:
                present[place] = one.presence in CAME
            if one.voting is not None:
                votes[place] = one.voting
    for place, (begin, end) in enumerate(itertools.pairwise(cuts)):
        yield _Stretch(begin, end, present=present[place], voting=votes[place])


def _near(spans: list[tuple[int, int]], cut: int) -> Iterable[tuple[int, int]]:
    """Return the last span that begins at or before *cut*; the spans are sorted and do not overlap."""
    place = bisect.bisect_right(spans, cut, key=lambda span: span[0])
    return spans[max(0, place - 1) : place]


def _spans(record: Record, attendee: Attendee, order: _Order) -> list[tuple[int, int]]:
    """Return the positions between which someone can have been there, sorted, without overlap."""
    if attendee.presence in STAYED_AWAY:
        return []
    first, last = _first(record, attendee, order), _last(record, attendee, order)
    meant = [record.positions(one) for one in attendee.items]
    if not meant or any(len(positions) > 1 for positions in meant):  # which of several is meant is not known
        return [(first, last)] if first < last else []
    places = sorted((position, record.ends[position]) for positions in meant for position in positions)
    spans: list[tuple[int, int]] = []
    for begin, end in places:
        since = max(begin, first, spans[-1][1] if spans else 0)
        until = min(end, last)
        if since < until:
            spans.append((since, until))
    return spans


def _first(record: Record, attendee: Attendee, order: _Order) -> int:
    arrived = attendee.arrived
    if isinstance(arrived, dt.time):
        place = bisect.bisect_right(order.times, arrived)
        return order.positions[place - 1] if place else 0
    positions = record.positions(arrived) if arrived is not None and order.is_certain else ()
    return positions[0] if len(positions) == 1 else 0


def _last(record: Record, attendee: Attendee, order: _Order) -> int:
    left = attendee.left
    if isinstance(left, dt.time):
        place = bisect.bisect_left(order.times, left)
        return order.positions[place] if place < len(order.positions) else len(record.items)
    positions = record.positions(left) if left is not None and order.is_certain else ()
    return record.ends[positions[0]] if len(positions) == 1 else len(record.items)
