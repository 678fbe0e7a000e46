"""A house style: one theme, written in TOML, shapes the web page, the PDF and the Word document alike.

Run: python examples/house_style.py [FOLDER]
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import Final

from PIL import Image, ImageDraw

import boardminutes as bm

THEME: Final = """\
base = "civic"
organisation = "Saltmarsh Drainage Board"
accent = "#3f7fb5"
darken_accent = true
numbering = "hanging"
footer = "The Sluice House, Marsh Lane"

[logo]
picture = "crest.png"
alternative_text = "Saltmarsh Drainage Board: two waves"
width = 25
"""

MEETING: Final = bm.Meeting(
    body="Saltmarsh Drainage Board",
    start=dt.date(2026, 3, 5),
    attendees=[bm.Attendee("Ada Obi", role="Chair", presence=bm.Presence.PRESENT)],
    items=[
        bm.Item(
            "Repair of the tide gate",
            number="7.",
            minutes=[
                "The engineer reported that the lower hinge has worn through.",
                bm.Decision("That the hinge be replaced before the autumn tides.", verb=bm.Verb.RESOLVED, number="1"),
                bm.Action("Ask for three prices", owners=["Bo Lund"], due=dt.date(2026, 4, 1)),
            ],
        ),
    ],
)


def draw_crest(path: pathlib.Path) -> None:
    """Draw a crest; a house has one already."""
    picture = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    for top in (20, 70):
        draw.arc((10, top, 150, top + 70), 180, 360, fill="#2b5f8a", width=16)
        draw.arc((134, top, 274, top + 70), 0, 180, fill="#2b5f8a", width=16)
    picture.save(path)


def main() -> None:
    """Write the theme, and the minutes in it."""
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(tempfile.mkdtemp())
    draw_crest(folder / "crest.png")
    path = folder / "house.toml"
    path.write_text(THEME, encoding="utf-8")
    theme = bm.load_theme(path)
    for suffix in ("html", "pdf", "docx"):
        bm.write(MEETING, folder / f"minutes.{suffix}", theme=theme)
    print(f"wrote the minutes into {folder}, with the accent {theme.accent}")


if __name__ == "__main__":
    main()
