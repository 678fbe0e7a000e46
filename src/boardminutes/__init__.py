"""The record of a meeting as typed data, and as documents that a public body may publish.

Importing this package imports nothing else: each name is fetched from its module when it is first asked for.
"""

import sys as _sys
from importlib import import_module as _import_module

if _sys.version_info[:3] == (3, 13, 0):  # pragma: no cover - a thread that imports it there may see it empty at first
    import collections.abc as _

TYPE_CHECKING = False  # `typing` itself takes a third of the time of `import attrs`
if TYPE_CHECKING:
    from boardminutes import templates, testing
    from boardminutes.bulk import Job, Outcome, render_many
    from boardminutes.comparison import Change, ChangeKind, diff
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
    from boardminutes.kinds import Kind, RestrictingKind
    from boardminutes.linting import Finding, Severity, lint
    from boardminutes.model.correction import Correction
    from boardminutes.model.items import Entry, Item, Paper
    from boardminutes.model.meeting import Adjournment, Meeting, NextMeeting, PreviousMinutes, Signature
    from boardminutes.model.outcomes import Action, ActionUpdate, Decision, Declaration, Due, MeetingReference, Motion
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
    from boardminutes.readers import Confidence, Consumed, Reader, Reading, Skipped, read
    from boardminutes.renderers import Renderer
    from boardminutes.rendering import compose, format_names, kind_names, media_type, reader_names, render, write
    from boardminutes.rich_text import markdown
    from boardminutes.serialize import dumps, json_schema, load, loads, notes_schema, save
    from boardminutes.series import Series, TrackedAction, next_agenda
    from boardminutes.sources import Found, find_meetings
    from boardminutes.theme import Logo, Margins, Theme, Typeface, load_theme, theme_names
    from boardminutes.views import public_view
    from boardminutes.wording import Conventions, Message, Wording, language_names

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
    "Change",
    "ChangeKind",
    "Confidence",
    "Consumed",
    "Contact",
    "Conventions",
    "Correction",
    "Decision",
    "Declaration",
    "Document",
    "Due",
    "Entry",
    "Extract",
    "Finding",
    "Found",
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
    "RestrictingKind",
    "Restriction",
    "Series",
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
    "TrackedAction",
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
    "diff",
    "dumps",
    "extract",
    "find_meetings",
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
    "next_agenda",
    "notes_schema",
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

_NAMES_OF = {
    "boardminutes.bulk": ("Job", "Outcome", "render_many"),
    "boardminutes.comparison": ("Change", "ChangeKind", "diff"),
    "boardminutes.document": ("Document",),
    "boardminutes.embedding": ("Extract", "extract"),
    "boardminutes.errors": (
        "BoardMinutesError",
        "InvalidMinutesError",
        "LostWorkerError",
        "MissingDependencyError",
        "MissingGlyphError",
        "PluginError",
        "Problem",
        "ReadError",
        "RenderError",
        "TemplateError",
        "UnknownCodeError",
        "UnknownFormatError",
        "UnknownLanguageError",
        "UnrecognisedSourceError",
        "WordingError",
    ),
    "boardminutes.kinds": ("Kind", "RestrictingKind"),
    "boardminutes.linting": ("Finding", "Severity", "lint"),
    "boardminutes.model.correction": ("Correction",),
    "boardminutes.model.items": ("Entry", "Item", "Paper"),
    "boardminutes.model.meeting": ("Adjournment", "Meeting", "NextMeeting", "PreviousMinutes", "Signature"),
    "boardminutes.model.outcomes": (
        "Action",
        "ActionUpdate",
        "Decision",
        "Declaration",
        "Due",
        "MeetingReference",
        "Motion",
    ),
    "boardminutes.model.paths": ("replace_at",),
    "boardminutes.model.people": ("Attendee", "Contact", "ItemAttendance"),
    "boardminutes.model.prose": (
        "Block",
        "Cell",
        "List",
        "ListItem",
        "Paragraph",
        "Prose",
        "Quote",
        "Restricted",
        "Restriction",
        "Span",
        "Subheading",
        "Table",
    ),
    "boardminutes.model.values": (
        "TBC",
        "ActionStatus",
        "Audience",
        "Category",
        "InterestConduct",
        "InterestKind",
        "ItemMark",
        "MeetingMode",
        "MeetingStatus",
        "MinutesStatus",
        "MotionOutcome",
        "Numbering",
        "Office",
        "PaperKind",
        "Presence",
        "ToBeConfirmed",
        "Verb",
        "VoteMethod",
        "VoteOption",
        "When",
    ),
    "boardminutes.model.votes": ("CastingVote", "Tally", "Vote"),
    "boardminutes.readers": ("Confidence", "Consumed", "Reader", "Reading", "Skipped", "read"),
    "boardminutes.renderers": ("Renderer",),
    "boardminutes.rendering": (
        "compose",
        "format_names",
        "kind_names",
        "media_type",
        "reader_names",
        "render",
        "write",
    ),
    "boardminutes.rich_text": ("markdown",),
    "boardminutes.serialize": ("dumps", "json_schema", "load", "loads", "notes_schema", "save"),
    "boardminutes.series": ("Series", "TrackedAction", "next_agenda"),
    "boardminutes.sources": ("Found", "find_meetings"),
    "boardminutes.theme": ("Logo", "Margins", "Theme", "Typeface", "load_theme", "theme_names"),
    "boardminutes.views": ("public_view",),
    "boardminutes.wording": ("Conventions", "Message", "Wording", "language_names"),
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

if not TYPE_CHECKING:  # pragma: no branch - a type checker that saw this would take any name for a public one

    def __getattr__(name: str) -> object:
        """Import what has the *name*, and keep it, so that this is asked once.

        No lock of its own: the import system has one for each module, and two threads find the same object.
        """
        home = _HOME_OF.get(name)
        found = _submodule(name) if home is None else getattr(_import_module(home), name)
        globals()[name] = found
        return found

    def _submodule(name: str) -> object:
        """Return a module of the package, so that `boardminutes.templates` needs no import of its own."""
        whole = f"{__name__}.{name}"
        try:
            if not name.startswith("_"):
                return _import_module(whole)
        except ModuleNotFoundError as error:
            if error.name != whole:
                raise
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=_sys.modules[__name__])

    def __dir__() -> list[str]:
        """Return the public names, those that are not imported yet among them."""
        return sorted({*globals(), *__all__})
