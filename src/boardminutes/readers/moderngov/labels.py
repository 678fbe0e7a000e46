"""Labels that begin a part of an item: alone on their line, or marked at the beginning of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.readers.moderngov.lines import Line, Role, Run
from boardminutes.readers.moderngov.vocabulary import Section, section_named

_MARKED: Final = re.compile(r"(?P<marks>\*\*|__)(?P<label>[^*_:]{1,38}(?::(?P=marks)|(?P=marks):))\s+(?=\S)")
"""A strong label in Markdown with text after it."""
_INLINE: Final = frozenset({Section.DECISION, Section.MINUTES})
"""The parts whose labels may have text after them."""


def part_named(line: Line) -> Section | None:
    """Return the part of an item that a line is the label of, None where it is none."""
    if line.cells or line.level:
        return None
    text = f"{line.text.rstrip(':')}:" if line.role is Role.LABEL else line.text
    return section_named(text)


def part_begun(line: Line) -> Section | None:
    """Return the part of an item that begins with a line: with its label alone, or with the label and text after it."""
    named = part_named(line)
    if named is not None:
        return named
    apart = label_apart(line)
    return None if apart is None else part_named(apart[0])


def labels_apart(body: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of an item, each label at the beginning of a paragraph as a line of its own.

    Only the first label of each part counts so, and none after that of the minutes: there it is a word of them.
    """
    begun: set[Section | None] = set()
    for line in body:
        lines = None if Section.MINUTES in begun else label_apart(line)
        if lines is not None and part_named(lines[0]) not in begun:
            begun.add(part_named(lines[0]))
            yield from lines
        else:
            begun.add(part_named(line))
            yield line


def label_apart(line: Line) -> tuple[Line, Line] | None:
    """Return a strong label at the beginning of a paragraph and what stands after it; None where there is none.

    It is strong in mark-up ('<strong>Minutes:</strong> text') or in Markdown ('**Minutes:** text'), with the colon in
    or out. A word that is not marked ('Minutes: see page 4') is a word like any other; so is the label of documents:
    nothing tells where the papers that are named in a paragraph end and the text of the agenda goes on.
    """
    if line.cells or line.level or line.role is not None:
        return None
    marked = _MARKED.match(line.text)
    if marked is not None:
        label, end = marked["label"].replace(marked["marks"], ""), marked.end()
    else:
        first = line.runs[0] if line.runs else None
        if first is None or first.start or not first.strong or first.link is not None:
            return None
        colon = line.text.startswith(":", first.end)
        label, end = line.text[: first.end + colon].strip(), first.end + colon
    rest = line.text[end:].lstrip()
    if not rest or section_named(label) not in _INLINE:
        return None
    return (
        attrs.evolve(line, text=label, runs=(), role=Role.LABEL),
        attrs.evolve(line, text=rest, close=False, runs=tuple(_moved(line.runs, len(line.text) - len(rest)))),
    )


def _moved(runs: Iterable[Run], by: int) -> Iterator[Run]:
    for run in runs:
        if run.end > by:
            yield attrs.evolve(run, start=max(run.start - by, 0), end=run.end - by)
