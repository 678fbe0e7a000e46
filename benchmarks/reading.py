"""How the time of reading grows with the page, whatever stands in it: python benchmarks/reading.py.

The goal: a page four times as long takes at most six times as long, and one of 10 MB is read.
"""

from __future__ import annotations

import json
import pathlib
import time
from collections.abc import Callable, Mapping
from typing import Final

from timing import table, verdict

import boardminutes as bm

SMALL: Final = 100_000
LARGE: Final = 4 * SMALL
WHOLE: Final = 10_000_000
ROUNDS: Final = 3
PAGE: Final = pathlib.Path(__file__).parent.parent / "examples" / "pages" / "saltings-trust.html"
HEAD: Final = "<table class=mgItemTable><tr><td class=mgItemNumberCell>1.<td><p class=mgAiTitleTxt>T</p>"


def real_page(size: int) -> bytes:
    """Return a page of the site with minutes of so many bytes: paragraphs, lists, tables, links."""
    page = PAGE.read_text("utf-8")
    begin, end = page.index("<p>Wanda"), page.index("<p><b>RESOLVED")
    minutes = page[begin:end]
    return (page[:begin] + minutes * (size // len(minutes.encode())) + page[end:]).encode()


def answer(size: int) -> bytes:
    """Return an answer of ModernGov's web service of so many bytes: its items, over and over."""
    text = (PAGE.parent / "quay-committee.xml").read_text("utf-8")
    begin, end = text.index("    <agendaitem>"), text.index("  </agendaitems>")
    items = text[begin:end]
    return (text[:begin] + items * (size // len(items.encode())) + text[end:]).encode()


def export(size: int) -> bytes:
    """Return an event of Legistar of so many bytes: its items, over and over."""
    event = json.loads((PAGE.parent / "harbor-commission.json").read_bytes())
    event["EventItems"] *= size // len(json.dumps(event["EventItems"]))
    return json.dumps(event).encode()


def repeated(text: str) -> Callable[[int], bytes]:
    """Return what makes a page of one piece of mark-up, over and over."""
    return lambda size: (HEAD + text * (size // len(text))).encode()


PAGES: Final[Mapping[str, Callable[[int], bytes]]] = {
    "a page of the site": real_page,
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
    growths = {name: seconds(make(LARGE)) / seconds(make(SMALL)) for name, make in PAGES.items()}
    begin = time.process_time()
    reading = bm.read(real_page(WHOLE))
    whole = time.process_time() - begin
    rows = [[name, f"{growth:.1f}"] for name, growth in growths.items()]
    lines = f"A page of 10 MB: {len(reading.lines):,} lines in {whole:.1f} s of processor time."
    met = [verdict(f"growth of {name}", growth, 6) for name, growth in growths.items()]
    return "\n\n".join([table(["page", "time, four times the length"], rows), lines, "\n".join(met)])


if __name__ == "__main__":
    print(report())
