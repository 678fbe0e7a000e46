"""Which actions of later meetings are those of earlier ones.

What is the same is told by the id, else by the reference with texts that are alike, else by the text alone. Whatever is
not certain is kept apart and told of as a doubt.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes._likeness import Likeness, squeezed_words
from boardminutes.errors import join_path
from boardminutes.model.items import Item, reference_name
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action
from boardminutes.series.tracking import FINISHED, Appearance, Doubt, DoubtReason, MatchedBy, TrackedAction

LEAST_WITH_REFERENCE: Final = 0.6
"""How alike texts must be for a reference that both bear to mean one action; many bodies count anew at each meeting."""

LEAST_TO_DOUBT: Final = 0.7
"""How alike texts must be to be told of where they are less alike than the threshold."""

_NUMBER: Final = re.compile(r"\d+")


@attrs.define(eq=False)
class _Known:
    """What is known of an action before it is compared with others."""

    shown: Appearance
    words: str
    numbers: list[str]
    owners: frozenset[str]
    reference: str | None
    finished: bool

    @classmethod
    def of(cls, shown: Appearance) -> _Known:
        action = shown.action
        words = squeezed_words(str(action.text))
        owners = action.owners if isinstance(action.owners, tuple) else ()
        return cls(
            shown,
            words,
            _NUMBER.findall(words),
            frozenset(map(squeezed_words, owners)),
            None if action.reference is None else reference_name(action.reference).casefold(),
            shown.status in FINISHED,
        )

    @property
    def origin(self) -> dt.date | None:
        origin = self.shown.action.origin
        return None if origin is None else origin.date


@attrs.define(eq=False)
class _Track:
    """An action that is followed."""

    members: list[_Known]
    doubts: list[Doubt] = attrs.field(factory=list)

    @property
    def last(self) -> _Known:
        return self.members[-1]

    @property
    def finished(self) -> bool:
        said = [one.finished for one in self.members if one.shown.status is not None]
        return bool(said) and said[-1]

    @property
    def ids(self) -> set[str]:
        return {one.shown.action.id for one in self.members if one.shown.action.id is not None}

    @property
    def references(self) -> set[str]:
        return {one.reference for one in self.members if one.reference is not None}

    @property
    def owners(self) -> frozenset[str]:
        return next((one.owners for one in reversed(self.members) if one.owners), frozenset())

    def came_up_on(self, day: dt.date | None) -> bool:
        return day is not None and any(one.shown.day == day for one in self.members)

    def is_certainly_another(self, one: _Known) -> bool:
        name = one.shown.action.id
        return name is not None and bool(self.ids) and name not in self.ids

    def take(self, one: _Known, by: MatchedBy, ratio: float | None) -> None:
        self.members.append(attrs.evolve(one, shown=attrs.evolve(one.shown, matched_by=by, ratio=ratio)))

    def tracked(self) -> TrackedAction:
        return TrackedAction(appearances=tuple(one.shown for one in self.members), doubts=tuple(self.doubts))


@attrs.frozen(eq=False)
class _Pair:
    """An action that may be one that is followed."""

    one: _Known
    track: _Track
    ratio: float
    reason: DoubtReason | None = None


def tracked(meetings: Iterable[Meeting], threshold: float) -> tuple[TrackedAction, ...]:
    """Return the actions of *meetings*, which are in order, each once with its history."""
    tracker = _Tracker(threshold)
    for meeting in meetings:
        tracker.add(meeting)
    return tuple(track.tracked() for track in tracker.tracks)


def appearances(meeting: Meeting) -> Iterator[Appearance]:
    """Yield the actions of a meeting in order, each with where it stands."""
    yield from _under(meeting, meeting.items, "", hidden=False)


def _under(meeting: Meeting, items: Iterable[Item], above: str, *, hidden: bool) -> Iterator[Appearance]:
    for index, item in enumerate(items):
        path = join_path(above, f"items[{index}]")
        inside = hidden or item.restriction is not None
        for place, entry in enumerate(item.entries):
            if isinstance(entry, Action):
                yield Appearance(
                    meeting=meeting,
                    item=item,
                    path=f"{path}.minutes[{place}]",
                    action=entry,
                    hidden=inside or entry.restriction is not None,
                )
        yield from _under(meeting, item.items, path, hidden=inside)


@attrs.define(eq=False)
class _Tracker:
    threshold: float
    tracks: list[_Track] = attrs.field(factory=list)
    by_id: dict[str, _Track] = attrs.field(factory=dict)
    by_reference: dict[str, list[_Track]] = attrs.field(factory=dict)

    def add(self, meeting: Meeting) -> None:
        before = tuple(self.tracks)
        taken: set[int] = set()
        doubts: list[_Pair] = []
        left: list[_Known] = []
        for one in map(_Known.of, appearances(meeting)):
            track = self._taken_by_name(one, doubts)
            if track is None:
                left.append(one)
            else:
                taken.add(id(track))
        open_to = [track for track in before if id(track) not in taken]
        for pair in self._settled(self._pairs(left, open_to), doubts):
            self._join(pair.track, pair.one, MatchedBy.TEXT, pair.ratio)
            by_reference = [doubt for doubt in doubts if doubt.reason is DoubtReason.SAME_REFERENCE]
            _tell(pair.track, pair.one, by_reference)
            left.remove(pair.one)
        for one in left:
            if self._taken_by_name(one, doubts) is None:  # by one of this meeting, which was not there before
                _tell(self._begun(one), one, doubts)

    def _taken_by_name(self, one: _Known, doubts: list[_Pair]) -> _Track | None:
        """Return the track that took *one* for its id or reference; None where none did."""
        name = one.shown.action.id
        if name is not None and name in self.by_id:
            self._join(self.by_id[name], one, MatchedBy.ID, None)
            return self.by_id[name]
        likeness = Likeness(one.words)
        fitting: list[_Pair] = []
        same: list[_Pair] = []
        for track in self.by_reference.get(one.reference or "", ()):
            if track.is_certainly_another(one):
                continue
            pair = _Pair(one, track, likeness.ratio(track.last.words, 0))
            if pair.ratio < LEAST_WITH_REFERENCE and not track.came_up_on(one.origin):
                same.extend([] if track.finished else [attrs.evolve(pair, reason=DoubtReason.SAME_REFERENCE)])
            elif track.finished and not one.finished:
                same.append(attrs.evolve(pair, reason=DoubtReason.FINISHED))
            else:
                fitting.append(pair)
        chosen = _chosen(fitting)
        if len(chosen) == 1:
            self._join(chosen[0].track, one, MatchedBy.REFERENCE, chosen[0].ratio)
            return chosen[0].track
        doubts.extend(attrs.evolve(pair, reason=DoubtReason.SEVERAL) for pair in chosen)
        doubts.extend(same[-1:] if not chosen else [])
        return None

    def _pairs(self, found: Iterable[_Known], tracks: Iterable[_Track]) -> Iterator[_Pair]:
        least = min(self.threshold, LEAST_TO_DOUBT)
        for one in found:
            likeness = Likeness(one.words)
            for track in tracks:
                if not track.is_certainly_another(one):
                    ratio = likeness.ratio(track.last.words, least)
                    if ratio:
                        yield _Pair(one, track, ratio, self._reason(one, track, ratio))

    def _reason(self, one: _Known, track: _Track, ratio: float) -> DoubtReason | None:
        """Return why *one* is not simply the action that is followed; None where it may be."""
        if ratio < self.threshold:
            return DoubtReason.ALIKE
        if track.finished and not one.finished:
            return DoubtReason.FINISHED
        if track.last.numbers != one.numbers:
            return DoubtReason.OTHER_NUMBERS
        if one.reference is not None and track.references and one.reference not in track.references:
            return DoubtReason.OTHER_REFERENCE
        if one.owners and track.owners and not one.owners & track.owners:
            return DoubtReason.OTHER_OWNERS
        return None

    def _settled(self, pairs: Iterable[_Pair], doubts: list[_Pair]) -> list[_Pair]:
        """Return the pairs that are certain; whatever else is worth a look is added to *doubts*."""
        by_one: dict[int, list[_Pair]] = {}
        for pair in pairs:
            if pair.reason is None:
                by_one.setdefault(id(pair.one), []).append(pair)
            elif not (pair.reason is DoubtReason.ALIKE and pair.track.finished):
                doubts.append(pair)
        by_track: dict[int, list[_Pair]] = {}
        for fitting in by_one.values():
            chosen = _chosen(fitting)
            if len(chosen) == 1:
                by_track.setdefault(id(chosen[0].track), []).append(chosen[0])
            else:
                doubts.extend(attrs.evolve(pair, reason=DoubtReason.SEVERAL) for pair in chosen)
        settled: list[_Pair] = []
        for rivals in by_track.values():
            chosen = _equal(rivals)
            settled.extend(chosen if len(chosen) == 1 else ())
            lost = [pair for pair in rivals if len(chosen) != 1 or pair is not chosen[0]]
            doubts.extend(attrs.evolve(pair, reason=DoubtReason.SEVERAL) for pair in lost)
        return settled

    def _join(self, track: _Track, one: _Known, by: MatchedBy, ratio: float | None) -> None:
        track.take(one, by, ratio)
        self._name(track, one)

    def _begun(self, one: _Known) -> _Track:
        track = _Track([one])
        self.tracks.append(track)
        self._name(track, one)
        return track

    def _name(self, track: _Track, one: _Known) -> None:
        if one.shown.action.id is not None:
            self.by_id.setdefault(one.shown.action.id, track)
        if one.reference is not None:
            tracks = self.by_reference.setdefault(one.reference, [])
            if track not in tracks:
                tracks.append(track)


def _tell(track: _Track, one: _Known, pairs: Iterable[_Pair]) -> None:
    """Note on both sides which other actions *one*, which is in *track*, may be; each of them once."""
    told = {id(track)}
    for pair in pairs:
        if pair.one is one and pair.reason is not None and id(pair.track) not in told:
            told.add(id(pair.track))
            track.doubts.append(Doubt(other=pair.track.last.shown, reason=pair.reason, ratio=pair.ratio))
            pair.track.doubts.append(Doubt(other=one.shown, reason=pair.reason, ratio=pair.ratio))


def _chosen(fitting: list[_Pair]) -> list[_Pair]:
    """Return those of the pairs of one action that are the likeliest: one, where it is certain."""
    equal = _equal(fitting)
    from_there = [pair for pair in equal if pair.track.came_up_on(pair.one.origin)]
    return from_there if len(from_there) == 1 else equal


def _equal(pairs: list[_Pair]) -> list[_Pair]:
    """Return the pairs whose texts are equal, or all where there are none."""
    return [pair for pair in pairs if pair.ratio == 1] or pairs
