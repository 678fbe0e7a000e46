"""What the codes of a font in a PDF mean, by its map to Unicode (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final

_SECTIONS: Final = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)(?:end\1|\Z)", re.DOTALL)
_PAIRS: Final = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>")
_RANGES: Final = re.compile(
    rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>\s*+(?:<([0-9A-Fa-f\s]*+)>|\[([^\]]*+)(?:\]|\Z))"
)
_STRINGS: Final = re.compile(rb"<([0-9A-Fa-f\s]*+)>")
_MOST_MEANINGS: Final = 1 << 17
_UNKNOWN: Final = "\ufffd"


def decoder(meanings: bytes) -> Callable[[bytes], str]:
    """Return what turns codes into text, given the map to Unicode of a font; codes it lacks become U+FFFD."""
    width = 1
    for section in _SECTIONS.finditer(meanings):
        if section[1] == b"codespacerange":
            width = max((len(_bytes(last)) for _, last in _PAIRS.findall(section[2])), default=1) or 1
    texts = dict(itertools.islice(_all_meanings(meanings), _MOST_MEANINGS))

    def decode(codes: bytes) -> str:
        starts = range(0, len(codes), width)
        return "".join([texts.get(int.from_bytes(codes[at : at + width], "big"), _UNKNOWN) for at in starts])

    return decode


def _all_meanings(meanings: bytes) -> Iterator[tuple[int, str]]:
    """Yield each code with its text."""
    for section in _SECTIONS.finditer(meanings):
        if section[1] == b"bfchar":
            for code, text in _PAIRS.findall(section[2]):
                yield _code(code), _text(_bytes(text))
        elif section[1] == b"bfrange":
            for first, last, text, texts in _RANGES.findall(section[2]):
                codes = range(_code(first), _code(last) + 1)
                yield from zip(codes, _texts_from(_bytes(text)) if text else _listed(texts), strict=False)


def _texts_from(first: bytes) -> Iterator[str]:
    """Yield the text of the first code of a range, and those that follow: the last unit counts up."""
    unit = int.from_bytes(first[-2:], "big")
    return (_text(first[:-2] + (unit + step).to_bytes(2, "big")) for step in range(0x10000 - unit))


def _listed(texts: bytes) -> Iterator[str]:
    return (_text(_bytes(text)) for text in _STRINGS.findall(texts))


def _bytes(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _code(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits)[:4], "big")


def _text(units: bytes) -> str:
    return units.decode("utf-16-be", "replace")
