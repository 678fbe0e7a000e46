"""The linked documents of an item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from boardminutes._character_references import unescaped
from boardminutes.model.items import Paper
from boardminutes.model.prose import Restriction
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, UNKNOWN, USUAL, Ledger, clean
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
        restricted = is_true(fields.get("isrestricted"))
        media = None if target is None else _media_type(target)
        made = (Paper(title, url=target, media_type=media, restriction=Restriction() if restricted else None),)
        if restricted:
            fields.took("isrestricted", f"{place}.restriction")
        if title is not None:
            fields.took("title", f"{place}.title")
        if target is not None:
            fields.took("url", f"{place}.url")
    fields.left("url", f"left out is {why}" if why else UNKNOWN)
    fields.rest(lambda name, value: USUAL if is_false(value) else _REASONS.get(name) or unknown(name))
    for where, one in more:
        leave(one, where, ledger)
    return made


def is_true(text: str) -> bool:
    """Tell whether a flag says yes."""
    return text.casefold() in {"true", "1", "yes"}


def is_false(text: str) -> bool:
    """Tell whether a flag says no."""
    return clean(text).casefold() == "false"


def _media_type(url: str) -> str | None:
    return "application/pdf" if "/mgconvert2pdf.aspx" in url.casefold() else media_type(url)
