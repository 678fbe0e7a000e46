"""Tasks on the page: 'Action:' with its text on the same line, in the next block, or in points."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Action, Decision
from boardminutes.model.prose import Prose
from boardminutes.readers import Consumed
from boardminutes.readers.moderngov import forms
from boardminutes.readers.moderngov.actions import ActionLabel, action, action_label, owners_in
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import Bullet, Fragment, Numbered, Plain, point_end
from boardminutes.readers.moderngov.taken import Taken, fragment_at, prose, with_points


def labelled_actions(fragments: Sequence[Fragment], at: int) -> Taken | None:
    """Read the label 'Action' in its spellings and the tasks that it announces."""
    label = action_label(fragments[at].text)
    if label is None:
        return None
    line = fragments[at].lines[0].number
    if label.rest:
        draft, used = with_points(label.rest, fragments, at + 1)
        made = _outcome(label, draft, label.rest, (Consumed(line, ""),))
        return Taken((made,), 1 + used)
    following = fragment_at(fragments, at + 1)
    if isinstance(following, Plain):
        return _in_next_blocks(fragments, at, label)
    end = at + 1
    entries: list[Draft[Entry]] = []
    while isinstance(one := fragment_at(fragments, end), Bullet | Numbered) and type(one) is type(following):
        own = [Consumed(line, "label")] if not entries else []
        after = point_end(fragments, end)
        draft = prose(one.text, fragments[end + 1 : after], one.lines)
        task = action(label, draft.value, one.text)
        reference = one.mark if isinstance(one, Numbered) else None
        own.append(Consumed(one.lines[0].number, ""))
        entries.append(Draft(attrs.evolve(task, reference=reference), (*own, *draft.consumed)))
        end = after
    return Taken(tuple(entries), end - at) if entries else None


def _in_next_blocks(fragments: Sequence[Fragment], at: int, label: ActionLabel) -> Taken | None:
    """Read the block after a label alone on its line; after 'Actions' also those after it that name an owner."""
    entries: list[Draft[Entry]] = []
    end = at + 1
    while isinstance(one := fragment_at(fragments, end), Plain):
        is_decision = forms.labelled(one.text) is not None and forms.agreement_under_action(one.text) is None
        if is_decision or action_label(one.text) is not None:
            break
        if entries and not (label.several and owners_in(one.text)):
            break
        draft, used = with_points(one.text, fragments, end + 1)
        own = () if entries else (Consumed(fragments[at].lines[0].number, "label"),)
        entries.append(_outcome(label, draft, one.text, own))
        end += 1 + used
    return Taken(tuple(entries), end - at) if entries else None


def _outcome(label: ActionLabel, draft: Draft[Prose], text: str, own: tuple[Consumed, ...]) -> Draft[Entry]:
    """Return the task, or the decision where the label stands before an agreement."""
    verb = forms.agreement_under_action(text)
    value: Action | Decision = (
        action(label, draft.value, text) if verb is None else Decision(draft.value, verb=verb, label=label.text)
    )
    return Draft(value, (*own, *draft.consumed))
