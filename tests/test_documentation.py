"""The documentation points to what is there."""

from __future__ import annotations

import pathlib
import re

import pytest

PROJECT = pathlib.Path(__file__).parent.parent
PAGES = [
    PROJECT / "README.md",
    PROJECT / "CONTRIBUTING.md",
    PROJECT / "SECURITY.md",
    *sorted((PROJECT / "docs").rglob("*.md")),
]
LINKS = [
    (page.relative_to(PROJECT).as_posix(), link)
    for page in PAGES
    for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    if not re.match(r"[a-z]+:", link)
]


def test_there_are_links() -> None:
    """The collection that the next test runs over is not empty."""
    assert len(LINKS) > 10


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_link_within_the_project_leads_somewhere(page: str, link: str) -> None:
    """A relative link names a file or folder of the project."""
    assert ((PROJECT / page).parent / link).exists()


def test_readme_is_short() -> None:
    """Whoever wants to see what this is reads at most 120 lines."""
    assert len((PROJECT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
