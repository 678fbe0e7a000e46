"""Catalogues of translations, as the .po files of GNU gettext have them (GNU gettext manual, 'PO Files')."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from boardminutes.errors import Problem, WordingError
from boardminutes.wording.messages import Message, has_stray_brace, placeholders

_LINE = re.compile(r'(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>\d)\])?\s*)?"(?P<text>.*)"\s*')
_PLURAL_FORMS = re.compile(r"^Plural-Forms:\s*(.*)$", re.MULTILINE | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
HEADER: Final = Message("")


@attrs.frozen
class Entry:
    """One entry of a catalogue.

    Attributes:
        message: What is translated; the header's has no text.
        forms: What is written instead: one text, or one for each plural form; empty texts where it is not translated.
        line: The number of the line on which the entry begins.
        fuzzy: Whether a person is still to look at the translation.
    """

    message: Message
    forms: tuple[str, ...]
    line: int
    fuzzy: bool = False


def _frozen(texts: Mapping[Message, tuple[str, ...]]) -> Mapping[Message, tuple[str, ...]]:
    return MappingProxyType(dict(texts))


@attrs.frozen
class Catalogue:
    """The translations into one language.

    Attributes:
        texts: For each message its translation, or its plural forms in the order of the language's rule.
    """

    texts: Mapping[Message, tuple[str, ...]] = attrs.field(factory=dict, converter=_frozen, hash=False)

    def __reduce__(self) -> tuple[type[Catalogue], tuple[dict[Message, tuple[str, ...]]]]:
        """Let the translations cross a process boundary."""
        return type(self), (dict(self.texts),)

    @classmethod
    def from_entries(cls, entries: Iterable[Entry]) -> Catalogue:
        """Return the catalogue of those entries that are translated; as in gettext, fuzzy ones are not."""
        return cls(
            {
                entry.message: entry.forms
                for entry in entries
                if entry.message != HEADER and all(entry.forms) and not entry.fuzzy
            }
        )


@attrs.define
class _Parser:
    """The state of reading one file: the texts of the entry that is being read, by their keywords."""

    texts: dict[str, str] = attrs.field(factory=dict)
    current: str = ""
    line: int = 0
    fuzzy: bool = False
    problems: list[Problem] = attrs.field(factory=list)

    def read(self, text: str) -> Iterator[Entry]:
        for number, line in enumerate(text.split("\n"), 1):
            stripped = line.strip()
            if not stripped or stripped.startswith("#"):
                yield from self.finished()
                self.fuzzy |= stripped.startswith("#,") and "fuzzy" in stripped
                continue
            match = _LINE.fullmatch(stripped)
            if match is None or (match["keyword"] is None and not self.current):
                self.problems.append(Problem(f"line {number}", f"is no line of a catalogue: {stripped[:80]!r}"))
                continue
            keyword = match["keyword"]
            if keyword is not None:
                if keyword == "msgctxt" or (keyword == "msgid" and self.current != "msgctxt"):
                    yield from self.finished(keep_flags=not self.texts)
                self.line = self.line or number
                self.current = keyword + (match["form"] or "")
                self.texts[self.current] = ""
            self.texts[self.current] += _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[0]), match["text"])
        yield from self.finished()

    def finished(self, *, keep_flags: bool = False) -> Iterator[Entry]:
        """Yield the entry that was being read, if there was one, and begin the next."""
        if self.texts:
            texts, place = self.texts, f"line {self.line}"
            forms = tuple(value for keyword, value in texts.items() if keyword.startswith("msgstr"))
            if "msgid" not in texts or not forms:
                self.problems.append(Problem(place, "is an entry without msgid or msgstr"))
            else:
                message = Message(texts["msgid"], plural=texts.get("msgid_plural"), context=texts.get("msgctxt"))
                yield Entry(message, forms, self.line, self.fuzzy)
        self.texts, self.current, self.line = {}, "", 0
        self.fuzzy = self.fuzzy and keep_flags


def entries(text: str) -> tuple[Entry, ...]:
    """Return the entries of a catalogue, its header among them.

    Raises:
        WordingError: The text is no catalogue; each problem names its line.
    """
    parser = _Parser()
    found = tuple(parser.read(text))
    if parser.problems:
        raise WordingError(parser.problems)
    return found


def plural_forms(found: Iterable[Entry]) -> str | None:
    """Return how the header says that a number chooses a plural form; None where it does not."""
    headers = (entry.forms[0] for entry in found if entry.message == HEADER)
    match = _PLURAL_FORMS.search(next(headers, ""))
    return None if match is None else match[1]


def problems(found: Iterable[Entry], forms: int) -> Iterator[Problem]:
    """Yield what makes a translation unfit to be written with: its placeholders, its number of forms.

    What is not translated, or not in all its forms, is not looked at: it is left in English.

    Args:
        found: The entries.
        forms: How many plural forms the language has.
    """
    for entry in found:
        if entry.message != HEADER and all(entry.forms):
            yield from (Problem(f"line {entry.line}", wrong) for wrong in misfits(entry.message, entry.forms, forms))


def misfits(message: Message, texts: tuple[str, ...], forms: int) -> Iterator[str]:
    """Yield in sentences why *texts* cannot stand for a message.

    A plural form may leave out a placeholder, such as the number in 'one minute'; a translation may not add one.
    """
    wanted = placeholders(message.text) | placeholders(message.plural or "")
    needed = forms if message.plural is not None else 1
    if len(texts) != needed:
        yield f"{message.text!r} must have {needed} form{'' if needed == 1 else 's'}, got {len(texts)}"
    for text in texts:
        if not text.strip():
            yield f"{message.text!r} must be written as something, got {text!r}"
            continue
        has = placeholders(text)
        if not has <= wanted or (message.plural is None and has != wanted):
            names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "no placeholder"
            yield f"{text!r} must hold {names}, as {message.text!r} does"
        if has_stray_brace(text):
            yield f"{text!r} must have no brace but those around the names of {message.text!r}"


@functools.lru_cache(maxsize=16)
def shipped(language: str) -> Catalogue:
    """Return the catalogue of a language that comes with the library; an empty one for the language of the messages."""
    file = importlib.resources.files(__package__).joinpath("catalogues", f"{language}.po")
    return Catalogue.from_entries(entries(file.read_text("utf-8"))) if file.is_file() else Catalogue()


@functools.lru_cache(maxsize=1)
def template() -> tuple[Message, ...]:
    """Return every message of the library, in the order of the alphabet."""
    file = importlib.resources.files(__package__).joinpath("catalogues", "boardminutes.pot")
    return tuple(entry.message for entry in entries(file.read_text("utf-8")) if entry.message != HEADER)
