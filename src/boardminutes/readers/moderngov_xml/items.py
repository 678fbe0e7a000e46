"""The agenda items of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from boardminutes._character_references import unescaped
from boardminutes.model.items import Item
from boardminutes.model.prose import Restriction
from boardminutes.readers.exported.ledger import FOREIGN_ID, NOT_HELD, USUAL, Fields, Ledger, clean
from boardminutes.readers.exported.texts import taken
from boardminutes.readers.moderngov.fragments import Fragment
from boardminutes.readers.moderngov.items import RawItem
from boardminutes.readers.moderngov.lines import Line
from boardminutes.readers.moderngov.page import item_of
from boardminutes.readers.moderngov_xml.papers import flag, is_false, is_true, papers
from boardminutes.readers.moderngov_xml.tree import Node, fields_of, leave, unknown

UNTITLED: Final = "…"

_TEXTS: Final = {
    "agendatext": "agenda",
    "decisionnonemptyhtmlbody": "decision",
    "minutesnonemptyhtmlbody": "minutes",
}
_NUMBERS: Final = ("fulldisplaynumberformat", "agendaitemnumber", "agendaitemsubnumber")
_MINUTE_NUMBERS: Final = ("minutesitemnumber", "minutesitemsubnumber")
_FLAGS: Final = frozenset(
    {"isdecision", "isdisplayallowed", "isdecisionpublished", "decisionpublished", "isminutepublished"}
    | {"minutepublished", "isagendapublished", "agendapublished", "isrestricted"}
)
_GROUND: Final = re.compile(
    r"paragraphs?\s[\d(),\sand&]{1,40}\sof\s(?:Part\s\w{1,4}\sof\s)?Schedule\s12A"
    r"(?:,?\s(?:to|of)\sthe\sLocal\sGovernment\sAct\s1972)?",
    re.IGNORECASE,
)


@attrs.frozen
class ReadItem:
    """An item of the meeting.

    Attributes:
        item: The item.
        raw: What it was made of.
        lines: The lines of its texts.
    """

    item: Item
    raw: RawItem
    lines: tuple[Line, ...]


@attrs.frozen
class Options:
    """How items are read.

    Attributes:
        ledger: Where the account is written.
        url: The address that relative links are seen from; None for not known.
        restricted_title: What the public sees of an item whose title it may not see.
        ids: The ids of the items so far.
    """

    ledger: Ledger
    url: str | None
    restricted_title: str
    ids: set[str] = attrs.field(factory=set)


def items(containers: Iterable[tuple[str, Node]], options: Options) -> Iterator[ReadItem]:
    """Yield the items that elements `agendaitem` tell of, in order."""
    count = 0
    for path, container in containers:
        fields, more = fields_of(container, path, options.ledger)
        fields.rest(unknown)
        for where, node in more:
            if node.name == "agendaitem":
                yield _item(node, where, count, options)
                count += 1
            else:
                leave(node, where, options.ledger)


def _item(node: Node, path: str, index: int, options: Options) -> ReadItem:
    ledger, url = options.ledger, options.url
    fields, more = fields_of(node, path, ledger)
    place = f"items[{index}]"
    parts, lines = _texts(fields, more, place, ledger, url)
    number = _number(fields, place)
    minute_number = _minute_number(fields, place, number)
    title = clean(unescaped(fields.get("agendaitemtitle")))
    if title:
        fields.took("agendaitemtitle", f"{place}.title")
    identifier = fields.get("agendaitemid")
    if identifier and identifier not in options.ids:
        options.ids.add(identifier)
        fields.took("agendaitemid", f"{place}.id")
    else:
        identifier = ""
    linked = papers([one for one in more if one[1].name == "linkeddocuments"], place, ledger, url)
    raw = RawItem(
        number=None,
        title=title or number or UNTITLED,
        section=None,
        papers=linked,
        unlisted_papers=False,
        agenda=parts.get("agenda", ()),
        decision=parts.get("decision"),
        decision_label=None,
        minutes=parts.get("minutes"),
        consumed=(),
        skipped=(),
    )
    made = item_of(raw, index)
    ledger.consumed.extend(made.consumed)
    restriction, public_title = _restriction(raw, options.restricted_title, shown=_shows_title(fields, more, place))
    item = attrs.evolve(
        made.value,
        number=number,
        minute_number=minute_number,
        restriction=restriction,
        public_title=public_title,
        id=identifier or None,
    )
    fields.rest(_left)
    for where, one in more:
        if one.name not in {"linkeddocuments", *_TEXTS}:
            leave(one, where, ledger)
    return ReadItem(item, raw, lines)


def _texts(
    fields: Fields, more: Sequence[tuple[str, Node]], place: str, ledger: Ledger, url: str | None
) -> tuple[dict[str, tuple[Fragment, ...]], tuple[Line, ...]]:
    """Return the fragments of the texts of an item, by part, and all their lines."""
    found: dict[str, tuple[Fragment, ...]] = {}
    lines: list[Line] = []
    sources = [(f"{fields.path}{name}", name, fields.values.pop(name)) for name in _TEXTS if name in fields.values]
    sources += [(where, one.name, one.markup()) for where, one in more if one.name in _TEXTS]
    for where, name, text in sources:
        part = _TEXTS[name]
        if part in found:
            ledger.left(where, text, "stands more than once, and the first counts")
            continue
        made = taken(ledger, where, text, f"{place}.{'agenda' if part == 'agenda' else 'minutes'}", url)
        if made is not None:
            found[part] = made[0]
            lines.extend(made[1])
    return found, tuple(lines)


def _number(fields: Fields, place: str) -> str | None:
    """Return the printed number: as it is displayed, else the number of the item with its sub-number; 0 is none."""
    shown = fields.get("fulldisplaynumberformat")
    parts = [fields.get(name) for name in _NUMBERS[1:]]
    for name in _NUMBERS:
        if fields.get(name) == "0":
            fields.left(name, "0 stands for no number")
    number = shown if shown not in {"", "0"} else "".join(one for one in parts if one != "0")
    for name in _NUMBERS:
        if number and fields.get(name) in number:
            fields.took(name, f"{place}.number")
    return number or None


def _minute_number(fields: Fields, place: str, number: str | None) -> str | None:
    """Return the printed number in the minutes where it differs from the agenda's."""
    for name in _MINUTE_NUMBERS:
        if fields.get(name) == "0":
            fields.left(name, "0 stands for no number")
    found = "".join(fields.get(name) for name in _MINUTE_NUMBERS)
    same = number is not None and found == number.rstrip(".")
    for name in _MINUTE_NUMBERS:
        fields.took(name, f"{place}.{'number' if same else 'minute_number'}")
    return None if same else found or None


