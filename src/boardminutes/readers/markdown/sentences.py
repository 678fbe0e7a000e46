"""Outcomes in running words: an agreement that a paragraph begins with, a task that one ends with."""

from __future__ import annotations

import re
from typing import Final

import attrs

from boardminutes.model.values import Verb
from boardminutes.readers.markdown.attendance import may_be_name
from boardminutes.readers.markdown.labels import Outcome, outcome_label
from boardminutes.readers.moderngov.fragments import is_lead_in
from boardminutes.readers.moderngov.lines import Line
from boardminutes.readers.moderngov.names import split_names

_AGREED: Final = re.compile(
    r"(?P<label>It\swas\s(?:also\s|then\s|therefore\s|unanimously\s){0,2}(?P<verb>agreed|decided))\s(?=(?:that|to|not\sto)\s)"
)
_VERBS: Final = {"agreed": Verb.AGREED, "decided": None}
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-Z@])")
_TASK: Final = re.compile(r"(?P<who>[^.;:()]{2,60}?)\s(?:to|will)\s[a-z]{2,}")
_LONGEST: Final = 60


@attrs.frozen
class Agreement:
    """A paragraph that says what was agreed.

    Attributes:
        label: The words that lead to it: 'It was agreed'.
        verb: What the meeting did; None for a decision of no special kind.
        rest: What was agreed.
    """

    label: str
    verb: Verb | None
    rest: str


@attrs.frozen
class Ending:
    """A label in strong words at the end of a paragraph, which makes a task of what stands before it.

    Attributes:
        before: What stands before the task; None for nothing.
        task: The task.
        label: The label, with who is named in it.
    """

    before: Line | None
    task: str
    label: Outcome


def agreement(text: str) -> Agreement | None:
    """Return what was agreed as a paragraph says that begins with 'It was agreed that', None where it does not."""
    found = _AGREED.match(text)
    if found is None or is_lead_in(text):
        return None
    return Agreement(" ".join(found["label"].split()), _VERBS[found["verb"]], text[found.end() :])


def task_before_its_label(line: Line) -> Ending | None:
    """Return the task in '… Clerk to report. **ACTION: Clerk**', None where the line ends with no such label.

    The last sentence before the label is the task where it says who is to do it; else all before the label is.
    """
    last = line.runs[-1] if line.runs else None
    if last is None or not last.strong or not last.start or line.text[last.end :].strip(" ."):
        return None
    label = outcome_label(line.text[last.start : last.end])
    if label is None or label.kind != "action" or label.who is not None or not 0 < len(label.rest) <= _LONGEST:
        return None
    who = label.rest.strip(" .")
    before = line.text[: last.start].rstrip()
    if not before or not all(may_be_name(part) for part in split_names(who)):
        return None
    begin = max((one.end() for one in _SENTENCE_END.finditer(before)), default=0)
    if _TASK.match(before, begin) is None:
        begin = 0
    kept = before[:begin].rstrip()
    runs = tuple(attrs.evolve(run, end=min(run.end, len(kept))) for run in line.runs if run.start < len(kept))
    return Ending(
        attrs.evolve(line, text=kept, runs=runs) if kept else None, before[begin:], attrs.evolve(label, who=who)
    )
