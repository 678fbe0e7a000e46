"""Text and spans into paragraphs whose every run has a font and an owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from boardminutes.model.prose import Span
from boardminutes.renderers.pdf.boxes import Prose
from boardminutes.renderers.pdf.embedding import EmbeddedFont
from boardminutes.renderers.pdf.looks import Look
from boardminutes.renderers.pdf.paragraph import Paragraph
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.references import NONE, References, target_of
from boardminutes.renderers.pdf.structure import Artifact, Element, Role
from boardminutes.renderers.pdf.style import TextStyle
from boardminutes.renderers.pdf.typesetting import Typesetter

UNBROKEN: Final = 1e6
"""A width at which a mark or number stays on one line."""


class Setter:
    """What sets the paragraphs of one document.

    Attributes:
        look: How the document looks.
        page_height: The height of the text on a page.
        references: On which pages the headings stand to which the text leads.
    """

    def __init__(self, typesetter: Typesetter, look: Look, page_height: float, references: References = NONE) -> None:
        """Take the fonts, the look, the height of the text on a page, and what is known of headings led to."""
        self._typesetter = typesetter
        self.look = look
        self.page_height = page_height
        self.references = references

    def estimate(self, text: str) -> float:
        """Return about how wide *text* is in bold, in parts of the font size."""
        return self._typesetter.estimate(text)

    def unowned(self, text: str, style: TextStyle, artifact: Artifact) -> Paragraph:
        """Set plain *text* in one line that is no part of the document."""
        font = style.font(strong=False, emphasis=False)
        return Paragraph([(one, run, artifact) for one, run in self._typesetter.runs(text, font)], style, UNBROKEN)

    def words(
        self, text: str, style: TextStyle, owner: Element, width: float = UNBROKEN, indent: float = 0.0
    ) -> Paragraph:
        """Set plain *text* for its *owner*."""
        font = style.font(strong=False, emphasis=False)
        runs = self._typesetter.runs(text, font)
        owner.text = text
        return Paragraph([(one, run, owner) for one, run in runs], style, width, indent)

    def spans(
        self, spans: Iterable[Span], style: TextStyle, owner: Element, width: float = UNBROKEN, indent: float = 0.0
    ) -> Paragraph:
        """Set *spans* for their *owner*; links and parts in another language become elements of their own in it."""
        return Paragraph(self._pieces(spans, style, owner), style, width, indent)

    def _pieces(
        self, spans: Iterable[Span], style: TextStyle, owner: Element
    ) -> Iterator[tuple[EmbeddedFont, str, Element]]:
        owner.text = ""
        kid: Element | None = None
        for span in self._typesetter.with_marks_joined(tuple(map(self.references.resolved, spans))):
            target = target_of(span)
            if target is None and span.language is None:
                kid = None
            elif kid is None or (kid.target, kid.language) != (target, span.language):
                role = Role.SPAN if target is None else Role.LINK
                kid = owner.add(role, target=target, language=span.language)
            owner.text += span.text
            if kid is not None:
                kid.text += span.text
            font = style.font(strong=span.strong, emphasis=span.emphasis)
            for one, run in self._typesetter.runs(span.text, font):
                yield one, run, kid or owner

    def prose(self, text: str | Iterable[Span], place: Place, role: Role = Role.PARAGRAPH) -> Prose:
        """Set a paragraph in a *place*."""
        owner = place.owner.add(role)
        if isinstance(text, str):
            paragraph = self.words(text, place.style, owner, place.width)
        else:
            paragraph = self.spans(text, place.style, owner, place.width)
        return Prose(paragraph, place.left, rails=place.rails)
