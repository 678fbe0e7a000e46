"""Rich text that a person types: Markdown, turned into prose."""

from __future__ import annotations

from boardminutes.errors import MissingDependencyError
from boardminutes.model.prose import Prose


def markdown(text: str) -> Prose:
    r"""Turn Markdown into prose.

    CommonMark with the tables of GitHub: paragraphs, **strong** and *emphasis*, links, lists with bullets or numbers,
    quotations, tables, headings of any level (each becomes a Subheading), and line breaks (two blanks or a backslash
    at the end of a line). HTML is text like any other. How the columns of a table are aligned is not kept.

    Args:
        text: The Markdown.

    Raises:
        InvalidMinutesError: The text holds what prose cannot: pictures, code, rules, titles of links, links that are
            not http, https, mailto or tel, empty points, numbers that do not count up; each problem names its line.
        MissingDependencyError: The extra `markdown` is not installed.
    """
    try:
        from boardminutes import _markdown  # noqa: PLC0415 - only who writes Markdown needs the library
    except ModuleNotFoundError as error:
        raise MissingDependencyError("markdown") from error
    return _markdown.to_prose(text)
