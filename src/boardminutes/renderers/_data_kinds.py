"""Which kinds a format of data can be made of, and what to say of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from boardminutes.document import Document
from boardminutes.errors import RenderError

OUR_KINDS: Final = frozenset(
    {
        "actions",
        "agenda",
        "agenda-minutes",
        "attendance",
        "decisions",
        "declarations",
        "minute-book",
        "minutes",
        "statistics",
        "votes",
    }
)


def refuse_other_kinds(document: Document, format: str, shown: Mapping[str, str] | Iterable[str], what: str) -> None:
    """Raise an error where the kind of a *document* is one of ours and has nothing for the format.

    Args:
        document: The document; one of a stranger's kind is never refused, since nobody here knows what it shows.
        format: The name of the format.
        shown: The names of the kinds that it can be made of.
        what: What the format shows, in a few words.

    Raises:
        RenderError: The kind is another.
    """
    known = sorted(shown)
    if document.kind in OUR_KINDS and document.kind not in known:
        listed = ", ".join(map(repr, known[:-1]))
        raise RenderError(
            f"the kind {document.kind!r} has nothing for {format}, which shows {what}; choose the kind {listed} or "
            f"{known[-1]!r}",
            format=format,
        )
