"""One format each, all of one shape: a Document becomes bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

if TYPE_CHECKING:
    from boardminutes.document import Document


@runtime_checkable
class Renderer(Protocol):
    """What turns a document into the bytes of one format; its fields are its options.

    Attributes:
        media_type: The media type of the bytes, such as `application/pdf`.
    """

    media_type: ClassVar[str]

    def render(self, document: Document) -> bytes:
        """Return the *document* in this format; the same document gives the same bytes."""
        ...
