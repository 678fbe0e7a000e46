"""Draw the gallery of the documentation, and write its page: python tools/build_gallery_page.py.

Each kind of document in each theme, the minutes in each format that has a look, what a series of meetings becomes, and
what each reader makes of the page of its form in examples/pages, as small pictures in docs/images/gallery, which
docs/gallery.md shows. Formats without a look stand there as text.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import tempfile
from collections.abc import Iterator
from typing import Final

from build_gallery import pages, printed, seen_in_browser, year_of_meetings
from PIL import Image

import boardminutes as bm
from boardminutes.kinds.comparison import Comparison
from boardminutes.testing.samples import sample_meeting

PROJECT: Final = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "examples"))

import changes  # noqa: E402 - a program beside the tools
import series  # noqa: E402 - the same

EXAMPLES: Final = PROJECT / "examples" / "pages"
PAGE: Final = PROJECT / "docs" / "gallery.md"
IMAGES: Final = PROJECT / "docs" / "images" / "gallery"
WIDTH: Final = 420
QUALITY: Final = 72
BORDER: Final = "#b9c3cf"
THEMES: Final = ("default", "civic", "traditional")
KINDS: Final = {
    "agenda": "what is planned",
    "minutes": "what happened",
    "agenda-minutes": "both together, with the papers",
    "decisions": "what was settled",
    "actions": "who does what by when",
    "attendance": "who came",
    "declarations": "who declared an interest",
    "votes": "how everybody voted",
    "statistics": "how often members came, and how decisions came out",
    "minute-book": "the minutes of many meetings, with contents and an index of decisions",
}
"""Each kind in a few words, in the order of the page."""

FORMATS: Final = {"html": "HTML, in a browser", "pdf": "PDF", "docx": "DOCX, as LibreOffice prints it"}
READ: Final = {
    "moderngov-html": ("saltings-trust.html", "a saved page of a council's site"),
    "moderngov-text": ("harbour-partnership-board.txt", "the text of such a page"),
    "moderngov-xml": ("quay-committee.xml", "an answer of the web service of such a site"),
    "legistar-json": ("harbor-commission.json", "an event of Legistar"),
    "markdown": ("lantern-foundation.md", "minutes in Markdown"),
    "graph-insight": ("mole-assistant.json", "the notes of an assistant"),
}
"""For each reader a page of its form, and what that is."""

IN_SERIES: Final = {
    "series-statistics": "statistics of three meetings, with a chart",
    "series-contents": "the contents of a minute book of three meetings",
    "series-next-agenda": "the agenda of the next meeting, drafted from those before",
    "series-changes": "what was changed in minutes before they were agreed",
    "series-actions": "an action log as a spreadsheet, as LibreOffice prints it",
}
"""What many meetings become, each in a few words."""

EXCERPTS: Final = {
    "ics": ("iCalendar, for calendars and lists of tasks", "BEGIN:VTODO", 8),
    "akn": ("Akoma Ntoso, the standard for documents of parliaments", '<debateSection eId="dbsect_2__dbsect_1"', 8),
    "ocd": ("Open Civic Data, for data of public bodies", '  "vote_events": [', 12),
    "popolo": ("Popolo, for motions and votes", '  "motions": [', 12),
}
"""For each format without a look: what it is, how the first line begins that is shown, and how many lines are."""

_TEXT: Final = """\
# Gallery

One meeting, invented, in every kind of document and every theme that comes with the library. Each picture is a page as
it comes out, without any option but the theme. A house adds its logo, its colours and its fonts: see
[house style](how-to/house-style.md).

The pictures and this page are made by a program: `python tools/build_gallery_page.py`. A larger gallery, with every
kind in every theme and format, is drawn by `make gallery`.

## The same minutes in three formats

{formats}

## Every kind, in every theme

From left to right: {themes}.

{kinds}

## Meetings in series

From left to right: {told}.

{in_series}

Each is made in a guide: [statistics and minute books](how-to/minute-book.md), [series and the next
agenda](how-to/series.md), [what was changed](how-to/changes.md), [action logs in Excel](how-to/action-log-in-excel.md).

## What was read

The first page of the minutes that each reader makes of the page of its form in `examples/pages`, as PDF. From left to
right: {known}.

{read}

## Formats for programs

A few lines of the same record, of one item, in each.

