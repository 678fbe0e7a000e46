"""Read what a council's system exports, see who was there, who voted how and what was left out, and keep it as data.

An export is an answer of ModernGov's GetMeeting in XML, or an event of Legistar in JSON.
Run: python examples/read_an_export.py [EXPORT [FOLDER]]
"""

from __future__ import annotations

import pathlib
import sys

import boardminutes as bm

EXPORT = pathlib.Path(__file__).parent / "pages" / "harbor-commission.json"


def main(export: pathlib.Path, folder: pathlib.Path) -> None:
    """Read *export*, print what it tells, and save the meeting and its public minutes into *folder*."""
    try:
        reading = bm.read(export.read_bytes())
    except bm.ReadError as error:
        sys.exit(f"{export}: {error}")

    meeting = reading.meeting
    print(f"{meeting.body}, {meeting.start}, read by {reading.reader}")
    for one in meeting.attendees or ():
        print("   ", one.name, "-", one.presence.value if one.presence else "not known")
    for item in meeting.walk():
        print(item.number or "-", item.title if item.restriction is None else f"{item.public_title} (restricted)")
        for motion in item.motions:
            for option, tally in motion.vote.tallies() if motion.vote else ():
                print(f"    {option.replace('_', ' ')}:", ", ".join(tally.names) if tally.names else tally.count)
        for decision in item.decisions if item.restriction is None else ():
            print("    decided:", decision.text)
    for skipped in reading.skipped:
        if skipped.reason == "not known to this reader":
            print("not understood:", skipped.text, file=sys.stderr)

    folder.mkdir(parents=True, exist_ok=True)
    bm.save(meeting, folder / f"{export.stem}.yaml")
    (folder / f"{export.stem}.html").write_bytes(bm.render(meeting, "html", kind="minutes"))


if __name__ == "__main__":
    main(
        pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else EXPORT,
        pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "out"),  # noqa: PLR2004 - the second argument
    )
