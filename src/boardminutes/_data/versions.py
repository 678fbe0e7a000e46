"""The version of the form of data files, and how older files become newer ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from boardminutes._data.forms import told, unwanted
from boardminutes.errors import InvalidMinutesError, Problem

Migration: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""What turns the plain data of one version into those of the next."""

FIELD: Final = "schema_version"
SCHEMA_VERSION: Final = 1
"""The version that is written."""

UPDATE: Final = "update it to read the file"
"""How the message ends of data that only a newer boardminutes can read."""

MIGRATIONS: Final[Mapping[int, Migration]] = MappingProxyType({})
"""For each older version, what turns its data into those of the next version."""


def unwrapped(
    data: dict[str, Any], *, current: int = SCHEMA_VERSION, migrations: Mapping[int, Migration] = MIGRATIONS
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the data of a file in the form of the current version, without the version, and what is wrong with that.

    Raises:
        InvalidMinutesError: The version is newer than the current one.
    """
    fields = {name: value for name, value in data.items() if name != FIELD}
    if FIELD not in data:
        return fields, [Problem("", f"lacks the field {told(FIELD)}; write {current} for the form of today")]
    version = data[FIELD]
    if type(version) is not int or version < 1:
        return fields, [Problem(FIELD, str(unwanted("a whole number, 1 or more", version)))]
    if version > current:
        message = f"is {version}, of a newer boardminutes; this one reads up to {current}: {UPDATE}"
        raise InvalidMinutesError([Problem(FIELD, message)])
    for older in range(version, current):
        fields = migrations[older](fields)
    return fields, []
