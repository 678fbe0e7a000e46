"""What a theme adds to a document in every format: the organisation's name, and its texts at the head and foot."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from boardminutes.document import Document
from boardminutes.theme import Theme

_PLACEHOLDER: Final = re.compile(r"\{(title|organisation|page|pages)\}")
_NOTHING: Final[Mapping[str, str]] = {}
_DIGITS: Final = "0123456789"


def of_house(document: Document, theme: Theme) -> Document:
    """Return a *document* that says whose it is, where its meetings do not say who met."""
    known = theme.organisation is None or document.organisation is not None
    if known or any(meeting.body is not None for meeting in document.meetings):
        return document
    mark = "" if document.furniture.mark is None else f"{document.furniture.mark}. "
    said = document.furniture.header.removeprefix(mark)
    furniture = attrs.evolve(document.furniture, header=f"{mark}{theme.organisation}{document.furniture.colon} {said}")
    return attrs.evolve(document, organisation=theme.organisation, furniture=furniture)


class Count(enum.Enum):
    """What only the finished pages tell."""

    PAGE = "page"
    PAGES = "pages"


@attrs.frozen
class PageText:
    """A text at the head or foot of pages.

    Attributes:
        parts: Its parts in order: texts, and places for the number of the page and for that of the last.
    """

    parts: tuple[str | Count, ...]

    @classmethod
    def of(cls, pattern: str, known: Mapping[str, str] = _NOTHING) -> PageText:
        """Return the text of a *pattern* in which what is *known* has its place, and is no pattern itself."""
        split = _PLACEHOLDER.split(pattern)
        parts: list[str | Count] = [*split[:1]]
        for name, text in zip(split[1::2], split[2::2], strict=True):
            parts += (known[name] if name in known else Count(name), text)
        return cls(tuple(part for part in parts if part))

    @property
    def numbers_pages(self) -> bool:
        """Whether it tells the number of the page."""
        return Count.PAGE in self.parts

    def on_page(self, number: int, count: int) -> str:
        """Return the text on a page, given its number and that of the last."""
        counts = {Count.PAGE: str(number), Count.PAGES: str(count)}
        return "".join(counts[part] if isinstance(part, Count) else part for part in self.parts)


@attrs.frozen
class PageFurniture:
    """What stands at the head and foot of pages.

    Attributes:
        header: The document's own line at the head, which says what may not be missed, such as that it is restricted.
        house_header: What the house adds to that; None for nothing.
        house_footer: What the house puts at the foot; None for nothing.
        page: How a page is numbered; None where the house's footer does it.
        initials: What is said before a place for initials.
    """

    header: str
    house_header: PageText | None
    house_footer: PageText | None
    page: PageText | None
    initials: str

    @classmethod
    def of(cls, document: Document, theme: Theme, *, running: bool = False) -> PageFurniture:
        """Return what stands around the pages of a *document* in the style of a *theme*.

        Where the numbers of pages are *running* on from another document, the document's own words tell no total.
        """
        header, footer = (house_text(text, document, theme) for text in (theme.header, theme.footer))
        numbered = footer is not None and footer.numbers_pages
        furniture = document.furniture
        page = None if numbered else PageText.of(furniture.running_page if running else furniture.page)
        return cls(furniture.header, header, footer, page, furniture.initials)

    def texts(self) -> Iterator[str]:
        """Yield every text that may be printed."""
        yield self.header
        yield self.initials
        yield from (text.on_page(0, 0) for text in (self.house_header, self.house_footer, self.page) if text)
        yield _DIGITS


def house_text(pattern: str | None, document: Document, theme: Theme) -> PageText | None:
    """Return a text of a *theme* at the head or foot of a *document*; None for nothing."""
    if pattern is None:
        return None
    whose = theme.organisation or document.organisation or document.meeting.body or ""
    return PageText.of(pattern, {"title": document.title, "organisation": whose})


def house_foot(document: Document, theme: Theme) -> str | None:
    """Return what stands below a document without pages; None where the footer numbers pages, or is none."""
    footer = house_text(theme.footer, document, theme)
    if footer is None or any(isinstance(part, Count) for part in footer.parts):
        return None
    return footer.on_page(0, 0)
