"""Ordinary user code over the public names, which a strict type checker accepts; a test runs it too."""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from typing import ClassVar

import attrs

import boardminutes as bm
from boardminutes.document import Furniture, Text
from boardminutes.kinds.actions import Actions
from boardminutes.kinds.attendance import Attendance


def build() -> bm.Meeting:
    """Write a meeting as a person writes one: lists, plain text, attendees for names."""
    ada = bm.Attendee("Ada Obi", role="Chair", office=bm.Office.CHAIR, presence=bm.Presence.PRESENT)
    bo = bm.Attendee("Bo Lund", presence=bm.Presence.APOLOGIES, per_item=[bm.ItemAttendance("7", voting=False)])
    owners: list[str] = ["Bo Lund", "Pilotage Service"]
    points: list[str] = ["the channel", "the berths"]
    return bm.Meeting(
        body="Harbour Partnership Board",
        start=dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC),
        end=bm.TBC,
        venue=bm.TBC,
        chair=ada,
        contact=bm.Contact("Clerk", email="clerk@example.org"),
        attendees=[ada, bo, "Hedda Moe"],
        declarations=[bm.Declaration(bo, "Owns a mooring.", interest=bm.InterestKind.PERSONAL)],
        corrections=["Page 2: 30 May, not 31 May.", bm.Prose("Add a name."), bm.Correction("30 May.", item="7")],
        previous_minutes=[bm.PreviousMinutes(dt.date(2026, 1, 8), corrections=["Page 2: north, not south."])],
        preamble="The Chair welcomed everybody.",
        items=[
            bm.Item(
                "Dredging plan",
                number="7.",
                presenters=[ada, "Wanda Żak"],
                planned_presenters=(name for name in ["Wanda Żak"]),
                marks=[bm.ItemMark.URGENT],
                urgency="The licence ends soon.",
                papers=["Report", bm.Paper(size="118 KB", restriction="paragraph 3")],
                agenda=["To consider the draft:", bm.List(points)],
                minutes=[
                    "Members discussed the draft.",
                    bm.Paragraph(["A ", bm.Span("bold", strong=True), " word."]),
                    bm.Table([["Channel", ""], [bm.Cell("Berths"), ["a", bm.List(["b"])]]], head=["Part", "Cost"]),
                    bm.Quote("Not safe below half tide."),
                    bm.Subheading("Costs"),
                    bm.Restricted("The lowest bid.", restriction="paragraph 3"),
                    bm.Decision("The plan be approved.", verb=bm.Verb.AGREED, reasons=["a", bm.List(["b"])]),
                    bm.Action("Publish the plan", owners=owners, due=dt.date(2026, 4, 1), recipient=ada),
                    bm.Action("Report", owners=[ada], due=bm.MeetingReference("the next meeting"), origin="the last"),
                    bm.Action("Ring", owners=bm.TBC, due="soon", updates=[bm.ActionUpdate("Rang.", meeting="May")]),
                    bm.Motion(
                        "That the plan be approved.",
                        mover=ada,
                        seconder="Bo Lund",
                        vote=bm.Vote(in_favour=[ada, "Bo Lund"], against=1, abstained=bm.Tally(0)),
                        outcome=bm.MotionOutcome.CARRIED,
                        decision=bm.Decision("Approved."),
                    ),
                ],
                items=[bm.Item("Buoys", minutes="One text.\n\nIn two paragraphs.")],
            ),
            bm.Item("Notes", minutes=bm.Prose(["a", bm.Paragraph("b")])),
            bm.Item("Rich text", minutes=["a", bm.markdown("b **c**"), bm.Decision(bm.markdown("d *e*"))]),
        ],
        closing=[bm.Paragraph("The meeting closed.")],
        next_meetings=[bm.NextMeeting(dt.date(2026, 5, 7), venue=bm.TBC)],
        signatures=[bm.Signature(ada)],
    )


def look(meeting: bm.Meeting) -> list[str]:
    """Read the derived views, whose types are exact."""
    decisions: tuple[bm.Decision, ...] = meeting.decisions
    carried: bm.Extract = bm.extract(bm.render(meeting, "html", audience="full"))
    stale: bool = carried.stale
    assert not stale, carried.meeting
    findings: tuple[bm.Finding, ...] = bm.lint(meeting, ignore=["BM102"])
    series: bm.Series = bm.Series.of([meeting])
    tracked: tuple[bm.TrackedAction, ...] = series.open_actions(on=dt.date(2026, 4, 1))
    changes: tuple[bm.Change, ...] = bm.diff(meeting, meeting)
    following: bm.Meeting = bm.next_agenda(series, start=bm.TBC, lang="cy")
    actions: tuple[bm.Action, ...] = meeting.actions
    item: bm.Item | None = meeting.item("7")
    entries: tuple[bm.Entry, ...] = () if item is None else item.entries
    words = [str(decision.text) for decision in decisions]
    words += [finding.path for finding in findings if finding.severity is bm.Severity.ERROR]
    for action in actions:
        owners: tuple[str, ...] | bm.ToBeConfirmed | None = action.owners
        due: bm.Due | None = action.due
        words.append(f"{action.text}: {owners} {due}")
    words += [type(entry).__name__ for entry in entries]
    words += [str(one.action.text) for one in tracked if one.is_open]
    words += [one.title for one in following.items]
    words += [one.path for one in changes if one.kind is bm.ChangeKind.ADDED]
    changed: bm.Meeting = attrs.evolve(meeting, body="Another board")
    return [*words, changed.body or ""]


