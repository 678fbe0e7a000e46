"""Tables of people: who was there, where the headings of the columns and every cell under them are clear."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import Final

import attrs

from boardminutes.model.people import Attendee
from boardminutes.model.values import Presence
from boardminutes.readers.markdown.attendance import office_in, people_in
from boardminutes.readers.markdown.documents import Node
from boardminutes.readers.markdown.labels import Listing
from boardminutes.readers.moderngov.lines import Line, one_line
from boardminutes.readers.moderngov.vocabulary import plain


class _Column(enum.Enum):
    NAME = enum.auto()
    ROLE = enum.auto()
    PRESENCE = enum.auto()
    ORGANISATION = enum.auto()


_COLUMNS: Final = {
    **dict.fromkeys(
        (
            "name", "names", "member", "attendee", "participant", "director", "trustee", "governor", "councillor",
            "person", "who",
        ),
        _Column.NAME,
    ),
    **dict.fromkeys(("role", "position", "office", "title", "capacity"), _Column.ROLE),
    **dict.fromkeys(
        ("present", "attendance", "attended", "attending", "in attendance", "here", "presence"), _Column.PRESENCE
    ),
    **dict.fromkeys(("organisation", "organization", "affiliation", "company"), _Column.ORGANISATION),
}  # fmt: skip
_MARKS: Final = {
    **dict.fromkeys(("✓", "✔", "✅", "☑", "yes", "y", "present", "attended", "here", "in person"), Presence.PRESENT),
    **dict.fromkeys(("✗", "✘", "❌", "no", "n", "absent", "not present", "did not attend"), Presence.ABSENT),
    **dict.fromkeys(("apologies", "regrets", "excused", "sent apologies", "apologies received"), Presence.APOLOGIES),
    **dict.fromkeys(
        ("remote", "remotely", "online", "virtual", "virtually", "by phone", "by video", "via zoom", "video"),
        Presence.REMOTE,
    ),
}  # fmt: skip
# A bare 'x' is left out on purpose: half of the world marks with it who came, and the other half who did not.
_MARK_AND_WAY: Final = re.compile(r"(?P<mark>[^()]{1,20}?)\s?\((?P<way>[^()]{1,40})\)")
_LOOK_OF_A_SIGN: Final = "\ufe0f"  # asks for the coloured form of the sign before it


def people_in_table(node: Node, listing: Listing | None) -> tuple[Attendee, ...]:
    """Return the people whom a table names, one for each row under its heading; none where anything is unclear.

    Args:
        node: The table.
        listing: What a heading or label above says of the people after it; without one a column must say who came.
    """
    head, *rows = node.line.cells
    columns = [_COLUMNS.get(plain(text).rstrip("?: ")) for text in map(_text, head) if text is not None]
    known = len(columns) == len(head) == len(set(columns)) and None not in columns
    is_whole = bool(rows) and all(len(row) == len(head) for row in rows)
    if not is_whole or not known or _Column.NAME not in columns:
        return ()
    if listing is None and _Column.PRESENCE not in columns:
        return ()
    found = [_person(dict(zip(columns, map(_text, row), strict=True)), listing or Listing(None)) for row in rows]
    people = [one for one in found if one is not None]
    distinct = {one.name for one in people}
    return tuple(people) if len(distinct) == len(rows) else ()


def _text(cell: Sequence[Line]) -> str | None:
    """Return what stands in a cell, None where it is more than one line."""
    whole = "\n".join(line.text for line in cell)
    return None if "\n" in whole else one_line(whole)


def _person(cells: dict[_Column | None, str | None], listing: Listing) -> Attendee | None:
    name = cells[_Column.NAME]
    if not name or "," in name or None in cells.values():
        return None
    if _Column.PRESENCE in cells:
        presence = _presence(cells[_Column.PRESENCE] or "")
        if presence is None:
            return None
        listing = attrs.evolve(listing, presence=presence)
    found = people_in(name, listing, alone=True)
    if len(found) != 1:
        return None
    role = cells.get(_Column.ROLE) or found[0].role
    return attrs.evolve(
        found[0],
        role=role,
        office=found[0].office or office_in(role or ""),
        organisation=cells.get(_Column.ORGANISATION) or None,
    )


def _presence(cell: str) -> Presence | None:
    """Return what a cell says of one person, None where that is not clear."""
    words = plain(cell.replace(_LOOK_OF_A_SIGN, "")).strip(" .")
    both = _MARK_AND_WAY.fullmatch(words)
    if both is None:
        return _MARKS.get(words)
    mark, way = _MARKS.get(both["mark"]), _MARKS.get(both["way"])
    return way if mark is Presence.PRESENT and way in {Presence.PRESENT, Presence.REMOTE} else None
