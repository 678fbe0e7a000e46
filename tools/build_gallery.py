"""Draw every kind of document in every theme and format, side by side on one page: out/gallery/index.html.

What it needs from the machine is installed where that is possible: poppler, LibreOffice, Chromium and free fonts whose
letters are as wide as those of Word's. Run: make gallery, or python tools/build_gallery.py [FOLDER]. The smaller
gallery in the documentation is drawn by tools/build_gallery_page.py.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import pathlib
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs
from PIL import Image, ImageDraw

import boardminutes as bm
from boardminutes.testing.samples import sample_meeting

PROJECT: Final = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "tools" / "judges"))

from tooling import need_command, run  # noqa: E402 - it lies beside the judges

FORMATS: Final = ("html", "pdf", "docx")
PAGES: Final = 2
"""How many pages of each document are drawn."""

RESOLUTION: Final = 60
_LONG: Final = (
    "Extraordinary meeting to consider the dredging of the inner basin, the lease of the east quay and the appointment "
    "of a harbour master"
)
_MEMBERS: Final = ("Ada Obi", "Bo Lund", "Capt. Ines Faria", "Hedda Moe")
_SETTLED: Final = (
    ("Minutes of the last meeting", "The minutes be signed."),
    ("Dredging plan", "The plan be approved."),
    ("Rent of the store", "The rent be looked at again."),
    ("Tide gauge", "A new gauge be bought."),
)
_OF_A_YEAR: Final = ("statistics", "minute-book", "decisions", "attendance")
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Every kind of document in every theme</title>
<style>
body {{ margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #e8ebef; color: #1c2430; }}
section {{ display: flex; flex-wrap: wrap; gap: 1.25rem; }}
figure {{ margin: 0; }}
figcaption {{ margin-bottom: .35rem; }}
img {{ height: 26rem; background: #fff; box-shadow: 0 1px 4px #0006; margin-right: .4rem; }}
</style>
</head>
<body>
<h1>Every kind of document in every theme</h1>
{body}
</body>
</html>
"""


@attrs.frozen
class Shown:
    """One document of the gallery.

    Attributes:
        path: The file.
        pictures: Its first pages.
    """

    path: pathlib.Path
    pictures: tuple[pathlib.Path, ...]


def meetings() -> Mapping[str, bm.Meeting | tuple[bm.Meeting, ...]]:
    """Return what is shown: a full meeting, one with a long title, an empty one, and three of a year."""
    item = bm.Item(_LONG, number="77/2026", minutes=["Members heard the harbour master."])
    draft = bm.MinutesStatus.DRAFT
    return {
        "sample": sample_meeting(),
        "long": bm.Meeting(body="Harbour Partnership Board", title=_LONG, items=[item], minutes_status=draft),
        "empty": bm.Meeting(),
        "year": year_of_meetings(),
    }


def year_of_meetings() -> tuple[bm.Meeting, ...]:
    """Return three meetings of one body, at which not everybody was."""
    agreed, noted, deferred = bm.Verb.AGREED, bm.Verb.NOTED, bm.Verb.DEFERRED
    told = (
        (dt.date(2026, 1, 8), (1,), (agreed, noted)),
        (dt.date(2026, 3, 5), (0, 3), (agreed, agreed, deferred)),
        (dt.date(2026, 5, 7), (3,), (agreed, noted, noted, agreed)),
    )
    return tuple(_meeting(*one, first=1 + 4 * place) for place, one in enumerate(told))


def _meeting(day: dt.date, away: tuple[int, ...], verbs: tuple[bm.Verb, ...], *, first: int) -> bm.Meeting:
    return bm.Meeting(
        body="Harbour Partnership Board",
        start=day,
        language="en-GB",
        status=bm.MeetingStatus.HELD,
        minutes_status=bm.MinutesStatus.AGREED,
        attendees=[
            bm.Attendee(name, presence=bm.Presence.APOLOGIES if place in away else bm.Presence.PRESENT)
            for place, name in enumerate(_MEMBERS)
        ],
        items=[
            bm.Item(title, number=f"{first + place}.", minutes=["Members spoke.", bm.Decision(text, verb=verb)])
            for place, (verb, (title, text)) in enumerate(zip(verbs, _SETTLED, strict=False))
        ],
    )


