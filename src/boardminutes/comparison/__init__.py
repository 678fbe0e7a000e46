"""What one state of the record of a meeting has that another has not."""

from boardminutes.comparison.changes import Change, ChangeKind, diff

__all__ = ["Change", "ChangeKind", "diff"]
