"""Decisions in their three dresses: a plain sentence, numbered agreements, a label such as 'RESOLVED –'."""

from __future__ import annotations

from collections.abc import Sequence

from boardminutes.model.items import Entry
from boardminutes.model.outcomes import Decision
from boardminutes.model.values import Verb
from boardminutes.model.votes import Vote
from boardminutes.readers import Consumed
from boardminutes.readers.moderngov import forms
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import Bullet, Fragment, Numbered, Plain, point_end, split_number
from boardminutes.readers.moderngov.lines import one_line
from boardminutes.readers.moderngov.marking import paragraph
from boardminutes.readers.moderngov.motions import moving
from boardminutes.readers.moderngov.taken import Taken, fragment_at, prose, with_points
from boardminutes.readers.moderngov.votes import vote_in

_VOTES = ("(vot", "vot", "(for", "for:", "[vot")


def plain_decision(fragments: Sequence[Fragment], at: int) -> Taken | None:
    """Read a sentence of one of the plain forms ('The report was noted.')."""
    text = fragments[at].text
    form = forms.plain_form(text)
    if form is None:
        return None
    thanks = form.verb is Verb.NOTED and "noted with thanks" in " ".join(text.split())
    draft, used = with_points(text, fragments, at + 1)
    decision = Decision(draft.value, verb=Verb.NOTED_WITH_THANKS if thanks else form.verb)
    return Taken((Draft(decision, draft.consumed),), 1 + used)


def numbered_agreements(fragments: Sequence[Fragment], at: int) -> Taken | None:
    """Read 'With regard to X, it was agreed that –' and the numbered agreements after it."""
    text = fragments[at].text
    lead = forms.numbered_agreement(text)
    if lead is None or not isinstance(fragment_at(fragments, at + 1), Numbered):
        return None
    numbered = _numbered(fragments, at + 1, lead)
    return Taken((Draft(paragraph(text, fragments[at].lines)), *numbered.entries), 1 + numbered.used)


def _numbered(fragments: Sequence[Fragment], at: int, lead: forms.LeadIn) -> Taken:
    """Return one decision for each number of the style of the first; other points belong to the decision before."""
    style = _style(fragments[at])
    made: list[Draft[Entry]] = []
    begin = at
    while begin < len(fragments) and _style(point := fragments[begin]) == style and isinstance(point, Numbered):
        end = begin + 1
        while end < len(fragments) and not isinstance(fragments[end], Plain) and _style(fragments[end]) != style:
            end += 1
        draft = prose(point.text, fragments[begin + 1 : end], point.lines)
        decision = Decision(
            draft.value,
            verb=lead.verb,
            number=point.mark,
            label=lead.label,
            topic=lead.topic,
            vote=vote_in(lead.label),
        )
        own = Consumed(point.lines[0].number, "number" if len(point.lines) > 1 else "")
        made.append(Draft(decision, (own, *draft.consumed)))
        begin = end
    return Taken(tuple(made), begin - at)


def _style(fragment: Fragment) -> str:
    if not isinstance(fragment, Numbered):
        return ""
    kind = "9" if any(sign.isdigit() for sign in fragment.mark) else "a"
    return f"{fragment.level}{kind}" + "".join(sign for sign in fragment.mark if not sign.isalnum())


def labelled_decisions(fragments: Sequence[Fragment], at: int) -> Taken | None:
    """Read 'RESOLVED – that …' in its spellings, with the text, points or numbered decisions after it."""
    found = forms.labelled(fragments[at].text)
    if found is None:
        return None
    line = fragments[at].lines[0].number
    before: tuple[Draft[Entry], ...] = ()
    if found.before:
        before = (Draft(paragraph(found.before, fragments[at].lines), (Consumed(line, ""),)),)
    if not forms.is_bare(found.rest):
        taken = _in_one_line(fragments, at, found)
    else:
        following = fragment_at(fragments, at + 1)
        label = one_line(f"{found.label} {found.rest}")
        if not isinstance(following, Plain | Bullet | Numbered):
            return None
        if isinstance(following, Numbered):
            numbered = _numbered(fragments, at + 1, forms.LeadIn(label, found.verb))
            taken = Taken((Draft(paragraph(label, fragments[at].lines)), *numbered.entries), 1 + numbered.used)
        elif isinstance(following, Bullet):
            taken = _bulleted(fragments, at, label, found.verb)
        else:
            taken = _paragraphs(fragments, at, label, found.verb)
    return Taken((*before, *taken.entries), taken.used)


def _in_one_line(fragments: Sequence[Fragment], at: int, found: forms.Labelled) -> Taken:
    number, text = split_number(found.rest) or ("", "")
    draft, used = with_points(text or found.rest, fragments, at + 1)
    decision = Decision(
        draft.value,
        verb=found.verb,
        label=found.label,
        number=number if text else None,
        vote=vote_in(found.label) or _vote_around(fragments, at, 1 + used),
    )
    own = Consumed(fragments[at].lines[0].number, "")
    first: Draft[Entry] = Draft(decision, (own, *draft.consumed))
    if text and isinstance(fragment_at(fragments, at + 1 + used), Numbered):
        more = _numbered(fragments, at + 1 + used, forms.LeadIn(found.label, found.verb))
        return Taken((first, *more.entries), 1 + used + more.used)
    return Taken((first,), 1 + used)


def _bulleted(fragments: Sequence[Fragment], at: int, label: str, verb: Verb) -> Taken:
    end = at + 1
    while isinstance(fragment_at(fragments, end), Bullet):
        end = point_end(fragments, end)
    draft = prose(None, fragments[at + 1 : end])
    decision = Decision(draft.value, verb=verb, label=label, vote=vote_in(label))
    own = Consumed(fragments[at].lines[0].number, "label")
    return Taken((Draft(decision, (own, *draft.consumed)),), end - at)


def _paragraphs(fragments: Sequence[Fragment], at: int, label: str, verb: Verb) -> Taken:
    """Read the paragraphs after a label that stands alone: the first, and those that begin with 'That'."""
    made: list[Draft[Entry]] = []
    end = at + 1
    while isinstance(one := fragment_at(fragments, end), Plain):
        if made and not one.text.casefold().startswith("that "):
            break
        draft, used = with_points(one.text, fragments, end + 1)
        vote = None if made else vote_in(label) or _vote_around(fragments, at, end + 1 + used - at)
        own = () if made else (Consumed(fragments[at].lines[0].number, "label"),)
        decision = Decision(draft.value, verb=verb, label=label, vote=vote)
        made.append(Draft(decision, (*own, *draft.consumed)))
        end += 1 + used
    return Taken(tuple(made), end - at)


def _vote_around(fragments: Sequence[Fragment], at: int, used: int) -> Vote | None:
    """Return the vote that the paragraph before a decision tells of, or the one in the paragraph after it."""
    before = fragments[at - 1] if at else None
    if isinstance(before, Plain) and moving(before.text) is None:
        vote = vote_in(before.text)
        if vote is not None and vote.in_favour is not None:
            return vote
    after = fragment_at(fragments, at + used)
    if isinstance(after, Plain) and after.text.casefold().startswith(_VOTES):
        return vote_in(after.text)
    return None