def themes() -> Iterator[tuple[str, bm.Theme]]:
    """Yield each theme as it comes, and with all that a house may add."""
    for name in bm.theme_names():
        theme = bm.load_theme(name)
        yield name, theme
        yield (
            f"{name}, with a logo",
            attrs.evolve(
                theme,
                organisation="Harbour Partnership Board",
                logo=bm.Logo(_crest(theme.accent), "Harbour Partnership Board: a star over the sea", width=35),
                header="The Custom House",
                footer="{organisation}, Old Quay",
            ),
        )


def _crest(accent: str) -> bytes:
    picture = Image.new("RGBA", (420, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.regular_polygon((60, 50, 48), 5, fill=accent)
    draw.rounded_rectangle((130, 62, 410, 92), 15, fill=accent)
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    return packed.getvalue()


def build(folder: pathlib.Path) -> pathlib.Path:
    """Write the gallery into a *folder* and return its page."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[tuple[str, str, str], list[pathlib.Path]] = {}
    for theme_name, theme in themes():
        for meeting_name, meeting in meetings().items():
            kinds = {"sample": bm.kind_names(), "year": _OF_A_YEAR}.get(meeting_name, ("minutes",))
            for kind in kinds:
                for suffix in FORMATS:
                    stem = f"{theme_name.replace(', with a ', '-')}.{meeting_name}.{kind}"
                    path = folder / f"{stem}.{suffix}"
                    bm.write(meeting, path, kind=kind, theme=theme)
                    made.setdefault((theme_name, meeting_name, kind), []).append(path)
    drawn = _drawn([path for paths in made.values() for path in paths])
    page = folder / "index.html"
    page.write_text(_PAGE.format(body="\n".join(_sections(made, drawn))), encoding="utf-8")
    return page


def _sections(
    made: Mapping[tuple[str, str, str], list[pathlib.Path]], drawn: Mapping[pathlib.Path, Shown]
) -> Iterator[str]:
    for (theme, meeting, kind), paths in made.items():
        yield f"<h2>{html.escape(theme)}: {kind}, {meeting}</h2>\n<section>"
        for path in paths:
            name = f"{path.suffix.removeprefix('.').upper()}, {theme}, {kind}, {meeting}"
            pictures = "".join(
                f'<a href="{picture.name}"><img src="{picture.name}" alt="{html.escape(name)}, page {number}"></a>'
                for number, picture in enumerate(drawn[path].pictures, 1)
            )
            caption = f'<a href="{path.name}">{path.suffix.removeprefix(".").upper()}</a>'
            yield f"<figure><figcaption>{caption}</figcaption>{pictures}</figure>"
        yield "</section>"


def _drawn(paths: list[pathlib.Path]) -> dict[pathlib.Path, Shown]:
    """Return the pictures of each file."""
    with tempfile.TemporaryDirectory() as scratch:
        as_pdf = printed([path for path in paths if path.suffix == ".docx"], pathlib.Path(scratch))
        drawn: dict[pathlib.Path, Shown] = {}
        for path in paths:
            in_browser = path.suffix == ".html"
            drawn[path] = Shown(path, seen_in_browser(path) if in_browser else pages(path, as_pdf.get(path, path)))
        return drawn


def printed(paths: Sequence[pathlib.Path], scratch: pathlib.Path) -> dict[pathlib.Path, pathlib.Path]:
    """Return Word documents as PDF, as LibreOffice prints them."""
    office = need_command("soffice", "libreoffice-writer", "fonts-crosextra-carlito", "fonts-crosextra-caladea")
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    run([office, profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, *paths])
    return {path: scratch / path.with_suffix(".pdf").name for path in paths}


def pages(path: pathlib.Path, pdf: pathlib.Path) -> tuple[pathlib.Path, ...]:
    """Return pictures of the first pages of a *pdf*, which are written beside the *path* that it was made of."""
    root = path.with_name(path.name.replace(".", "-"))
    draw = need_command("pdftoppm", "poppler-utils")
    run([draw, "-r", str(RESOLUTION), "-l", str(PAGES), "-png", pdf, root])
    return tuple(sorted(path.parent.glob(f"{root.name}-*.png")))


def seen_in_browser(path: pathlib.Path) -> tuple[pathlib.Path, ...]:
    """Return a picture of a page as a browser shows it, which is written beside it."""
    picture = path.with_name(f"{path.name.replace('.', '-')}.png")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1100,1500"]
    run([need_command("chromium", "chromium"), *options, f"--screenshot={picture}", path.resolve().as_uri()])
    return (picture,)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "out" / "gallery"
    print(f"wrote {build(target)}")
