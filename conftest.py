"""What holds for every test: Hypothesis repeats itself, expected texts are files, documentation blocks are tests."""

from __future__ import annotations

import difflib
import os
import pathlib
import tempfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

PROJECT = pathlib.Path(__file__).parent
GOLDEN = PROJECT / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes the expected files anew; read the difference before it is committed."""
    parser.addoption("--refresh-golden", action="store_true", help="write the files in tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text equals the file of that name in tests/golden."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--refresh-golden"):
            path.write_text(text, encoding="utf-8")
        expected = path.read_text(encoding="utf-8")
        difference = "\n".join(difflib.unified_diff(expected.split("\n"), text.split("\n"), "expected", "actual"))
        assert expected == text, difference

    return check


def _enter_scratch_folder(namespace: MutableMapping[str, Any]) -> None:
    namespace["_came_from"] = pathlib.Path.cwd()
    namespace["_scratch"] = tempfile.TemporaryDirectory()
    os.chdir(namespace["_scratch"].name)
    pathlib.Path("examples").symlink_to(PROJECT / "examples")


def _leave_scratch_folder(namespace: MutableMapping[str, Any]) -> None:
    os.chdir(namespace["_came_from"])
    namespace["_scratch"].cleanup()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
    setup=_enter_scratch_folder,
    teardown=_leave_scratch_folder,
).pytest()
