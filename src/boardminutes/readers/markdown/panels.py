"""Quotations in which our own Markdown sets a decision, an action or a motion: its label, its text, and facts."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Action, Decision, Due, Motion
from boardminutes.model.prose import Prose
from boardminutes.model.values import Verb
from boardminutes.readers import Consumed
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.labels import VERBS, labelled, outcome_label
from boardminutes.readers.markdown.sentences import agreement
from boardminutes.readers.markdown.tasks import due
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import fragments
from boardminutes.readers.moderngov.names import split_names
from boardminutes.readers.moderngov.taken import prose
from boardminutes.readers.moderngov.vocabulary import plain

_OWNERS = frozenset({"owner", "owners"})
_OWN = frozenset({"decision", *(verb.value.replace("-", " ") for verb in Verb)})
_MARGIN = 2  # what stands around a day besides it: a weekday


def panel(node: Node) -> Draft[Entry] | None:
    """Return the outcome that a quotation is, None where it is a quotation."""
    first, *rest = node.inner
    heading = _heading(first)
    if heading is None:
        return None
    facts, body = _facts(rest)
    lines = [one.line for one in body]
    if not lines or any(one.kind is not Kind.TEXT and one.kind is not Kind.TABLE for one in body):
        return None
    found, skipped = fragments(lines)
    if skipped or not found:
        return None
    draft = prose(None, found)
    whole = [Consumed(line, "") for one in (first, *facts.values()) for line in one.numbers]
    return Draft(_outcome(heading, draft, facts), (*whole, *draft.consumed))


def _outcome(heading: _Heading, draft: Draft[Prose], facts: dict[str, Node]) -> Entry:
    values = {key: one.line.text.partition(":")[2].strip() for key, one in facts.items()}
    label, number = heading.label, heading.number
    if heading.kind == "action":
        owners = next((split_names(values[key]) for key in _OWNERS & values.keys()), None)
        return Action(
            draft.value,
            label=label,
            owners=owners,
            due=_due(values.get("due")),
            recipient=values.get("to"),
            reference=number,
        )
    if heading.kind == "motion":
        mover, seconder = values.get("moved by"), values.get("seconded by")
        return Motion(draft.value, label=label, mover=mover, seconder=seconder, number=number)
    return Decision(draft.value, label=label, verb=heading.verb, number=number)


@attrs.frozen
class _Heading:
    """The first line of a panel: strong words, then perhaps a number.

    Attributes:
        kind: `action`, `decision` or `motion`.
        verb: What a decision says that the meeting did; None where it does not say.
        label: The words, where they are a label out of the record; None where they are our own.
        number: The number; None for none.
    """

    kind: str
    verb: Verb | None = None
    label: str | None = None
    number: str | None = None


def _heading(node: Node) -> _Heading | None:
    runs = node.line.runs
    if node.kind is not Kind.TEXT or not runs or not runs[0].strong or runs[0].start or node.line.level:
        return None
    words = node.line.text[: runs[0].end].strip()
    number = node.line.text[runs[0].end :].strip() or None
    if number is not None and len(number.split()) > 1:
        return None
    name = plain(words)
    if name in VERBS:
        return _Heading("decision", VERBS[name], None if name in _OWN else words, number)
    if name in {"action", "motion"}:
        return _Heading(name, number=number)
    label, agreed = outcome_label(f"{words}: "), agreement(f"{words} that ")
    if label is not None and not label.rest:
        return _Heading(label.kind, VERBS.get(label.word), words, number or label.number)
    return None if agreed is None or agreed.label != words else _Heading("decision", agreed.verb, words, number)


def _facts(nodes: Sequence[Node]) -> tuple[dict[str, Node], list[Node]]:
    """Return the points with a known label at the end of a panel, by label, and what stands before them."""
    known = _OWNERS | {"due", "to", "moved by", "seconded by"}
    body = list(nodes)
    facts: dict[str, Node] = {}
    while body:
        node = body[-1]
        label = labelled(node.line.text) if node.kind is Kind.TEXT and node.line.level else None
        is_marked = bool(node.line.runs) and node.line.runs[0].strong and not node.line.runs[0].start
        if label is None or not is_marked or label[0] not in known or label[0] in facts or not label[1]:
            break
        facts[label[0]] = body.pop()
    return facts, body


def _due(text: str | None) -> Due | None:
    if text is None:
        return None
    found = day_in(text)
    is_day = found is not None and found.end == len(text) and len(text[: found.start].split()) < _MARGIN
    return found.day if found is not None and is_day else due(text) or text
