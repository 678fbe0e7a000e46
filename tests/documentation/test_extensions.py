"""What our extensions of Sphinx make of docstrings and of the mark-up of pages."""

from __future__ import annotations

import importlib
import pathlib
import types
from collections.abc import Callable

import pytest

import boardminutes as bm

EXTENSIONS = pathlib.Path(__file__).parents[2] / "docs" / "_extensions"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], types.ModuleType]:
    """Return what imports an extension by its name."""
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    return importlib.import_module


def test_fields_are_taken_out_of_a_docstring(load: Callable[[str], types.ModuleType]) -> None:
    """What is said of each field is one text, and what stands around the fields stays."""
    lines = ["What it is.", "", "Attributes:", "    first: One line,", "        and another.", "    second: Short.", ""]

    kept, said = load("docstrings").fields_said([*lines, "Raises:", "    ValueError: Why."])

    assert ["What it is.", "", "Raises:", "    ValueError: Why."] == kept
    assert {"first": ["One line,", "and another."], "second": ["Short."]} == said


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        (bm.Item, "minutes", "tuple[Entry, ...] | None"),
        (bm.Item, "time", "datetime.time | None"),
        (bm.Theme, "paper", "Literal['a4', 'letter']"),
        (bm.Meeting, "opened", "datetime.datetime | None"),
        (bm.Item, "no_such_field", ""),
    ],
)
def test_a_type_is_told_as_the_source_has_it(
    load: Callable[[str], types.ModuleType], kind: type, field: str, typed: str
) -> None:
    """Names of modules are whole, and names that only stand for words are those words."""
    assert typed == load("docstrings").annotation(kind, field)


def test_the_head_of_a_column_says_so(load: Callable[[str], types.ModuleType]) -> None:
    """A screen reader tells it before each cell of the column."""
    assert '<th class="head" scope="col">' == load("site_marks").mended('<th class="head">')


def test_a_long_signature_is_no_list_of_definitions(load: Callable[[str], types.ModuleType]) -> None:
    """A list without terms is no valid HTML, and a true list stays one."""
    true_list = "<dl>\n<dt>term</dt><dd>what it is</dd>\n</dl>"

    made = load("site_marks").mended(f"<dl>\n<dd>first,</dd>\n<dd>second,</dd>\n</dl>{true_list}")

    assert 2 == made.count('<span class="sig-line">')
    assert made.endswith(true_list)
    assert "<dd>first" not in made


def test_the_side_bar_has_the_groups_of_the_first_page(load: Callable[[str], types.ModuleType]) -> None:
    """Each group tells what is above it; what is no page of the site, or stands below another page, is left out."""
    home = """# Name

- **[Door](tutorial/one.md)**

## Tutorial

- [One](tutorial/one.md)

## How-to guides

### Bring meetings in

- [Two](how-to/two.md)
- [Three, with `code`](how-to/three.md)

## Reference

- [Python](reference/api/index.md)
- [Errors](reference/api/errors.md)

### What is read

- [Four](reference/four.md)
- [Security](../SECURITY.md)

## Nothing

- [A part](#reference)
"""

    assert [
        ("Tutorial", ["tutorial/one"]),
        ("How to bring meetings in", ["how-to/two", "how-to/three"]),
        ("Reference", ["reference/api/index"]),
        ("Reference: what is read", ["reference/four"]),
    ] == load("navigation").groups(home)
