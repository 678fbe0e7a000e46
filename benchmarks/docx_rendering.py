"""How long one Word document takes, ours beside others' of the same words, in one run: only the ratios count.

    python benchmarks/docx_rendering.py     # about two minutes

The goals: at most a tenth of docxtpl's time, and 3 000 blocks at most 25 times as long as 130. Before anything is timed
the text of each file is read back and compared, so that all write the same words.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Final

import docx
from content import LARGE, SMALL, Record
from docx.document import Document as WordDocument
from docx_ways import BLOCKS, LOOPS, OURS, WAYS
from timing import Taken, Way, blocks, by_turns, megabytes, peak_memory, present, table, times, verdict

SMALL_ROUNDS: Final = 60
LARGE_ROUNDS: Final = 8


def check_words(way: Way, record: Record) -> None:
    """Raise where a file does not hold the words of the record, and no others, in their order.

    Raises:
        ValueError: It does not.
    """
    made: WordDocument = docx.Document(io.BytesIO(way.render(record)))
    found = _words("".join(paragraph.text for paragraph in made.paragraphs))
    wanted = _words("".join(f"{'' if line.kind == 'point' else line.label}{line.text}" for line in record.lines))
    if wanted != found:
        differ = next((at for at, (one, two) in enumerate(zip(wanted, found, strict=False)) if one != two), len(wanted))
        message = (
            f"{way.name}: the words differ: {wanted[differ - 20 : differ + 30]!r}, {found[differ - 20 : differ + 30]!r}"
        )
        raise ValueError(message)


def _words(text: str) -> str:
    return "".join(text.split())


def report() -> str:
    """Return the table in Markdown, and what became of the goals."""
    ways, missing = present(WAYS)
    for way in ways:
        check_words(way, Record())
    small, large = by_turns(ways, SMALL_ROUNDS, LARGE_ROUNDS)
    heads = ["DOCX", *map(blocks, (SMALL, LARGE)), "growth", "by the clock", "peak memory", "size, small", "large"]
    return "\n\n".join([table(heads, rows(small, large, missing)), "\n".join(goals(small, large))])


def rows(small: Mapping[str, Taken], large: Mapping[str, Taken], missing: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield a row for each way: its time in ours, its growth, its memory, the sizes of its files."""
    for way in WAYS:
        if way.name in missing:
            yield [way.name, f"not installed: {missing[way.name]}", "", "", "", "", "", ""]
            continue
        one, many = small[way.name], large[way.name]
        yield [
            way.title,
            times(one.processor / small[OURS].processor),
            times(many.processor / large[OURS].processor),
            f"{many.processor / one.processor:.1f}",
            times(one.wall / small[OURS].wall),
            megabytes(peak_memory("docx_ways", way.name, LARGE)),
            *(f"{len(way.render(Record(size))) / 1000:.0f} kB" for size in (SMALL, LARGE)),
        ]


def goals(small: Mapping[str, Taken], large: Mapping[str, Taken]) -> Iterator[str]:
    """Yield each goal with what was measured."""
    ours = small[OURS].processor
    for name in (BLOCKS, LOOPS):
        yield verdict(f"the time of {name}, small", ours / small[name].processor, 0.1)
        yield verdict(f"the time of {name}, large", large[OURS].processor / large[name].processor, 0.1)
    yield verdict("growth", large[OURS].processor / ours, 25)


if __name__ == "__main__":
    print(report())
