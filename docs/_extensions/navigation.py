"""The order of pages. It stands here, so that the pages are plain Markdown that reads well anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ORDER: Final[Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "index": (
        ("Tutorial", ("tutorial/first-minutes", "tutorial/*")),
        (
            "How-to guides",
            (
                "how-to/house-style",
                "how-to/word-template",
                "how-to/html-template",
                "how-to/public-version",
                "how-to/from-draft-to-signed-minutes",
                "how-to/action-log",
                "how-to/minutes-in-welsh",
                "how-to/words-and-languages",
                "how-to/many-meetings",
                "how-to/archive",
                "how-to/migrate-a-file",
                "how-to/files-that-carry-their-meeting",
                "how-to/own-renderer",
                "how-to/own-kind",
                "how-to/own-reader",
                "how-to/*",
            ),
        ),
        (
            "Reference",
            (
                "reference/api/index",
                "reference/features",
                "reference/kinds-and-formats",
                "reference/lint",
                "reference/data-files",
                "reference/schema",
                "reference/*",
            ),
        ),
        (
            "Explanation",
            (
                "explanation/architecture",
                "explanation/order-of-entries",
                "explanation/not-knowing",
                "explanation/conformance",
                "explanation/security",
                "explanation/public-version",
                "explanation/comparison",
                "explanation/*",
            ),
        ),
        ("Pictures", ("gallery",)),
    ),
    "reference/lint": (("", ("lint/*",)),),
    "reference/api/index": (
        (
            "",
            (
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
        ),
    ),
}
"""For each page with pages below it: their groups, each a caption and the pages in order; a star is all the rest."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the navigation to pages when they are read."""
    app.connect("source-read", _add_navigation)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_navigation(app: Sphinx, docname: str, content: list[str]) -> None:
    for caption, pages in _ORDER.get(docname, ()):
        title = [f":caption: {caption}"] if caption else []
        folder = docname.rpartition("/")[0]
        entries = _entries([f"{folder}/{page}".lstrip("/") for page in pages], app.env.found_docs - {docname})
        lines = ["", "", "```{toctree}", ":hidden:", *title, "", *(f"/{entry}" for entry in entries), "```", ""]
        content[0] += "\n".join(lines)


def _entries(pages: list[str], there: set[str]) -> Iterator[str]:
    """Yield the pages in order; for one that ends in a star, those of its folder that are not named."""
    for page in pages:
        if page.endswith("*"):
            folder = page.removesuffix("*")
            yield from sorted(one for one in there.difference(pages) if one.rpartition("/")[0] + "/" == folder)
        else:
            yield page
