"""docxtpl's tags do in our hands what they do in docxtpl's own."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx_support import W, saved, template
from docxtpl.richtext import RichText
from docxtpl.template import DocxTemplate
from lxml import etree
from markupsafe import Markup

from boardminutes._templating.budget import Budget, spending
from boardminutes._templating.faults import TemplateFault
from boardminutes.renderers.docx.insertions import Insertions
from boardminutes.renderers.docx.sandbox import word_sandbox
from boardminutes.renderers.docx.tagged import fill
from boardminutes.renderers.docx.template import ready

CONTEXT = {
    "name": "Obi & Sons <Ltd>",
    "yes": True,
    "no": False,
    "people": ["Ada", "Bo", "Cy"],
    "colour": "FF0000",
    "span": 2,
    "lines": "first\nsecond",
    "run": Markup("<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>"),
    "paragraph": Markup("<w:p><w:r><w:t>whole</w:t></w:r></w:p>"),
    "row": Markup("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>whole</w:t></w:r></w:p></w:tc></w:tr>"),
    "cell": Markup("<w:tc><w:p><w:r><w:t>whole</w:t></w:r></w:p></w:tc>"),
    "rich": RichText("bold & <wide>", bold=True),
    "hostile": "{{ 7*7 }} {% if %} {#p x #} &amp; ]]> </w:t></w:r> <w:p/> \u201c\u2019",
}
WORDS = f"{W}t"


def filled(source: bytes, **context: object) -> etree._Element:
    """Return the body of a template as we fill it."""
    made = fill(ready(source, "en-GB").tagged, {**CONTEXT, **context}, Insertions())
    return etree.fromstring(made["word/document.xml"])[0]


def by_docxtpl(source: bytes) -> etree._Element:
    """Return the body of a template as docxtpl fills it."""
    theirs = DocxTemplate(io.BytesIO(source))
    with spending(Budget()):
        theirs.render(CONTEXT, word_sandbox())  # type: ignore[no-untyped-call]
    return etree.fromstring(etree.tostring(theirs.docx._element))[0]  # type: ignore[union-attr] # noqa: SLF001 - no other way


def by_docxtpl_alone(source: bytes) -> bytes:
    """Return the file that docxtpl makes of a template."""
    theirs = DocxTemplate(io.BytesIO(source))
    with spending(Budget()):
        theirs.render(CONTEXT, word_sandbox())  # type: ignore[no-untyped-call]
    return saved(theirs)


def canonical(body: etree._Element) -> bytes:
    """Return a form in which only what matters differs."""
    return etree.tostring(body, method="c14n", exclusive=True)


def paragraphs(*texts: str) -> Callable[[], bytes]:
    """Return what makes a template of paragraphs."""
    return lambda: template("{{ name }}", *texts)


def table(*rows: tuple[str, ...]) -> Callable[[], bytes]:
    """Return what makes a template of a table."""

    def make() -> bytes:
        made = docx.Document()
        made.add_paragraph("{{ name }}")
        grid = made.add_table(len(rows), len(rows[0]))
        for line, row in zip(grid.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
        return saved(made)

    return make


def split_over_runs() -> bytes:
    """Return a template whose tags Word has cut into runs of several looks."""
    made = docx.Document()
    paragraph = made.add_paragraph()
    for piece in ("{", "{ na", "me }", "} and {% if y", "es %}yes{% en", "dif %}"):
        paragraph.add_run(piece).bold = len(piece) > 3
    return saved(made)


def with_picture() -> bytes:
    """Return a template with a picture in a loop."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    made: WordDocument = docx.Document()
    made.add_paragraph("{%p for one in people %}")
    made.add_paragraph("{{ one }}").add_run().add_picture(io.BytesIO(png))
    made.add_paragraph("{%p endfor %}")
    return saved(made)


