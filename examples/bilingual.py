"""One meeting for a council of two languages: the same record with Welsh words and with English ones.

Run: python examples/bilingual.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys

import boardminutes as bm

MEETING = bm.Meeting(
    body="Bwrdd Partneriaeth yr Harbwr",
    language="cy",
    start=dt.datetime(2026, 3, 5, 10, 0),  # noqa: DTZ001 - in this record all times are local
    venue="Tŷ’r Tollau, Stryd y Cei",
    attendees=[
        bm.Attendee("Ada Obi", office=bm.Office.CHAIR, presence=bm.Presence.PRESENT),
        bm.Attendee("Tomos Rhys", presence=bm.Presence.APOLOGIES),
        bm.Attendee("Wyn Owen", presence=bm.Presence.PRESENT, substitute_for="Tomos Rhys"),
    ],
    items=[
        bm.Item(
            "Cynllun carthu",
            number="7.",
            presenters=["Ada Obi", "Wyn Owen"],
            minutes=[
                "Trafododd yr aelodau’r drafft.",
                bm.Decision("Cymeradwyo’r cynllun.", verb=bm.Verb.RESOLVED, number="1"),
                bm.Action("Cyhoeddi’r cynllun", owners=["Wyn Owen"], due=dt.date(2026, 4, 1)),
            ],
        ),
    ],
    next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC)],
)

HOUSE = bm.Wording(language="cy", words={"Action": "Tasg", "Actions": "Tasgau"})
"""Welsh as it comes with the library, with a word of the house's own."""


def main(folder: pathlib.Path) -> None:
    """Write the minutes in both languages into *folder*, and print them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in (("cy", HOUSE), ("en", bm.Wording(language="en-GB"))):
        for suffix in ("pdf", "docx", "html"):
            bm.write(MEETING, folder / f"minutes.{name}.{suffix}", lang=words)
        print(bm.render(MEETING, "txt", lang=words).decode())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
