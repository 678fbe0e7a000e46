"""JSON as the formats of data write it."""

from __future__ import annotations

import json
from collections.abc import Mapping


def json_bytes(value: Mapping[str, object]) -> bytes:
    """Return *value* as JSON in UTF-8, in lines, and with a line end at its end (RFC 8259)."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def known(**values: object) -> dict[str, object]:
    """Return those of the *values* that are not None."""
    return {name: value for name, value in values.items() if value is not None}
