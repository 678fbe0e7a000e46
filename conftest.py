"""What holds for every test: Hypothesis repeats itself, expected texts are files, documentation blocks are tests.

Every PDF that a test makes is judged where it is made: it conforms to PDF/UA-1 and to PDF/A-3a, or the test fails.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import os
import pathlib
import tempfile
from typing import TYPE_CHECKING, Any

import page
import pytest
from console_blocks import ConsoleBlockParser
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from xdist.scheduler import LoadScopeScheduling

from boardminutes.renderers.pdf import PdfRenderer

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from xdist.remote import Producer

    from boardminutes.document import Document

settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("brief", parent=settings.get_profile("steady"), max_examples=5)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

PROJECT = pathlib.Path(__file__).parent
GOLDEN = PROJECT / "tests" / "golden"


class PdfJudge:
    """Judges PDF files by page-validation, none of them twice."""

    def __init__(self) -> None:
        """Begin with nothing judged."""
        self._conformant: set[bytes] = set()
        self._limits = page.SafetyLimits.unlimited()

    def __call__(self, pdf: bytes) -> None:
        """Raise AssertionError, which lists the rules that are broken, where a *pdf* does not conform."""
        digest = hashlib.sha256(pdf).digest()
        if digest not in self._conformant:
            broken = [f"{rule}: {why}" for rule, why in self.broken_rules(pdf).items()]
            if broken:
                raise AssertionError("\n  ".join(["a PDF does not conform:", *broken]))
            self._conformant.add(digest)

    def broken_rules(self, pdf: bytes) -> dict[str, str]:
        """Return the rules of PDF/UA-1 and of PDF/A-3a that a file breaks, each with what is wrong."""
        reports = [page.validate_pdf_bytes(pdf, profile=profile, limits=self._limits) for profile in ("ua1", "3a")]
        return {failure.rule_id: failure.message for report in reports for failure in report.failures}


_judge_pdf = PdfJudge()


def pytest_configure() -> None:
    """Judge whatever the renderer returns, in tests of any kind and in the blocks of the documentation."""
    render = PdfRenderer.render

    @functools.wraps(render)
    def judged(self: PdfRenderer, document: Document) -> bytes:
        pdf = render(self, document)
        _judge_pdf(pdf)
        return pdf

    PdfRenderer.render = judged  # type: ignore[method-assign]


class _PagesWhole(LoadScopeScheduling):
    """Deals single tests to the processes, but a page of documentation whole: its blocks go on from one another."""

    def _split_scope(self, nodeid: str) -> str:
        page_of_blocks, _, _ = nodeid.partition(".md::")
        return page_of_blocks


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Keep the blocks of one page on one process."""
    return _PagesWhole(config, log)


@pytest.fixture
def judge_pdf() -> PdfJudge:
    """Return what judges a PDF that another program wrote, or says which rules one breaks."""
    return _judge_pdf


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
    parsers=[PythonCodeBlockParser(), ConsoleBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    setup=_enter_scratch_folder,
    teardown=_leave_scratch_folder,
).pytest()
