"""Decisions, actions, motions, votes and declarations as panels."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from boardminutes.document import Fact, NestedBlock, Panel, PanelBlock, PanelRole, Points, Text, TextRole
from boardminutes.kinds._labels import headed, labelled, led_by
from boardminutes.kinds._leads import names
from boardminutes.kinds._people import item_name
from boardminutes.kinds._voice import Voice, joined, merged
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Action, Decision, Declaration, Due, MeetingReference, Motion
from boardminutes.model.prose import Span
from boardminutes.model.values import (
    ActionStatus,
    InterestConduct,
    InterestKind,
    MotionOutcome,
    ToBeConfirmed,
    Verb,
    VoteMethod,
    VoteOption,
)
from boardminutes.model.votes import Tally, Vote
from boardminutes.wording import Message, Phrase, messages

OWNER = Message("Owner", plural="Owners")
VERBS = messages(
    {
        Verb.RESOLVED: "Resolved",
        Verb.AGREED: "Agreed",
        Verb.APPROVED: "Approved",
        Verb.NOTED: "Noted",
        Verb.NOTED_WITH_THANKS: "Noted with thanks",
        Verb.RECEIVED: "Received",
        Verb.ENDORSED: "Endorsed",
        Verb.RECOMMENDED: "Recommended",
        Verb.REFERRED: "Referred",
        Verb.DEFERRED: "Deferred",
        Verb.REJECTED: "Rejected",
    },
    context="decision",
)
STATUSES = messages(
    {
        ActionStatus.OPEN: "open",
        ActionStatus.IN_PROGRESS: "in progress",
        ActionStatus.DONE: "done",
        ActionStatus.CARRIED_FORWARD: "carried forward",
        ActionStatus.WITHDRAWN: "withdrawn",
    },
    context="action",
)
OUTCOMES = messages(
    {
        MotionOutcome.CARRIED: "carried",
        MotionOutcome.LOST: "lost",
        MotionOutcome.WITHDRAWN: "withdrawn",
        MotionOutcome.TABLED: "tabled",
        MotionOutcome.DEFERRED: "deferred",
    },
    context="motion",
)
METHODS = messages(
    {
        VoteMethod.SHOW_OF_HANDS: "by a show of hands",
        VoteMethod.RECORDED: "recorded vote",
        VoteMethod.BALLOT: "by ballot",
        VoteMethod.ELECTRONIC: "electronic vote",
        VoteMethod.UNANIMOUS: "unanimous",
        VoteMethod.WITHOUT_DISSENT: "without dissent",
    },
    context="vote",
)
OPTIONS = messages(
    {
        "in_favour": "In favour",
        "against": "Against",
        "abstained": "Abstained",
        "absent": "Absent",
        "not_voting": "Not voting",
        "recused": "Recused",
    },
    context="vote",
)
CASTING = messages({VoteOption.IN_FAVOUR: "in favour", VoteOption.AGAINST: "against"}, context="vote")
INTERESTS = messages(
    {
        InterestKind.PECUNIARY: "pecuniary interest",
        InterestKind.PERSONAL: "personal interest",
        InterestKind.OTHER: "other interest",
    }
)
CONDUCTS = messages(
    {
        InterestConduct.LEFT: "left the meeting for this item",
        InterestConduct.STAYED: "stayed and took part",
        InterestConduct.SPOKE_ONLY: "spoke and did not vote",
        InterestConduct.DISPENSATION: "took part under a dispensation",
    }
)
DECISION = Message("Decision")
AMENDMENT = Message("Amendment")
ACTION = Message("Action")
MOTION = Message("Motion")
_ACTIONS = (ACTION, Message("Actions"))


def decision_panel(
    voice: Voice, decision: Decision, leads: tuple[str, ...] = (), extra: tuple[Fact, ...] = ()
) -> Panel:
    """Return a decision; *leads* are the paragraphs that led to it: a topic or label that they say is not repeated."""
    label, blocks = headed(
        voice, decision.label, _decided(decision), leads, voice.nested(decision.text.blocks), number=decision.number
    )
    topic = decision.topic
    if topic is not None and any(names(lead, topic) for lead in leads):
        topic = None
    return Panel(
        PanelRole.DECISION,
        label,
        blocks,
        number=number_span(voice, decision.number),
        facts=(
            *extra,
            *voice.fact("Topic", topic),
            *voice.prose_fact("Subject to", decision.subject_to),
            *voice.prose_fact("Reasons", decision.reasons),
            *voice.prose_fact("Alternatives considered", decision.alternatives),
            *voice.fact("Taken by", decision.taken_by),
            *voice.said("Key decision", yes_no(voice, decision.key)),
            *vote_facts(voice, decision.vote),
            *restricted_facts(voice, decision),
        ),
    )


def decision_text(voice: Voice, decision: Decision) -> tuple[NestedBlock, ...]:
    """Return what was decided, led by its label, for a place that has no label of its own."""
    blocks = voice.nested(decision.text.blocks)
    return labelled(voice, decision.label, _decided(decision), (), blocks, number=decision.number)


def action_text(voice: Voice, action: Action) -> tuple[NestedBlock, ...]:
    """Return what is to be done, led by its label, for a place that has no label of its own."""
    return labelled(voice, action.label, _ACTIONS, (), voice.nested(action.text.blocks), number=action.reference)


def _decided(decision: Decision) -> tuple[Phrase, ...]:
    return (DECISION,) if decision.verb is None else (VERBS[decision.verb], DECISION)


def action_panel(voice: Voice, action: Action) -> Panel:
    """Return an action with its owner and when it is due."""
    label, blocks = headed(voice, action.label, _ACTIONS, (), voice.nested(action.text.blocks), number=action.reference)
    return Panel(
        PanelRole.ACTION,
        label,
        blocks,
        number=number_span(voice, action.reference),
        facts=(
            *owner_facts(voice, action.owners),
            *due_facts(voice, action.due),
            *voice.fact("To", action.recipient),
            *voice.said("Status", None if action.status is None else voice.words(STATUSES[action.status])),
            *voice.told("From", origin_spans(voice, action)),
            *update_facts(voice, action),
            *restricted_facts(voice, action),
        ),
    )


def motion_panels(voice: Voice, motion: Motion, leads: tuple[str, ...] = (), name: Phrase = MOTION) -> Iterator[Panel]:
    """Yield a motion with its amendments and vote, then the decision that followed.

    A decision in the very words of its motion is printed once, with mover, seconder and vote.
    """
    movers = (*voice.fact("Moved by", motion.mover), *voice.fact("Seconded by", motion.seconder))
    outcome = None if motion.outcome is None else voice.words(OUTCOMES[motion.outcome])
    settled = (*vote_facts(voice, motion.vote), *voice.said("Outcome", outcome))
    decision = motion.decision
    if decision is not None and _says_the_same(motion, decision):
        yield decision_panel(voice, decision, leads, (*restricted_facts(voice, motion), *movers, *settled))
        return
    label, blocks = headed(voice, motion.label, (name,), leads, voice.nested(motion.text.blocks), number=motion.number)
    inside: list[PanelBlock] = [*blocks]
    if motion.amendments and movers:
        inside.append(Points(tuple((_in_one_line(voice, fact),) for fact in movers)))
        movers = ()
    for amendment in motion.amendments:
        inside.extend(motion_panels(voice, amendment, leads, AMENDMENT))
    yield Panel(
        PanelRole.MOTION,
        label,
        tuple(inside),
        number=number_span(voice, motion.number),
        facts=(*movers, *settled, *restricted_facts(voice, motion)),
    )
    if decision is not None:
        yield decision_panel(voice, decision, leads)


def _says_the_same(motion: Motion, decision: Decision) -> bool:
    alike = motion.number in {None, decision.number} and motion.label in {None, decision.label}
    return decision.text == motion.text and alike and not motion.amendments


def _in_one_line(voice: Voice, fact: Fact) -> Text:
    spans = tuple(span for block in fact.blocks if isinstance(block, Text) for span in block.spans)
    return Text(voice.labelled((Span(fact.label),), spans), role=TextRole.ASIDE)


def declaration_panel(voice: Voice, meeting: Meeting, declaration: Declaration) -> Panel:
    """Return an interest that someone declared."""
    person = (attrs.evolve(voice.span(declaration.person), strong=True),)
    nature = () if declaration.nature is None else voice.nested(declaration.nature.blocks)
    item = None if declaration.item is None else item_name(meeting, declaration.item)
    interest = None if declaration.interest is None else voice.words(INTERESTS[declaration.interest])
    conduct = None if declaration.conduct is None else voice.words(CONDUCTS[declaration.conduct])
    return Panel(
        PanelRole.DECLARATION,
        voice.words("Declaration of interest"),
        led_by(person, nature, voice.labelled),
        facts=(
            *voice.fact("Item", item),
            *voice.said("Interest", interest),
            *voice.said("Conduct", conduct),
            *restricted_facts(voice, declaration),
        ),
    )


def vote_facts(voice: Voice, vote: Vote | None) -> Iterator[Fact]:
    """Yield what is known of a vote: how it was taken, the counts, the names, the casting vote."""
    if vote is None:
        return
    words = voice.words
    tallies = [(_count(voice, OPTIONS[option], tally), tally) for option, tally in vote.tallies()]
    if any(tally.names for _, tally in tallies):
        points: tuple[NestedBlock, ...] = (Points(tuple((Text(_tally(voice, *one)),) for one in tallies)),)
    elif tallies:
        points = (Text(merged(joined("; ", [count for count, _ in tallies]))),)
    else:
        points = ()
    method = () if vote.method is None else (Text((Span(words(METHODS[vote.method])),)),)
    if points or method:
        yield Fact(words("Vote"), (*points, *method))
    yield from voice.fact("Majority needed", vote.required_majority)
    if vote.casting_vote is not None:
        how = voice.say(CASTING[vote.casting_vote.option])
        yield Fact(words("Casting vote"), (Text(joined(", ", [voice.own(vote.casting_vote.person), (how,)])),))


def _count(voice: Voice, option: Message, tally: Tally) -> tuple[Span, ...]:
    return voice.labelled((voice.say(option),), (Span(str(tally.count)),))


def _tally(voice: Voice, count: tuple[Span, ...], tally: Tally) -> tuple[Span, ...]:
    return (*count, Span(" ("), voice.span(", ".join(tally.names)), Span(")")) if tally.names else count


def due_facts(voice: Voice, due: Due | None) -> Iterator[Fact]:
    """Yield when something is due, unless it is not known."""
    if isinstance(due, MeetingReference):
        yield from voice.told("Due", meeting_spans(voice, due))
    elif isinstance(due, str):
        yield from voice.fact("Due", due)
    else:
        yield from voice.told("Due", voice.when(due))


def meeting_spans(voice: Voice, meeting: MeetingReference) -> tuple[Span, ...]:
    """Return in words which meeting is meant."""
    body = None if meeting.body is None or meeting.body in meeting.text else meeting.body
    told = ", ".join(part for part in (meeting.text, body) if part is not None)
    return joined(", ", [(voice.span(told),), voice.when(meeting.date)])


def owner_facts(voice: Voice, owners: tuple[str, ...] | ToBeConfirmed | None) -> Iterator[Fact]:
    """Yield who is to do an action, unless that is not known."""
    if owners is None:
        return
    if isinstance(owners, ToBeConfirmed):
        yield from voice.said(OWNER, voice.words("to be confirmed"))
    elif owners:
        yield Fact(voice.words(OWNER, len(owners)), (Text(voice.listed(owners)),))
    else:
        yield from voice.said(OWNER, voice.words("nobody"))


def origin_spans(voice: Voice, action: Action) -> tuple[Span, ...]:
    """Return from which meeting and item an action comes, as far as that is told."""
    meeting = () if action.origin is None else meeting_spans(voice, action.origin)
    item = action.origin_item
    named = () if item is None else voice.sentence("item {item}", item=voice.own(item))
    return joined(", ", [meeting, named])


def update_facts(voice: Voice, action: Action) -> Iterator[Fact]:
    """Yield what was said of an action later, unless nothing was."""
    if not action.updates:
        return
    points = []
    for update in action.updates:
        where = () if update.meeting is None else meeting_spans(voice, update.meeting)
        status = () if update.status is None else (voice.say(STATUSES[update.status]),)
        told = joined(", ", [where, status])
        lead = (Text(voice.sentence("{label}:", label=told)),) if told else ()
        points.append((*lead, *voice.nested(update.text.blocks)))
    yield Fact(voice.words("Updates"), (Points(tuple(points)),))


def restricted_facts(voice: Voice, outcome: Decision | Action | Motion | Declaration) -> Iterator[Fact]:
    """Yield that the public may not see an outcome, and why; nothing where it may."""
    if outcome.restriction is not None:
        yield from voice.said("Restricted", voice.words("not for publication"))
        yield from voice.restriction_facts(outcome.restriction)


def number_span(voice: Voice, number: str | None) -> Span | None:
    """Return a printed number as a run."""
    return None if number is None else voice.span(number)


def yes_no(voice: Voice, value: bool | None) -> str | None:  # noqa: FBT001 - the value itself, not an option
    """Return yes or no in words, or None where that is not known."""
    return None if value is None else voice.words("yes" if value else "no")
