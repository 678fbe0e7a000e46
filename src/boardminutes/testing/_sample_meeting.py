"""One rich meeting of invented people, which fills every field of the model at least once."""

from __future__ import annotations

import datetime as dt

from boardminutes.model.correction import Correction
from boardminutes.model.meeting import Adjournment, Meeting, NextMeeting, PreviousMinutes, Signature
from boardminutes.model.outcomes import Declaration
from boardminutes.model.people import Attendee, Contact, ItemAttendance
from boardminutes.model.prose import (
    Prose,
    Restricted,
)
from boardminutes.model.values import (
    TBC,
    Category,
    InterestKind,
    MeetingMode,
    MeetingStatus,
    MinutesStatus,
    Office,
    Presence,
)
from boardminutes.testing._sample_items import CANARY, sample_items

_ZONE = dt.timezone(dt.timedelta(hours=1))


def sample_meeting() -> Meeting:
    """Return a meeting that holds every kind of entry, block and person, and restricted matter marked by CANARY."""
    return Meeting(
        id="hpb-2026-05",
        body="Harbour Partnership Board",
        title="Spring meeting",
        label="Agenda and draft minutes",
        number="4",
        year="2025/26",
        start=dt.datetime(2026, 5, 7, 10, 0, tzinfo=_ZONE),
        end=dt.datetime(2026, 5, 7, 12, 30, tzinfo=_ZONE),
        opened=dt.datetime(2026, 5, 7, 10, 4, tzinfo=_ZONE),
        closed=dt.datetime(2026, 5, 7, 12, 41, tzinfo=_ZONE),
        timezone="Europe/London",
        adjournments=[
            Adjournment(
                dt.datetime(2026, 5, 7, 11, 5, tzinfo=_ZONE),
                end=dt.datetime(2026, 5, 7, 11, 20, tzinfo=_ZONE),
                reason="The fire alarm was tested.",
            )
        ],
        venue="Customs House, Old Quay",
        mode=MeetingMode.HYBRID,
        join_url="https://example.org/join?room=4&code=a",
        status=MeetingStatus.HELD,
        minutes_status=MinutesStatus.DRAFT,
        corrections=[
            "Mirela Stan was present throughout.",
            Correction("The estimate was for May, not for March.", item="7"),
            Correction(f"Two posts, not three, {CANARY}.", item="hpb-4-staffing"),
            Correction(f"A sum was left out, {CANARY}.", item="7", restriction="paragraph 3"),
            Prose(Restricted(f"A name was misspelt, {CANARY}.", restriction="paragraph 2")),
        ],
        quorum=5,
        chair="Ada Obi",
        contact=Contact("Mirela Stan", role="Clerk", email="clerk@example.org", phone="01632 960 001"),
        attendees=_attendees(),
        declarations=[
            Declaration("Tomos Rhys", "Owns a mooring in the harbour.", interest=InterestKind.PERSONAL, item="7"),
            Declaration("Ines Faria", f"A matter of health, {CANARY}.", restriction="paragraph 1"),
        ],
        previous_minutes=[
            PreviousMinutes(
                dt.date(2026, 3, 5),
                status=MinutesStatus.AGREED_AS_AMENDED,
                corrections=[
                    Correction("Under item 3, 'north pier' should read 'south pier'.", item="3"),
                    Correction("The fender is of rubber.", item="5"),
                ],
                url="https://example.org/minutes/2026-03-05",
                meeting_id="hpb-2026-03",
            ),
            PreviousMinutes(dt.date(2026, 1, 8), status=MinutesStatus.SIGNED),
        ],
        preamble=["The Chair welcomed everybody.", Restricted(f"Security arrangements, {CANARY}.")],
        items=sample_items(),
        closing="The meeting closed with thanks to the staff of the Customs House.",
        next_meetings=[
            NextMeeting(
                dt.datetime(2026, 7, 9, 10, 0, tzinfo=_ZONE),
                end=dt.datetime(2026, 7, 9, 12, 0, tzinfo=_ZONE),
                venue=TBC,
            ),
            NextMeeting(dt.date(2026, 9, 10), body="Harbour Users Forum"),
            NextMeeting(TBC),
        ],
        signatures=[Signature("Ada Obi", role="Chair", date=dt.date(2026, 7, 9)), Signature()],
        language="en-GB",
        url="https://example.org/meetings/4",
    )


def _attendees() -> list[Attendee]:
    return [
        Attendee(
            "Ada Obi", role="Chair", presence=Presence.PRESENT, category=Category.MEMBER, office=Office.CHAIR,
            party="Independent", ward="Old Quay", voting=True, id="ada",
        ),
        Attendee(
            "Bo Lund", role="Vice-Chair", presence=Presence.REMOTE, planned=Presence.PRESENT, office=Office.VICE_CHAIR,
            category=Category.MEMBER, representing="Port Users", voting=True, proxy_for=["Hedda Moe"],
            per_item=[ItemAttendance("8", presence=Presence.ABSENT, role="Declared an interest", voting=False)],
        ),
        Attendee(
            "Capt. Ines Faria", organisation="Pilotage Service", presence=Presence.PRESENT, category=Category.CO_OPTED,
            arrived=dt.time(10, 20), left="hpb-4-staffing", voting=False,
        ),
        Attendee(
            "Rory Quayle (Deputy)", substitute_for="Hedda Moe", presence=Presence.PRESENT, category=Category.MEMBER,
        ),
        Attendee("Hedda Moe", presence=Presence.APOLOGIES, planned=Presence.APOLOGIES),
        Attendee("Tomos Rhys", presence=Presence.PRESENT, category=Category.OBSERVER),
        Attendee("Wanda Żak", role="Engineer", presence=Presence.PRESENT, category=Category.GUEST, items=["7"]),
        Attendee("Mirela Stan", role="Clerk", presence=Presence.PRESENT, category=Category.OFFICER),
        Attendee("Owen Pugh", presence=Presence.ABSENT, planned=Presence.PRESENT),
        Attendee("A resident of Old Quay", category=Category.PUBLIC),
    ]  # fmt: skip
