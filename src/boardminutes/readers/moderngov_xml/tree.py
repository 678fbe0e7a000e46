"""The elements of an answer as a small tree, and their account."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from boardminutes.embedding import xml_events
from boardminutes.readers.exported.ledger import UNKNOWN, Fields, Ledger

DEEPEST: Final = 100

_DECLARATION: Final = re.compile(r"<\?xml\b[^>]{0,500}\?>", re.IGNORECASE)
_LISTED: Final = frozenset({"agendaitem", "linkeddoc", "attendee"})


@attrs.define
class Node:
    """An element.

    Attributes:
        name: Its name without its namespace, in small letters.
        attributes: Its attributes, their names in small letters where that tells them apart.
        children: What stands in it, in order: elements and text.
    """

    name: str
    attributes: dict[str, str] = attrs.field(factory=dict)
    children: list[Node | str] = attrs.field(factory=list)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The elements in it."""
        return tuple(one for one in self.children if isinstance(one, Node))

    @property
    def text(self) -> str:
        """The text in it, without that of the elements in it."""
        return "".join(one for one in self.children if isinstance(one, str))

    def walk(self) -> Iterator[Node]:
        """Yield the element and those in it, in order."""
        yield self
        for one in self.nodes:
            yield from one.walk()

    def markup(self) -> str:
        """Return what stands in it as mark-up."""
        return "".join(html.escape(one) if isinstance(one, str) else one.outer() for one in self.children)

    def outer(self) -> str:
        """Return it as mark-up with its own tags."""
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes.items())
        inner = self.markup()
        return f"<{self.name}{attributes}>{inner}</{self.name}>" if inner else f"<{self.name}{attributes}/>"

    def placed(self, path: str) -> Iterator[tuple[str, Node]]:
        """Yield the elements in it, each with its path as seen from the answer."""
        seen: Counter[str] = Counter()
        times = Counter(one.name for one in self.nodes)
        for one in self.nodes:
            index = f"[{seen[one.name]}]" if one.name in _LISTED or times[one.name] > 1 else ""
            seen[one.name] += 1
            yield f"{path}.{one.name}{index}" if path else f"{one.name}{index}", one


class _Builder:
    def __init__(self) -> None:
        self.top = Node("")
        self.open = [self.top]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > DEEPEST:
            message = f"elements stand in each other more than {DEEPEST} deep"
            raise ValueError(message)
        times = Counter(one.lower() for one in attributes)
        named = {one.lower() if times[one.lower()] == 1 else one: value for one, value in attributes.items()}
        node = Node(_local(name), named)
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        self.open[-1].children.append(text)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def parsed(text: str) -> Node:
    """Return the outermost element of an XML text; nothing outside of it is read.

    Raises:
        MALFORMED: See `boardminutes.embedding.xml_events`.
    """
    builder = _Builder()
    xml = text.removeprefix("\ufeff").lstrip()
    declared = _DECLARATION.match(xml)
    xml = xml if declared is None else xml[declared.end() :]  # it is text already
    xml_events.read_events(xml.encode("utf-8", "surrogatepass"), builder)
    return builder.top.nodes[0]


def fields_of(node: Node, path: str, ledger: Ledger) -> tuple[Fields, list[tuple[str, Node]]]:
    """Return the single values of an element, and the elements in it that are more than one value or stand twice."""
    values = {f"@{name}": value for name, value in node.attributes.items() if value.strip()}
    if node.nodes and node.text.strip():
        values["#text"] = node.text
    prefix = f"{path}." if path else ""
    fields = Fields(ledger, prefix, values)
    more: list[tuple[str, Node]] = []
    for where, one in node.placed(path):
        name = where.removeprefix(prefix)
        if one.nodes or one.name in _LISTED:
            more.append((where, one))
            continue
        for attribute, value in one.attributes.items():
            if value.strip():
                ledger.left(f"{where}.@{attribute}", value, UNKNOWN)
        if one.text.strip():
            values[one.name if one.name not in values else name] = one.text
    return fields, more


def unknown(name: str, _value: str = "") -> str:
    """Return why a value that was not asked for is left out."""
    return "stands more than once, and the first counts" if name.endswith("]") else UNKNOWN


def leave(node: Node, path: str, ledger: Ledger, reason: str = UNKNOWN) -> None:
    """Leave out an element and all that stands in it."""
    for name, value in node.attributes.items():
        if value.strip():
            ledger.left(f"{path}.@{name}", value, reason)
    if node.text.strip():
        ledger.left(path, node.text, reason)
    for where, one in node.placed(path):
        leave(one, where, ledger, reason)


def leave_around(root: Node, kept: Node, ledger: Ledger) -> None:
    """Leave out what stands in *root* and not in the element that is *kept*."""
    for where, text in _values(root, root.name, kept):
        if text.strip():
            ledger.left(where, text, "stands outside of the meeting")


def order_of(root: Node, kept: Node) -> dict[str, int]:
    """Return the place of each path in an answer: those seen from *root* outside of what is *kept*, and those in it."""
    order: dict[str, int] = {}
    for where, _ in _values(root, root.name, kept):
        order.setdefault(where, 0)
    for where, _ in _values(kept, "", None):
        order.setdefault(where, len(order) + 1)
        order.setdefault(where.removesuffix("[0]"), order[where])  # the first of several is named without its index
    return order


def _values(node: Node, path: str, kept: Node | None) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each element and attribute in *node*, in order, without those in what is *kept*."""
    if node is kept:
        return
    prefix = f"{path}." if path else ""
    for name, value in node.attributes.items():
        yield f"{prefix}@{name}", value
    yield path, node.text if kept is not None else ""
    yield f"{prefix}#text", ""
    for where, one in node.placed(path):
        yield from _values(one, where, kept)
