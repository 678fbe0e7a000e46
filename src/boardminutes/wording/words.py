"""The words of a document that are not the meeting's own, and how its language writes dates, times and lists."""

from __future__ import annotations

import datetime as dt
import functools
import os
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from boardminutes.errors import Problem, UnknownLanguageError, WordingError
from boardminutes.model import _checks as check
from boardminutes.model.values import TBC, When
from boardminutes.wording import conventions as languages
from boardminutes.wording import po
from boardminutes.wording.conventions import Conventions
from boardminutes.wording.messages import Message, Phrase, as_message
from boardminutes.wording.tags import DEFAULT_LANGUAGE, nearest

Translation = str | tuple[str, ...]


def _frozen(words: Mapping[Phrase, Translation]) -> Mapping[Phrase, Translation]:
    return MappingProxyType(dict(words))


def _tag(language: str) -> str:
    if not isinstance(language, str):
        raise TypeError(f"language must be a language tag, not {type(language).__name__}")
    try:
        return check.language(language)
    except check.Refused as error:
        raise WordingError([Problem("language", error.problem.message)]) from error


def language_names() -> tuple[str, ...]:
    """Return the tags of the languages that the library has words in, sorted."""
    return tuple(languages.shipped())


@attrs.frozen(kw_only=True)
class Wording:
    """The words that kinds use, and how their language writes dates, times and lists.

    `Wording(language="cy")` is Welsh as it comes with the library, `Wording(words={"Action": "To do"})` British English
    with one word changed. A language that the library has no words in takes `words` for all that it is to say
    (`missing` tells what is left), and `conventions` unless the extra `languages` is installed.

    Attributes:
        language: The language (BCP 47), which documents are marked with.
        words: Other words for some: the English, and what to write instead. A `Message` as a key changes the word in
            one context; one with a plural takes all plural forms of the language, in the order of its rule.
        conventions: How the language writes dates, times, lists and plurals; those of the language unless given.
        catalogue: The translations beside `words`; those that come with the library unless given. Read one of your own
            with `from_catalogue`.

    Raises:
        WordingError: The language is no tag, or a word is empty, has other placeholders or another number of plural
            forms than it must have, or has a brace that is not around the name of a placeholder.
        UnknownLanguageError: No conventions were given, and none are known for the language.
        MissingDependencyError: None were given, and they could be had from the extra `languages`.
    """

    language: str = attrs.field(default=DEFAULT_LANGUAGE, converter=_tag)
    words: Mapping[Phrase, Translation] = attrs.field(factory=dict, converter=_frozen, hash=False)
    conventions: Conventions = attrs.field(
        default=attrs.Factory(lambda self: Conventions.of(self.language), takes_self=True), repr=False
    )
    catalogue: po.Catalogue = attrs.field(
        default=attrs.Factory(lambda self: _shipped(self.language), takes_self=True), repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Refuse words that do not fit their messages."""
        problems = tuple(self._problems())
        if problems:
            raise WordingError(problems)

    def __reduce__(self) -> tuple[functools.partial[Wording], tuple[()]]:
        """Let the words cross a process boundary."""
        remade = functools.partial(
            type(self),
            language=self.language,
            words=dict(self.words),
            conventions=self.conventions,
            catalogue=self.catalogue,
        )
        return remade, ()

    def _problems(self) -> Iterator[Problem]:
        for phrase, translation in self.words.items():
            message = as_message(phrase)
            texts = (translation,) if isinstance(translation, str) else tuple(translation)
            for wrong in po.misfits(message, texts, self.conventions.forms):
                yield Problem(f"words[{message.text!r}]", wrong)

    @classmethod
    def from_catalogue(
        cls,
        path: str | os.PathLike[str],
        *,
        language: str,
        words: Mapping[Phrase, Translation] = MappingProxyType({}),
        conventions: Conventions | None = None,
    ) -> Wording:
        """Return the words of a .po file of gettext.

        Entries that are fuzzy or not translated are left in English. A file with all messages to translate comes with
        the library: `boardminutes/wording/catalogues/boardminutes.pot`.

        Args:
            path: The file.
            language: The language of the translations (BCP 47).
            words: Other words for some, as in `words` of the class.
            conventions: How the language writes dates, times, lists and plurals; those of the language unless given.
                How numbers choose plural forms is told by the file itself, where it has a `Plural-Forms`.

        Raises:
            WordingError: The file is no catalogue, or a translation has other placeholders or another number of plural
                forms than it must have; each problem names its line.
            UnknownLanguageError: No conventions were given, and none are known for the language.
            MissingDependencyError: None were given, and they could be had from the extra `languages`.
            OSError: The file cannot be read.
        """
        known = Conventions.of(language) if conventions is None else conventions
        try:
            entries = po.entries(pathlib.Path(path).read_text("utf-8"))
            known = attrs.evolve(known, plural_forms=po.plural_forms(entries) or known.plural_forms)
            problems = tuple(po.problems(entries, known.forms))
        except UnicodeDecodeError as error:
            problems = (Problem("", f"must be UTF-8: {error}"),)
        except WordingError as error:
            problems = error.problems
        if problems:
            raise WordingError(problems, source=os.fspath(path))
        return cls(language=language, words=words, conventions=known, catalogue=po.Catalogue.from_entries(entries))

    def __call__(self, phrase: Phrase, number: int = 1) -> str:
        """Return what to write for an English *phrase*; *number* decides between its plural forms."""
        message = as_message(phrase)
        english = message.text if message.plural is None or number == 1 else message.plural
        changed = self.words.get(message, self.words.get(english))
        if isinstance(changed, str):
            return changed
        forms = self.catalogue.texts.get(message) if changed is None else changed
        if forms is None:
            return english
        return forms[0 if message.plural is None else self.conventions.form(number)]

    def missing(self) -> tuple[Message, ...]:
        """Return the messages of the library that would be written in English, in the order of the alphabet.

        Of the language in which they are written, English, none is missing.
        """
        if self.language.lower().partition("-")[0] == "en":
            return ()
        return tuple(message for message in po.template() if not self._has(message))

    def _has(self, message: Message) -> bool:
        singular_and_plural = {message.text, message.plural or message.text}
        return message in self.words or message in self.catalogue.texts or singular_and_plural <= set(self.words)

    def date(self, value: dt.date) -> str:
        """Return a day, such as 'Thursday 5 March 2026'."""
        return self.conventions.date_text(value)

    def time(self, value: dt.time | dt.datetime) -> str:
        """Return a time of day, such as '10 am', '2.30 pm', 'noon'."""
        return self.conventions.time_text(value)

    def when(self, value: When) -> str | None:
        """Return a day and time, 'to be confirmed', or None where it is not known."""
        if value is None:
            return None
        if value is TBC:
            return self("to be confirmed")
        return self.conventions.date_time_text(value) if isinstance(value, dt.datetime) else self.date(value)

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence, such as 'a, b and c'."""
        texts = tuple(words)
        separators = (*self.conventions.separators(texts), "")
        return "".join(f"{text}{after}" for text, after in zip(texts, separators, strict=False))


def _shipped(language: str) -> po.Catalogue:
    found = nearest(language, languages.shipped())
    return po.Catalogue() if found is None else po.shipped(found)


def wording(language: Any) -> Wording:  # noqa: ANN401 - refused here unless it is a text
    """Return the words in *language*, a tag such as `en-GB`.

    A tag that is longer than one that is known means that one: `cy-GB` means `cy`, and `en` means `en-GB`.

    Raises:
        UnknownLanguageError: There are none.
        TypeError: The tag is no text.
    """
    if not isinstance(language, str):
        raise TypeError(f"lang must be a language tag or a Wording, not {type(language).__name__}")
    found = nearest(language, languages.shipped())
    if found is None:
        raise UnknownLanguageError(language, languages.shipped())
    return Wording(language=found)
