"""From a meeting to a document, to bytes, to a file."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

import attrs

from boardminutes import _registry
from boardminutes._files import replace_file
from boardminutes.errors import PluginError, RenderError, UnknownFormatError
from boardminutes.kinds import Kind, RestrictingKind
from boardminutes.model.meeting import Meeting
from boardminutes.renderers import Renderer
from boardminutes.serialize import SUFFIXES
from boardminutes.views import for_audience
from boardminutes.wording import DEFAULT_LANGUAGE, Wording, wording

if TYPE_CHECKING:
    from boardminutes.document import Document
    from boardminutes.model.values import Audience


def compose(
    meeting: Meeting | Iterable[Meeting],
    kind: str | Kind = "minutes",
    *,
    audience: Audience = "public",
    lang: str | Wording = DEFAULT_LANGUAGE,
) -> Document:
    """Compose a document, for the formats to render.

    Args:
        meeting: The meeting, or several for kinds that take them.
        kind: What to compose: a name (see `kind_names`) or a Kind.
        audience: `"public"` leaves restricted matter out; `"full"` keeps it.
        lang: The language of the words that are not the meeting's own: a tag such as `"cy"` (see `language_names`), or
            a Wording.

    Raises:
        UnknownFormatError: No kind bears that name.
        UnknownLanguageError: There are no words in that language.
        PluginError: The kind cannot be loaded, or is none.
        RenderError: The prose is nested too deeply.
        ValueError: The audience is none, or the kind takes one meeting and got several.
    """
    meetings = _meetings(meeting)
    words = lang if isinstance(lang, Wording) else wording(lang)
    chosen = _kind(kind)
    try:
        if audience == "public" and isinstance(chosen, RestrictingKind):
            meetings = chosen.restrict(meetings)
        document = attrs.evolve(chosen.compose(for_audience(meetings, audience), words), audience=audience, words=words)
    except RecursionError as error:
        raise _too_deep(None) from error
    return document if audience == "public" else _marked(document, words)


def _meetings(meeting: Meeting | Iterable[Meeting]) -> tuple[Meeting, ...]:
    if isinstance(meeting, Meeting):
        return (meeting,)
    if isinstance(meeting, Iterable) and not isinstance(meeting, Mapping | str | bytes):
        found: tuple[object, ...] = tuple(meeting)
    else:
        found = (meeting,)
    for one in found:
        if not isinstance(one, Meeting):
            hint = "; give series.meetings" if isinstance(getattr(one, "meetings", None), tuple) else ""
            raise TypeError(f"meeting must be a Meeting or several, not {type(one).__name__}{hint}")
    if not found:
        raise ValueError("meeting must be a Meeting or several, not none")
    return cast("tuple[Meeting, ...]", found)


def _too_deep(format: str | None) -> RenderError:
    return RenderError("the meeting's prose is nested too deeply to be rendered; take out some levels", format=format)


def _marked(document: Document, words: Wording) -> Document:
    """Say on every page that the document is restricted, also where a house's template leaves the header out."""
    mark = words("Restricted: not for publication")
    furniture = attrs.evolve(document.furniture, header=f"{mark}. {document.furniture.header}", mark=mark)
    notice = mark if document.notice is None else f"{mark}. {document.notice}"
    return attrs.evolve(document, notice=notice, watermark=words("Restricted"), furniture=furniture)


def render(
    meeting: Meeting | Iterable[Meeting],
    format: str | Renderer,
    *,
    kind: str | Kind = "minutes",
    audience: Audience = "public",
    lang: str | Wording = DEFAULT_LANGUAGE,
    **options: object,
) -> bytes:
    """Render a meeting as a document of one format.

    Args:
        meeting: The meeting, or several for kinds that take them.
        format: A name (see `format_names`) or a Renderer.
        kind: What to compose: a name (see `kind_names`) or a Kind.
        audience: `"public"` leaves restricted matter out; `"full"` keeps it.
        lang: The language of the words that are not the meeting's own: a tag such as `"cy"` (see `language_names`), or
            a Wording.
        **options: The format's own options, such as `template` for DOCX or `fragment` for HTML.

    Raises:
        UnknownFormatError: No format or kind bears that name.
        UnknownLanguageError: There are no words in that language.
        PluginError: The format or kind cannot be loaded, or is none.
        RenderError: The document cannot be made in that format: a TemplateError or MissingGlyphError where it is that.
        TypeError: The format does not know an option, or an argument is of a wrong type.
        ValueError: An option or the audience has a value that it cannot have.
        OSError: A file that an option names cannot be read.
    """
    renderer = _renderer(format, options)
    document = compose(meeting, kind, audience=audience, lang=lang)
    try:
        return renderer.render(document)
    except RecursionError as error:
        raise _too_deep(format if isinstance(format, str) else None) from error


