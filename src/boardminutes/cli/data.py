"""`boardminutes read`, `extract`, `convert` and `schema`: meetings as data."""

from __future__ import annotations

import json
import pathlib
from typing import Annotated, Any

import attrs
import typer

from boardminutes import serialize
from boardminutes._files import replace_file
from boardminutes.cli import parameters, streams
from boardminutes.cli.sources import Source, expanded
from boardminutes.cli.targets import refuse_existing, refuse_other_suffix, refuse_source
from boardminutes.embedding import extract as extract_from
from boardminutes.errors import UnknownFormatError
from boardminutes.model.meeting import Meeting
from boardminutes.readers import read as read_page
from boardminutes.sources import DATA_SUFFIXES


def read(
    source: Annotated[str, typer.Argument(metavar="PAGE", help="A page that a reader knows, or - for stdin.")],
    output: parameters.Output = None,
    to: parameters.Into = None,
    reader: parameters.Reader = None,
    overwrite: parameters.Overwrite = False,
    as_json: parameters.AsJson = False,
) -> None:
    """Read a page that someone published, and write its meeting as a data file.

    Each line of the page is in the meeting, became a value, or is told on stderr with the reason why it was skipped;
    with `--json` in `skipped`.
    """
    given = _one(source)
    refuse_output(output, given.path, to, overwrite=overwrite)
    try:
        reading = read_page(_bytes(given), reader=reader)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error)) from error
    if as_json:
        _put_told(
            {"reader": reading.reader, "skipped": [attrs.asdict(line) for line in reading.skipped]},
            (reading.meeting,),
            output,
            to,
        )
        return
    for line in reading.skipped:
        streams.notify(f"boardminutes: {source}: line {line.line} skipped, {line.reason}: {line.text}")
    put_meeting(reading.meeting, output, to or "yaml")


def extract(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A PDF, HTML or DOCX file that carries its meeting, or - for stdin.")
    ],
    output: parameters.Output = None,
    to: parameters.Into = None,
    number: Annotated[
        int | None,
        typer.Option("--meeting", "-m", min=1, help="Which meeting, where the file carries several; counted from 1."),
    ] = None,
    overwrite: parameters.Overwrite = False,
    as_json: parameters.AsJson = False,
) -> None:
    """Take the meeting out of a file that carries it, and write it as a data file.

    Where the text of the file was changed since it was rendered, that is told on stderr; with `--json` in `stale`.
    """
    given = _one(source)
    refuse_output(output, given.path, to, overwrite=overwrite)
    carried = extract_from(given.input())
    if number is not None and number > len(carried.meetings):
        raise typer.BadParameter(f"the file carries {len(carried.meetings)} meetings, not {number}")
    chosen = carried.meetings if number is None else carried.meetings[number - 1 : number]
    into_file = output is not None and output != "-"
    if len(chosen) > 1 and (into_file or not as_json):
        raise typer.BadParameter(f"the file carries {len(chosen)} meetings; choose one with --meeting")
    if as_json:
        facts = {
            "kind": carried.kind,
            "audience": carried.audience,
            "language": carried.language,
            "stale": carried.stale,
        }
        _put_told(facts, chosen, output, to)
        return
    if carried.stale:
        streams.notify(
            f"boardminutes: {given}: its text was changed since it was rendered; the data are those of before"
        )
    put_meeting(chosen[0], output, to or "yaml")


def convert(
    source: parameters.OneSource,
    output: parameters.Output = None,
    to: parameters.Into = None,
    overwrite: parameters.Overwrite = False,
) -> None:
    """Write the meeting of any source as a data file: JSON as YAML, YAML as JSON, a page as either."""
    given = _one(source)
    refuse_output(output, given.path, to, overwrite=overwrite)
    found = given.load()
    if len(found.meetings) > 1:
        raise typer.BadParameter("the file carries several meetings; choose one with `boardminutes extract --meeting`")
    for line in found.skipped:
        streams.notify(f"boardminutes: {given}: line {line.line} skipped, {line.reason}: {line.text}")
    if found.stale:
        streams.notify(
            f"boardminutes: {given}: its text was changed since it was rendered; the data are those of before"
        )
    suffix = "" if given.path is None else given.path.suffix.lower()
    other: parameters.DataFormatName = "json" if DATA_SUFFIXES.get(suffix) == "yaml" else "yaml"
    put_meeting(found.meetings[0], output, to or other)


def schema(output: parameters.Output = None, overwrite: parameters.Overwrite = False) -> None:
    """Write the JSON Schema of data files, by which editors complete and check them."""
    if output is not None and output != "-":
        refuse_existing(pathlib.Path(output), overwrite=overwrite)
    _put_text(schema_text(), output)


def schema_text() -> str:
    """Return the JSON Schema of data files as the text of a file."""
    return f"{json.dumps(serialize.json_schema(), ensure_ascii=False, indent=2)}\n"


def _one(name: str) -> Source:
    path = pathlib.Path(name)
    return expanded([name])[0] if name == "-" else Source(path, pathlib.Path(path.name))


def refuse_output(
    output: str | None, source: pathlib.Path | None, to: parameters.DataFormatName | None, *, overwrite: bool
) -> None:
    """Refuse to write data where they would replace something, or under a name that says something else.

    Raises:
        typer.BadParameter: The suffix is none of data, or the file is the *source*.
        FileExistsError: The file is there, and *overwrite* is not given.
    """
    if output is None or output == "-":
        return
    path = pathlib.Path(output)
    refuse_other_suffix(path, [suffix for suffix, form in DATA_SUFFIXES.items() if to in {None, form}])
    refuse_source(path, source)
    refuse_existing(path, overwrite=overwrite)


def _bytes(source: Source) -> bytes:
    given = source.input()
    return given if isinstance(given, bytes) else given.read_bytes()


def put_meeting(meeting: Meeting, output: str | None, to: parameters.DataFormatName) -> None:
    """Write a meeting as data, into the file that *output* names or to stdout."""
    if output is None or output == "-":
        _put_text(serialize.dumps(meeting, to), None)
        return
    suffix = pathlib.Path(output).suffix.lower()
    _put_text(serialize.dumps(meeting, DATA_SUFFIXES.get(suffix, to)), output)


def _put_text(text: str, output: str | None) -> None:
    if output is None or output == "-":
        streams.put_line(text.removesuffix("\n"))
    else:
        replace_file(output, text.encode())


def _put_told(
    facts: dict[str, Any], meetings: tuple[Meeting, ...], output: str | None, to: parameters.DataFormatName | None
) -> None:
    """Write what is known of a source with its meetings as one JSON object, and the only one into a file named."""
    data = [json.loads(serialize.dumps(meeting)) for meeting in meetings]
    if output is not None and output != "-":
        put_meeting(meetings[0], output, to or "yaml")
    streams.put_json({**facts, "meetings": data})
