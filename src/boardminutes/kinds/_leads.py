"""The paragraphs that lead to decisions, and what they say already."""

from __future__ import annotations

import re

_LEADS = (":", "–", "—", "-", " that")


def squeezed(text: str) -> str:
    """Return *text* without white space and case, to see whether two say the same."""
    return "".join(text.split()).casefold()


def core(text: str) -> str:
    """Return a label without white space, case and the signs around it."""
    return squeezed(text).strip(":.–—-[]")


def _plainly(text: str) -> str:
    return " ".join(text.split()).casefold()


def leads_in(text: str) -> bool:
    """Tell whether a paragraph leads to the decisions after it, by how it ends."""
    return text.rstrip().casefold().endswith(_LEADS)


def names(lead: str, topic: str) -> bool:
    """Tell whether a lead-in names the *topic*, in whole words."""
    return re.search(rf"(?<!\w){re.escape(_plainly(topic))}(?!\w)", _plainly(lead)) is not None


def ends_in(lead: str, label: str) -> bool:
    """Tell whether a lead-in ends in the words of the *label*."""
    before = _plainly(lead).removesuffix(_plainly(label))
    return before != _plainly(lead) and not before[-1:].isalnum()
