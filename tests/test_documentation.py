"""The documentation points to what is there."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
import tomllib

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


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_code_at_the_front_door_is_seen_whole(page: str) -> None:
    """The column of the site holds 78 characters of code, and what is longer is cut."""
    blocks = re.findall(r"^```\w+\n(.*?)^```$", (PROJECT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    assert blocks
    assert [] == [line for block in blocks for line in block.splitlines() if len(line) > 78]


def test_what_is_to_be_installed_is_there_to_be_installed() -> None:
    """While no index has the package, it comes from its folder, with extras that it has."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = set(re.findall(r"pip install .*'\.\[(\w+)\]'", text))

    assert [] == re.findall(r"pip install .*boardminutes.*", text)
    assert {"calendar", "cli", "languages", "xlsx"} <= extras
    assert extras <= set(declared["project"]["optional-dependencies"])


def _excerpts(page: pathlib.Path) -> list[tuple[str, str]]:
    """Return the files of which a page shows a part, each with that part."""
    found = re.findall(
        r"^<!-- from (\S+) -->\n<!--- skip: next -->\n\n```python\n(.*?)^```$",
        page.read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    return [(name, text) for name, text in found]


EXCERPTS = [(page.name, name, text) for page in PAGES for name, text in _excerpts(page)]


def test_there_are_excerpts() -> None:
    """The collection that the next test runs over has some from each of the pages on other programs."""
    assert {"assistant-output.md", "django.md", "fastapi.md", "flask.md", "queue-worker.md", "static-site.md"} <= {
        page for page, _, _ in EXCERPTS
    }


@pytest.mark.parametrize(("page", "name", "text"), EXCERPTS)
def test_an_excerpt_is_what_the_program_says(page: str, name: str, text: str) -> None:
    """What a page shows of a program that the tests run is in that program, word for word."""
    assert text in (PROJECT / name).read_text(encoding="utf-8"), (page, name)


def test_no_other_block_is_left_out_of_the_tests() -> None:
    """Every block that is not run is an excerpt of a program that is."""
    skips = sum(page.read_text(encoding="utf-8").count("<!--- skip") for page in PAGES)

    assert len(EXCERPTS) == skips


def test_the_program_of_the_tutorial_can_be_run_again(tmp_path: pathlib.Path) -> None:
    """Whoever adds to a file as the tutorial goes on runs what stands before each time."""
    page = (PROJECT / "docs" / "tutorial" / "first-minutes.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "first.py").write_text("\n".join(blocks), encoding="utf-8")

    runs = [
        subprocess.run([sys.executable, "first.py"], cwd=tmp_path, capture_output=True, check=False) for _ in range(2)
    ]

    assert [(0, b""), (0, b"")] == [(run.returncode, run.stderr) for run in runs]
