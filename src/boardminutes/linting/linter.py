"""All checks over one meeting."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

import attrs

from boardminutes.errors import UnknownCodeError
from boardminutes.linting.findings import Finding

if TYPE_CHECKING:
    from boardminutes.model.meeting import Meeting

_STEP: Final = re.compile(r"\w+|\[[0-9]+\]", re.ASCII)


def lint(meeting: Meeting, *, ignore: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what a clerk would want to know before *meeting* is published, in the order of the record.

    The whole meeting is looked at, restricted matter too, and findings may quote it: they are for those who may read
    all of it. The codes are listed in the reference.

    Args:
        meeting: The meeting.
        ignore: The codes of what shall not be looked for, such as `["BM102"]`.

    Raises:
        UnknownCodeError: A code in *ignore* is none.
        TypeError: *meeting* is no Meeting, or *ignore* is a single text.
    """
    # Here, because who imports the package for something else shall not wait for the checks.
    from boardminutes.linting.record import Record  # noqa: PLC0415 - see above
    from boardminutes.linting.registry import RULES  # noqa: PLC0415 - see above
    from boardminutes.model.meeting import Meeting as MeetingClass  # noqa: PLC0415 - see above

    if not isinstance(meeting, MeetingClass):
        raise TypeError(f"meeting must be a Meeting, not {type(meeting).__name__}")
    ignored = _codes(ignore, [rule.code for rule in RULES])
    record = Record(meeting)
    found = [
        Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            path=problem.path,
            message=problem.message,
            hint=rule.hint,
        )
        for rule in RULES
        if rule.code not in ignored
        for problem in rule.check(record)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (_place(meeting, finding.path), finding.code)))


def _codes(ignore: Iterable[str], known: list[str]) -> frozenset[str]:
    if isinstance(ignore, str):
        raise TypeError(f"ignore must be a sequence of codes, not {ignore!r}")
    codes = frozenset(ignore)
    unknown = sorted(map(str, codes - set(known)))
    if unknown:
        raise UnknownCodeError(unknown[0], known)
    return codes


@functools.lru_cache(maxsize=128)
def _field_numbers(kind: type) -> dict[str, int]:
    return {field.name: number for number, field in enumerate(attrs.fields(kind))}


def _place(meeting: Meeting, path: str) -> tuple[int, ...]:
    """Return where *path* stands in the record: the number of each field and element on the way."""
    held: object = meeting
    numbers: list[int] = []
    for step in _STEP.findall(path):
        if step.startswith("["):
            numbers.append(int(step[1:-1]))
            held = held[numbers[-1]]  # type: ignore[index] # a path of our own, which a test holds to lead somewhere
        else:
            numbers.append(_field_numbers(cast("type", type(held)))[step])
            held = getattr(held, step)
    return tuple(numbers)
