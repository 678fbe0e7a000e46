"""A template made ready: checked, completed and compiled once, and filled for each document."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs
from lxml import etree

from boardminutes._templating.faults import TemplateFault
from boardminutes.renderers.docx import data_part, numbering, opc, styles
from boardminutes.renderers.docx.archive import Beginning, Member, archive, beginning, continued, deflated
from boardminutes.renderers.docx.insertions import Insertions
from boardminutes.renderers.docx.numbering import ListSheet
from boardminutes.renderers.docx.opc import w
from boardminutes.renderers.docx.opening import open_template
from boardminutes.renderers.docx.places import Layout, Page
from boardminutes.renderers.docx.room import page_of
from boardminutes.renderers.docx.sections import NO_MARKS, PageMarks, Room, mark_pages
from boardminutes.renderers.docx.styles import StyleSheet
from boardminutes.renderers.docx.tag_limits import require_usual_length, require_usual_tags
from boardminutes.renderers.docx.tagged import TaggedPart, fill, tagged

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT: Final = f"{_WORD}.document.main+xml"
_TAGGED: Final = {"header": "header", "footer": "footer", "footnotes": "footnotes"}  # what docxtpl fills as well
_EXPECTED: Final = {
    "settings": "word/settings.xml",
    "fontTable": "word/fontTable.xml",
    "theme": "word/theme/theme1.xml",
}
_HERE: Final = "<!--here-->"
_QUICK, _CLOSE = 3, 5  # levels of zlib; the first takes a third of the time
_LONG: Final = 2**18  # bytes; from there on what the quick level leaves is a third of the file, below a twelfth


@attrs.frozen
class Gap:
    """A part to which a document adds something.

    Attributes:
        name: The name of the part.
        before: Its text before what is added, which is compressed once.
        after: Its text after that.
    """

    name: str
    before: Beginning
    after: bytes

    @classmethod
    def cut(cls, name: str, root: etree._Element) -> Gap:
        """Return a part that is cut in two at the comment that says where it is added to."""
        before, after = etree.tostring(root, encoding="unicode").split(_HERE)
        return cls(name, beginning(f"{opc.DECLARATION}{before}".encode()), after.encode())

    def filled(self, added: str) -> Member:
        """Return the part with what is *added*."""
        return continued(self.name, self.before, added.encode() + self.after, _QUICK)


@attrs.frozen(eq=False)
class ReadyTemplate:
    """A template that was checked, completed and compiled.

    Attributes:
        sheet: Its styles.
        lists: Its lists.
        page: Its page.
        tagged: Its parts that hold tags, the main part first.
        numbering: The part to which lists are added.
        links: The part to which links are added.
        properties: The name of the part that holds the core properties.
        unchanged: All other parts.
        layout: How paragraphs stand in it.
    """

    sheet: StyleSheet
    lists: ListSheet
    page: Page
    tagged: tuple[TaggedPart, ...]
    numbering: Gap
    links: Gap
    properties: str
    unchanged: tuple[Member, ...]
    layout: Layout = attrs.field(init=False)

    @layout.default
    def _layout(self) -> Layout:
        return Layout(self.sheet, self.page)

    def asks_for(self, variable: str) -> bool:
        """Tell whether a tag of the template names a *variable*."""
        return any(variable in part.variables for part in self.tagged)

    def filled(
        self, context: Mapping[str, object], insertions: Insertions, *, lists: str, links: str, properties: str
    ) -> bytes:
        """Return a document.

        Args:
            context: What the tags may name.
            insertions: What they may place whole.
            lists: The lists to add, as XML.
            links: The links to add, as XML.
            properties: The core properties, as XML.

        Raises:
            TemplateFault: The template asks for what is not there, or does not hang together when it is filled.
        """
        (main, text), *others = fill(self.tagged, context, insertions).items()
        made = [
            deflated(main, text, _CLOSE if len(text) > _LONG else _QUICK),
            *(_packed(name, data) for name, data in others),
            self.numbering.filled(lists),
            self.links.filled(links),
            deflated(self.properties, properties.encode(), _QUICK),
        ]
        return archive([*self.unchanged, *made])


@functools.lru_cache(maxsize=64)
def _packed(name: str, data: bytes) -> Member:
    """Return a header or a footer, which are alike in many documents of one board."""
    return deflated(name, data)


@functools.lru_cache(maxsize=1)
def default_template() -> bytes:
    """Return the template that comes with the package."""
    return (importlib.resources.files("boardminutes") / "templates" / "default.docx").read_bytes()


@functools.lru_cache(maxsize=8)
def ready(data: bytes, language: str, marks: PageMarks = NO_MARKS) -> ReadyTemplate:
    """Check, complete and compile a template for documents in one language, with *marks* on its pages.

    Raises:
        TemplateFault: It cannot be used.
    """
    parts = open_template(data)
    main = opc.main_part(parts)
    assert main is not None  # noqa: S101 - open_template refuses a package without one
    opc.set_content_type(parts, main, _DOCUMENT)  # a template of Word's own kind (.dotx) makes documents too
    require_usual_length(parts, [name for name, _ in tagged_names(parts, main)])
    root = _with_namespaces(opc.parse(parts[main], main))
    styles.leave_language(root)
    data_part.without_data(parts, main)
    opc.remove_related(parts, main, "stylesWithEffects")  # Word 2010's copy of the styles, which are not the same now
    sheet, lists, number_gap = _completed(parts, main, language)
    _add_what_word_expects(parts, main)
    page = page_of(root)
    mark_pages(parts, main, root, marks, Room(width=page.width, hang=_overhang(sheet)))
    found = [(main, "document", etree.tostring(root, encoding="unicode")), *_other_tagged(parts, main)]
    require_usual_tags(found)
    compiled = [tagged(name, label, xml) for name, label, xml in found]
    if not compiled[0].variables:
        raise TemplateFault("has no tag in its text; write {{p body }} in a paragraph where the document shall stand")
    core = _core_part(parts)
    dynamic = {*(part.name for part in compiled), number_gap.name, opc.relationships_part(main), core}
    links = _gap(parts, opc.relationships_part(main))
    return ReadyTemplate(
        sheet=sheet,
        lists=lists,
        page=page,
        tagged=tuple(compiled),
        numbering=number_gap,
        links=links,
        properties=core,
        unchanged=tuple(_unchanged(name, data) for name, data in parts.items() if name not in dynamic),
    )


def _unchanged(name: str, data: bytes) -> Member:
    return deflated(name, data, 9 if len(data) < _LONG else _QUICK)


def _with_namespaces(root: etree._Element) -> etree._Element:
    """Return the main part with the prefixes that tags and blocks are written in."""
    if root.tag != w("document") or root.nsmap.get("w") != opc.MAIN:
        raise TemplateFault("is not written as Word writes it (perhaps Strict Open XML): save it in Word as .docx")
    if root.nsmap.get("r") == opc.OFFICE:
        return root
    made = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, "r": opc.OFFICE})
    made.extend(list(root))
    return made


def tagged_names(parts: Mapping[str, bytes], main: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the label of each part that may hold tags, the main part first."""
    yield main, "document"
    for kind, label in _TAGGED.items():
        yield from ((name, label) for name in opc.related(parts, main, kind))


