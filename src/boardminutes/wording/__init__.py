"""The words of a document that are not the meeting's own, in one language."""

from boardminutes.wording.conventions import Conventions
from boardminutes.wording.messages import Message, Phrase, messages
from boardminutes.wording.tags import DEFAULT_LANGUAGE
from boardminutes.wording.words import Wording, language_names, wording

__all__ = ["DEFAULT_LANGUAGE", "Conventions", "Message", "Phrase", "Wording", "language_names", "messages", "wording"]
