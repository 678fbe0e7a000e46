"""Which elements of two sequences are the same, and which of those are in their place."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from boardminutes._likeness import Likeness
from boardminutes.comparison._naming import CONTAINERS, called, id_of, number_of, text_of
from boardminutes.model.prose import Cell

Pair: TypeAlias = tuple[int, int]
"""The places of one element in the old and the new sequence."""

LEAST_LIKE: Final = 0.6
_LEAST_WITH_NUMBER: Final = 0.4
_CERTAINLY_LIKE: Final = 0.9
_BAND: Final = 8
"""How far from its place an element is looked for by its text, so that long sequences do not take the square."""


def paired(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Return the places of the elements that are in both sequences, in the order of the old one."""
    if len(old) == len(new) and all(isinstance(one, Cell) for one in (*old, *new)):
        return [(index, index) for index in range(len(old))]  # a column is known by its place
    pairing = _Pairing(old, new)
    pairing.pair_equal()
    pairing.pair_named(id_of)
    pairing.pair_named(called)
    pairing.pair_numbered()
    for gap in tuple(pairing.gaps()):
        pairing.pair_in_gap(*gap)
    return pairing.pairs()


def in_place(pairs: Iterable[Pair]) -> frozenset[int]:
    """Return the old places of those elements that were not moved: as many as can have kept their order."""
    ends: list[int] = []  # the least new place at which an ascending run of each length ends
    last: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in pairs:
        length = bisect.bisect_left(ends, pair[1])
        before[pair] = last[length - 1] if length else None
        ends[length : length + 1] = [pair[1]]
        last[length : length + 1] = [pair]
    found: list[int] = []
    pair_at = last[-1] if last else None
    while pair_at is not None:
        found.append(pair_at[0])
        pair_at = before[pair_at]
    return frozenset(found)


