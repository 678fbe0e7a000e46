"""Addresses: where a page was, where its links lead, and which of them a document may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

import attrs

from boardminutes.model import _checks as check

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{1,6}\)(?P<url>https?://\S+)", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{0,30}):")
_IGNORED = re.compile("[\t\n\r\x00-\x1f]")
_LONGEST_SHOWN = 120


@attrs.define
class Addresses:
    """What a page says of its own address, from the strongest word to the weakest.

    Attributes:
        given: The address that the user gave; None for none.
        base: What `<base href>` says, seen from the address.
        told: What the browser that saved the page, or the page itself, says of its address.
    """

    given: str | None
    base: str | None = None
    told: str | None = None

    def comment(self, text: str) -> None:
        """Look whether a comment is the one in which browsers say where they saved a page from."""
        found = _SAVED_FROM.match(text[:2_000])
        if found is not None and self.told is None:
            self.told = found["url"]

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        """Look whether an element says where the page is."""
        if name == "base" and self.base is None and attributes.get("href"):
            self.base = _joined(self.given or self.told or "", attributes["href"])
        elif self.told is None:
            if name == "link" and attributes.get("rel", "").lower() == "canonical":
                self.told = _absolute(attributes.get("href", ""))
            elif name == "meta" and attributes.get("property", "").lower() == "og:url":
                self.told = _absolute(attributes.get("content", ""))

    def target(self, address: str) -> tuple[str | None, str]:
        """Return where a link leads, None where no document may hold that, and then the reason."""
        plain = _IGNORED.sub("", address).strip().replace(" ", "%20")
        shown = repr(plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…")
        found = _SCHEME.match(plain)
        if found is not None and found["scheme"].lower() in {"javascript", "vbscript", "data"}:
            return None, f"the address {shown}, which is a program or data"
        whole = plain if found is not None else _joined(self.base or self.given or self.told or "", plain)
        if whole is None or _SCHEME.match(whole) is None:
            return None, f"the address {shown}, which is relative to a page whose address is not known"
        try:
            return check.link(whole), ""
        except check.Refused:
            return None, f"the address {shown}, which is no web, mail or telephone address"


def _joined(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address)
    except ValueError:  # brackets that are no IPv6 address
        return None


def _absolute(address: str) -> str | None:
    return address if address.lower().startswith(("http://", "https://")) else None
