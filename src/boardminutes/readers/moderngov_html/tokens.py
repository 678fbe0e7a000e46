"""From mark-up to tokens, in one pass: whatever the mark-up, it ends, and takes time in proportion to its length.

No tree is built, so nothing is too deep; nothing is looked up or run, so nothing is fetched. The rules are those of the
HTML Standard's tokenization (13.2.5) as far as they concern text: comments, raw text, quoted attributes, references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from boardminutes._character_references import unescaped

_NAME = re.compile(r"[A-Za-z][^\s/>]{0,100}")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+)))?)"""
)
_KEPT: Final = frozenset(
    {"alt", "charset", "class", "colspan", "content", "hidden", "href", "id", "name", "property", "rel", "rowspan"}
    | {"src", "start", "style", "type", "value"}
)
_RAW: Final = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp"})
_TEXT_ONLY: Final = frozenset({"title", "textarea"})
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW | _TEXT_ONLY}
_LONGEST_SHOWN = 120


@attrs.frozen
class Text:
    """Characters, with references such as `&amp;` replaced.

    Attributes:
        text: The characters.
    """

    text: str


@attrs.frozen
class Start:
    """The beginning of an element.

    Attributes:
        name: Its name in lower case.
        attributes: Those of its attributes that matter here, names in lower case, the first of a name.
        source: The tag as it stands in the page, cut where it is long.
    """

    name: str
    attributes: Mapping[str, str]
    source: str


@attrs.frozen
class End:
    """The end of an element.

    Attributes:
        name: Its name in lower case.
    """

    name: str


@attrs.frozen
class Comment:
    """A comment.

    Attributes:
        text: What it says.
        closed: Whether it ends before the page does.
    """

    text: str
    closed: bool = True


@attrs.frozen
class Raw:
    """What is no text of the page: the inside of a script or style, or a tag that the end of the page cuts off.

    Attributes:
        source: The tag, cut where it is long.
    """

    source: str


Token: TypeAlias = Text | Start | End | Comment | Raw


def tokens(page: str) -> Iterator[Token]:
    """Yield the tokens of *page*."""
    at = 0
    while at < len(page):
        begin = page.find("<", at)
        if begin < 0:
            yield Text(unescaped(page[at:]))
            return
        token, end = _markup(page, begin)
        if token is None:  # a sign that begins no tag is text
            end = page.find("<", begin + 1)
            end = len(page) if end < 0 else end
            yield Text(unescaped(page[at:end]))
            at = end
            continue
        if begin > at:
            yield Text(unescaped(page[at:begin]))
        yield token
        at = end
        if isinstance(token, Start) and token.name in _CLOSING:
            closing = _CLOSING[token.name].search(page, at)
            stop = len(page) if closing is None else closing.start()
            yield Raw(token.source) if token.name in _RAW else Text(unescaped(page[at:stop]))
            at = stop


def shortened(source: str) -> str:
    """Return the beginning of a piece of mark-up on one line."""
    whole = " ".join(source[: _LONGEST_SHOWN + 1].split())
    return whole if len(source) <= _LONGEST_SHOWN else f"{whole[:_LONGEST_SHOWN]}…"


def _markup(page: str, begin: int) -> tuple[Token | None, int]:
    """Return what a '<' begins, None where it begins nothing, and where that ends."""
    if page.startswith("<!--", begin):
        return _comment(page, begin)
    sign = page[begin + 1 : begin + 2]
    if sign in {"!", "?"}:
        end = page.find(">", begin)
        return (Comment(page[begin + 2 : end]), end + 1) if end >= 0 else _cut_off(page, begin)
    name = _NAME.match(page, begin + 2 if sign == "/" else begin + 1)
    if name is None:
        return None, begin
    if sign == "/":
        end = page.find(">", name.end())
        return (End(name[0].lower()), end + 1) if end >= 0 else _cut_off(page, begin)
    return _start(page, begin, name)


def _comment(page: str, begin: int) -> tuple[Token, int]:
    if page.startswith((">", "->"), begin + 4):
        return Comment(""), page.index(">", begin) + 1
    end = page.find("-->", begin + 4)
    if end < 0:
        return Comment(shortened(page[begin : begin + 2 * _LONGEST_SHOWN]), closed=False), len(page)
    return Comment(page[begin + 4 : end]), end + 3


def _start(page: str, begin: int, name: re.Match[str]) -> tuple[Token, int]:
    attributes: dict[str, str] = {}
    at = name.end()
    while (found := _ATTRIBUTE.match(page, at)) is not None:
        at = found.end()
        if found["end"]:
            return Start(name[0].lower(), attributes, shortened(page[begin:at])), at
        key = found["name"].lower()
        if key in _KEPT and key not in attributes:
            attributes[key] = unescaped(found["double"] or found["single"] or found["bare"] or "")
    return _cut_off(page, begin)


def _cut_off(page: str, begin: int) -> tuple[Token, int]:
    return Raw(shortened(page[begin : begin + 2 * _LONGEST_SHOWN])), len(page)
