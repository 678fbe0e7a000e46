"""The HTML that is judged: whole pages, and fragments inside a page of somebody else's."""

from __future__ import annotations

import pathlib
from typing import Final

import attrs
from corpus import Corpus, rendered

_HEADING_LEVEL: Final = 2
_HOST: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}: the record of a meeting</title>
<style>
body {{ margin: 0 auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.6 sans-serif; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<header>
<nav aria-label="Site"><a href="https://example.org/">Meetings</a></nav>
</header>
<main>
<h1>The record of a meeting</h1>
{fragment}</main>
<footer><p>Published by an invented body.</p></footer>
</body>
</html>
"""


@attrs.frozen
class Page:
    """An HTML page to judge.

    Attributes:
        path: The file.
        generated: Whether the document was drawn at random.
        hosted: Whether it is a fragment in a page of somebody else's.
    """

    path: pathlib.Path
    generated: bool
    hosted: bool = False

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return self.path.stem


def pages(corpus: Corpus, *, generated: int | None = None) -> tuple[Page, ...]:
    """Return every HTML page of the corpus, and each document again as a fragment in a host page."""
    made: list[Page] = []
    folder = corpus.folder / "html" / "hosted"
    folder.mkdir(parents=True, exist_ok=True)
    for file in corpus.files("html", generated=generated):
        made.append(Page(file.path, file.generated))
        if file.document is not None:
            path = folder / f"fragment.{file.path.name}"
            if not path.exists():
                options = {"fragment": True, "heading_level": _HEADING_LEVEL, "theme": file.theme}
                fragment = rendered(file.document, "html", **options)
                path.write_text(_HOST.format(name=file.name, fragment=fragment.decode()), encoding="utf-8")
            made.append(Page(path, file.generated, hosted=True))
    return tuple(made)
