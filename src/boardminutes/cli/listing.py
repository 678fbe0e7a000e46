"""`boardminutes formats` and `kinds`: what is installed, ours and anyone's, with its options."""

from __future__ import annotations

import inspect
from importlib import metadata
from typing import Any

import typer

from boardminutes import _registry
from boardminutes.cli import parameters, streams
from boardminutes.cli.exits import Status
from boardminutes.cli.guard import tell
from boardminutes.cli.options import OptionField, option_fields
from boardminutes.cli.telling import told
from boardminutes.errors import PluginError


def formats(as_json: parameters.AsJson = False) -> None:
    """List the formats that are installed, with the options that `--option` takes."""
    raise typer.Exit(_listed(_registry.RENDERERS, "formats", as_json=as_json))


def kinds(as_json: parameters.AsJson = False) -> None:
    """List the kinds of documents that are installed, with the options that `--kind-option` takes."""
    raise typer.Exit(_listed(_registry.KINDS, "kinds", as_json=as_json))


def _listed(group: str, what: str, *, as_json: bool) -> Status:
    found, troubles = [], []
    for name in _registry.names(group):
        try:
            found.append(_described(group, name))
        except PluginError as error:
            troubles.append(told(error, name))
    if as_json:
        streams.put_json({what: found, "errors": [trouble.data() for trouble in troubles]})
    else:
        _draw(found)
        for trouble in troubles:
            tell(trouble, as_json=False)
    return Status.INPUT if troubles else Status.DONE


def _described(group: str, name: str) -> dict[str, Any]:
    loaded = _registry.load(group, name)
    says = (inspect.getdoc(loaded) or "").partition("\n\n")[0]
    return {
        "name": name,
        "says": " ".join(says.split()),
        "media_type": getattr(loaded, "media_type", None),
        "package": _package(group, name),
        "options": [_option(field) for field in option_fields(loaded)],
    }


def _package(group: str, name: str) -> str | None:
    """Return the name of the distribution that provides it."""
    [point, *_] = metadata.entry_points(group=group, name=name)
    return None if point.dist is None else point.dist.name


def _option(field: OptionField) -> dict[str, Any]:
    return {"name": field.name, "default": field.default or None, "several": field.is_sequence, "says": field.says}


def _draw(found: list[dict[str, Any]]) -> None:
    from rich.padding import Padding  # noqa: PLC0415 - only for people
    from rich.text import Text  # noqa: PLC0415 - likewise

    def put(text: Text, indent: int) -> None:
        screen.print(Padding(text, (0, 0, 0, indent), expand=False))

    screen = streams.console()
    for one in found:
        about = ", ".join(filter(None, (one["media_type"], one["package"])))
        screen.print(Text.assemble((one["name"], "bold"), f"  {about}"))
        put(Text(one["says"]), 2)
        for option in one["options"]:
            default = f" = {option['default']}" if option["default"] else ""
            put(Text.assemble((f"{option['name']}{default}", "cyan"), f"  {option['says']}"), 4)
