"""Addresses of links as the standards want them."""

from __future__ import annotations

import re
from typing import Final

_HOST: Final = re.compile(r"\Ahttps?://[^/?#]*", re.IGNORECASE)
_NOT_IN_ADDRESS: Final = re.compile(r"[^A-Za-z0-9!$%&'()*+,\-./:;=?@_~]|%(?![0-9A-Fa-f]{2})")


def percent_encoded(address: str) -> str:
    """Return an address that the model permits as a valid URI; one that is valid already stays as it is.

    What may not stand in a path, query or fragment is percent-encoded (RFC 3986, section 2.1), and so is a `%` that
    encodes nothing. The host is left alone: a wrong one cannot be mended.
    """
    before, hash_sign, fragment = address.partition("#")
    rest = _HOST.sub("", before, count=1)
    return before.removesuffix(rest) + _encoded(rest) + hash_sign + _encoded(fragment)


def _encoded(part: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), part)