def write(
    meeting: Meeting | Iterable[Meeting],
    path: str | os.PathLike[str],
    *,
    format: str | Renderer | None = None,
    kind: str | Kind = "minutes",
    audience: Audience = "public",
    lang: str | Wording = DEFAULT_LANGUAGE,
    **options: object,
) -> None:
    """Render a meeting into a file, which is replaced whole or not at all.

    Args:
        meeting: The meeting, or several for kinds that take them.
        path: The file; its suffix names the format.
        format: A name or a Renderer, where the suffix does not name it.
        kind: What to compose.
        audience: `"public"` leaves restricted matter out; `"full"` keeps it.
        lang: The language of the words that are not the meeting's own.
        **options: The format's own options.

    Raises:
        UnknownFormatError: No format bears the name that the suffix gives.
        RenderError: The document cannot be made in that format.
        OSError: The file cannot be written; the old one is untouched.
    """
    suffix = pathlib.Path(path).suffix.removeprefix(".").lower()
    try:
        made = render(meeting, suffix if format is None else format, kind=kind, audience=audience, lang=lang, **options)
    except UnknownFormatError as error:
        if error.name == suffix in SUFFIXES:
            error.add_note(f"a data file, such as .{suffix}, is written by save()")
        raise
    replace_file(path, made)


def format_names() -> tuple[str, ...]:
    """Return the names of all formats that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.RENDERERS)


def media_type(format: str | Renderer) -> str:
    """Return the media type of the bytes of a format, such as `application/pdf`; text is always in UTF-8.

    The suffix of a format's files is its name.

    Args:
        format: A name (see `format_names`), of which the module is loaded, or a Renderer.

    Raises:
        UnknownFormatError: No format bears that name.
        PluginError: The format cannot be loaded, or is none.
    """
    return _renderer(format, {}).media_type


def kind_names() -> tuple[str, ...]:
    """Return the names of all kinds that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.KINDS)


def reader_names() -> tuple[str, ...]:
    """Return the names of all readers that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.READERS)


def _not_a_class(name: str, given: type) -> TypeError:
    return TypeError(f"{name} must be a name or an object: give {given.__name__}(), not the class {given.__name__}")


def _renderer(format: str | Renderer, options: dict[str, object]) -> Renderer:
    if isinstance(format, str):
        made = _registry.make(_registry.RENDERERS, format, options)
        if isinstance(made, Renderer):
            return made
        message = f"the format {format!r} is no renderer: it needs media_type and render"
        raise PluginError(message, name=format, value=type(made).__qualname__)
    if isinstance(format, type):
        raise _not_a_class("format", format)
    if options:
        message = f"options are fields of a renderer that is given as an object: {', '.join(sorted(options))}"
        raise TypeError(message)
    if not isinstance(format, Renderer):
        raise TypeError(f"format must be a name or a Renderer, not {type(format).__name__}")
    return format


def _kind(kind: str | Kind) -> Kind:
    if isinstance(kind, type):
        raise _not_a_class("kind", kind)
    if isinstance(kind, Kind):
        return kind
    if not isinstance(kind, str):
        raise TypeError(f"kind must be a name or a Kind, not {type(kind).__name__}")
    made = _registry.make(_registry.KINDS, kind, {})
    if isinstance(made, Kind):
        return made
    message = f"the kind {kind!r} is no kind: it needs compose"
    raise PluginError(message, name=kind, value=type(made).__qualname__)
