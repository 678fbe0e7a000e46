"""All commands, and how the program runs them."""

from __future__ import annotations

import contextlib
import os
import pathlib
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import metadata
from typing import Annotated, Any, Final, TextIO

import typer

from boardminutes.cli import actions, data, lint, listing, new, preview, render, series, streams, templates
from boardminutes.cli.exits import Status
from boardminutes.cli.guard import guarded
from boardminutes.cli.telling import told

NAME: Final = "boardminutes"

_COMMANDS: Final[tuple[Callable[..., Any], ...]] = (
    new.new,
    render.render,
    preview.preview,
    lint.lint,
    actions.actions,
    series.diff,
    series.next_agenda,
    data.read,
    data.extract,
    data.convert,
    data.schema,
    listing.formats,
    listing.kinds,
)
_TEMPLATES: Final[tuple[Callable[..., Any], ...]] = (templates.export, templates.check)
_SETTINGS: Final = {"help_option_names": ["-h", "--help"]}


def application() -> typer.Typer:
    """Return the program with all its commands."""
    program = _group("The record of a meeting as typed data, and as documents that a public body may publish.")
    program.callback()(_program)
    below = _group("House templates: ours as a start, and a check of yours.")
    for group, commands in ((program, _COMMANDS), (below, _TEMPLATES)):
        for command in commands:
            group.command(command.__name__.replace("_", "-"), context_settings=_SETTINGS)(guarded(command))
    program.add_typer(below, name="templates")
    return program


def _group(says: str) -> typer.Typer:
    return typer.Typer(
        name=NAME,
        help=says,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="markdown",
        context_settings=_SETTINGS,
    )


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - the value of an option
    if wanted:
        streams.put_line(f"{NAME} {metadata.version(NAME)}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    pass


def run(arguments: Sequence[str] | None) -> int:
    """Run a command and return its exit status."""
    if sys.stdout is None:  # whoever started the program closed it
        sys.stdout = pathlib.Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    stdout = sys.stdout
    with contextlib.suppress(AttributeError):  # what stands in for it need not know how
        stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # see above
    try:
        application()(args=None if arguments is None else list(arguments), prog_name=NAME)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # which rich and typer end by, each with the status 1
            streams.close_quietly()
            return Status.UNREAD
        return _flushed(stdout, end.code if isinstance(end.code, int) else Status.DONE)
    except OSError as error:
        streams.notify(f"boardminutes: {told(error)}")
        return _flushed(stdout, Status.INPUT)
    except Exception as error:  # noqa: BLE001 - a fault of ours or of a plug-in, which says what to report
        place = traceback.extract_tb(error.__traceback__)[-1]
        streams.notify(
            f"boardminutes: a fault of the program or of a plug-in: {error!r} in {place.name}, line {place.lineno} of "
            f"{place.filename}\n  next: report it, with the command that was given"
        )
        return Status.FAULT
    raise AssertionError("typer always ends by SystemExit")  # pragma: no cover - as it documents


def _flushed(stdout: TextIO, status: int) -> int:
    """Return the status, once all is written or can never be."""
    try:
        stdout.flush()
    except OSError:  # it is known already that what is left cannot be written
        streams.close_quietly()
    return status
