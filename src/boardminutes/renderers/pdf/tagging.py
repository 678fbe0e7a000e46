"""Marks: which text on which page belongs to which element, and how one is found from the other."""

from __future__ import annotations

from boardminutes.renderers.pdf.structure import Annotation, Artifact, Element, Mark, Owner


class UnownedTextError(RuntimeError):
    """Text was painted that belongs to no element: a mistake in this renderer, never in a document."""

    def __init__(self, page: int, text: str) -> None:
        """Say which *text* on which *page*, counted from 1."""
        super().__init__(f"text on page {page} belongs to no element of the structure: {text!r}")


class Tagging:
    """The marks of one document.

    Attributes:
        parents: What belongs to each key of the parent tree: the owners of the marks of a page, in the order of their
            numbers, or the link to which an annotation belongs (ISO 32000-1, 14.7.4.4).
    """

    def __init__(self) -> None:
        """Begin with the first page."""
        self.parents: list[Element | list[Element]] = []
        self._page = 0
        self._owners: list[Element] = []

    def begin(self, owner: Owner) -> str:
        """Return the operator that begins content of an *owner*; EMC ends it."""
        if isinstance(owner, Artifact):
            return owner.value
        number = len(self._owners)
        self._owners.append(owner)
        owner.content.append(Mark(self._page, number))
        return f"/{owner.tag}<</MCID {number}>>BDC"

    def key_of_annotation(self, owner: Element) -> int:
        """Return the key under which the owner of an annotation is found."""
        self.parents.append(owner)
        return len(self.parents) - 1

    def annotated(self, owner: Element, reference: str) -> None:
        """Note that an annotation on the page at hand belongs to an *owner*."""
        owner.content.append(Annotation(self._page, reference))

    def end_page(self) -> int:
        """Begin the next page, and return the key under which the owners of the marks of this one are found."""
        self.parents.append(self._owners)
        self._owners = []
        self._page += 1
        return len(self.parents) - 1
