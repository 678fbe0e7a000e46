"""The errors of boardminutes: one tree, and each carries its data.

::

    BoardMinutesError
    ├── InvalidMinutesError (ValueError)      .problems: each a path and a sentence
    ├── ReadError                             .reader
    │   └── UnrecognisedSourceError           .tried
    ├── RenderError                           .format
    │   ├── TemplateError                     .template .problems
    │   └── MissingGlyphError                 .characters .places .refused
    ├── UnknownFormatError (LookupError)      .name .known
    ├── UnknownLanguageError (LookupError)    .name .known
    ├── WordingError (ValueError)             .source .problems
    ├── UnknownCodeError (LookupError)        .name .known
    ├── MissingDependencyError (ImportError)  .extra
    ├── LostWorkerError                       .why
    └── PluginError                           .name .value
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from boardminutes._nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen
class Problem:
    """One fault in data: where it stands, and what is wrong in a plain sentence.

    Attributes:
        path: The way from the outermost object to the value, such as `items[3].minutes[0].due`; empty for the whole.
        message: What is wrong and what to do, without a full stop at its end.
    """

    path: str
    message: str

    def __str__(self) -> str:
        """Return the path and the sentence in one line."""
        return f"{self.path}: {self.message}" if self.path else self.message

    def under(self, prefix: str) -> Problem:
        """Return the same problem as seen from an object that holds this one at *prefix*."""
        return Problem(join_path(prefix, self.path), self.message)

    def to_dict(self) -> dict[str, str]:
        """Return the path and the sentence as values for JSON."""
        return {"path": self.path, "message": self.message}


def join_path(prefix: str, path: str) -> str:
    """Return *path* below *prefix*: names are joined by a full stop, indexes stand as they are."""
    return f"{prefix}{path}" if not prefix or not path or path.startswith("[") else f"{prefix}.{path}"


def _listed(problems: Iterable[Problem]) -> str:
    lines = [str(problem) for problem in problems]
    return lines[0] if len(lines) == 1 else "\n".join([f"{len(lines)} problems:", *(f"  {line}" for line in lines)])


class BoardMinutesError(Exception):
    """Anything that this library refuses or cannot do."""

    def to_dict(self) -> dict[str, object]:
        """Return the error as values for JSON, to answer a program or a page with it.

        `error` is the name of the class and `detail` the message; the attributes of the class follow under their own
        names, so that `problems` is a list of objects with `path` and `message`. They are extension members of a
        problem document (RFC 9457, 3.2), to which the answer's own `status` and `title` are added. The path of
        a template, and texts that an error about a full version quotes, are not for everybody: take them out of what
        strangers are answered.
        """
        data = {name: _plain(value) for name, value in vars(self).items() if not name.startswith("_")}
        return {"error": type(self).__name__, "detail": str(self), **data}


class InvalidMinutesError(BoardMinutesError, ValueError):
    """Data that cannot be the record of a meeting.

    Attributes:
        problems: Every fault that could be seen, each with its path and a sentence; never empty.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the *problems*."""
        self.problems = tuple(problems)
        super().__init__(_listed(self.problems))

    def __reduce__(self) -> tuple[type[InvalidMinutesError], tuple[tuple[Problem, ...]]]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.problems,)


class ReadError(BoardMinutesError):
    """A page that a reader recognised and could not read.

    Attributes:
        reader: The name of the reader; None where none was chosen.
    """

    def __init__(self, message: str, *, reader: str | None = None) -> None:
        """Keep the name of the *reader*."""
        super().__init__(message)
        self.reader = reader

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return _rebuild, (type(self), self.args, vars(self))


class UnrecognisedSourceError(ReadError):
    """A source that no reader knows.

    Attributes:
        tried: What was tried, in order: the names of the readers, or the forms that were looked for.
    """

    def __init__(self, message: str, *, reader: str | None = None, tried: Iterable[str] = ()) -> None:
        """Keep what was *tried*."""
        super().__init__(message, reader=reader)
        self.tried = tuple(tried)


class RenderError(BoardMinutesError):
    """A document that could not be made.

    Attributes:
        format: The name of the format; None where it is not known.
    """

    def __init__(self, message: str, *, format: str | None = None) -> None:
        """Keep the name of the *format*."""
        super().__init__(message)
        self.format = format

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return _rebuild, (type(self), self.args, vars(self))


class TemplateError(RenderError):
    """A template that cannot be used.

    Attributes:
        template: The path of the template as given, or None for bytes.
        problems: What is wrong, each with the paragraph in which it stands.
    """

    def __init__(
        self,
        message: str,
        *,
        template: str | None = None,
        problems: Iterable[Problem] = (),
        format: str | None = "docx",
    ) -> None:
        """Keep the *template* and its *problems*."""
        self.template = template
        self.problems = tuple(problems)
        text = "\n".join([message, *(f"  {problem}" for problem in self.problems)])
        super().__init__(text, format=format)


class MissingGlyphError(RenderError):
    """Characters that no font at hand can draw.

    Attributes:
        characters: The characters, each once, sorted.
        places: The beginnings of the texts in which they stand, each once.
        refused: Those of the characters that the format cannot set with any font.
    """

    def __init__(
        self,
        characters: Iterable[str],
        *,
        places: Iterable[str] = (),
        refused: Iterable[str] = (),
        format: str | None = "pdf",
    ) -> None:
        """Keep the *characters*, their *places* and those that are *refused*."""
        self.characters = "".join(sorted(set(characters)))
        self.places = tuple(dict.fromkeys(places))
        self.refused = "".join(sorted(set(refused)))
        lacking = [character for character in self.characters if character not in self.refused]
        sentences = []
        if lacking:
            sentences.append(
                f"no font has {_named(lacking)}; give one that does: render(…, fonts=['/path/to/Font.ttf'])"
            )
        if self.refused:
            sentences.append(f"this format cannot set {_named(self.refused)} with any font; use docx or html instead")
        super().__init__("\n  in: ".join(["; ".join(sentences), *map(repr, self.places)]), format=format)


def _named(characters: Iterable[str]) -> str:
    return ", ".join(f"{character!r} (U+{ord(character):04X})" for character in characters)


class UnknownFormatError(BoardMinutesError, LookupError):
    """A name of a format, kind, reader or theme that nothing installed here provides.

    Attributes:
        name: The name that was asked for.
        known: The names that are known, sorted.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Say *what* was looked for."""
        self.what, self.name, self.known = what, name, tuple(sorted(known))
        near = nearest(name, self.known)
        meant = "" if near is None else f"did you mean {near!r}? "
        super().__init__(f"unknown {what} {name!r}; {meant}known: {', '.join(self.known)}")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.what, self.name, self.known)


class UnknownLanguageError(BoardMinutesError, LookupError):
    """A language in which the library has no words.

    Attributes:
        name: The language tag that was asked for.
        known: The tags that are known, sorted.
    """

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the *name* and the *known* ones."""
        self.name, self.known = name, tuple(sorted(known))
        super().__init__(f"no words in the language {name!r}; known: {', '.join(self.known)}; or give a Wording")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.name, self.known)


