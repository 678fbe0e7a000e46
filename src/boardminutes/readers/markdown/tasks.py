"""Actions, with or without a label: who is to do it, by when, and whether it is done."""

from __future__ import annotations

import re
from typing import Final

from boardminutes.model.outcomes import Action, Due
from boardminutes.model.prose import Prose
from boardminutes.model.values import ActionStatus
from boardminutes.readers.markdown.attendance import may_be_name
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.moderngov.actions import due_in, owners_in, recipient_in
from boardminutes.readers.moderngov.forms import LONGEST
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.names import split_names
from boardminutes.readers.moderngov.vocabulary import plain

BOX: Final = re.compile(r"\[(?P<mark>[ xX])\]\s+(?=\S)")
"""A check box before a task."""

_HANDLES = re.compile(
    r"(?:[Ff]or\s)?(?P<all>@[\w-]{1,40}(?:(?:,\s?|\s(?:and|&)\s|\s)@[\w-]{1,40}){0,9})(?=$|[\s,:.;)])"
)
_HANDLE = re.compile(r"@[\w-]{1,40}")
_IN_BRACKETS = re.compile(r"[(\[](?P<who>@[\w-]{1,40})[)\]]")
_WHO = re.compile(r"(?P<who>[A-Z][\w'’-]{1,30})(?::\s|\s(?:to|will)\s)(?=\S)")
_NO_NAMES = frozenset(
    {"we", "i", "need", "needs", "this", "that", "it", "they", "you", "note", "update", "have", "time", "going", "plan"}
    | {"try", "todo", "action", "question", "link", "idea", "context", "everything", "nothing", "who"}
)
_NO_OWNERS = frozenset(
    {
        "urgent",
        "high",
        "medium",
        "low",
        "priority",
        "important",
        "optional",
        "asap",
        "tbd",
        "tbc",
        "done",
        "open",
        "new",
    }
)
_BY = re.compile(r"\b(?:by|before|due(?:\son)?|until|deadline)\b[\s:]{1,3}", re.IGNORECASE)
_DAY_IN_BRACKETS = re.compile(r"[(\[](?P<day>[^()\[\]]{6,40})[)\]]")
_NEAR = 16  # 'by Thursday, 5 March 2026'
_DONE = re.compile(
    r"(?:\s[–—-]\s|\s?[(\[])"
    r"(?P<status>done|completed|complete|in progress|ongoing|open|carried (?:forward|over))[)\]]?\.?$",
    re.IGNORECASE,
)
_STATUSES = {
    "in progress": ActionStatus.IN_PROGRESS,
    "ongoing": ActionStatus.IN_PROGRESS,
    "open": ActionStatus.OPEN,
} | {
    **dict.fromkeys(("done", "completed", "complete"), ActionStatus.DONE),
    **dict.fromkeys(("carried forward", "carried over"), ActionStatus.CARRIED_FORWARD),
}


def action(
    prose: Prose,
    text: str,
    *,
    label: str | None = None,
    who: str | None = None,
    status: ActionStatus | None = None,
    reference: str | None = None,
) -> Action:
    """Return the action that *prose* is.

    Args:
        prose: What is to be done.
        text: Its first paragraph.
        label: The label before it, verbatim.
        who: Who is named in that label.
        status: How far it has come, as a check box says.
        reference: Its number as printed.
    """
    if len(text) > LONGEST:
        return Action(prose, label=label, status=status, reference=reference)
    return Action(
        prose,
        label=label,
        owners=_owners(text) if who is None else _named(who),
        due=due(text) or (None if who is None else due(f"({who})")),
        recipient=recipient_in(text),
        status=status or status_in(text),
        reference=reference,
    )


def _owners(text: str) -> tuple[str, ...] | None:
    handles = _HANDLES.match(text) or _IN_BRACKETS.search(text[-60:])
    if handles is not None:
        return tuple(dict.fromkeys(one.removeprefix("@") for one in _HANDLE.findall(handles[0])))
    found = owners_in(text)
    if found is not None:
        return found
    one = _WHO.match(text)
    return (one["who"],) if one is not None and one["who"].casefold() not in _NO_NAMES else None


def _named(who: str) -> tuple[str, ...] | None:
    """Return who is named in the label of a task, in which a day or a word on it may stand too ('Bo, urgent')."""
    parts = [
        part for part in split_names(who.replace("/", ",")) if may_be_name(part) and not any(map(str.isdigit, part))
    ]
    given = [part for part in parts if part[0].isupper() or part[0] == "@"]
    given = given if any(part[0].isupper() for part in given) else parts
    names = (one_line(part.replace("@", "")) for part in given if plain(part) not in _NO_OWNERS)
    return tuple(dict.fromkeys(name for name in names if name)) or None


def due(text: str) -> Due | None:
    """Return when a task is due as *text* says."""
    by = _BY.search(text)
    found = day_in(text[by.end() : by.end() + 60]) if by else None
    if found is not None and found.start < _NEAR:
        return found.day
    for bracket in _DAY_IN_BRACKETS.finditer(text):
        found = day_in(bracket["day"])
        if found is not None:
            return found.day
    return due_in(text)


def status_in(text: str) -> ActionStatus | None:
    """Return how far a task has come as the end of *text* says ('… – done')."""
    found = _DONE.search(text[-40:])
    return None if found is None else _STATUSES[found["status"].lower()]
