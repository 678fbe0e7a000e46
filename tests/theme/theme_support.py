"""Pictures and fonts for tests of themes."""

from __future__ import annotations

import io

import attrs
import pymupdf_fonts
from PIL import Image

import boardminutes as bm

SVG = b'<?xml version="1.0"?>\n<!-- a crest -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>'
FIRA = {name: pymupdf_fonts.myfont(f"fi{key}") for name, key in (
    ("regular", "go"), ("bold", "gbo"), ("italic", "git"), ("bold_italic", "gbi"),
)}  # fmt: skip
"""Four files that belong together, which a house might give."""


def picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """Return a picture of one colour."""
    packed = io.BytesIO()
    Image.new(mode, size).save(packed, form, **options)  # type: ignore[arg-type]
    return packed.getvalue()


def logo(**changes: object) -> bm.Logo:
    """Return a logo twice as wide as high."""
    return attrs.evolve(bm.Logo(picture(), "Two waves under a star", width=40), **changes)


def house(**changes: object) -> bm.Theme:
    """Return a theme that says all that one may."""
    given: dict[str, object] = {
        "organisation": "Saltmarsh Drainage Board",
        "logo": logo(),
        "header": "The Sluice House",
        "footer": "{organisation}: {title}",
        **changes,
    }
    return bm.Theme(**given)  # type: ignore[arg-type]
