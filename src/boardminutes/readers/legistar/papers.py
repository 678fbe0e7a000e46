"""The papers of an item: its matter, and what is attached to that."""

from __future__ import annotations

from collections.abc import Iterable

from boardminutes.model.items import Paper
from boardminutes.model.prose import Restriction
from boardminutes.model.values import PaperKind
from boardminutes.readers.exported.ledger import Fields, Ledger
from boardminutes.readers.exported.objects import every, fields_of, leave
from boardminutes.readers.legistar.exports import Row
from boardminutes.readers.legistar.reasons import left
from boardminutes.readers.moderngov.papers import media_type
from boardminutes.readers.moderngov_html import links

_SHOWN = "MatterAttachmentShowOnInternetPage"
_YES = frozenset({"1", "true", "yes"})


def matter(fields: Fields, title: str, place: str) -> tuple[Paper, ...]:
    """Return the matter of an item as its main paper, with the file number as its reference.

    Args:
        fields: The single values of the item.
        title: The title of the item.
        place: Where the item will stand in the meeting.
    """
    kind, name = (fields.get(f"EventItemMatter{one}") for one in ("Type", "Name"))
    if name == title:
        fields.took("EventItemMatterName", f"{place}.title")
        name = ""
    shown = ": ".join(one for one in (kind, name) if one) or None
    reference = fields.get("EventItemMatterFile") or None
    if shown is None and reference is None:
        return ()
    for one in ("Type", "Name"):
        fields.took(f"EventItemMatter{one}", f"{place}.papers[0].title")
    fields.took("EventItemMatterFile", f"{place}.papers[0].reference")
    return (Paper(shown, kind=PaperKind.MAIN, reference=reference),)


def attachments(rows: Iterable[Row], before: int, place: str, ledger: Ledger) -> tuple[Paper, ...]:
    """Return what is attached to the matter of an item.

    Args:
        rows: The attachments.
        before: How many papers stand before them.
        place: Where the item will stand in the meeting.
        ledger: Where the account is written.
    """
    made: list[Paper] = []
    for path, row in rows:
        fields, more = fields_of(row, path, ledger)
        hidden = any(one.casefold() not in _YES for one in every(row, _SHOWN))  # only what is plainly shown is public
        made.extend(_attachment(fields, f"{place}.papers[{before + len(made)}]", hidden=hidden))
        fields.rest(left)
        for name, value in more.items():
            leave(value, f"{fields.path}{name}", ledger)
    return tuple(made)


def _attachment(fields: Fields, place: str, *, hidden: bool) -> tuple[Paper, ...]:
    address = fields.get("MatterAttachmentHyperlink")
    target, why = links.Addresses(None).target(address) if address else (None, "")
    names = ("MatterAttachmentName", "MatterAttachmentFileName")
    named = next((name for name in names if fields.get(name)), None)
    if target is None and named is None:
        fields.left("MatterAttachmentHyperlink", f"left out is {why}")
        return ()
    title = None if named is None else fields.get(named)
    if hidden:
        fields.took(_SHOWN, f"{place}.restriction")
    if named is not None:
        fields.took(named, f"{place}.title")
    if target is not None:
        fields.took("MatterAttachmentHyperlink", f"{place}.url")
    fields.left("MatterAttachmentHyperlink", f"left out is {why}")
    media = None if target is None else media_type(target)
    return (Paper(title, url=target, media_type=media, restriction=Restriction() if hidden else None),)
