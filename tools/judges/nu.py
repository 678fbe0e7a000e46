"""The Nu Html Checker, by which the W3C's service judges: the pages are valid HTML."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from corpus import Corpus
from hosting import pages
from tooling import BlindJudgeError, JudgeError, need_command, need_npm_packages, run

_PACKAGE: Final = "vnu-jar@26.9.27"
_LET_PASS: Final = (
    ("not in Unicode Normalization Form C", "text is kept as it was typed"),
    ("Text run starts with a composing character", "likewise"),
    ("Unicode Private Use Area", "likewise: the bullets of old word processors stand there"),
    ("attribute “datetime” on element “time”", "a meeting drawn at random may be of any year and any time zone"),
)
"""Warnings about the meeting's own facts, not about the page: what they say, and why they are let pass."""
_SLASH: Final = "Trailing slash on void elements"
"""The beginning of a remark, which is neither error nor warning: what it speaks of has no effect."""

_PLANTED: Final = (
    '<!DOCTYPE html><html lang="en"><title>Bad</title><p><table><tr><th scope="row">a</table><div id="a b">'
)


@attrs.define
class NuChecker:
    """Errors and warnings of the Nu Html Checker."""

    name: str = "nu"
    _command: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Find Java and the checker."""
        java = need_command("java", "default-jre-headless")
        jar = need_npm_packages(_PACKAGE) / "vnu-jar" / "build" / "dist" / "vnu.jar"
        self._command = (java, "-Xss4m", "-jar", str(jar), "--stdout", "--format", "json", "--exit-zero-always")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield what the checker says of pages, and of fragments in a host page."""
        yield from self.of_pages(corpus.folder, [page.path for page in pages(corpus)])

    def of_pages(self, folder: pathlib.Path, paths: Iterable[pathlib.Path]) -> Iterator[str]:
        """Yield what the checker says of *paths*, after it has found what is planted in a *folder*."""
        planted = folder / "planted-invalid.html"
        planted.write_text(_PLANTED, encoding="utf-8")
        if not list(self._messages([planted])):
            raise BlindJudgeError(self.name, "an id with a blank in it")
        yield from self._messages(paths)

    def _messages(self, paths: Iterable[pathlib.Path]) -> Iterator[str]:
        done = run([*self._command, *map(str, paths)])
        complained = done.stderr.decode(errors="replace")[-500:]
        if done.returncode:
            raise JudgeError(f"the Nu checker ended with {done.returncode}: {complained}")
        try:
            messages = json.loads(done.stdout)["messages"]
        except (ValueError, KeyError) as error:
            raise JudgeError(f"the Nu checker gave no report: {complained}") from error
        for message in messages:
            if message["message"].startswith(_SLASH):
                continue
            if message.get("subType") == "warning" and any(said in message["message"] for said, _ in _LET_PASS):
                continue
            place = f"{message.get('url', '').rpartition('/')[2]}:{message.get('lastLine', '?')}"
            kind = message.get("subType", message["type"])
            yield f"{place} {kind}: {message['message']} | {message.get('extract', '').strip()[:100]!r}"


JUDGES: Final = (NuChecker(),)
