"""Read a page of the kind that councils publish, and write it as documents.

Run: python examples/demo.py [FOLDER]
"""

from __future__ import annotations

import pathlib
import sys

import boardminutes as bm

PAGE = pathlib.Path(__file__).parent / "pages" / "harbour-partnership-board.txt"


def main(folder: pathlib.Path) -> None:
    """Write the page into *folder* in every format, and say what was read."""
    reading = bm.read(PAGE.read_bytes())
    meeting = reading.meeting

    print(f"Read {PAGE.name} with {reading.reader}:")
    print(f"  {meeting.label}: {meeting.body}, {meeting.start:%d %B %Y}")
    print(
        f"  {sum(1 for _ in meeting.walk())} items, {len(meeting.decisions)} decisions, {len(meeting.actions)} actions"
    )
    print(f"  {len(meeting.attendees or ())} people named as guests, substitutes or apologies")
    print(f"  skipped {len(reading.skipped)} lines:")
    for skipped in reading.skipped:
        print(f"    line {skipped.line}: {skipped.text.strip()!r} ({skipped.reason})")

    folder.mkdir(parents=True, exist_ok=True)
    print(f"Wrote into {folder}:")
    for name in ("docx", "pdf", "html", "md", "txt"):
        path = folder / f"{PAGE.stem}.{name}"
        bm.write(meeting, path, kind="agenda-minutes")
        print(f"  {path} ({path.stat().st_size:,} bytes)")
    path = folder / f"{PAGE.stem}.json"
    bm.save(meeting, path)
    print(f"  {path} (the data itself: load it with boardminutes.load)")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
