"""`boardminutes templates`: ours as a start, and a check of what a house made of them."""

from __future__ import annotations

import pathlib
from typing import Annotated, Any, Final, Literal, TypeAlias

import typer

from boardminutes import templates
from boardminutes.cli import parameters, streams
from boardminutes.cli.exits import Status
from boardminutes.cli.targets import refuse_other_suffix
from boardminutes.errors import Problem, UnknownFormatError

Exported: TypeAlias = Literal["docx", "html", "css", "article-css"]
_SUFFIXES: Final[dict[Exported, tuple[str, ...]]] = {
    "docx": (".docx", ".dotx"),
    "html": (".html", ".htm", ".j2", ".jinja"),
    "css": (".css",),
    "article-css": (".css",),
}
Checked: TypeAlias = Literal["docx", "html"]


def export(
    output: Annotated[str, typer.Argument(metavar="FILE", help="The file to write.")],
    format: Annotated[
        Exported | None,
        typer.Option(
            "--format", "-f", help="What is written; unless it is given, the suffix of the file names it: css for .css."
        ),
    ] = None,
    theme: parameters.Theme = None,
    overwrite: parameters.Overwrite = False,
) -> None:
    """Write our own template, of Word or of the HTML page, or our style sheet, as the start of yours."""
    what = format or _by_suffix(output)
    refuse_other_suffix(pathlib.Path(output), _SUFFIXES[what])
    try:
        templates.export(output, what, overwrite=overwrite, theme=theme)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error)) from error
    streams.put_line(output)


def check(
    template: Annotated[str, typer.Argument(metavar="FILE", help="The template.")],
    format: Annotated[
        Checked | None, typer.Option("--format", "-f", help="What it is; unless it is given, its beginning tells.")
    ] = None,
    as_json: parameters.AsJson = False,
) -> None:
    """Tell all that is wrong with a template, in one pass. The exit status is 1 where anything is."""
    report = templates.check(template, format=format)
    if as_json:
        streams.put_json({"template": template, "faults": _data(report.faults), "remarks": _data(report.remarks)})
    else:
        for fault in report.faults:
            streams.put_line(f"{template}: {fault}")
        for remark in report.remarks:
            streams.put_line(f"{template}: remark: {remark}")
    raise typer.Exit(Status.FINDINGS if report.faults else Status.DONE)


def _by_suffix(name: str) -> Exported:
    lowered = name.lower()
    return "css" if lowered.endswith(".css") else "docx" if lowered.endswith((".docx", ".dotx")) else "html"


def _data(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    return [{"path": problem.path, "message": problem.message} for problem in problems]
