"""What a rule is: a code, a check, and the page that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Record

Check: TypeAlias = Callable[[Record], Iterator[Problem]]
"""Yields each place where the rule is not kept, with a sentence; in any order."""


@attrs.frozen
class Rule:
    """One thing that is looked for.

    Attributes:
        code: The stable code, which is never given to another rule.
        name: The code in words.
        severity: How much a finding weighs.
        check: What looks for it.
        finds: What it finds, in one sentence or more.
        why: Why that matters, with the source of the rule where there is one.
        hint: What to do about a finding, in a sentence without a full stop.
        bad: A meeting that has it and nothing else that is found, as a Python expression.
        good: The same meeting put right, in which nothing is found.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    finds: str = attrs.field(kw_only=True)
    why: str = attrs.field(kw_only=True)
    hint: str = attrs.field(kw_only=True)
    bad: str = attrs.field(kw_only=True)
    good: str = attrs.field(kw_only=True)
