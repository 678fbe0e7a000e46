"""Compare draft minutes with those that were agreed: as a list for a program, and as a document for members.

Run: python examples/changes.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

import attrs

import boardminutes as bm
from boardminutes.kinds.comparison import Comparison

DRAFT: Final = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.date(2026, 3, 5),
    venue="Customs House, Old Quay",
    minutes_status=bm.MinutesStatus.DRAFT,
    items=[
        bm.Item("Welcome and apologies", number="1.", minutes="The Chair welcomed everybody."),
        bm.Item(
            "Dredging plan",
            number="2.",
            minutes=[
                "The licence ends on 31 May, so the work must begin before Easter.",
                bm.List(["the channel", "the inner berths"]),
                bm.Decision("The plan be approved.", verb=bm.Verb.AGREED, number="1"),
                bm.Action("Publish the plan", owners=["Bo Lund"]),
            ],
        ),
    ],
)


def corrected(draft: bm.Meeting) -> bm.Meeting:
    """Return the minutes as they were agreed."""
    agreed = bm.replace_at(
        draft, "items[1].minutes[0].spans[0].text", "The licence ends on 30 May, so work must begin."
    )
    agreed = bm.replace_at(agreed, "items[1].minutes[1]", bm.List(["the channel", "the outer berths"]))
    agreed = bm.replace_at(agreed, "items[1].minutes[3].due", dt.date(2026, 4, 1))
    tides = bm.Item("Tide tables", number="2.", minutes="The tables were noted.")
    plan = attrs.evolve(agreed.items[1], number="3.")
    return attrs.evolve(agreed, items=[agreed.items[0], tides, plan], minutes_status=bm.MinutesStatus.AGREED_AS_AMENDED)


def main(folder: pathlib.Path) -> None:
    """Print the changes, and write them into *folder* as documents."""
    folder.mkdir(parents=True, exist_ok=True)
    agreed = corrected(DRAFT)
    for change in bm.diff(DRAFT, agreed):
        print(change)
    for suffix in ("pdf", "docx", "html"):
        bm.write([DRAFT, agreed], folder / f"changes.{suffix}", kind=Comparison())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
