"""Which of the languages at hand a language tag means."""

from __future__ import annotations

from collections.abc import Iterable

DEFAULT_LANGUAGE = "en-GB"


def nearest(tag: str, known: Iterable[str]) -> str | None:
    """Return the tag among *known* that *tag* means; None where there is none.

    The tag is shortened from its end until one is known (RFC 4647, section 3.4, 'Lookup'): `cy-GB` means `cy`, and
    `fr-CA` means `fr`. English of a country that is not known is British. Case does not count.
    """
    by_tag = {one.lower(): one for one in known}
    wanted = tag.lower()
    while wanted:
        if wanted == "en":
            wanted = DEFAULT_LANGUAGE.lower()
        if wanted in by_tag:
            return by_tag[wanted]
        wanted = wanted.rpartition("-")[0]
    return None
