"""How long one page takes, beside a bare template of the same mark-up, in one run: only the ratios count.

    python benchmarks/html_rendering.py     # about half a minute

The goals: at most 3 times the bare template, and 3 000 blocks at most 25 times as long as 130. Before anything is timed
both pages are compared: their mark-up is the same but for white space, and for links and days, which ours marks up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import bare_page
from content import LARGE, SMALL, Record
from timing import Way, blocks, by_turns, megabytes, peak_memory, present, table, times, verdict

from boardminutes.renderers.html import HtmlRenderer

BARE: Final = "a bare Jinja template"
PLAIN: Final = "boardminutes, the mark-up alone"
OURS: Final = "boardminutes, as it comes"
SMALL_ROUNDS: Final = 60
LARGE_ROUNDS: Final = 8
_DAYS_AND_LINKS: Final = re.compile(r"</?(?:time|a)\b[^>]*>")


def bare(record: Record) -> bytes:
    """Fill the template."""
    return bare_page.template().render(bare_page.data(record)).encode()


def plain(record: Record) -> bytes:
    """Render the same mark-up."""
    return HtmlRenderer(embed=False, json_ld=False).render(record.document)


def ours(record: Record) -> bytes:
    """Render with all that is on by default: the data inside, and what search engines read."""
    return HtmlRenderer().render(record.document)


def by_markdown_it(record: Record) -> bytes:
    """Render the same text, written in Markdown, with the library that is thought the fastest in Python."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - may not be installed

    made: str = MarkdownIt().render(_markdown(record))
    return made.encode()


def _markdown(record: Record) -> str:
    marks = {"title": "# ", "heading": "## ", "point": "- ", "fact": "**", "label": "**"}
    ends = {"fact": "**", "label": "**"}
    return "\n\n".join(
        f"{marks.get(line.kind, '')}{line.text.replace('*', chr(92) + '*') or line.label}{ends.get(line.kind, '')}"
        for line in record.lines
    )


def _prepare(record: Record) -> object:
    return bare_page.data(record)


WAYS: Final = (
    Way(BARE, bare, prepare=_prepare),
    Way(PLAIN, plain, prepare=_prepare),
    Way(OURS, ours, prepare=_prepare),
    Way("markdown-it-py", by_markdown_it, prepare=_prepare, package="markdown-it-py"),
)
"""All ways, the bare one first."""


def check_mark_up(record: Record) -> None:
    """Raise where the bare page has other mark-up.

    Raises:
        ValueError: It has.
    """
    one, two = (_compared(made(record).decode()) for made in (bare, plain))
    if one != two:
        differ = next(at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right)
        message = f"the mark-up differs: {one[differ - 60 : differ + 60]!r}, {two[differ - 60 : differ + 60]!r}"
        raise ValueError(message)


def _compared(page: str) -> str:
    return "".join(_DAYS_AND_LINKS.sub("", page).split())


def report() -> str:
    """Return the table in Markdown, and what became of the goals."""
    check_mark_up(Record())
    ways, missing = present(WAYS)
    small, large = by_turns(ways, SMALL_ROUNDS, LARGE_ROUNDS)

    def rows() -> Iterator[list[str]]:
        for way in WAYS:
            if way.name in missing:
                yield [way.name, f"not installed: {missing[way.name]}", "", "", "", ""]
                continue
            one, many = small[way.name].processor, large[way.name].processor
            yield [
                way.title,
                times(one / small[BARE].processor),
                times(many / large[BARE].processor),
                f"{many / one:.1f}",
                megabytes(peak_memory("html_rendering", way.name, LARGE)),
                f"{len(way.render(Record())) / 1000:.0f} kB",
            ]

    heads = ["HTML", *map(blocks, (SMALL, LARGE)), "growth", "peak memory", "size"]
    met = [
        verdict("the time of the bare template", small[OURS].processor / small[BARE].processor, 3),
        verdict("growth", large[OURS].processor / small[OURS].processor, 25),
    ]
    return "\n\n".join([table(heads, rows()), "\n".join(met)])


if __name__ == "__main__":
    print(report())