class _Pairing:
    """The elements of two sequences that are paired so far."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self._old, self._new = old, new
        self._to_new: dict[int, int] = {}
        self._taken: set[int] = set()

    def pairs(self) -> list[Pair]:
        """Return the pairs in the order of the old sequence."""
        return sorted(self._to_new.items())

    def _pair(self, before: int, after: int) -> None:
        self._to_new[before] = after
        self._taken.add(after)

    def _left(self) -> tuple[list[int], list[int]]:
        return (
            [index for index in range(len(self._old)) if index not in self._to_new],
            [index for index in range(len(self._new)) if index not in self._taken],
        )

    def pair_equal(self) -> None:
        """Pair equal elements: those at both ends, then those that stand there once, then those beside such."""
        shorter = min(len(self._old), len(self._new))
        first = 0
        while first < shorter and self._old[first] == self._new[first]:
            self._pair(first, first)
            first += 1
        last = 1
        while last <= shorter - first and self._old[-last] == self._new[-last]:
            self._pair(len(self._old) - last, len(self._new) - last)
            last += 1
        self._pair_once(lambda value: value)
        for before, after in self.pairs():
            self._extend(before, after, 1)
            self._extend(before, after, -1)
        self._pair_groups(lambda value: value)

    def _extend(self, before: int, after: int, step: int) -> None:
        before, after = before + step, after + step
        while (
            0 <= before < len(self._old)
            and 0 <= after < len(self._new)
            and before not in self._to_new
            and after not in self._taken
            and self._old[before] == self._new[after]
        ):
            self._pair(before, after)
            before, after = before + step, after + step

    def _groups(self, name: Callable[[Any], object]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the places of the elements of each name that are left in both sequences."""
        left_before, left_after = self._left()
        by_name: dict[object, list[int]] = {}
        for after in left_after:
            by_name.setdefault(self._key(self._new[after], name), []).append(after)
        groups: dict[object, list[int]] = {}
        for before in left_before:
            groups.setdefault(self._key(self._old[before], name), []).append(before)
        for key, befores in groups.items():
            if key is not None and key in by_name:
                yield befores, by_name[key]

    def _key(self, value: Any, name: Callable[[Any], object]) -> object:  # noqa: ANN401 - an element of any sequence
        found = name(value)
        return None if found is None else (type(value), found)

    def _pair_once(self, name: Callable[[Any], object]) -> None:
        for befores, afters in self._groups(name):
            if len(befores) == len(afters) == 1:
                self._pair(befores[0], afters[0])

    def _pair_groups(self, name: Callable[[Any], object]) -> None:
        for befores, afters in self._groups(name):
            for before, after in zip(befores, afters, strict=False):
                if self._may_be_one(before, after):
                    self._pair(before, after)

    def pair_named(self, name: Callable[[Any], object]) -> None:
        """Pair what has one name; of several that do, the first with the first, and so on."""
        self._pair_groups(name)

    def pair_numbered(self) -> None:
        """Pair what has one number, no other has it, and the texts are somewhat alike."""
        for befores, afters in self._groups(number_of):
            if len(befores) == len(afters) == 1:
                before, after = befores[0], afters[0]
                alike = Likeness(text_of(self._new[after])).ratio(text_of(self._old[before]), _LEAST_WITH_NUMBER)
                if alike and self._may_be_one(before, after):
                    self._pair(before, after)

    def _may_be_one(self, before: int, after: int) -> bool:
        one, other = id_of(self._old[before]), id_of(self._new[after])
        return one is None or other is None or one == other

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what is left between each two neighbours that were not moved: old places and new ones."""
        pairs = self.pairs()
        staying = in_place(pairs)
        from_before, from_after = 0, 0
        for before, after in (*(pair for pair in pairs if pair[0] in staying), (len(self._old), len(self._new))):
            befores = [index for index in range(from_before, before) if index not in self._to_new]
            afters = [index for index in range(from_after, after) if index not in self._taken]
            if befores and afters:
                yield befores, afters
            from_before, from_after = before + 1, after + 1

    def pair_in_gap(self, befores: list[int], afters: list[int]) -> None:
        """Pair what is alike, near its own place, the likest first; then what has one number; then the only list."""
        texts = [text_of(self._new[after]) for after in afters]
        alike = [found for rank, before in enumerate(befores) for found in self._alike(rank, before, afters, texts)]
        for _, before, after in sorted(alike, key=lambda found: -found[0]):
            if before not in self._to_new and after not in self._taken:
                self._pair(before, after)
        by_number = {number_of(self._new[after]): after for after in reversed(afters) if after not in self._taken}
        for before in befores:
            number = number_of(self._old[before])
            numbered = None if number is None or before in self._to_new else by_number.pop(number, None)
            if numbered is not None and self._is_of_one_class(before, numbered):
                self._pair(before, numbered)
        for kind in CONTAINERS:
            old = [at for at in befores if type(self._old[at]) is kind and at not in self._to_new]
            new = [at for at in afters if type(self._new[at]) is kind and at not in self._taken]
            if len(old) == len(new) == 1:
                self._pair(old[0], new[0])

    def _alike(self, rank: int, before: int, afters: list[int], texts: list[str]) -> Iterator[tuple[float, int, int]]:
        """Yield how alike an old element is to new ones, the nearest first, until one is certainly the same."""
        text = Likeness(text_of(self._old[before]))
        for at in sorted(
            range(max(0, rank - _BAND), min(len(afters), rank + _BAND + 1)), key=lambda at: abs(at - rank)
        ):
            ratio = text.ratio(texts[at], LEAST_LIKE) if texts[at] and self._is_of_one_class(before, afters[at]) else 0
            if ratio:
                yield ratio, before, afters[at]
            if ratio >= _CERTAINLY_LIKE:
                return

    def _is_of_one_class(self, before: int, after: int) -> bool:
        return type(self._old[before]) is type(self._new[after]) and self._may_be_one(before, after)
