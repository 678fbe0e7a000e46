"""How the time of reading grows with the page, whatever stands in it: python benchmarks/reading.py.

The goal: a page four times as long takes at most six times as long, and those of 10 MB are read.
"""

from __future__ import annotations

import json
import pathlib
import time
from collections.abc import Callable, Mapping
from typing import Final

from timing import table, times, verdict

import boardminutes as bm

SMALL: Final = 100_000
LARGE: Final = 4 * SMALL
WHOLE: Final = 10_000_000
ROUNDS: Final = 3
EXAMPLES: Final = pathlib.Path(__file__).parent.parent / "examples" / "pages"
SITE: Final = "a page of the site"
MARKDOWN: Final = "minutes in Markdown"
HEAD: Final = "<table class=mgItemTable><tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt>T</p>"


def real_page(size: int) -> bytes:
    """Return a page of the site with minutes of so many bytes: paragraphs, lists, tables, links."""
    return _longer((EXAMPLES / "saltings-trust.html").read_text("utf-8"), "<p>Wanda", "<p><b>RESOLVED", size)


def markdown(size: int) -> bytes:
    """Return minutes in Markdown of so many bytes: headings, people, tables, tasks, motions, over and over."""
    return _longer((EXAMPLES / "lantern-foundation.md").read_text("utf-8"), "## 1.", "## Action items", size)


def answer(size: int) -> bytes:
    """Return an answer of ModernGov's web service of so many bytes: its items, over and over."""
    return _longer((EXAMPLES / "quay-committee.xml").read_text("utf-8"), "    <agendaitem>", "  </agendaitems>", size)


def export(size: int) -> bytes:
    """Return an event of Legistar of so many bytes: its items, over and over."""
    event = json.loads((EXAMPLES / "harbor-commission.json").read_bytes())
    event["EventItems"] *= size // len(json.dumps(event["EventItems"]))
    return json.dumps(event).encode()


def insight(size: int) -> bytes:
    """Return an assistant's notes of so many bytes: its notes and actions, over and over."""
    notes = json.loads((EXAMPLES / "mole-assistant.json").read_bytes())
    both = ("meetingNotes", "actionItems")
    count = size // sum(len(json.dumps(notes[name])) for name in both)
    return json.dumps(notes | {name: notes[name] * count for name in both}).encode()


def _longer(text: str, begin: str, end: str, size: int) -> bytes:
    """Return a text of so many bytes: what stands from *begin* to before *end*, over and over."""
    first, last = text.index(begin), text.index(end)
    part = text[first:last]
    return (text[:first] + part * (size // len(part.encode())) + text[last:]).encode()


def repeated(text: str) -> Callable[[int], bytes]:
    """Return what makes a page of one piece of mark-up, over and over."""
    return lambda size: (HEAD + text * (size // len(text))).encode()


PAGES: Final[Mapping[str, Callable[[int], bytes]]] = {
    SITE: real_page,
    "elements in each other": lambda size: (HEAD + "<div>" * (size // 11) + "</div>" * (size // 11)).encode(),
    "elements that are never closed": repeated("<div>x"),
    "formatting that ends in the wrong place": repeated("<b><i>x</b></i>"),
    "ends of nothing": repeated("</span></b></table>"),
    "lists in each other": repeated("<ul><li>x"),
    "tables in each other": repeated("<table><tr><td>x"),
    "rows": repeated("<tr><td>x<td>y"),
    "comments that are never closed": repeated("<!--"),
    "quotation marks that are never closed": repeated('<a x="'),
    "signs that begin no tag": repeated("<"),
    "ampersands": repeated("&"),
    "an answer of the web service": answer,
    "an event of Legistar": export,
    "an assistant's notes": insight,
    MARKDOWN: markdown,
}


def seconds(source: bytes) -> float:
    """Return the processor time of the fastest of some readings."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        bm.read(source)
        taken.append(time.process_time() - begin)
    return min(taken)


def report() -> str:
    """Return the table in Markdown, and what became of the goals."""
    small = {name: seconds(make(SMALL)) for name, make in PAGES.items()}
    growths = {name: seconds(make(LARGE)) / small[name] for name, make in PAGES.items()}
    rows = [[name, times(taken / small[SITE]), f"{growths[name]:.1f}"] for name, taken in small.items()]
    heads = ["page", "time, 100 kB", "growth, 400 kB"]
    whole = [f"- 10 MB, {name}: {_whole(make)}" for name, make in PAGES.items() if name in {SITE, MARKDOWN}]
    met = [verdict(f"growth of {name}", growth, 6) for name, growth in growths.items()]
    return "\n\n".join([table(heads, rows), "\n".join(whole), "\n".join(met)])


def _whole(make: Callable[[int], bytes]) -> str:
    source = make(WHOLE)
    begin = time.process_time()
    lines = len(bm.read(source).lines)
    taken = time.process_time() - begin
    return f"{lines:,} lines in {taken:.1f} s of processor time, {1e6 * taken / lines:.0f} µs a line"


if __name__ == "__main__":
    print(report())
