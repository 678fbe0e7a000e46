"""The work of a program, counted and not timed: how many functions it calls."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_for(run: Callable[[], object]) -> int:
    """Return how many functions, ours and Python's own, are called to *run* something."""
    count = 0

    def counted(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count
