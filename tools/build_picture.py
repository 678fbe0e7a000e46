"""Draw the picture in the README: two pages of the example page's minutes, side by side.

Needs pdftoppm (Debian: poppler-utils). Run: python tools/build_picture.py
"""

from __future__ import annotations

import io
import pathlib
import subprocess

from PIL import Image

import boardminutes as bm

PROJECT = pathlib.Path(__file__).resolve().parent.parent
PAGES = (1, 4)  # the title block and a decision; the actions
RESOLUTION = 84
MARGIN = 12


def page(pdf: bytes, number: int) -> Image.Image:
    """Return a page as a picture."""
    command = ["pdftoppm", "-r", str(RESOLUTION), "-f", str(number), "-l", str(number), "-png", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 - the command stands here
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def main() -> None:
    """Write docs/images/minutes.png."""
    reading = bm.read((PROJECT / "examples" / "pages" / "harbour-partnership-board.txt").read_bytes())
    pdf = bm.render(reading.meeting, "pdf", kind="agenda-minutes")
    pages = [page(pdf, number) for number in PAGES]
    width, height = pages[0].size
    sheet = Image.new("RGB", (len(pages) * (width + MARGIN) + MARGIN, height + 2 * MARGIN), "#c9d0da")
    for index, picture in enumerate(pages):
        sheet.paste(picture, (MARGIN + index * (width + MARGIN), MARGIN))
    path = PROJECT / "docs" / "images" / "minutes.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(64).save(path, optimize=True)
    print(f"{path.relative_to(PROJECT)}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
