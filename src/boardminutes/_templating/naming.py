"""What every template may name, whatever its format."""

from __future__ import annotations

from boardminutes.document import Document


def names(document: Document, theme: object = None) -> dict[str, object]:
    """Return the objects that the tags of a template may name.

    Args:
        document: What is rendered; its words are there where the core composed it.
        theme: The house style; None for none.
    """
    known: dict[str, object] = {"document": document, "meeting": document.meeting, "meetings": document.meetings}
    if document.words is not None:
        known["words"] = document.words
    if theme is not None:
        known["theme"] = theme
    return known
