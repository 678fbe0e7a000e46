"""YAML as plain data and back: what is not text keeps its form, nothing refers to anything else, nothing is folded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import yaml
from yaml.resolver import Resolver

from boardminutes._data.forms import told, too_deep
from boardminutes._data.scalars import scalar
from boardminutes.errors import InvalidMinutesError, Problem, join_path

Loader: TypeAlias = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
Dumper: TypeAlias = type[yaml.SafeDumper] | type[yaml.CSafeDumper]

_LOADER: Final[Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Final[Dumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Final = Resolver()
_DEPTH: Final = 250  # about as deep as JSON is written
_WIDTH: Final = 2**30  # no line is folded
_ADVICE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mapping values are not allowed": "; text that holds a colon and a blank stands in quotes",
        "tab character": "; indent with blanks and not with tabs",
        "character '\\t' that cannot start": "; indent with blanks and not with tabs",
        "found unexpected end of stream": "; a text that begins with a quote ends with one",
    }
)
"""What to do, by what both loaders say."""

_HALF_A_CHARACTER: Final = re.compile("[\ud800-\udfff]")  # which one of the loaders makes of an escape
_MANGLED: Final = re.compile("[\x85\u2028\u2029\ufeff]")  # unless it stands as an escape
_TAKEN_FOR_A_NUMBER: Final = re.compile("[YyNn]|[-+.]?[0-9][-+.,_:0-9a-fA-FxXoO]*")  # or a truth value, by some program


def parse(text: str, loader: Loader = _LOADER) -> tuple[object, list[Problem]]:
    """Return the plain data of a YAML text, and the problems that do not hinder reading on.

    Raises:
        InvalidMinutesError: The text is no YAML, is nested too deeply, or has what could make it something else than
            it looks: anchors, tags, several documents.
    """
    building = _Building()
    try:
        for event in yaml.parse(text, Loader=loader):
            building.take(event)
    except yaml.YAMLError as error:
        raise InvalidMinutesError([Problem("", f"is not YAML: {_reason(error)}")]) from None
    return building.whole, building.problems


def _reason(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        problem = str(error.problem)
        advice = next((text for sign, text in _ADVICE.items() if sign in problem), "")
        return f"{problem}{_place(error.problem_mark)}{advice}"
    return str(error).partition("\n")[0]


def _place(mark: Any) -> str:  # noqa: ANN401 - PyYAML has two classes of marks
    return f" (line {mark.line + 1}, column {mark.column + 1})"


class _Building:
    """Data that grow with each event of the parser; without recursion, so that no file can exhaust the stack."""

    def __init__(self) -> None:
        self.whole: object = None
        self.problems: list[Problem] = []
        self._open: list[dict[str, Any] | list[Any]] = []
        self._names: list[str | None] = []  # for each open mapping, the field whose value comes next
        self._is_begun = False

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            raise self._refused(event, f"anchors and aliases are not read; write out what {told(anchor)} stands for")
        if tag is not None:
            name = told(tag.replace("tag:yaml.org,2002:", "!!"))
            raise self._refused(event, f"tags are not read; leave {name} out")
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.MappingStartEvent():
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._names.pop()
                self._settle()
            case yaml.DocumentStartEvent():
                if self._is_begun:
                    raise self._refused(event, "only one document can stand in a file")
                self._is_begun = True

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if _HALF_A_CHARACTER.search(event.value):
            raise self._refused(event, "half a character (a surrogate) cannot stand alone; write the whole one")
        if self._expects_name():
            if event.value in self._open[-1]:
                self.problems.append(Problem(self._path(), f"holds the field {told(event.value)} twice"))
            self._names[-1] = event.value
        else:
            self._put(scalar(event.value, _tag(event.value)) if event.implicit[0] else event.value)
            self._settle()

    def _begin(self, holder: dict[str, Any] | list[Any], event: yaml.Event) -> None:
        if self._expects_name():
            raise self._refused(event, "the name of a field must be text")
        if len(self._open) == _DEPTH:
            raise too_deep()
        self._put(holder)
        self._open.append(holder)
        self._names.append(None)

    def _expects_name(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], dict) and self._names[-1] is None

    def _put(self, value: object) -> None:
        holder = self._open[-1] if self._open else None
        if isinstance(holder, list):
            holder.append(value)
        elif isinstance(holder, dict):
            holder[str(self._names[-1])] = value
        else:
            self.whole = value

    def _settle(self) -> None:
        if self._names:
            self._names[-1] = None

    def _path(self) -> str:
        """Return the path of the innermost container that is open."""
        path = ""
        for holder, name in zip(self._open[:-1], self._names, strict=False):
            path = join_path(path, f"[{len(holder) - 1}]" if isinstance(holder, list) else str(name))
        return path

    def _refused(self, event: yaml.Event, message: str) -> InvalidMinutesError:
        holder, name = (self._open[-1], self._names[-1]) if self._open else ({}, None)
        here = f"[{len(holder)}]" if isinstance(holder, list) else name or ""
        return InvalidMinutesError([Problem(join_path(self._path(), here), f"{message}{_place(event.start_mark)}")])


def _tag(text: str) -> str:
    """Return what YAML 1.1 takes a word without quotes for."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag


def text(data: object, dumper: Dumper = _DUMPER) -> str:
    """Return plain data as YAML.

    Raises:
        InvalidMinutesError: They are nested more deeply than YAML is read here.
    """
    events = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=False),
        *_events(data, 0),
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    written: str = yaml.emit(events, Dumper=dumper, allow_unicode=True, width=_WIDTH)
    return written


def _events(value: object, depth: int) -> Iterator[yaml.Event]:
    if depth > _DEPTH:
        raise too_deep()
    if isinstance(value, dict):
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
        for name, held in value.items():
            yield yaml.ScalarEvent(None, None, (True, True), name)
            yield from _events(held, depth + 1)
        yield yaml.MappingEndEvent()
    elif isinstance(value, list | tuple):
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
        for held in value:
            yield from _events(held, depth + 1)
        yield yaml.SequenceEndEvent()
    elif isinstance(value, str):
        yield yaml.ScalarEvent(None, None, (_may_be_plain(value), True), value, style=_style(value))
    else:
        yield yaml.ScalarEvent(None, None, (True, True), told(value))


def _may_be_plain(text: str) -> bool:
    return scalar(text, _tag(text)) == text and not _TAKEN_FOR_A_NUMBER.fullmatch(text)


def _style(text: str) -> str | None:
    """Return the style in which a text comes back as it was; None for any style of one line."""
    if _MANGLED.search(text):
        return '"'
    return "|" if "\n" in text else None
