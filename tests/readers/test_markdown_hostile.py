"""Whatever is given as Markdown is read or refused, in time that grows with its length, and loses nothing."""

from __future__ import annotations

import pathlib
import random

import pytest
from counted_calls import calls_for
from damage import damaged
from hypothesis import given
from hypothesis import strategies as st
from moderngov_law import broken_promises

import boardminutes as bm
from boardminutes.readers.markdown import MarkdownReader

PROJECT = pathlib.Path(__file__).parents[2]
PAGES = [
    path.read_bytes()
    for folder in ("examples/pages", "tests/readers/pages")
    for path in sorted((PROJECT / folder).glob("*.md"))
]
READER = MarkdownReader()
PIECES = [
    "\n# ", "\n## ", "\n- ", "\n  - ", "\n* ", "\n1. ", "\n9) ", "\n> ", ">", "\n\n", "\n---\n", "\n===\n", "```\n",
    "\n~~~\n", "`", "**", "*", "_", "[", "]", "](", "](https://a.example)", "](javascript:x)", "![", "<", "<!--", "-->",
    "\n<!-- ", "<br>", "<b>", "</b>", "<script>", "</script>",
    "\n| a | b |\n|---|---|\n| c |", "|", "\\", "&amp;", "&#0;",
    "&#10;", "&nbsp;", "\x00", "\ufeff", "\r", "\u2028", "\n    ", "\t", "  \n", "ACTION: ", "AI: ", "\n[AGREED] ",
    "Motion: ", "Moved by Ada Obi", "seconded by Bo Lund", "Vote: 3-0", "+1: Ada, Ada", "\n- [ ] ", "\n- [x] ",
    "\nPresent: ", "\n## Attendees\n", "\nDate: 2026-03-05\n", "Time: 10:00 UTC", "Ada Obi", "words",
    "\n[x]: https://x.example\n",
    "[x]", "\nNext meeting: 2026-99-99\n", "99999. ", "\n**Owner:** ", "> **Agreed** 1\n>\n> x\n", "https://",
    "unanimous",
]  # fmt: skip
TAKEN_OUT = ["\n\n", "*", "]", ": ", "#", "---"]


def assert_law(source: bytes) -> None:
    """Read *source*, if it is a text, and hold the law against what it shows."""
    READER.recognises(source)
    try:
        reading = READER.read(source)
    except bm.ReadError:
        return
    assert [] == broken_promises(reading.text, reading)


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_pages_with_faults_are_read_or_refused(seed: int) -> None:
    """No fault raises an untyped error, and of what is read nothing is lost."""
    chance = random.Random(seed)  # noqa: S311 - the same pages each time
    for _ in range(100):
        assert_law(damaged(chance.choice(PAGES), PIECES, chance, taken_out=TAKEN_OUT))


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_law_holds_for_marks_in_any_order(text: str) -> None:
    """Alone, and after a heading."""
    assert_law(text.encode())
    assert_law(f"# Minutes\n\n## Item\n\n{text}".encode())


@given(st.binary(max_size=300))
def test_law_holds_for_binary_noise(noise: bytes) -> None:
    """Bytes that are no text."""
    assert_law(b"# Minutes\n" + noise)
    assert_law("# Minutes\n".encode("utf-16") + noise)


@given(st.text(max_size=200))
def test_law_holds_for_any_text(text: str) -> None:
    """Whatever signs stand in it."""
    assert_law(text.encode("utf-8", "surrogatepass"))
    assert_law(f"---\ntitle: {text}\n---\n{text}".encode("utf-8", "surrogatepass"))


