"""Lists that Word numbers: how a template marks them, and one numbering for each list so that it starts anew."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Mapping
from typing import Final

import attrs
from lxml import etree

from boardminutes.model.values import Numbering
from boardminutes.renderers.docx import styles
from boardminutes.renderers.docx.opc import val, w
from boardminutes.renderers.docx.styles import whole

FORMS: Final[Mapping[Numbering, str]] = {
    Numbering.BULLET: "bullet",
    Numbering.DECIMAL: "decimal",
    Numbering.LOWER_ALPHA: "lowerLetter",
    Numbering.UPPER_ALPHA: "upperLetter",
    Numbering.LOWER_ROMAN: "lowerRoman",
    Numbering.UPPER_ROMAN: "upperRoman",
}
"""How Word calls each way to mark the points (ECMA-376 part 1, 17.18.59)."""

LEVELS: Final = 9
_HOUSE_STYLES: Final = {Numbering.BULLET: styles.BULLETS, Numbering.DECIMAL: styles.NUMBERS}


@attrs.frozen
class Level:
    """How the points of one level of a list are marked.

    Attributes:
        definition: The identifier of the list's definition.
        left: The space before the text, in twentieths of a point.
        hanging: How far the mark hangs out before the text.
        elsewhere: The definition for points that stand elsewhere than it says, and so have none of its tab stops.
    """

    definition: str
    left: int
    hanging: int
    elsewhere: str


@attrs.frozen
class ListSheet:
    """The lists of one template.

    Attributes:
        levels: The nine levels of each way to mark the points.
        first_free: The number of the first list that a document may add.
    """

    levels: Mapping[Numbering, tuple[Level, ...]]
    first_free: int


@attrs.define
class Lists:
    """The lists of one document, numbered as they come.

    Attributes:
        sheet: The lists of the template.
        added: What they add to the numbering part, as XML.
    """

    sheet: ListSheet
    added: list[str] = attrs.field(factory=list)

    def begin(self, numbering: Numbering, level: int, start: int, *, own_indents: bool) -> str:
        """Begin a list and return its number, by which its points refer to it.

        Args:
            numbering: How its points are marked.
            level: The number of lists around it.
            start: The number of its first point.
            own_indents: Whether the points stand where the definition of the list says.
        """
        number = self.sheet.first_free + len(self.added)
        first = 1 if numbering is Numbering.BULLET else start
        used = self.sheet.levels[numbering][level]
        definition = used.definition if own_indents else used.elsewhere
        self.added.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride></w:num>'
        )
        return str(number)


def complete(root: etree._Element, source: etree._Element, style_root: etree._Element) -> ListSheet:
    """Add to a template's lists those of the default template, and return how each way to mark points is done.

    The bullets and figures of a template's own styles List Bullet and List Number are kept, as far as their levels go.

    Args:
        root: The numbering of the template; changed.
        source: The numbering of the default template.
        style_root: The styles of the template, before any was added.
    """
    ours = _add_definitions(root, source)
    house = {numbering: _house(root, style_root, numbering) for numbering in _HOUSE_STYLES}
    numbers = [whole(one.get(w("numId"))) for one in root.iter(w("num"))]
    return ListSheet(
        levels={
            numbering: (*house.get(numbering, ()), *ours[numbering][len(house.get(numbering, ())) :])
            for numbering in Numbering
        },
        first_free=max(numbers, default=0) + 1,
    )


def _add_definitions(root: etree._Element, source: etree._Element) -> dict[Numbering, tuple[Level, ...]]:
    present = {val(one.find(w("nsid"))): one for one in root.iter(w("abstractNum"))}  # a house may start from ours
    free = max((whole(one.get(w("abstractNumId"))) for one in present.values()), default=-1) + 1
    place = sum(1 for one in root if one.tag in {w("numPicBullet"), w("abstractNum")})
    made: dict[Numbering, tuple[Level, ...]] = {}
    for index, (numbering, ours) in enumerate(zip(FORMS, source.findall(w("abstractNum")), strict=True)):
        definition = present.get(val(ours.find(w("nsid"))))
        if definition is None:
            definition = copy.deepcopy(ours)
            definition.set(w("abstractNumId"), str(free + index))
            root.insert(place, definition)
            place += 1
        made[numbering] = tuple(level for _, level in _levels(definition))
    return made


def _house(root: etree._Element, style_root: etree._Element, numbering: Numbering) -> tuple[Level, ...]:
    """Return the levels, from the outermost on, that the template's own style of lists marks as is wanted."""
    wanted = _HOUSE_STYLES[numbering].casefold()
    named = (one for one in style_root.iter(w("style")) if (val(one.find(w("name"))) or "").casefold() == wanted)
    style = next(named, None)
    number = None if style is None else val(style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
    used = next((one for one in root.iter(w("num")) if one.get(w("numId")) == number), None)
    definition = None if used is None else val(used.find(w("abstractNumId")))
    found = next((one for one in root.iter(w("abstractNum")) if one.get(w("abstractNumId")) == definition), None)
    if found is None:
        return ()
    alike = itertools.takewhile(lambda one: one[0] == FORMS[numbering], _levels(found))
    elsewhere = _without_stops(root, found)
    return tuple(attrs.evolve(level, elsewhere=elsewhere) for _, level in alike)[:LEVELS]


def _without_stops(root: etree._Element, definition: etree._Element) -> str:
    """Return the identifier of the same list without tab stops, which is added if the definition has any.

    Older versions of Word set a stop where the text begins. Where a panel moves the points to the right, the mark would
    still end at that stop, and the first line of a point begin left of the others.
    """
    stops = list(definition.iterfind(f"{w('lvl')}/{w('pPr')}/{w('tabs')}"))
    if not stops:
        return definition.get(w("abstractNumId"), "")
    copied = copy.deepcopy(definition)
    for one in list(copied.iter(*map(w, ("nsid", "tmpl", "name", "styleLink", "numStyleLink", "pStyle", "tabs")))):
        parent = one.getparent()
        assert parent is not None  # noqa: S101 - none of these is the definition itself
        parent.remove(one)
    identifier = str(max(whole(one.get(w("abstractNumId"))) for one in root.iter(w("abstractNum"))) + 1)
    copied.set(w("abstractNumId"), identifier)
    definitions = list(root.iter(w("abstractNum")))
    definitions[-1].addnext(copied)
    return identifier


def _levels(definition: etree._Element) -> list[tuple[str | None, Level]]:
    identifier = definition.get(w("abstractNumId"), "")
    made: list[tuple[str | None, Level]] = []
    for depth, level in enumerate(definition.findall(w("lvl"))):
        if level.get(w("ilvl")) != str(depth):
            break
        indent = level.find(f"{w('pPr')}/{w('ind')}")
        indent = etree.Element(w("ind")) if indent is None else indent
        left = whole(indent.get(w("left")) or indent.get(w("start")))
        hanging = whole(indent.get(w("hanging")))
        made.append((val(level.find(w("numFmt"))), Level(identifier, left, hanging, identifier)))
    return made