def _other_tagged(parts: Mapping[str, bytes], main: str) -> Iterator[tuple[str, str, str]]:
    for name, label in itertools.islice(tagged_names(parts, main), 1, None):
        root = opc.parse(parts[name], name)
        styles.leave_language(root)
        xml = etree.tostring(root, encoding="unicode")
        if "{" in xml:
            yield name, label, xml


def _completed(parts: dict[str, bytes], main: str, language: str) -> tuple[StyleSheet, ListSheet, Gap]:
    ours = open_template(default_template())
    style_part = _part(parts, main, "styles", ours["word/styles.xml"])
    list_part = _part(parts, main, "numbering", f'<w:numbering xmlns:w="{opc.MAIN}"/>'.encode())
    style_root = opc.parse(parts[style_part], style_part)
    list_root = opc.parse(parts[list_part], list_part)
    lists = numbering.complete(list_root, opc.parse(ours["word/numbering.xml"], "word/numbering.xml"), style_root)
    sheet = styles.complete(style_root, opc.parse(ours["word/styles.xml"], "word/styles.xml"), language)
    parts[style_part] = opc.unparse(style_root)
    place = sum(1 for one in list_root if one.tag != w("numIdMacAtCleanup"))
    list_root.insert(place, etree.Comment("here"))
    return sheet, lists, Gap.cut(list_part, list_root)


def _part(parts: dict[str, bytes], main: str, kind: str, otherwise: bytes) -> str:
    """Return the name of the part of a *kind*, which is added where it is missing."""
    found = opc.related(parts, main, kind)
    if found:
        return found[0]
    name = next(one for one in _names(f"word/{kind}.xml") if one not in parts)
    opc.add_part(parts, name, otherwise, owner=main, type=f"{opc.OFFICE}/{kind}", media_type=f"{_WORD}.{kind}+xml")
    return name


def _names(name: str) -> Iterable[str]:
    """Yield the name of a part, and what it may be called where that is taken."""
    stem = name.removesuffix(".xml")
    return (f"{stem}{suffix}.xml" for suffix in itertools.chain([""], itertools.count(2)))


def _add_what_word_expects(parts: dict[str, bytes], main: str) -> None:
    """Add the settings, fonts and theme of the default template to one that has none of its own.

    A document without settings is opened as one of Word 2003, and without a theme Word's menus offer another one.
    """
    ours = open_template(default_template())
    for kind, name in _EXPECTED.items():
        if not opc.related(parts, main, kind):
            media_type = opc.content_type(ours, name)
            assert media_type is not None  # noqa: S101 - the default template is whole
            free = next(one for one in _names(name) if one not in parts)
            opc.add_part(parts, free, ours[name], owner=main, type=f"{opc.OFFICE}/{kind}", media_type=media_type)


def _core_part(parts: dict[str, bytes]) -> str:
    found = opc.related(parts, "", "core-properties")
    if found:
        return found[0]
    name, media_type = "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
    opc.add_part(parts, name, b"", owner="", type=opc.CORE_PROPERTIES, media_type=media_type)
    return name


def _gap(parts: Mapping[str, bytes], name: str) -> Gap:
    root = opc.parse(parts[name], name)
    root.append(etree.Comment("here"))
    return Gap.cut(name, root)


def _overhang(sheet: StyleSheet) -> int:
    """Return how far the numbers of headings hang into the left margin."""
    return max(0, *(sheet.hangings[name] - sheet.indents[name] for name in styles.HEADINGS.values()))
