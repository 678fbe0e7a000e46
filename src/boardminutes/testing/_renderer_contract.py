"""The contract of a renderer."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable

import attrs

from boardminutes.document import Document
from boardminutes.errors import MissingGlyphError
from boardminutes.model.meeting import Meeting
from boardminutes.renderers import Renderer
from boardminutes.rendering import compose
from boardminutes.testing._comparing import Examples, for_each, missing, with_single_blanks, without_blanks
from boardminutes.testing._sample_meeting import sample_meeting
from boardminutes.testing._watching import watched
from boardminutes.testing.samples import beyond_bmp_document, book_document, every_block_document, hostile_document

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")  # RFC 6838, section 4.2


def check_renderer(
    renderer: Renderer,
    text_of: Callable[[bytes], str],
    *,
    documents: Examples[Document] = (),
    examples: int = 25,
    blanks: bool = True,
) -> None:
    """Check that a renderer keeps its promises; each that is broken is an AssertionError that says which.

    The bytes are read back by *text_of*, and must hold all texts of the document, in order, white space aside: each
    block wherever it may stand, texts that look like mark-up or template code, the scripts of Europe, an empty and a
    rich meeting. The same document gives the same bytes; no file is written, no socket opened, no process started.
    MissingGlyphError is allowed for characters above U+FFFF and for the *documents* given.

    Args:
        renderer: The renderer, with the options that it shall be tried with.
        text_of: Returns the text that a person sees in the bytes, in reading order, without running headers; best
            written with another library than the renderer's.
        documents: More documents to try: any sequence, or a Hypothesis strategy, such as
            `meetings().map(compose)` with `boardminutes.testing.strategies`.
        examples: How many documents to draw from a strategy.
        blanks: Whether *text_of* tells reliably where white space stands; it does not for a PDF, where long words
            break over two lines.
    """
    contract = RendererContract(renderer, text_of, with_single_blanks if blanks else without_blanks)
    contract.check_media_type()
    contract.check("the document of every block", every_block_document())
    contract.check("the document of hostile texts", hostile_document())
    contract.check("the document of contents and charts", book_document())
    contract.check("an empty meeting", compose(Meeting()))
    contract.check("a document without blocks", attrs.evolve(compose(Meeting()), blocks=()))
    contract.check("the sample meeting", compose(sample_meeting(), "agenda-minutes", audience="full"))
    contract.check("characters above U+FFFF", beyond_bmp_document(), may_lack=True)
    for_each(documents, functools.partial(contract.check, "a document given", may_lack=True), examples)


@attrs.frozen
class RendererContract:
    """One renderer and how its bytes are read.

    Attributes:
        renderer: The renderer.
        text_of: Returns the text in its bytes.
        squeezed: What is done to white space before texts are compared.
    """

    renderer: Renderer
    text_of: Callable[[bytes], str]
    squeezed: Callable[[str], str]

    def fail(self, what: str, why: str) -> AssertionError:
        """Return the error for a broken promise."""
        return AssertionError(f"{type(self.renderer).__qualname__}, {what}: {why}")

    def check_media_type(self) -> None:
        """Check the form of the media type."""
        media_type: object = getattr(self.renderer, "media_type", None)
        if not isinstance(media_type, str) or not _MEDIA_TYPE.fullmatch(media_type):
            raise self.fail("media_type", f"must be of the form type/subtype, got {media_type!r}")

    def check(self, what: str, document: Document, *, may_lack: bool = False) -> None:
        """Check one document."""
        try:
            first = self.rendered(what, document)
        except MissingGlyphError as error:
            if may_lack:
                return
            raise self.fail(what, f"these characters must come out: {error}") from error
        if self.rendered(what, copy.deepcopy(document)) != first:
            raise self.fail(what, "the same document must give the same bytes, and gave others the second time")
        wrong = missing(document.texts(), self.text_of(first), self.squeezed)
        if wrong is not None:
            raise self.fail(what, wrong)

    def rendered(self, what: str, document: Document) -> bytes:
        """Return the bytes, made under watch."""
        with watched() as seen:
            try:
                made: object = self.renderer.render(document)
            except MissingGlyphError:
                raise
            except Exception as error:
                raise self.fail(what, f"render must not fail, and raised {error!r}") from error
        if seen:
            raise self.fail(what, f"render must touch nothing but its document, and {'; '.join(sorted(set(seen)))}")
        if not isinstance(made, bytes) or not made:
            raise self.fail(what, f"render must return bytes, not {made!r:.80}")
        return made
