"""Which documents are made of which sources, and where each goes."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence
from typing import Final

import attrs
import typer

from boardminutes.cli.parameters import DEFAULT_KIND
from boardminutes.cli.sources import Source
from boardminutes.cli.targets import known_format, refuse_other_format, refuse_source
from boardminutes.model.values import Audience
from boardminutes.wording import DEFAULT_LANGUAGE, wording

_STDOUT: Final = "-"


@attrs.frozen
class Planned:
    """A document to make.

    Attributes:
        sources: What it is made of.
        format: The name of its format.
        target: The file; None for stdout.
    """

    sources: tuple[Source, ...]
    format: str
    target: pathlib.Path | None

    def __str__(self) -> str:
        """Return what it is made of."""
        return ", ".join(map(str, self.sources))


def planned(
    sources: Sequence[Source], formats: Sequence[str], output: str | None, *, together: bool, mark: str = ""
) -> tuple[Planned, ...]:
    """Return the documents that are asked for.

    The *mark* of `name_mark` ends the name, before the suffix, of each document whose file is not named by *output*.

    Raises:
        typer.BadParameter: No format is named, several documents would go to one place, or one would replace what it
            is made of.
    """
    groups = [tuple(sources)] if together else [(source,) for source in sources]
    several = len(groups) > 1 or len(formats) > 1 or (sources[0].many and not together)
    if several and not together and output is not None:
        _check_folder(output)
    made = tuple(
        Planned(group, name, _target(group, name, output, mark, several=several, together=together))
        for group in groups
        for name in dict.fromkeys(formats or [_format_of(output, several=several)])
    )
    _check(made)
    return made


def name_mark(kind: str, audience: Audience, language: str) -> str:
    """Return what tells a document from the public minutes in our own language, as `-agenda-full-cy`.

    Raises:
        UnknownLanguageError: There are no words in the *language*.
    """
    tag = wording(language).language
    said = ((kind, DEFAULT_KIND), (audience, "public"), (tag, DEFAULT_LANGUAGE))
    return "".join(f"-{one}" for one, usual in said if one != usual)


def _format_of(output: str | None, *, several: bool) -> str:
    suffix = "" if output is None or output == _STDOUT or several else pathlib.Path(output).suffix
    if len(suffix) < len(".x"):
        raise typer.BadParameter("name the format: --format pdf, or --output with a file whose suffix names it")
    return suffix.removeprefix(".").lower()


def _check_folder(output: str) -> None:
    is_file = not (output.endswith(("/", os.sep)) or pathlib.Path(output).is_dir())
    if is_file and known_format(pathlib.Path(output)) is not None:
        raise typer.BadParameter(
            f"several documents need a folder, and {output} is the name of a file; give --output a folder, or "
            "--together for one document of all sources"
        )


def _target(
    group: tuple[Source, ...], format: str, output: str | None, mark: str, *, several: bool, together: bool
) -> pathlib.Path | None:
    if output == _STDOUT:
        return None
    if output is None:
        return _beside(group[0], format, mark, together=together)
    folder = pathlib.Path(output)
    if not (several or output.endswith(("/", os.sep)) or folder.is_dir()):
        refuse_other_format(folder, format)
        return folder
    if together:
        raise typer.BadParameter("one document of all sources needs a file; give --output its name")
    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter(f"several documents need a folder, and {output} is a file")
    return folder / _renamed(group[0].below, format, mark)


def _beside(source: Source, format: str, mark: str, *, together: bool) -> pathlib.Path | None:
    if together:
        raise typer.BadParameter("one document of all sources needs a file; give --output its name, or - for stdout")
    return None if source.path is None else _renamed(source.path, format, mark)


def _renamed(path: pathlib.Path, format: str, mark: str) -> pathlib.Path:
    return path.with_name(f"{path.stem}{mark}.{format}")


def _check(made: Sequence[Planned]) -> None:
    if sum(one.target is None for one in made) > 1:
        raise typer.BadParameter("only one document can go to stdout; give --output a folder")
    taken: dict[pathlib.Path, Planned] = {}
    for one in made:
        if one.target is None:
            continue
        for source in one.sources:
            refuse_source(one.target, source.path)
        other = taken.setdefault(one.target, one)
        if other is not one:
            raise typer.BadParameter(f"{other} and {one} would both become {one.target}; give one of them another name")
