"""The words of a document that are not the meeting's own, in one language."""

from __future__ import annotations

from boardminutes.errors import UnknownLanguageError
from boardminutes.wording.messages import Message, Phrase, messages
from boardminutes.wording.words import DEFAULT_LANGUAGE, Wording

__all__ = ["DEFAULT_LANGUAGE", "Message", "Phrase", "Wording", "messages", "wording"]


def wording(language: str) -> Wording:
    """Return the words in *language*, a tag such as `en-GB`.

    Raises:
        UnknownLanguageError: There are none.
        TypeError: The tag is no text.
    """
    if not isinstance(language, str):
        raise TypeError(f"lang must be a language tag or a Wording, not {type(language).__name__}")
    if language.lower() in {"en", DEFAULT_LANGUAGE.lower()}:
        return Wording(language=DEFAULT_LANGUAGE)
    raise UnknownLanguageError(language, [DEFAULT_LANGUAGE])
