"""A meeting whose texts look like mark-up, template code, paths and formulas."""

from __future__ import annotations

import datetime as dt

from boardminutes.model.items import Entry, Item, Paper
from boardminutes.model.meeting import Meeting, NextMeeting
from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, MeetingReference, Motion
from boardminutes.model.people import Attendee
from boardminutes.model.values import MotionOutcome
from boardminutes.model.votes import Vote
from boardminutes.testing._hostile import HOSTILE_TEXTS

_DAY = dt.date(2026, 5, 7)


def hostile_meeting() -> Meeting:
    """Return a meeting with every hostile text in every place where people and programs look for the meeting's own."""
    lines = [" ".join(text.split()) for text in HOSTILE_TEXTS]
    names = list(dict.fromkeys(lines))
    return Meeting(
        body=lines[0],
        title=lines[1],
        start=_DAY,
        timezone="Europe/London",
        venue=lines[2],
        attendees=[Attendee(name, role=name, organisation=name) for name in names],
        items=[
            Item(line, number=line, section=line, presenters=[line], papers=[Paper(line)], minutes=_entries(text, line))
            for text, line in zip(HOSTILE_TEXTS, lines, strict=True)
        ],
        next_meetings=[NextMeeting(_DAY, venue=line, body=line) for line in lines],
    )


def _entries(text: str, line: str) -> list[Entry | str]:
    vote = Vote(in_favour=[line], against=2, required_majority=line)
    return [
        text,
        Decision(text, number=line, topic=line, vote=vote),
        Action(
            text, owners=[line], due=line, recipient=line, reference=line, updates=[ActionUpdate(text)],
            origin=MeetingReference(line),
        ),
        Motion(text, number=line, mover=line, seconder=line, vote=vote, outcome=MotionOutcome.CARRIED),
        Declaration(line, text),
    ]  # fmt: skip
