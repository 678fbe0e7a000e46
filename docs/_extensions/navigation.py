"""The order of pages. It is that of the first page, so that the pages are plain Markdown that reads well anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_BELOW: Final[Mapping[str, tuple[str, ...]]] = {
    "reference/lint": ("lint/*",),
    "reference/api/index": (
        "meeting",
        "people",
        "items",
        "outcomes",
        "votes",
        "prose",
        "values",
        "data-files",
        "reading",
        "rendering",
        "kinds",
        "formats",
        "document",
        "wording",
        "themes",
        "templates",
        "linting",
        "bulk",
        "testing",
        "errors",
        "types",
        "*",
    ),
}
"""For each page with pages below it: these in order; a star is all the rest."""

_BEGINS: Final[Mapping[str, str]] = {"How-to guides": "How to "}
"""How the name of a group begins in the side bar, where it stands without the heading above it; else by that one."""

_LINE: Final = re.compile(r"(?P<marks>\#{2,3}) (?P<heading>.+)|- \[[^]]+\]\((?P<page>[\w/-]+)\.md\)", re.MULTILINE)


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the navigation to pages when they are read."""
    app.connect("source-read", _add_navigation)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_navigation(app: Sphinx, docname: str, content: list[str]) -> None:
    if docname == "index":
        content[0] += "".join(_tree(pages, caption) for caption, pages in groups(content[0]))
    elif docname in _BELOW:
        folder = docname.rpartition("/")[0]
        pages = [f"{folder}/{page}" for page in _BELOW[docname]]
        content[0] += _tree([*_entries(pages, app.env.found_docs - {docname})])


def groups(home: str) -> list[tuple[str, list[str]]]:
    """Return the groups of pages to which the first page leads: each a caption, and its pages in order.

    Pages that stand below another one are left out.
    """
    found: list[tuple[str, list[str]]] = []
    above = ""
    folders = tuple(page.removesuffix("/index") + "/" for page in _BELOW)
    for line in _LINE.finditer(home):
        heading, page = line["heading"], line["page"]
        if heading and len(line["marks"]) == 2:  # noqa: PLR2004 - a heading of the second level
            above = heading
            found.append((heading, []))
        elif heading:
            found.append((_BEGINS.get(above, f"{above}: ") + heading[0].lower() + heading[1:], []))
        elif page in _BELOW or not page.startswith(folders):
            found[-1][1].append(page)
    return [group for group in found if group[1]]


def _tree(pages: list[str], caption: str = "") -> str:
    title = [f":caption: {caption}"] if caption else []
    lines = ["", "", "```{toctree}", ":hidden:", *title, "", *(f"/{page}" for page in pages), "```", ""]
    return "\n".join(lines)


def _entries(pages: list[str], there: set[str]) -> Iterator[str]:
    """Yield the pages in order; for one that ends in a star, those of its folder that are not named."""
    for page in pages:
        if page.endswith("*"):
            folder = page.removesuffix("*")
            yield from sorted(one for one in there.difference(pages) if one.rpartition("/")[0] + "/" == folder)
        else:
            yield page
