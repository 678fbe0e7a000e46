"""What several tests share."""

import pathlib
import sys
from collections.abc import Callable, Iterator

import pytest

from boardminutes import _registry

Install = Callable[..., pathlib.Path]


@pytest.fixture
def install(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Return a function that puts an installed distribution on the path, with entry points and modules."""
    installed: list[str] = []

    def run(name: str, entry_points: str, **modules: str) -> pathlib.Path:
        site = tmp_path / f"site-of-{name}"
        information = site / f"{name}-1.0.dist-info"
        information.mkdir(parents=True)
        (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (information / "entry_points.txt").write_text(entry_points, encoding="utf-8")
        for module, source in modules.items():
            (site / f"{module}.py").write_text(source, encoding="utf-8")
        installed.extend(modules)
        monkeypatch.syspath_prepend(str(site))
        _registry._entry_points.cache_clear()  # noqa: SLF001 - what was found before is no longer all
        return site

    yield run
    for module in installed:
        sys.modules.pop(module, None)
    _registry._entry_points.cache_clear()  # noqa: SLF001 - the path is put back, and so is what is found on it


@pytest.fixture
def usual_stack() -> Iterator[None]:
    """Give the interpreter the stack that it has from the start, whatever another test has made of it."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(before)
