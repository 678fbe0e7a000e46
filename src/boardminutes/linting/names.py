"""Names as they are compared: who is meant, and what is nearly the name of somebody else."""

from __future__ import annotations

import difflib
import enum
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from boardminutes.model.people import Attendee

Words: TypeAlias = tuple[str, ...]
"""The words of a name in lower case, without titles, accents, brackets and marks."""

_TITLES: Final = frozenset(
    {
        "councillor", "cllr", "cynghorydd", "cyng", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir",
        "dame", "lord", "lady", "rev", "revd", "reverend", "canon", "alderman", "alderwoman", "superintendent",
        "supt", "inspector", "insp", "sergeant", "sgt", "constable", "pc", "captain", "capt", "commander", "major",
        "colonel", "judge", "mbe", "obe", "cbe", "kbe", "dbe", "mp", "jp", "dl", "qc", "kc",
    }
)  # fmt: skip
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LEAST_RATIO: Final = 0.75  # Reed and Reid are alike, Lee and Lea are not
_LEAST_PREFIX: Final = 3
_MOST_WORDS: Final = 6
_MOST_LETTERS: Final = 40
_MOST_CANDIDATES: Final = 20


def words_of(name: str) -> Words:
    """Return the words by which *name* is compared."""
    found = tuple(map(_plain, _WORD.findall(_BRACKETS.sub(" ", name))))
    return tuple(word for word in found if word not in _TITLES) or found


def _plain(word: str) -> str:
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()


_Gap: TypeAlias = tuple[int, Words, Words]


def _gaps(words: Words) -> Iterator[tuple[_Gap, str]]:
    """Yield each word, and the rest of the name around it."""
    for index, word in enumerate(words):
        yield (index, words[:index], words[index + 1 :]), word


@functools.lru_cache(maxsize=4096)
def _is_misspelled(word: str, right: str) -> bool:
    """Tell whether one word looks like the other with a slip in it."""
    if max(len(word), len(right)) > _MOST_LETTERS or any(sign.isdigit() for sign in word + right):
        return False
    return difflib.SequenceMatcher(None, word, right, autojunk=False).ratio() >= _LEAST_RATIO


class _Likeness(enum.Enum):
    """How one word is like another in the same place of a name."""

    SHORTENED = enum.auto()
    MISSPELLED = enum.auto()


def _likeness(word: str, right: str, *, surname: bool) -> _Likeness | None:
    short, long = sorted((word, right), key=len)
    is_beginning = len(short) < len(long) and long.startswith(short)
    if is_beginning and (len(short) == 1 or (len(short) >= _LEAST_PREFIX and not surname)):
        return _Likeness.SHORTENED
    return _Likeness.MISSPELLED if _is_misspelled(word, right) else None


@attrs.frozen(eq=False)
class Roll:
    """The attendees by name.

    Attributes:
        by_name: Those who bear a name, as it is printed.
        by_words: The names that are the same but for titles, case, accents and brackets.
        by_gap: The names that are the same but for one word, with that word and the name.
        sizes: How many words the names have.
        surnames: The last words of the names.
    """

    by_name: dict[str, tuple[Attendee, ...]]
    by_words: dict[Words, tuple[str, ...]]
    by_gap: dict[_Gap, list[tuple[str, str]]]
    sizes: tuple[int, ...]
    surnames: frozenset[str]

    @staticmethod
    def of(attendees: Iterable[Attendee]) -> Roll:
        """Lay out the *attendees*."""
        by_name: dict[str, tuple[Attendee, ...]] = {}
        by_words: dict[Words, tuple[str, ...]] = {}
        by_gap: dict[_Gap, list[tuple[str, str]]] = {}
        for attendee in attendees:
            by_name[attendee.name] = (*by_name.get(attendee.name, ())[:1], attendee)
        for name in by_name:
            words = words_of(name)
            if words:
                by_words[words] = (*by_words.get(words, ())[:1], name)
            if 1 < len(words) <= _MOST_WORDS:
                for gap, word in _gaps(words):
                    candidates = by_gap.setdefault(gap, [])
                    if len(candidates) < _MOST_CANDIDATES:
                        candidates.append((word, name))
        sizes = {len(words) for words in by_words if 1 < len(words) <= _MOST_WORDS}
        return Roll(
            by_name, by_words, by_gap, tuple(sorted(sizes, reverse=True)), frozenset(one[-1] for one in by_words)
        )

    def attendee(self, name: str) -> Attendee | None:
        """Return the one attendee whom *name* means, titles and the like aside; None where that is not certain."""
        found = self.by_name.get(name)
        if found is None:
            names = self.by_words.get(words_of(name), ())
            found = self.by_name[names[0]] if len(names) == 1 else ()
        return found[0] if len(found) == 1 else None

    def may_mean_someone(self, name: str) -> bool:
        """Tell whether *name* may be an attendee's, perhaps by the surname alone."""
        words = words_of(name)
        return name in self.by_name or words in self.by_words or (bool(words) and words[-1] in self.surnames)

    def written_otherwise(self, name: str) -> str | None:
        """Return the attendee's name that *name* stands for, written in another way; None where there is none."""
        words = words_of(name)
        if name in self.by_name:
            return None
        same = self.by_words.get(words) or self._alike(words, _Likeness.SHORTENED)
        return same[0] if len(same) == 1 else None

    def misspelled(self, words: Words) -> str | None:
        """Return the attendee's name that *words* nearly are, one word being spelled in another way."""
        if words in self.by_words:
            return None
        near = self._alike(words, _Likeness.MISSPELLED)
        return near[0] if near else None

    def _alike(self, words: Words, wanted: _Likeness) -> tuple[str, ...]:
        if not 1 < len(words) <= _MOST_WORDS:
            return ()
        last = len(words) - 1
        found = (
            name
            for gap, word in _gaps(words)
            for right, name in self.by_gap.get(gap, ())
            if _likeness(word, right, surname=gap[0] == last) is wanted
        )
        return tuple(dict.fromkeys(found))
