"""A meeting as a notebook shows it: the public minutes, in a style that reaches nothing around them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from boardminutes.errors import RenderError
from boardminutes.renderers._style_sheet import article_style_sheet
from boardminutes.rendering import render
from boardminutes.theme import loading

if TYPE_CHECKING:
    from boardminutes.model.meeting import Meeting

_AS_ON_A_PAGE: Final = ":where(.boardminutes :not(img, ol)) { all: revert; }"
"""Takes away what the notebook's style says; size and numbering that come from attributes are left."""

_OF_THE_ARTICLE: Final = """.boardminutes { max-width: 46rem; padding: 1rem 1.5rem; background: var(--bm-paper);
  color: var(--bm-ink); font-family: var(--bm-font); font-size: 1rem; line-height: var(--bm-leading);
  overflow-wrap: anywhere; }
"""


def notebook_html(meeting: Meeting) -> str:
    """Return the public minutes of a meeting in HTML for the output of a notebook's cell.

    It never fails: what cannot be rendered is a sentence that says why.
    """
    try:
        article = render(meeting, "html", fragment=True, heading_level=2).decode()
    except RenderError as error:
        return f"<p>{escape(error)}</p>\n"
    return f'<div class="bm-notebook">\n<style>\n{_style()}\n</style>\n{article}</div>\n'


@functools.lru_cache(maxsize=1)
def _style() -> str:
    """Return the style of a fragment, nested so that it is for this output alone and stronger than the notebook's."""
    rules = f"{_AS_ON_A_PAGE}\n{article_style_sheet(loading.taken(None))}\n{_OF_THE_ARTICLE}"
    return f".bm-notebook.bm-notebook.bm-notebook {{\n{rules}}}"
