"""Build the reference of the command line from its commands: python tools/build_command_line.py."""

from __future__ import annotations

import inspect
import pathlib
import re
from collections.abc import Iterator
from typing import Any, Final

import typer.main

from boardminutes.cli.app import NAME, application
from boardminutes.cli.exits import MEANINGS, Status

PAGE: Final = pathlib.Path(__file__).parents[1] / "docs" / "reference" / "command-line.md"

BEGINNING: Final = """\
# The command line

`boardminutes` comes with the extra `cli`; `python -m boardminutes` is the same program. How its commands work together
is told in [the walk-through](../how-to/command-line.md).

Where a command takes a SOURCE, that is a data file (`.json`, `.yaml`, `.yml`), a page that a reader knows, or a PDF,
HTML or DOCX file that carries its meeting; `-` is stdin. Where it takes several, a folder stands for the data files in
it and below, without hidden ones and schemas (`*.schema.json`), and a pattern in quotes for what it matches.

What is made goes to stdout, what there is to say of it to stderr. With `--json` all is one JSON object on stdout.
Colour and bars are for terminals; `NO_COLOR=1` turns colour off there too. `boardminutes --install-completion` teaches
your shell to complete commands, options and the names of formats, kinds, languages, themes and readers.

## Exit status

| status | means |
|---|---|
"""

ERRORS: Final = """\
What goes wrong is told as a sentence with its place and with what to do next, and never as a traceback. With `--json`
it is an object: `type`, the name of the class of the error; `message`; `next`, what to do; `source`, the file; and
`problems`, each with a `path` and a `message`. It stands in `error` where the whole command failed, and otherwise in
`error` of the document or source, or in `errors`.

## Commands
"""


def text() -> str:
    """Return the text of the page."""
    statuses = "".join(f"| {status.value} | {MEANINGS[status]} |\n" for status in Status)
    parts = [f"{BEGINNING}{statuses}", ERRORS, *_commands(typer.main.get_command(application()), NAME)]
    return "\n".join(parts)


def _commands(group: Any, name: str) -> Iterator[str]:  # noqa: ANN401 - typer tells nothing of its classes
    for command in group.commands.values():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{name} {command.name}")
        else:
            yield _section(command, f"{name} {command.name}")


def _section(command: Any, name: str) -> str:  # noqa: ANN401 - likewise
    rows = [_row(one) for one in command.params if one.name != "help"]
    arguments = " ".join(_argument(one) for one in command.params if one.param_type_name == "argument")
    lines = [
        f"### {name}",
        "",
        "```text",
        f"{name} [OPTION]... {arguments}".rstrip(),
        "```",
        "",
        inspect.cleandoc(command.help),
        "",
        *(["| argument or option | what it is | unless it is given |", "|---|---|---|", *rows, ""] if rows else []),
    ]
    return "\n".join(lines)


def _argument(parameter: Any) -> str:  # noqa: ANN401 - likewise
    shown = f"{parameter.metavar}{'...' if parameter.nargs == -1 else ''}"
    return shown if parameter.required else f"[{shown}]"


def _row(parameter: Any) -> str:  # noqa: ANN401 - likewise
    if parameter.param_type_name == "argument":
        names = f"`{parameter.metavar}`"
    else:
        names = ", ".join(f"`{one}`" for one in (*parameter.opts, *parameter.secondary_opts))
        names += f" {_values(parameter)}".rstrip()
    return f"| {names} | {_said(parameter)} | {_default(parameter)} |"


def _said(parameter: Any) -> str:  # noqa: ANN401 - likewise
    return str(parameter.help).replace("|", "\\|")


def _values(parameter: Any) -> str:  # noqa: ANN401 - likewise
    if parameter.is_flag:
        return ""
    if parameter.metavar:
        return str(parameter.metavar)
    kind = str(parameter.bare_type())
    choices = re.findall("'([^']+)'", kind)
    return " ".join(f"`{one}`" for one in choices) if choices else "NUMBER" if kind == "int" else kind


def _default(parameter: Any) -> str:  # noqa: ANN401 - likewise
    if parameter.required:
        return "it must be given"
    value = parameter.default
    if parameter.param_type_name == "option" and parameter.is_flag:
        return "yes" if value else "no"
    return "" if value in (None, [], ()) else f"`{value}`"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}")
