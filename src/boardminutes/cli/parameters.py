"""What several commands are told in the same way, with what a shell completes."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

import typer

from boardminutes import rendering
from boardminutes.model.values import Audience
from boardminutes.theme import theme_names
from boardminutes.wording import DEFAULT_LANGUAGE, language_names

DataFormatName: TypeAlias = Literal["json", "yaml"]


def _formats(incomplete: str) -> list[str]:
    return [name for name in rendering.format_names() if name.startswith(incomplete)]


def _kinds(incomplete: str) -> list[str]:
    return [name for name in rendering.kind_names() if name.startswith(incomplete)]


def _readers(incomplete: str) -> list[str]:
    return [name for name in rendering.reader_names() if name.startswith(incomplete)]


def _languages(incomplete: str) -> list[str]:
    return [name for name in language_names() if name.startswith(incomplete)]


def _themes(incomplete: str) -> list[str]:
    return [name for name in theme_names() if name.startswith(incomplete)]


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Data files, pages that a reader knows, files that carry their meeting, folders of data files, patterns "
        "in quotes such as 'minutes/**/*.yaml', or - for stdin.",
    ),
]
OneSource = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A data file, a page that a reader knows, a file that carries its meeting, or - for stdin.",
    ),
]
Formats = Annotated[
    list[str],
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        autocompletion=_formats,
        help="A format that `boardminutes formats` lists; may be given several times. Unless it is given, the suffix "
        "of --output names it.",
    ),
]
KindName = Annotated[
    str,
    typer.Option(
        "--kind", "-k", metavar="NAME", autocompletion=_kinds, help="What is made: a kind of `boardminutes kinds`."
    ),
]
Reader = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", autocompletion=_readers, help="The reader; unless it is given, each is asked if it knows it."
    ),
]
ForWhom = Annotated[
    Audience,
    typer.Option("--audience", "-a", help="`public` leaves restricted matter out, `full` keeps it."),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        "-l",
        metavar="TAG",
        autocompletion=_languages,
        help="The language of the words that are not the meeting's own, such as cy.",
    ),
]
Theme = Annotated[
    str | None,
    typer.Option(
        "--theme", "-t", metavar="NAME", autocompletion=_themes, help="The house style: a name, or a TOML file."
    ),
]
FormatOptions = Annotated[
    list[str],
    typer.Option(
        "--option",
        "-O",
        metavar="NAME=VALUE",
        help="An option of the format, such as template=letterhead.docx or compact=yes; may be given several times.",
    ),
]
KindOptions = Annotated[
    list[str],
    typer.Option(
        "--kind-option",
        "-K",
        metavar="NAME=VALUE",
        help="An option of the kind, such as sort_by=due; may be given several times.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write what there is to say to stdout as JSON, errors too.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; stdout unless it is given, or for -."),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")]
Into = Annotated[
    DataFormatName | None,
    typer.Option("--to", help="The form of the data; unless it is given, the suffix of --output names it."),
]

DEFAULT_KIND: Final = "minutes"
LANGUAGE: Final = DEFAULT_LANGUAGE
