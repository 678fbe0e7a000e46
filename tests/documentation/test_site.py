"""The documentation as a site: what must stand in it, and what its pages say of the code."""

from __future__ import annotations

import enum
import importlib
import pathlib
import re
import subprocess
import sys
import types
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import attrs
import pytest
from sphinx.util.inventory import InventoryFile

import boardminutes as bm
from boardminutes import document, errors, templates, testing
from boardminutes.testing import strategies

PROJECT = pathlib.Path(__file__).parents[2]
DOCS = PROJECT / "docs"
FAMILIES = ("renderers", "kinds", "readers")
_BLOCK = re.compile(r"^```(?:python|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LEFT_OUT = re.compile(r"^## What (?:it does not|is not|is refused)", re.MULTILINE)


def public_names() -> Iterator[tuple[str, object]]:
    """Yield every public name, in full, and what it stands for."""
    yield from ((f"boardminutes.{name}", getattr(bm, name)) for name in bm.__all__)
    for module in (document, templates, testing):
        for name in module.__all__:
            home = "boardminutes" if name in bm.__all__ else module.__name__
            yield f"{home}.{name}", getattr(module, name)
    yield from ((f"boardminutes.testing.strategies.{name}", value) for name, value in _own(strategies))
    yield from ((f"boardminutes.{name}", value) for name, value in _own(errors) if isinstance(value, type))
    for family in FAMILIES:
        for point in metadata.distribution("boardminutes").entry_points.select(group=f"boardminutes.{family}"):
            yield point.value.replace(":", "."), point.load()


def _own(module: types.ModuleType) -> Iterator[tuple[str, Any]]:
    for name, value in vars(module).items():
        is_ours = getattr(value, "__module__", None) == module.__name__ and not name.startswith("_")
        if is_ours and isinstance(value, type | types.FunctionType):
            yield name, value


def parts_of(value: object) -> Iterator[str]:
    """Yield the names of what a public class holds: fields, members, properties and methods."""
    if not isinstance(value, type):
        return
    if attrs.has(value):
        yield from (field.name for field in attrs.fields(value) if not field.name.startswith("_"))
    if issubclass(value, enum.Enum):
        yield from value.__members__
    for name, part in vars(value).items():
        if not name.startswith("_") and isinstance(part, property | types.FunctionType | classmethod):
            yield name
    if issubclass(value, errors.BoardMinutesError):
        _, _, said = (value.__doc__ or "").partition("Attributes:")
        yield from re.findall(r"^ +(\w+): ", said, re.MULTILINE)


def test_every_public_name_and_field_is_in_the_inventory_of_the_built_site(tmp_path: pathlib.Path) -> None:
    """The site builds without a warning, and other projects can link to whatever is public here."""
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q", str(DOCS), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert (0, "") == (done.returncode, done.stderr)

    data = InventoryFile.loads((tmp_path / "objects.inv").read_bytes(), uri="").data
    known = {name for kind, entries in data.items() if kind.startswith("py:") for name in entries}
    wanted = {
        name for public, value in public_names() for name in (public, *(f"{public}.{part}" for part in parts_of(value)))
    }

    assert set() == wanted - known
    assert (tmp_path / "boardminutes.schema.json").read_bytes() == (
        PROJECT / "src" / "boardminutes" / "boardminutes.schema.json"
    ).read_bytes()


def test_there_are_public_names_and_fields() -> None:
    """The collection that is looked for in the inventory is not empty, and knows fields from methods."""
    names = dict(public_names())

    assert {"boardminutes.Item", "boardminutes.testing.check_kind", "boardminutes.renderers.csv.CsvRenderer"} <= set(
        names
    )
    assert {"minutes", "decisions", "walk"} <= set(parts_of(bm.Item))
    assert {"TBC"} == set(parts_of(bm.ToBeConfirmed))


@pytest.mark.parametrize(
    ("tool", "page"),
    [
        ("build_features", "reference/features.md"),
        ("build_schema_page", "reference/schema.md"),
        ("build_gallery_page", "gallery.md"),
    ],
)
def test_a_page_that_is_made_from_the_code_is_up_to_date(tool: str, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the tool of the name after a change of what it tells of."""
    monkeypatch.syspath_prepend(str(PROJECT / "tools"))
    monkeypatch.setattr(sys, "path", [*sys.path])

    made = importlib.import_module(tool).page()

    assert (DOCS / page).read_text(encoding="utf-8") == made


def test_the_gallery_has_each_kind_reader_and_format_and_is_small() -> None:
    """A picture for each pair of kind and theme and each reader, no other but of series, and all well below 2 MB."""
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    shown = re.findall(r"\((images/gallery/[^)]+)\)", page)
    wanted = {f"images/gallery/{kind}-{theme}.webp" for kind in bm.kind_names() for theme in bm.theme_names()}

    wanted |= {f"images/gallery/read-{reader}.webp" for reader in bm.reader_names()}
    told = re.findall(r"^### ([a-z]+): ", page, re.MULTILINE)

    assert wanted <= set(shown)
    assert {"akn", "ics", "ocd", "popolo"} <= set(told)
    assert sorted(shown) == sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("images/gallery/*"))
    assert sum((DOCS / name).stat().st_size for name in shown) < 1_000_000


def test_the_comparison_says_what_was_measured() -> None:
    """Each row of figures in the comparison begins as the row of that name on the page of the measurements."""
    measured = _rows((DOCS / "reference" / "speed.md").read_text(encoding="utf-8"))
    told = _rows((DOCS / "explanation" / "comparison.md").read_text(encoding="utf-8"))
    figures = {name: cells for name, cells in told.items() if cells and re.fullmatch(r"[\d.]+", cells[0])}

    assert len(figures) >= 10
    assert figures.keys() <= measured.keys()
    for name, cells in figures.items():
        assert [] == [cell for cell in cells if re.match(r"\d", cell) and cell not in measured[name]], name


def _rows(page: str) -> dict[str, list[str]]:
    """Return the first table row of each name, without numbers of versions, and its cells."""
    found: dict[str, list[str]] = {}
    for line in page.splitlines():
        if line.startswith("|"):
            name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            found.setdefault(re.sub(r" \d+(\.\d+)+", "", name), cells)
    return found


def test_the_errors_are_drawn_as_the_code_draws_them() -> None:
    """The tree on the page is the one at the top of the module."""
    drawn = (errors.__doc__ or "").partition("::\n\n")[2]
    tree = "\n".join(line.removeprefix("    ").rstrip() for line in drawn.rstrip().splitlines())

    assert tree in (DOCS / "reference" / "api" / "errors.md").read_text(encoding="utf-8")


def test_the_first_page_leads_to_every_page() -> None:
    """Whoever reads the pages without the site finds all of them; lists of their own lead to the codes and classes."""
    home = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    from_lists = {page for page in pages if page.startswith(("reference/lint/", "reference/api/"))}

    assert set() == pages - from_lists - {"index.md"} - set(re.findall(r"\]\(([^)#]+)", home))
    for listed in ("reference/lint.md", "reference/api/index.md"):
        page = (DOCS / listed).read_text(encoding="utf-8")
        folder = pathlib.PurePath(listed).parent
        from_lists -= {(folder / link).as_posix() for link in re.findall(r"\]\(([^)#]+)", page)}
    assert {"reference/api/index.md"} == from_lists


def test_every_reader_kind_and_format_is_used_in_a_guide() -> None:
    """In a block that is run, by its name or by the end of a file's name."""
    guides = [path.read_text(encoding="utf-8") for path in DOCS.glob("how-to/*.md")]
    run = "\n".join(block for guide in guides for block in _BLOCK.findall(guide))
    names = {*bm.reader_names(), *bm.kind_names(), *bm.format_names()}
    used = {name for name in names if re.search(rf"\"{name}\"|--kind {name}\b|\w\.{name}\b", run)}

    assert set() == names - used


def test_every_page_of_a_reader_or_format_says_what_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader does not understand, what a format leaves out, and what a data file may not hold."""
    monkeypatch.syspath_prepend(str(DOCS / "_extensions"))
    groups = dict(importlib.import_module("navigation").groups((DOCS / "index.md").read_text(encoding="utf-8")))
    pages = {*groups["Reference: what is read"], *groups["Reference: what is written"]} - {"reference/schema"}
    texts = {page: (DOCS / f"{page}.md").read_text(encoding="utf-8") for page in pages}

    assert [] == sorted(page for page, text in texts.items() if not _LEFT_OUT.search(text))
    assert {*bm.reader_names(), *bm.format_names()} == {
        name for name in (*bm.reader_names(), *bm.format_names()) if any(f"`{name}`" in text for text in texts.values())
    }
