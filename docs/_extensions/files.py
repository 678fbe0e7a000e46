"""Links from the documentation to files beside it: a code host shows them as they are, the site hands them out."""

from __future__ import annotations

import pathlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_OUTWARD: Final = re.compile(r"\[([^\]\n]+)\]\(((?:\.\./)+[^)#\s]+)\)")


def setup(app: Sphinx) -> dict[str, bool]:
    """Look through pages when they are read."""
    app.connect("source-read", _point_outward)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _point_outward(app: Sphinx, docname: str, content: list[str]) -> None:
    folder = (pathlib.Path(app.srcdir) / docname).parent

    def linked(found: re.Match[str]) -> str:
        text, target = found.groups()
        path = (folder / target).resolve()
        if path.is_relative_to(pathlib.Path(app.srcdir).resolve()) or not path.exists():
            return found[0]
        if path.is_dir():
            return f"`{text}`"
        return f"[{text}](path:{target})" if path.suffix == ".md" else found[0]

    content[0] = _OUTWARD.sub(linked, content[0])
