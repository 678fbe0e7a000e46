"""All rules, in the order of their codes."""

from __future__ import annotations

import itertools
from typing import Final

from boardminutes.linting.checks import (
    actions,
    dates,
    guests,
    interests,
    items,
    motions,
    names,
    numbers,
    outcome_numbers,
    people,
    prose,
    quorum,
    references,
    restricted,
    signatures,
    status,
    times,
    votes,
)
from boardminutes.linting.rules import Rule

_MODULES: Final = (
    actions,
    motions,
    names,
    people,
    guests,
    interests,
    votes,
    quorum,
    numbers,
    outcome_numbers,
    references,
    dates,
    times,
    status,
    signatures,
    restricted,
    items,
    prose,
)

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted(itertools.chain.from_iterable(module.RULES for module in _MODULES), key=lambda rule: rule.code)
)
"""Every rule once; a code that was given away is never used again."""

GROUPS: Final = {
    "BM1": "Actions and motions",
    "BM2": "People",
    "BM3": "Votes and quorum",
    "BM4": "Numbers and references",
    "BM5": "Days and times",
    "BM6": "The state of the record",
    "BM7": "Restricted matter",
    "BM8": "Items and prose",
}
"""What the codes that begin alike are about."""
