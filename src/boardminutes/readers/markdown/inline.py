"""What stands in a line of Markdown: its words, how they are marked, and what of it cannot be shown."""

from __future__ import annotations

import bisect
import itertools
import operator
import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import attrs

from boardminutes._character_references import unescaped
from boardminutes.readers.markdown.emphasis import Delimiter, matched

SOFT: Final = "\x00"
"""A line break of the source that shows as a blank; no text holds it, because lines are made legible before."""

HARD: Final = "\x01"
"""A line break of the source that shows as one."""

BREAK: Final = "\x02"
"""A line break that stands within a line of the source."""

Target: TypeAlias = Callable[[str], tuple[str | None, str]]
"""What returns the address that a link leads to, or None and why there is none."""

_SPECIAL = re.compile(
    r"\\[!-/:-@\[-`{-~]|\\\n|`+|\*+|_+|!\[|\[|\]|<|\n|https?://"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_DESTINATION = re.compile(
    r"\([ \t]{0,9}(?:<(?P<angled>[^<>\n]{0,2000})>"
    r"|(?P<bare>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()<>]{0,500}){0,5}))"
    r"(?:[ \t]{1,9}(?P<title>\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?[ \t]{0,9}\)"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]\n]{0,300})\]")
_AUTOLINK = re.compile(r"<(?P<url>(?:https?://|mailto:)[^\s<>]{1,2000}|(?P<email>[\w.+-]{1,100}@[\w.-]{1,100}))>")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>br|b|strong|i|em)[ \t]{0,9}/?>", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\[\]\"'`*|\\]{1,2000}")
_AFTER_URL = ".,;:!?)_"
_BLANKS = str.maketrans(dict.fromkeys(range(32), " "))
_STRONG_TAGS = frozenset({"b", "strong"})


