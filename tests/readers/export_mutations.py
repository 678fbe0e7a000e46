"""Exports with faults: the same ones each time."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable
from typing import Any

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 7, 10**30, 1.5, "", " ", "x", "0", "1", "Pass", "\u0000", "\ud800", "\u200b", "a\nb", "•",
    "2:1", "5 March 2026", "05/03/2026", "25:99", "10:00 AM", "<b>x", "&lt;", "javascript:run()", "documents/x.pdf",
    [], {}, [[]], [None], [1, "x", {}], {"x": {"y": [1]}}, {"EventItemTitle": "deep"}, [{"EventDate": "2026-01-02"}],
)  # fmt: skip


def swapped(data: Any, chance: random.Random) -> Any:  # noqa: ANN401 - any data of JSON
    """Return data of JSON in which a few values are others, of any type, or names stand elsewhere."""
    copy = json.loads(json.dumps(data))
    for _ in range(chance.randint(1, 8)):
        places = list(_places(copy))
        if places:
            chance.choice(places)(chance.choice(STRANGE))
        copy = json.loads(json.dumps(copy))
    return copy


def _places(data: Any) -> list[Callable[[Any], None]]:  # noqa: ANN401 - any data of JSON
    """Return what sets each value in *data*."""
    found: list[Callable[[Any], None]] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            for key, value in one.items() if isinstance(one, dict) else enumerate(one):
                found.append(_setter(one, key))
                waiting.append(value)
    return found


def _setter(holder: Any, key: Any) -> Callable[[Any], None]:  # noqa: ANN401 - any data of JSON
    return lambda value: holder.__setitem__(key, value)


LEAF = re.compile(r"(?<=>)[^<>]{1,200}(?=</)|(?<=<)(\w+)>[^<>]*</\1(?=>)|(?<==\")[^\"]*(?=\")")
TEXTS = (
    "", " ", "0", "-1", "x", "True", "False", "7:30 PM", "25:99", "31/02/2026", "05/03/2026", "<p>x", "<p>&nbsp;",
    "<p class=mgAiTitleTxt>1.</p>", "<ul><li>a<ul><li>b", "<table><tr><td>a<td><table>", "•", "RESOLVED:", "Action:",
    "51", "52", "901", "Bo Lund", "Present as substitute", "javascript:x", "paragraph 3 of Schedule 12A", "\u200b",
    "<a href='documents/x.pdf'>x</a>", "Moved by Bo Lund, seconded by Hedda Moe and RESOLVED that: ", "\ufffd",
)  # fmt: skip


def retold(xml: str, chance: random.Random) -> str:
    """Return XML, well formed, in which a few values are others, elements bear other names, or stand twice."""
    for _ in range(chance.randint(1, 8)):
        found = [one for one in LEAF.finditer(xml) if one[1] is None]
        one = chance.choice(found)
        what = chance.randrange(4)
        if what == 0 or "<" in one[0]:
            xml = xml[: one.start()] + html.escape(chance.choice(TEXTS)) + xml[one.end() :]
        elif what == 1:
            xml = xml[: one.start()] + f"<b at='{html.escape(chance.choice(TEXTS))}'>y</b>" + xml[one.end() :]
            xml = xml if xml[one.start() - 1] == ">" else xml.replace("<b at='", "").replace("'>y</b>", "")
        elif what == 2:
            old, new = (chance.choice(NAMES) for _ in range(2))
            xml = xml.replace(f"<{old}>", f"<{new}>").replace(f"</{old}>", f"</{new}>")
        else:
            name = chance.choice(NAMES)
            at = xml.find(f"<{name}>")
            end = xml.find(f"</{name}>", at) + len(name) + 3
            xml = xml[:end] + xml[at:end] + xml[end:] if at >= 0 else xml
    return xml


NAMES = (
    "meetingdate", "meetingtime", "meetingplannedfinishtime", "meetingactualstarttime", "meetingactualfinishtime",
    "agendaitem", "agendaitemtitle", "agendaitemid", "fulldisplaynumberformat", "minutesitemnumber", "agendatext",
    "minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody", "linkeddocuments", "linkeddoc", "isrestricted", "title",
    "isdisplayallowed", "url", "agendaitems", "attendees", "committeetitle", "meetinglocation", "meetingstatus",
)  # fmt: skip
