"""Sources with faults in their bytes: the same ones each time."""

from __future__ import annotations

import random
from collections.abc import Sequence


def damaged(
    source: bytes,
    pieces: Sequence[str],
    chance: random.Random,
    *,
    taken_out: Sequence[str] | None = None,
    parted_by: bytes = b"\n",
) -> bytes:
    """Return *source* with a few faults of any kind.

    Args:
        source: A source that can be read.
        pieces: What may be put in, at any place.
        chance: Chooses the faults.
        taken_out: What may be taken out, wherever it stands; one of *pieces* where it is None.
        parted_by: What stands between the parts of the source that may change their places.
    """
    page = bytearray(source)
    for _ in range(chance.randint(1, 6)):
        page = bytearray(_with_a_fault(page, pieces, chance, taken_out or pieces, parted_by)) or bytearray(b"<")
    return bytes(page)


def _with_a_fault(
    page: bytearray, pieces: Sequence[str], chance: random.Random, taken_out: Sequence[str], parted_by: bytes
) -> bytes:
    at = chance.randrange(len(page))
    size = chance.choice([1, 1, 5, 60, 900])
    before, after = page[:at], page[at:]
    begin = chance.randrange(len(page))
    faults = (
        lambda: before + bytes([chance.randrange(256)]) + after[1:],
        lambda: before + after[size:],
        lambda: before + _encoded(chance.choice(pieces)) * chance.choice([1, 1, 1, 40]) + after,
        lambda: before + page[begin : begin + size] + after,
        lambda: after if chance.random() < 0.4 else before,
        lambda: parted_by.join(_shuffled(page.split(parted_by), chance)),
        lambda: page.replace(_encoded(chance.choice(taken_out)), b"", size),
    )
    return chance.choice(faults)()


def _shuffled(parts: list[bytearray], chance: random.Random) -> list[bytearray]:
    return chance.sample(parts, len(parts))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
