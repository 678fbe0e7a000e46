"""What the fields of other programs, and of everyday speech, are called here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

_USUAL: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "actions": ("minutes",),
        "agenda_items": ("items",),
        "assigned_to": ("owners",),
        "assignee": ("owners",),
        "assignees": ("owners",),
        "attachments": ("papers",),
        "ayes": ("in_favour",),
        "chairman": ("chair",),
        "chairperson": ("chair",),
        "committee": ("body",),
        "content": ("text",),
        "date": ("start", "due"),
        "deadline": ("due",),
        "decisions": ("minutes",),
        "description": ("agenda", "text"),
        "discussion": ("minutes",),
        "documents": ("papers",),
        "due_date": ("due",),
        "for": ("in_favour",),
        "heading": ("title",),
        "location": ("venue",),
        "motions": ("minutes",),
        "moved_by": ("mover",),
        "name": ("title",),
        "noes": ("against",),
        "notes": ("minutes",),
        "organisation": ("body",),
        "organization": ("body", "organisation"),
        "participants": ("attendees",),
        "place": ("venue",),
        "present": ("attendees",),
        "proposer": ("mover",),
        "proposed_by": ("mover",),
        "responsible": ("owners",),
        "result": ("outcome",),
        "seconded_by": ("seconder",),
        "subitems": ("items",),
        "task": ("text",),
        "topics": ("items",),
    }
)


def usual_name(name: str, known: Collection[str]) -> str | None:
    """Return what a field is called here that others call *name*; None where no known field is that."""
    here = _USUAL.get(name.casefold(), ())
    return next((one for one in here if one in known), None)
