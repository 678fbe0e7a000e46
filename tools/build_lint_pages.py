"""Build the pages of the linter's codes: python tools/build_lint_pages.py.

The pages are written to docs/reference/lint.md and docs/reference/lint/, from the rules in the code.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import textwrap
from typing import Final

import boardminutes as bm
from boardminutes.linting.registry import GROUPS, RULES
from boardminutes.linting.rules import Rule

REFERENCE: Final = pathlib.Path(__file__).parents[1] / "docs" / "reference"

INDEX: Final = """\
# Lint: what to look at before publishing

`lint` reads a meeting as a careful clerk would, and tells what contradicts itself, what is missing, and what is likely
to be a slip. It changes nothing.

```python
import datetime as dt

import boardminutes as bm

meeting = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Tides", number="7.", minutes=[bm.Action("Print the tables", due=dt.date(2026, 4, 1))])],
)

for finding in bm.lint(meeting):
    print(finding.severity.value, finding, finding.hint, sep="; ")

[finding] = bm.lint(meeting)
assert finding.code == "BM101"
assert finding.path == "items[0].minutes[0].owners"
```

Findings come in the order of the record. The `path` leads to the value, in the form that `replace_at` takes:

```python
mended = bm.replace_at(meeting, finding.path, ["Bo Lund"])
assert bm.lint(mended) == ()
```

A check that a house does not want is switched off by its code; a code that is none is an error, which lists those that
are known:

```python
assert bm.lint(meeting, ignore=["BM101"]) == ()
```

Before publishing, a program may stop at errors and show the rest:

```python
errors = [finding for finding in bm.lint(meeting) if finding.severity is bm.Severity.ERROR]
assert errors == []
```

| severity | means |
|---|---|
| error | the record contradicts itself, or lacks what it must hold |
| warning | nearly always a slip |
| note | worth a second look |

Give `lint` the whole meeting, not its public view. It looks at restricted matter too, and what it says may quote it:
findings are for those who may read all of the record.

What is not certain is not found. Where a list of attendees may be one of apologies only, nobody is missed on it; where
it is not known when somebody left, they were there to the end.

## The codes

A code keeps its meaning for good, and is not given to another check.
"""

PAGE: Final = """\
# {code}: {name}

{finds}

## Why

{why}

## Found

```python
import datetime as dt

import boardminutes as bm

meeting = {bad}

[finding] = bm.lint(meeting)
assert finding.code == "{code}"
assert finding.path == "{path}"
```

It says:

```text
{message}
```

What to do: {hint}.

## Not found

```python
meeting = {good}

assert bm.lint(meeting) == ()
```

All codes: [lint](../lint.md).
"""


def pages() -> dict[str, str]:
    """Return the text of each page by its path below docs/reference."""
    return {"lint.md": _index(), **{f"lint/{rule.code}.md": _page(rule) for rule in RULES}}


def _index() -> str:
    parts = [INDEX]
    for prefix, title in GROUPS.items():
        rows = [_row(rule) for rule in RULES if rule.code.startswith(prefix)]
        parts.append("\n".join([f"### {title}", "", "| code | name | severity |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    return f"| [{rule.code}](lint/{rule.code}.md) | {rule.name} | {rule.severity.value} |"


def _page(rule: Rule) -> str:
    namespace = {"bm": bm, "dt": dt}
    [finding] = bm.lint(eval(rule.bad.strip(), namespace))  # noqa: S307 - an example of our own
    return PAGE.format(
        code=rule.code,
        name=rule.name,
        finds=_filled(f"{rule.severity.value.capitalize()}. {rule.finds}"),
        why=_filled(rule.why),
        bad=rule.bad.strip(),
        path=finding.path,
        message=_filled(str(finding)),
        hint=_filled(rule.hint),
        good=rule.good.strip(),
    )


def _filled(text: str) -> str:
    return textwrap.fill(text, 118, break_long_words=False, break_on_hyphens=False)


def write() -> None:
    """Write the pages, and take away those of codes that are no more."""
    made = pages()
    (REFERENCE / "lint").mkdir(exist_ok=True)
    for path in (REFERENCE / "lint").glob("*.md"):
        if f"lint/{path.name}" not in made:
            path.unlink()
    for name, text in made.items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {len(made)} pages below {REFERENCE}")


if __name__ == "__main__":
    write()
