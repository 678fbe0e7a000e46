"""A meeting with another value at one place inside it."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from boardminutes.errors import InvalidMinutesError, Problem, join_path
from boardminutes.model._checks import shown
from boardminutes.model.meeting import Meeting

_PATH: Final = re.compile(r"[^\W\d]\w*(?:\[[0-9]{1,9}\])*(?:\.[^\W\d]\w*(?:\[[0-9]{1,9}\])*)*", re.ASCII)
_STEP: Final = re.compile(r"\w+|\[[0-9]+\]", re.ASCII)


def replace_at(meeting: Meeting, path: str, value: object) -> Meeting:
    """Return *meeting* with *value* at *path*; everything on the way to it is made anew and checked.

    Args:
        meeting: The meeting, which stays as it is.
        path: The way to the value in the form that problems have, such as `items[3].minutes[0].due`; the value must
            be there already, even if it is None.
        value: What is to stand there, in any form that the field takes.

    Raises:
        InvalidMinutesError: The path is not there, or the value cannot stand there.
    """
    if not _PATH.fullmatch(path):
        message = f"is no path such as items[3].minutes[0].due: {shown(path)}"
        raise InvalidMinutesError([Problem("", message)])
    replaced: Meeting = _replaced(meeting, _STEP.findall(path), value, "")
    return replaced


def _replaced(held: Any, steps: list[str], value: object, path: str) -> Any:  # noqa: ANN401 - anything in a meeting
    """Return what is *held* at *path*, with *value* at the end of the *steps* from there."""
    if not steps:
        return value
    step, *rest = steps
    here = join_path(path, step)
    if step.startswith("["):
        index = int(step[1:-1])
        if not isinstance(held, tuple) or index >= len(held):
            raise _absent(here, held)
        return (*held[:index], _replaced(held[index], rest, value, here), *held[index + 1 :])
    if not attrs.has(type(held)) or step not in attrs.fields_dict(type(held)):
        raise _absent(here, held)
    inner = _replaced(getattr(held, step), rest, value, here)
    try:
        return attrs.evolve(held, **{step: inner})
    except InvalidMinutesError as error:
        raise InvalidMinutesError(problem.under(path) for problem in error.problems) from None


def _absent(path: str, held: Any) -> InvalidMinutesError:  # noqa: ANN401 - anything in a meeting
    if isinstance(held, tuple):
        why = f"there are {len(held)} elements, counted from 0"
    elif attrs.has(type(held)):
        why = f"{type(held).__name__} has the fields {', '.join(attrs.fields_dict(type(held)))}"
    else:
        why = f"{shown(held)} holds nothing"
    return InvalidMinutesError([Problem(path, f"is not there; {why}")])
