"""Hypothesis strategies of the whole model, for property tests of renderers, readers, kinds and data files.

Every strategy takes the same two options: `texts`, a strategy of texts that are not blank, to restrict the characters
(what a font has, say); and `restricted`, False to draw nothing that the public may not see. Between them they draw
every field of every class and every member of every enumeration; texts are of every permitted character unless said
otherwise, and some are what a format could take for something else.

::

    @given(meetings(texts=st.text("abc ", min_size=1)))
    def test_every_meeting_has_a_page(meeting): ...

Needs the extra `testing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from hypothesis import strategies as st

from boardminutes.model.correction import Correction
from boardminutes.model.items import Entry, Item, Paper
from boardminutes.model.meeting import Adjournment, Meeting, NextMeeting, PreviousMinutes, Signature
from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.prose import Block, Prose
from boardminutes.model.values import TBC, ItemMark, MeetingMode, MeetingStatus, MinutesStatus, PaperKind
from boardminutes.model.votes import Vote
from boardminutes.testing import _drawn_outcomes as outcomes
from boardminutes.testing import _drawn_people as people
from boardminutes.testing import _drawn_prose as proses
from boardminutes.testing import _drawn_values as values
from boardminutes.testing._drawn_values import Palette, made, members, several

_Texts = st.SearchStrategy[str]


def texts() -> st.SearchStrategy[str]:
    """Return texts that are not blank, of every character that the model permits, perhaps of several lines."""
    return values.default_texts()


def prose(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Prose]:
    """Return prose of one or more blocks."""
    return proses.prose(values.palette(texts, restricted=restricted))


def blocks(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Block]:
    """Return blocks of every class, nested."""
    return proses.blocks(values.palette(texts, restricted=restricted))


def votes(*, texts: _Texts | None = None) -> st.SearchStrategy[Vote]:
    """Return votes."""
    return outcomes.votes(values.palette(texts, restricted=True))


def decisions(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Decision]:
    """Return decisions."""
    return outcomes.decisions(values.palette(texts, restricted=restricted))


def actions(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Action]:
    """Return actions."""
    return outcomes.actions(values.palette(texts, restricted=restricted))


def motions(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Motion]:
    """Return motions, some with amendments."""
    return outcomes.motions(values.palette(texts, restricted=restricted))


def declarations(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Declaration]:
    """Return interests declared."""
    return outcomes.declarations(values.palette(texts, restricted=restricted))


def entries(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Entry]:
    """Return entries of every class."""
    return _entries(values.palette(texts, restricted=restricted))


def papers(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Paper]:
    """Return papers."""
    return _papers(values.palette(texts, restricted=restricted))


def items(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Item]:
    """Return items, some with sub-items; their ids may stand twice, which one meeting does not allow."""
    return _items(values.palette(texts, restricted=restricted))


def attendees(*, texts: _Texts | None = None) -> st.SearchStrategy[Attendee]:
    """Return attendees."""
    return people.attendees(values.palette(texts, restricted=True))


def meetings(*, texts: _Texts | None = None, restricted: bool = True) -> st.SearchStrategy[Meeting]:
    """Return meetings that use any field of the model."""
    drawn = values.palette(texts, restricted=restricted)
    return _meetings(drawn, aware=False) | _meetings(drawn, aware=True)


@values.shared
def _entries(palette: Palette) -> st.SearchStrategy[Entry]:
    return values.either(
        "Entry",
        proses.blocks(palette, 1),
        outcomes.decisions(palette),
        outcomes.actions(palette),
        outcomes.motions(palette),
        outcomes.declarations(palette),
    )


@values.shared
def _corrections(palette: Palette) -> st.SearchStrategy[Correction]:
    return made(Correction, {"text": proses.prose(palette)}, {"item": palette.lines, **proses.restriction(palette)})


@values.shared
def _papers(palette: Palette) -> st.SearchStrategy[Paper]:
    return made(
        Paper,
        {},
        {
            "title": palette.lines,
            "kind": members(PaperKind),
            "media_type": palette.lines,
            "size": palette.lines,
            "url": values.links(),
            "pages": palette.lines,
            "reference": palette.lines,
            "to_follow": st.booleans(),
            **proses.restriction(palette),
        },
    )


@values.shared
def _items(palette: Palette, depth: int = 1) -> st.SearchStrategy[Item]:
    def mend(fields: dict[str, Any]) -> dict[str, Any]:
        kept = dict(fields)
        if "restriction" in kept:
            kept.setdefault("public_title", kept["title"])
        needed = {"urgency": ItemMark.URGENT, "referred_to": ItemMark.REFERRED}
        kept["marks"] = (*kept.get("marks", ()), *(mark for field, mark in needed.items() if field in kept))
        return kept

    below = {"items": several(_items(palette, depth - 1))} if depth else {}
    return made(
        Item,
        {"title": palette.lines, "minutes": st.none() | several(_entries(palette), most=3), **below},
        {
            "number": palette.lines,
            "minute_number": palette.lines,
            "section": palette.lines,
            "presenters": palette.names,
            "planned_presenters": palette.names,
            "time": values.times(),
            "taken_at": values.times(),
            "minutes_planned": values.counts(),
            "marks": several(members(ItemMark)),
            "urgency": palette.texts,
            "referred_to": palette.lines,
            "papers": several(_papers(palette)),
            "unlisted_papers": st.booleans(),
            "agenda": several(proses.blocks(palette, 1)),
            **proses.restriction(palette),
            "public_title": palette.lines,
            "id": palette.lines,
        },
        mend,
    )


@values.shared
def _meetings(palette: Palette, *, aware: bool) -> st.SearchStrategy[Meeting]:
    when, moment = values.whens(aware=aware), values.moments(aware=aware)
    place = palette.lines | st.just(TBC)
    both = {"start": when, "end": when}
    ordered = values.in_order("start", "end")
    adjournments = made(Adjournment, {}, {**both, "reason": palette.texts}, ordered)
    next_meetings = made(NextMeeting, {}, {**both, "venue": place, "body": palette.lines}, ordered)
    previous = made(
        PreviousMinutes,
        {},
        {
            "date": st.dates(),
            "status": members(MinutesStatus),
            "corrections": several(_corrections(palette)),
            "url": values.links(),
            "meeting_id": palette.lines,
        },
    )
    signatures = made(Signature, {}, {"name": palette.lines, "role": palette.lines, "date": st.dates()})
    return made(
        Meeting,
        {"items": several(_items(palette)), "attendees": st.none() | several(people.attendees(palette))},
        {
            "body": palette.lines,
            "title": palette.lines,
            "label": palette.lines,
            "number": palette.lines,
            "year": palette.lines,
            **both,
            "opened": moment,
            "closed": moment,
            "timezone": values.zones(),
            "adjournments": several(adjournments),
            "venue": place,
            "mode": members(MeetingMode),
            "join_url": values.links(),
            "status": members(MeetingStatus),
            "minutes_status": members(MinutesStatus),
            "corrections": several(_corrections(palette)),
            "quorum": values.counts(),
            "chair": palette.lines,
            "contact": people.contacts(palette),
            "declarations": several(outcomes.declarations(palette)),
            "previous_minutes": several(previous),
            "preamble": several(proses.blocks(palette, 1)),
            "closing": several(proses.blocks(palette, 1)),
            "next_meetings": several(next_meetings),
            "signatures": several(signatures),
            "language": values.languages(),
            "url": values.links(),
            "id": palette.lines,
        },
        lambda fields: _distinct(values.in_order("opened", "closed")(ordered(fields))),
    )


def _distinct(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        **fields,
        "attendees": fields["attendees"] and _distinct_attendees(fields["attendees"]),
        "items": _distinct_items(fields["items"], set()),
    }


def _distinct_attendees(drawn: Iterable[Attendee]) -> tuple[Attendee, ...]:
    by_name = {attendee.name: attendee for attendee in drawn}
    return tuple({attendee.id or attendee: attendee for attendee in by_name.values()}.values())


def _distinct_items(drawn: Iterable[Item], seen: set[str | None]) -> tuple[Item, ...]:
    kept = []
    for item in drawn:
        name = None if item.id in seen else item.id
        seen.add(name)
        kept.append(attrs.evolve(item, id=name, items=_distinct_items(item.items, seen)))
    return tuple(kept)
