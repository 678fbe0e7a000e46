"""The blocks of two documents as one: what was added and what was removed is said in words."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias, TypeVar, cast, get_args

import attrs

from boardminutes.comparison import _pairing
from boardminutes.document import (
    Chart,
    Contents,
    ContentsEntry,
    DocumentBlock,
    Fact,
    Facts,
    Grid,
    Heading,
    NestedBlock,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    ReferenceSpan,
    SignatureLine,
    Text,
)
from boardminutes.kinds._items import Anchors
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model.prose import Span
from boardminutes.wording import Message, Phrase

T = TypeVar("T")
_Holding: TypeAlias = Text | Points | Quotation | Grid | Facts | Fact | Panel
_Row: TypeAlias = tuple[tuple[NestedBlock, ...], ...]

ADDED: Final = Message("Added")
REMOVED: Final = Message("Removed")

_WORDS: Final = re.compile(r"\s+|\S+")
_MOST_WORDS: Final = 1_000
"""Paragraphs of more words are told of whole, once as they were and once as they are."""


@attrs.frozen
class Redline:
    """Merges blocks; every text of both documents stands in what it returns.

    Attributes:
        voice: The words for what was added and removed.
    """

    voice: Voice

    def page(self, old: Sequence[DocumentBlock], new: Sequence[DocumentBlock]) -> Iterator[DocumentBlock]:
        """Yield the blocks of a document; parts that were added or removed stand in panels that say so.

        Where they differ, nothing in them leads to a heading, of which each may have one of the same name.
        """
        anchors, level = Anchors(), 1
        states = (old, new) if old == new else tuple(tuple(map(_leading_nowhere, blocks)) for blocks in (old, new))
        runs = itertools.groupby(self._aligned(*states), key=lambda found: (found[0] is None, found[1] is None))
        for (is_added, is_removed), run in runs:
            phrase = ADDED if is_added else REMOVED
            for block in self._run(run, phrase, alone=is_added or is_removed):
                if isinstance(block, Heading):
                    level = min(block.level, level + 1)
                    yield attrs.evolve(block, anchor=anchors.take(block.anchor), level=level)
                else:
                    yield block

    def _run(
        self, run: Iterable[tuple[DocumentBlock | None, DocumentBlock | None]], phrase: Message, *, alone: bool
    ) -> Iterator[DocumentBlock]:
        inside: list[PanelBlock] = []
        for before, after in run:
            block = before if after is None else after
            if alone and isinstance(block, Text | Points | Quotation | Grid):
                inside.append(block)
                continue
            yield from self._panel(phrase, inside)
            inside = []
            if before is not None and after is not None:
                yield from self._changed(before, after)
            else:
                yield self._marked(cast("DocumentBlock", block), phrase)  # one of the two is there
        yield from self._panel(phrase, inside)

    def _panel(self, phrase: Message, inside: Sequence[PanelBlock]) -> Iterator[Panel]:
        if inside:
            # A calm role, since a page may be full of changes; what it is stands in the label.
            yield Panel(PanelRole.AGENDA, self.voice.words(phrase), tuple(inside))

    def _aligned(self, old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
        """Yield what stands in both, in the old or in the new, in order; what was moved is removed and added."""
        pairs = _pairing.paired(old, new)
        staying = _pairing.in_place(pairs)
        before, after = 0, 0
        for place, there in (*(pair for pair in pairs if pair[0] in staying), (len(old), len(new))):
            yield from ((gone, None) for gone in old[before:place])
            yield from ((None, come) for come in new[after:there])
            yield from zip(old[place : place + 1], new[there : there + 1], strict=True)
            before, after = place + 1, there + 1

    def _merged(self, old: Sequence[T], new: Sequence[T]) -> tuple[T, ...]:
        """Return blocks that stand inside others."""
        made: list[Any] = []
        for before, after in self._aligned(old, new):
            if before is not None and after is not None:
                made.extend(self._changed(before, after))
            else:
                made.extend(self._told(after, ADDED) if before is None else self._told(before, REMOVED))
        return tuple(made)

    def _told(self, block: Any, phrase: Message) -> tuple[Any, ...]:  # noqa: ANN401 - a block that stands anywhere
        """Return a block that was added or removed, and says so."""
        label = (attrs.evolve(self.voice.say(phrase), strong=True),)
        if isinstance(block, Text):
            return (attrs.evolve(block, spans=self.voice.labelled(label, block.spans)),)
        if isinstance(block, Points | Quotation | Grid):
            return (Text(self.voice.sentence("{label}:", label=label)), block)
        return (self._marked(block, phrase),)

    def _marked(self, block: T, phrase: Message) -> T:
        """Return a block whose label or heading says that it was added or removed."""
        if isinstance(block, Heading):
            return attrs.evolve(block, spans=self.voice.labelled((self.voice.say(phrase),), block.spans))
        if isinstance(block, Facts):
            return attrs.evolve(block, rows=tuple(self._marked(row, phrase) for row in block.rows))
        if isinstance(block, Chart):
            return attrs.evolve(block, title=self.voice.labelled((self.voice.say(phrase),), block.title_spans))
        if isinstance(block, Contents):
            return attrs.evolve(block, entries=tuple(self._entry(entry, phrase) for entry in block.entries))
        if isinstance(block, Panel | Fact | SignatureLine):
            return attrs.evolve(block, label=self._labelled(phrase, block.label))
        raise TypeError(type(block).__name__)  # pragma: no cover - the blocks without a label are told of elsewhere

    def _entry(self, entry: ContentsEntry, phrase: Message) -> ContentsEntry:
        return attrs.evolve(entry, spans=self.voice.labelled((self.voice.say(phrase),), entry.spans))

    def _labelled(self, phrase: Message, label: str) -> str:
        return "".join(span.text for span in self.voice.labelled((self.voice.say(phrase),), (Span(label),)))

    def _changed(self, old: Any, new: Any) -> tuple[Any, ...]:  # noqa: ANN401 - blocks of one class
        """Return what stands in both documents, perhaps changed."""
        if old == new:
            return (new,)
        changes = self._changes(old, new)
        if changes is None:
            return (*self._told(old, REMOVED), *self._told(new, ADDED))
        return (attrs.evolve(new, **changes),)

    def _changes(self, old: Any, new: Any) -> dict[str, Any] | None:  # noqa: ANN401 - blocks of one class
        """Return the fields in which both are told of; None where that cannot be done."""
        match new:
            case Text():
                changes: dict[str, Any] | None = {"spans": self._words(old.spans, new.spans)}
            case Heading():
                changes = {"spans": (*self._number(old, new), *self._words(old.spans, new.spans))}
            case Points() if (old.numbering, old.start) == (new.numbering, new.start):
                changes = {"items": tuple(map(self._point, self._aligned(old.items, new.items)))}
            case Grid() if attrs.evolve(old, rows=new.rows) == new and _width(old) == _width(new):
                changes = {"rows": tuple(map(self._row, self._aligned(old.rows, new.rows)))}
            case Quotation() | Fact() if getattr(old, "label", None) == getattr(new, "label", None):
                changes = {"blocks": self._merged(old.blocks, new.blocks)}
            case Facts():
                changes = {"rows": self._merged(old.rows, new.rows)}
            case Panel() if (old.role, old.label) == (new.role, new.label):
                number = self._number(old, new)
                inside = self._merged(old.blocks, new.blocks)
                changes = {
                    "blocks": (Text(number), *inside) if number else inside,
                    "facts": self._merged(old.facts, new.facts),
                }
            case _:
                changes = None
        return changes

    def _number(self, old: Heading | Panel, new: Heading | Panel) -> tuple[Span, ...]:
        """Return the old number of what has another now, or none."""
        if old.number == new.number or old.number is None:
            return ()
        return (*self._in_brackets(REMOVED, (old.number,)), Span(" "))

    def _point(
        self, found: tuple[tuple[NestedBlock, ...] | None, tuple[NestedBlock, ...] | None]
    ) -> tuple[NestedBlock, ...]:
        before, after = found
        if before is not None and after is not None:
            return self._merged(before, after)
        point, phrase = (after or (), ADDED) if before is None else (before, REMOVED)
        return (*(told for block in point[:1] for told in self._told(block, phrase)), *point[1:])

    def _row(self, found: tuple[_Row | None, _Row | None]) -> _Row:
        before, after = found
        if before is not None and after is not None:
            return tuple(self._merged(*cells) for cells in zip(before, after, strict=True))
        row, phrase = (after or (), ADDED) if before is None else (before, REMOVED)
        mark = Text((attrs.evolve(self.voice.say(phrase), strong=True),))
        return ((mark, *row[0]), *row[1:])

    def _words(self, old: tuple[Span, ...], new: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return a paragraph in which words that were added or removed stand in brackets that say so."""
        before, after = tuple(_words_of(old)), tuple(_words_of(new))
        if max(len(before), len(after)) > _MOST_WORDS:
            return (*self._in_brackets(REMOVED, old), Span(" "), *self._in_brackets(ADDED, new))
        made: list[Span] = []
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        for what, first, last, start, end in matcher.get_opcodes():
            if what == "equal":
                made.extend(after[start:end])
            else:
                made.extend(self._replaced(before[first:last], after[start:end]))
        return merged(made)

    def _replaced(self, old: tuple[Span, ...], new: tuple[Span, ...]) -> Iterator[Span]:
        """Yield words that were removed and added in brackets, the blanks around them outside."""
        told = [
            self._in_brackets(phrase, words)
            for phrase, words in ((REMOVED, _stripped(old)), (ADDED, _stripped(new)))
            if words
        ]
        yield from _blank((*old[:1], *new[:1]))
        yield from joined(" ", told)
        if told:
            yield from _blank((*old[-1:], *new[-1:]))

    def _in_brackets(self, phrase: Phrase, told: Iterable[Span]) -> tuple[Span, ...]:
        label = (attrs.evolve(self.voice.say(phrase), strong=True),)
        return merged((Span("["), *self.voice.labelled(label, tuple(told)), Span("]")))


def _leading_nowhere(value: T) -> T:
    """Return what blocks hold, anywhere, without what leads to a heading."""
    if isinstance(value, ReferenceSpan):
        return cast("T", Span(value.text, strong=value.strong, emphasis=value.emphasis, language=value.language))
    if isinstance(value, tuple):
        return cast("T", tuple(map(_leading_nowhere, value)))
    if not isinstance(value, get_args(_Holding)):
        return value
    held = {field.alias: _leading_nowhere(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return cast("T", attrs.evolve(value, **held))


def _width(grid: Grid) -> int:
    return len(grid.head or next(iter(grid.rows), ()))


def _blank(words: Iterable[Span]) -> Iterator[Span]:
    """Yield one blank where there is one among *words*."""
    if any(span.text.isspace() for span in words):
        yield Span(" ")


def _stripped(words: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return words without the blanks before the first and after the last."""
    inked = [at for at, span in enumerate(words) if not span.text.isspace()]
    return words[inked[0] : inked[-1] + 1] if inked else ()


def _words_of(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        yield from (_with_text(span, word) for word in _WORDS.findall(span.text))


def _with_text(span: Span, text: str) -> Span:
    return Span(text, strong=span.strong, emphasis=span.emphasis, link=span.link, language=span.language)