def _shows_title(fields: Fields, more: Sequence[tuple[str, Node]], place: str) -> bool | None:
    """Tell whether the public may see the title of a restricted item; None where it may see the item.

    An item is open only where nothing that is told of it says otherwise: a flag in a form that is not known closes it.
    """
    closing = [key for key, told in flag(fields, more, "isrestricted").items() if not is_false(told)]
    allowed = flag(fields, more, "isdisplayallowed")
    hidden = not all(map(is_true, allowed.values()))
    if not closing and not hidden:
        return None
    shown = bool(allowed) and not hidden
    for key in (*closing, *allowed):
        fields.took(key, f"{place}.restriction", *([f"{place}.public_title"] if shown else []))
    return shown


def _restriction(raw: RawItem, restricted_title: str, *, shown: bool | None) -> tuple[Restriction | None, str | None]:
    """Return why the public may not see an item, and the title that it may see."""
    if shown is None:
        return None, None
    texts = (raw.title, *(one.text for one in (*raw.agenda, *(raw.decision or ()), *(raw.minutes or ()))))
    ground = next((found[0] for text in texts if (found := _GROUND.search(text))), None)
    return Restriction(None if ground is None else clean(ground)), raw.title if shown else restricted_title


def _left(name: str, value: str) -> str:
    if name.removeprefix("@") in _FLAGS:
        return USUAL if is_false(value) or name.endswith("isdisplayallowed") else NOT_HELD
    return FOREIGN_ID if name.endswith("id") else unknown(name)
