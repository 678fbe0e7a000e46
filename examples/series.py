"""Follow a board over three meetings: what is open and since when, what is doubtful, and the next agenda.

Run: python examples/series.py [FOLDER], which takes the records in FOLDER/minutes, or begins with some of its own.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

import boardminutes as bm

BOARD: Final = "Harbour Partnership Board"
STANDING: Final = ("Welcome and apologies", "Declarations of interest", "Minutes of the last meeting", "Harbour works")


def meeting(day: dt.date, first: int, *actions: bm.Action, after: dt.date) -> bm.Meeting:
    """Return a record whose items are numbered from *first*, and which announces the meeting *after* it."""
    titles = [*STANDING, "Any other business", "Date of next meeting"]
    minutes = {"Harbour works": actions}
    return bm.Meeting(
        body=BOARD,
        year="2025/26",
        start=day,
        language="en-GB",
        status=bm.MeetingStatus.HELD,
        minutes_status=bm.MinutesStatus.DRAFT,
        attendees=[bm.Attendee("Ada Obi", role="Chair"), bm.Attendee("Bo Lund")],
        items=[
            bm.Item(title, number=f"{first + at}.", minutes=minutes.get(title, ())) for at, title in enumerate(titles)
        ],
        next_meetings=[bm.NextMeeting(after, venue="Customs House")],
    )


MEETINGS: Final = (
    meeting(
        dt.date(2025, 12, 4),
        1,
        bm.Action(
            "Put up signs at both ends of the pier", owners=["Ada Obi"], due=dt.date(2026, 1, 30), reference="A1"
        ),
        bm.Action("Publish the plan", owners=["Bo Lund"], due="as soon as it is agreed"),
        after=dt.date(2026, 2, 5),
    ),
    meeting(
        dt.date(2026, 2, 5),
        7,
        bm.Action(
            "Put up signs at both ends of the pier.",
            status=bm.ActionStatus.CARRIED_FORWARD,
            updates=[bm.ActionUpdate("The signs are ordered.")],
        ),
        bm.Action("Publish the dredging plan", owners=["Bo Lund"], due=dt.date(2026, 4, 30)),
        after=dt.date(2026, 4, 2),
    ),
    meeting(
        dt.date(2026, 4, 2),
        13,
        bm.Action("Sweep the quay", owners=["Pilotage Service"], status=bm.ActionStatus.DONE),
        bm.Action("Ring the lowest bidder", owners=["Bo Lund"], restriction="paragraph 3"),
        after=dt.date(2026, 6, 4),
    ),
)


def main(folder: pathlib.Path) -> None:
    """Print what is still to be done by the records in *folder*, and write the next agenda there."""
    records = folder / "minutes"
    if not records.exists():
        records.mkdir(parents=True)
        for one in MEETINGS:
            bm.save(one, records / f"{one.start}.yaml")

    series = bm.Series.load(records)
    for action in series.open_actions(on=dt.date(2026, 5, 1)):
        if not action.hidden:
            since = ", ".join(str(seen.day) for seen in action.appearances)
            print(f"{action.action.text} ({since}){' is overdue' if action.overdue else ''}")
            for doubt in action.doubts:
                print(f"  {doubt}")

    draft = bm.next_agenda(series)
    print(f"{draft.year}: {draft.start}, {draft.venue}")
    bm.save(draft, folder / "next.yaml")
    bm.write(draft, folder / "agenda.pdf", kind="agenda")
    bm.write(draft, folder / "agenda.docx", kind="agenda")
    bm.write(draft, folder / "agenda-for-members.pdf", kind="agenda", audience="full")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
