"""The paragraphs of a Word document's main part, as a reader sees them."""

from __future__ import annotations

from typing import Final

import attrs

from boardminutes.embedding.xml_events import read_events

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}  # programs swap them for characters
_KEPT_FIELD: Final = "HYPERLINK"  # what other fields show is worked out anew by each program


@attrs.define
class _Field:
    """A field: an instruction, and what it shows.

    Attributes:
        instruction: What is known of its instruction so far.
        shows: Whether its instruction is over.
    """

    instruction: str = ""
    shows: bool = False

    @property
    def hides(self) -> bool:
        """Whether the text at hand is worked out by each program."""
        return self.shows and not self.instruction.strip().upper().startswith(_KEPT_FIELD)


@attrs.define
class _Body:
    """What is gathered of the body.

    Attributes:
        texts: The paragraphs that have ended.
    """

    texts: list[str] = attrs.field(factory=list)
    _paragraphs: list[list[str]] = attrs.field(factory=list)
    _fields: list[_Field] = attrs.field(factory=list)
    _reads: str = ""
    _bodies: int = 0
    _fallbacks: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        match name.removeprefix(_W):
            case "t" | "instrText":
                self._reads = name
            case "p":
                self._paragraphs.append([])
            case "fldSimple":
                self._fields.append(_Field(attributes.get(f"{_W}instr", ""), shows=True))
            case "fldChar":
                self._field_character(attributes.get(f"{_W}fldCharType"))
            case "body":
                self._bodies += 1
        if name in _SIGNS:
            self._say(_SIGNS[name])
        self._fallbacks += name == _FALLBACK

    def _field_character(self, character: str | None) -> None:
        if character == "begin":
            self._fields.append(_Field())
        elif self._fields and character == "separate":
            self._fields[-1].shows = True
        elif self._fields and character == "end":
            self._fields.pop()

    def end(self, name: str) -> None:
        """End an element."""
        match name.removeprefix(_W):
            case "t" | "instrText":
                self._reads = ""
            case "p":
                self.texts.append("".join(self._paragraphs.pop()))
            case "fldSimple":
                del self._fields[-1:]
            case "body":
                self._bodies -= 1
        self._fallbacks -= name == _FALLBACK

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._reads == f"{_W}t":
            self._say(text)
        elif self._reads and self._fields:
            self._fields[-1].instruction += text

    def _say(self, text: str) -> None:
        if self._paragraphs and self._bodies and not self._fallbacks and not any(one.hides for one in self._fields):
            self._paragraphs[-1].append(text)


def paragraphs(xml: bytes) -> list[str]:
    """Return the text of each paragraph of a main part, in the order in which they end, without tabs and breaks.

    Text that was deleted under revision control is left out, and so is what fields show but for that of links.

    Raises:
        xml_events.MALFORMED: It is no well-formed XML.
    """
    body = _Body()
    read_events(xml, body)
    return body.texts
