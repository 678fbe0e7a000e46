"""The table of items as other tools write it, in Markdown: a row for each item, with labels in the midst of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from boardminutes.readers import Skipped
from boardminutes.readers.moderngov.lines import Line, Role
from boardminutes.readers.moderngov.numbers import printed
from boardminutes.readers.moderngov.papers import size_in
from boardminutes.readers.moderngov.recognition import is_table_head
from boardminutes.readers.moderngov.vocabulary import LABELS, section_named

_RULE = re.compile(r"[\s|:-]+")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_GAP = re.compile(r"[ \xa0]{2,}")
_PRINTED_LABELS = sorted((re.escape(name[0].upper() + name[1:]) for name in LABELS), key=len, reverse=True)
_LABEL = re.compile(rf"(?<!\S)(?:\*\*|__)?(?P<label>{'|'.join(_PRINTED_LABELS)})(?:\*\*|__)?(?!\S)")
_SIGNS: Final = "of this line only the signs between cells are left out"


def without_rows(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Skipped, ...]]:
    """Return *lines* with each row of such a table as the lines that its cell holds, and an account of the signs.

    A table counts from its heading ('No. | Item |') on; lines of a page without one come back as they are.
    """
    begin = next((at for at, line in enumerate(lines) if "|" in line.text and is_table_head(line.text)), None)
    if begin is None:
        return tuple(lines), ()
    made: list[Line] = list(lines[: begin + 1])
    skipped: list[Skipped] = []
    for at, line in enumerate(lines[begin + 1 :], begin + 1):
        if at == begin + 1 and _RULE.fullmatch(line.text):
            skipped.append(Skipped(line.number, line.text, "the rule under the heading of the table of items"))
            continue
        parts = list(_parts(line))
        made.extend(parts)
        if [line.text] != [part.text for part in parts]:
            skipped.append(Skipped(line.number, line.text, _SIGNS))
    return tuple(made), tuple(skipped)


def _parts(line: Line) -> Iterator[Line]:
    cells = line.text.removeprefix("|").removesuffix("|").split("|", 1)
    first = cells[0].strip().replace("\\", "")
    is_row = len(cells) > 1 and (printed(first) is not None or (not first and line.text.startswith("|")))
    rest = (cells[1] if is_row else line.text.removesuffix("|")).strip()
    if not is_row:
        yield from _lines(line, [rest] if rest else [])
        return
    texts = _divided(rest)
    has_title = bool(texts) and section_named(texts[0]) is None
    if first:
        yield Line(line.number, first, role=Role.NUMBER if has_title else None)
    if has_title:
        yield Line(line.number, texts.pop(0), role=Role.TITLE)
    yield from _lines(line, texts)


def _lines(line: Line, texts: Sequence[str]) -> Iterator[Line]:
    for text in texts:
        named = section_named(text) is not None
        yield Line(line.number, text, role=Role.LABEL if named else None)


def _divided(cell: str) -> list[str]:
    """Return the title, the labels and the texts in a cell, each with nothing but itself."""
    texts: list[str] = []
    seen: set[str] = set()
    for piece in _BREAK.split(cell):
        at = 0
        for found in _LABEL.finditer(piece):
            if found["label"] not in seen:
                seen.add(found["label"])
                texts += [piece[at : found.start()].strip(), found["label"]]
                at = found.end()
        texts.append(piece[at:].strip())
    kept = [text for text in texts if text]
    if not kept:
        return []
    end = size_in(kept[0])
    gap = _GAP.search(kept[0]) if end is None else None
    begin, end = (gap.start(), gap.end()) if gap else (end, end)
    if end is not None:
        kept[:1] = [text for text in (kept[0][:begin], kept[0][end:].strip()) if text]
    return kept
