"""One kind of document each, all of one shape: meetings become a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from boardminutes.document import Document
    from boardminutes.model.meeting import Meeting
    from boardminutes.wording import Wording


@runtime_checkable
class Kind(Protocol):
    """What decides order and words; its fields are its options."""

    def compose(self, meetings: tuple[Meeting, ...], wording: Wording) -> Document:
        """Return the document of *meetings*, which are what the audience may see already."""
        ...
