"""Which requests are answered: those of the page itself and of the person who opens it, and nobody else's.

Other sites that are open in the browser can send requests to this machine. They are told apart by what browsers say of
each request and pages cannot change: the host that was asked for (against DNS rebinding), the origin, and the Fetch
Metadata (W3C). Beyond that the address holds a secret.
"""

from __future__ import annotations

import hmac
from email.message import Message
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

    def refusal(self, method: str, path: str, headers: Message) -> Refusal | None:
        """Return why a request is not answered; None where it is.

        Args:
            method: The method.
            path: The path, with the secret.
            headers: The headers, in any case; of those that are repeated each must be right, and Host stands once
                (RFC 9112, section 3.2).
        """
        if method not in _METHODS:
            return Refusal(405, "only GET is answered")
        hosts = headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0] not in self.hosts:
            return Refusal(403, "asked for under another name")
        if any(origin != f"http://{hosts[0]}" for origin in headers.get_all("Origin", [])):
            return Refusal(403, "asked for by another site")
        if any(site not in _FROM_US for site in headers.get_all("Sec-Fetch-Site", [])):
            return Refusal(403, "asked for by another site")
        given = path.removeprefix("/").partition("/")[0]
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self.secret.encode()):
            return Refusal(404, "there is nothing here")
        return None
