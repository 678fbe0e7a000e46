"""What is wrong with an HTML template of a house's own, all of it in one pass, and what is worth a look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import meta, nodes

from boardminutes._data.forms import meant
from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.name_faults import Hint, name_faults
from boardminutes._templating.tag_faults import tag_faults
from boardminutes.document import Document
from boardminutes.errors import Problem
from boardminutes.model.meeting import Meeting
from boardminutes.renderers._own_page import OURS, place, readable, sandbox
from boardminutes.theme import Theme
from boardminutes.wording import Wording

NAMES: Final[Mapping[str, Hint]] = {
    "document": Document,
    "meeting": Meeting,
    "meetings": tuple[Meeting, ...],
    "words": Wording,
    "theme": Theme,
    **dict.fromkeys(
        (
            "title",
            "organisation",
            "top",
            "blocks",
            "linked_data",
            "style",
            "logo",
            "footer",
            "nonce",
            "stylesheet",
            "self",
        )
    ),
}
"""What the tags of an HTML template may name."""

_STYLED: Final = re.compile(r"<[^<>]{0,2000}\sstyle\s*=", re.IGNORECASE)
_SCRIPTED: Final = re.compile(
    r"<[^<>]{0,2000}\son[a-z]{1,40}\s*=|<script(?![^<>]{0,2000}(?:\bsrc\s*=|json))", re.IGNORECASE
)
_LANGUAGE: Final = re.compile(r"<html[^<>]{0,2000}\slang\s*=", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title[\s>]", re.IGNORECASE)


def page_faults(data: bytes) -> list[Problem]:
    """Return every reason for which an HTML template would be refused, as can be seen without filling it."""
    try:
        source = readable(data)
    except TemplateFault as fault:
        return [Problem("", fault.message)]
    known, where = sandbox(), place(source)
    found, rest = tag_faults(known, source, where)
    parsed = known.parse(rest)
    ours = set(meta.find_referenced_templates(parsed))
    for name in sorted(one for one in ours - set(OURS) if one is not None):
        line = source.count("\n", 0, source.find(name)) + 1
        found.append(Problem(where(line), f"the template {name} is not known{meant(name, OURS)}"))
    if "page.html.j2" in ours:
        blocks = _blocks_of_ours()
        found += [
            Problem(where(block.lineno), f"the page has no block {block.name}{meant(block.name, blocks)}")
            for block in parsed.find_all(nodes.Block)
            if block.name not in blocks and not _stands_in_a_block(parsed, block)
        ]
    return [*found, *name_faults(known, rest, where, NAMES)]


def page_remarks(data: bytes) -> Iterator[Problem]:
    """Yield what a usable template lacks, and what a strict Content-Security-Policy would stop."""
    source = data.decode()
    where = place(source)
    parsed = sandbox().parse(source)
    if "page.html.j2" not in meta.find_referenced_templates(parsed):
        if not _LANGUAGE.search(source):
            yield Problem("", 'the page states no language; write <html lang="{{ document.language }}">')
        if not _TITLE.search(source):
            yield Problem("", "the page has no title; write <title>{{ document.full_title }}</title>")
    for pattern, message in (
        (_STYLED, "a style attribute, which a strict Content-Security-Policy stops; use a class"),
        (_SCRIPTED, "a script in the page, which a strict Content-Security-Policy stops"),
    ):
        for found in pattern.finditer(source):
            yield Problem(where(source.count("\n", 0, found.start()) + 1), message)


def _blocks_of_ours() -> set[str]:
    known = sandbox()
    assert known.loader is not None  # noqa: S101 - it was made with one
    source, _, _ = known.loader.get_source(known, "page.html.j2")
    return {block.name for block in known.parse(source).find_all(nodes.Block)}


def _stands_in_a_block(parsed: nodes.Template, block: nodes.Block) -> bool:
    return any(block in one.find_all(nodes.Block) for one in parsed.find_all(nodes.Block) if one is not block)
