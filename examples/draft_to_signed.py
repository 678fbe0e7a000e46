"""Take one meeting from the summons over the draft and the agreed minutes to those that are signed.

Run: python examples/draft_to_signed.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys

import attrs

import boardminutes as bm
from boardminutes.kinds.agenda import Agenda
from boardminutes.kinds.minutes import Minutes

SUMMONS = "Members of the board are summoned to the meeting below, to settle the business that is set out overleaf."
NOTES = bm.Prose(
    [
        bm.Subheading("Access"),
        "There is a lift at the quay entrance, and a hearing loop in the room.",
        bm.Subheading("Filming"),
        "The meeting is filmed. Tell the clerk beforehand if you do not wish to be seen.",
    ]
)

PLANNED = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),  # noqa: DTZ001 - local time; its zone is not known
    venue="Customs House, Old Quay",
    join_url="https://harbour.example/watch",
    contact=bm.Contact("Mirela Stan", role="Clerk", email="clerk@harbour.example"),
    chair="Ada Obi",
    attendees=[
        bm.Attendee("Ada Obi", office=bm.Office.CHAIR, category=bm.Category.MEMBER),
        bm.Attendee("Bo Lund", category=bm.Category.MEMBER),
        bm.Attendee("Mirela Stan", role="Clerk", category=bm.Category.OFFICER),
    ],
    items=[
        bm.Item("Minutes of the last meeting", number="1.", papers=[bm.Paper("Minutes", pages="3-6")]),
        bm.Item(
            "Dredging plan",
            number="2.",
            marks=[bm.ItemMark.URGENT],
            urgency="The licence for dredging ends on 31 May.",
            papers=[bm.Paper("Draft plan", pages="7-12"), bm.Paper("Survey of the sea bed", to_follow=True)],
        ),
        bm.Item("Sale of the east quay", number="3.", public_title="Land", restriction="commercial confidence"),
    ],
)


def held() -> bm.Meeting:
    """Return the meeting with what happened, as a draft."""
    first, plan, land = PLANNED.items
    decision = bm.Decision("The plan be approved.", verb=bm.Verb.AGREED)
    action = bm.Action("Publish the plan", owners=["Bo Lund"], due=dt.date(2026, 4, 1))
    return attrs.evolve(
        PLANNED,
        minutes_status=bm.MinutesStatus.DRAFT,
        attendees=[attrs.evolve(one, presence=bm.Presence.PRESENT) for one in PLANNED.attendees or ()],
        items=[
            attrs.evolve(first, minutes="The minutes of the last meeting were agreed."),
            attrs.evolve(plan, minutes=["Members went through the draft.", decision, action]),
            land,
        ],
    )


def main(folder: pathlib.Path) -> None:
    """Write each stage into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(PLANNED, folder / "1-agenda.pdf", kind=Agenda(summons=SUMMONS, notes=NOTES, front_sheet=True))
    bm.write(PLANNED, folder / "1-agenda.docx", kind=Agenda(summons=SUMMONS, notes=NOTES, front_sheet=True))

    draft = held()
    bm.write(draft, folder / "2-draft.docx", line_numbers=True)
    bm.write(draft, folder / "2-draft.pdf", line_numbers=True)

    agreed = attrs.evolve(
        draft,
        minutes_status=bm.MinutesStatus.AGREED_AS_AMENDED,
        corrections=[bm.Correction("The licence ends on 30 May, not 31 May.", item="2")],
    )
    bm.write(agreed, folder / "3-agreed.pdf", kind=Minutes(signature=True), first_page=37, initials=True)
    bm.write(agreed, folder / "3-agreed.docx", kind=Minutes(signature=True), first_page=37, initials=True)

    signed = attrs.evolve(
        agreed,
        minutes_status=bm.MinutesStatus.SIGNED,
        signatures=[bm.Signature("Ada Obi", role="Chair", date=dt.date(2026, 4, 2))],
    )
    bm.write(signed, folder / "4-signed.pdf", first_page=37)
    for path in sorted(folder.glob("[1-4]-*")):
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
