"""A theme from a TOML file, every fault of which is told at once."""

from __future__ import annotations

import functools
import importlib.resources
import os
import pathlib
import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar, cast

import attrs

from boardminutes._data.forms import meant, told
from boardminutes.errors import InvalidMinutesError, Problem, UnknownFormatError
from boardminutes.theme.house import Theme
from boardminutes.theme.picture import Logo
from boardminutes.theme.values import FILES, Margins, Typeface

_SUFFIX: Final = ".toml"
_BASE: Final = "base"
_PARTS: Final[Mapping[str, type]] = {"logo": Logo, "margins": Margins, "typeface": Typeface}
_PATHS: Final = frozenset({"picture", *FILES})
_MOST_BYTES: Final = 2**20
_T = TypeVar("_T")


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with the package, sorted."""
    return tuple(sorted(one.name.removesuffix(_SUFFIX) for one in _folder().iterdir() if one.name.endswith(_SUFFIX)))


def load_theme(source: str | os.PathLike[str]) -> Theme:
    """Load a theme.

    Args:
        source: The name of a theme that comes with the package (see `theme_names`), or the path of a TOML file. The
            keys of that are the fields of Theme, with tables for `logo`, `margins` and `typeface`, and `base`: the
            name of a theme that comes with the package, whose fields hold where the file says nothing. Paths in it are
            relative to the file, and no other file is read.

    Raises:
        UnknownFormatError: No theme bears that name, and it is no path of a TOML file.
        InvalidMinutesError: The file is no theme; each problem has its path, such as `logo.alternative_text`.
        OSError: The file cannot be read.
    """
    if isinstance(source, str) and source in theme_names():
        return _packaged(source)
    path = pathlib.Path(source)
    if isinstance(source, str) and path.suffix.lower() != _SUFFIX:
        raise UnknownFormatError("theme", source, theme_names())
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise InvalidMinutesError([Problem("", f"a theme has at most {_MOST_BYTES:,} bytes; this file has more")])
    return _theme(data, path.parent)


def taken(value: Theme | str | os.PathLike[str] | None) -> Theme:
    """Return the theme that an option `theme` stands for: itself, that of a name or file, or the default one."""
    if value is None:
        return _packaged("default")
    if isinstance(value, Theme):
        return value
    if not isinstance(value, str | os.PathLike):
        raise TypeError(f"theme must be a Theme, its name or the path of a TOML file, not {type(value).__name__}")
    return load_theme(value)


@functools.lru_cache(maxsize=16)
def _packaged(name: str) -> Theme:
    return _theme((_folder() / f"{name}{_SUFFIX}").read_bytes(), pathlib.Path())


def _folder() -> Traversable:
    return importlib.resources.files("boardminutes") / "themes"


def _theme(data: bytes, folder: pathlib.Path) -> Theme:
    try:
        table = tomllib.loads(data.decode())
    except UnicodeDecodeError:
        raise InvalidMinutesError([Problem("", "is not written in UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidMinutesError([Problem("", f"is not TOML: {error}")]) from None
    except RecursionError:
        raise InvalidMinutesError([Problem("", "is nested too deeply")]) from None
    problems: list[Problem] = []
    base = _base(table.pop(_BASE, None), problems)
    made = _made(Theme, table, base, folder, problems)
    if made is None or problems:
        raise InvalidMinutesError(problems)
    return made


def _base(name: object, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of the theme of that *name*."""
    if name is None:
        return {}
    if isinstance(name, str) and name in theme_names():
        theme = _packaged(name)
        return {field.name: getattr(theme, field.name) for field in attrs.fields(Theme)}
    near = meant(name, theme_names()) if isinstance(name, str) else ""
    problems.append(Problem(_BASE, f"must be one of {', '.join(theme_names())}, not {told(name)}{near}"))
    return {}


def _made(
    what: type[_T], table: Mapping[str, object], base: Mapping[str, Any], folder: pathlib.Path, problems: list[Problem]
) -> _T | None:
    """Return an object with the fields in a *table*, and otherwise of a *base*; None where there are problems."""
    known = {field.name: field for field in attrs.fields(cast("Any", what)) if field.init}
    found: list[Problem] = [
        Problem(name, "is missing")
        for name, field in known.items()
        if field.default is attrs.NOTHING and name not in table
    ]
    kept, listed = dict(base), f"; known: {', '.join(known)}"
    for key, value in table.items():
        if key not in known:
            found.append(Problem(key, f"is no key of a theme{meant(key, known) or listed}"))
            continue
        try:
            kept[key] = _value(known[key], value, folder)
        except InvalidMinutesError as error:
            found += error.problems
        except OSError as error:
            found.append(Problem(key, f"cannot be read: {error.strerror}: {told(value)}"))
    if not found:
        try:
            return what(**kept)
        except InvalidMinutesError as error:
            found += error.problems
    problems += found
    return None


def _value(field: attrs.Attribute[Any], value: object, folder: pathlib.Path) -> object:
    name = field.name
    part = _PARTS.get(name)
    if part is not None:
        if not isinstance(value, dict):
            raise InvalidMinutesError([Problem(name, f"must be a table, [{name}]")])
        found: list[Problem] = []
        made = _made(part, value, {}, folder, found)
        if found:
            raise InvalidMinutesError([problem.under(name) for problem in found])
        return made
    if name in _PATHS and isinstance(value, str):
        value = folder / value
    assert field.converter is not None  # noqa: S101 - every field of a theme is checked
    return cast("Any", field.converter)(value)
