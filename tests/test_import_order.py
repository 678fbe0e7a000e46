"""Threads may import at once: each package of ours is imported before its modules."""

from __future__ import annotations

import ast
import pathlib
from collections.abc import Iterator

import pytest

import boardminutes as bm

SOURCE = pathlib.Path(bm.__file__).parents[1]


def _dotted(path: pathlib.Path) -> str:
    return ".".join(path.relative_to(SOURCE).parts)


def _imported(path: pathlib.Path) -> list[str]:
    """Return what a module imports of the package, now or later, in the order of its lines."""

    def walk(node: ast.AST) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ImportFrom):
                yield f"{child.module}"
            elif not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
                yield from walk(child)

    return [name for name in walk(ast.parse(path.read_text("utf-8"))) if name.startswith("boardminutes.")]


PACKAGES = {
    _dotted(path.parent): path.parent
    for path in SOURCE.glob("boardminutes/*/**/__init__.py")
    if any(name.startswith(f"{_dotted(path.parent)}.") for name in _imported(path))
}


def _too_early(path: pathlib.Path) -> list[str]:
    seen: set[str] = set()
    found = []
    for name in _imported(path):
        seen.add(name)
        found += [
            f"{_dotted(path)}: {name} before {package}"
            for package, folder in PACKAGES.items()
            if name.startswith(f"{package}.") and package not in seen and not path.is_relative_to(folder)
        ]
    return found


def test_a_package_is_imported_before_its_modules() -> None:
    """Whoever begins with a module holds it and waits for its package, which waits for the module in another thread.

    Python then ends one of the two with an error, so outside of a package that imports its modules it comes first:
    `from boardminutes.theme import loading`, and not `from boardminutes.theme.loading import taken`.
    """
    assert {"boardminutes.embedding", "boardminutes.theme", "boardminutes.wording"} <= set(PACKAGES)
    assert [] == [line for path in sorted(SOURCE.glob("boardminutes/**/*.py")) for line in _too_early(path)]


def test_the_search_finds_a_module_that_comes_too_early(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sees imports in functions too, and lets the package come first by either way of writing."""
    monkeypatch.setitem(_dotted.__globals__, "SOURCE", tmp_path)
    path = tmp_path / "late.py"
    path.write_text("def late():\n    from boardminutes.theme.loading import taken\n", "utf-8")

    assert ["late.py: boardminutes.theme.loading before boardminutes.theme"] == _too_early(path)

    path.write_text("from boardminutes.theme import Theme\nfrom boardminutes.theme.loading import taken\n", "utf-8")

    assert [] == _too_early(path)
