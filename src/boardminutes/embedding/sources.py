"""What is found in a file, and what is said of a file in which nothing is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from boardminutes.errors import UnrecognisedSourceError

FORMS: Final = ("pdf", "docx", "html")
"""The formats that can carry a meeting."""

ATTACHMENT: Final = "meeting.json"
"""The name of the data among the files that travel in a PDF."""

MOST_DATA: Final = 64 * 2**20
"""The longest data that are read, in bytes."""

_MOST_TOLD: Final = 120


@attrs.frozen
class Carried:
    """What was found in a file.

    Attributes:
        data: The data that travel in it, as they stand there.
        paragraphs: The text of its paragraphs, in the order of reading.
    """

    data: bytes
    paragraphs: Iterable[str]


def unrecognised(message: str) -> UnrecognisedSourceError:
    """Return the error for a source that carries no meeting; *message* is a sentence of which it is the subject."""
    return UnrecognisedSourceError(f"the source {message}", tried=FORMS)


def damaged(what: str, error: Exception) -> UnrecognisedSourceError:
    """Return the error for a source of which a library said an *error*, which may be as long as the source."""
    told = " ".join(str(error)[:_MOST_TOLD].split())
    return unrecognised(f"{what}: {told or type(error).__name__}")


def without_data(what: str, option: str) -> UnrecognisedSourceError:
    """Return the error for a file that this library made without data."""
    return unrecognised(f"is {what} of this library without data; render it with {option}, or keep a data file")


def too_long(size: int, most: int, what: str = "bytes") -> UnrecognisedSourceError:
    """Return the error for a source that is longer than what is read."""
    return unrecognised(f"has {size:,} {what}, and at most {most:,} are read")
