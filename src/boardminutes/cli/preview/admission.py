"""Which requests are answered: those of the page itself and of the person who opens it, and nobody else's.

Other sites that are open in the browser can send requests to this machine. They are told apart by what browsers say of
each request and pages cannot change: the host that was asked for (against DNS rebinding), the origin, and the Fetch
Metadata (W3C). Beyond that the address holds a secret.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Final

import attrs

HOST: Final = "127.0.0.1"

_METHODS: Final = ("GET", "HEAD")
_FROM_US: Final = ("same-origin", "none")


@attrs.frozen
class Refusal:
    """Why a request is not answered.

    Attributes:
        status: The HTTP status.
        reason: Why, in a sentence that tells nothing of the file.
    """

    status: int
    reason: str


@attrs.frozen
class Doorkeeper:
    """Who lets requests in.

    Attributes:
        port: The port on which it stands.
        secret: What the path begins with.
    """

    port: int
    secret: str = attrs.field(repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts under which the page may be asked for."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> Refusal | None:
        """Return why a request is not answered; None where it is."""
        if method not in _METHODS:
            return Refusal(405, "only GET is answered")
        host = headers.get("Host", "")
        if host not in self.hosts:
            return Refusal(403, "asked for under another name")
        origin = headers.get("Origin")
        if origin is not None and origin != f"http://{host}":
            return Refusal(403, "asked for by another site")
        if headers.get("Sec-Fetch-Site", "none") not in _FROM_US:
            return Refusal(403, "asked for by another site")
        given = path.removeprefix("/").partition("/")[0]
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self.secret.encode()):
            return Refusal(404, "there is nothing here")
        return None
