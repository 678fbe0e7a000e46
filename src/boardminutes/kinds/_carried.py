"""Which panels of minutes say what was settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardminutes.document import DocumentBlock, Heading, Panel, PanelBlock, PanelRole, Text, plain
from boardminutes.kinds._outcomes import OUTCOMES
from boardminutes.kinds._voice import Voice
from boardminutes.model.values import MotionOutcome


def settling_panels(voice: Voice, blocks: Sequence[DocumentBlock]) -> Iterator[tuple[DocumentBlock, tuple[Panel, ...]]]:
    """Yield each block of minutes with the panels that say what was settled: those of `boardminutes._settled`."""
    follows = False
    found: list[tuple[DocumentBlock, tuple[Panel, ...]]] = []
    for block in reversed(blocks):
        panels = tuple(_decision_panels(block))
        if not follows and isinstance(block, Panel) and _is_resolved(voice, block):
            panels = (*panels, block)
        found.append((block, panels))
        if isinstance(block, Heading):
            follows = False
        elif isinstance(block, Panel) and block.role in {PanelRole.DECISION, PanelRole.MOTION}:
            follows = block.role is PanelRole.DECISION
    return reversed(found)


def _decision_panels(block: DocumentBlock | PanelBlock) -> Iterator[Panel]:
    if isinstance(block, Panel):
        if block.role is PanelRole.DECISION:
            yield block
        for inner in block.blocks:
            yield from _decision_panels(inner)


def _is_resolved(voice: Voice, panel: Panel) -> bool:
    within = (inner for inner in panel.blocks if isinstance(inner, Panel))
    return _is_carried(voice, panel) and not any(_is_carried(voice, inner) for inner in within)


def _is_carried(voice: Voice, panel: Panel) -> bool:
    carried = voice.words(OUTCOMES[MotionOutcome.CARRIED])
    told = (block for fact in panel.facts if fact.label == voice.words("Outcome") for block in fact.blocks)
    return panel.role is PanelRole.MOTION and any(isinstance(one, Text) and plain(one.spans) == carried for one in told)
