"""`boardminutes lint`: what to look at before publishing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, TypeAlias

import typer

from boardminutes.cli import parameters, streams
from boardminutes.cli.exits import Status
from boardminutes.cli.guard import tell
from boardminutes.cli.sources import Loaded, expanded, loaded
from boardminutes.errors import UnknownCodeError
from boardminutes.linting import Finding, Severity
from boardminutes.linting import lint as findings_of
from boardminutes.model.meeting import Meeting

FailOn: TypeAlias = Literal["error", "warning", "note", "never"]

_WEIGHTS: Final = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_LEAST: Final[dict[FailOn, int]] = {"note": 0, "warning": 1, "error": 2, "never": 3}
_COLOURS: Final = {Severity.NOTE: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}


def lint(
    sources: parameters.Sources,
    ignore: Annotated[
        list[str],
        typer.Option(
            "--ignore", "-i", metavar="CODE", help="What shall not be looked for; may be given several times."
        ),
    ] = [],  # noqa: B006 - typer makes a new one
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="From which severity on findings end in the exit status 1.")
    ] = "note",
    as_json: parameters.AsJson = False,
) -> None:
    """Tell what a clerk would want to know before the record is published.

    The whole record is looked at, restricted matter too, and what is found may quote it. Each code is explained in the
    reference. The exit status is 1 where anything is found, unless `--fail-on` says from which severity on.
    """
    _check(ignore)
    told: list[dict[str, Any]] = []
    weights, failed = [-1], False
    for one in loaded(expanded(sources)):
        found = list(_findings(one, ignore))
        weights += [_WEIGHTS[finding.severity] for _, finding in found]
        failed = failed or one.trouble is not None
        told.append(_data(one, found))
        if not as_json:
            _tell(one, found)
    if as_json:
        streams.put_json({"sources": told})
    raise typer.Exit(_status(failed=failed, heaviest=max(weights), fail_on=fail_on))


def _status(*, failed: bool, heaviest: int, fail_on: FailOn) -> Status:
    if failed:
        return Status.INPUT
    return Status.FINDINGS if heaviest >= _LEAST[fail_on] else Status.DONE


def _check(ignore: list[str]) -> None:
    try:
        findings_of(Meeting(), ignore=ignore)
    except UnknownCodeError as error:
        raise typer.BadParameter(str(error)) from error


def _findings(one: Loaded, ignore: list[str]) -> Iterator[tuple[int, Finding]]:
    for number, meeting in enumerate(() if one.found is None else one.found.meetings):
        for finding in findings_of(meeting, ignore=ignore):
            yield number, finding


def _tell(one: Loaded, found: list[tuple[int, Finding]]) -> None:
    if one.trouble is not None:
        tell(one.trouble, as_json=False)
    if not found:
        return
    from rich.text import Text  # noqa: PLC0415 - only where something is found

    screen = streams.console()
    for number, finding in found:
        several = one.found is not None and len(one.found.meetings) > 1
        which = f" (meeting {number + 1})" if several else ""
        line = Text(streams.clean(f"{one.source}{which}: {finding.path}: "))
        line.append(f"{finding.severity.value} {finding.code}", style=_COLOURS[finding.severity])
        line.append(streams.clean(f" {finding.message}; {finding.hint}"))
        screen.print(line, soft_wrap=True)


def _data(one: Loaded, found: list[tuple[int, Finding]]) -> dict[str, Any]:
    return {
        "source": str(one.source),
        "findings": [
            {
                "meeting": number,
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.value,
                "path": finding.path,
                "message": finding.message,
                "hint": finding.hint,
            }
            for number, finding in found
        ],
        "error": None if one.trouble is None else one.trouble.data(),
    }
