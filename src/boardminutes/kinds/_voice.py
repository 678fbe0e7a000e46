"""Prose of the model into blocks of a document, in the language of the words around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from boardminutes.document import (
    DatedSpan,
    Fact,
    Grid,
    NestedBlock,
    Panel,
    PanelBlock,
    PanelRole,
    Points,
    Quotation,
    Text,
    TextRole,
)
from boardminutes.model.prose import (
    Block,
    List,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Span,
    Subheading,
    Table,
)
from boardminutes.model.values import When
from boardminutes.wording import Message, Phrase, Wording
from boardminutes.wording.messages import pieces

LABELLED = Message("{label}: {told}")


def grounds(restriction: Restriction) -> tuple[str, ...]:
    """Return what is known of why the public may not see something."""
    known = (restriction.ground, restriction.public_interest, restriction.resolution)
    return tuple(one for one in known if one is not None)


def joined(separator: str, parts: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return the runs of those parts that say something, with a *separator* between each two."""
    known = [part for part in parts if part]
    return tuple(span for index, part in enumerate(known) for span in ((Span(separator), *part) if index else part))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return runs of which neighbours that differ in nothing but their text are made one."""
    made: list[Span] = []
    for span in spans:
        if made and attrs.evolve(made[-1], text=span.text) == span:
            made[-1] = attrs.evolve(span, text=made[-1].text + span.text)
        else:
            made.append(span)
    return tuple(made)


@attrs.frozen
class Voice:
    """The words of a document, and the language in which the meeting's own text is to be marked.

    Attributes:
        words: The words of the document.
        language: The language of the meeting's text where it is another than the words'; None where it is the same.
    """

    words: Wording
    language: str | None = None

    @classmethod
    def of(cls, words: Wording, language: str | None) -> Voice:
        """Return the voice for a meeting written in *language* (None for not known)."""
        same = language is None or language.lower() == words.language.lower()
        return cls(words, None if same else language)

    def span(self, text: str) -> Span:
        """Return the meeting's own *text* as a run."""
        return Span(text, language=self.language)

    def own(self, text: str | None) -> tuple[Span, ...]:
        """Return the meeting's own *text* as runs; none where it is not known."""
        return () if text is None else (self.span(text),)

    def text(self, text: str, *, role: TextRole = TextRole.BODY) -> Text:
        """Return the meeting's own *text* as a paragraph."""
        return Text((self.span(text),), role=role)

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return runs of the meeting's text, marked with its language."""
        if self.language is None:
            return tuple(spans)
        return tuple(span if span.language else attrs.evolve(span, language=self.language) for span in spans)

    def say(self, phrase: Phrase) -> Span:
        """Return a phrase of the document as a run."""
        return Span(self.words(phrase))

    def sentence(self, phrase: Phrase, number: int = 1, **parts: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return a phrase whose placeholders are filled with runs, in the order of the language of the words.

        Args:
            phrase: What is said, with a name in braces for each part.
            number: What decides between singular and plural.
            **parts: The runs for each name; they keep the marks of their own language.
        """
        made: list[Span] = []
        for said, name in pieces(self.words(phrase, number)):
            made.extend([Span(said)] if said else [])
            made.extend(parts[name] if name is not None else ())
        return merged(made)

    def listed(self, texts: Iterable[str]) -> tuple[Span, ...]:
        """Return the meeting's own *texts* as a list in a sentence, such as 'a, b and c'."""
        parts = tuple(texts)
        before = ("", *self.words.conventions.separators(parts))
        runs = zip(before, parts, strict=True)
        return merged(span for said, text in runs for span in (*((Span(said),) if said else ()), self.span(text)))

    def labelled(self, label: tuple[Span, ...], told: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return what is told after its label and a colon; the label alone where nothing is told, and the reverse."""
        return self.sentence(LABELLED, label=label, told=told) if label and told else label or told

    def when(self, value: When | dt.time) -> tuple[Span, ...]:
        """Return a day, a time or both in words, or that it is to be confirmed; nothing where it is not known."""
        if isinstance(value, dt.time):
            return (DatedSpan(self.words.time(value), when=value),)
        said = self.words.when(value)
        if said is None:
            return ()
        return (DatedSpan(said, when=value) if isinstance(value, dt.date) else Span(said),)

    def fact(self, label: Phrase, value: str | None) -> Iterator[Fact]:
        """Yield the fact that *value* is the *label*, unless it is not known."""
        if value is not None:
            yield Fact(self.words(label), (self.text(value),))

    def prose_fact(self, label: Phrase, value: Prose | None) -> Iterator[Fact]:
        """Yield the fact that *value* is the *label*, unless it is not known."""
        if value is not None:
            yield Fact(self.words(label), self.nested(value.blocks))

    def said(self, label: Phrase, sentence: str | None) -> Iterator[Fact]:
        """Yield a fact in the document's own words, unless it is not known."""
        if sentence is not None:
            yield Fact(self.words(label), (Text((Span(sentence),)),))

    def told(self, label: Phrase, spans: tuple[Span, ...]) -> Iterator[Fact]:
        """Yield a fact whose words are in their languages already, unless there are none."""
        if spans:
            yield Fact(self.words(label), (Text(spans),))

    def nested(self, blocks: Iterable[Block]) -> tuple[NestedBlock, ...]:
        """Return blocks as they stand inside others: subheadings and restricted matter become paragraphs."""
        return tuple(made for block in blocks for made in self._nested(block))

    def _nested(self, block: Block) -> Iterator[NestedBlock]:
        match block:
            case Paragraph():
                yield Text(self.spans(block.spans))
            case Subheading():
                yield Text(tuple(attrs.evolve(span, strong=True) for span in self.spans(block.spans)))
            case List():
                items = tuple(self.nested(item.blocks) for item in block.items)
                yield Points(items, numbering=block.numbering, start=block.start)
            case Quote():
                yield Quotation(self.nested(block.blocks))
            case Table():
                yield self._table(block)
            case Restricted():
                mark = attrs.evolve(self.say("Restricted"), strong=True)
                yield Text(self.labelled((mark,), self._grounds(block.restriction)))
                yield from self.nested(block.blocks)
            case _:
                assert_never(block)

    def _grounds(self, restriction: Restriction) -> tuple[Span, ...]:
        known = grounds(restriction)
        return (self.span("; ".join(known)),) if known else ()

    def _table(self, table: Table) -> Grid:
        return Grid(
            tuple(tuple(self.nested(cell.blocks) for cell in row) for row in table.rows),
            head=tuple(self.nested(cell.blocks) for cell in table.head),
            caption=self.own(table.caption),
            row_heads=table.row_heads,
        )

    def restriction_facts(self, restriction: Restriction) -> tuple[Fact, ...]:
        """Return why the public may not see something, or that it is not stated."""
        known = (
            *self.fact("Ground", restriction.ground),
            *self.fact("Public interest", restriction.public_interest),
            *self.fact("Resolution", restriction.resolution),
        )
        return known or tuple(self.said("Ground", self.words("not stated")))

    def restricted(self, block: Restricted) -> Panel:
        """Return restricted blocks as a panel that says so."""
        inside: tuple[PanelBlock, ...] = self.nested(block.blocks)
        return Panel(
            PanelRole.RESTRICTED,
            self.words("Restricted"),
            inside,
            facts=self.restriction_facts(block.restriction),
        )
