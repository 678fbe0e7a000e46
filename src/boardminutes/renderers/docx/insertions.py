"""What a template places whole: the blocks of the document, and the fields that count its pages.

While a template is filled a small mark stands for each, so that the long text of the minutes is neither parsed nor
mended again, and a mark that came to stand where its text may not is seen.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

import attrs
from lxml import etree
from markupsafe import Markup

from boardminutes._templating.faults import TemplateFault
from boardminutes.errors import Problem
from boardminutes.renderers.docx.opc import w

_MARK: Final = re.compile(r'<minutes-(?:blocks|runs) n="(\d+)"/>')
_BLOCKS, _RUNS = "minutes-blocks", "minutes-runs"
_AROUND: Final = frozenset(map(w, ("sdt", "sdtContent", "ins", "smartTag", "hyperlink")))
_BLOCKS_STAND_IN: Final = frozenset(map(w, ("body", "tc", "txbxContent")))


MOST_TIMES: Final = 4
"""How many times a template may place the whole text of the document."""

_BESIDE: Final = 4_000_000  # characters that may be placed of a short document, however often


@attrs.define
class Insertions:
    """The texts of one document that are XML already, numbered as they come.

    Attributes:
        left: How many characters may still be placed.
        texts: The texts.
    """

    left: int = _BESIDE
    texts: list[str] = attrs.field(factory=list)

    @classmethod
    def of(cls, length: int) -> Insertions:
        """Return those of a document whose text has that *length* in XML."""
        return cls(MOST_TIMES * length + _BESIDE)

    def blocks(self, xml: str) -> Markup:
        """Return the mark that stands for paragraphs and tables."""
        return self._mark(_BLOCKS, xml)

    def runs(self, xml: str) -> Markup:
        """Return the mark that stands for runs in a paragraph."""
        return self._mark(_RUNS, xml)

    def _mark(self, kind: str, xml: str) -> Markup:
        self.texts.append(xml)
        return Markup(f'<{kind} n="{len(self.texts) - 1}"/>')  # noqa: S704 - no value is in it

    def put(self, xml: str) -> str:
        """Return *xml* with every mark replaced by the text for which it stands.

        Raises:
            TemplateFault: The template places the document far too often.
        """
        self.left -= sum(len(self.texts[int(found[1])]) for found in _MARK.finditer(xml))
        if self.left < 0:
            raise TemplateFault(f"places the text of the document more than {MOST_TIMES} times")
        return _MARK.sub(lambda found: self.texts[int(found[1])], xml)


@attrs.frozen
class Blocks:
    """The blocks of a document, which a template places all at once, or one by one in a loop.

    Attributes:
        texts: Each block as XML.
        insertions: Where a mark is had for them.
    """

    texts: tuple[str, ...]
    insertions: Insertions

    def __html__(self) -> str:
        """Return what stands for all; nothing for none, so that a cell which holds nothing else is seen to be empty."""
        return self._all

    @functools.cached_property
    def _all(self) -> Markup:
        return self.insertions.blocks("".join(self.texts)) if self.texts else Markup("")

    def __iter__(self) -> Iterator[Markup]:
        """Yield what stands for each."""
        return map(self.insertions.blocks, self.texts)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.texts)


def misplaced(root: etree._Element, label: str) -> list[Problem]:
    """Return what stands where its text may not."""
    problems: list[Problem] = []
    for mark in root.iter(_BLOCKS, _RUNS):
        around = next((one.tag for one in mark.iterancestors() if one.tag not in _AROUND), "")
        if mark.tag == _RUNS and around != w("p"):
            problems.append(Problem(label, "a tag for runs is written with an r: {{r page_numbers }}, {{r title }}"))
        elif mark.tag == _BLOCKS and label != "document":
            problems.append(Problem(label, "body, title_block and blocks belong into the text of the document"))
        elif mark.tag == _BLOCKS and around not in _BLOCKS_STAND_IN:
            problems.append(Problem(label, "write {{p body }} (or title_block, or a block), alone in a paragraph"))
    return list(dict.fromkeys(problems))
