"""The errors of a command, each as a sentence and an exit status, and never as a traceback."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from boardminutes.cli import streams
from boardminutes.cli.exits import Status
from boardminutes.cli.telling import Told, told
from boardminutes.errors import BoardMinutesError

_P = ParamSpec("_P")
_T = TypeVar("_T")


def guarded(command: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return a *command* that says what is wrong with its input, and ends with the status that means it."""

    @functools.wraps(command)
    def ending(*given: _P.args, **named: _P.kwargs) -> _T:
        try:
            return command(*given, **named)
        except BrokenPipeError:
            streams.close_quietly()
            raise typer.Exit(Status.UNREAD) from None
        except (BoardMinutesError, OSError) as error:
            tell(told(error, _source(error, named.get("source"))), as_json=named.get("as_json") is True)
            raise typer.Exit(Status.INPUT) from None

    return ending


def tell(trouble: Told, *, as_json: bool) -> None:
    """Say what is wrong: in words to stderr, or for machines to stdout."""
    if as_json:
        streams.put_json({"error": trouble.data()})
    else:
        streams.notify(f"boardminutes: {trouble}")


def _source(error: BaseException, given: object) -> str | None:
    """Return what the command was given, where the error does not name it."""
    if isinstance(error, OSError) or not isinstance(given, str):
        return None
    return "stdin" if given == "-" else given
