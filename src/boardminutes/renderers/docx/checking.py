"""What is wrong with a Word template, all of it in one pass, and what is worth a look."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import meta
from lxml import etree

from boardminutes._templating.faults import TemplateFault
from boardminutes._templating.name_faults import Hint, name_faults
from boardminutes._templating.tag_faults import tag_faults
from boardminutes.document import Document
from boardminutes.errors import Problem
from boardminutes.model.meeting import Meeting
from boardminutes.renderers.docx import opc, styles
from boardminutes.renderers.docx.lonely_tags import crowded
from boardminutes.renderers.docx.opc import w
from boardminutes.renderers.docx.opening import brought_along, word_parts
from boardminutes.renderers.docx.sandbox import paragraph_on, with_lines, word_sandbox
from boardminutes.renderers.docx.tag_limits import require_usual_length, require_usual_tags
from boardminutes.renderers.docx.tagged import mended
from boardminutes.renderers.docx.template import default_template, tagged_names
from boardminutes.theme import Theme
from boardminutes.wording import Wording

NAMES: Final[Mapping[str, Hint]] = {
    "document": Document,
    "meeting": Meeting,
    "meetings": tuple[Meeting, ...],
    "words": Wording,
    "theme": Theme,
    **dict.fromkeys(("body", "title_block", "title", "organisation", "blocks")),
    **dict.fromkeys(("page_numbers", "house_header", "house_footer", "initials")),
}
"""What the tags of a Word template may name."""

_TITLES: Final = frozenset({"body", "title_block", "title"})
_NOTICES: Final = frozenset({"body", "title_block"})


def word_faults(data: bytes) -> list[Problem]:
    """Return every reason for which a Word template would be refused, as far as they can be seen without filling it."""
    found: list[Problem] = []
    try:
        parts = word_parts(data)
        for fault in brought_along(parts):
            found += _told(fault)
        texts = _texts(parts)
        require_usual_tags(texts)
    except TemplateFault as fault:
        return [*found, *_told(fault)]
    return [*found, *(problem for _, label, xml in texts if "{" in xml for problem in _tag_problems(label, xml))]


def _texts(parts: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    """Return the name, the label and the XML of each part that may hold tags."""
    main = opc.main_part(parts)
    assert main is not None  # noqa: S101 - word_parts refuses a package without one
    names = list(tagged_names(parts, main))
    require_usual_length(parts, [name for name, _ in names])
    return [(name, label, _xml(parts[name], name)) for name, label in names]


def word_remarks(data: bytes) -> Iterator[Problem]:
    """Yield what a usable template lacks: styles that are added, a title, a notice, a language."""
    parts = word_parts(data)
    code = " ".join(mended(xml) for _, _, xml in _texts(parts))
    used = meta.find_undeclared_variables(word_sandbox().parse(code))
    if not used & _TITLES and "document.title" not in code and "document.full_title" not in code:
        yield Problem("document", "nothing places the title; write {{p body }}, {{p title_block }} or {{r title }}")
    if not used & _NOTICES and "document.notice" not in code:
        message = "nothing places the notice of drafts and of what is not for the public; write {{ document.notice }}"
        yield Problem("document", message)
    main = opc.main_part(parts)
    assert main is not None  # noqa: S101 - likewise
    sheet = next(iter(opc.related(parts, main, "styles")), None)
    root = opc.parse(parts[sheet], sheet) if sheet is not None else etree.Element(w("styles"))
    place = sheet or "word/styles.xml"
    if not any(one.get(w("val")) for one in root.iter(w("lang"))):
        yield Problem(place, "states no language; its own words are taken to be in that of each document")
    have = {(styles.name_of(one).casefold(), one.get(w("type"))) for one in root.iter(w("style"))}
    missing = [name for name, kind in _needed() if (name.casefold(), kind) not in have and name != styles.PLAIN]
    if missing:
        message = f"has no style called {', '.join(missing)}; what is missing is added as our own template has it"
        yield Problem(place, message)


@functools.lru_cache(maxsize=1)
def _needed() -> tuple[tuple[str, str | None], ...]:
    """Return the name and the kind of each style that the renderer asks for."""
    ours = opc.parse(word_parts(default_template())["word/styles.xml"], "word/styles.xml")
    kinds = {styles.name_of(one): one.get(w("type")) for one in ours.iter(w("style"))}
    return tuple((name, kinds[name]) for name in styles.NAMES)


def _told(fault: TemplateFault) -> list[Problem]:
    return list(fault.problems) or [Problem("", fault.message)]


def _xml(data: bytes, name: str) -> str:
    return etree.tostring(opc.parse(data, name), encoding="unicode")


def _tag_problems(label: str, xml: str) -> list[Problem]:
    source = with_lines(mended(xml))
    sandbox = word_sandbox()

    def place(line: int | None) -> str:
        return label if line is None else f"{label}, {paragraph_on(source, line)}"

    found, rest = tag_faults(sandbox, source, place)
    return [*crowded(label, xml), *found, *name_faults(sandbox, rest, place, NAMES)]
