"""Jobs whose kind or format does what a test wants, in a module of its own so that other processes can import it."""

from __future__ import annotations

import datetime as dt
import os
import pathlib
import sys
import threading
import time
from typing import ClassVar

import attrs

import boardminutes as bm
from boardminutes.document import Document


def meeting(number: int) -> bm.Meeting:
    """Return a meeting that is told from others by its number."""
    return bm.Meeting(
        body="Harbour Partnership Board",
        number=str(number),
        start=dt.date(2026, 1, 1) + dt.timedelta(days=number),
        items=[
            bm.Item("Dredging plan", minutes=["Members discussed the draft.", bm.Decision("The plan be approved.")])
        ],
    )


class UnportableError(ValueError):
    """An error that cannot cross to another process."""

    def __init__(self, message: str) -> None:
        """Hold what cannot be sent."""
        super().__init__(message)
        self.lock = threading.Lock()


@attrs.frozen
class Failing:
    """A stranger's format that raises what no format should."""

    media_type: ClassVar[str] = "text/plain"

    portable: bool = True

    def render(self, document: Document) -> bytes:
        """Fail."""
        if self.portable:
            raise KeyError(document.title)
        raise UnportableError(document.title)


@attrs.frozen
class Leaving:
    """A format that ends its program."""

    media_type: ClassVar[str] = "text/plain"

    def render(self, document: Document) -> bytes:
        """Leave."""
        sys.exit(3 if document.blocks else 4)


@attrs.frozen
class Deadly:
    """A format that ends the process in which it is asked to render, once for each mark that is not there yet."""

    media_type: ClassVar[str] = "text/plain"

    mark: pathlib.Path | None = None

    def render(self, document: Document) -> bytes:
        """Die, or render where another has died already."""
        if self.mark is None:
            os._exit(1)
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return document.title.encode()
        time.sleep(0.2)
        os._exit(1)
