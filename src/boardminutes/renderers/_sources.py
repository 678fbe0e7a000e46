"""Addresses on the web, as formats of data want them for sources."""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.model import _checks as check
from boardminutes.renderers._addresses import percent_encoded

_WEB: Final = re.compile("https?://", re.IGNORECASE)


def web_address(_: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    """Check an option that is an address on the web or None.

    Raises:
        TypeError: It is neither a text nor None.
        ValueError: It is no such address.
    """
    if value is None:
        return
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be an address or None, not {value!r}")
    try:
        check.link(value)
    except check.Refused as refusal:
        raise ValueError(f"{attribute.name} {refusal.problem.message}") from None
    if not is_web(value):
        raise ValueError(f"{attribute.name} must be an http or https address, not {value!r}")


def is_web(address: str) -> bool:
    """Tell whether an address leads to a page, and not to a mailbox or telephone."""
    return _WEB.match(address) is not None


def web_uri(address: str) -> str:
    """Return an address on the web as a URI, its scheme in small letters, which is all that some checkers know.

    RFC 3986, section 3.1, has schemes written so. What the address leads to stays the same.
    """
    scheme, colon, rest = percent_encoded(address).partition(":")
    return f"{scheme.lower()}{colon}{rest}"
