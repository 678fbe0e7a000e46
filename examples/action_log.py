"""An action log over many meetings: as a page for members, by owner, and as a table for a spreadsheet.

Run: python examples/action_log.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

import boardminutes as bm
from boardminutes.kinds.actions import Actions

BOARD: Final = "Harbour Partnership Board"
MEETINGS: Final = (
    bm.Meeting(
        body=BOARD,
        title="Winter meeting",
        start=dt.date(2026, 3, 5),
        items=[
            bm.Item(
                "North pier",
                number="3.",
                minutes=[
                    "The deck is worn, and lorries may not use it.",
                    bm.Action(
                        "Put up signs at both ends of the pier",
                        owners=["Ada Obi"],
                        due=dt.date(2026, 3, 31),
                        status=bm.ActionStatus.DONE,
                        reference="A1",
                    ),
                    bm.Action(
                        ["Ask three firms for prices, which shall hold:", bm.List(["the deck", "the rails"])],
                        owners=["Bo Lund"],
                        due=dt.date(2026, 4, 30),
                        status=bm.ActionStatus.IN_PROGRESS,
                        reference="A2",
                        updates=[bm.ActionUpdate("Two firms have answered.", meeting="the April briefing")],
                    ),
                ],
            )
        ],
    ),
    bm.Meeting(
        body=BOARD,
        title="Spring meeting",
        start=dt.date(2026, 5, 7),
        items=[
            bm.Item(
                "Dredging plan",
                number="7.",
                minutes=[
                    bm.Action(
                        "Publish the plan",
                        owners=["Bo Lund", "Mirela Stan"],
                        due=dt.date(2026, 6, 1),
                        status=bm.ActionStatus.OPEN,
                        reference="A3",
                    ),
                    bm.Action("Ring the lowest bidder", restriction="paragraph 3", reference="A4"),
                ],
            )
        ],
    ),
)


def main(folder: pathlib.Path) -> None:
    """Write the logs into *folder*, and print what is still to be done."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(MEETINGS, folder / "actions.pdf", kind="actions")
    bm.write(MEETINGS, folder / "by-owner.docx", kind=Actions(group_by="owner", sort_by="due", open_only=True))
    bm.write(MEETINGS, folder / "actions.csv", kind=Actions(sort_by="due"), bom=True)
    bm.write(MEETINGS, folder / "for-officers.html", kind="actions", audience="full")

    still_open = bm.compose(MEETINGS, Actions(open_only=True))
    print(still_open.title)
    for meeting in still_open.meetings:
        for action in meeting.actions:
            owners = ", ".join(action.owners) if isinstance(action.owners, tuple) else "nobody named"
            print(f"{action.reference} ({owners}): {' '.join(str(action.text).split())}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
