"""What came of an item: actions, decisions and motions by the labels and signs of such minutes, all else as prose."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.outcomes import Decision
from boardminutes.model.values import ActionStatus, Verb
from boardminutes.readers import Consumed
from boardminutes.readers.markdown import motions
from boardminutes.readers.markdown.documents import Kind, Node
from boardminutes.readers.markdown.gathered import Entries
from boardminutes.readers.markdown.labels import VERBS, Outcome, outcome_label
from boardminutes.readers.markdown.panels import panel
from boardminutes.readers.markdown.quoting import prose_of
from boardminutes.readers.markdown.sentences import agreement, task_before_its_label
from boardminutes.readers.markdown.tasks import BOX, action
from boardminutes.readers.moderngov import forms
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import is_lead_in
from boardminutes.readers.moderngov.motions import moving


@attrs.define
class _Mode:
    """What the points of a list are, as a heading or a label before them says.

    Attributes:
        kind: `action` or `decision`; None for nothing of the kind.
        level: In how many lists they stand.
        label: The label.
    """

    kind: str | None = None
    level: int = 1


def entries(nodes: Sequence[Node], heading: str | None = None) -> Entries:
    """Return the entries of *nodes* in order.

    Args:
        nodes: The blocks of an item.
        heading: `action` or `decision` where the heading above says that each point is one.
    """
    made = Entries()
    mode = _Mode(heading)
    at = 0
    while at < len(nodes):
        node = nodes[at]
        if node.line.level < mode.level and mode.kind != heading:
            mode = _Mode(heading)
        if node.kind is Kind.QUOTE:
            _quotation(made, node)
            at += 1
        elif node.kind is not Kind.TEXT:
            made.prose(node)
            at += 1
        else:
            at, mode = _text(made, nodes, at, mode)
    made.flush()
    return made


def _text(made: Entries, nodes: Sequence[Node], at: int, mode: _Mode) -> tuple[int, _Mode]:
    """Take the text at a place; return where to go on, and what points are from there on."""
    node = nodes[at]
    text = node.line.text
    is_point = node.line.level > 0 and node.line.point is not None
    end = _end(nodes, at) if is_point else at + 1
    inside = nodes[at + 1 : end]
    box, label = BOX.match(text), outcome_label(text)
    if box is not None:
        status = ActionStatus.OPEN if box["mark"] == " " else ActionStatus.DONE
        rest = text[box.end() :]
        named = outcome_label(rest)
        label = named if named is not None and named.kind == "action" and named.rest else None
        _action(made, node, rest if label is None else label.rest, inside, label=label, status=status)
    elif label is not None and not label.rest:
        return _announced(made, nodes, at, label, mode)
    elif label is not None and label.kind == "motion":
        end = _motion(made, nodes, at, text=label.rest, label=label, end=end)
    elif label is not None:
        if not is_point and is_lead_in(label.rest):
            end = _list_end(nodes, at + 1)
        _outcome(made, node, label.rest, nodes[at + 1 : end], label=label)
    elif is_point and mode.kind is not None and node.line.level == mode.level:
        _pointed(made, node, inside, mode.kind)
    elif (is_point and _settles(made, node, inside)) or _says(made, node, inside):
        pass
    else:
        made.prose(node)
        end = at + 1
    return end, mode


def _end(nodes: Sequence[Node], at: int) -> int:
    """Return where a point ends: after what stands in more lists than it, or in it after its first paragraph."""
    level = nodes[at].line.level
    end = at + 1
    while end < len(nodes) and nodes[end].kind is not Kind.QUOTE:
        line = nodes[end].line
        if line.level < level or (line.level == level and (line.point is not None)):
            break
        end += 1
    return end


def _list_end(nodes: Sequence[Node], at: int) -> int:
    end = at
    while end < len(nodes) and nodes[end].line.level and nodes[end].kind is not Kind.QUOTE:
        end += 1
    return end


def _announced(made: Entries, nodes: Sequence[Node], at: int, label: Outcome, mode: _Mode) -> tuple[int, _Mode]:
    """Take a label alone on its line: points after it are of its kind, else the text after it belongs to it."""
    node = nodes[at]
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    if following is None or following.kind is not Kind.TEXT or outcome_label(following.line.text) is not None:
        made.prose(node)
        return at + 1, mode
    deeper = following.line.level > node.line.level and following.line.point is not None
    if deeper and label.kind != "motion":
        made.prose(node)
        return at + 1, _Mode(label.kind, following.line.level)
    if following.line.level != node.line.level and not deeper:
        made.prose(node)
        return at + 1, mode
    own = (Consumed(node.line.number, "label"),)
    if label.kind == "motion":
        return _motion(
            made, nodes, at + 1, text=following.line.text, label=label, end=_end_of(nodes, at + 1), own=own
        ), mode
    end = _list_end(nodes, at + 2) if is_lead_in(following.line.text) else at + 2
    _outcome(made, following, following.line.text, nodes[at + 2 : end], label=label, own=own)
    return end, mode


def _end_of(nodes: Sequence[Node], at: int) -> int:
    return _end(nodes, at) if nodes[at].line.level else at + 1


def _outcome(
    made: Entries, node: Node, text: str, inside: Sequence[Node], *, label: Outcome, own: Sequence[Consumed] = ()
) -> None:
    if label.kind == "action":
        _action(made, node, text, inside, label=label, own=own)
    else:
        _decision(made, node, text, inside, verb=VERBS[label.word], label=label.label, number=label.number, own=own)


def _action(
    made: Entries,
    node: Node,
    text: str,
    inside: Sequence[Node],
    *,
    label: Outcome | None = None,
    status: ActionStatus | None = None,
    own: Sequence[Consumed] = (),
) -> None:
    draft = made.text(text, node, inside)
    given = {} if label is None else {"label": label.label, "who": label.who, "reference": label.number}
    value = action(draft.value, text, status=status, **given)
    made.add(Draft(value, (*own, Consumed(node.line.number, ""), *draft.consumed)))


def _decision(
    made: Entries,
    node: Node,
    text: str,
    inside: Sequence[Node],
    *,
    verb: Verb | None,
    label: str | None = None,
    number: str | None = None,
    own: Sequence[Consumed] = (),
) -> None:
    draft = made.text(text, node, inside)
    value = Decision(draft.value, verb=verb, label=label, number=number)
    made.add(Draft(value, (*own, Consumed(node.line.number, ""), *draft.consumed)))


def _motion(
    made: Entries,
    nodes: Sequence[Node],
    at: int,
    *,
    text: str,
    label: Outcome | None,
    end: int,
    own: Sequence[Consumed] = (),
) -> int:
    """Take a motion with what is told of it after it; return where that ends."""
    node = nodes[at]
    inside = list(nodes[at + 1 : end])
    if not node.line.level:
        end = _list_end(nodes, end) if is_lead_in(text) else end
        inside = list(nodes[at + 1 : end])
        while end < len(nodes) and nodes[end].kind is Kind.TEXT and motions.told_of_a_vote(nodes[end].line.text):
            inside.append(nodes[end])
            end += 1
    told = [one for one in inside if one.kind is Kind.TEXT and motions.told_of_a_vote(one.line.text)]
    value = motions.motion(text, None if label is None else label.label, [one.line.text for one in told])
    rest = [one for one in inside if one not in told]
    draft = made.text(str(value.text), node, rest)
    if rest:
        decision = None if value.decision is None else attrs.evolve(value.decision, text=draft.value)
        value = attrs.evolve(value, text=draft.value, decision=decision)
    if label is not None and label.number is not None:
        value = attrs.evolve(value, number=label.number)
    gone = [Consumed(number, "") for one in told for number in one.numbers]
    made.add(Draft(value, (*own, *(Consumed(number, "") for number in node.numbers), *gone, *draft.consumed)))
    return end


def _pointed(made: Entries, node: Node, inside: Sequence[Node], kind: str) -> None:
    """Take a point of a list of actions or decisions."""
    if kind == "action":
        _action(made, node, node.line.text, inside)
    else:
        found = forms.labelled(node.line.text)
        _decision(made, node, node.line.text, inside, verb=None if found is None else found.verb)


def _settles(made: Entries, node: Node, inside: Sequence[Node]) -> bool:
    """Take a point that is a decision or a motion by the rules for running words; tell whether it is one."""
    text = node.line.text
    found = forms.labelled(text)
    if found is not None and not found.before and not forms.is_bare(found.rest):
        _decision(made, node, found.rest, inside, verb=found.verb, label=found.label)
        return True
    if moving(text) is not None:
        _motion(made, (node, *inside), 0, text=text, label=None, end=1 + len(inside))
        return True
    return False


def _says(made: Entries, node: Node, inside: Sequence[Node]) -> bool:
    """Take a paragraph or point that says in its words what was agreed, or ends with the label of a task."""
    agreed = agreement(node.line.text)
    if agreed is not None:
        _decision(made, node, agreed.rest, inside, verb=agreed.verb, label=agreed.label)
        return True
    ending = None if inside else task_before_its_label(node.line)
    if ending is None:
        return False
    if ending.before is not None:
        made.prose(attrs.evolve(node, line=ending.before))
    _action(made, node, ending.task, (), label=ending.label)
    return True


def _quotation(made: Entries, node: Node) -> None:
    """Take a quotation: an outcome in our own form, outcomes with labels, or what it looks like."""
    outcome = panel(node)
    if outcome is not None:
        made.add(outcome)
        return
    if any(one.kind is Kind.TEXT and outcome_label(one.line.text) is not None for one in node.inner):
        inner = entries(node.inner)
        made.flush()
        made.drafts.extend(inner.drafts)
        made.skipped.extend(inner.skipped)
        return
    drafts, skipped = prose_of([node])
    made.skipped.extend(skipped)
    for draft in drafts:
        made.add(draft)
