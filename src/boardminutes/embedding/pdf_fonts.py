"""What the codes of a font in a PDF mean, by its map to Unicode (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from boardminutes.embedding.pdf_limits import Allowance

_SECTIONS: Final = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)(?:end\1|\Z)", re.DOTALL)
_PAIRS: Final = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>")
_RANGES: Final = re.compile(
    rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>\s*+(?:<([0-9A-Fa-f\s]*+)>|\[([^\]]*+)(?:\]|\Z))"
)
_STRINGS: Final = re.compile(rb"<([0-9A-Fa-f\s]*+)>")
_MOST_MEANINGS: Final = 1 << 17
_LONGEST_MEANING: Final = 32  # bytes, 16 units of UTF-16; ligatures have two or three
_UNKNOWN: Final = "\ufffd"


@attrs.frozen
class Decoder:
    """What turns the codes of a font into text; codes it lacks become U+FFFD.

    Attributes:
        texts: What the codes mean.
        width: How many bytes a code has.
        allowed: How many characters may still be said.
    """

    texts: Mapping[int, str]
    width: int
    allowed: Allowance

    def __call__(self, codes: bytes) -> str:
        """Return the text of *codes*.

        Raises:
            UnreadableError: It is longer than is allowed.
        """
        starts = range(0, len(codes), self.width)
        pieces = [self.texts.get(int.from_bytes(codes[at : at + self.width], "big"), _UNKNOWN) for at in starts]
        self.allowed.take(sum(map(len, pieces)))
        return "".join(pieces)


def decoder(meanings: bytes, allowed: Allowance) -> Decoder:
    """Return what turns codes into text.

    Args:
        meanings: The map to Unicode of a font; what stands for far more characters than a ligature has is ignored.
        allowed: How many characters may be said.
    """
    width = 1
    for section in _SECTIONS.finditer(meanings):
        if section[1] == b"codespacerange":
            width = max((len(_bytes(last)) for _, last in _PAIRS.findall(section[2])), default=1) or 1
    return Decoder(dict(itertools.islice(_all_meanings(meanings), _MOST_MEANINGS)), width, allowed)


def _all_meanings(meanings: bytes) -> Iterator[tuple[int, str]]:
    """Yield each code with its text."""
    for section in _SECTIONS.finditer(meanings):
        if section[1] == b"bfchar":
            for code, text in _PAIRS.findall(section[2]):
                if len(units := _bytes(text)) <= _LONGEST_MEANING:
                    yield _code(code), _text(units)
        elif section[1] == b"bfrange":
            for first, last, text, texts in _RANGES.findall(section[2]):
                codes = range(_code(first), _code(last) + 1)
                yield from zip(codes, _texts_from(_bytes(text)) if text else _listed(texts), strict=False)


def _texts_from(first: bytes) -> Iterator[str]:
    """Yield the text of the first code of a range, and those that follow: the last unit counts up."""
    if len(first) > _LONGEST_MEANING:
        return iter(())
    unit = int.from_bytes(first[-2:], "big")
    return (_text(first[:-2] + (unit + step).to_bytes(2, "big")) for step in range(0x10000 - unit))


def _listed(texts: bytes) -> Iterator[str]:
    listed = map(_bytes, _STRINGS.findall(texts))
    return (_text(units) if len(units) <= _LONGEST_MEANING else _UNKNOWN for units in listed)


def _bytes(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _code(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits)[:4], "big")


def _text(units: bytes) -> str:
    return units.decode("utf-16-be", "replace")
