"""Draw the pictures of the tutorial, of the files that its own code writes: python tools/build_tutorial_pictures.py.

Needs pdftoppm (Debian: poppler-utils) and Chromium, which are installed where that is possible.
"""

from __future__ import annotations

import io
import os
import pathlib
import re
import sys
import tempfile
from typing import Final

from PIL import Image

PROJECT: Final = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "tools" / "judges"))

from tooling import need_command, run  # noqa: E402 - it lies beside the judges

TUTORIAL: Final = PROJECT / "docs" / "tutorial" / "first-minutes.md"
IMAGES: Final = PROJECT / "docs" / "images"
WIDTH: Final = 760
BORDER: Final = 10
COLOURS: Final = 48


def make_files(folder: pathlib.Path) -> None:
    """Run the tutorial's code in a folder."""
    blocks = re.findall(r"^```python\n(.*?)^```$", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    came_from = pathlib.Path.cwd()
    os.chdir(folder)
    try:
        exec(compile("\n".join(blocks), str(TUTORIAL), "exec"), {})  # noqa: S102 - the page is ours
    finally:
        os.chdir(came_from)


def of_pdf(path: pathlib.Path) -> Image.Image:
    """Return the first page of a PDF."""
    command = [need_command("pdftoppm", "poppler-utils"), "-r", "110", "-l", "1", "-png", path]
    return Image.open(io.BytesIO(run(command).stdout))


def of_page(path: pathlib.Path) -> Image.Image:
    """Return a page as a browser shows it."""
    picture = path.with_suffix(".png")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1000,1700"]
    run([need_command("chromium", "chromium"), *options, f"--screenshot={picture}", path.resolve().as_uri()])
    return Image.open(picture)


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture with a border, small enough for a page."""
    height = round(picture.height * WIDTH / picture.width)
    small = picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    sheet = Image.new("RGB", (WIDTH + 2 * BORDER, height + 2 * BORDER), "#c9d0da")
    sheet.paste(small, (BORDER, BORDER))
    path = IMAGES / name
    sheet.quantize(COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(PROJECT)}: {path.stat().st_size} bytes")


def main() -> None:
    """Write the pictures into docs/images."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        make_files(folder)
        keep(of_pdf(folder / "minutes.pdf"), "tutorial-draft.png")
        keep(of_page(folder / "site" / "2026-03-05-minutes.html"), "tutorial-page.png")


if __name__ == "__main__":
    main()
