"""Build the table of formats, kinds and features: python tools/build_features.py.

The page is written to docs/reference/features.md, from what the entry points name, what the docstrings say of their
options, and what comes out when each kind of the sample meeting is rendered in each format.
"""

from __future__ import annotations

import enum
import inspect
import pathlib
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import Any, Final

import attrs

import boardminutes as bm
from boardminutes.testing import sample_meeting

TARGET: Final = pathlib.Path(__file__).parents[1] / "docs" / "reference" / "features.md"

_LONGEST_TUPLE: Final = 90

PAGE: Final = """\
# Formats, kinds and features

What goes with what. This page is made from the code: the tool that writes it renders every kind in every format and
says what came out. What each kind shows is told in [kinds and formats](kinds-and-formats.md).

```python
import boardminutes as bm

assert bm.format_names() == {formats}
assert bm.kind_names() == {kinds}
assert bm.reader_names() == {readers}
```

## Which kind goes with which format

{pairs}

## What a format can do

{features}

- **House style**: takes the option `theme`.
- **Own template**: takes the option `template`, a file of a house's own.
- **Carries its meeting**: `extract` returns the meeting from the file; *on demand* where that wants `embed=True`.
- **Options of pages**: numbers of lines, places for initials, and the number of the first page.
- **Marks languages**: a text in another language than the words around it is marked with it.
- **Same bytes**: the same meeting gives the same bytes, twice in one process and from one day to the next.

| format | media type |
|---|---|
{media_types}

## What a kind can do

{kind_features}

## Options of formats

Given by name to `render` and `write`, or as fields of the class.

{format_options}

## Options of kinds

Given as fields of the class, whose object is given in place of the kind's name.

{kind_options}

## Readers

{reader_rows}
"""


def page() -> str:
    """Return the text of the page."""
    return PAGE.format(
        formats=_tuple(bm.format_names()),
        kinds=_tuple(bm.kind_names()),
        readers=_tuple(bm.reader_names()),
        pairs=_table(["kind", *_codes(bm.format_names())], _pairs()),
        features=_table(["feature", *_codes(bm.format_names())], _features()),
        media_types="\n".join(f"| `{name}` | `{made.media_type}` |" for name, made in _classes("renderers")),
        kind_features=_table(["kind", "what it is", "takes several meetings", "has a table"], _kind_features()),
        format_options=_options("renderers"),
        kind_options=_options("kinds"),
        reader_rows=_table(
            ["reader", "what it is"], ([f"`{name}`", _said(made)] for name, made in _classes("readers"))
        ),
    )


def _tuple(names: Iterable[str]) -> str:
    listed = repr(tuple(names)).replace("'", '"')
    if len(listed) < _LONGEST_TUPLE:
        return listed
    return "(\n" + "".join(f'    "{name}",\n' for name in names) + ")"


def _codes(names: Iterable[str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{'---|' * len(head)}", *lines[1:]])


def _classes(group: str) -> Iterator[tuple[str, type]]:
    """Yield the classes that come with the package; what else is installed here is not the page's business."""
    own = metadata.distribution("boardminutes").entry_points
    for point in sorted(own.select(group=f"boardminutes.{group}"), key=lambda one: one.name):
        yield point.name, point.load()


def _pairs() -> Iterator[list[str]]:
    for kind in bm.kind_names():
        cells = [f"`{kind}`"]
        for name in bm.format_names():
            try:
                bm.render(sample_meeting(), name, kind=kind)
            except bm.RenderError:
                cells.append("no")
            else:
                cells.append("yes")
        yield cells


def _features() -> Iterator[list[str]]:
    classes = dict(_classes("renderers"))
    options = {name: {field.alias for field in attrs.fields(made)} for name, made in classes.items()}
    yield ["house style", *(_yes("theme" in options[name]) for name in classes)]
    yield ["own template", *(_yes("template" in options[name]) for name in classes)]
    yield ["carries its meeting", *(_carries(name, options[name]) for name in classes)]
    yield ["options of pages", *(_yes({"first_page", "initials"} <= options[name]) for name in classes)]
    yield ["marks languages", *(_yes(_marks_language(name)) for name in classes)]
    yield ["same bytes", *(_yes(_bytes(name, sample_meeting()) == _bytes(name, sample_meeting())) for name in classes)]


def _yes(is_so: bool) -> str:  # noqa: FBT001 - the answer itself
    return "yes" if is_so else "no"


def _bytes(name: str, meeting: bm.Meeting, **options: object) -> bytes:
    return bm.render(meeting, name, kind="actions" if name in {"csv", "xlsx"} else "minutes", **options)


def _carries(name: str, options: set[str]) -> str:
    if _has_meeting(_bytes(name, sample_meeting())):
        return "yes"
    on_demand = "embed" in options and _has_meeting(_bytes(name, sample_meeting(), embed=True))
    return "on demand" if on_demand else "no"


def _has_meeting(data: bytes) -> bool:
    try:
        return isinstance(bm.extract(data).meeting, bm.Meeting)
    except bm.ReadError:
        return False


def _marks_language(name: str) -> bool:
    """Tell whether a file says in which language the meeting is written; what it is written in is the same."""
    plain = {"embed": False} if name in {"docx", "html", "pdf"} else {}
    item = bm.Item("Cynllun carthu", minutes=[bm.Action("Cyhoeddi’r cynllun", owners=["Ada Obi"])])
    welsh, breton = (_bytes(name, bm.Meeting(language=tag, items=[item]), **plain) for tag in ("cy", "br"))
    return welsh != breton


def _kind_features() -> Iterator[list[str]]:
    for name, made in _classes("kinds"):
        several = True
        try:
            document = bm.compose([sample_meeting(), bm.Meeting(body="Another board")], name)
        except ValueError:
            several = False
            document = bm.compose(sample_meeting(), name)
        yield [f"`{name}`", _said(made), _yes(several), _yes(document.table is not None)]


def _readers() -> Iterator[list[str]]:
    yield from ([f"`{name}`", _said(made)] for name, made in _classes("readers"))


def _options(group: str) -> str:
    rows: list[list[str]] = []
    for name, made in _classes(group):
        said = _said_of_fields(made)
        rows += ([f"`{name}`", f"`{field.alias}`", said[field.name], _default(field)] for field in attrs.fields(made))
    what = {"renderers": "format", "kinds": "kind"}[group]
    return _table([what, "option", "what it is", "unless you say otherwise"], rows)


def _default(field: attrs.Attribute[Any]) -> str:
    value = field.default
    if field.alias == "theme":
        return '`"default"`'
    return f"`{value.value!r}`" if isinstance(value, enum.Enum) else f"`{value!r}`"


def _said(made: type) -> str:
    return " ".join((inspect.getdoc(made) or "").partition("\n\n")[0].split())


def _said_of_fields(made: type) -> dict[str, str]:
    _, _, lines = (inspect.getdoc(made) or "").partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.+(?:\n     .+)*)", lines, re.MULTILINE)
    return {name: " ".join(text.split()).replace("|", "\\|") for name, text in found}


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
