"""The record that every benchmark renders: minutes in the image of a real board's page, in invented words.

`meeting` makes it as data, `document` as a composed Document, and `lines` in a neutral form, one plain line after the
other, from which the document of each other library is built as a careful user of it would write it. The same words
come out in every run, and no two paragraphs are alike, for what repeats is packed and cached too well.

    python benchmarks/content.py            # prints the small record
"""

from __future__ import annotations

import datetime as dt
import functools
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias, assert_never

import attrs
from vocabulary import DID, FAMILY, GIVEN, HOW, MONTHS, WHAT, WHO

import boardminutes as bm
from boardminutes.document import (
    Chart,
    Contents,
    Document,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    Panel,
    PanelBlock,
    Points,
    Quotation,
    SignatureLine,
    Text,
    TextRole,
    plain,
)

SMALL: Final = 1
"""As many rounds of the twelve items as make the small record: about 130 blocks."""

LARGE: Final = 25
"""As many rounds as make the large record: about 3 000 blocks."""

Kind: TypeAlias = Literal["organisation", "title", "heading", "text", "aside", "point", "fact", "label"]


@attrs.frozen
class Line:
    """One line of a document in the neutral form; each is one block.

    Attributes:
        kind: `organisation` and `title` at the head; `heading`, `text` and `aside` (a smaller text); `point` of a
            list; `fact`, whose label is the name of what is said in its text or in the points that follow;
            `label`, the head of a panel: what follows with `panel` set is its text.
        text: The words; empty for a fact whose points follow.
        label: The printed number of a heading, the mark of a point, the name of a fact.
        panel: The role of the panel it stands in, such as `decision`; None outside of one.
        level: How many lists it stands in, for points; the level of a heading, 2 to 6.
    """

    kind: Kind
    text: str
    label: str = attrs.field(default="", kw_only=True)
    panel: str | None = attrs.field(default=None, kw_only=True)
    level: int = attrs.field(default=0, kw_only=True)


_SHORT: Final = 6
"""Below so many words a line is only a name of something."""

# What each item holds, in the order of the page: a number is a paragraph of so many words, a tuple a list of points,
# 'D' and 'A' before either a decision or an action.
_Outcome: TypeAlias = Literal["D", "A"]
_Part: TypeAlias = int | tuple[int, ...] | tuple[_Outcome, int] | tuple[_Outcome, int, tuple[int, ...]]


@attrs.frozen
class _Item:
    title: str
    parts: tuple[_Part, ...]
    presented: bool = attrs.field(default=False, kw_only=True)
    paper: str | None = attrs.field(default=None, kw_only=True)


_ITEMS: Final = (
    _Item("WELCOME", (12,)),
    _Item("NOTES OF LAST MEETINGS", (("D", 13),), paper="504 kB"),
    _Item("HARBOUR PLAN – VERBAL", (56, 54, 55)),
    _Item(
        "DRAFT ASSESSMENT OF RISKS AT SEA AND ON THE QUAYS {y}*",
        (68, 8, (16, 25, 27, 15), 19, (24, 17, 18), 35, 10, (14, 13, 6, 13, 9), ("A", 23), ("D", 26)),
        presented=True,
        paper="1 MB",
    ),
    _Item("PILOTAGE AND DREDGING – UPDATES", (29, (33, 24, 15, 24, 58, 54, 15, 25), ("A", 17)), presented=True),
    _Item("SPENDING PLANS FOR {y} – VERBAL", (22, (63, 19, 25, 42, 20), 9, (39, 25)), presented=True),
    _Item("SERVICES TO VISITORS – UPDATE BY THE PORT", (34, (9, 9, 18), 12, (28, 14), 24, 46), presented=True),
    _Item(
        "SHARED WORKSHOP – PROJECT UPDATE",
        (9, (22, 34, 7, 40), 12, (13, 8, 14), 24, ("D", 4)),
        presented=True,
        paper="526 kB",
    ),
    _Item(
        "PRIORITIES OF THE HARBOUR BOARD",
        (30, (4, 3, 15, 9, 17), 9, ("D", 15, (19, 23)), ("D", 22), 9, ("D", 24), ("A", 12), 24, ("D", 14), ("D", 18)),
        paper="56 kB",
    ),
    _Item("PERFORMANCE REPORT", (18, ("D", 5)), paper="639 kB"),
    _Item("CHAIR’S OWN ISSUES", (5, 34)),
    _Item("DATES OF COMING MEETINGS", (12, (4, 4))),
)


