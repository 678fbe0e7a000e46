"""`boardminutes new`: a meeting file to start from, which explains itself and which editors complete."""

from __future__ import annotations

import datetime as dt
import importlib.resources
import json
import pathlib
from typing import Annotated, Final

import typer

from boardminutes._files import replace_file
from boardminutes.cli import parameters, streams
from boardminutes.cli.data import schema_text
from boardminutes.cli.targets import refuse_existing, refuse_other_suffix
from boardminutes.schema import SCHEMA_NAMES
from boardminutes.serialize import loads

SCHEMA_NAME: Final = "boardminutes.schema.json"
_BODY: Final = "__BODY__"
_START: Final = "__START__"
_UNKNOWN: Final = "{tbc: true}"


def new(
    output: Annotated[str, typer.Argument(metavar="FILE", help="The file to write, or - for stdout.")] = "meeting.yaml",
    body: Annotated[
        str, typer.Option("--body", "-b", metavar="NAME", help="The board, committee or partnership that meets.")
    ] = "Name of the board",
    begins: Annotated[
        str | None,
        typer.Option(
            "--start",
            metavar="TIME",
            help="When it begins, by ISO 8601: such as 2026-03-05T10:00, or 2026-03-05.",
        ),
    ] = None,
    overwrite: parameters.Overwrite = False,
) -> None:
    """Write a meeting file to start from, with comments, and the schema by which editors complete and check it.

    The schema stands beside the file as `boardminutes.schema.json`, to which its first line leads.
    """
    path = pathlib.Path(output)
    refuse_other_suffix(path, (".yaml", ".yml"))
    text = starter(body, None if begins is None else time_given(begins))
    if output == "-":
        streams.put_line(text.removesuffix("\n"))
        return
    schema = path.with_name(SCHEMA_NAME)
    refuse_existing(path, overwrite=overwrite)
    if not _is_schema_of_ours(schema):
        refuse_existing(schema, overwrite=overwrite)
    replace_file(path, text.encode())
    replace_file(schema, schema_text().encode())
    streams.put_line(output)


def starter(body: str, day: dt.datetime | None = None) -> str:
    """Return the text of a meeting file to start from.

    Raises:
        InvalidMinutesError: The *body* cannot be the name of one.
    """
    start = _UNKNOWN if day is None else json.dumps(_written(day))
    blank = (importlib.resources.files("boardminutes.cli") / "starter.yaml").read_text(encoding="utf-8")
    text = blank.replace(_BODY, json.dumps(body, ensure_ascii=False)).replace(_START, start)
    loads(text, "yaml")
    return text


def _is_schema_of_ours(path: pathlib.Path) -> bool:
    """Tell whether a file is a schema that was written here, by this version or another."""
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(held, dict) and str(held.get("$id")).startswith(SCHEMA_NAMES)


def time_given(given: str) -> dt.datetime:
    """Return what `--start` was given.

    Raises:
        typer.BadParameter: It is no day or time.
    """
    try:
        return dt.datetime.fromisoformat(given.strip())
    except ValueError:
        raise typer.BadParameter(
            f"{given!r} is no day or time such as 2026-03-05T10:00 or 2026-03-05", param_hint="'--start'"
        ) from None


def _written(day: dt.datetime) -> str:
    return day.isoformat() if day.timetz() != dt.time() else day.date().isoformat()
