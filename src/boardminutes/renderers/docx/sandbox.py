"""Jinja for templates that strangers write: a template reads the data that it is given, and does nothing else."""

from __future__ import annotations

import enum
import html
import re
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.lexer import TokenStream

_ESCAPES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_MARKUP: Final = re.compile(r"<[^>]+>")
_SHOWN: Final = 90
_PARAGRAPH: Final = re.compile(r"(<w:p[ >])")


def with_lines(xml: str) -> str:
    """Put every paragraph on a line of its own, so that Jinja's line numbers count paragraphs."""
    return _PARAGRAPH.sub(r"\n\1", xml).replace("</w:p>", "</w:p>\n")


def paragraph_on(source: str, line: int) -> str:
    """Return the paragraph on a *line* of such a text, as a person reads it."""
    text = html.unescape(_MARKUP.sub("", source.split("\n")[line - 1])).strip()
    return f"paragraph {text[:_SHOWN]!r}"


class _Lines(Extension):
    """Take those line ends out again, and docxtpl's escapes: where the template speaks, and never in a value."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "data":
                text = token.value.replace("\n<w:p", "<w:p").replace("</w:p>\n", "</w:p>")
                for escaped, plain in _ESCAPES:
                    text = text.replace(escaped, plain)
                yield Token(token.lineno, token.type, text)
            else:
                yield token


def _shown(value: object) -> object:
    """Return nothing for what is not known, and the plain word for a member of an enumeration."""
    if value is None:
        return ""
    return value.value if isinstance(value, enum.Enum) else value


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that escapes all values and knows no functions; what is missing is an error unless said otherwise.

    Args:
        undefined: What stands for a variable that is missing.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, undefined: type[Undefined] = StrictUndefined) -> None:
        super().__init__(autoescape=True, undefined=undefined, finalize=_shown, extensions=[_Lines])
        self.globals.clear()

    def call_binop(self, _context: object, operator: str, left: object, right: object) -> object:
        """Multiply whole numbers only: a text repeated without end would fill the memory."""
        if operator == "*" and isinstance(left, int) and isinstance(right, int):
            return left * right
        raise SecurityError(f"a template may multiply whole numbers only, not {type(left).__name__} {operator}")
