"""From the text of a document to its front matter and its blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from boardminutes.readers import Skipped
from boardminutes.readers.markdown.blocks import DEFINITION, Parser
from boardminutes.readers.markdown.documents import FrontMatter, MarkdownDocument
from boardminutes.readers.markdown.inline import Target, label_of
from boardminutes.readers.markdown.writing import Writer
from boardminutes.readers.moderngov.lines import legible

_BREAKS = re.compile("\r\n|\r|\n")


def document(source: str, target: Target) -> MarkdownDocument:
    """Return the blocks of a document.

    Args:
        source: The Markdown.
        target: What judges an address.
    """
    raw = _BREAKS.split(source.removeprefix("\ufeff"))
    front, begin = _front_matter(raw)
    lines: list[tuple[int, str]] = []
    writer = Writer(shown=list(raw), target=target)
    for number, text in enumerate(raw[begin:], begin + 1):
        kept, reason = legible(text)
        if reason is not None:
            writer.skipped.append(Skipped(number, text, reason))
        lines.append((number, kept))
    writer.definitions = _definitions(lines)
    parser = Parser(writer)
    parser.parse(lines)
    shown = writer.shown
    skipped = tuple(attrs.evolve(one, text=shown[one.line - 1]) for one in writer.skipped)
    return MarkdownDocument(tuple(parser.nodes), tuple(shown), skipped, front)


def _front_matter(lines: Sequence[str]) -> tuple[FrontMatter | None, int]:
    """Return the YAML before a document, and how many lines it takes."""
    if lines[0].rstrip() != "---":
        return None, 0
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    if end < 2 or not re.match(r"[A-Za-z_][\w -]{0,60}:", lines[1]):  # noqa: PLR2004 - a rule, and then text
        return None, 0
    return FrontMatter("\n".join(lines[1:end]), 2), end + 1


def _definitions(lines: Sequence[tuple[int, str]]) -> Mapping[str, str]:
    """Return the addresses that the document gives names; the first of a name counts."""
    found: dict[str, str] = {}
    for _, text in lines:
        match = DEFINITION.fullmatch(text.strip()) if "]:" in text else None
        if match is not None and not match["label"].startswith("^"):
            found.setdefault(label_of(match["label"]), match["url"])
    return found
