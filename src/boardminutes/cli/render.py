"""`boardminutes render`: documents of any number of meetings."""

from __future__ import annotations

import errno
import pathlib
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Annotated, cast

import attrs
import typer

from boardminutes import _registry
from boardminutes.bulk import Existing, Job, Outcome, render_many
from boardminutes.cli import endings, options, parameters, streams
from boardminutes.cli.plan import Planned, name_mark, planned
from boardminutes.cli.report import Report
from boardminutes.cli.sources import expanded
from boardminutes.errors import UnknownLanguageError
from boardminutes.wording import wording

if TYPE_CHECKING:
    from boardminutes.kinds import Kind
    from boardminutes.renderers import Renderer


def render(
    sources: parameters.Sources,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="The file, whose suffix names the format; the folder, for several documents, or if it ends in a "
            "slash; or - for stdout. Unless it is given, each document stands beside its source, and that of stdin "
            "goes to stdout; its name tells a kind, audience and language other than the usual, as "
            "march-agenda-full-cy.pdf.",
        ),
    ] = None,
    formats: parameters.Formats = [],  # noqa: B006 - typer makes a new one
    kind: parameters.KindName = parameters.DEFAULT_KIND,
    audience: parameters.ForWhom = "public",
    language: parameters.Language = parameters.LANGUAGE,
    theme: parameters.Theme = None,
    format_options: parameters.FormatOptions = [],  # noqa: B006 - likewise
    kind_options: parameters.KindOptions = [],  # noqa: B006 - likewise
    existing: Annotated[
        Existing,
        typer.Option(
            "--existing",
            "-e",
            help="What becomes of a document whose file is there: `replace` makes it anew, `keep` leaves it and says "
            "so, `skip` leaves it and says nothing, so that a run which was stopped goes on where it was.",
        ),
    ] = "replace",
    together: Annotated[
        bool, typer.Option("--together", help="Make one document of all sources, for kinds that take several meetings.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, max=256, help="How many processes share the work.")
    ] = 1,
    as_json: parameters.AsJson = False,
) -> None:
    """Make documents of meetings.

    Each source gives a document in each format; one that cannot be made never stops the others. Files are written
    whole or not at all. The names of the documents are written to stdout, what is wrong to stderr.
    """
    check_language(language)
    composed = kind_of(kind, kind_options)
    mark = name_mark(kind, audience, language)
    plan = planned(expanded(sources), formats, output, together=together, mark=mark)
    if as_json and any(one.target is None for one in plan):
        raise typer.BadParameter("--json and a document cannot both go to stdout; give --output a file or folder")
    by_format = {name: options_of(name, theme, format_options) for name in {one.format for one in plan}}
    _check_terminal(plan, by_format)
    troubles = _make_folders(plan)
    stdin = next((source.input() for one in plan for source in one.sources if source.path is None), b"")

    def job(one: Planned) -> Job:
        return Job(
            [stdin if source.path is None else source.path for source in one.sources],
            one.target,
            format=one.format,
            kind=composed,
            audience=audience,
            lang=language,
            options=by_format[one.format],
        )

    report = Report(plan, existing, as_json)
    kept: Existing = "replace" if existing == "replace" else "keep"
    possible = [place for place in range(len(plan)) if place not in troubles]
    jobs = (job(plan[place]) for place in possible)
    with endings.heeded(), _executor(workers) as executor, report.bar() as advance:
        try:
            for place, error in troubles.items():
                report.take(Outcome(index=place, job=job(plan[place]), error=error))
                advance()
            for outcome in render_many(jobs, executor, existing=kept, progress=lambda *_: advance()):
                report.take(attrs.evolve(outcome, index=possible[outcome.index]))
        except KeyboardInterrupt:
            streams.notify(f"boardminutes: stopped after {report.taken} of {len(plan)}; go on with --existing skip")
            raise
    raise typer.Exit(report.end())


def check_language(tag: str) -> None:
    """Refuse a language without words.

    Raises:
        typer.BadParameter: There are none.
    """
    try:
        wording(tag)
    except UnknownLanguageError as error:
        raise typer.BadParameter(f"no words in the language {tag!r}; known: {', '.join(error.known)}") from error


def kind_of(name: str, given: list[str]) -> Kind:
    """Return the kind of that *name* with the options *given*.

    Raises:
        typer.BadParameter: There is no such kind, or it cannot have such options.
    """
    return cast("Kind", options.made(_registry.KINDS, name, options.values(_registry.KINDS, name, given)))


def options_of(name: str, theme: str | None, given: list[str]) -> dict[str, object]:
    """Return the options *given* for the format of that *name*.

    Raises:
        typer.BadParameter: There is no such format, or it cannot have such options.
        BoardMinutesError: A file that an option names holds nothing that can be used.
        OSError: Such a file cannot be read.
    """
    found = options.values(_registry.RENDERERS, name, given)
    chosen = found if theme is None else {**found, "theme": theme}
    options.made(_registry.RENDERERS, name, chosen)
    return chosen


def _check_terminal(plan: tuple[Planned, ...], by_format: dict[str, dict[str, object]]) -> None:
    for one in plan:
        if one.target is None and streams.is_terminal(sys.stdout):
            renderer = cast("Renderer", options.made(_registry.RENDERERS, one.format, by_format[one.format]))
            if not renderer.media_type.startswith("text/"):
                raise typer.BadParameter(f"{one.format} is not for a terminal; give --output a file, or pipe it")


def _make_folders(plan: tuple[Planned, ...]) -> dict[int, OSError]:
    """Make the folders of documents; return the error for the place of each document whose folder cannot be."""
    troubles: dict[pathlib.Path, OSError | None] = {}
    for one in plan:
        if one.target is not None and one.target.parent not in troubles:
            troubles[one.target.parent] = _trouble_with(one.target.parent)
    found = (None if one.target is None else troubles[one.target.parent] for one in plan)
    return {place: error for place, error in enumerate(found) if error is not None}


def _trouble_with(folder: pathlib.Path) -> OSError | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        return NotADirectoryError(errno.ENOTDIR, "there is a file in the place of this folder", str(folder))
    except OSError as error:
        return error
    return None


@contextmanager
def _executor(workers: int) -> Iterator[Executor | None]:
    if workers == 1:
        yield None
        return
    executor = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_stopping_to_the_parent)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
