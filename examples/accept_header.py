"""Which of the formats that a server has a client likes best, by its Accept header; fastapi_app.py uses it."""

from __future__ import annotations

import re
from collections.abc import Mapping


def preferred(accept: str, offered: Mapping[str, str]) -> str | None:
    """Return the format that an Accept header likes best (RFC 9110, 12.5.1), the first of equals; None for none.

    Parameters beside the quality, such as a character set, are passed over.

    Args:
        accept: The header, such as `text/html, application/*;q=0.5`; empty where the client sent none.
        offered: The media type of each format, the server's own favourite first.
    """
    qualities: dict[str, float] = {}
    for accepted in re.sub(r"\s", "", accept.lower() or "*/*").split(","):
        media_range, *parameters = accepted.split(";")
        quality = next((one[2:] for one in parameters if re.fullmatch(r"q=[01](\.\d{0,3})?", one)), "1")
        qualities[media_range] = float(quality)

    def quality_of(name: str) -> float:
        ranges = (offered[name], f"{offered[name].partition('/')[0]}/*", "*/*")  # the most exact one counts
        return next((qualities[one] for one in ranges if one in qualities), 0.0)

    best = max(offered, key=quality_of)
    return best if quality_of(best) else None
