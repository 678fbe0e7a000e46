"""Look at minutes as a clerk would before they are published: show what is found, mend it, and write them.

Run: python examples/lint_before_publishing.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys

import boardminutes as bm

MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    minutes_status=bm.MinutesStatus.DRAFT,
    attendees=[
        bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT),
        bm.Attendee("Bo Lund", presence=bm.Presence.PRESENT),
    ],
    items=[
        bm.Item(
            "Dredging plan",
            number="7.",
            presenters=["Ada Obie"],
            minutes=[
                "Comments are welcome until Tuesday 2 April 2026.",
                bm.Action("Publish the plan", owners=["Bo Lund"]),
            ],
        ),
    ],
)


def main(folder: pathlib.Path) -> None:
    """Show what is found, mend it, and write the minutes into *folder* if no error is left."""
    for finding in bm.lint(MEETING):
        print(f"{finding.severity.value}: {finding}; {finding.hint}")

    mended = MEETING
    for path, value in {
        "items[0].presenters[0]": "Ada Obi",
        "items[0].minutes[0]": "Comments are welcome until Thursday 2 April 2026.",
        "items[0].minutes[1].due": dt.date(2026, 4, 20),
    }.items():
        mended = bm.replace_at(mended, path, value)

    if any(finding.severity is bm.Severity.ERROR for finding in bm.lint(mended)):
        sys.exit("not published: there are errors left")
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(mended, folder / "minutes.html")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
