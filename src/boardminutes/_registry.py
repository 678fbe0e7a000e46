"""Renderers, kinds and readers by name, ours and anyone's: entry points, found without importing what they name."""

from __future__ import annotations

import functools
from importlib import metadata
from typing import Final

from boardminutes.errors import PluginError, UnknownFormatError

RENDERERS: Final = "boardminutes.renderers"
KINDS: Final = "boardminutes.kinds"
READERS: Final = "boardminutes.readers"

_WHAT = {RENDERERS: "format", KINDS: "kind", READERS: "reader"}


@functools.lru_cache(maxsize=8)
def _entry_points(group: str) -> dict[str, tuple[metadata.EntryPoint, ...]]:
    found: dict[str, dict[str, metadata.EntryPoint]] = {}
    for point in metadata.entry_points(group=group):
        found.setdefault(point.name, {})[point.value] = point  # one distribution may be seen twice on the path
    return {name: tuple(points.values()) for name, points in sorted(found.items())}


def names(group: str) -> tuple[str, ...]:
    """Return the names of a *group*, sorted; nothing is imported."""
    return tuple(_entry_points(group))


def load(group: str, name: str) -> type:
    """Import the class that bears *name* in *group*.

    Raises:
        UnknownFormatError: Nothing installed bears that name.
        PluginError: Two plug-ins bear it, or what it names cannot be imported or is no class.
    """
    points = _entry_points(group).get(name, ())
    if not points:
        raise UnknownFormatError(_WHAT[group], name, names(group))
    value = ", ".join(point.value for point in points)
    if len(points) > 1:
        message = f"two plug-ins provide the {_WHAT[group]} {name!r}: {value}; uninstall one"
        raise PluginError(message, name=name, value=value)
    try:
        loaded = points[0].load()
    except Exception as error:  # a stranger's module may raise anything
        message = f"the {_WHAT[group]} {name!r} cannot be loaded from {value}: {error}"
        raise PluginError(message, name=name, value=value) from error
    if not isinstance(loaded, type):
        message = f"the {_WHAT[group]} {name!r} must be a class, and {value} is {loaded!r}"
        raise PluginError(message, name=name, value=value)
    return loaded


def make(group: str, name: str, options: dict[str, object]) -> object:
    """Load the class that bears *name* in *group* and give it its *options*.

    Raises:
        TypeError: The class does not know an option; the message lists those it knows.
    """
    made = load(group, name)
    known = [field.alias for field in getattr(made, "__attrs_attrs__", ()) if field.init]
    unknown = sorted(set(options) - set(known))
    if unknown and hasattr(made, "__attrs_attrs__"):
        message = f"the {_WHAT[group]} {name!r} has no option {unknown[0]!r}; known: {', '.join(known) or 'none'}"
        raise TypeError(message)
    return made(**options)
