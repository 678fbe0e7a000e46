"""A page by a house's own template, in the sandbox; it may extend ours and fill its blocks."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from typing import Final

from jinja2 import FunctionLoader, StrictUndefined, Template, Undefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from boardminutes._templating.budget import MOST_CHARACTERS, Budget, ExhaustedError
from boardminutes._templating.diagnosis import Place, misses, problem_of
from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.sandbox import Sandbox, render
from boardminutes._templating.tags import MOST_SOURCE, tags, too_many
from boardminutes.errors import Problem

OURS: Final = ("page.html.j2", "fragment.html.j2")
"""The templates that a house's own may extend and include."""

_SHOWN: Final = 90
_MOST_TIMES: Final = 4
_PAGES_KEPT: Final = 8


def own_page(source: bytes, context: Mapping[str, object], length: int) -> str:
    """Return a page.

    Args:
        source: The template.
        context: What its tags may name.
        length: How many characters the text of the document has in HTML.

    Raises:
        TemplateFault: The template cannot be used, asks for what is not there, or takes too long.
    """
    template = compiled(source)
    most = MOST_CHARACTERS + _MOST_TIMES * length
    try:
        return render(template, context, Budget(characters=most))
    except Exception as error:  # a template is a program, which may raise anything
        text = source.decode()
        if isinstance(error, ExhaustedError):
            problems = []
        else:
            left = Budget(characters=most)
            problems = misses(lambda missing: sandbox(missing).from_string(text), place(text), context, left)
        raise TemplateFault("cannot be filled", problems or [problem_of(error, place(text))]) from error


@functools.lru_cache(maxsize=_PAGES_KEPT)
def compiled(source: bytes) -> Template:
    """Return a template that is ready to be filled.

    Raises:
        TemplateFault: It is no text, too long, or has a tag that is not right.
    """
    text = readable(source)
    try:
        return sandbox().from_string(text)
    except TemplateSyntaxError as error:
        problem = Problem(place(text)(error.lineno), error.message or "not right")
        raise TemplateFault("has a tag that is not right", [problem]) from error


def readable(source: bytes) -> str:
    """Return the text of a template.

    Raises:
        TemplateFault: It is no text in UTF-8, or it is too long.
    """
    if len(source) > MOST_SOURCE:
        raise TemplateFault(f"is longer than {MOST_SOURCE:,} bytes, which is the most that is read")
    try:
        text = source.decode()
    except UnicodeDecodeError as error:
        raise TemplateFault(f"is not text in UTF-8 (byte {error.start})") from error
    found = [text[start:end] for start, end in tags(text)]
    excess = too_many(len(found), sum(map(len, found)))
    if excess is not None:
        raise TemplateFault(excess)
    return text


def place(text: str) -> Place:
    """Return what says on which line of a template something stands."""
    lines = text.split("\n")

    def line_of(number: int | None) -> str:
        return "" if number is None else f"line {number}, {lines[number - 1].strip()[:_SHOWN]!r}"

    return line_of


def sandbox(undefined: type[Undefined] = StrictUndefined) -> Sandbox:
    """Return a sandbox in which our own templates can be extended."""
    return Sandbox(undefined, loader=FunctionLoader(_ours), trim_blocks=True, lstrip_blocks=True)


def _ours(name: str) -> str:
    if name not in OURS:
        raise TemplateNotFound(name, f"{name} is not known; known: {', '.join(OURS)}")
    return (importlib.resources.files("boardminutes") / "templates" / name).read_text(encoding="utf-8")
