"""Tags that stand for a whole paragraph, cell or row, and what would be lost beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from boardminutes.errors import Problem
from boardminutes.renderers.docx import opc
from boardminutes.renderers.docx.opc import w

_HOLDERS: Final = {"p": "paragraph", "tc": "cell of a table", "tr": "row of a table"}
_TAGS: Final = {
    holder: re.compile(rf"\{{\{{{holder}\s.*?\}}\}}|\{{%{holder}\s.*?%\}}", re.DOTALL) for holder in _HOLDERS
}
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_PICTURE: Final = "a picture"
_NOTE: Final = "a note"
_THINGS: Final = {
    **dict.fromkeys(map(w, ("drawing", "pict", "object")), _PICTURE),
    **dict.fromkeys(map(w, ("footnoteReference", "endnoteReference")), _NOTE),
    w("fldSimple"): "a field",
    w("sectPr"): "the end of a section",
    w("sym"): "a symbol",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "a formula",
}
"""What has no text of its own and is lost as well, and how it is called."""
_NAMES: Final = {w(holder): holder for holder in _HOLDERS}
_SHOWN: Final = 90


def crowded(label: str, xml: str) -> Iterator[Problem]:
    """Yield where a tag such as `{{p body }}` replaces a paragraph, cell or row that holds something else too.

    docxtpl takes it out with all that is in it, and says nothing.

    Args:
        label: What the part is called in a message.
        xml: The part, as it stands in the template.
    """
    for holder, text, thing in _held(opc.parse(xml.encode(), label)):
        found = _TAGS[holder].search(text)
        if found is not None and (thing or found[0] != text):
            beside = thing if found[0] == text else "what stands"
            message = f"{beside} beside {found[0]} would be lost; let the tag stand alone in its {_HOLDERS[holder]}"
            yield Problem(f"{label}, paragraph {text[:_SHOWN]!r}", message)


def _held(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield of each paragraph, cell and row what it is, the text in it, and the last thing in it; in one walk."""
    texts: dict[str, list[list[str]]] = {holder: [] for holder in _HOLDERS}
    things: dict[str, list[str]] = {holder: [] for holder in _HOLDERS}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        holder = _NAMES.get(str(element.tag))
        if event == "start":
            thing = _thing(element)
            for around in _HOLDERS:
                if texts[around] and element.tag == w("t"):
                    texts[around][-1].append(element.text or "")
                elif texts[around] and thing:
                    things[around][-1] = thing
            if holder is not None:
                texts[holder].append([])
                things[holder].append("")
        elif holder is not None:
            yield holder, _COMMENT.sub("", "".join(texts[holder].pop())).strip(), things[holder].pop()


def _thing(element: etree._Element) -> str:
    if element.tag == w("br"):
        return "a break" if element.get(w("type")) else ""
    return _THINGS.get(str(element.tag), "")
