"""Build the page of the JSON Schema: python tools/build_schema_page.py.

The page is written to docs/reference/schema.md, from the schema itself.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

import boardminutes as bm

TARGET: Final = pathlib.Path(__file__).parents[1] / "docs" / "reference" / "schema.md"

PAGE: Final = """\
# The schema of data files

What may stand where in a [data file](data-files.md), for those who write such files with other programs, or whose
editor checks them. This page is made from the schema; the schema is
[boardminutes.schema.json](../../src/boardminutes/boardminutes.schema.json) (JSON Schema, draft 2020-12). It comes with
the package, and `bm.json_schema()` returns it:

```python
import json
import pathlib

import boardminutes as bm

pathlib.Path("boardminutes.schema.json").write_text(json.dumps(bm.json_schema(), indent=2), encoding="utf-8")
```

An object holds the fields that its table names and no others. A field that is not needed is left out where nothing is
known; `null` is refused. Text is never empty.

## The file

{top}

{definitions}
"""

Schema = Mapping[str, Any]


def page() -> str:
    """Return the text of the page."""
    schema = bm.json_schema()
    definitions = schema["$defs"]
    return PAGE.format(
        top="\n".join(_object(schema)),
        definitions="\n\n".join("\n".join(_definition(name, one)) for name, one in definitions.items()),
    )


def _definition(name: str, schema: Schema) -> Iterator[str]:
    yield f"## {_heading(name)}"
    yield ""
    if "properties" in schema and len(schema["properties"]) > 1:
        yield from _object(schema)
    elif "enum" in schema:
        yield f"{schema['description']}: {_listed(schema['enum'])}."
    else:
        yield f"{schema['description']}: {_form(schema)}."


def _heading(name: str) -> str:
    """Return what a definition is called: what is told apart by its field `type` bears a small letter."""
    return f"Type {name}" if name.islower() else name


def _object(schema: Schema) -> Iterator[str]:
    yield f"{schema['description']}."
    yield ""
    yield "| field | what it is | form |"
    yield "|---|---|---|"
    needed = schema.get("required", ())
    for name, one in schema["properties"].items():
        said = one.get("description", "says which class this is" if name == "type" else "")
        form = _form(one)
        default = f"; `{_json(one['default'])}` unless said otherwise" if "default" in one else ""
        yield f"| `{name}`{' (needed)' if name in needed else ''} | {_cell(said)} | {_cell(form + default)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _form(schema: Schema) -> str:
    """Return in words what a value may be."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{_heading(name).lower().replace(' ', '-')})"
    if "anyOf" in schema:
        return ", or ".join(_form(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        least = "at least one" if schema.get("minItems") else "any number"
        return f"a list, {least}: {_form(schema['items'])}"
    if schema.get("type") == "object":
        name, form = next(iter(schema["properties"].items()))
        return f"an object with the one field `{name}`: {_form(form)}"
    return _plain(schema)


def _plain(schema: Schema) -> str:
    """Return in words what a text, number or truth value may be."""
    if "const" in schema or "enum" in schema:
        return _listed(schema.get("enum", [schema.get("const")]))
    if schema["type"] == "string":
        return _text(schema)
    if schema["type"] == "integer":
        return f"a whole number, {schema['minimum']} to {schema['maximum']}"
    return {"boolean": "`true` or `false`"}[schema["type"]]


def _text(schema: Schema) -> str:
    pattern = schema.get("pattern", "")
    if schema.get("format") == "date":
        return 'a day, `"2026-04-01"`'
    if pattern == r"^[^\r\n]+$":
        return "text on one line"
    for sign, said in _PATTERNS.items():
        if sign in pattern:
            return said
    if not pattern:
        return "text" if schema.get("minLength") else "text, which may be empty"
    raise LookupError(f"the page has no words for the pattern {pattern}")


_PATTERNS: Final = {
    "[Mm][Aa][Ii][Ll]": "an address that begins with `http:`, `https:`, `mailto:` or `tel:`",
    "[A-Za-z]{2,8}": 'a language tag, `"en-GB"`',
    "[A-Za-z0-9_+-]+(?:/": 'the name of a time zone, `"Europe/London"`',
    "T": 'a day with a time of day, `"2026-04-01T10:05:00"`',
    ":": 'a time of day, `"10:05"`',
}
"""By a part of its pattern, what a text is; the first that fits."""


def _listed(values: list[object]) -> str:
    return ", ".join(f"`{_json(value)}`" for value in values)


def _json(value: object) -> str:
    return {True: "true", False: "false"}.get(value, f'"{value}"') if isinstance(value, bool | str) else str(value)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