@attrs.frozen
class Piece:
    """A run of text that is marked in one way; `SOFT` and `HARD` stand for line breaks.

    Attributes:
        text: The characters.
        strong: Whether it is of strong importance.
        emphasis: Whether it is stressed.
        link: The address that it leads to; None for none.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@attrs.frozen
class Note:
    """What of a line cannot be shown.

    Attributes:
        line: The place of the line among those that were given, counted from 0.
        reason: What it is, and why it is left out.
        hidden: What the line holds and nobody is shown, verbatim; empty for nothing.
    """

    line: int
    reason: str
    hidden: str = ""


@attrs.frozen
class Inline:
    """What stands in some lines of Markdown.

    Attributes:
        pieces: The runs of text in order.
        notes: What cannot be shown.
    """

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def label_of(text: str) -> str:
    """Return the label of a link as it is compared."""
    return " ".join(text.casefold().split())


def inline(text: str, definitions: Mapping[str, str], target: Target) -> Inline:
    """Return what stands in *text*, whose lines a line break separates.

    Args:
        text: The Markdown.
        definitions: The addresses that the document gives names, by label.
        target: What judges an address.
    """
    if _SPECIAL.search(text) is None:
        return Inline((Piece(text),) if text else (), ())
    scanner = _Scanner(text, definitions, target)
    scanner.scan()
    return Inline(_pieces(scanner.out), tuple(scanner.notes))


def _without(line: int, why: str) -> Note:
    return Note(line, f"of this line only {why}, is left out")


@attrs.define
class _Link:
    """Where a link begins or ends: with an address, or without."""

    target: str | None = None


@attrs.define
class _Bracket:
    place: int  # in `out`
    begin: int  # in the text, after the sign
    is_picture: bool


@attrs.define
class _Scanner:
    """Goes through the text once; no sign is looked at again.

    Attributes:
        text: The text.
        definitions: The addresses that have names.
        target: What judges an address.
        out: What was found: text, delimiters, tags and the ends of links.
        notes: What cannot be shown.
    """

    text: str
    definitions: Mapping[str, str]
    target: Target
    out: list[str | Delimiter | _Link] = attrs.field(factory=list)
    notes: list[Note] = attrs.field(factory=list)
    _brackets: list[_Bracket] = attrs.field(factory=list)
    _ticks: dict[int, list[int]] | None = None
    _no_comment_ends: int = -1
    _line: int = 0

    def scan(self) -> None:
        """Find everything."""
        at = 0
        while (found := _SPECIAL.search(self.text, at)) is not None:
            if found.start() > at:
                self.out.append(self.text[at : found.start()])
            at = self._take(found)
        self.out.append(self.text[at:])

    def _take(self, found: re.Match[str]) -> int:
        """Take a special sign and return where to go on."""
        sign, at = found[0], found.start()
        first = sign[0]
        if sign in {"\n", "\\\n"}:
            self.out.append(SOFT if sign == "\n" else HARD)
            self._line += 1
        elif first == "\\":
            self.out.append(sign[1])
        elif first == "`":
            return self._code(at, len(sign))
        elif first in "*_":
            self.out.append(
                Delimiter.between(first, len(sign), self._before(at), self.text[found.end() : found.end() + 1])
            )
        elif sign in {"[", "!["}:
            self._brackets.append(_Bracket(len(self.out), found.end(), is_picture=sign == "!["))
            self.out.append(sign)
        elif sign == "]":
            return self._close(at)
        elif sign == "<":
            return self._angle(at)
        elif first == "&":
            self.out.append(unescaped(sign).translate(_BLANKS))
        else:
            return self._url(at)
        return found.end()

    def _before(self, at: int) -> str:
        return self.text[at - 1 : at] if at else ""

    def _code(self, at: int, length: int) -> int:
        """Take code between backticks as text; without an end the backticks are text."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self.text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        places = self._ticks.get(length, [])
        index = bisect.bisect_right(places, at)
        if index == len(places):
            self.out.append("`" * length)
            return at + length
        end = places[index]
        code = self.text[at + length : end]
        if code[:1] == code[-1:] == " " and code.strip():
            code = code[1:-1]
        self._line += code.count("\n")
        self.out.append(code.replace("\n", SOFT))
        return end + length

    def _close(self, at: int) -> int:
        """Take the end of a link or picture; where no address follows, the brackets are text."""
        end = at + 1
        if not self._brackets:
            self.out.append("]")
            return end
        bracket = self._brackets.pop()
        address, title, end = self._address(bracket, at)
        if address is None:
            self.out.append("]")
            return end
        if title:
            self.notes.append(Note(self._line, f"of this line only the title {title} of a link is left out"))
        self.out[bracket.place] = ""
        if bracket.is_picture:
            reason = f"of this line only the address {address!r} of a picture is left out"
            self.notes.append(Note(self._line, reason))
            return end
        kept, why = self.target(address)
        if kept is None:
            self.notes.append(_without(self._line, why))
        else:
            self.out[bracket.place] = _Link(kept)
            self.out.append(_Link())
        self._brackets.clear()  # no link stands in another
        return end

    def _address(self, bracket: _Bracket, at: int) -> tuple[str | None, str, int]:
        """Return the address after the bracket at *at*, the title of the link, and where to go on."""
        direct = _DESTINATION.match(self.text, at + 1)
        if direct is not None:
            address = direct["bare"] if direct["angled"] is None else direct["angled"]
            return unescaped(address).translate(_BLANKS), direct["title"] or "", direct.end()
        words = self.text[bracket.begin : at] if at - bracket.begin <= 300 else ""  # noqa: PLR2004 - the longest label
        named = _LABEL.match(self.text, at + 1)
        label = label_of((named["label"] if named else "") or words)
        if label in self.definitions:
            return self.definitions[label], "", named.end() if named else at + 1
        return None, "", at + 1

    def _angle(self, at: int) -> int:
        link = _AUTOLINK.match(self.text, at)
        if link is not None:
            words = link["email"] or link["url"]
            kept, why = self.target(f"mailto:{words}" if link["email"] else words)
            if kept is None:
                self.notes.append(_without(self._line, why))
            self.out.extend((_Link(kept), words, _Link()) if kept is not None else (words,))
            return link.end()
        tag = _TAG.match(self.text, at)
        if tag is not None:
            name = tag["name"].lower()
            if name == "br":
                self.out.append(BREAK)
            else:
                self.out.append(Delimiter.tag("*" * (1 + (name in _STRONG_TAGS)), is_end=bool(tag["end"])))
            return tag.end()
        if self.text.startswith("<!--", at):
            return self._comment(at)
        self.out.append("<")
        return at + 1

    def _comment(self, at: int) -> int:
        """Leave out a comment that ends on its line."""
        end = -1 if at < self._no_comment_ends else self.text.find("-->", at + 4)
        if end < 0:
            self._no_comment_ends = len(self.text)
        if end < 0 or "\n" in self.text[at:end]:
            self.out.append("<!--")
            return at + 4
        hidden = self.text[at : end + 3]
        self.notes.append(Note(self._line, "of this line only a comment is left out, which no page shows", hidden))
        return end + 3

    def _url(self, at: int) -> int:
        found = _URL.match(self.text, at)
        words = "" if found is None else found[0].rstrip(_AFTER_URL)
        kept = self.target(words)[0] if words.partition("//")[2] else None
        if kept is None:
            self.out.append(self.text[at : at + 4])
            return at + 4
        self.out.extend((_Link(kept), words, _Link()))
        return at + len(words)


def _pieces(out: list[str | Delimiter | _Link]) -> tuple[Piece, ...]:
    """Return the text in *out*, marked."""
    matched([one for one in out if isinstance(one, Delimiter)])
    runs: list[tuple[tuple[bool, bool, str | None], str]] = []
    strong = emphasis = 0
    link: str | None = None
    for one in out:
        if isinstance(one, _Link):
            link = one.target
            continue
        if isinstance(one, str):
            text = one
        else:
            strong, emphasis = strong - one.ends_strong, emphasis - one.ends_emphasis
            text = one.left
        if text:
            runs.append(((strong > 0, emphasis > 0, link), text))
        if isinstance(one, Delimiter):
            strong, emphasis = strong + one.begins_strong, emphasis + one.begins_emphasis
    return tuple(
        Piece("".join(text for _, text in group), strong=style[0], emphasis=style[1], link=style[2])
        for style, group in itertools.groupby(runs, key=operator.itemgetter(0))
    )
