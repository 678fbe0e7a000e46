"""The pages of the codes are what the code says."""

from __future__ import annotations

import pathlib
import runpy

PROJECT = pathlib.Path(__file__).parents[2]
REFERENCE = PROJECT / "docs" / "reference"


def test_the_pages_in_the_documentation_are_what_the_tool_writes_today() -> None:
    """Run tools/build_lint_pages.py after a change of a rule; no page is left over and none is missing."""
    tool = runpy.run_path(str(PROJECT / "tools" / "build_lint_pages.py"))
    shipped = {
        path.relative_to(REFERENCE).as_posix(): path.read_text(encoding="utf-8")
        for path in [REFERENCE / "lint.md", *(REFERENCE / "lint").glob("*.md")]
    }

    assert tool["pages"]() == shipped


def test_the_tool_writes_its_pages_and_takes_old_ones_away(tmp_path: pathlib.Path) -> None:
    """A page of a code that is no more would mislead."""
    tool = runpy.run_path(str(PROJECT / "tools" / "build_lint_pages.py"))
    write = tool["write"]
    write.__globals__["REFERENCE"] = tmp_path
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "BM999.md").write_text("old", encoding="utf-8")

    write()

    assert set(tool["pages"]()) == {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
