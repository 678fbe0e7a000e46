"""Which font paints which character of one document; characters that none has are refused before anything is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from boardminutes.errors import MissingGlyphError
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf.characters import LINE_BREAKS, composed, is_mark, is_refused
from boardminutes.renderers.pdf.embedding import EmbeddedFont, StandIn
from boardminutes.renderers.pdf.fonts import BOLD, Face, Family, Source, default_family, fallbacks

_FIRST_STAND_IN: Final = 0xF0000
"""Where the private characters begin that stand for a letter with its marks; in a text such a character is refused."""

_SHOWN: Final = 60


class Typesetter:
    """The fonts of one document."""

    def __init__(self, texts: Iterable[str], extra: tuple[Source, ...] = (), family: Family | None = None) -> None:
        """Look through everything that is to be painted.

        Args:
            texts: Every text of the document, its furniture included.
            extra: Fonts for characters that the default family lacks; they go before those that step in by themselves.
            family: The fonts of the text; None for Noto Sans.

        Raises:
            MissingGlyphError: There are characters that no font has, or that this format cannot set.
        """
        self._family = default_family() if family is None else family
        self._embedded: dict[Face, EmbeddedFont] = {}
        self._stand_ins: dict[str, StandIn] = {}
        self._named: dict[str, str] = {}
        self._sequences: re.Pattern[str] | None = None
        self._marks: re.Pattern[str] | None = None
        self._sources: dict[str, Source] = {}
        self._wanted: dict[Source, frozenset[str]] = {}
        kept = tuple(texts)
        self._unusual = frozenset[str]().union(*kept) - self._family.characters - LINE_BREAKS
        if self._unusual:
            self._provide(kept, extra)

    @property
    def fonts(self) -> tuple[EmbeddedFont, ...]:
        """The fonts that painted something, in the order in which they were first wanted."""
        return tuple(font for font in self._embedded.values() if font.used)

    def runs(self, text: str, style: int) -> list[tuple[EmbeddedFont, str]]:
        """Return *text* as runs of one font each, in which stand-ins replace letters with marks."""
        main = self._font(self._family.faces[style])
        if self._unusual.isdisjoint(text):
            return [(main, text)]
        if self._sequences:
            text = self._sequences.sub(lambda found: self._named[found[0]], text)
        runs: list[tuple[EmbeddedFont, str]] = []
        for character in text:
            source = self._sources.get(character)
            font = main if source is None else self._font(source.face(style, self._wanted[source]))
            if runs and runs[-1][0] is font:
                runs[-1] = (font, runs[-1][1] + character)
            else:
                runs.append((font, character))
        return runs

    def with_marks_joined(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return *spans* of which none begins with a mark: one glyph draws it with the letter before it."""
        if self._marks is None:
            return spans
        joined: list[Span] = []
        for span in spans:
            found = self._marks.match(span.text) if joined else None
            if found:
                joined[-1] = attrs.evolve(joined[-1], text=joined[-1].text + found[0])
            rest = span.text[found.end() :] if found else span.text
            if rest:
                joined.append(attrs.evolve(span, text=rest))
        return tuple(joined)

    def estimate(self, text: str) -> float:
        """Return about how wide *text* is in bold, in parts of the font size."""
        try:
            return self._family.faces[BOLD].measure(text)
        except KeyError:  # characters of other fonts
            return 0.6 * len(text)

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._embedded.get(face)
        if font is None:
            font = self._embedded[face] = EmbeddedFont(face, len(self._embedded) + 1, self._stand_ins)
        return font

    def _provide(self, texts: tuple[str, ...], extra: tuple[Source, ...]) -> None:
        """Find for each unusual character a composed one that draws it, or a font that has it."""
        refused = {character for character in self._unusual if is_refused(character)}
        missing: set[str] = set()
        behind = fallbacks() if self._family is default_family() else (default_family(), *fallbacks())
        marks = {character for character in self._unusual if is_mark(character)} - refused
        if marks:
            self._marks = re.compile(f"[{_listed(marks)}]+")
        for sequence in sorted(_sequences(texts, marks) | (self._unusual - marks - refused)):
            one = composed(sequence)
            if one is not None and one in self._family.characters:
                private = chr(_FIRST_STAND_IN + len(self._stand_ins))
                self._stand_ins[private], self._named[sequence] = StandIn(sequence, one), private
            elif len(sequence) > 1 or sequence in marks:
                refused.update(marks.intersection(sequence))
            else:
                source = next((font for font in (*extra, *behind) if sequence in font.characters), None)
                if source is None:
                    missing.add(sequence)
                else:
                    self._sources[sequence] = source
                    self._wanted[source] = self._wanted.get(source, frozenset()) | {sequence}
        if missing or refused:
            unable = missing | refused
            raise MissingGlyphError(unable, places=_places(unable, texts), refused=refused)
        if self._named:
            longest_first = sorted(self._named, key=lambda sequence: (-len(sequence), sequence))
            self._sequences = re.compile("|".join(map(re.escape, longest_first)))


def _sequences(texts: tuple[str, ...], marks: set[str]) -> set[str]:
    """Return each letter with the marks after it; a mark that begins a text stands alone."""
    if not marks:
        return set()
    kinds = _listed(marks)
    pattern = re.compile(f"(?:[^{kinds}]|^)[{kinds}]+")
    return {found for text in texts for found in pattern.findall(text)}


def _listed(marks: set[str]) -> str:
    return "".join(map(re.escape, sorted(marks)))


def _places(missing: set[str], texts: tuple[str, ...]) -> Iterator[str]:
    for character in sorted(missing):
        text = next(text for text in texts if character in text)
        yield " ".join(text[:_SHOWN].split()) + ("…" if len(text) > _SHOWN else "")
