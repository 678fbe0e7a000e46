"""`boardminutes actions`: what someone is to do, across any number of meetings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, TypeAlias

import typer

from boardminutes.cli import parameters, streams
from boardminutes.cli.exits import Status
from boardminutes.cli.guard import tell
from boardminutes.cli.render import check_language
from boardminutes.cli.sources import expanded, loaded
from boardminutes.document import Document, NestedBlock, Text, block_texts, plain
from boardminutes.kinds.actions import Actions
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import ActionStatus
from boardminutes.rendering import compose
from boardminutes.rendering import render as rendered
from boardminutes.serialize import dumps

StatusName: TypeAlias = Literal["unfinished", "all", "open", "in-progress", "done", "carried-forward", "withdrawn"]
Sort: TypeAlias = Literal["record", "owner", "due", "status"]


def actions(
    sources: parameters.Sources,
    owner: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person or body is to do.")] = None,
    overdue_on: Annotated[
        str | None,
        typer.Option(
            "--overdue-on",
            metavar="DAY",
            help="Only what was due before this day, as 2026-04-01.",
        ),
    ] = None,
    status: Annotated[
        StatusName,
        typer.Option("--status", "-s", help="Only what has come so far; `unfinished` leaves out done and withdrawn."),
    ] = "unfinished",
    sort: Annotated[Sort, typer.Option("--sort", help="The order of the table.")] = "record",
    audience: parameters.ForWhom = "public",
    language: parameters.Language = parameters.LANGUAGE,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write a table for spreadsheets to stdout.")] = False,
    as_json: parameters.AsJson = False,
) -> None:
    """List the actions of meetings, those that are not finished unless told otherwise.

    With `--json` each action stands with its source, meeting and item, in the order of the record.
    """
    check_language(language)
    if as_csv and as_json:
        raise typer.BadParameter("--csv and --json cannot both go to stdout; give one")
    found = list(loaded(expanded(sources)))
    troubles = [one.trouble for one in found if one.trouble is not None]
    named = [(str(one.source), meeting) for one in found if one.found is not None for meeting in one.found.meetings]
    wanted = Actions(
        sort_by=None if sort == "record" else sort,
        open_only=status == "unfinished",
        owner=owner,
        overdue_on=None if overdue_on is None else _day(overdue_on),
        status=None if status in {"unfinished", "all"} else ActionStatus(status),
    )
    meetings = [meeting for _, meeting in named]
    if as_json:
        shown = compose(meetings, wanted, audience=audience, lang=language).meetings if meetings else ()
        rows = [row for (name, _), meeting in zip(named, shown, strict=True) for row in _rows(name, meeting)]
        streams.put_json({"actions": rows, "errors": [trouble.data() for trouble in troubles]})
    else:
        for trouble in troubles:
            tell(trouble, as_json=False)
        if meetings and as_csv:
            streams.put(rendered(meetings, "csv", kind=wanted, audience=audience, lang=language))
        elif meetings:
            _draw(compose(meetings, wanted, audience=audience, lang=language))
    raise typer.Exit(Status.INPUT if troubles else Status.DONE)


def _day(given: str) -> dt.date:
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no day such as 2026-04-01", param_hint="'--overdue-on'") from None


def _rows(source: str, meeting: Meeting) -> Iterator[dict[str, Any]]:
    data = json.loads(dumps(meeting))
    about = {"source": source, "body": data.get("body"), "title": data.get("title"), "start": data.get("start")}
    yield from _rows_of(data.get("items", ()), about)


def _rows_of(items: Sequence[dict[str, Any]], about: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in items:
        for action in item.get("minutes", ()):
            yield {**about, "item": {"number": item.get("number"), "title": item.get("title")}, "action": action}
        yield from _rows_of(item.get("items", ()), about)


def _draw(document: Document) -> None:
    table = document.table
    if table is None or not table.rows:
        said = " ".join(plain(block.spans) for block in document.blocks if isinstance(block, Text))
        streams.notify(f"boardminutes: {said}")
        return
    from rich.table import Table  # noqa: PLC0415 - only where there is something to draw
    from rich.text import Text as Styled  # noqa: PLC0415 - likewise

    rows = [[_text(cell) for cell in row] for row in table.rows]
    same = {row[0] for row in rows}
    kept = [place for place in range(len(table.head)) if any(row[place] for row in rows)]
    kept = [place for place in kept if place or len(same) > 1]
    title = Styled(same.pop()) if len(same) == 1 else None
    drawn = Table(title=title, title_justify="left", header_style="bold", show_lines=True)
    for place in kept:
        drawn.add_column(Styled(_text(table.head[place])), overflow="fold")
    for row in rows:
        drawn.add_row(*(Styled(row[place]) for place in kept))
    streams.console().print(drawn)


def _text(cell: Sequence[NestedBlock]) -> str:
    return streams.clean("\n".join(text for block in cell for text in block_texts(block)))
