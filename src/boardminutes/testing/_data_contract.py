"""The contract of a renderer whose format is data of the meetings, not the document's words in their order."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Collection, Iterable

import attrs

from boardminutes.document import Document
from boardminutes.errors import RenderError
from boardminutes.model.meeting import Meeting
from boardminutes.renderers import Renderer
from boardminutes.rendering import compose, kind_names
from boardminutes.testing._comparing import Examples, for_each, shown, with_single_blanks
from boardminutes.testing._renderer_contract import RendererContract
from boardminutes.testing._sample_items import CANARY
from boardminutes.testing._sample_meeting import sample_meeting
from boardminutes.testing.samples import hostile_meeting


def check_data_renderer(
    renderer: Renderer,
    texts_of: Callable[[bytes], Iterable[str]],
    *,
    shows: Callable[[Document], Iterable[str]],
    kinds: Collection[str],
    documents: Examples[Document] = (),
    examples: int = 25,
) -> None:
    """Check that a renderer of data keeps its promises; each that is broken is an AssertionError that says which.

    Of the *kinds* it makes bytes that hold all that it claims to show, read back by *texts_of*, in whatever order,
    white space aside: of a rich meeting and of one whose texts look like mark-up, for everybody and for those who may
    see all. What is made for everybody holds nothing restricted, and what is made for the latter bears the mark that it
    is not for publication (`Furniture.mark`). Every other kind that is installed is refused by a RenderError that says
    which to choose; a meeting in which nothing stands may be refused by one too. The same document gives the same
    bytes; no file is written, no socket opened, no process started.

    Args:
        renderer: The renderer, with the options that it shall be tried with.
        texts_of: Returns all texts in the bytes; best written with another library than the renderer's.
        shows: Returns the texts of a document's meetings that must be in its bytes.
        kinds: The names of the kinds that the format can be made of.
        documents: More documents to try: any sequence, or a Hypothesis strategy.
        examples: How many documents to draw from a strategy.
    """
    contract = _DataContract(RendererContract(renderer, repr, with_single_blanks), texts_of, shows, frozenset(kinds))
    contract.frame.check_media_type()
    for kind in kind_names():
        for what, meeting in (("the sample meeting", sample_meeting()), ("hostile texts", hostile_meeting())):
            contract.check(f"{what} as {kind}", compose(meeting, kind))
            contract.check(f"{what} as {kind}, in full", compose(meeting, kind, audience="full"))
        contract.check(f"an empty meeting as {kind}", compose(Meeting(), kind), may_refuse=True)
    strangers = attrs.evolve(compose(sample_meeting()), kind="of-a-stranger", words=None)
    contract.check("a stranger's kind, without words", strangers)
    for_each(documents, functools.partial(contract.check, "a document given", may_refuse=True), examples)


@attrs.frozen
class _DataContract:
    """One renderer and how its bytes are read.

    Attributes:
        frame: What holds for any renderer.
        texts_of: Returns the texts in its bytes.
        shows: Returns the texts that must be there.
        kinds: The kinds that it can be made of.
    """

    frame: RendererContract
    texts_of: Callable[[bytes], Iterable[str]]
    shows: Callable[[Document], Iterable[str]]
    kinds: frozenset[str]

    def check(self, what: str, document: Document, *, may_refuse: bool = False) -> None:
        """Check one document."""
        if document.kind in kind_names() and document.kind not in self.kinds:
            self._check_refusal(what, document)
            return
        if may_refuse and self._refusal(document) is not None:
            return
        first = self.frame.rendered(what, document)
        if self.frame.rendered(what, copy.deepcopy(document)) != first:
            raise self.frame.fail(what, "the same document must give the same bytes, and gave others the second time")
        whole = with_single_blanks(" ".join(self.texts_of(first)))
        for text in self.shows(document):
            if with_single_blanks(text) not in whole:
                raise self.frame.fail(what, f"{shown(text)} does not come out; there is {shown(whole)}")
        if document.audience == "public" and CANARY in whole:
            raise self.frame.fail(
                what, "a public document must hold nothing restricted, and holds some of the meeting's"
            )

        if document.furniture.mark is not None and with_single_blanks(document.furniture.mark) not in whole:
            raise self.frame.fail(what, f"it must say what no page may leave out: {shown(document.furniture.mark)}")

    def _refusal(self, document: Document) -> RenderError | None:
        try:
            self.frame.renderer.render(document)
        except RenderError as error:
            return error
        return None

    def _check_refusal(self, what: str, document: Document) -> None:
        error = self._refusal(document)
        if error is None:
            raise self.frame.fail(what, "a kind of which the format shows nothing must be refused by a RenderError")
        if not any(repr(kind) in str(error) for kind in self.kinds):
            raise self.frame.fail(what, f"the error must say which kind to choose, got {error}")
