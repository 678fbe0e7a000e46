"""The renderer of a third party that stands in the examples is a package like any other's."""

import pathlib
import re
import sys
import tomllib
from collections.abc import Callable

import pytest

import boardminutes as bm
from boardminutes.renderers import Renderer
from boardminutes.testing import check_renderer, sample_meeting
from boardminutes.testing.strategies import meetings

PACKAGE = pathlib.Path(__file__).parents[1] / "examples" / "third_party_renderer"
GUIDE = pathlib.Path(__file__).parents[1] / "docs" / "how-to" / "own-renderer.md"


def text_of(data: bytes) -> str:
    """Read gemtext back: lines without the marks at their beginning."""
    return re.sub(r"^(#+|[*>])? ", "", data.decode(), flags=re.MULTILINE)


@pytest.fixture
def gemtext(install: Callable[..., pathlib.Path]) -> Renderer:
    """Install the package as pip would, and return its renderer."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["boardminutes.renderers"]
    listed = "\n".join(f"{name} = {value}" for name, value in points.items())
    modules = {path.stem: path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py")}
    install(project["name"].replace("-", "_"), f"[boardminutes.renderers]\n{listed}\n", **modules)
    bm.render(bm.Meeting(), "gmi")
    renderer = sys.modules["boardminutes_gemtext"].GemtextRenderer()
    assert isinstance(renderer, Renderer)
    return renderer


def test_its_format_is_one_like_any_other(gemtext: Renderer, tmp_path: pathlib.Path) -> None:
    """The suffix of a file names it."""

    bm.write(sample_meeting(), tmp_path / "minutes.gmi")
    lines = (tmp_path / "minutes.gmi").read_text(encoding="utf-8").splitlines()

    assert "gmi" in bm.format_names()
    assert ["# Harbour Partnership Board", "### 21/26 Welcome, apologies and minutes"] == [
        line for line in lines if line.startswith("# H") or "Welcome, a" in line
    ]
    assert gemtext.media_type == "text/gemini"


def test_it_keeps_the_contract(gemtext: Renderer) -> None:
    """The suite that our own renderers pass is for everybody."""

    check_renderer(gemtext, text_of, documents=meetings().map(bm.compose), examples=6)


def test_it_is_a_module_of_under_40_lines() -> None:
    """A renderer is little work."""

    [module] = PACKAGE.glob("*.py")

    assert len(module.read_text(encoding="utf-8").splitlines()) < 40


def test_the_guide_shows_the_module_as_it_is() -> None:
    """What the guide says is what the tests run."""

    guide = GUIDE.read_text(encoding="utf-8")

    assert [] == [path.name for path in PACKAGE.iterdir() if path.is_file() and path.read_text("utf-8") not in guide]
