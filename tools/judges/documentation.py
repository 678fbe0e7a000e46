"""The documentation: it builds without a warning, is valid and accessible, and all that its pages point to is there."""

from __future__ import annotations

import os
import pathlib
import re
import sys
import time
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs
from axe import Axe, Job, axe_faults, require_sight
from corpus import Corpus
from lxml import html
from nu import NuChecker
from tooling import PROJECT, BlindJudgeError, run

_MOST_SECONDS: Final = 120
"""How long the site may take to build, by the processor: other work on the machine does not count."""

_LOOKED_AT: Final = {
    "color-contrast/elmPartiallyObscured": "words at the edge of what can be scrolled: code that is wider than the "
    "page, the list of all pages, the end of the window; others of their colours, on the same grounds, are decided",
    "color-contrast/elmPartiallyObscuring": "text that goes on over lines, at the end of the window or in the index",
    "color-contrast/nonBmp": "the arrow before what a function returns, in the colour of the signature",
    "color-contrast/shortTextContent": "single figures and signs in code, in the colours of longer ones",
}
"""What axe cannot decide in these pages: the rule and axe's reason, and what was found when it was looked at."""

_ALIKE: Final = "BM"
"""How the names of pages begin that are alike but for their words: the pages of the lint codes."""

_ASKED_FOR: Final = ("src", "srcset", "poster", "data", "background")
_LINK_THAT_LOADS: Final = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect"}
_OUTSIDE: Final = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_IN_STYLE: Final = re.compile(r"url\(\s*['\"]?(?P<url>[^'\")]+)|@import\s+['\"](?P<sheet>[^'\"]+)")
_PLANTED: Final = """<!DOCTYPE html><html lang="en"><title>Bad</title><main><h1 id="top">Bad</h1>
<a href="nowhere.html">a page that is not there</a> <a href="#nowhere">a place that is not there</a>
<img src="https://example.org/picture.png" alt="from outside"><style>p { background: url(//example.org/a.png) }</style>
</main></html>
"""
_PLANTED_FAULTS: Final = ("nowhere.html", "#nowhere", "https://example.org/picture.png", "//example.org/a.png")


@attrs.frozen
class Links:
    """Where the pages of a folder lead.

    Attributes:
        folder: The folder.
        places: For each page the names of the places in it.
    """

    folder: pathlib.Path
    places: Mapping[pathlib.Path, frozenset[str]]

    @classmethod
    def of(cls, folder: pathlib.Path) -> Links:
        """Return the links of all pages in a *folder*."""
        return cls(folder, {path: frozenset(_places(path)) for path in sorted(folder.rglob("*.html"))})

    def faults(self) -> Iterator[str]:
        """Yield each link that leads nowhere, and whatever is asked of another host."""
        for path in self.places:
            name = path.relative_to(self.folder).as_posix()
            for element in _elements(path):
                target = element.get("href", "")
                if element.tag in {"a", "area"} and (why := self._why_not(path, target)):
                    yield f"{name}: the link to {target} leads nowhere: {why}"
                yield from (f"{name}: asks another host for {url}" for url in _outside(element))
        for path in sorted(self.folder.rglob("*.css")):
            for url in _outside_of_style(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(self.folder).as_posix()}: asks another host for {url}"

    def _why_not(self, page: pathlib.Path, link: str) -> str | None:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        target = page if not parts.path else (page.parent / urllib.parse.unquote(parts.path)).resolve()
        if not target.is_file():
            return "there is no such file"
        place = urllib.parse.unquote(parts.fragment)
        return "there is no such place" if place and place not in self.places.get(target, frozenset()) else None


def _processor_seconds() -> float:
    """Return how long the processor has worked for programs that this one started and that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _elements(path: pathlib.Path) -> Iterator[html.HtmlElement]:
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return (one for one in tree.iter() if isinstance(one.tag, str))


def _places(path: pathlib.Path) -> Iterator[str]:
    for element in _elements(path):
        yield from (element.get(name) for name in ("id", "name") if element.get(name))


def _outside(element: html.HtmlElement) -> Iterator[str]:
    asked = [element.get(name, "") for name in _ASKED_FOR]
    if element.tag == "link" and _LINK_THAT_LOADS.intersection(element.get("rel", "").lower().split()):
        asked.append(element.get("href", ""))
    yield from (url for url in asked if _OUTSIDE.match(url))
    yield from _outside_of_style(element.get("style", ""))
    if element.tag == "style":
        yield from _outside_of_style(element.text or "")


def _outside_of_style(style: str) -> Iterator[str]:
    for found in _IN_STYLE.finditer(style):
        url = found["url"] or found["sheet"]
        if _OUTSIDE.match(url):
            yield url


@attrs.define
class Site:
    """Faults of the documentation as a site."""

    name: str = "site"
    _nu: NuChecker = attrs.field(factory=NuChecker)

    def prepare(self) -> None:
        """Find Java, the Nu checker, Chromium and axe."""
        self._nu.prepare()
        Axe().prepare()

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Build the site; yield warnings, what Nu and axe find in any page, dead links, and what is asked elsewhere."""
        require_sight(self.name, corpus.folder)
        self._require_links_are_seen(corpus.folder / "planted-site")
        folder = corpus.folder / "site"
        yield from self._built(folder, corpus.notes)
        pages = sorted(folder.rglob("*.html"))
        corpus.served["html"] += len(pages)
        yield from Links.of(folder).faults()
        yield from self._nu.of_pages(corpus.folder, pages)
        yield from axe_faults(_jobs(pages), corpus.notes, _LOOKED_AT)

    def _built(self, folder: pathlib.Path, notes: list[str]) -> Iterator[str]:
        began, worked = time.monotonic(), _processor_seconds()
        done = run([sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q", PROJECT / "docs", folder])
        seconds, worked = time.monotonic() - began, _processor_seconds() - worked
        notes.append(f"the site was built in {seconds:.0f} s, of which {worked:.0f} of the processor")
        yield from (f"sphinx: {line}" for line in done.stderr.decode(errors="replace").splitlines() if line.strip())
        if done.returncode:
            yield f"sphinx ended with {done.returncode}"
        if worked > _MOST_SECONDS:
            yield f"the site took {worked:.0f} s of the processor to build, more than {_MOST_SECONDS}"

    def _require_links_are_seen(self, folder: pathlib.Path) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "planted.html").write_text(_PLANTED, encoding="utf-8")
        found = "\n".join(Links.of(folder).faults())
        for planted in _PLANTED_FAULTS:
            if planted not in found:
                raise BlindJudgeError(self.name, planted)


def _jobs(pages: Iterable[pathlib.Path]) -> Iterator[Job]:
    """Yield every page in light, and in dark and narrow one of those that are alike and all others."""
    alike = 0
    for page in pages:
        yield Job(page, "light")
        alike += page.name.startswith(_ALIKE)
        if alike <= 1 or not page.name.startswith(_ALIKE):
            yield from (Job(page, mode) for mode in ("dark", "narrow"))


JUDGES: Final = (Site(),)
