"""The meetings of one body in order."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import Final

import attrs

from boardminutes.model._checks import shown
from boardminutes.model.meeting import Meeting
from boardminutes.series import _gathering
from boardminutes.series._matching import tracked
from boardminutes.series.approvals import Approval, approvals
from boardminutes.series.tracking import TrackedAction

THRESHOLD: Final = 0.9


def _meetings(value: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return _gathering.in_order(_gathering.of_one_body(_gathering.given(value), None))


@attrs.frozen
class Series:
    """The meetings of one body in the order in which they began.

    A series has one body. Where the meetings are of several, say of which the series is to be: those of the others are
    left out. Bodies are one where their names are, upper case and the width of blanks aside; a meeting whose body is
    not known is taken for one of this body, unless meetings of others are there too.

    The day of a meeting is that on which it was to begin, or else that on which it was opened. Meetings whose day is to
    be confirmed are to come, and stand last; meetings whose day is not known are refused, and so is a meeting that is
    there twice: two with one id, or with one start unless each has an id of its own.

    Attributes:
        meetings: The meetings in order; at least one.

    Raises:
        InvalidMinutesError: The meetings are none, of several bodies, without a day, or there twice.
    """

    meetings: tuple[Meeting, ...] = attrs.field(converter=_meetings, repr=lambda held: f"<{len(held)} meetings>")

    @classmethod
    def of(cls, meetings: Iterable[Meeting], *, body: str | None = None) -> Series:
        """Return the series of *meetings*, which may come in any order.

        Args:
            meetings: The meetings, at least one of them of the body.
            body: Of which body the series is to be; None for the only one that there is.

        Raises:
            InvalidMinutesError: As for the class; paths such as `meetings[3].start` count the meetings as given.
        """
        return cls(_gathering.in_order(_gathering.of_one_body(_gathering.given(meetings), body)))

    @classmethod
    def load(
        cls, source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, body: str | None = None
    ) -> Series:
        """Return the series of the meetings in data files.

        Args:
            source: A folder, of which all files that end in `.json`, `.yaml` or `.yml` are read, those in folders
                inside it and hidden ones aside; or a file, or several.
            body: Of which body the series is to be; None for the only one that there is.

        Raises:
            InvalidMinutesError: As for the class, or files hold no meeting; paths begin with that of the file, such as
                `minutes/2026-03-05.yaml: start`.
            UnknownFormatError: The suffix of a file that is named is none of a data file.
            OSError: A file or folder cannot be read.
        """
        return cls(_gathering.in_order(_gathering.of_one_body(_gathering.loaded(source), body)))

    @property
    def body(self) -> str | None:
        """The name of the body, as the last meeting that names it does; None where none does."""
        return next((one.body for one in reversed(self.meetings) if one.body is not None), None)

    def actions(self, *, on: dt.date | None = None, threshold: float = THRESHOLD) -> tuple[TrackedAction, ...]:
        """Return every action once, with its history, in the order in which they came up first.

        An action of a later meeting is that of an earlier one where both have one id. Else it is where both bear one
        reference, and either the texts are alike (0.6 or more) or the later names the day of the earlier one's meeting
        as its origin. Else it is where the texts are alike by the *threshold* or more, the numbers in them, the owners
        and the references being no others, and only one action can be meant; equal texts go before alike ones. By
        reference and text, what was done or withdrawn is not what is open later.

        Actions of two ids are two. Whatever may be one action and is not certain to be is kept apart, and told of in
        `doubts` of both. Texts are compared in lower case, with single blanks and without marks at the end; those of
        more than 1,000 characters are alike only where they are equal.

        Args:
            on: The day as of which it is told: meetings after it are left out, and what was due before it is overdue;
                None for all meetings, and for not telling what is overdue.
            threshold: How alike texts must be, above 0 and at most 1: twice the characters in common by those of both.

        Raises:
            ValueError: The threshold is no such number.
            TypeError: *on* is no day.
        """
        if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 < threshold <= 1:
            raise ValueError(f"threshold must be a number above 0 and at most 1, not {shown(threshold)}")
        if on is None:
            return tracked(self.meetings, threshold)
        if type(on) is not dt.date:
            raise TypeError(f"on must be a datetime.date, not {shown(on)}")
        known = [(_gathering.day(one), one) for one in self.meetings]
        found = tracked((one for day, one in known if day is not None and day <= on), threshold)
        return tuple(attrs.evolve(one, overdue=one.was_due_before(on)) for one in found)

    def open_actions(self, *, on: dt.date | None = None, threshold: float = THRESHOLD) -> tuple[TrackedAction, ...]:
        """Return the actions that are neither done nor withdrawn, as `actions` returns all of them.

        Args:
            on: The day as of which it is told; None for all meetings, and for not telling what is overdue.
            threshold: How alike texts must be, above 0 and at most 1.

        Raises:
            ValueError: The threshold is no such number.
            TypeError: *on* is no day.
        """
        return tuple(one for one in self.actions(on=on, threshold=threshold) if one.is_open)

    def approvals(self) -> tuple[Approval, ...]:
        """Return which meeting's minutes came up for approval at which later one, and with what corrections.

        The minutes are found by the id that the later meeting names where the earlier one has an id, and else by the
        day. Where no meeting of the series has it, or several have it, the minutes are not known. Each correction is
        told with the item of those minutes that it corrects, or with why that is not known.
        """
        return tuple(approvals(self.meetings))
