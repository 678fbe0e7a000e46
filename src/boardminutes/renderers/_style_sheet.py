"""The style of an HTML page in a theme, and its logo: what a page shows without anything from another host."""

from __future__ import annotations

import base64
import functools
import importlib.resources
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup, escape

from boardminutes.theme import Logo, Theme
from boardminutes.theme.colour import lightened
from boardminutes.theme.values import Density, NumberingStyle, Paper, TitleBlock

_DOTS_IN_A_MILLIMETRE: Final = 96 / 25.4  # CSS Values and Units 4, 6.2

_BEHIND: Final[Mapping[str, str]] = {
    "Noto Sans": '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
    "FiraGO": '"Fira Sans", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
    "Caladea": 'Cambria, Georgia, "Times New Roman", serif',
}
"""What stands in for a font that the reader's machine lacks."""

_ANY_BEHIND: Final = 'system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif'
_LEADING: Final[Mapping[Density, float]] = {"compact": 1.5, "normal": 1.6, "airy": 1.7}
_SPACE: Final[Mapping[Density, float]] = {"compact": 0.75, "normal": 1, "airy": 1.3}
_PAPERS: Final[Mapping[Paper, str]] = {"a4": "A4", "letter": "letter"}

_TITLE_BLOCKS: Final[Mapping[TitleBlock, str]] = {
    "left": "",
    "centred": ".bm-logo, .bm-title-block { text-align: center; }\n",
    "banner": (
        ".bm-title-block { padding: 1.1rem 1.25rem 1.2rem; background: var(--bm-accent-on-light); color: #fff; }\n"
        ".bm-title-block .bm-organisation, .bm-title-block a { color: inherit; }\n"
        "@media print { .bm-title-block { padding: 0; background: none; color: #000; } }\n"
    ),
}
_NUMBERS: Final[Mapping[NumberingStyle, str]] = {
    "hanging": (
        "@media (min-width: 60rem) { main { max-width: calc(60ch + 8.5rem); padding-left: 4.25rem; "
        "padding-right: 4.25rem; }\n  .bm-numbered { margin-left: -3rem; } }\n"
    ),
    "beside": "",
    "inline": (
        ".bm-numbered { display: block; }\n"
        ".bm-numbered > .bm-number { min-width: 0; max-width: none; padding-right: .35rem; }\n"
    ),
}


@functools.lru_cache(maxsize=16)
def style_sheet(theme: Theme) -> Markup:
    """Return the style sheet of pages in a *theme*."""
    edges = theme.margins
    margins = " ".join(f"{edge:g}mm" for edge in (edges.top, edges.right, edges.bottom, edges.left))
    paper = f"@page {{ size: {_PAPERS[theme.paper]}; margin: {margins}; }}\n"
    shared = map(_shared, ("article", "page"))
    layout = (_TITLE_BLOCKS[theme.title_block], _NUMBERS[theme.numbering])
    return _joined(_variables(theme, ":root"), paper, *shared, *layout)


def article_style_sheet(theme: Theme) -> Markup:
    """Return the style sheet of fragments in a *theme*, which styles nothing around them.

    It has no colours for the dark, since it cannot know whether the page around has, and no number hangs in a margin
    that may not be there.
    """
    numbers = "" if theme.numbering == "hanging" else _NUMBERS[theme.numbering]
    layout = (_TITLE_BLOCKS[theme.title_block], numbers)
    return _joined(_variables(theme, ":where(.boardminutes)"), _shared("article"), *layout)


def _joined(*parts: str) -> Markup:
    return Markup("".join(parts).rstrip())  # noqa: S704 - the name of the font has no character that ends a style


def _variables(theme: Theme, holder: str) -> str:
    name = theme.typeface.name
    return (
        f"{holder} {{ --bm-accent-on-light: {theme.accent}; --bm-accent-on-dark: {lightened(theme.accent)};\n"
        f'  --bm-font: "{name}", {_BEHIND.get(name, _ANY_BEHIND)};\n'
        f"  --bm-leading: {_LEADING[theme.density]:g}; --bm-space: {_SPACE[theme.density]:g}; }}\n"
    ) + _shared("colours").replace(":root", holder)


def _shared(name: str) -> str:
    return (importlib.resources.files("boardminutes") / "templates" / f"{name}.css").read_text(encoding="utf-8")


@functools.lru_cache(maxsize=16)
def logo_mark_up(logo: Logo) -> Markup:
    """Return a logo with its alternative text, as a picture that the page holds itself."""
    width = round(logo.width * _DOTS_IN_A_MILLIMETRE)
    height = "" if logo.height is None else f' height="{round(logo.height * _DOTS_IN_A_MILLIMETRE)}"'
    data = base64.b64encode(logo.picture).decode()
    source = f"data:{logo.media_type};base64,{data}"
    return Markup(  # noqa: S704 - what comes from outside is escaped
        f'<img src="{source}" alt="{escape(logo.alternative_text)}" width="{width}"{height}>'
    )
