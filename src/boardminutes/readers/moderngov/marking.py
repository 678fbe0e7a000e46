"""Emphasis and links: the marked stretches of lines, in the paragraphs that the lines became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardminutes.model.prose import Paragraph, Span
from boardminutes.readers.moderngov.lines import Line, Run


def paragraph(text: str, lines: Sequence[Line] = ()) -> Paragraph:
    """Return a paragraph of *text*, marked where it is marked in the *lines* that it was taken from."""
    if not any(line.runs for line in lines):
        return Paragraph((Span(text),))
    whole = "\n".join(line.text for line in lines)
    begin = len(whole) - len(text) if whole.endswith(text) else whole.find(text)
    if begin < 0:  # its words were put together anew
        return Paragraph((Span(text),))
    return Paragraph(tuple(_spans(text, begin, _runs(lines))))


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int, Run]]:
    offset = 0
    for line in lines:
        for run in line.runs:
            yield offset + run.start, offset + run.end, run
        offset += len(line.text) + 1


def _spans(text: str, begin: int, runs: Iterator[tuple[int, int, Run]]) -> Iterator[Span]:
    """Yield the spans of *text*, which begins at *begin* of the text that the runs are counted in."""
    done = 0
    for first, last, run in runs:
        start, end = max(done, first - begin), min(len(text), last - begin)
        if start >= end:
            continue
        if start > done:
            yield Span(text[done:start])
        yield Span(text[start:end], strong=run.strong, emphasis=run.emphasis, link=run.link)
        done = end
    if done < len(text):
        yield Span(text[done:])
