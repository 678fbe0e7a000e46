"""`boardminutes diff` and `next-agenda`: two states of a record, and what follows of the meetings of a body."""

from __future__ import annotations

import datetime as dt
import pathlib
from typing import Annotated, Any, Final

import typer

from boardminutes import comparison, rendering
from boardminutes import series as meetings_in_series
from boardminutes.cli import parameters, streams
from boardminutes.cli.data import put_meeting, refuse_output
from boardminutes.cli.exits import Status
from boardminutes.cli.new import time_given
from boardminutes.cli.render import check_language, kind_of
from boardminutes.cli.sources import Source, expanded
from boardminutes.cli.targets import known_format, refuse_source
from boardminutes.kinds.comparison import Comparison
from boardminutes.model.meeting import Meeting

_LEAP_YEAR: Final = 2000


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The record as it was: any source of one meeting.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The record as it is.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write a document in which additions and removals are marked; the suffix names its format.",
        ),
    ] = None,
    kind: parameters.KindName = parameters.DEFAULT_KIND,
    audience: parameters.ForWhom = "public",
    language: parameters.Language = parameters.LANGUAGE,
    as_json: parameters.AsJson = False,
) -> None:
    """Tell what was changed from one state of a record to another, each change with its path.

    What is told is of the whole records, restricted matter too. A document, which `--output` asks for, is of the
    `--kind`, for the `--audience` and in the `--language`; for the public it hides what either record restricts. The
    exit status is 1 where anything was changed.
    """
    check_language(language)
    chosen = Comparison(kind=kind_of(kind, []))
    sources = tuple(_source(one) for one in (old, new))
    if old == new == "-":
        raise typer.BadParameter("stdin can be read once; give - once")
    if output is not None:
        _check_document(pathlib.Path(output), sources)
    states = tuple(_only_meeting(one) for one in sources)
    changes = comparison.diff(*states)
    if output is not None:
        rendering.write(states, output, kind=chosen, audience=audience, lang=language)
    if as_json:
        streams.put_json({"changes": [_data(change) for change in changes]})
    else:
        for change in changes:
            streams.put_line(str(change))
    raise typer.Exit(Status.FINDINGS if changes else Status.DONE)


def next_agenda(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="The data files of one body's meetings, or their folder.")
    ],
    output: parameters.Output = None,
    to: parameters.Into = None,
    body: Annotated[
        str | None, typer.Option("--body", "-b", metavar="NAME", help="Whose meetings, where there are several bodies.")
    ] = None,
    begins: Annotated[
        str | None,
        typer.Option(
            "--start",
            metavar="TIME",
            help="When it begins, as 2026-04-02T10:00; unless it is given, as the records announce it.",
        ),
    ] = None,
    venue: Annotated[
        str | None, typer.Option("--venue", metavar="PLACE", help="Where it is; unless given, as announced.")
    ] = None,
    year_begins: Annotated[
        str, typer.Option("--year-begins", metavar="MM-DD", help="The day on which the body's year begins.")
    ] = "05-01",
    run_on: Annotated[
        bool | None,
        typer.Option("--run-on/--no-run-on", help="Whether numbers run on through the year; unless said, as they did."),
    ] = None,
    overwrite: parameters.Overwrite = False,
) -> None:
    """Draft the next meeting of a body as a data file: standing items, minutes to approve, matters arising, numbers.

    What is restricted in a record is restricted in the draft. Read it, change it, and make an agenda of it:
    `boardminutes render next.yaml --kind agenda --format pdf`.
    """
    paths = [_path(one) for one in expanded(sources)]
    for one in paths:
        refuse_output(output, one, to, overwrite=overwrite)
    draft = meetings_in_series.next_agenda(
        meetings_in_series.Series.load(paths, body=body),
        start=None if begins is None else time_given(begins),
        venue=venue,
        year_begins=_month_and_day(year_begins),
        run_on=run_on,
    )
    put_meeting(draft, output, to or "yaml")


def _source(name: str) -> Source:
    return Source(None if name == "-" else pathlib.Path(name), pathlib.Path(name))


def _only_meeting(source: Source) -> Meeting:
    found = source.load().meetings
    if len(found) > 1:
        raise typer.BadParameter(f"{source} carries {len(found)} meetings; `boardminutes extract --meeting` takes one")
    return found[0]


def _check_document(path: pathlib.Path, sources: tuple[Source, ...]) -> None:
    if known_format(path) is None:
        raise typer.BadParameter(f"{path} needs the suffix of a format: {', '.join(rendering.format_names())}")
    for source in sources:
        refuse_source(path, source.path)


def _data(change: comparison.Change) -> dict[str, Any]:
    return {"kind": change.kind.value, "path": change.path, "old_path": change.old_path, "text": str(change)}


def _path(source: Source) -> pathlib.Path:
    if source.path is None:
        raise typer.BadParameter("meetings in series are files; give their names or their folder")
    return source.path


def _month_and_day(given: str) -> tuple[int, int]:
    try:
        found = dt.datetime.strptime(f"{_LEAP_YEAR}-{given.strip()}", "%Y-%m-%d")  # noqa: DTZ007 - a day alone
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no month and day such as 05-14", param_hint="'--year-begins'") from None
    return found.month, found.day
