"""Printed numbers taken apart, so that it can be seen what is missing between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.model.items import reference_name

_NUMBER: Final = re.compile(
    r"(?P<head>\D{0,20}(?:[0-9]{1,6}\.){0,8})(?P<count>[0-9]{1,6})[a-zA-Z]?(?P<tail>/[0-9]{1,4})?"
)
_MOST_MISSING: Final = 20  # after a longer gap the numbers have a plan that is not ours to judge


@attrs.frozen
class Count:
    """A printed number taken apart.

    Attributes:
        frame: What stands before and after the part that counts, such as `7.` in 7.1 or `/26` in 77/26.
        count: The part that counts.
    """

    frame: tuple[str, str]
    count: int


def counted(number: str) -> Count | None:
    """Take a printed number apart; None where it does not count."""
    match = _NUMBER.fullmatch(reference_name(number))
    return None if match is None else Count((match["head"], match["tail"] or ""), int(match["count"]))


def gaps(counts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers before and after each short gap in *counts*, which rise."""
    before: int | None = None
    for count in counts:
        if before is not None and 1 < count - before <= _MOST_MISSING + 1:
            yield before, count
        before = count


def missing(head: str, before: int, after: int, tail: str) -> str:
    """Return a sentence that names what is missing between two numbers."""
    first, last = f"{head}{before + 1}{tail}", f"{head}{after - 1}{tail}"
    return f"there is no {first}" if after - before == 2 else f"there are no {first} to {last}"  # noqa: PLR2004 - one
