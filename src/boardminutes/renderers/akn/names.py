"""What things are called in Akoma Ntoso: elements, identifiers (eId), and the parts of a document's own name."""

from __future__ import annotations

import collections
import re
import unicodedata
from typing import Final

from lxml import etree

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

_SHORT: Final = {"debateSection": "dbsect", "blockList": "list", "blockContainer": "blockcontainer"}
_NOT_IN_NAMES: Final = re.compile("[^a-z0-9]+")
_INLINE: Final = frozenset({"a", "b", "date", "docTitle", "eol", "i", "inline", "person", "signature", "span", "time"})


def debate_name(kind: str) -> str:
    """Return the name of a debate of that kind: an agenda with its minutes is minutes."""
    return "minutes" if kind == "agenda-minutes" else kind


def child(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Append an element to *parent*; one that is not a run of text stands on a line of its own."""
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if name not in _INLINE:
        made.tail = "\n"
    return made


def slug(text: str) -> str:
    """Return what of *text* may stand in an address: small letters of English and digits, with hyphens between."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_IN_NAMES.sub("-", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip("-")


class Identifiers:
    """Gives identifiers as the naming convention has them: what holds it, two low lines, a name and a number."""

    def __init__(self) -> None:
        self._counts: collections.Counter[tuple[str, str]] = collections.Counter()

    def take(self, above: str, element: str) -> str:
        """Return the identifier of the next *element* in what bears the identifier *above* (empty for nothing)."""
        name = _SHORT.get(element, element)
        self._counts[above, name] += 1
        own = f"{name}_{self._counts[above, name]}"
        return f"{above}__{own}" if above else own
