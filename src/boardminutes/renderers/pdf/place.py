"""Where text is set: between which edges, in which style, beside which rules, and for which element."""

from __future__ import annotations

from typing import NamedTuple

from boardminutes.renderers.pdf.canvas import Rail
from boardminutes.renderers.pdf.structure import Element
from boardminutes.renderers.pdf.style import NARROWEST, PanelStyle, TextStyle


class Place(NamedTuple):
    """A column to set text in.

    Attributes:
        left: Its left edge.
        right: Its right edge.
        style: How a paragraph is set in it.
        owner: The element to which all belongs.
        least: The width below which nothing is indented any further.
        rails: What runs along it.
        nested: Whether it is a cell of a table.
    """

    left: float
    right: float
    style: TextStyle
    owner: Element
    least: float
    rails: tuple[Rail, ...] = ()
    nested: bool = False

    @classmethod
    def column(cls, left: float, right: float, style: TextStyle, owner: Element, *, nested: bool = False) -> Place:
        """Return a column in which text may be indented until NARROWEST of it is left."""
        return cls(left, right, style, owner, (right - left) * NARROWEST, nested=nested)

    @property
    def width(self) -> float:
        """The width of a line."""
        return self.right - self.left

    def belonging_to(self, owner: Element) -> Place:
        """Return the same place for another element."""
        return Place(self.left, self.right, self.style, owner, self.least, self.rails, self.nested)

    def in_style(self, style: TextStyle) -> Place:
        """Return the same place with text in another style."""
        if style is self.style:
            return self
        return Place(self.left, self.right, style, self.owner, self.least, self.rails, self.nested)

    def indented(self, by: float) -> Place:
        """Return the place further to the right, as far as it may go."""
        return self._replace(left=self.left + min(by, max(self.width - self.least, 0.0)))

    def beside(self, style: PanelStyle, inset: float) -> Place:
        """Return the place inside a rule, or the same place where there is no room for one."""
        right = inset if style.tint is not None else 0.0
        if self.width - inset - right < self.least:
            return self
        rail = Rail(self.left, self.right, style, len(self.rails))
        return self._replace(left=self.left + inset, right=self.right - right, rails=(*self.rails, rail))