TEMPLATES = {
    "a variable": paragraphs("Dear {{ name }}, {{ name|upper }}"),
    "a condition on paragraphs": paragraphs("{%p if yes %}", "shown", "{%p else %}", "hidden", "{%p endif %}"),
    "a loop over paragraphs": paragraphs("{%p for one in people %}", "{{ loop.index }} {{ one }}", "{%p endfor %}"),
    "a condition in a paragraph": paragraphs("{% if no %}no{% else %}yes{% endif %} {%r if yes %}and{%r endif %}"),
    "a run": paragraphs("before {{r run }} after"),
    "rich text": paragraphs("before {{r rich }} after"),
    "a whole paragraph": paragraphs("before", "{{p paragraph }}", "after"),
    "a whole row": table(("a", "b"), ("{{tr row }}", ""), ("c", "d")),
    "a whole cell": table(("a", "{{tc cell }}"), ("b", "c")),
    "a condition on runs": paragraphs("{%r if no %}gone{%r else %}shown{%r endif %}"),
    "a condition on rows": table(
        ("{%tr if no %}", ""), ("a", "b"), ("{%tr elif yes %}", ""), ("c", "{{ name }}"), ("{%tr endif %}", "")
    ),
    "a value that looks like a tag": paragraphs("{{ hostile }} {{ hostile|e }}", "{% set x = hostile %}{{ x }}"),
    "loops in loops": paragraphs(
        *("{%p for one in people %}", "{% for other in people %}{{ one }}/{{ other }} {% endfor %}", "{%p endfor %}")
    ),
    "joined paragraphs": paragraphs("one {%- if yes %}", "two{% endif -%}", " three"),
    "comments": paragraphs("a{# gone #}b", "{#p all of this #}", "c"),
    "comments on rows and cells": table(("{#tr gone #}", "gone"), ("a", "{#tc gone #}"), ("b", "c")),
    "escapes": paragraphs("{_{ name }_} {_% if %_}"),
    "curly quotes": paragraphs("{{ people|join(\u201c, \u201d) }}{% if name == \u2018x\u2019 %}x{% endif %}"),
    "line ends in a value": paragraphs("{{ lines }}"),
    "tags split over runs": split_over_runs,
    "a loop over rows": table(
        ("{%tr for one in people %}", ""), ("{{ loop.index }}", "{{ one }}"), ("{%tr endfor %}", "")
    ),
    "a loop over cells": table(("{%tc for one in people %}", "{{ one }}", "{%tc endfor %}"), ("a", "b", "c")),
    "fewer cells than columns": table(
        ("{%tc if no %}", "{{ name }}", "{%tc endif %}"), ("{%tc if no %}", "b", "{%tc endif %}")
    ),
    "a cell over columns": table(("{% colspan span %}wide", "x"), ("a", "b")),
    "the ground of a cell": table(
        ("{% cellbg colour %}red", "x"),
    ),
    "cells merged down": table(("{%tr for one in people %}", ""), ("{% vm %}all", "{{ one }}"), ("{%tr endfor %}", "")),
    "cells merged across": table(("{%tc for one in people %}", "{% hm %}all", "{%tc endfor %}"), ("a", "b", "c")),
    "pictures in a loop": with_picture,
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_tags_give_what_docxtpl_gives(name: str) -> None:
    """A template that uses a tag of docxtpl's is filled as docxtpl itself fills it."""
    source = TEMPLATES[name]()

    assert canonical(by_docxtpl(source)) == canonical(filled(source))


@pytest.mark.parametrize(
    "words", ["{{ name }}", "{% if yes %}{{ hostile }}{% endif %}", "a {{r run }}", "{_{ {{ people|join('/') }}"]
)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_tags_in_headers_and_footers_give_what_docxtpl_gives(kind: str, words: str) -> None:
    """Headers and footers are filled as docxtpl itself fills them."""
    source = template("{{ name }}", **{kind: words})
    theirs = docx.Document(io.BytesIO(by_docxtpl_alone(source)))
    made = fill(ready(source, "en-GB").tagged, CONTEXT, Insertions())
    ours = next(etree.fromstring(data) for name, data in made.items() if kind in name)

    assert canonical(getattr(theirs.sections[0], kind)._element) == canonical(ours)  # noqa: SLF001 - no other way


def test_pictures_in_a_loop_have_numbers_of_their_own() -> None:
    """No two pictures bear one number, which Word takes for damage."""
    numbers = [one.get("id") for one in filled(with_picture()).iter("{*}docPr")]

    assert ["1001", "1002", "1003"] == numbers


@pytest.mark.parametrize(
    "value", ["{_{ x }_}", "%_}", "{{ 7*7 }}", "{% raw %}", "a\\t\\n\\a\\f", "]]>", "&lt;", "<w:p/>"]
)
def test_value_is_never_template_code(value: str) -> None:
    """What docxtpl would turn into braces, breaks or mark-up comes out of a value as it is."""
    body = filled(template("{{ name }}"), name=value)

    assert value == "".join(one.text or "" for one in body.iter(WORDS))


def test_tab_in_a_value_is_a_tab() -> None:
    """A tab and a line end in a value are what Word has for them, and the text around them stays."""
    body = filled(template("({{ name }})"), name="a\tb\nc")
    run = next(body.iter(f"{W}r"))

    assert ["t", "tab", "t", "br", "t"] == [etree.QName(one).localname for one in run]
    assert ["(a", "b", "c)"] == [one.text for one in run.iter(WORDS)]


def test_nothing_known_is_nothing_shown() -> None:
    """What is not known prints nothing, and a member of an enumeration prints its plain word."""
    from boardminutes.model.values import Presence  # noqa: PLC0415 - only here

    body = filled(template("[{{ name }}][{{ presence }}]"), name=None, presence=Presence.APOLOGIES)

    assert ["[][apologies]"] == [one.text for one in body.iter(WORDS)]


def test_emptied_cell_keeps_a_paragraph() -> None:
    """A cell whose paragraphs a condition took away gets an empty one, without which Word refuses the document."""
    made = docx.Document()
    made.add_paragraph("{{ name }}")
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if no %}"
    cell.add_paragraph("gone")
    cell.add_paragraph("{%p endif %}")
    body = filled(saved(made))

    assert ["p"] == [etree.QName(one).localname for one in next(body.iter(f"{W}tc")) if one.tag != f"{W}tcPr"]


def test_condition_that_cuts_a_table_apart_is_named() -> None:
    """A tag that begins before a table and ends in it leaves no document, and the fault says what to write."""
    made = docx.Document()
    made.add_paragraph("{{ name }} {% if no %}")
    made.add_table(1, 1).cell(0, 0).text = "b {% endif %}"

    with pytest.raises(TemplateFault, match=r"does not hang together .* \{%p if %\}"):
        filled(saved(made))


def test_headers_footers_and_footnotes_are_filled() -> None:
    """Tags work in all parts in which docxtpl knows them."""
    source = template("{{ name }}", header="Head {{ name }}", footer="Foot {{ name }}")
    made = fill(ready(source, "en-GB").tagged, CONTEXT, Insertions())

    assert ["footer1.xml", "header1.xml"] == sorted(name.rpartition("/")[2] for name in made)[1:]
    assert all("Obi &amp; Sons &lt;Ltd&gt;" in data.decode() for data in made.values())
