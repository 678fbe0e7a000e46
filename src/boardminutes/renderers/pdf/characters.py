"""What kind of character each is: which are set as they are, which are invisible, and which this format refuses.

Text is set one glyph after the other, from left to right. So writing that runs from right to left, letters that change
shape beside each other and marks that must be placed by the font are refused: printed so they would be wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LINE_BREAKS: Final = frozenset("\n\x85\u2028\u2029")
"""Characters that end a line."""

INVISIBLE: Final = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD),  # soft hyphen: nothing is hyphenated, so it never shows
        (0x200B, 0x200E),  # zero-width space and joiners, left-to-right mark
        (0x202A, 0x202A),  # left-to-right embedding
        (0x202C, 0x202D),  # its end, and left-to-right override
        (0x2060, 0x2064),  # word joiner and invisible operators
        (0x2066, 0x2066),  # left-to-right isolate
        (0x2068, 0x2069),  # first strong isolate, and the end of isolates
        (0xFE00, 0xFE0F),  # variation selectors
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)
"""Default-ignorable characters without effect on left-to-right text: kept in the text, at no width."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_NEVER_MAPPED = frozenset("\ufeff\ufffe\uffff")  # PDF/UA-1, 7.21.7: no text may be mapped to U+FEFF or U+FFFE
_MARKS = frozenset({"Mn", "Mc", "Me"})
_SHAPED = re.compile(
    "["
    "\u0590-\u08ff"  # Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin
    "\u0900-\u0fff"  # the scripts of India, Sri Lanka, Thailand, Laos and Tibet
    "\u1000-\u109f"  # Myanmar
    "\u1100-\u11ff"  # Hangul letters that join into syllables
    "\u1700-\u18af"  # the Philippines, Khmer, Mongolian
    "\u1900-\u1aff\u1b00-\u1c7f\u1cd0-\u1cff"  # Limbu to Ol Chiki
    "\ua800-\ua82f\ua840-\ua8ff\ua900-\ua95f\ua980-\uaaff\uabc0-\uabff"  # Syloti Nagri to Meetei Mayek
    "\ufb1d-\ufdff\ufe70-\ufefe"  # presentation forms of Hebrew and Arabic
    "\U00010a00-\U00010a5f\U00011000-\U0001247f\U0001e900-\U0001eeff"  # Brahmi and its kin, Adlam, Arabic mathematics
    "]"
)


def is_refused(character: str) -> bool:
    """Whether no font would help: the script needs shaping or runs from right to left, or the code has no meaning."""
    return (
        character in _NEVER_MAPPED
        or unicodedata.category(character) in {"Cc", "Co", "Cs"}
        or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        or bool(_SHAPED.match(character))
    )


def is_mark(character: str) -> bool:
    """Whether the character combines with the one before it."""
    return unicodedata.category(character) in _MARKS and character not in INVISIBLE


def settable(characters: Iterable[str]) -> frozenset[str]:
    """Return those of the *characters* that can be set one after the other."""
    return frozenset(character for character in characters if not is_refused(character) and not is_mark(character))


def composed(sequence: str) -> str | None:
    """Return the one character that is canonically the same as *sequence*; None where there is none."""
    one = unicodedata.normalize("NFC", sequence)
    return one if len(one) == 1 else None