@functools.lru_cache(maxsize=64)
def meeting(rounds: int = SMALL, seed: int = 1) -> bm.Meeting:
    """Return the meeting: twelve items for each of the *rounds*; another *seed* gives other words of about the size."""
    words = _Words(seed)
    return bm.Meeting(
        body="Harbour Partnership Board",
        start=dt.datetime(2026, 3, 5, 10, 0),  # noqa: DTZ001 - a meeting's times may be in its own zone
        venue="Customs House, Old Quay",
        contact=bm.Contact("Mirela Stan", email="clerk@example.org", phone="01632 960 001"),
        attendees=[
            bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT),
            bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
            bm.Attendee("Hedda Moe", presence=bm.Presence.APOLOGIES),
            bm.Attendee("Tomos Rhys", presence=bm.Presence.APOLOGIES),
        ],
        items=[words.item(number) for number in range(len(_ITEMS) * rounds)],
        language="en-GB",
    )


@functools.lru_cache(maxsize=64)
def document(rounds: int = SMALL, seed: int = 1) -> Document:
    """Return the minutes of that meeting, composed."""
    return bm.compose(meeting(rounds, seed), "minutes")


@functools.lru_cache(maxsize=64)
def lines(rounds: int = SMALL, seed: int = 1) -> tuple[Line, ...]:
    """Return the same minutes in the neutral form."""
    return tuple(_lines(document(rounds, seed)))


