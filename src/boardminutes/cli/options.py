"""Options of formats and kinds as a person writes them: `name=value`."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import re
import types
import typing
from collections.abc import Iterable
from typing import Any, Final

import attrs
import typer

from boardminutes import _registry
from boardminutes.errors import BoardMinutesError, UnknownFormatError

_SWITCHES: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@attrs.frozen
class OptionField:
    """An option that a format or a kind has.

    Attributes:
        name: Its name.
        types: The types that its value may have.
        default: Its value unless another is given, as it would be written; empty for none.
        says: What it is, in a sentence.
    """

    name: str
    types: tuple[Any, ...]
    default: str
    says: str

    @property
    def is_sequence(self) -> bool:
        """Whether it may be given several times."""
        return any(typing.get_origin(one) is tuple for one in self.types)


def option_fields(plugin: type) -> tuple[OptionField, ...]:
    """Return the options of a *plugin*, which are the fields of its class where that is an attrs class."""
    if not attrs.has(plugin):
        return ()
    said = _said(plugin)
    try:
        hints = typing.get_type_hints(plugin)
    except NameError:  # a stranger's annotations may hold for type checkers alone
        hints = {}
    return tuple(
        OptionField(field.alias, _alternatives(hints.get(field.name, Any)), _default(field), said.get(field.name, ""))
        for field in attrs.fields(plugin)
        if field.init
    )


def values(group: str, name: str, given: Iterable[str]) -> dict[str, object]:
    """Return the options *given* for the format or kind of that *name*.

    Raises:
        typer.BadParameter: Nothing bears that name, or an option is not of the form `name=value`, has a value of a
            wrong type, or stands there twice.
        PluginError: It cannot be loaded.
    """
    try:
        known = {field.name: field for field in option_fields(_registry.load(group, name))}
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error)) from error
    found: dict[str, object] = {}
    for one in given:
        key, equals, text = one.partition("=")
        key = key.strip().replace("-", "_")
        if not equals or not key:
            raise typer.BadParameter(f"an option is written name=value, not {one!r}")
        field = known.get(key, OptionField(key, (Any,), "", ""))
        value = _value(field, text)
        if field.is_sequence:
            before = found.get(key, ())
            found[key] = (*before, value) if isinstance(before, tuple) else (value,)
        elif key in found:
            raise typer.BadParameter(f"the option {key} stands there twice")
        else:
            found[key] = value
    return found


def made(group: str, name: str, options: dict[str, object]) -> object:
    """Return the format or kind of that *name* with its *options*.

    Raises:
        typer.BadParameter: Nothing bears that name, or an option is unknown or has a value that it cannot have.
        BoardMinutesError: A file that an option names holds nothing that can be used, or the plug-in is broken.
        OSError: Such a file cannot be read.
    """
    try:
        return _registry.make(group, name, options)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error)) from error
    except BoardMinutesError:
        raise
    except (TypeError, ValueError) as error:
        raise typer.BadParameter(str(error)) from error


def _value(field: OptionField, text: str) -> object:
    """Return the value that a *text* stands for, by the types that the option takes."""
    for kind in field.types:
        if kind is bool and text.lower() in _SWITCHES:
            return _SWITCHES[text.lower()]
        if kind is int and re.fullmatch("[+-]?[0-9]{1,9}", text):
            return int(text)
        if kind is dt.date and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return _day(text)
        if isinstance(kind, enum.EnumType):
            return _member(field.name, kind, text)
    return text


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no day: {error}") from error


def _member(name: str, kind: enum.EnumType, text: str) -> object:
    members: list[enum.Enum] = list(kind)
    known = {str(one.value): one for one in members}
    if text not in known:
        raise typer.BadParameter(f"{name} must be one of {', '.join(known)}, not {text!r}")
    return known[text]


def _alternatives(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - an annotation
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return tuple(one for one in typing.get_args(hint) if one is not types.NoneType)
    return (hint,)


def _default(field: attrs.Attribute[Any]) -> str:
    """Return the default as it would be written; empty where there is none, or none that is a word."""
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    return str(field.default) if isinstance(field.default, str | int) else ""


def _said(plugin: type) -> dict[str, str]:
    """Return what a class's docstring says of each of its fields."""
    _, _, lines = (inspect.getdoc(plugin) or "").partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.+(?:\n     .+)*)", lines, re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}
