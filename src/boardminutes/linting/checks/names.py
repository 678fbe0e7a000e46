"""Whether names are spelled as the attendees' are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.findings import Severity
from boardminutes.linting.names import Words, words_of
from boardminutes.linting.record import Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown

_WORD: Final = re.compile(r"(?P<word>[^\W\d_]+(?:['’\-][^\W\d_]+)*)(?P<gap>(?:(?<=\b[^\W\d_])\.)?[^\S\n]{1,3})?")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


def _misspelled(record: Record) -> Iterator[Problem]:
    known = {words_of(mention.name) for mention in record.mentions}
    seen: set[str] = set()
    for mention in record.mentions:
        if mention.name not in seen and record.roll.written_otherwise(mention.name) is None:
            seen.add(mention.name)
            right = record.roll.misspelled(words_of(mention.name))
            if right is not None:
                yield Problem(mention.path, f"{shown(mention.name)} is no attendee, and {shown(right)} is one")
    written: set[Words] = set()
    for line in record.paragraphs if record.roll.sizes else ():
        for name, words in _names_in(line.text, record.roll.sizes):
            if words not in known and words not in written:
                right = record.roll.misspelled(words)
                if right is not None:
                    written.add(words)
                    yield Problem(line.path, f"{shown(name)} is no attendee, and {shown(right)} is one")


def _names_in(text: str, sizes: tuple[int, ...]) -> Iterator[tuple[str, Words]]:
    """Yield what may be names: words with capitals in a row, as many as the attendees' names have."""
    for run in _runs(text):
        plain = [_POSSESSIVE.sub("", word) for word in run]
        for size in sizes:
            for begin in range(len(run) - size + 1):
                name = " ".join(plain[begin : begin + size])
                words = words_of(name)
                if len(words) == size:
                    yield name, words


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for match in _WORD.finditer(text):
        word = match["word"]
        if word[0].isupper():
            run.append(word)
        if run and (not word[0].isupper() or match["gap"] is None):
            yield run
            run = []
    if run:
        yield run


def _written_otherwise(record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for mention in record.mentions:
        if mention.name not in seen:
            seen.add(mention.name)
            right = record.roll.written_otherwise(mention.name)
            if right is not None:
                yield Problem(mention.path, f"{shown(mention.name)} stands among the attendees as {shown(right)}")


RULES: Final = (
    Rule(
        "BM201",
        "misspelled-name",
        Severity.WARNING,
        _misspelled,
        finds="A name that is no attendee's and nearly is: one word of it is spelled in another way (Reed and Reid), "
        "and the others are the same. Looked at are presenters, owners, movers, voters and all other names in fields, "
        "and words with capitals in the prose; each name is found once.",
        why="A misspelled name offends, and whoever searches the record for the person does not find them.",
        hint="correct the name; if it is another person, list them among the attendees or ignore this",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Cy Reed")],
    items=[bm.Item("Tides", number="7.", minutes="Cy Reid showed the tables.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Cy Reed")],
    items=[bm.Item("Tides", number="7.", minutes="Cy Reed showed the tables.")],
)
""",
    ),
    Rule(
        "BM202",
        "name-written-otherwise",
        Severity.NOTE,
        _written_otherwise,
        finds="A name in a field that is an attendee's, written with another title, with an initial, shortened, or "
        "without its accents. Each name is found once. A surname alone after a title is taken for what it is and not "
        "found.",
        why="A program that goes by the names, for a voting record or a register of interests, takes one person for "
        "two.",
        hint="write the name as it stands among the attendees",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Capt. Cy Reed")],
    items=[bm.Item("Tides", number="7.", presenters=["Cy Reed"], minutes="The tables were shown.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi"), bm.Attendee("Capt. Cy Reed")],
    items=[bm.Item("Tides", number="7.", presenters=["Capt. Cy Reed"], minutes="The tables were shown.")],
)
""",
    ),
)
