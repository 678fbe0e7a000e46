"""The changes from one state of a record to another, each with its path."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any, Final

import attrs

from boardminutes.comparison._pairing import in_place, paired
from boardminutes.errors import InvalidMinutesError, Problem, join_path
from boardminutes.model._checks import shown
from boardminutes.model.meeting import Meeting
from boardminutes.model.prose import Paragraph, Subheading

_WHOLE: Final = (Paragraph, Subheading)
"""What is told of whole, because the runs inside mean little alone."""


class ChangeKind(enum.Enum):
    """What became of a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@attrs.frozen(kw_only=True)
class Change:
    """One difference between two states of a record.

    Attributes:
        kind: What became of the value: an element of a sequence was added, removed, or moved among those beside it; a
            field, or a paragraph, was changed.
        path: Where it stands in the new state, or, where it was removed, where it stood in the old one; as `replace_at`
            takes it.
        old_path: Where it stood in the old state; None where it was added.
        old: The value in the old state; None where it was added, or not known.
        new: The value in the new state; None where it was removed, or is not known.
    """

    kind: ChangeKind
    path: str
    old_path: str | None
    old: Any
    new: Any

    def __str__(self) -> str:
        """Return the path, what became of the value, and short forms of it."""
        old, new = _short(self.old), _short(self.new)
        told = {
            ChangeKind.ADDED: f"added {new}",
            ChangeKind.REMOVED: f"removed {old}",
            ChangeKind.CHANGED: f"changed from {old} to {new}",
            ChangeKind.MOVED: f"moved from {self.old_path}",
        }
        return f"{self.path}: {told[self.kind]}"


def _short(value: object) -> str:
    return shown(str(value) if isinstance(value, _WHOLE) else value)


def diff(old: Meeting, new: Meeting) -> tuple[Change, ...]:
    """Return what was changed from one state of a record to another, in the order of the new one.

    Elements of a sequence are the same where they are equal; else by their id; else by what they are called (the title
    of an item, the name of an attendee, the text of an outcome); else by their number with texts that are somewhat
    alike; else, between the same neighbours, by texts that are alike (0.6 or more) or by their number. Two ids are two.
    So what is put in is one change whatever follows it, and what stands elsewhere is moved. What is changed inside an
    element is told of field by field, down to single paragraphs.

    The whole record is compared, restricted matter too: changes are for those who may read all of it.

    Args:
        old: The record as it was.
        new: The record as it is.

    Raises:
        InvalidMinutesError: Prose is nested too deeply to be compared.
        TypeError: One of them is no Meeting.
    """
    for name, value in (("old", old), ("new", new)):
        if not isinstance(value, Meeting):
            raise TypeError(f"{name} must be a Meeting, not {type(value).__name__}")
    try:
        return tuple(_changes(old, new, "", ""))
    except RecursionError:
        raise InvalidMinutesError([Problem("", "is nested too deeply to be compared")]) from None


def _changes(old: Any, new: Any, old_path: str, path: str) -> Iterator[Change]:  # noqa: ANN401 - anything in a meeting
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _changes_in_sequence(old, new, old_path, path)
    elif type(old) is type(new) and attrs.has(type(old)) and not isinstance(old, _WHOLE):
        for field in attrs.fields_dict(type(old)):
            before, after = join_path(old_path, field), join_path(path, field)
            yield from _changes(getattr(old, field), getattr(new, field), before, after)
    else:
        yield Change(kind=ChangeKind.CHANGED, path=path, old_path=old_path, old=old, new=new)


def _changes_in_sequence(old: tuple[Any, ...], new: tuple[Any, ...], old_path: str, path: str) -> Iterator[Change]:
    pairs = paired(old, new)
    staying = in_place(pairs)
    from_old = {after: before for before, after in pairs}
    kept = {before for before, _ in pairs}
    gone = (index for index in range(len(old)) if index not in kept)
    removed = next(gone, None)
    for after, element in enumerate(new):
        here = f"{path}[{after}]"
        before = from_old.get(after)
        if before is None:
            yield Change(kind=ChangeKind.ADDED, path=here, old_path=None, old=None, new=element)
            continue
        there = f"{old_path}[{before}]"
        if before in staying:
            while removed is not None and removed < before:
                yield _removed(old, removed, old_path)
                removed = next(gone, None)
        else:
            yield Change(kind=ChangeKind.MOVED, path=here, old_path=there, old=old[before], new=element)
        yield from _changes(old[before], element, there, here)
    while removed is not None:
        yield _removed(old, removed, old_path)
        removed = next(gone, None)


def _removed(old: tuple[Any, ...], index: int, old_path: str) -> Change:
    there = f"{old_path}[{index}]"
    return Change(kind=ChangeKind.REMOVED, path=there, old_path=there, old=old[index], new=None)