@attrs.frozen
class Shout:
    """A renderer of one's own."""

    media_type: ClassVar[str] = "text/plain"

    def render(self, document: bm.Document) -> bytes:
        """Return the texts in capitals."""
        return "\n".join(document.texts()).upper().encode()


@attrs.frozen
class Titles:
    """A kind of one's own."""

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> bm.Document:
        """Return a document of the items' titles."""
        return bm.Document(
            title=meetings[0].body or wording("Minutes"),
            language=wording.language,
            kind="titles",
            blocks=tuple(Text((bm.Span(item.title),)) for one in meetings for item in one.walk()),
            furniture=Furniture(header="", page="{page}", skip_link=""),
            meetings=meetings,
        )


@attrs.frozen
class Titled:
    """A reader of one's own."""

    def recognises(self, source: bytes) -> bool:
        """Tell by the first word."""
        return source.startswith(b"TITLE")

    def read(self, source: bytes) -> bm.Reading:
        """Keep the title, and account for the rest."""
        first, *rest = source.decode().splitlines()
        skipped = tuple(bm.Skipped(number, line, "not a title") for number, line in enumerate(rest, 2))
        return bm.Reading(bm.Meeting(title=first), skipped, (bm.Consumed(1, "title"),), "titled")


def write(meeting: bm.Meeting) -> list[bytes]:
    """Render to bytes and into a file, by name and by object."""
    kind: bm.Kind = Titles()
    renderer: bm.Renderer = Shout()
    reader: bm.Reader = Titled()
    reading: bm.Reading = bm.read("TITLE\nmore", reader=reader)
    audience: bm.Audience = "full"
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "titles.txt"
        bm.write(meeting, path, format=renderer, kind=kind, audience=audience, lang=bm.Wording(words={"a": "b"}))
        written = path.read_bytes()
        bm.save(meeting, pathlib.Path(folder) / "meeting.yaml")
        loaded: bm.Meeting = bm.load(str(pathlib.Path(folder) / "meeting.yaml"))
    owners = bm.Message("Owner", plural="Owners")
    words: bm.Wording = bm.Wording(language="en-US", words={"Minutes": "Record", owners: ("Lead", "Leads")})
    names: tuple[str, ...] = (*bm.language_names(), words(owners, 2), words.listed(["a", "b"]))
    conventions: bm.Conventions = attrs.evolve(bm.Conventions.of("cy"), time="H.mm")
    house = bm.Wording(language=names[0], conventions=conventions)
    text: str = bm.dumps(loaded, "yaml") if house.missing() == () else ""
    same: bm.Meeting = bm.loads(text, "yaml")
    document: bm.Document = bm.compose([same, reading.meeting], kind)
    registers: list[bm.Kind] = [Actions(group_by="owner", sort_by="due"), Attendance(percentages=True)]
    table: bytes = bm.render([same, meeting], "csv", bom=True, kind=registers[0])
    return [table, bm.render(meeting, renderer, kind=kind), written, renderer.render(document)]


def refused() -> str:
    """Catch what is refused, with its data."""
    try:
        bm.Span("x", link="javascript:alert(1)")
    except bm.InvalidMinutesError as error:
        [problem] = error.problems
        return problem.path
    return ""


def what_a_type_checker_refuses() -> None:
    """Each line is an error to a type checker, and each comment would be one if it were not."""
    bm.Item(5)  # type: ignore[arg-type]
    bm.Item("x", number=7)  # type: ignore[arg-type]
    bm.Item("x", presenters=5)  # type: ignore[arg-type]
    bm.Item("x", minutes=[5])  # type: ignore[list-item]
    bm.Item("x", agenda=[bm.Decision("y")])  # type: ignore[list-item]
    bm.Meeting(start="today")  # type: ignore[arg-type]
    bm.Meeting(attendees=[5])  # type: ignore[list-item]
    bm.Attendee("x", presence="present")  # type: ignore[arg-type]
    bm.Action("x", due=5)  # type: ignore[arg-type]
    bm.Meeting("Board")  # type: ignore[call-arg]
    bm.render(bm.Meeting(), "pdf", audience="staff")  # type: ignore[arg-type]
    bm.Theme(paper="a5")  # type: ignore[arg-type]
    bm.Logo("crest.png")  # type: ignore[call-arg]
    bm.Meeting().body = "x"  # type: ignore[misc]
    Actions(sort_by="size")  # type: ignore[arg-type]
    bm.lynt(bm.Meeting())  # type: ignore[attr-defined]


if __name__ == "__main__":
    made = build()
    sys.stdout.write(f"{look(made)} {write(made)} {refused()}\n")