@attrs.frozen
class Record:
    """One record, in each of its forms.

    Attributes:
        rounds: `SMALL` or `LARGE`.
        seed: Which words it has.
    """

    rounds: int = SMALL
    seed: int = 1

    @property
    def meeting(self) -> bm.Meeting:
        """As data."""
        return meeting(self.rounds, self.seed)

    @property
    def document(self) -> Document:
        """As a composed Document."""
        return document(self.rounds, self.seed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """In the neutral form."""
        return lines(self.rounds, self.seed)


class _Words:
    """Sentences of invented business; the same in every run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same words in every run, and no secret
        self._made: set[str] = set()

    def item(self, place: int) -> bm.Item:
        """Return the item at a *place*, counted from 0, in the image of the one at that place on the page."""
        like = _ITEMS[place % len(_ITEMS)]
        title = self._filled(like.title)
        return bm.Item(
            title if place < len(_ITEMS) else f"{title}, {self._pick(WHAT).upper()}",
            number=f"{place + 1}.",
            presenters=[self._person()] if like.presented else None,
            papers=[bm.Paper("Report", media_type="application/pdf", size=like.paper)] if like.paper else [],
            minutes=[self._entry(part) for part in like.parts],
        )

    def _entry(self, part: _Part) -> bm.List | bm.Decision | bm.Action | str:
        match part:
            case int():
                return self._prose(part)
            case ("D", int(count), *rest):
                number = str(self._random.randint(1, 99))
                return bm.Decision(self._blocks(count, rest), verb=bm.Verb.AGREED, number=number)
            case ("A", int(count), *rest):
                owners = [self._person() for _ in range(self._random.randint(1, 2))]
                due = dt.date(2026, self._random.randint(4, 12), self._random.randint(1, 28))
                return bm.Action(self._blocks(count, rest), owners=owners, due=due)
            case _:
                return bm.List([self._clause(count) for count in part if isinstance(count, int)])

    def _blocks(self, count: int, lists: Iterable[int | tuple[int, ...]]) -> list[str | bm.List]:
        counts = [one for one in lists if isinstance(one, tuple)]
        return [self._prose(count), *(bm.List([self._clause(point) for point in points]) for points in counts)]

    def _prose(self, count: int) -> str:
        """Return sentences of about *count* words in all."""
        made: list[str] = []
        left = count
        while left >= _SHORT or not made:
            clause = self._clause(min(left, self._random.randint(16, 34)))
            made.append(f"{clause[0].upper()}{clause[1:]}.")
            left -= len(clause.split())
        return " ".join(made)

    def _clause(self, count: int) -> str:
        """Return about *count* words that say one thing."""
        if count < _SHORT:
            return self._pick(WHAT)
        made = self._drawn(count)
        while made in self._made:
            made = self._drawn(count)
        self._made.add(made)
        return made

    def _drawn(self, count: int) -> str:
        made = f"{self._pick(WHO)} {self._pick(DID)} {self._pick(WHAT)}"
        while len(made.split()) < count:
            made += f" {self._pick(HOW)}"
            if len(made.split()) < count - 12:
                made += f", while {self._pick(WHO)} {self._pick(DID)} {self._pick(WHAT)}"
        return made

    def _person(self) -> str:
        return f"{self._pick(GIVEN)} {self._pick(FAMILY)}"

    def _pick(self, choices: Sequence[str]) -> str:
        return self._filled(self._random.choice(choices))

    def _filled(self, text: str) -> str:
        if "{" not in text:
            return text
        draw = self._random.randint
        year = draw(2019, 2031)
        return text.format(
            p=f"{draw(1, 40)}.{draw(1, 9)}", n=draw(2, 19), t=draw(20, 99), k=draw(2, 480), z=draw(1, 9),
            y=year, y2=year + draw(1, 6), m=self._random.choice(MONTHS),
            d=f"{draw(1, 28)} {self._random.choice(MONTHS)} {year}",
        )  # fmt: skip


def _lines(made: Document) -> Iterator[Line]:
    if made.organisation is not None:
        yield Line("organisation", made.organisation)
    yield Line("title", made.title)
    for block in made.blocks:
        yield from _of_block(block, None, 0)


def _of_block(block: DocumentBlock | PanelBlock, panel: str | None, level: int) -> Iterator[Line]:
    match block:
        case Heading():
            number = "" if block.number is None else block.number.text
            yield Line("heading", plain(block.spans), label=number, level=block.level)
        case Text():
            kind: Kind = "text" if block.role is TextRole.BODY else "aside"
            yield Line(kind, plain(block.spans), panel=panel, level=level)
        case Points():
            for index, item in enumerate(block.items):
                first, *others = item
                assert isinstance(first, Text)  # noqa: S101 - the content is made so
                assert not others  # noqa: S101 - the content is made so
                yield Line("point", plain(first.spans), label=block.label(index), panel=panel, level=level + 1)
        case Facts():
            yield from _of_facts(block.rows, panel)
        case Panel():
            role = block.role.value
            number = "" if block.number is None else block.number.text
            yield Line("label", f"{block.label} {number}".rstrip(), panel=role)
            for inner in block.blocks:
                yield from _of_block(inner, role, level)
            yield from _of_facts(block.facts, role)
        case Quotation() | Grid() | SignatureLine() | Contents() | Chart():
            message = f"the content has no {type(block).__name__}"
            raise TypeError(message)
        case _:
            assert_never(block)


def _of_facts(facts: Iterable[Fact], panel: str | None) -> Iterator[Line]:
    for fact in facts:
        first, *others = fact.blocks
        if isinstance(first, Text):
            yield Line("fact", plain(first.spans), label=fact.label, panel=panel)
        else:
            yield Line("fact", "", label=fact.label, panel=panel)
            others = [first, *others]
        for other in others:
            yield from _of_block(other, panel, 0)


Group: TypeAlias = tuple[Line, ...]


def groups(made: Iterable[Line]) -> Iterator[tuple[str | None, list[Group]]]:
    """Yield the lines as they stand together, for libraries whose lists and panels hold what stands in them.

    Yields:
        The role of a panel and what stands in it, or None and what stands outside of panels up to the next; each of
        these groups is one line, or all points of one list.
    """
    panel: str | None = None
    found: list[Group] = []
    for line in made:
        if found and (line.panel != panel or line.kind == "label"):
            yield panel, found
            found = []
        panel = line.panel
        if line.kind == "point" and found and found[-1][0].kind == "point":
            found[-1] = (*found[-1], line)
        else:
            found.append((line,))
    yield panel, found


def main() -> None:
    """Print the small record, and how large both are."""
    for line in lines():
        print(f"{line.kind:8} {line.panel or '':9} {line.label:13} {line.text}")
    for rounds in (SMALL, LARGE):
        texts = [line.text for line in lines(rounds)]
        print(f"{len(texts)} blocks, {sum(len(text.split()) for text in texts)} words, {len(set(texts))} texts differ")


if __name__ == "__main__":
    main()
