"""Why a template cannot be filled: every variable that is missing, the paragraph it stands in, and the nearest name."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Template, Undefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.utils import missing

from boardminutes.errors import Problem
from boardminutes.renderers.docx.sandbox import Sandbox, paragraph_on

_TEMPLATE: Final = "__jinja_template__"  # by this name the code of a template knows the template
_CODE: Final = "<template>"  # and so is its file called, in whose lines Jinja counts a traceback


def misses(label: str, source: str, context: Mapping[str, object]) -> list[Problem]:
    """Fill a part again, go on after every miss, and return them all."""
    found: list[Problem] = []

    class Missing(_Missing):
        __slots__ = ()

        def note(self) -> None:
            found.append(Problem(f"{label}, {paragraph_on(source, _line_now())}", _sentence(self, context)))

    try:
        Sandbox(Missing).from_string(source).render(context)
    except Exception as error:  # noqa: BLE001 - what a miss leads to may be anything
        if isinstance(error, UndefinedError) or not found:
            found.append(problem_of(error, label, source))
    return found


def problem_of(error: Exception, label: str, source: str) -> Problem:
    """Return what an error says, and the paragraph of the template in which it arose."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _CODE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return Problem(label if line is None else f"{label}, {paragraph_on(source, line)}", str(error) or repr(error))


def _line_now() -> int:
    """Return the line of the template whose code is running; the caller is called by it, if over some corners."""
    frame = sys._getframe(1)  # noqa: SLF001 - Python has no other way to ask who is calling
    while _TEMPLATE not in frame.f_globals:
        assert frame.f_back is not None  # noqa: S101 - a miss happens in a template only
        frame = frame.f_back
    template: Template = frame.f_globals[_TEMPLATE]
    return template.get_corresponding_lineno(frame.f_lineno)


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
    near = difflib.get_close_matches(str(name), known, n=1)
    of = "" if owner is missing else f" in {type(owner).__name__}"
    advice = f"did you mean {near[0]}?" if near else f"known: {', '.join(sorted(known))}"
    return f"{name} is not known{of}; {advice}"
