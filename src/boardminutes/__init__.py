"""The record of a meeting as typed data, and as documents that a public body may publish."""

import importlib
import typing

from boardminutes import templates
from boardminutes.document import Document
from boardminutes.embedding import Extract, extract
from boardminutes.errors import (
    BoardMinutesError,
    InvalidMinutesError,
    LostWorkerError,
    MissingDependencyError,
    MissingGlyphError,
    PluginError,
    Problem,
    ReadError,
    RenderError,
    TemplateError,
    UnknownCodeError,
    UnknownFormatError,
    UnknownLanguageError,
    UnrecognisedSourceError,
    WordingError,
)
from boardminutes.kinds import Kind
from boardminutes.model.items import Entry, Item, Paper
from boardminutes.model.meeting import Adjournment, Meeting, NextMeeting, PreviousMinutes, Signature
from boardminutes.model.outcomes import (
    Action,
    ActionUpdate,
    Decision,
    Declaration,
    Due,
    MeetingReference,
    Motion,
)
from boardminutes.model.paths import replace_at
from boardminutes.model.people import Attendee, Contact, ItemAttendance
from boardminutes.model.prose import (
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Restricted,
    Restriction,
    Span,
    Subheading,
    Table,
)
from boardminutes.model.values import (
    TBC,
    ActionStatus,
    Audience,
    Category,
    InterestConduct,
    InterestKind,
    ItemMark,
    MeetingMode,
    MeetingStatus,
    MinutesStatus,
    MotionOutcome,
    Numbering,
    Office,
    PaperKind,
    Presence,
    ToBeConfirmed,
    Verb,
    VoteMethod,
    VoteOption,
    When,
)
from boardminutes.model.votes import CastingVote, Tally, Vote
from boardminutes.readers import Consumed, Reader, Reading, Skipped, read
from boardminutes.renderers import Renderer
from boardminutes.rendering import compose, format_names, kind_names, media_type, reader_names, render, write
from boardminutes.rich_text import markdown
from boardminutes.serialize import dumps, json_schema, load, loads, save
from boardminutes.views import public_view
from boardminutes.wording import Conventions, Message, Wording, language_names

if typing.TYPE_CHECKING:
    from boardminutes.bulk import Job, Outcome, render_many
    from boardminutes.linting import Finding, Severity, lint
    from boardminutes.theme import Logo, Margins, Theme, Typeface, load_theme, theme_names

__all__ = [
    "TBC",
    "Action",
    "ActionStatus",
    "ActionUpdate",
    "Adjournment",
    "Attendee",
    "Audience",
    "Block",
    "BoardMinutesError",
    "CastingVote",
    "Category",
    "Cell",
    "Consumed",
    "Contact",
    "Conventions",
    "Decision",
    "Declaration",
    "Document",
    "Due",
    "Entry",
    "Extract",
    "Finding",
    "InterestConduct",
    "InterestKind",
    "InvalidMinutesError",
    "Item",
    "ItemAttendance",
    "ItemMark",
    "Job",
    "Kind",
    "List",
    "ListItem",
    "Logo",
    "LostWorkerError",
    "Margins",
    "Meeting",
    "MeetingMode",
    "MeetingReference",
    "MeetingStatus",
    "Message",
    "MinutesStatus",
    "MissingDependencyError",
    "MissingGlyphError",
    "Motion",
    "MotionOutcome",
    "NextMeeting",
    "Numbering",
    "Office",
    "Outcome",
    "Paper",
    "PaperKind",
    "Paragraph",
    "PluginError",
    "Presence",
    "PreviousMinutes",
    "Problem",
    "Prose",
    "Quote",
    "ReadError",
    "Reader",
    "Reading",
    "RenderError",
    "Renderer",
    "Restricted",
    "Restriction",
    "Severity",
    "Signature",
    "Skipped",
    "Span",
    "Subheading",
    "Table",
    "Tally",
    "TemplateError",
    "Theme",
    "ToBeConfirmed",
    "Typeface",
    "UnknownCodeError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "UnrecognisedSourceError",
    "Verb",
    "Vote",
    "VoteMethod",
    "VoteOption",
    "When",
    "Wording",
    "WordingError",
    "compose",
    "dumps",
    "extract",
    "format_names",
    "json_schema",
    "kind_names",
    "language_names",
    "lint",
    "load",
    "load_theme",
    "loads",
    "markdown",
    "media_type",
    "public_view",
    "read",
    "reader_names",
    "render",
    "render_many",
    "replace_at",
    "save",
    "theme_names",
    "write",
]

_LATER = {
    "Finding": "boardminutes.linting",
    "Job": "boardminutes.bulk",
    "Outcome": "boardminutes.bulk",
    "Logo": "boardminutes.theme",
    "Margins": "boardminutes.theme",
    "Severity": "boardminutes.linting",
    "Theme": "boardminutes.theme",
    "Typeface": "boardminutes.theme",
    "lint": "boardminutes.linting",
    "render_many": "boardminutes.bulk",
    "load_theme": "boardminutes.theme",
    "theme_names": "boardminutes.theme",
}

if not typing.TYPE_CHECKING:  # pragma: no branch - a type checker that saw this would take any name for a public one

    def __getattr__(name: str) -> object:
        """Import what few programs need when it is first asked for."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(importlib.import_module(_LATER[name]), name)
        return found

    def __dir__() -> list[str]:
        """Return the public names, those that are not imported yet among them."""
        return sorted({*globals(), *__all__})
