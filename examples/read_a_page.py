"""Read a council's page, look at what was understood and what was not, and keep it as data.

A page is what you saved from the site in HTML, or its text. Run: python examples/read_a_page.py [PAGE [FOLDER]]
"""

from __future__ import annotations

import pathlib
import sys

import boardminutes as bm

PAGE = pathlib.Path(__file__).parent / "pages" / "harbour-partnership-board.txt"


def main(page: pathlib.Path, folder: pathlib.Path) -> None:
    """Read *page*, print its outcomes, and save the meeting into *folder*."""
    try:
        reading = bm.read(page.read_bytes())
    except bm.UnrecognisedSourceError as error:
        sys.exit(f"{page}: {error}")

    sure = "not told" if reading.confidence is None else reading.confidence.value
    print(f"read by {reading.reader} in {reading.encoding}, confidence: {sure}")
    for item in reading.meeting.walk():
        print(item.number or "-", item.title)
        for paper in item.papers:
            print("   paper:", paper.title or item.title, paper.size or "", paper.url or "")
        for decision in item.decisions:
            print("   decided:", decision.number or "", decision.text)
        for action in item.actions:
            owners = ", ".join(action.owners) if isinstance(action.owners, tuple) else "nobody named"
            print(f"   to do ({owners}):", action.text)
    for skipped in reading.skipped:
        print(f"skipped line {skipped.line}: {skipped.reason}", file=sys.stderr)

    folder.mkdir(parents=True, exist_ok=True)
    bm.save(reading.meeting, folder / f"{page.stem}.yaml")


if __name__ == "__main__":
    main(
        pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE,
        pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "out"),  # noqa: PLR2004 - the second argument
    )
