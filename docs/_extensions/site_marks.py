"""What the mark-up of pages lacks for those who do not see them, and what in it is no valid HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_HEAD: Final = re.compile(r'<th class="head([^"]*)">')
_LINES: Final = re.compile(r"<dl>\n((?:<dd>.*?</dd>\n)+)</dl>", re.DOTALL)
_AFTER_FURO: Final = 900


def setup(app: Sphinx) -> dict[str, bool]:
    """Mend each page when all others have made it."""
    app.connect("html-page-context", _mend, priority=_AFTER_FURO)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _mend(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None) -> None:
    if "body" in context:
        context["body"] = mended(context["body"])
    # a heading needs a level (WAI-ARIA 1.2, 5.2.2): Sphinx gives the captions of the navigation none
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def mended(body: str) -> str:
    """Return the mark-up of a page's text, mended.

    A head of a column says that it is one. The lines of a long signature are no list of definitions, for which Sphinx
    takes them.
    """
    body = _HEAD.sub(r'<th class="head\1" scope="col">', body)
    return _LINES.sub(_as_lines, body)


def _as_lines(found: re.Match[str]) -> str:
    lines = found[1].replace("<dd>", '<span class="sig-line">').replace("</dd>", "</span>")
    return f'<span class="sig-lines">{lines}</span>'
