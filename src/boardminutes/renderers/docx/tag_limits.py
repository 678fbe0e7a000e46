"""What tags a Word template may hold, seen before docxtpl mends them.

Its patterns are quick on what people write. Some of them need time in the square or the cube of the length for tags
that are not closed, stand in each other or are very long, so such tags are refused here.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.tags import CLOSERS, LONGEST_TAG, MOST_SOURCE, OPENER, tags, too_many
from boardminutes.errors import Problem

_MARKUP: Final = re.compile(r"<[^>]*>")
_LONG_SPACE: Final = re.compile(r"\s{41}")
_MERGING: Final = re.compile(r"\{%\s*([hv]m)\s*%\}")
_SHOWN: Final = 60


def require_usual_length(parts: Mapping[str, bytes], names: Iterable[str]) -> None:
    """See to it that the parts that may hold tags are not too long, before they are parsed.

    Raises:
        TemplateFault: They are.
    """
    length = sum(len(parts[name]) for name in names)
    if length > MOST_SOURCE:
        raise TemplateFault(f"has {length:,} bytes in the parts with tags, and at most {MOST_SOURCE:,} are read")


def require_usual_tags(parts: Sequence[tuple[str, str, str]]) -> None:
    """See to it that the tags of a template are of a kind and a number that people write.

    Args:
        parts: The name, the label and the XML of each part that may hold tags.

    Raises:
        TemplateFault: They are not.
    """
    tagged = [(label, xml) for _, label, xml in parts if "{" in xml]
    found = [(label, *one) for label, xml in tagged for one in _tags(xml)]
    problems = [Problem(f"{label}, tag {_short(code)}", fault) for label, code, fault in found if fault]
    problems += [problem for label, xml in tagged for problem in _merging_faults(label, xml)]
    if problems:
        raise TemplateFault("has a tag that is not right", problems)
    excess = too_many(len(found), sum(len(one) for _, one, _ in found))
    if excess is not None:
        raise TemplateFault(excess)


def _short(code: str) -> str:
    return repr(code if len(code) <= _SHOWN else f"{code[:_SHOWN]}…")


def _tags(xml: str) -> Iterator[tuple[str, str]]:
    """Yield each tag, in the text and in the attributes, and what is wrong with it; nothing for nothing."""
    pieces, markup, boundaries, length = [], [], [], 0
    end = 0
    for found in _MARKUP.finditer(xml):
        pieces.append(xml[end : found.start()])
        length += found.start() - end
        end = found.end()
        if found[0] == "</w:p>" or found[0].startswith("<w:p "):
            boundaries.append(length)
        if "{" in found[0]:
            markup.append(found[0])
    pieces.append(xml[end:])
    yield from _tags_of("".join(pieces), boundaries)
    yield from itertools.chain.from_iterable(_tags_of(one, []) for one in markup)


def _tags_of(text: str, boundaries: list[int]) -> Iterator[tuple[str, str]]:
    for start, end in tags(text):
        if end is None:
            yield text[start : start + LONGEST_TAG], f"is not closed: it lacks {CLOSERS[text[start : start + 2]]}"
        else:
            yield text[start:end], _fault(text[start + 2 : end - 2], boundaries, start, end)


def _fault(code: str, boundaries: list[int], start: int, end: int) -> str:
    if len(code) > LONGEST_TAG:
        return f"is longer than {LONGEST_TAG:,} characters"
    if OPENER.search(code):
        return "has another tag in it, so it is not closed"
    if bisect.bisect_right(boundaries, start) != bisect.bisect_left(boundaries, end):
        return "goes on in another paragraph: write it in one"
    if _LONG_SPACE.search(code):
        return "holds more than 40 blanks in a row"
    return ""


def _merging_faults(label: str, xml: str) -> Iterator[Problem]:
    """Yield tags that merge cells and do not stand in the text of a cell."""
    for found in _MERGING.finditer(xml):
        cell = xml.rfind("<w:tc>", 0, found.start()), xml.rfind("<w:tc ", 0, found.start())
        before = xml[max(cell) : found.start()] if max(cell) >= 0 else ""
        look, text = before.find("</w:tcPr>"), max(before.rfind("<w:t>"), before.rfind("<w:t "))
        if not 0 <= look < text or before.rfind("</w:t>") > text:
            yield Problem(f"{label}, tag {found[0]!r}", "merges cells, and belongs into the text of a cell of a table")
