"""Rows of tables as GitHub writes them: cells between bars."""

from __future__ import annotations

import re

_RULE = re.compile(r"\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*\|?")
_UP_TO_A_BAR = re.compile(r"(?:[^\\|]|\\(?:.|$))*+", re.DOTALL)


def is_rule(text: str) -> bool:
    """Tell whether a line is the rule under the heading of a table."""
    return "-" in text and _RULE.fullmatch(text.strip()) is not None


def cells_of(text: str) -> list[str]:
    """Return the cells of a row; a bar after a backslash is text."""
    row = text.strip().removeprefix("|")
    cells: list[str] = []
    at = 0
    while True:
        found = _UP_TO_A_BAR.match(row, at)
        end = found.end() if found else len(row)
        cells.append(row[at:end].strip().replace("\\|", "|"))
        at = end + 1
        if at > len(row) or (at == len(row) and row[-1:] == "|"):
            return cells