BOMBS = {
    "quotations": "> " * 100_000 + "deep",
    "quotations on lines": "\n".join(">" * depth + " x" for depth in range(1, 400)),
    "lists": "- " * 100_000 + "deep",
    "lists on lines": "\n".join("  " * depth + "- x" for depth in range(1_000)),
    "backticks": "".join("`" * length + " " for length in range(1, 1_500)),
    "brackets": "[" * 100_000 + "deep" + "](x)" * 100_000,
    "pictures": "![" * 50_000 + "deep" + "](x)" * 50_000,
    "stars": "*a **b " * 50_000,
    "star runs": "*" * 200_000,
    "underscores": "_a__" * 50_000,
    "entities": "&amp;" * 50_000,
    "comments": "a <!-- " * 50_000,
    "tags": "<b>" * 50_000,
    "links": "](" * 50_000,
    "definitions": "[a]: " * 50_000,
    "columns": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|\n" * 5_000,
    "cells": "|a|\n|-|\n" + "|b" * 50_000,
    "blanks": "a" + " " * 100_000 + "|\n" + "-" + " " * 100_000 + "x",
    "hashes": "# a" + " #" * 50_000,
    "names": "Present: " + "Ada Obi, " * 20_000,
    "labels": "ACTION: " * 20_000,
    "movers": "Motion: x. " + "Moved by Ada Obi. " * 200,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_no_depth_is_too_deep(text: str) -> None:
    """Where parsers that build a tree end, or go back over what they have read."""
    assert_law(f"# Minutes\n\n{text}\n\nafter".encode())
    assert "after" in READER.read(f"# Minutes\n\n{text}\n\nafter".encode()).text


@pytest.mark.parametrize(
    ("yaml", "why"),
    [
        ("a: &x [y]\nb: *x", "anchors and aliases are not read"),
        ("a: !!python/name:os.system x", "tags are not read"),
        (f"a: {'[' * 300}", "is nested too deeply"),
        ("a: [", "is not YAML"),
        ("a: 1\na: 2", "fields that stand twice"),
        (f"a: {'x' * 100_001}", "more than 100000 characters"),
    ],
)
def test_front_matter_that_is_not_safe_is_left_out(yaml: str, why: str) -> None:
    """Nothing in it refers to anything else, and each of its lines is told."""
    reading = READER.read(f"---\n{yaml}\n---\n\n# Weekly call\n".encode())

    assert "Weekly call" == reading.meeting.title
    assert reading.skipped
    assert all(why in one.reason for one in reading.skipped)


def test_what_runs_or_leads_astray_is_not_in_the_meeting() -> None:
    """Scripts and addresses that run: the words stay, and what is left out is told."""
    reading = READER.read(
        b"# Weekly call\n\na [b](javascript:run()) [c](<data:text/html,run>) ![d](file:///run) <javascript:run()>\n\n"
        b"<script>\nrun()\n</script>\n\n<img src=x onerror=run()>\n"
    )

    assert "a b c d <javascript:run()>" == str(reading.meeting.preamble[0])
    assert all(span.link is None for block in reading.meeting.preamble for span in block.spans)
    assert [3, 3, 3, 5, 6, 7, 9] == [one.line for one in reading.skipped]
    assert [] == broken_promises(reading.text, reading)


REPEATED = {
    "paragraphs": "words of a **paragraph**\n\n",
    "one paragraph": "words *and* words\n",
    "points": "- a\n",
    "nested points": "- a\n  - b\n    - c\n",
    "numbered": "1. a\n",
    "headings": "## a\n",
    "deep headings": "# a\n## a\n### a\n#### a\n##### a\n###### a\n",
    "quotations": "> a\n\n",
    "links": "[a](https://a.example/) ",
    "brackets": "[",
    "stars": "*a ",
    "strong": "**a** ",
    "ticks": "`a` ",
    "tables": "| a | b |\n|---|---|\n| c | d |\n\n",
    "rows": "| a | b |\n",
    "actions": "- ACTION: Ada Obi to go by 2026-03-05\n",
    "boxes": "- [ ] @ada go\n",
    "motions": "Motion: go. Moved by Ada Obi, seconded by Bo Lund. Passed 5-0.\n\n",
    "people": "Present: Ada Obi\n\n",
    "fences": "```\na\n```\n",
    "comments": "<!-- a -->\n",
    "tags": "<p>\n",
    "actions in lists": "Actions:\n\n- a\n- b\n\n",
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_four_times_the_page_is_four_times_the_work(text: str) -> None:
    """No form of mark-up makes the reader go back over what it has read."""
    times = 1_600 // len(text) + 20
    small, large = (f"# Minutes\n\n{text * (times * factor)}".encode() for factor in (1, 4))
    READER.read(small)  # what is loaded once is not counted

    assert calls_for(lambda: READER.read(large)) < 5 * calls_for(lambda: READER.read(small))
