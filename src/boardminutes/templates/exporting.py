"""Our own templates, written as the start of a house's own."""

from __future__ import annotations

import errno
import importlib.resources
import os
import pathlib
from typing import Final

from boardminutes._files import replace_file
from boardminutes.errors import UnknownFormatError

OURS: Final = ("css", "docx", "html")
"""What can be had: the style sheet of the page, the Word template, the page."""


def export(path: str | os.PathLike[str], format: str = "docx", *, overwrite: bool = False) -> None:
    """Write our own template as the start of one of yours.

    Args:
        path: The file, which is written whole or not at all.
        format: `"docx"` for the Word template, `"html"` for the page, `"css"` for the style sheet of the page.
        overwrite: Whether a file that is there may be replaced.

    Raises:
        UnknownFormatError: That format has no template.
        FileExistsError: There is a file already, which is left as it is.
        OSError: The file cannot be written.
    """
    if format not in OURS:
        raise UnknownFormatError("format of a template", format, OURS)
    if not overwrite and pathlib.Path(path).exists():
        raise FileExistsError(errno.EEXIST, "There is such a file; give overwrite=True to replace it", os.fspath(path))
    replace_file(path, _ours(format))


def _ours(format: str) -> bytes:
    if format == "css":
        from boardminutes.renderers._style_sheet import style_sheet  # noqa: PLC0415 - few ask for it
        from boardminutes.theme.loading import taken  # noqa: PLC0415 - likewise

        return f"{style_sheet(taken(None))}\n".encode()
    name = "default.docx" if format == "docx" else "page.html.j2"
    return (importlib.resources.files("boardminutes") / "templates" / name).read_bytes()
