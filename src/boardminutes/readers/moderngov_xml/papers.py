"""The linked documents of an item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from boardminutes._character_references import unescaped
from boardminutes.model.items import Paper
from boardminutes.model.prose import Restriction
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNKNOWN, USUAL, Fields, Ledger, clean
from boardminutes.readers.moderngov.papers import media_type
from boardminutes.readers.moderngov_html import links
from boardminutes.readers.moderngov_xml.tree import Node, fields_of, leave, unknown

_REASONS: Final = {
    "attachmentid": FOREIGN_ID,
    "publicationdate": NOT_HELD,
    "isurl": NOT_HELD,
    "isdecisionattachment": NOT_HELD,
}


def papers(containers: Iterable[tuple[str, Node]], place: str, ledger: Ledger, url: str | None) -> tuple[Paper, ...]:
    """Return the papers that elements `linkeddoc` tell of; *place* is where the item stands in the meeting."""
    made: list[Paper] = []
    for path, container in containers:
        fields, more = fields_of(container, path, ledger)
        fields.rest(unknown)
        for where, node in more:
            if node.name == "linkeddoc":
                made.extend(_paper(node, where, f"{place}.papers[{len(made)}]", ledger, url))
            else:
                leave(node, where, ledger)
    return tuple(made)


def _paper(node: Node, path: str, place: str, ledger: Ledger, url: str | None) -> tuple[Paper, ...]:
    fields, more = fields_of(node, path, ledger)
    title = clean(unescaped(fields.get("title"))) or None
    target, why = links.Addresses(url).target(address) if (address := fields.get("url")) else (None, "")
    made: tuple[Paper, ...] = ()
    if title is not None or target is not None:
        restricted = [key for key, told in flag(fields, more, "isrestricted").items() if not is_false(told)]
        media = None if target is None else _media_type(target)
        made = (Paper(title, url=target, media_type=media, restriction=Restriction() if restricted else None),)
        for key in restricted:
            fields.took(key, f"{place}.restriction")
        if title is not None:
            fields.took("title", f"{place}.title")
        if target is not None:
            fields.took("url", f"{place}.url")
    fields.left("url", f"left out is {why}" if why else UNKNOWN)
    fields.rest(_left)
    for where, one in more:
        leave(one, where, ledger)
    return made


def _left(name: str, value: str) -> str:
    if name.startswith("is") and is_false(value):
        return USUAL
    return _REASONS.get(name) or unknown(name)


def flag(fields: Fields, more: Iterable[tuple[str, Node]], name: str) -> dict[str, str]:
    """Return all that is told of a flag, by key: as an element or an attribute, and each time where it is told twice.

    Args:
        fields: The single values of what it is a flag of.
        more: The elements in that which are no single values; a flag that is one of those says neither yes nor no.
        name: The name of the flag.
    """
    keys = [key for key in fields.values if key.removeprefix("@").partition("[")[0] == name]
    told = {key: fields.get(key) for key in keys if fields.get(key)}
    return told | {where: one.markup() for where, one in more if one.name == name}


def is_true(text: str) -> bool:
    """Tell whether a flag says yes."""
    return text.casefold() in {"true", "1", "yes"}


def is_false(text: str) -> bool:
    """Tell whether a flag says no."""
    return clean(text).casefold() in {"false", "0", "no"}


def _media_type(url: str) -> str | None:
    return "application/pdf" if "/mgconvert2pdf.aspx" in url.casefold() else media_type(url)
