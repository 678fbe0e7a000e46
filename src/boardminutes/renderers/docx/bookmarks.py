"""What leads to headings of the same document: bookmarks, links to them, and the numbers of their pages.

Only a word processor knows on which page a heading stands: a number is a field that it is asked to work out when it
opens the file, and a dash until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from boardminutes.document import Document, ReferenceSpan, led_to
from boardminutes.model.prose import Span

_NAME: Final = "_Minutes"  # hidden in Word's list of bookmarks, as all that begin with a low line
_FIRST: Final = 9_000  # the numbers of bookmarks of a house's template are smaller


@attrs.frozen
class Bookmarks:
    """The headings of a document to which its text leads.

    Attributes:
        numbers: Their numbers, by their anchors.
    """

    numbers: Mapping[str, int] = attrs.field(factory=dict)

    @classmethod
    def of(cls, document: Document) -> Bookmarks:
        """Return those of a *document*."""
        wanted = led_to(document)
        anchors = [one.anchor for one in document.headings if one.anchor in wanted]
        return cls({anchor: number for number, anchor in enumerate(anchors, _FIRST)})

    def marked(self, runs: str, anchor: str) -> str:
        """Return the runs of a heading as the place to which its *anchor* leads."""
        number = self.numbers.get(anchor)
        if number is None:
            return runs
        start = f'<w:bookmarkStart w:id="{number}" w:name="{_NAME}{number}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'

    def led(self, runs: str, anchor: str) -> str:
        """Return *runs* that lead to the heading with an *anchor*, where there is one."""
        number = self.numbers.get(anchor)
        return runs if number is None else f'<w:hyperlink w:anchor="{_NAME}{number}" w:history="1">{runs}</w:hyperlink>'

    def page(self, anchor: str) -> str:
        """Return the number of the page of a heading that there is, as a field."""
        instruction = f" PAGEREF {_NAME}{self.numbers[anchor]} \\h "
        return f'<w:fldSimple w:instr="{instruction}" w:dirty="true"><w:r><w:t>\N{EN DASH}</w:t></w:r></w:fldSimple>'

    def page_after(self, span: Span) -> str:
        """Return what follows a run that leads to a heading: in words, on which page it is."""
        if not isinstance(span, ReferenceSpan) or not span.paged or span.anchor not in self.numbers:
            return ""
        before, _, after = span.paged.partition("{page}")
        return f"{_run(before)}{self.page(span.anchor)}{_run(after)}"


def _run(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>' if text else ""
