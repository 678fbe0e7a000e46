"""Files that a command writes: what is there is not lost by a slip."""

from __future__ import annotations

import errno
import pathlib
from collections.abc import Collection

import typer

from boardminutes import rendering
from boardminutes.sources import DATA_SUFFIXES


def refuse_existing(path: pathlib.Path, *, overwrite: bool) -> None:
    """Refuse to replace a file, unless that is allowed.

    Raises:
        FileExistsError: The file is there, and *overwrite* is not given.
    """
    if path.exists() and not overwrite:
        raise FileExistsError(errno.EEXIST, "There is such a file", str(path))


def known_format(path: pathlib.Path) -> str | None:
    """Return the name of the format that the suffix of a file names; None where it names none that is installed."""
    name = path.suffix.removeprefix(".").lower()
    return name if name in rendering.format_names() else None


def refuse_other_format(path: pathlib.Path, format: str) -> None:
    """Refuse the name of a file that would say another format than it holds.

    Raises:
        typer.BadParameter: The suffix names a format that is installed or one of data files, and not *format*.
    """
    named = known_format(path) or DATA_SUFFIXES.get(path.suffix.lower())
    if named not in {None, format}:
        raise typer.BadParameter(f"{path} says {named}, and {format} is asked for; give --output a name in .{format}")


def refuse_other_suffix(path: pathlib.Path, suffixes: Collection[str]) -> None:
    """Refuse the name of a file that says what the command does not write.

    Raises:
        typer.BadParameter: The suffix is none of the *suffixes*.
    """
    if path.suffix and path.suffix.lower() not in suffixes:
        raise typer.BadParameter(
            f"{path} needs a suffix that is written here: {', '.join(suffixes)}; `boardminutes render` makes documents"
        )


def refuse_source(path: pathlib.Path, source: pathlib.Path | None) -> None:
    """Refuse to replace what a file is made of.

    Raises:
        typer.BadParameter: The *path* leads to the *source*.
    """
    if source is not None and _same(source, path):
        raise typer.BadParameter(f"{path} would replace what it is made of; give --output another place")


def _same(one: pathlib.Path, other: pathlib.Path) -> bool:
    return one.absolute() == other.absolute() or (one.exists() and other.exists() and one.samefile(other))
