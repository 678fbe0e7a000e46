"""From a meeting to a document, to bytes, to a file."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from boardminutes import _registry
from boardminutes._files import replace_file
from boardminutes.errors import PluginError
from boardminutes.kinds import Kind
from boardminutes.model.meeting import Meeting
from boardminutes.renderers import Renderer
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
        lang: The language of the words that are not the meeting's own: a tag such as `"en-GB"`, or a Wording.

    Raises:
        UnknownFormatError: No kind bears that name.
        UnknownLanguageError: There are no words in that language.
    """
    meetings = (meeting,) if isinstance(meeting, Meeting) else tuple(meeting)
    for one in meetings:
        if not isinstance(one, Meeting):
            message = f"meeting must be a Meeting or several, not {type(one).__name__}"
            raise TypeError(message)
    if not meetings:
        message = "meeting must be a Meeting or several, not none"
        raise ValueError(message)
    seen = tuple(for_audience(one, audience) for one in meetings)
    words = lang if isinstance(lang, Wording) else wording(lang)
    document = attrs.evolve(_kind(kind).compose(seen, words), audience=audience)
    return document if audience == "public" else _marked(document, words("Restricted: not for publication"))


def _marked(document: Document, mark: str) -> Document:
    """Say on every page that the document is restricted."""
    furniture = attrs.evolve(document.furniture, header=f"{mark}. {document.furniture.header}")
    notice = mark if document.notice is None else f"{mark}. {document.notice}"
    return attrs.evolve(document, notice=notice, furniture=furniture)


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
        lang: The language of the words that are not the meeting's own: a tag such as `"en-GB"`, or a Wording.
        **options: The format's own options, such as `template` for DOCX or `fragment` for HTML.

    Raises:
        UnknownFormatError: No format or kind bears that name.
        RenderError: The document cannot be made in that format.
        TypeError: The format does not know an option.
    """
    renderer = _renderer(format, options)
    return renderer.render(compose(meeting, kind, audience=audience, lang=lang))


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
    chosen = format if format is not None else pathlib.Path(path).suffix.removeprefix(".").lower()
    replace_file(path, render(meeting, chosen, kind=kind, audience=audience, lang=lang, **options))


def format_names() -> tuple[str, ...]:
    """Return the names of all formats that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.RENDERERS)


def kind_names() -> tuple[str, ...]:
    """Return the names of all kinds that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.KINDS)


def reader_names() -> tuple[str, ...]:
    """Return the names of all readers that are installed, sorted; none of them is loaded."""
    return _registry.names(_registry.READERS)


def _renderer(format: str | Renderer, options: dict[str, object]) -> Renderer:
    if isinstance(format, str):
        made = _registry.make(_registry.RENDERERS, format, options)
        if isinstance(made, Renderer):
            return made
        message = f"the format {format!r} is no renderer: it needs media_type and render"
        raise PluginError(message, name=format, value=type(made).__qualname__)
    if options:
        message = f"options are fields of a renderer that is given as an object: {', '.join(sorted(options))}"
        raise TypeError(message)
    return format


def _kind(kind: str | Kind) -> Kind:
    if not isinstance(kind, str):
        return kind
    made = _registry.make(_registry.KINDS, kind, {})
    if isinstance(made, Kind):
        return made
    message = f"the kind {kind!r} is no kind: it needs compose"
    raise PluginError(message, name=kind, value=type(made).__qualname__)
