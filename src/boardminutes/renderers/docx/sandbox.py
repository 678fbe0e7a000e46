"""The sandbox for Word templates: its lines are paragraphs, and it knows docxtpl's escapes."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, Undefined
from jinja2.ext import Extension
from jinja2.lexer import Token

from boardminutes._templating.sandbox import Sandbox

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


def word_sandbox(undefined: type[Undefined] = StrictUndefined) -> Sandbox:
    """Return a sandbox for Word templates.

    Args:
        undefined: What stands for a variable that is missing.
    """
    return Sandbox(undefined, extensions=(_Lines,))
