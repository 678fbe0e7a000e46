"""Whether those who took part are those who were there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boardminutes.errors import Problem
from boardminutes.linting.attendance import CAME, STAYED_AWAY, is_complete
from boardminutes.linting.findings import Severity
from boardminutes.linting.record import Mention, Record
from boardminutes.linting.rules import Rule
from boardminutes.model._checks import shown
from boardminutes.model.meeting import Meeting
from boardminutes.model.outcomes import Motion
from boardminutes.model.people import Attendee
from boardminutes.model.values import Office, Presence
from boardminutes.model.votes import CastingVote, Tally

_PARTS: Final = {
    (Meeting, "chair"): "chaired",
    (Motion, "mover"): "moved",
    (Motion, "seconder"): "seconded",
    (CastingVote, "person"): "had the casting vote",
    (Tally, "names"): "voted",
}
_VOTES: Final = frozenset({"in_favour", "against", "abstained", "not_voting"})


def _part(mention: Mention) -> str | None:
    """Return what only someone who is there can do and the one who is mentioned did, None for anything else."""
    if isinstance(mention.node.value, Tally) and mention.node.step not in _VOTES:
        return None
    return _PARTS.get((type(mention.node.value), mention.field))


def _for_part_only(attendee: Attendee) -> bool:
    """Tell whether someone may have come for a part of the meeting."""
    return bool(attendee.arrived or attendee.left or attendee.items or attendee.per_item)


def _standing_in(record: Record) -> Iterator[Problem]:
    for node in record.every(Attendee):
        attendee = node.value
        if attendee.presence in STAYED_AWAY or _for_part_only(attendee):
            continue
        stands_for = [] if attendee.substitute_for is None else [("substitute_for", attendee.substitute_for)]
        stands_for.extend((f"proxy_for[{index}]", name) for index, name in enumerate(attendee.proxy_for))
        for step, name in stands_for:
            other = record.roll.attendee(name)
            if other is not None and other.presence in CAME and not _for_part_only(other):
                yield Problem(node.path(step), f"{shown(attendee.name)} stands in for {shown(name)}, who was there")


def _absent_and_active(record: Record) -> Iterator[Problem]:
    for node in record.every(Attendee):
        for field in ("arrived", "left"):
            if node.value.presence in STAYED_AWAY and getattr(node.value, field) is not None:
                yield Problem(node.path(field), f"{shown(node.value.name)} was not there, and {field}")
    for mention in record.mentions:
        presented = mention.field == "presenters"
        did = "presented" if presented else _part(mention)
        attendee = record.roll.attendee(mention.name) if did else None
        if attendee is None or attendee.presence not in STAYED_AWAY:
            continue
        came_for = (one for one in attendee.per_item if one.presence in CAME)
        if not any(record.covers(one.item, mention.node.at) for one in came_for):
            said = "sent apologies" if attendee.presence is Presence.APOLOGIES else "was absent"
            yield Problem(mention.path, f"{shown(mention.name)} {said}, and {did}")


def _not_listed(record: Record) -> Iterator[Problem]:
    if not is_complete(record):
        return
    offices = {office.value for office in Office}
    seen: set[str] = set()
    for mention in record.mentions:
        did = _part(mention)
        words = mention.name.casefold().removeprefix("the ").split()
        if did is None or mention.name in seen or len(words) == 1 or set(words) & {*offices, "mayor", "leader"}:
            continue  # 'the Mayor' is an office, and a single word may be one
        seen.add(mention.name)
        roll = record.roll
        if not roll.may_mean_someone(mention.name) and not roll.written_otherwise(mention.name):
            yield Problem(mention.path, f"{shown(mention.name)} {did}, and is not among the attendees")


RULES: Final = (
    Rule(
        "BM203",
        "substitute-for-someone-present",
        Severity.ERROR,
        _standing_in,
        finds="A substitute or proxy for someone who was there. Whoever came for a part of the meeting, or stands in "
        "for someone who did, is left alone.",
        why="Two people had one seat, or one of the two was not there: the list of those present, the quorum and the "
        "votes hang on it.",
        hint="correct the presence of one of the two, or take out the substitute",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
        bm.Attendee("Cy Reed", presence=bm.Presence.PRESENT, substitute_for="Bo Lund"),
    ],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[
        bm.Attendee("Bo Lund", presence=bm.Presence.APOLOGIES),
        bm.Attendee("Cy Reed", presence=bm.Presence.PRESENT, substitute_for="Bo Lund"),
    ],
)
""",
    ),
    Rule(
        "BM205",
        "absent-and-took-part",
        Severity.ERROR,
        _absent_and_active,
        finds="Someone who sent apologies or was absent, and chaired, presented, moved, seconded, voted, arrived or "
        "left. Whoever was there for the item, as `per_item` says, is left alone.",
        why="The record contradicts itself, and a decision may be challenged for it.",
        hint="correct the presence of the attendee, or the name of the one who took part",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Bo Lund", presence=bm.Presence.APOLOGIES)],
    items=[bm.Item("Tides", number="7.", presenters=["Bo Lund"], minutes="The tables were shown.")],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Bo Lund", presence=bm.Presence.REMOTE)],
    items=[bm.Item("Tides", number="7.", presenters=["Bo Lund"], minutes="The tables were shown.")],
)
""",
    ),
    Rule(
        "BM206",
        "part-by-someone-not-listed",
        Severity.WARNING,
        _not_listed,
        finds="Someone who chaired, moved, seconded or voted, and whose name is no attendee's, although the attendees "
        "say who was there. An office ('the Mayor') and a surname that an attendee bears are left alone.",
        why="The list of those present is not whole, or the name is wrong.",
        hint="list the person among the attendees, or correct the name",
        bad="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    chair="Ada Obi",
    attendees=[bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT)],
)
""",
        good="""
bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    chair="Ada Obi",
    attendees=[
        bm.Attendee("Ada Obi", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
    ],
)
""",
    ),
)
