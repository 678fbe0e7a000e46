"""The sources of a command: files, folders, patterns, and `-` for stdin."""

from __future__ import annotations

import errno
import glob
import os
import pathlib
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
import typer

from boardminutes.cli import streams
from boardminutes.cli.telling import Told, told
from boardminutes.errors import BoardMinutesError, ReadError
from boardminutes.sources import DATA_SUFFIXES, Found, find_meetings

STDIN: Final = "-"
_SCHEMAS: Final = ".schema.json"


@attrs.frozen
class Source:
    """One source.

    Attributes:
        path: The file; None for stdin.
        below: Its path below the folder in which it was found, or its name.
        many: Whether it comes of a folder or a pattern, which may give any number of files.
    """

    path: pathlib.Path | None
    below: pathlib.Path
    many: bool = False

    def __str__(self) -> str:
        """Return what it is called."""
        return "stdin" if self.path is None else str(self.path)

    def load(self) -> Found:
        """Return the meetings that it holds.

        Raises:
            BoardMinutesError: It holds none, or none that can be read.
            OSError: The file cannot be read.
        """
        return find_meetings(self.input())

    def input(self) -> pathlib.Path | bytes:
        """Return the path of the file, or what came in through stdin."""
        return streams.standard_input() if self.path is None else self.path


@attrs.frozen
class Loaded:
    """A source, with what it holds or why that is not known.

    Attributes:
        source: The source.
        found: What it holds.
        trouble: Why it holds nothing that can be used; None where it does.
    """

    source: Source
    found: Found | None
    trouble: Told | None = None


def expanded(given: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources that were *given*, each file once, in the order of their names below each folder.

    Of a folder these are the data files in it and below, without those whose name begins with a full stop and without
    schemas; a pattern means what it matches, with `**` for any folders.

    Raises:
        typer.BadParameter: stdin is given twice, or a source has no name.
        OSError: A folder cannot be read or holds no data file, or a pattern matches nothing.
    """
    names = list(given)
    if names.count(STDIN) > 1:
        raise typer.BadParameter("stdin can be read once; give - once")
    if "" in names:
        raise typer.BadParameter("a source has an empty name, as of a variable that is not set; give . for this folder")
    return tuple({source.path: source for name in names for source in _expanded(name)}.values())


def _expanded(name: str) -> Iterator[Source]:
    path = pathlib.Path(name)
    if name == STDIN:
        yield Source(None, pathlib.Path("stdin"))
    elif path.is_dir():
        yield from _required((Source(one, one.relative_to(path), many=True) for one in _in_folder(path)), _NONE, name)
    elif glob.has_magic(name) and not path.exists():
        matched = (pathlib.Path(one) for one in sorted(glob.glob(name, recursive=True)))  # noqa: PTH207 - the pattern may be absolute
        yield from _required(
            (Source(one, pathlib.Path(one.name), many=True) for one in matched if not one.is_dir()), _NO_MATCH, name
        )
    else:
        yield Source(path, pathlib.Path(path.name))


_NONE: Final = "There is no data file (.json, .yaml, .yml) in this folder"
_NO_MATCH: Final = "Nothing matches this pattern"


def _required(found: Iterator[Source], otherwise: str, name: str) -> Iterator[Source]:
    empty = True
    for one in found:
        empty = False
        yield one
    if empty:
        raise FileNotFoundError(errno.ENOENT, otherwise, name)


def _in_folder(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    for top, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            is_data = pathlib.Path(name).suffix.lower() in DATA_SUFFIXES
            if is_data and not name.startswith(".") and not name.endswith(_SCHEMAS):
                yield pathlib.Path(top, name)


def _refuse(error: OSError) -> None:
    raise error


def loaded(sources: Iterable[Source]) -> Iterator[Loaded]:
    """Yield each source with what it holds; one that cannot be read never stops the others."""
    for source in sources:
        try:
            yield Loaded(source, source.load())
        except (BoardMinutesError, OSError) as error:
            yield Loaded(source, None, told(error, str(source)))
        except Exception as error:  # noqa: BLE001 - a reader of a stranger may raise anything
            yield Loaded(source, None, told(ReadError(f"a reader failed: {error!r}"), str(source)))
