"""The list of licences is that of the libraries that are installed, and none of them is a surprise."""

from __future__ import annotations

import email.message
import importlib.metadata
import pathlib
import runpy
from typing import Any

import pytest

PROJECT = pathlib.Path(__file__).parents[1]
TOOL = runpy.run_path(str(PROJECT / "tools" / "build_licences.py"))
LIBRARIES = [library for group in TOOL["runtime"]().values() for library in group]
PINNED = set((PROJECT / "constraints.txt").read_text("utf-8").lower().replace("_", "-").splitlines())


class _Installed(importlib.metadata.Distribution):
    """A library of which only the metadata and a licence file are there."""

    def __init__(self, folder: pathlib.Path, **said: str) -> None:
        self._folder = folder
        self._said = email.message.Message()
        for name, value in {"Name": "dredger", **said}.items():
            self._said[name.replace("_", "-")] = value

    @property
    def metadata(self) -> Any:  # noqa: ANN401 - as the base class has it
        return self._said

    @property
    def files(self) -> list[importlib.metadata.PackagePath]:
        paths = [importlib.metadata.PackagePath(path.name) for path in self._folder.iterdir()]
        for path in paths:
            path.dist = self
        return paths

    def read_text(self, filename: str) -> str | None:
        raise NotImplementedError(filename)

    def locate_file(self, path: Any) -> pathlib.Path:  # noqa: ANN401 - as the base class has it
        return self._folder / path


@pytest.mark.skipif(
    not {f"{library.name}=={library.version}" for library in LIBRARIES} <= PINNED,
    reason="the page tells of the versions in constraints.txt, and others are installed",
)
def test_the_page_in_the_documentation_is_what_the_tool_writes_today() -> None:
    """Run tools/build_licences.py after a change of what is required, and look at what has changed."""
    assert TOOL["page"]() == TOOL["TARGET"].read_text("utf-8")


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.name)
def test_each_licence_is_known_and_lets_anybody_use_the_library(library: Any) -> None:  # noqa: ANN401 - of the tool
    """A licence that is neither permissive nor one of the three that are flagged asks for a decision."""
    assert set() == TOOL["parts"](library.licence) - TOOL["PERMISSIVE"] - set(TOOL["COPYLEFT"])


def test_what_is_needed_by_what_we_need_is_listed_too() -> None:
    """A library of the second rank comes with a library of the first."""
    users = {library.name: library.by for library in LIBRARIES}

    assert ("reportlab",) == users["charset-normalizer"]
    assert ("hypothesis",) == users["sortedcontainers"]
    assert () == users["lxml"]


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ({"License_Expression": "MPL-2.0 AND (Apache-2.0 OR MIT)"}, "", "MPL-2.0 AND (Apache-2.0 OR MIT)"),
        ({"License": "mit"}, "", "MIT"),
        ({"License": "See the file", "Classifier": "License :: OSI Approved :: MIT License"}, "", "MIT"),
        ({"Classifier": "License :: OSI Approved :: BSD License"}, "Neither the name of the pier", "BSD-3-Clause"),
    ],
)
def test_a_licence_is_read_from_what_is_said(
    said: dict[str, str], text: str, expected: str, tmp_path: pathlib.Path
) -> None:
    """The expression comes first, then the older fields, then the text."""
    (tmp_path / "LICENSE.txt").write_text(text, "utf-8")

    assert expected == TOOL["licence"](_Installed(tmp_path, **said))


@pytest.mark.parametrize("said", [{}, {"License": "As is"}, {"Classifier": "License :: OSI Approved :: BSD License"}])
def test_a_licence_that_is_not_said_is_an_error(said: dict[str, str], tmp_path: pathlib.Path) -> None:
    """Nothing is guessed."""
    (tmp_path / "LICENSE.txt").write_text("Permission is granted.", "utf-8")

    with pytest.raises(ValueError, match="dredger does not say its licence"):
        TOOL["licence"](_Installed(tmp_path, **said))
