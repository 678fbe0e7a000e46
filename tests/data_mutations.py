"""What the tests of data files share: the data of a meeting, spoilt at one place."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.testing.strategies import meetings

ODD_VALUES = [
    None, True, False, 0, 1, -1, 5, 2.5, 10**17, "", " ", "x", "a\nb", "a\n\nb", "\n", "a\u00a0b", "\x01", "a\rb",
    "\ufffe", [], {}, [None], ["x"], [[]], [{}], ["x", 5], {"tbc": True}, {"tbc": False}, {"words": "x"}, {"item": "5"},
    {"words": ""}, {"meeting": {"text": "x"}}, {"type": "paragraph", "spans": "x"}, {"type": "table", "rows": []},
    {"type": "nothing"}, {"type": []}, {"text": "x"}, {"count": 1, "names": ["a"]}, {"ground": 5}, "2026-04-01",
    "2026-02-31", "2026-04-01T10:05", "2026-04-01T10:05:00Z", "10:05", "25:00", "https://example.org", "javascript:x",
    "en-GB", "e", "present", "agreed", "bullet", "against", "absent",
]  # fmt: skip
FIELDS = ["type", "titel", "title", "text", "minutes", "blocks", "restriction", "schema_version", "", "tbc"]


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain data
    """Yield each container of plain data with each of its names or indexes."""
    if isinstance(value, dict | list):
        for key, held in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from places(held)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the data of a meeting in which something was dropped, added, or put in another's place."""
    data: dict[str, Any] = json.loads(bm.dumps(draw(meetings())))
    for _ in range(draw(st.integers(1, 2))):
        found = list(places(data))
        holder, key = found[draw(st.integers(0, len(found) - 1))]
        how = draw(st.sampled_from(["drop", "replace", "replace", "copy", "wrap", "add"]))
        if how == "drop":
            del holder[key]
        elif how == "replace":
            holder[key] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
        elif how == "copy":
            source, name = found[draw(st.integers(0, len(found) - 1))]
            holder[key] = json.loads(json.dumps(source[name]))
        elif how == "wrap":
            holder[key] = [holder[key]]
        elif isinstance(holder, dict):
            holder[draw(st.sampled_from(FIELDS))] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
        else:
            holder.insert(key, copy.deepcopy(draw(st.sampled_from(ODD_VALUES))))
        if not data:
            break
    return data
