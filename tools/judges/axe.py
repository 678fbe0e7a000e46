"""Axe in headless Chromium: the pages can be used by everybody (WCAG 2.0 to 2.2, A and AA, and best practices)."""

from __future__ import annotations

import json
import os
import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
from corpus import Corpus
from hosting import Page, pages
from tooling import BlindJudgeError, JudgeError, need_command, need_npm_packages, run

MODES: Final = ("light", "dark", "narrow", "zoomed", "print")
"""How pages are opened: on a wide screen, in dark colours, 320 pixels wide, at a zoom of 400 %, as for a printer."""

LOOKED_AT: Final = {
    "color-contrast/elmPartiallyObscuring": "a number in the label of a panel that goes on over lines, in its colours",
    "color-contrast/nonBmp": "text of signs without a known form, as drawn at random; its colour is the body's",
    "th-has-data-cells": "a table of which the record has the head only, as drawn at random: no cell stands under it",
}
"""What axe cannot decide by itself: the rule and axe's reason, and what was found when it was looked at."""

AXE_PACKAGES: Final = ("axe-core@4.14.1", "playwright-core@1.65.1")
_SCRIPT: Final = pathlib.Path(__file__).with_name("axe_pages.mjs")
_GENERATED_IN_LIGHT: Final = 30
_LIKE_OTHERS: Final = ("page-", "empty.", "many.", "welsh.")
"""How the names of fixed pages begin that look like the samples, which are opened in every mode."""

_PLANTED: Final = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bad</title><main><h1>Bad</h1><p style="color: #bbb; background: #fff">Grey on white.</p>
<h3>Deep</h3><p style="width: 900px">Wide</p></main></html>
"""


@attrs.frozen
class Job:
    """A page and how it is opened.

    Attributes:
        path: The page.
        mode: One of MODES.
    """

    path: pathlib.Path
    mode: str


@attrs.frozen
class Report:
    """What was found in one page.

    Attributes:
        job: The page and how it was opened.
        faults: A sentence for each fault.
        undecided: What axe could not decide: the rule, how often, and the first place.
    """

    job: Job
    faults: tuple[str, ...]
    undecided: tuple[tuple[str, int, str], ...]


def reports(jobs: Iterable[Job]) -> Iterator[Report]:
    """Yield a report on each page; the pages are opened on all cores.

    Raises:
        MissingJudgeError: Chromium, Node or an npm package is missing and cannot be installed.
        JudgeError: Chromium failed.
    """
    modules = need_npm_packages(*AXE_PACKAGES)
    asked = [{"path": str(job.path), "mode": job.mode} for job in jobs]
    request = {
        "modules": str(modules),
        "browser": need_command("chromium", "chromium"),
        "workers": os.cpu_count() or 1,
        "jobs": asked,
    }
    done = run([need_command("node", "nodejs"), _SCRIPT], input=json.dumps(request).encode(), seconds=3600)
    if done.returncode:
        raise JudgeError(f"axe did not end well: {done.stderr.decode(errors='replace')[-1000:]}")
    lines = done.stdout.decode().splitlines()
    if len(lines) != len(asked):
        raise JudgeError(f"axe told of {len(lines)} pages of {len(asked)}")
    yield from (_report(json.loads(line)) for line in lines)


def _report(told: dict[str, Any]) -> Report:
    violations = (f"{one['rule']} ({one['count']} times): {one['why']} {one['first']!r}" for one in told["violations"])
    return Report(
        Job(pathlib.Path(told["path"]), told["mode"]),
        (*told["faults"], *violations),
        tuple((one["rule"], one["count"], one["first"]) for one in told["incomplete"]),
    )


def axe_faults(
    jobs: Iterable[Job], notes: list[str], looked_at: Mapping[str, str] = MappingProxyType(LOOKED_AT)
) -> Iterator[str]:
    """Yield the faults of pages, and note what axe could not decide and has been looked at."""
    known: Counter[str] = Counter()
    for report in reports(jobs):
        place = f"{report.job.path.stem} ({report.job.mode})"
        yield from (f"{place}: {fault}" for fault in report.faults)
        for rule, count, first in report.undecided:
            if rule in looked_at:
                known[rule] += count
            else:
                yield f"{place}: axe cannot decide {rule} ({count} times), and nobody has looked at it: {first!r}"
    notes.extend(
        f"axe cannot decide {rule} ({count} times): {looked_at[rule]}" for rule, count in sorted(known.items())
    )


def require_sight(name: str, folder: pathlib.Path) -> None:
    """See to it that axe and what stands around it find planted faults.

    Raises:
        BlindJudgeError: It does not.
    """
    planted = folder / "planted-inaccessible.html"
    planted.write_text(_PLANTED, encoding="utf-8")
    found = "\n".join(
        fault for report in reports([Job(planted, "light"), Job(planted, "narrow")]) for fault in report.faults
    )
    for sign, what in (
        ("color-contrast", "grey on white"),
        ("heading-order", "a level left out"),
        ("scrolled", "a wide page"),
    ):
        if sign not in found:
            raise BlindJudgeError(name, what)


@attrs.define
class Axe:
    """Violations that axe finds in our pages, in every mode."""

    name: str = "axe"

    def prepare(self) -> None:
        """Find Chromium, Node and axe."""
        need_command("chromium", "chromium")
        need_command("node", "nodejs")
        need_npm_packages(*AXE_PACKAGES)

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield faults: samples in every mode, what is drawn or looks like them in light, all as fragments too."""
        require_sight(self.name, corpus.folder)
        jobs = [Job(page.path, mode) for page in pages(corpus, generated=_GENERATED_IN_LIGHT) for mode in _modes(page)]
        yield from axe_faults(jobs, corpus.notes)


def _modes(page: Page) -> tuple[str, ...]:
    if page.generated or page.name.startswith((*_LIKE_OTHERS, *(f"fragment.{name}" for name in _LIKE_OTHERS))):
        return ("light",)
    return ("light", "narrow") if page.hosted else MODES


JUDGES: Final = (Axe(),)
