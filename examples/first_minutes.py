"""The first minutes in Python: a meeting with people, a decision and an action, as a PDF and a Word document.

Run: python examples/first_minutes.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys

import boardminutes as bm

MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),  # noqa: DTZ001 - in this record all times are local
    venue="Custom House, Quay Street",
    attendees=[
        bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", role="Harbour Master", presence=bm.Presence.APOLOGIES),
        bm.Attendee("Cy Reed", presence=bm.Presence.PRESENT, substitute_for="Bo Lund"),
    ],
    items=[
        bm.Item(
            "Dredging plan",
            number="7.",
            presenters=["Ada Obi"],
            minutes=[
                "Members discussed the draft.",
                bm.List(["the depth at the north quay;", "the season in which seals rest on the bar."]),
                bm.Decision("The plan be approved.", verb=bm.Verb.AGREED, number="1"),
                bm.Action("Publish the plan", owners=["Cy Reed"], due=dt.date(2026, 4, 1)),
            ],
        ),
    ],
    next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC)],
)


def main(folder: pathlib.Path) -> None:
    """Write the minutes into *folder*, and print them."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(MEETING, folder / "minutes.pdf")
    bm.write(MEETING, folder / "minutes.docx")
    print(bm.render(MEETING, "txt").decode())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
