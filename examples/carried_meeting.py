"""Files that carry their meeting: minutes are rendered, one copy is edited, and each says what it carries.

Run: python examples/carried_meeting.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

import boardminutes as bm

MEETING: Final = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT)],
    items=[
        bm.Item(
            "Dredging plan",
            number="7.",
            papers=["Sections of the channel"],
            minutes=[
                "Members discussed the draft.",
                bm.Decision("The plan be approved.", verb=bm.Verb.AGREED),
                bm.Restricted(["The lowest offer is 84,000."], restriction="paragraph 3"),
            ],
        ),
    ],
)


def told(path: pathlib.Path) -> str:
    """Return in one line what a file carries."""
    found = bm.extract(path)
    state = "was edited since" if found.stale else "agrees with its text"
    decisions = "; ".join(str(decision.text) for decision in found.meeting.decisions) or "none"
    return f"{path.name}: {found.kind} for {found.audience}, {state}; decisions: {decisions}"


def main(folder: pathlib.Path) -> None:
    """Write the files into *folder*, and print what each carries."""
    folder.mkdir(parents=True, exist_ok=True)
    bm.write(MEETING, folder / "minutes.pdf")
    bm.write(MEETING, folder / "minutes.docx", embed=True)
    bm.write(MEETING, folder / "agenda.html", kind="agenda")
    bm.write(MEETING, folder / "minutes.html")

    page = (folder / "minutes.html").read_text(encoding="utf-8")
    (folder / "edited.html").write_text(page.replace("discussed the draft", "set it aside", 1), encoding="utf-8")

    for name in ("minutes.pdf", "minutes.docx", "agenda.html", "minutes.html", "edited.html"):
        print(told(folder / name))

    carried = bm.extract(folder / "minutes.pdf").meeting
    bm.save(carried, folder / "minutes.json")
    print(f"the public minutes hold the offer: {'84,000' in bm.dumps(carried)}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
