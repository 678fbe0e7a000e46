"""Our own templates, written as the start of a house's own."""

from __future__ import annotations

import errno
import importlib.resources
import os
import pathlib
from typing import TYPE_CHECKING, Final

from boardminutes._files import replace_file
from boardminutes.errors import UnknownFormatError

if TYPE_CHECKING:
    from boardminutes.theme import Theme

OURS: Final = ("article-css", "css", "docx", "html")
"""What can be had: the style sheets of a fragment and of the page, the Word template, the page."""


def export(
    path: str | os.PathLike[str],
    format: str = "docx",
    *,
    overwrite: bool = False,
    theme: Theme | str | os.PathLike[str] | None = None,
) -> None:
    """Write our own template as the start of one of yours.

    Args:
        path: The file, which is written whole or not at all.
        format: `"docx"` for the Word template, `"html"` for the page, `"css"` for the style sheet of the page,
            `"article-css"` for that of a fragment, which styles nothing else in the page around it.
        overwrite: Whether a file that is there may be replaced.
        theme: The house style of a style sheet: a Theme, the name of one that comes with the package, or the path of a
            TOML file; None for our own.

    Raises:
        UnknownFormatError: That format has no template.
        FileExistsError: There is a file already, which is left as it is.
        OSError: The file cannot be written.
    """
    if format not in OURS:
        raise UnknownFormatError("format of a template", format, OURS)
    if not overwrite and pathlib.Path(path).exists():
        raise FileExistsError(errno.EEXIST, "There is such a file; give overwrite=True to replace it", os.fspath(path))
    replace_file(path, _ours(format, theme))


def _ours(format: str, theme: Theme | str | os.PathLike[str] | None) -> bytes:
    if format.endswith("css"):
        from boardminutes.renderers import _style_sheet  # noqa: PLC0415 - few ask for it
        from boardminutes.theme import loading  # noqa: PLC0415 - likewise

        made = _style_sheet.style_sheet if format == "css" else _style_sheet.article_style_sheet
        return f"{made(loading.taken(theme))}\n".encode()
    name = "default.docx" if format == "docx" else "page.html.j2"
    return (importlib.resources.files("boardminutes") / "templates" / name).read_bytes()
