"""A check of a template before anybody needs it."""

from __future__ import annotations

import os
import pathlib
from typing import TYPE_CHECKING, Final

import attrs

from boardminutes.errors import Problem, TemplateError, UnknownFormatError

if TYPE_CHECKING:
    from boardminutes.model.meeting import Meeting

_MOST_BYTES: Final = 24 * 2**20
_FORMATS: Final = ("docx", "html")


@attrs.frozen
class TemplateReport:
    """What was found in a template.

    Attributes:
        faults: Why it is refused, or would be for some meetings; each with the part and paragraph, or the line.
        remarks: What works and is worth a look: a style that is added, a title that is not placed.
    """

    faults: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Return all of it, one to a line."""
        return "\n".join([*map(str, self.faults), *(f"remark: {remark}" for remark in self.remarks)])


def check(
    template: str | os.PathLike[str] | bytes, *, format: str | None = None, meeting: Meeting | None = None
) -> TemplateReport:
    """Look for everything that is wrong with a template, in one pass.

    Every tag, name and filter is looked at, in branches that are taken and in those that are not. A template without
    faults is then filled once, to see whether the parts hang together.

    Args:
        template: The template, as a path or as its bytes.
        format: `"docx"` or `"html"`; None to tell it by what the template begins with.
        meeting: What it is filled with; None for a meeting of every kind of entry.

    Raises:
        UnknownFormatError: That format has no templates.
        OSError: The file cannot be read.
    """
    if isinstance(template, bytes):
        data = template
    else:
        with pathlib.Path(template).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    chosen = format or _format_of(template, data)
    if chosen not in _FORMATS:
        raise UnknownFormatError("format of a template", chosen, _FORMATS)
    faults = dict.fromkeys(_faults(data, chosen)) or dict.fromkeys(_trial(data, chosen, meeting))
    return TemplateReport(tuple(faults), () if faults else tuple(_remarks(data, chosen)))


def _format_of(template: str | os.PathLike[str] | bytes, data: bytes) -> str:
    suffix = "" if isinstance(template, bytes) else pathlib.Path(template).suffix.lower()
    return "docx" if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or suffix in {".docx", ".dotx", ".doc"} else "html"


def _faults(data: bytes, format: str) -> list[Problem]:
    if format == "docx":
        from boardminutes.renderers.docx import checking as word  # noqa: PLC0415 - lxml and docxtpl take time

        return word.word_faults(data)
    from boardminutes.renderers._page_checking import page_faults  # noqa: PLC0415 - likewise

    return page_faults(data)


def _remarks(data: bytes, format: str) -> list[Problem]:
    if format == "docx":
        from boardminutes.renderers.docx import checking as word  # noqa: PLC0415 - lxml and docxtpl take time

        return list(word.word_remarks(data))
    from boardminutes.renderers._page_checking import page_remarks  # noqa: PLC0415 - likewise

    return list(page_remarks(data))


def _trial(data: bytes, format: str, meeting: Meeting | None) -> tuple[Problem, ...]:
    """Fill a template, and return what goes wrong."""
    from boardminutes.rendering import render  # noqa: PLC0415 - it may be imported by what this is imported by
    from boardminutes.testing import sample_meeting  # noqa: PLC0415 - it is needed here only

    try:
        render(sample_meeting() if meeting is None else meeting, format, kind="agenda-minutes", template=data)
    except TemplateError as error:
        return error.problems or (Problem("", error.args[0]),)
    return ()
