"""Files that a command writes: what is there is not lost by a slip."""

from __future__ import annotations

import errno
import pathlib

import typer


def refuse_existing(path: pathlib.Path, *, overwrite: bool) -> None:
    """Refuse to replace a file, unless that is allowed.

    Raises:
        FileExistsError: The file is there, and *overwrite* is not given.
    """
    if path.exists() and not overwrite:
        raise FileExistsError(errno.EEXIST, "There is such a file", str(path))


def refuse_source(path: pathlib.Path, source: pathlib.Path | None) -> None:
    """Refuse to replace what a file is made of.

    Raises:
        typer.BadParameter: The *path* leads to the *source*.
    """
    if source is not None and _same(source, path):
        raise typer.BadParameter(f"{path} would replace what it is made of; give --output another place")


def _same(one: pathlib.Path, other: pathlib.Path) -> bool:
    return one.absolute() == other.absolute() or (one.exists() and other.exists() and one.samefile(other))
