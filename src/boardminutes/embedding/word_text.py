"""The paragraphs of a Word document's main part, as a reader sees them."""

from __future__ import annotations

from collections.abc import Sized
from typing import Final

import attrs

from boardminutes.embedding.xml_events import read_events

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}  # programs swap them for characters
_KEPT_FIELD: Final = "HYPERLINK"  # what other fields show is worked out anew by each program
_ENOUGH_OF_AN_INSTRUCTION: Final = 16  # characters, which tell whether it is that of a link
_DEEPEST: Final = 1_000  # fields in fields, and paragraphs in the text boxes of paragraphs


@attrs.define
class _Field:
    """A field: an instruction, and what it shows.

    Attributes:
        instruction: What is known of the beginning of its instruction so far.
        shows: Whether its instruction is over.
    """

    instruction: str = ""
    shows: bool = False

    def tell(self, text: str) -> None:
        """Add a piece of its instruction."""
        if not self.shows:
            self.instruction = (self.instruction + text).lstrip()[:_ENOUGH_OF_AN_INSTRUCTION]

    @property
    def hides(self) -> bool:
        """Whether the text at hand is worked out by each program."""
        return self.shows and not self.instruction.upper().startswith(_KEPT_FIELD)


@attrs.define
class _Body:
    """What is gathered of the body.

    Attributes:
        texts: The paragraphs that have ended.
    """

    texts: list[str] = attrs.field(factory=list)
    _paragraphs: list[list[str]] = attrs.field(factory=list)
    _fields: list[_Field] = attrs.field(factory=list)
    _hiding: int = 0
    _reads: str = ""
    _bodies: int = 0
    _fallbacks: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        match name.removeprefix(_W):
            case "t" | "instrText":
                self._reads = name
            case "p":
                _refuse_deeper(self._paragraphs)
                self._paragraphs.append([])
            case "fldSimple":
                self._begin_field()
                self._fields[-1].tell(attributes.get(f"{_W}instr", ""))
                self._show_field()
            case "fldChar":
                self._field_character(attributes.get(f"{_W}fldCharType"))
            case "body":
                self._bodies += 1
        if name in _SIGNS:
            self._say(_SIGNS[name])
        self._fallbacks += name == _FALLBACK

    def _field_character(self, character: str | None) -> None:
        if character == "begin":
            self._begin_field()
        elif character == "separate":
            self._show_field()
        elif character == "end":
            self._end_field()

    def _begin_field(self) -> None:
        _refuse_deeper(self._fields)
        self._fields.append(_Field())

    def _show_field(self) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].shows = True
            self._hiding += self._fields[-1].hides

    def _end_field(self) -> None:
        if self._fields:
            self._hiding -= self._fields.pop().hides

    def end(self, name: str) -> None:
        """End an element."""
        match name.removeprefix(_W):
            case "t" | "instrText":
                self._reads = ""
            case "p":
                self.texts.append("".join(self._paragraphs.pop()))
            case "fldSimple":
                self._end_field()
            case "body":
                self._bodies -= 1
        self._fallbacks -= name == _FALLBACK

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._reads == f"{_W}t":
            self._say(text)
        elif self._reads and self._fields:
            self._fields[-1].tell(text)

    def _say(self, text: str) -> None:
        if self._paragraphs and self._bodies and not self._fallbacks and not self._hiding:
            self._paragraphs[-1].append(text)


def _refuse_deeper(opened: Sized) -> None:
    if len(opened) >= _DEEPEST:
        message = f"its text is nested more than {_DEEPEST:,} deep"
        raise ValueError(message)


def paragraphs(xml: bytes) -> list[str]:
    """Return the text of each paragraph of a main part, in the order in which they end, without tabs and breaks.

    Text that was deleted under revision control is left out, and so is what fields show but for that of links.

    Raises:
        xml_events.MALFORMED: It is no well-formed XML, or nested more deeply than any document.
    """
    body = _Body()
    read_events(xml, body)
    return body.texts
