"""How long one PDF takes, ours beside others' of the same words, in one run: only the ratios count.

    python benchmarks/pdf.py                # about three minutes

The goals: at most 0.7 times typst, at most 0.7 times plain paragraphs of reportlab, at least twenty times as fast as
WeasyPrint; and 3 000 blocks at most 25 times as long as 130. Before anything is timed the text of each file is read
back and compared, so that all set the same words.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

import page
from content import LARGE, SMALL, Record
from pdf_ways import OURS, REPORTLAB, TYPST, WAYS, WEASYPRINT
from pypdf import PdfReader
from timing import Taken, Way, blocks, by_turns, megabytes, peak_memory, present, table, times, verdict

SMALL_ROUNDS: Final = 25
LARGE_ROUNDS: Final = 5
_FURNITURE: Final = re.compile(r"^(?:Page )?\d+ of \d+$|^Harbour Partnership Board: .*$", re.MULTILINE)
_MARKS: Final = re.compile("[•\N{BLACK CIRCLE}\uf0b7\u00ad\u200b]|\\s")
_PROFILES: Final = (("PDF/UA-1", page.ValidationProfile.PDF_UA_1), ("PDF/A-3a", page.ValidationProfile.PDF_A_3A))


def words_of(text: str) -> str:
    """Return *text* without white space and the marks of lists."""
    return _MARKS.sub("", text)


def check_words(way: Way, record: Record, made: bytes) -> None:
    """Raise where a file does not hold the words of the record, and no others, in their order.

    Raises:
        ValueError: It does not.
    """
    wanted = words_of("".join(f"{line.label}{line.text}" for line in record.lines))
    pages = [one.extract_text() for one in PdfReader(io.BytesIO(made)).pages]
    found = words_of("".join(_FURNITURE.sub("", text) for text in pages))
    if wanted != found:
        differ = next((at for at, (one, two) in enumerate(zip(wanted, found, strict=False)) if one != two), len(wanted))
        message = (
            f"{way.name}: the words differ: {wanted[differ - 20 : differ + 30]!r}, {found[differ - 20 : differ + 30]!r}"
        )
        raise ValueError(message)


def facts_of(made: bytes) -> list[str]:
    """Return what a file is, as it says itself and as page-validation judges."""
    reader = PdfReader(io.BytesIO(made))
    root = reader.root_object
    verdicts = []
    for _, profile in _PROFILES:
        report = page.validate_pdf_bytes(made, profile=profile)
        verdicts.append("yes" if report.is_compliant else "no")
    tagged = "yes" if "/StructTreeRoot" in root else "no"
    data = "yes" if reader.attachments else "no"
    return [tagged, *verdicts, data, str(len(reader.pages)), f"{len(made) / 1000:.0f} kB"]


def report() -> str:
    """Return the tables in Markdown, and what became of the goals."""
    ways, missing = present(WAYS)
    record = Record()
    facts = []
    for way in ways:
        made = way.render(record)
        check_words(way, record, made)
        facts.append([way.name, *facts_of(made)])
    small, large = by_turns(ways, SMALL_ROUNDS, LARGE_ROUNDS)
    heads = ["PDF", *map(blocks, (SMALL, LARGE)), "growth", "by the clock", "peak memory"]
    parts = [
        table(heads, rows(small, large, missing)),
        table(["PDF", "tagged", *(name for name, _ in _PROFILES), "carries its data", "pages", "size"], facts),
        "\n".join(goals(small, large)),
    ]
    return "\n\n".join(parts)


def rows(small: Mapping[str, Taken], large: Mapping[str, Taken], missing: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield a row for each way: its time in ours, its growth, its memory."""
    for way in WAYS:
        if way.name in missing:
            yield [way.name, f"not installed: {missing[way.name]}", "", "", "", ""]
            continue
        one, many = small[way.name], large[way.name]
        yield [
            way.title,
            times(one.processor / small[OURS].processor),
            times(many.processor / large[OURS].processor),
            f"{many.processor / one.processor:.1f}",
            times(one.wall / small[OURS].wall),
            megabytes(peak_memory("pdf_ways", way.name, LARGE)),
        ]


def goals(small: Mapping[str, Taken], large: Mapping[str, Taken]) -> Iterator[str]:
    """Yield each goal with what was measured."""
    ours = small[OURS].processor
    for name, most in ((TYPST, 0.7), (REPORTLAB, 0.7), (WEASYPRINT, 1 / 20)):
        if name in small:
            yield verdict(f"the time of {name}", ours / small[name].processor, most)
    yield verdict("growth", large[OURS].processor / ours, 25)


if __name__ == "__main__":
    print(report())
