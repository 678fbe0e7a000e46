"""Colours, and how well one can be told from another (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from boardminutes.model._checks import Refused, line, shown

WHITE: Final = "#ffffff"
HEAD_GROUND: Final = "#e9edf2"
"""The ground under the heads of tables."""

WATERMARK: Final = "#ebebeb"
"""The word behind drafts, over which text runs."""

LIGHT_GROUNDS: Final = {
    "white paper": WHITE,
    "the ground of table heads": HEAD_GROUND,
    "the word behind drafts": WATERMARK,
}
DARK_GROUNDS: Final = {"dark paper": "#14181f", "the dark ground of table heads": "#1d232d"}
LEAST_CONTRAST: Final = 4.5
"""What text of ordinary size needs (WCAG 2.2, 1.4.3, level AA)."""

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_STEPS: Final = 256


def colour(value: str) -> str:
    """Check a colour in hexadecimal, and return it as `#rrggbb`."""
    plain = line(value).lower()
    if not _HEX.fullmatch(plain):
        raise Refused(f"must be a colour such as '#0f4061', not {shown(value)}")
    return plain if len(plain) == len(WHITE) else "#" + "".join(digit * 2 for digit in plain[1:])


def parts(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, each from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2, 'relative luminance')."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's numbers
        for part in parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """Return the contrast of a colour with the ground from which it is hardest to tell."""
    return min(contrast(colour, ground) for ground in grounds)


def darkened(colour: str) -> str:
    """Return the nearest darker colour of the same hue that can be read on every light ground."""
    return _nearest(colour, 0.0, LIGHT_GROUNDS.values())


def lightened(colour: str) -> str:
    """Return the nearest lighter colour of the same hue that can be read on every dark ground."""
    return _nearest(colour, 1.0, DARK_GROUNDS.values())


def _nearest(colour: str, end: float, grounds: Iterable[str]) -> str:
    """Return the first colour, on the way to black or white, that can be read on all *grounds*."""
    kept = tuple(grounds)
    ways = (
        "#" + "".join(f"{round((part + (end - part) * step / _STEPS) * 255):02x}" for part in parts(colour))
        for step in range(_STEPS + 1)
    )
    return next(one for one in ways if least_contrast(one, kept) >= LEAST_CONTRAST)
