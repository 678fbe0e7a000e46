"""The texts of a record, wherever they stand in it: what may travel inside a document only if it is shown there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.errors import join_path
from boardminutes.model.correction import Correction
from boardminutes.model.outcomes import Declaration
from boardminutes.model.people import Attendee, ItemAttendance

_NOT_TEXT: Final = frozenset(
    {
        "id",  # for programs
        "meeting_id",  # likewise
        "url",  # an address, which leads somewhere, and may be shown as a link only
        "join_url",
        "link",
        "language",  # of the record, not in it
        "timezone",  # how times are meant
        "media_type",  # shown by a name of its own, such as PDF
        "public_title",  # may be seen by everybody, and is not shown where the title is
    }
)
_REFERENCES: Final = frozenset(
    {
        (Attendee, "items"),
        (Attendee, "arrived"),
        (Attendee, "left"),
        (ItemAttendance, "item"),
        (Declaration, "item"),
        (Correction, "item"),
    }
)
"""Fields that say which item is meant, which is shown by its number or title."""


def texts_with_paths(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of the record that *value* holds, each with the way to it.

    Identifiers, addresses, settings and references to items are not text of the record.
    """
    kind: type = type(value)
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from texts_with_paths(one, f"{path}[{index}]")
    elif isinstance(value, str):
        yield path, value
    elif attrs.has(kind):
        for field in attrs.fields(kind):
            if field.name not in _NOT_TEXT and (kind, field.name) not in _REFERENCES:
                yield from texts_with_paths(getattr(value, field.name), join_path(path, field.name))


def unseen(value: object, path: str, shown: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each text of the record in *value* that is not in *shown*, with the way to it; case does not count.

    Of a label the signs around it do not count either: 'Action:' is shown where 'Action' is.
    """
    whole = _squeezed("".join(shown))
    for place, text in texts_with_paths(value, path):
        wanted = _squeezed(text).strip(":.–—-") if place.endswith(".label") else _squeezed(text)
        if wanted not in whole:
            yield place, text


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