{excerpts}
"""


def page() -> str:
    """Return the text of the page."""
    sections = []
    for kind, said in KINDS.items():
        pictures = " ".join(
            f"![The first page of a document of the kind {kind}, {said}, in the theme {theme}]"
            f"(images/gallery/{kind}-{theme}.webp)"
            for theme in THEMES
        )
        sections.append(f"### {kind}: {said}\n\n{pictures}")
    formats = " ".join(
        f"![A page of minutes as {said}](images/gallery/minutes.{suffix}.webp)" for suffix, said in FORMATS.items()
    )
    return _TEXT.format(
        formats=formats,
        themes=", ".join(f"`{theme}`" for theme in THEMES),
        kinds="\n\n".join(sections),
        told="; ".join(IN_SERIES.values()),
        known="; ".join(said for _, said in READ.values()),
        in_series=" ".join(f"![A page: {said}](images/gallery/{name}.webp)" for name, said in IN_SERIES.items()),
        read=" ".join(
            f"![A page of minutes that was read from {said}, by the reader {name}](images/gallery/read-{name}.webp)"
            for name, (_, said) in READ.items()
        ),
        excerpts="\n\n".join(_excerpt(name) for name in EXCERPTS),
    )


def _excerpt(name: str) -> str:
    said, begin, count = EXCERPTS[name]
    lines = bm.render(_settled(), name).decode().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(begin))
    shown = "\n".join(line.rstrip() for line in lines[first : first + count])
    return f"### {name}: {said}\n\n```text\n{shown}\n```"


def _settled() -> bm.Meeting:
    """Return a record of one item, with a motion that was voted on and an action."""
    vote = bm.Vote(in_favour=3, against=1)
    motion = bm.Motion("That the plan be approved.", mover="Ada Obi", vote=vote, outcome=bm.MotionOutcome.CARRIED)
    action = bm.Action("Publish the plan", owners=["Bo Lund"], due=dt.date(2026, 4, 1))
    return bm.Meeting(
        body="Harbour Partnership Board",
        start=dt.datetime(2026, 3, 5, 10),  # noqa: DTZ001 - in the zone of the meeting
        timezone="Europe/London",
        language="en-GB",
        url="https://example.org/meetings/4",
        items=[bm.Item("Dredging plan", number="7.", minutes=[motion, action])],
    )


def draw() -> None:
    """Draw every picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for old in IMAGES.glob("*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        for name, picture in _pictures(pathlib.Path(scratch)):
            with Image.open(picture) as whole:
                small = whole.convert("RGB").crop((0, 0, whole.width, min(whole.height, round(whole.width * 1.4143))))
                small = small.resize((WIDTH, round(small.height * WIDTH / small.width)), Image.Resampling.LANCZOS)
            framed = Image.new("RGB", (small.width + 2, small.height + 2), BORDER)
            framed.paste(small, (1, 1))
            framed.save(IMAGES / f"{name}.webp", quality=QUALITY, method=6)


def _pictures(folder: pathlib.Path) -> Iterator[tuple[str, pathlib.Path]]:
    """Yield the name of each picture, and the picture itself in its full size."""
    for kind in KINDS:
        for theme in THEMES:
            path = folder / f"{kind}-{theme}.pdf"
            bm.write(sample_meeting(), path, kind=kind, theme=theme)
            yield path.stem, pages(path, path)[0]
    yield from _of_a_series(folder)
    for name, (source, _) in READ.items():
        path = folder / f"read-{name}.pdf"
        bm.write(bm.read((EXAMPLES / source).read_bytes(), reader=name).meeting, path)
        yield path.stem, pages(path, path)[0]
    made = {suffix: folder / f"minutes.{suffix}" for suffix in FORMATS}
    for path in made.values():
        bm.write(sample_meeting(), path)
    yield made["html"].name, seen_in_browser(made["html"])[0]
    yield made["pdf"].name, pages(made["pdf"], made["pdf"])[1]
    as_pdf = printed([made["docx"]], folder / "printed")[made["docx"]]
    yield made["docx"].name, pages(made["docx"], as_pdf)[1]


def _of_a_series(folder: pathlib.Path) -> Iterator[tuple[str, pathlib.Path]]:
    """Yield the pictures of what many meetings become."""
    year, draft = year_of_meetings(), changes.DRAFT
    paths = {name: folder / f"{name}.pdf" for name in IN_SERIES}
    bm.write(year, paths["series-statistics"], kind="statistics")
    bm.write(year, paths["series-contents"], kind="minute-book")
    bm.write(bm.next_agenda(bm.Series(series.MEETINGS)), paths["series-next-agenda"], kind="agenda")
    bm.write([draft, changes.corrected(draft)], paths["series-changes"], kind=Comparison())
    log = paths["series-actions"].with_suffix(".xlsx")
    bm.write(series.MEETINGS, log, kind="actions")
    paths["series-actions"] = printed([log], folder / "printed-log")[log]
    for name, path in paths.items():
        yield name, pages(folder / f"{name}.pdf", path)[0]


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    draw()
    write()
    size = sum(path.stat().st_size for path in IMAGES.glob("*.webp"))
    print(f"wrote {PAGE} and {size} bytes of pictures", file=sys.stderr)
