"""Words that stand in a YAML file without quotes, and are not text."""

from __future__ import annotations

import re
from typing import Final

import attrs

_WHOLE: Final = re.compile("-?(?:0|[1-9][0-9]{0,17})")
_NUMBER: Final = re.compile("[-+]?(?:[.][0-9]+|[0-9]+(?:[.][0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+")  # of YAML 1.2
_TEXT_TAGS: Final = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "merge", "value"))
_NULL_TAG: Final = "tag:yaml.org,2002:null"


@attrs.frozen
class Unquoted:
    """A date, a number with a point, `yes` …: what is not text, and which programs read in different ways.

    Where a date or time is wanted, it can be one.

    Attributes:
        text: How it stands in the file.
    """

    text: str

    def __str__(self) -> str:
        """Return it as it stands in the file."""
        return self.text


def scalar(text: str, tag: str) -> str | bool | int | Unquoted | None:
    """Return the value of an unquoted word, given what YAML 1.1 takes it for."""
    if tag in _TEXT_TAGS:
        return Unquoted(text) if _NUMBER.fullmatch(text) else text
    if tag == _NULL_TAG:
        return None
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if _WHOLE.fullmatch(text) else Unquoted(text)
