"""The package around a Word document: its parts, their types, and how they lead to each other (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from lxml import etree

from boardminutes._templating.faults import TemplateFault

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES: Final = "[Content_Types].xml"
MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MOST_MARKS: Final = 150_000
"""How many elements, attributes, line ends and tabs a part may have together, so that its tree fits the memory."""

_MARKS: Final = (b"<", b"=", b"\n", b"\t")
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIPS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"


def parse(data: bytes, part: str) -> etree._Element:
    """Return the root of a part; nothing outside it is read, and entities are refused.

    Raises:
        TemplateFault: It is no well-formed XML, it has a document type, or far more elements than a document has.
    """
    if sum(map(data.count, _MARKS)) > MOST_MARKS:
        raise TemplateFault(
            f"has a part of more than {MOST_MARKS:,} elements and attributes ({part}), too many to be read"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateFault(f"is damaged: {part}: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise TemplateFault(f"is damaged: {part} has a document type, which no part of a document may have")
    return root


def unparse(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def w(name: str) -> str:
    """Return the qualified *name* of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def val(element: etree._Element | None) -> str | None:
    """Return what the attribute `w:val` of an element says."""
    return None if element is None else element.get(w("val"))


@attrs.frozen
class Relationship:
    """How a part leads to another part, or out of the package.

    Attributes:
        id: Its name within the part.
        type: The address that says what the target is to the part.
        target: Where it leads.
        external: Whether that is outside the package.
    """

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, such as `header`."""
        return self.type.rpartition("/")[2]


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*; of the package for the empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relationships(data: bytes, part: str) -> Iterator[Relationship]:
    """Yield the relationships that a part holds."""
    for element in parse(data, part).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
        mode = element.get("TargetMode", "Internal")
        yield Relationship(
            element.get("Id", ""), element.get("Type", ""), element.get("Target", ""), mode != "Internal"
        )


def related(parts: Mapping[str, bytes], part: str, kind: str) -> list[str]:
    """Return the names of the parts to which *part* leads by relationships of a *kind*, in order, each once."""
    name = relationships_part(part)
    found = [
        _target(part, one.target)
        for one in read_relationships(parts.get(name, _EMPTY), name)
        if one.kind == kind and not one.external
    ]
    return [target for target in dict.fromkeys(found) if target in parts]


def _target(part: str, target: str) -> str:
    """Return the name of the part at *target*, as *part* names it."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def main_part(parts: Mapping[str, bytes]) -> str | None:
    """Return the name of the main part, or None where there is none."""
    return next(iter(related(parts, "", "officeDocument")), None)


def content_type(parts: Mapping[str, bytes], part: str) -> str | None:
    """Return the media type of a part."""
    types = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    for override in types.iter(f"{{{_TYPES}}}Override"):
        if override.get("PartName", "").lower() == f"/{part}".lower():
            return override.get("ContentType")
    for default in types.iter(f"{{{_TYPES}}}Default"):
        if default.get("Extension", "").lower() == part.rpartition(".")[2].lower():
            return default.get("ContentType")
    return None


def set_content_type(parts: dict[str, bytes], part: str, media_type: str) -> None:
    """State the media type of a part."""
    types = _types_without(parts, part)
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=media_type)
    parts[CONTENT_TYPES] = unparse(types)


def add_relationship(parts: dict[str, bytes], part: str, type: str, target: str, free: str | None = None) -> str:
    """Let *part* lead to *target*, a path from the root of the package, and return the name of the relationship.

    The name is *free* where one is given that no other relationship can have.
    """
    name = relationships_part(part)
    root = parse(parts.get(name, _EMPTY), name)
    taken = {element.get("Id") for element in root}
    free = free or next(made for number in range(1, len(taken) + 2) if (made := f"rIdMinutes{number}") not in taken)
    etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=free, Type=type, Target=f"/{target}")
    parts[name] = unparse(root)
    return free


def remove_related(parts: dict[str, bytes], part: str, kind: str) -> None:
    """Remove the parts to which *part* leads by relationships of a *kind*, and those relationships."""
    for target in related(parts, part, kind):
        del parts[target]
        parts[CONTENT_TYPES] = unparse(_types_without(parts, target))
    name = relationships_part(part)
    root = parse(parts.get(name, _EMPTY), name)
    for element in list(root):
        if element.get("Type", "").rpartition("/")[2] == kind:
            root.remove(element)
    parts[name] = unparse(root)


def remove_part(parts: dict[str, bytes], part: str, *, owner: str) -> None:
    """Remove a part, what leads from it, and what leads to it from the part *owner*."""
    del parts[part]
    parts.pop(relationships_part(part), None)
    parts[CONTENT_TYPES] = unparse(_types_without(parts, part))
    name = relationships_part(owner)
    root = parse(parts.get(name, _EMPTY), name)
    for element in list(root):
        if _target(owner, element.get("Target", "")) == part and element.get("TargetMode", "Internal") == "Internal":
            root.remove(element)
    parts[name] = unparse(root)


def add_part(
    parts: dict[str, bytes],
    part: str,
    data: bytes,
    *,
    owner: str,
    type: str,
    media_type: str,
    name: str | None = None,
) -> str:
    """Add a part to which the part *owner* leads, and return the name of the relationship."""
    parts[part] = data
    set_content_type(parts, part, media_type)
    return add_relationship(parts, owner, type, part, name)


def _types_without(parts: Mapping[str, bytes], part: str) -> etree._Element:
    types = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    for override in types.findall(f"{{{_TYPES}}}Override"):
        if override.get("PartName", "").lower() == f"/{part}".lower():
            types.remove(override)
    return types


_EMPTY: Final = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
