"""What the blocks of an item become, while they are gone through."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from boardminutes.model.items import Entry
from boardminutes.model.prose import Prose
from boardminutes.readers import Skipped
from boardminutes.readers.markdown.documents import Node
from boardminutes.readers.moderngov import outcomes, taken
from boardminutes.readers.moderngov.drafts import Draft
from boardminutes.readers.moderngov.fragments import fragments


@attrs.define
class Entries:
    """What the blocks of an item became.

    Attributes:
        drafts: The entries.
        skipped: Signs that mark nothing.
    """

    drafts: list[Draft[Entry]] = attrs.field(factory=list)
    skipped: list[Skipped] = attrs.field(factory=list)
    _waiting: list[Node] = attrs.field(factory=list)

    def prose(self, node: Node) -> None:
        """Add a block without a label of such minutes; the rules for running words are held against it later."""
        self._waiting.append(node)

    def add(self, draft: Draft[Entry]) -> None:
        """Add an entry."""
        self.flush()
        self.drafts.append(draft)

    def flush(self) -> None:
        """Make entries of the blocks that are waiting."""
        if self._waiting:
            found, skipped = fragments([node.line for node in self._waiting])
            self._waiting.clear()
            self.skipped.extend(skipped)
            self.drafts.extend(outcomes.entries(found))

    def text(self, text: str, node: Node, inside: Sequence[Node]) -> Draft[Prose]:
        """Return *text*, which a block ends with, and the points *inside* it."""
        found, skipped = fragments([one.line for one in inside])
        self.skipped.extend(skipped)
        return taken.prose(text, found, [node.line])
