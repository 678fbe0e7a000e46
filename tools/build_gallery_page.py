"""Draw the gallery of the documentation, and write its page: python tools/build_gallery_page.py.

Each kind of document in each theme, and the minutes in each format that has a look, as small pictures in
docs/images/gallery, which docs/gallery.md shows.
"""

from __future__ import annotations

import pathlib
import sys
import tempfile
from collections.abc import Iterator
from typing import Final

from build_gallery import pages, printed, seen_in_browser
from PIL import Image

import boardminutes as bm
from boardminutes.testing.samples import sample_meeting

PROJECT: Final = pathlib.Path(__file__).resolve().parents[1]
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
        formats=formats, themes=", ".join(f"`{theme}`" for theme in THEMES), kinds="\n\n".join(sections)
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
    made = {suffix: folder / f"minutes.{suffix}" for suffix in FORMATS}
    for path in made.values():
        bm.write(sample_meeting(), path)
    yield made["html"].name, seen_in_browser(made["html"])[0]
    yield made["pdf"].name, pages(made["pdf"], made["pdf"])[1]
    as_pdf = printed([made["docx"]], folder / "printed")[made["docx"]]
    yield made["docx"].name, pages(made["docx"], as_pdf)[1]


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    draw()
    write()
    size = sum(path.stat().st_size for path in IMAGES.glob("*.webp"))
    print(f"wrote {PAGE} and {size} bytes of pictures", file=sys.stderr)
