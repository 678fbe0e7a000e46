"""The labels under which outcomes stood in the record, before what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from boardminutes.document import NestedBlock, Text
from boardminutes.kinds._leads import core, ends_in
from boardminutes.kinds._voice import Voice
from boardminutes.model.prose import Span
from boardminutes.wording import Phrase

_SIGNS: Final = " \t\xa0:.–—-"
_LONGEST: Final = 60


def headed(
    voice: Voice,
    label: str | None,
    names: tuple[Phrase, ...],
    leads: tuple[str, ...],
    blocks: tuple[NestedBlock, ...],
    *,
    number: str | None,
) -> tuple[str, tuple[NestedBlock, ...]]:
    """Return the word that names a panel, and what it says.

    A label that says something else than the first of the *names* takes its place, so that no two labels stand before
    a text. It stays before the text where it goes on in it ('it was agreed that –'), and where it is in another
    language than the document, which the name of a panel cannot say.
    """
    name = voice.words(names[0])
    if label is None or _is_said(voice, label, names, leads, number):
        return name, blocks
    if voice.language is not None or label[0].islower() or len(label) > _LONGEST:
        return name, labelled(voice, label, names, leads, blocks, number=number)
    word = label.rstrip(_SIGNS).removesuffix(number or "").rstrip(_SIGNS)
    return word or name, blocks


def labelled(
    voice: Voice,
    label: str | None,
    names: tuple[Phrase, ...],
    leads: tuple[str, ...],
    blocks: tuple[NestedBlock, ...],
    *,
    number: str | None,
) -> tuple[NestedBlock, ...]:
    """Return *blocks* led by the label under which they stood, unless a name or lead-in says the same."""
    if label is None or _is_said(voice, label, names, leads, number):
        return blocks
    lead = (Span(label, strong=True, language=voice.language),)
    return led_by(lead, blocks, lambda label, told: (*label, Span(" "), *told))


def _is_said(voice: Voice, label: str, names: tuple[Phrase, ...], leads: tuple[str, ...], number: str | None) -> bool:
    said = {core(f"{voice.words(name)}{more}") for name in names for more in ("", number or "")}
    return core(label) in said or any(ends_in(one, label) for one in leads)


def led_by(
    lead: tuple[Span, ...],
    blocks: tuple[NestedBlock, ...],
    run_in: Callable[[tuple[Span, ...], tuple[Span, ...]], tuple[Span, ...]],
) -> tuple[NestedBlock, ...]:
    """Return *blocks* with a lead on the line of the first of them, or on a line of its own before a list or table."""
    if blocks and isinstance(blocks[0], Text):
        return (Text(run_in(lead, blocks[0].spans)), *blocks[1:])
    return (Text(lead), *blocks)
