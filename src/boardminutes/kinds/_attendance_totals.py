"""How many came: of each meeting, and of each person over many meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from boardminutes.document import Fact, Facts, Grid, Text
from boardminutes.kinds._people import GROUPS
from boardminutes.kinds._places import Placed
from boardminutes.kinds._registers import Cell, line
from boardminutes.kinds._voice import Voice
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Span
from boardminutes.model.values import Presence
from boardminutes.wording import Wording

CAME: Final = (Presence.PRESENT, Presence.REMOTE)
PRESENCES: Final = (*Presence, None)

Counts = Counter[Presence | None]
"""How often each presence occurs; None where it is not known."""


def meeting_totals(voice: Voice, attendees: Iterable[Placed[Attendee]], *, percentages: bool) -> Facts:
    """Return how many were there, sent apologies or were away at one meeting."""
    counts = Counter(one.entry.presence for one in attendees)
    rows = [
        (presence_name(voice.words, presence), _number(counts[presence])) for presence in PRESENCES if counts[presence]
    ]
    if percentages:
        rows.extend((voice.words("Attended"), share) for share in _share(voice, counts))
    return Facts(tuple(Fact(label, (Text(told),)) for label, told in rows))


@attrs.frozen
class Tally:
    """How often someone came.

    Attributes:
        name: Who it is.
        counts: How often each presence occurs.
    """

    name: Cell
    counts: Counts

    @property
    def share(self) -> int | None:
        """How many of 100 meetings someone attended, of those for which the presence is known; None for none known."""
        return _in_a_hundred(self.counts)


def tallied(attendees: tuple[Placed[Attendee], ...]) -> tuple[Tally, ...]:
    """Return how often each person came, in the order in which they are first named.

    Whoever bears the same name is taken for the same person, unless one meeting tells two of that name apart by their
    identifiers.
    """
    people: dict[tuple[str, str | None], Tally] = {}
    twins = _twins(attendees)
    for one in attendees:
        key = (one.entry.name, one.entry.id if one.entry.name in twins else None)
        tally = people.setdefault(key, Tally(line(one.voice.own(one.entry.name)), Counter()))
        tally.counts[one.entry.presence] += 1
    return tuple(people.values())


def people_totals(wording: Wording, attendees: Iterable[Placed[Attendee]], *, percentages: bool) -> Grid:
    """Return for each person at how many meetings they were there, sent apologies or were away."""
    people = tallied(tuple(attendees))
    columns = [presence for presence in PRESENCES if any(one.counts[presence] for one in people)]
    head = [
        wording("Name"),
        *(presence_name(wording, presence) for presence in columns),
        *([wording("Attended")] if percentages else []),
    ]
    rows = tuple((one.name, *_numbers(wording, one.counts, columns, percentages=percentages)) for one in people)
    return Grid(rows, head=tuple(line((Span(label),)) for label in head), row_heads=True)


def _numbers(
    wording: Wording, counts: Counts, columns: Sequence[Presence | None], *, percentages: bool
) -> Iterator[Cell]:
    yield from (line(_number(counts[presence])) for presence in columns)
    if percentages:
        yield tuple(Text(share) for share in _share(Voice(wording), counts))


def _twins(attendees: Iterable[Placed[Attendee]]) -> set[str]:
    """Return the names that two people of one meeting bear."""
    borne = Counter((one.position, one.entry.name) for one in attendees)
    return {name for (_, name), times in borne.items() if times > 1}


def presence_name(wording: Wording, presence: Presence | None) -> str:
    return wording("Presence not known" if presence is None else GROUPS[presence])


def _number(number: int) -> tuple[Span, ...]:
    return (Span(str(number)),)


def _share(voice: Voice, counts: Counts) -> Iterator[tuple[Span, ...]]:
    """Yield how many came of those whose presence is known, unless it is known of nobody."""
    known, came = _known_and_came(counts)
    share = _in_a_hundred(counts)
    if share is not None:
        yield voice.sentence(
            "{came} of {known} ({share}%)", came=_number(came), known=_number(known), share=_number(share)
        )


def _known_and_came(counts: Counts) -> tuple[int, int]:
    return sum(counts[presence] for presence in Presence), sum(counts[presence] for presence in CAME)


def _in_a_hundred(counts: Counts) -> int | None:
    known, came = _known_and_came(counts)
    return (200 * came + known) // (2 * known) if known else None  # to the nearest whole number, halves up
