"""Checks of options that formats have in common."""

from __future__ import annotations

import attrs

from boardminutes.model import _checks as check


def address(_: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    """Check an option that is an address or None.

    Raises:
        TypeError: It is neither a text nor None.
        ValueError: It is no address that a link may lead to.
    """
    if value is None:
        return
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be an address or None, not {value!r}")
    try:
        check.link(value)
    except check.Refused as refusal:
        raise ValueError(f"{attribute.name} {refusal.problem.message}") from None
