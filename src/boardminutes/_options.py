"""Checks of options that kinds and formats have in common."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.model._checks import LARGEST_MARK

LARGEST_PAGE: Final = LARGEST_MARK


def true_or_false(_: object, attribute: attrs.Attribute[bool], value: bool) -> None:  # noqa: FBT001 - the value of an option
    """Check an option that is either on or off.

    Raises:
        TypeError: It is neither True nor False.
    """
    if not isinstance(value, bool):
        message = f"{attribute.name} must be True or False, not {value!r}"
        raise TypeError(message)


def page_number(_: object, attribute: attrs.Attribute[int | None], value: int | None) -> None:
    """Check an option that is the number of a page, or None.

    Raises:
        TypeError: It is no whole number.
        ValueError: No page bears that number.
    """
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{attribute.name} must be the number of a page or None, not {value!r}"
        raise TypeError(message)
    if not 1 <= value <= LARGEST_PAGE:
        message = f"{attribute.name} must be from 1 to {LARGEST_PAGE}, not {value}"
        raise ValueError(message)
