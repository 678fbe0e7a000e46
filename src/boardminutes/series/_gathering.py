"""Meetings of one body put in order, each once."""

from __future__ import annotations

import datetime as dt
import os
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from boardminutes.errors import InvalidMinutesError, Problem, join_path
from boardminutes.model._checks import day_of, shown
from boardminutes.model.meeting import Meeting
from boardminutes.model.values import TBC
from boardminutes.serialize import load

StrPath: TypeAlias = "str | os.PathLike[str]"

_SUFFIXES: Final = frozenset({".json", ".yaml", ".yml"})


@attrs.frozen
class Candidate:
    """A meeting that is to stand in a series, and what it is called in problems.

    Attributes:
        name: Its place among those given, or the path of its file.
        meeting: The meeting.
        is_file: Whether the name is the path of a file.
    """

    name: str
    meeting: Meeting
    is_file: bool = False

    def at(self, path: str) -> str:
        """Return the path of a value in the meeting."""
        return f"{self.name}: {path}" if self.is_file else join_path(self.name, path)


def given(meetings: Iterable[Meeting]) -> tuple[Candidate, ...]:
    """Return *meetings* with their places among those given.

    Raises:
        InvalidMinutesError: Something that is given is no meeting.
    """
    if isinstance(meetings, Meeting) or not isinstance(meetings, Iterable):
        raise InvalidMinutesError([Problem("meetings", f"must be a sequence of meetings, not {shown(meetings)}")])
    found = [Candidate(f"meetings[{index}]", meeting) for index, meeting in enumerate(meetings)]
    problems = [
        Problem(one.name, f"must be a Meeting, not {shown(one.meeting)}")
        for one in found
        if not isinstance(one.meeting, Meeting)
    ]
    if problems:
        raise InvalidMinutesError(problems)
    return tuple(found)


def loaded(source: StrPath | Iterable[StrPath]) -> tuple[Candidate, ...]:
    """Return the meetings of data files, or of the data files in a folder, in the order of their names.

    Raises:
        InvalidMinutesError: Files hold no meeting; the path of each problem begins with that of its file.
        UnknownFormatError: The suffix of a file that is named is none of a data file.
        OSError: A file or folder cannot be read.
    """
    found: list[Candidate] = []
    problems: list[Problem] = []
    for path in _paths(source):
        name = os.fspath(path)
        try:
            found.append(Candidate(name, load(path), is_file=True))
        except InvalidMinutesError as error:
            problems.extend(
                Problem(f"{name}: {problem.path}" if problem.path else name, problem.message)
                for problem in error.problems
            )
    if problems:
        raise InvalidMinutesError(problems)
    return tuple(found)


def _paths(source: StrPath | Iterable[StrPath]) -> Iterable[StrPath]:
    if not isinstance(source, str | os.PathLike):
        return source
    folder = pathlib.Path(source)
    return sorted(_data_files(folder)) if folder.is_dir() else (source,)


def _data_files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    for path in folder.iterdir():
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".") and path.is_file():
            yield path


def of_one_body(candidates: Sequence[Candidate], body: str | None) -> tuple[Candidate, ...]:
    """Return the meetings of one body: of *body* where it is named, and else of the only one that there is.

    Raises:
        InvalidMinutesError: There is none, or it is not known of which body one is.
    """
    bodies = {_name(one.meeting.body): one for one in reversed(candidates) if one.meeting.body is not None}
    wanted = None if body is None else _name(body)
    if wanted is None and len(bodies) > 1:
        first, *others = (one for one in candidates if one is bodies.get(_name(one.meeting.body or "")))
        raise InvalidMinutesError(
            Problem(
                one.at("body"),
                f"must be {shown(first.meeting.body)} as that of {first.name}, got {shown(one.meeting.body)}; "
                "a series has one body: say which with body=…",
            )
            for one in others
        )
    others_are_there = bool(set(bodies) - {wanted}) if wanted is not None else False
    unknown = [one for one in candidates if one.meeting.body is None]
    if others_are_there and unknown:
        message = f"must be known, since meetings of other bodies than {shown(body)} are there too"
        raise InvalidMinutesError(Problem(one.at("body"), message) for one in unknown)
    kept = tuple(one for one in candidates if wanted is None or _name(one.meeting.body or body or "") == wanted)
    if not kept:
        of_whom = "" if body is None else f" of {shown(body)}"
        raise InvalidMinutesError([Problem("meetings", f"must hold at least one meeting{of_whom}; there is none")])
    return kept


def _name(body: str) -> str:
    return " ".join(body.casefold().split())


def in_order(candidates: Sequence[Candidate]) -> tuple[Meeting, ...]:
    """Return the meetings in the order in which they begin, those whose day is to be confirmed last.

    Raises:
        InvalidMinutesError: A day is not known, or a meeting stands there twice.
    """
    problems = [*_without_day(candidates), *_twins(candidates)]
    if problems:
        raise InvalidMinutesError(problems)
    return tuple(one.meeting for one in sorted(candidates, key=_place))


def day(meeting: Meeting) -> dt.date | None:
    """Return the day of a meeting: that on which it was to begin, or else that on which it did."""
    return day_of(meeting.start) or day_of(meeting.opened)


def _without_day(candidates: Iterable[Candidate]) -> Iterator[Problem]:
    for one in candidates:
        if day(one.meeting) is None and one.meeting.start is not TBC:
            yield Problem(one.at("start"), "must be known, since a series is in the order of time; or say TBC")


def _place(one: Candidate) -> tuple[bool, dt.date, dt.time]:
    known = day(one.meeting)
    start = one.meeting.start if isinstance(one.meeting.start, dt.datetime) else one.meeting.opened
    return known is None, known or dt.date.max, dt.time() if start is None else start.time()


def _twins(candidates: Iterable[Candidate]) -> Iterator[Problem]:
    by_id: dict[str, Candidate] = {}
    by_start: dict[object, Candidate] = {}
    for one in candidates:
        start, name = one.meeting.start, one.meeting.id
        same = by_id.get(name) if name is not None else None
        if same is not None:
            yield Problem(one.at("id"), f"must not be {shown(name)} as that of {same.name}; keep one of them")
            continue
        at_once = by_start.get(start) if isinstance(start, dt.date) else None
        if at_once is not None and None in {name, at_once.meeting.id}:
            message = (
                f"must not be {start} as that of {at_once.name}: keep one of them, "
                "or give both an id if they are two meetings"
            )
            yield Problem(one.at("start"), message)
            continue
        if name is not None:
            by_id[name] = one
        by_start.setdefault(start, one)
