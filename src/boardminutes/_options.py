"""Checks of options that kinds and formats have in common."""

from __future__ import annotations

import attrs


def switch(_: object, attribute: attrs.Attribute[bool], value: bool) -> None:  # noqa: FBT001 - the value of an option
    """Check an option that is either on or off.

    Raises:
        TypeError: It is neither True nor False.
    """
    if not isinstance(value, bool):
        message = f"{attribute.name} must be True or False, not {value!r}"
        raise TypeError(message)
