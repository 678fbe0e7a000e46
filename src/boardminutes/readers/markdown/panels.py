"""Quotations in which our own Markdown sets a decision, an action or a motion: its label, its text, and facts."""

from __future__ import annotations

from collections.abc import Sequence

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Action, Decision, Due, Motion
from boardminutes.model.prose import Prose
from boardminutes.readers import Consumed
from boardminutes.readers.markdown.days import day_in
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.labels import VERBS, labelled
from boardminutes.readers.markdown.tasks import due
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import fragments
from boardminutes.readers.moderngov.names import split_names
from boardminutes.readers.moderngov.taken import prose
from boardminutes.readers.moderngov.vocabulary import plain

_OWNERS = frozenset({"owner", "owners"})
_MARGIN = 2  # what stands around a day besides it: a weekday


def panel(node: Node) -> Draft[Entry] | None:
    """Return the outcome that a quotation is, None where it is a quotation."""
    first, *rest = node.inner
    named = _named(first)
    if named is None:
        return None
    name, number = named
    facts, body = _facts(rest)
    lines = [one.line for one in body]
    if not lines or any(one.kind is not Kind.TEXT and one.kind is not Kind.TABLE for one in body):
        return None
    found, skipped = fragments(lines)
    if skipped or not found:
        return None
    draft = prose(None, found)
    whole = [Consumed(line, "") for one in (first, *facts.values()) for line in one.numbers]
    return Draft(_outcome(name, number, draft, facts), (*whole, *draft.consumed))


def _outcome(name: str, number: str | None, draft: Draft[Prose], facts: dict[str, Node]) -> Entry:
    values = {key: one.line.text.partition(":")[2].strip() for key, one in facts.items()}
    if name == "action":
        owners = next((split_names(values[key]) for key in _OWNERS & values.keys()), None)
        return Action(
            draft.value, owners=owners, due=_due(values.get("due")), recipient=values.get("to"), reference=number
        )
    if name == "motion":
        return Motion(draft.value, mover=values.get("moved by"), seconder=values.get("seconded by"), number=number)
    return Decision(draft.value, verb=VERBS[name], number=number)


def _named(node: Node) -> tuple[str, str | None] | None:
    """Return what a panel is and its number, as its first line says: strong words, then perhaps a number."""
    runs = node.line.runs
    if node.kind is not Kind.TEXT or not runs or not runs[0].strong or runs[0].start or node.line.level:
        return None
    name = plain(node.line.text[: runs[0].end])
    number = node.line.text[runs[0].end :].strip()
    known = name in VERBS or name in {"action", "motion"}
    return (name, number or None) if known and len(number.split()) <= 1 else None


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
