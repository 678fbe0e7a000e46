"""One record for other programs: a spreadsheet, a calendar, open data, an archive and a static site.

Run: python examples/open_formats.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
import zoneinfo
from typing import Final

import boardminutes as bm

LONDON: Final = zoneinfo.ZoneInfo("Europe/London")
MEETING: Final = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0, tzinfo=LONDON),
    end=dt.datetime(2026, 3, 5, 12, 0, tzinfo=LONDON),
    timezone="Europe/London",
    venue="Customs House, Old Quay",
    language="en-GB",
    attendees=[
        bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
        bm.Attendee("Tomos Rhys", presence=bm.Presence.APOLOGIES),
    ],
    items=[
        bm.Item(
            "Store",
            number="7.",
            minutes=[
                "Ada Obi told what repairs would cost.",
                bm.Motion(
                    "That the store be sold.",
                    mover="Bo Lund",
                    vote=bm.Vote(in_favour=["Ada Obi", "Bo Lund"], against=0),
                    outcome=bm.MotionOutcome.CARRIED,
                ),
                bm.Action("Ask for a valuation", owners=["Bo Lund"], due=dt.date(2026, 4, 1), reference="A1"),
            ],
        )
    ],
    next_meetings=[bm.NextMeeting(dt.datetime(2026, 5, 7, 10, 0, tzinfo=LONDON), venue="Customs House, Old Quay")],
    url="https://example.org/meetings/2026-03-05",
)


def main(folder: pathlib.Path) -> None:
    """Write the record into *folder* in each of these forms."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(MEETING, folder / "actions.xlsx", kind="actions")
    bm.write(MEETING, folder / "next-meeting-and-tasks.ics")
    bm.write(MEETING, folder / "minutes.akn", country="gb")
    bm.write(MEETING, folder / "open-civic-data.json", format="ocd", kind="agenda-minutes")
    bm.write(MEETING, folder / "popolo.json", format="popolo", kind="votes")
    bm.write(MEETING, folder / "minutes.md", front_matter=True)
    for path in sorted(folder.iterdir()):
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
