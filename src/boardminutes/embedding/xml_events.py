"""XML parts as a stream of events: nothing is kept, so that long parts take little memory, and entities are refused."""

from __future__ import annotations

from typing import Final, Protocol
from xml.parsers import expat

MALFORMED: Final = (expat.ExpatError, LookupError, ValueError)
"""What `read_events` raises for what is no XML, or has a document type or an encoding that no part may have."""


class Events(Protocol):
    """What is told of each element and text, in order; names are `{namespace}name`."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """An element ends."""
        ...

    def text(self, text: str) -> None:
        """A piece of text."""
        ...


def read_events(xml: bytes, events: Events) -> None:
    """Tell *events* what stands in *xml*; nothing outside it is read.

    Raises:
        MALFORMED: It is no well-formed XML, or it has a document type.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: events.start(
        _name(name), {_name(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: events.end(_name(name))
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(xml, True)  # noqa: FBT003 - the parser's own interface: this is the end


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _refuse(name: str, *_: object) -> None:
    message = f"there is a document type, {name}, which no part of a document may have"
    raise ValueError(message)
