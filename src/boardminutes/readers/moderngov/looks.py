"""Where items may begin on a page that has neither numbers nor papers nor mark-up of the site: by the look of lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from boardminutes.readers.moderngov import forms
from boardminutes.readers.moderngov.actions import action_label
from boardminutes.readers.moderngov.fragments import split_bullet, split_number
from boardminutes.readers.moderngov.labels import part_begun
from boardminutes.readers.moderngov.lines import Line, Role
from boardminutes.readers.moderngov.vocabulary import STANDING_TITLES, plain

_MARKED: Final = re.compile(r"#{1,6}\s.{1,200}|\*\*[^*]{1,200}\*\*|__[^_]{1,200}__")
_LONGEST = 120
_ENDS = (".", ":", ";", ",", "–", "-", "?", "!", "”", "’")
_FEWEST = 2


def starts_by_look(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the places of lines that look like titles of items; the clearest sign that a page uses decides.

    Headings come first, then lines that are strong as a whole; else a line in capitals, a title that most agendas have
    ('Apologies for absence'), and the line before a label such as 'Minutes:'.
    """
    for sign in (_is_heading, _is_strong):
        found = _places(lines, sign)
        if len(found) >= _FEWEST:
            return found
    labelled = {at - 1 for at, line in enumerate(lines) if at and part_begun(line) is not None}
    return tuple(
        at
        for at, line in enumerate(lines)
        if _may_be_title(line) and (at in labelled or _is_usual(line)) and not (at and line.close)
    )


def unmarked(title: str) -> str:
    """Return a *title* without the signs by which Markdown marks it."""
    return title.strip("#*_ ") if _MARKED.fullmatch(title) else title


def _places(lines: Sequence[Line], sign: Callable[[Line], bool]) -> tuple[int, ...]:
    return tuple(at for at, line in enumerate(lines) if sign(line) and _may_be_title(line))


def _is_heading(line: Line) -> bool:
    return line.role is Role.HEADING or (line.text.startswith("#") and _MARKED.fullmatch(line.text) is not None)


def _is_strong(line: Line) -> bool:
    if line.text.startswith(("**", "__")):
        return _MARKED.fullmatch(line.text) is not None
    return sum(run.end - run.start for run in line.runs if run.strong) == len(line.text)


def _is_usual(line: Line) -> bool:
    text = line.text
    return plain(text) in STANDING_TITLES or (text.isupper() and len(text.split()) > 1)


def _may_be_title(line: Line) -> bool:
    text = line.text
    if line.cells or line.level or len(text) > _LONGEST or text.endswith(_ENDS) or part_begun(line) is not None:
        return False
    if split_bullet(text) is not None or split_number(text) is not None:
        return False
    return forms.labelled(text) is None and action_label(text) is None
