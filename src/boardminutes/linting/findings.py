"""What a check finds, and how much it weighs."""

from __future__ import annotations

import enum

import attrs


class Severity(enum.Enum):
    """How much a finding weighs.

    An error contradicts the record itself or what it must hold; a warning is nearly always a slip; a note is something
    to look at once more.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing to look at before publishing.

    Attributes:
        code: The stable code, such as `BM101`; each has its page in the reference.
        name: The code in words, such as `action-without-owner`.
        severity: How much it weighs.
        path: The way from the meeting to the value, such as `items[3].minutes[0].due`, as `replace_at` takes it.
        message: What was found, in a sentence without a full stop; it may quote restricted matter.
        hint: What to do next, likewise.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: str
    hint: str

    def __str__(self) -> str:
        """Return the path, the code and the sentence in one line."""
        return f"{self.path}: {self.code} {self.message}"
