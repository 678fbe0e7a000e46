"""Plain data as the model, fast where all is well, and explained where it is not."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from boardminutes._data.careful import MOST, Careful
from boardminutes._data.fast import Fast
from boardminutes._data.forms import Read, too_deep, under
from boardminutes._data.structure import Structure
from boardminutes.errors import InvalidMinutesError, Problem
from boardminutes.model._checks import Refused
from boardminutes.model.meeting import Meeting


def meeting(data: object, *, clean: bool, problems: Iterable[Problem] = ()) -> Meeting:
    """Return the meeting that plain data stand for.

    Args:
        data: The data, without a schema version.
        clean: Whether no text in them holds a carriage return or a character that XML forbids.
        problems: What is known to be wrong with them already.

    Raises:
        InvalidMinutesError: They stand for none; the error tells of every problem that can be seen.
    """
    known = list(problems)
    try:
        if clean and not known:
            return _made(_fast(), data)
    except (Refused, InvalidMinutesError, KeyError):
        pass  # the careful way says why
    try:
        made = _made(_careful(), data)
    except (Refused, InvalidMinutesError) as error:
        known += under("", error).problems
    if len(known) >= MOST:
        known.append(Problem("", "there may be more problems than these"))
    if known:
        raise InvalidMinutesError(known)
    return made


def _made(read: Read, data: object) -> Meeting:
    try:
        made: Meeting = read(data)
    except RecursionError:
        raise too_deep() from None
    return made


@functools.lru_cache(maxsize=1)
def _fast() -> Read:
    return Structure(Fast()).record(Meeting)


@functools.lru_cache(maxsize=1)
def _careful() -> Read:
    return Structure(Careful()).record(Meeting)
