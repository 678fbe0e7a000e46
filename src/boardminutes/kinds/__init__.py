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


@runtime_checkable
class RestrictingKind(Kind, Protocol):
    """A kind that hides more from the public than each of its meetings restricts for itself."""

    def restrict(self, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
        """Return *meetings* with all restricted that the public may not see here.

        It is asked for public documents only, before what the public may see is taken of each meeting.
        """
        ...
