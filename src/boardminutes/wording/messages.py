"""Messages: the English of what a document says in words of its own, whole, so that each language orders it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Key = TypeVar("Key")


@attrs.frozen
class Message:
    """Something that documents say: a word or a whole phrase in English, by which its translations are found.

    Attributes:
        text: The English, with a name in braces for each part that is filled in: `"substitute for {person}"`.
        plural: The English for any number but one, where the number matters; None where it does not.
        context: Where it stands, where that decides how it is translated, such as `"action"`; None where it does not.
    """

    text: str
    plural: str | None = attrs.field(default=None, kw_only=True)
    context: str | None = attrs.field(default=None, kw_only=True)


Phrase = str | Message


def as_message(phrase: Phrase) -> Message:
    """Return a phrase as a message; a text is one without plural and context."""
    return Message(phrase) if isinstance(phrase, str) else phrase


def messages(texts: Mapping[Key, str], *, context: str | None = None) -> Mapping[Key, Message]:
    """Return each of the English *texts* as a message of one *context*."""
    return {key: Message(text, context=context) for key, text in texts.items()}


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the parts that are to be filled in."""
    return frozenset(_PLACEHOLDER.findall(text))


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the pieces of a text in order: what is said, and the name of the part that follows (None at the end)."""
    split = _PLACEHOLDER.split(text)
    yield from zip(split[::2], (*split[1::2], None), strict=True)


def has_stray_brace(text: str) -> bool:
    """Tell whether a brace stands in a text that belongs to no name of a part."""
    return any(brace in said for said, _ in pieces(text) for brace in "{}")
