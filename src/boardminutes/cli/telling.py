"""What is said of an error: what is wrong and where, and what to do next; in words, or as data."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from boardminutes import errors
from boardminutes._data.versions import UPDATE
from boardminutes.errors import Problem

_ADVICE: Final[tuple[tuple[type[Exception], str], ...]] = (
    (errors.InvalidMinutesError, "mend the file; `boardminutes schema` has its form, `boardminutes new` an example"),
    (
        errors.UnrecognisedSourceError,
        "give a data file (.json, .yaml), a page that a reader knows, or a file that carries its meeting",
    ),
    (errors.ReadError, "look at the page, or choose another reader with --reader"),
    (errors.MissingGlyphError, "give a font that has them: --option fonts=/path/to/Font.ttf"),
    (errors.TemplateError, "`boardminutes templates check` tells all that is wrong with a template"),
    (errors.PluginError, "update or uninstall the package that provides it"),
    (errors.MissingDependencyError, "install it, and run this again"),
    (errors.LostWorkerError, "run this again with --existing skip"),
    (FileNotFoundError, "look at the name, and at the folder in which this runs"),
    (FileExistsError, "choose another name, or give --overwrite"),
    (PermissionError, "ask for the right to it, or choose another place"),
    (IsADirectoryError, "give a file"),
    (NotADirectoryError, "give a folder"),
)
"""What to do next, by the first class that fits."""

_IN_FILE: Final = "in the file "
"""How the library begins the note of an error that says which of several files it is about."""

_ADVICE_BY_NUMBER: Final[Mapping[int, str]] = MappingProxyType(
    {errno.ENOSPC: "make room on the disk, and run this again", errno.EADDRINUSE: "choose another port with --port"}
)


_ADVICE_TO_UPDATE: Final = "update boardminutes: python -m pip install --upgrade boardminutes"


@attrs.frozen
class Told:
    """An error as it is told.

    Attributes:
        type: The name of its class.
        message: What is wrong.
        advice: What to do next; empty where the message says it.
        source: What it happened with, as it was given; None where that is not known.
        problems: The problems of data or of a template, each with its path.
    """

    type: str
    message: str
    advice: str
    source: str | None = None
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Return it in words."""
        where = "" if self.source is None or self.message.startswith(f"{self.source}:") else f"{self.source}: "
        following = f"\n  next: {self.advice}" if self.advice else ""
        return f"{where}{self.message}{following}"

    def data(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "type": self.type,
            "message": self.message,
            "next": self.advice,
            "source": self.source,
            "problems": [{"path": problem.path, "message": problem.message} for problem in self.problems],
        }


def told(error: BaseException, source: str | None = None) -> Told:
    """Return what is said of an *error* that happened with a *source*."""
    advice = next((text for kind, text in _ADVICE if isinstance(error, kind)), "")
    message = str(error)
    if isinstance(error, OSError):
        message = _system(error)
        advice = _ADVICE_BY_NUMBER.get(error.errno or 0, advice)
    if isinstance(error, errors.MissingDependencyError):
        message, advice = "an extra is not installed", f"run: {error}"
    problems = tuple(getattr(error, "problems", ()))
    if any(problem.message.endswith(UPDATE) for problem in problems):
        advice = _ADVICE_TO_UPDATE
    return Told(type(error).__name__, message, advice, source, problems)


def file_of(error: BaseException) -> str | None:
    """Return the file of several that an *error* is about; None where it does not say."""
    notes = (note for note in getattr(error, "__notes__", ()) if note.startswith(_IN_FILE))
    return next((note.removeprefix(_IN_FILE) for note in notes), None)


def _system(error: OSError) -> str:
    said = error.strerror or str(error) or type(error).__name__
    said = "There is such a file" if isinstance(error, FileExistsError) else said
    name = error.filename
    return said if name is None else f"{name if isinstance(name, str) else repr(name)}: {said}"
