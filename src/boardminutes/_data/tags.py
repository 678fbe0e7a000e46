"""The names under which classes stand in data files; they outlive any renaming of a class."""

from __future__ import annotations

from typing import Final

from boardminutes.model.outcomes import Action, Decision, Declaration, Motion
from boardminutes.model.prose import List, Paragraph, Quote, Restricted, Subheading, Table

TAG: Final = "type"
"""The field that holds the name of a class, where one of several may stand."""

BLOCK_TAGS: Final[dict[type, str]] = {
    Paragraph: "paragraph",
    List: "list",
    Quote: "quote",
    Table: "table",
    Subheading: "subheading",
    Restricted: "restricted",
}
"""The names of the blocks."""

ENTRY_TAGS: Final[dict[type, str]] = {
    **BLOCK_TAGS,
    Decision: "decision",
    Action: "action",
    Motion: "motion",
    Declaration: "declaration",
}
"""The names of the entries of `Item.minutes`."""