class WordingError(BoardMinutesError, ValueError):
    """Words, a catalogue or conventions of a language that cannot be written with.

    Attributes:
        problems: Every fault that could be seen, each with its place and a sentence; never empty.
        source: The path of the catalogue; None for what was given in Python.
    """

    def __init__(self, problems: Iterable[Problem], *, source: str | None = None) -> None:
        """Keep the *problems* and their *source*."""
        self.problems, self.source = tuple(problems), source
        super().__init__("\n".join([*([] if source is None else [f"{source}:"]), _listed(self.problems)]))

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return _rebuild, (type(self), self.args, vars(self))


class UnknownCodeError(BoardMinutesError, LookupError):
    """A code of a finding that no check gives.

    Attributes:
        name: The code that was given.
        known: The codes that are known, sorted.
    """

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the *name* and the *known* ones."""
        self.name, self.known = name, tuple(sorted(known))
        super().__init__(f"no check has the code {name!r}; known: {', '.join(self.known)}")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.name, self.known)


class MissingDependencyError(BoardMinutesError, ImportError):
    """Something that needs an extra which is not installed.

    Attributes:
        extra: The name of the extra.
    """

    def __init__(self, extra: str) -> None:
        """Say which *extra* is needed."""
        self.extra = extra
        super().__init__(f"python -m pip install 'boardminutes[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.extra,)


class LostWorkerError(BoardMinutesError):
    """A job of many whose process or machine went away before it was done; do it again.

    Attributes:
        why: What happened, in the words of what ran the jobs.
    """

    def __init__(self, why: str) -> None:
        """Say *why*, in the words of what ran the jobs."""
        self.why = why
        super().__init__(f"what did this job went away before it was done: {why}; do it again")

    def __reduce__(self) -> tuple[type[LostWorkerError], tuple[str]]:
        """Let the error cross a process boundary with its data."""
        return type(self), (self.why,)


class PluginError(BoardMinutesError):
    """An entry point that cannot be used.

    Attributes:
        name: The name of the entry point.
        value: What it points at, such as `package.module:Class`; several are joined by a comma.
    """

    def __init__(self, message: str, *, name: str, value: str) -> None:
        """Keep the *name* and *value* of the entry point."""
        super().__init__(message)
        self.name, self.value = name, value

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary with its data."""
        return _rebuild, (type(self), self.args, vars(self))


def _plain(value: object) -> object:
    if isinstance(value, Problem):
        return value.to_dict()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _rebuild(error: type[BaseException], args: tuple[object, ...], data: dict[str, object]) -> BaseException:
    made = error.__new__(error, *args)
    made.args = args
    vars(made).update(data)
    return made
