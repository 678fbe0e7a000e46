"""The title block: the logo, who met, the title, and the line that must not be missed."""

from __future__ import annotations

from typing import Final

from boardminutes.document import Document, PanelRole
from boardminutes.renderers.pdf.boxes import Box, keep_whole
from boardminutes.renderers.pdf.canvas import Rail
from boardminutes.renderers.pdf.looks import Look
from boardminutes.renderers.pdf.pictures import Picture
from boardminutes.renderers.pdf.place import Place
from boardminutes.renderers.pdf.setting import Setter
from boardminutes.renderers.pdf.structure import Role
from boardminutes.renderers.pdf.style import PANEL_INSET, PANELS, PanelStyle
from boardminutes.theme import Logo

_BANNER_INSET: Final = 14.0


def title_block(setter: Setter, document: Document, place: Place) -> list[Box]:
    """Set the title block of a *document* above its text."""
    look = setter.look
    across = place if look.theme.title_block == "left" else place._replace(left=0.0)
    inner = across if look.banner is None else _in_banner(across, place, look.banner)
    boxes: list[Box] = []
    if look.theme.logo is not None:
        boxes.append(_logo(look, look.theme.logo, across))
    if document.organisation is not None:
        boxes.append(setter.prose(document.organisation_spans, inner.in_style(look.organisation)))
    title = setter.prose(document.title_spans, inner.in_style(look.title), Role.TITLE)
    title.paragraph.balance()
    boxes.append(title)
    if document.notice is not None:
        inside = place.beside(PANELS[PanelRole.NOTICE], PANEL_INSET).in_style(look.notice)
        boxes.append(setter.prose(document.notice, inside))
    keep_whole(boxes)
    return boxes


def _in_banner(across: Place, text: Place, banner: PanelStyle) -> Place:
    """Return the place on a banner that is as wide as the column and begins where the text does, or a little later."""
    rail = Rail(across.left, across.right, banner, 0)
    return across._replace(
        left=max(text.left, across.left + _BANNER_INSET), right=across.right - _BANNER_INSET, rails=(rail,)
    )


def _logo(look: Look, logo: Logo, place: Place) -> Picture:
    owner = place.owner.add(Role.FIGURE)
    owner.alternative_text = logo.alternative_text
    made = Picture(logo, owner, place)
    if look.title.centred:
        made.left = place.left + (place.width - made.width) / 2
    return made
