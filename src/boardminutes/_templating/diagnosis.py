"""Why a template cannot be filled: every variable that is missing, the paragraph it stands in, and the nearest name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Final, TypeAlias

from jinja2 import Template, Undefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.utils import missing

from boardminutes._nearest import nearest
from boardminutes._templating.budget import Budget, ExhaustedError
from boardminutes._templating.sandbox import render
from boardminutes.errors import Problem

_TEMPLATE: Final = "__jinja_template__"  # by this name the code of a template knows the template

Place: TypeAlias = Callable[[int | None], str]
"""What says where a line of a template is; None for a line that is not known."""


def misses(
    compiled: Callable[[type[Undefined]], Template], place: Place, context: Mapping[str, object], left: Budget
) -> list[Problem]:
    """Fill a template again, go on after every miss, and return them all.

    Args:
        compiled: What compiles the template with a class for what is missing.
        place: What says where a line is.
        context: What its tags may name.
        left: What it may still do.
    """
    found: list[Problem] = []

    class Missing(_Missing):
        __slots__ = ()

        def note(self) -> None:
            found.append(Problem(place(_line_now()), _sentence(self, context)))

    try:
        render(compiled(Missing), context, left)
    except Exception as error:  # noqa: BLE001 - what a miss leads to may be anything
        if isinstance(error, UndefinedError | ExhaustedError) or not found:
            found.append(problem_of(error, place))
    return list(dict.fromkeys(found))


def problem_of(error: Exception, place: Place) -> Problem:
    """Return what an error says, and where in the template it arose."""
    line, trace = None, error.__traceback__
    while trace is not None:
        line = _line_of(trace.tb_frame, trace.tb_lineno) or line
        trace = trace.tb_next
    return Problem(place(line), str(error) or repr(error))


def _line_now() -> int:
    """Return the line of the given template whose code is running; the caller is called by it, over some corners."""
    frame = sys._getframe(1)  # noqa: SLF001 - Python has no other way to ask who is calling
    while (line := _line_of(frame, frame.f_lineno)) is None:
        assert frame.f_back is not None  # noqa: S101 - a miss happens in a template only
        frame = frame.f_back
    return line


def _line_of(frame: FrameType, line: int) -> int | None:
    """Return the line of the template that the code of a *frame* was made of; None for other code.

    A template that was given has no name; one that it extends, which is ours, has one.
    """
    template: Template | None = frame.f_globals.get(_TEMPLATE)
    return None if template is None or template.name is not None else template.get_corresponding_lineno(line)


class _Missing(Undefined):
    """A variable that is missing: its use is noted, and then it is nothing."""

    __slots__ = ()

    def note(self) -> None:
        """Note that the variable was used."""

    def _noted(self) -> _Missing:
        self.note()
        return self

    def __getattr__(self, name: str) -> _Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._noted()

    def __getitem__(self, *_key: object) -> _Missing:  # type: ignore[override]  # the base class never returns
        return self._noted()

    def __call__(self, *_args: object, **_options: object) -> _Missing:  # type: ignore[override]  # likewise
        return self._noted()

    def __str__(self) -> str:
        self._noted()
        return ""

    def __iter__(self) -> Iterator[object]:
        self._noted()
        return iter(())

    def __len__(self) -> int:
        self._noted()
        return 0

    def __bool__(self) -> bool:
        self._noted()
        return False

    def __eq__(self, _other: object) -> bool:
        return bool(self)

    __hash__ = Undefined.__hash__


def _sentence(miss: Undefined, context: Mapping[str, object]) -> str:
    name, owner = miss._undefined_name, miss._undefined_obj  # noqa: SLF001 - Jinja shows them to subclasses
    if miss._undefined_exception is SecurityError:  # noqa: SLF001 - likewise
        return miss._undefined_message  # noqa: SLF001 - likewise
    if owner is None:
        return f"{name} is asked of something that is not known in this meeting; put {{% if … %}} around it"
    known = list(context) if owner is missing else [each for each in dir(owner) if not each.startswith("_")]
    near = nearest(str(name), known)
    of = "" if owner is missing else f" in {type(owner).__name__}"
    advice = f"did you mean {near}?" if near else f"known: {', '.join(sorted(known))}"
    return f"{name} is not known{of}; {advice}"
