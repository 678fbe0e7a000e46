"""Requests to end, which are heeded as Ctrl-C is: what was begun is taken away, and workers end too."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_ENDINGS: Final = tuple(  # requests to end, and the terminal that is closed, which Windows has not
    signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__
)


@contextmanager
def heeded() -> Iterator[None]:
    """Raise KeyboardInterrupt at a request to end and with the terminal, as at Ctrl-C."""
    before = {number: signal.getsignal(number) for number in _ENDINGS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:  # as nohup leaves it
            signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # shell and kernel may both say it, and what was begun is to be taken away
    raise KeyboardInterrupt
