"""Character references in mark-up, such as `&amp;`."""

from __future__ import annotations

import html
import re

_LEADING_ZEROS = re.compile("(?<=&#)0+(?=[0-9])")
_BEYOND_UNICODE = re.compile("&#[0-9]{8,};?")


def unescaped(text: str) -> str:
    """Return *text* with references replaced; Python's own function cannot read a number of thousands of figures."""
    if "&#" in text:
        text = _BEYOND_UNICODE.sub("\N{REPLACEMENT CHARACTER}", _LEADING_ZEROS.sub("", text))
    return html.unescape(text)
