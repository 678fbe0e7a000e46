"""A check of a template: all that is wrong with it, told in one pass."""

from __future__ import annotations

import io
import pathlib
import re
import sys

import docx
import pytest

import boardminutes as bm
from boardminutes.testing import sample_meeting

sys.path.append(str(pathlib.Path(__file__).parents[1] / "renderers"))

import hostile_templates
from docx_houses import HOUSES
from docx_support import saved, template


def told(source: bytes | str | pathlib.Path, **options: object) -> list[str]:
    """Return the faults of a template, each on one line."""
    return [str(fault) for fault in bm.templates.check(source, **options).faults]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", HOUSES)
def test_good_letterheads_have_no_fault(name: str) -> None:
    """What a house would write has no fault; the styles that are added are a remark."""
    report = bm.templates.check(HOUSES[name]())

    assert () == report.faults
    assert "has no style called" in str(report)


@pytest.mark.parametrize("format", ["docx", "html"])
def test_our_own_templates_are_clean(format: str, tmp_path: pathlib.Path) -> None:
    """What is exported has neither faults nor remarks, and makes the document that ours makes."""
    path = tmp_path / f"start.{format}"
    bm.templates.export(path, format)
    meeting = sample_meeting()

    assert bm.templates.TemplateReport() == bm.templates.check(path)
    assert bm.render(meeting, format) == bm.render(meeting, format, template=path)


def test_every_fault_of_a_word_template_is_told() -> None:
    """Names, filters and tags that are not right come with their paragraph, whether the branch is taken or not."""
    source = template(
        "Hello {{ document.titel }}",
        "{% else %}{% elif x %}",
        "{% for x in meetings %}{% if x %}{% else %}{% endfor %}",
        "{%p for item in meeting.items %}",
        "{{ item.numbr }}{{ item.title|uper }}{% if item.title is strin %}{{ item.decisions[0].txt }}{% endif %}",
        "{%p endif %}",
        "{{ a b }} {% fi x %}{% if %}{{ meeting.item('7').anything }}",
        "{{ meetin.x }}{{ (meeting.items|first).titl }}{{ (meeting.items|sort)[0].nubmer }}",
        "{% if meeting.next_meetings %}{{ meeting.next_meetings[0].strt }}{% endif %}",
        header="{{ document.furniture.hedder }} {% if x %}",
    )
    faults = "\n".join(told(source))

    for sentence in (
        "document, paragraph 'Hello {{ document.titel }}': titel is not known in Document; did you mean title?",
        "numbr is not known in Item; did you mean number?",
        "no filter is called uper; did you mean upper?",
        "no test is called strin; did you mean string?",
        "txt is not known in Decision; did you mean text?",
        "'{% endif %}': endif ends nothing: there is no if before it that is still open",
        "expected token 'end of print statement', got 'b'",
        "Encountered unknown tag 'fi'.",
        "else stands in no if",
        "elif stands in no if",
        "meetin is not known; did you mean meeting?",
        "titl is not known in Item; did you mean title?",
        "nubmer is not known in Item; did you mean number?",
        "strt is not known in NextMeeting; did you mean start?",
        "header, paragraph '{{ document.furniture.hedder }} {% if x %}': hedder is not known in Furniture",
        "if has no end: write {% endif %} where it shall end",
        "for has no end: write {% endfor %} where it shall end",
    ):
        assert sentence in faults, faults


def test_names_that_a_template_sets_are_known() -> None:
    """Loops, assignments, macros and their arguments make names; what they stand for is told where it is known."""
    source = template(
        "{{p body }}",
        "{% set first = meeting.items[0] %}{{ first.titel }}",
        "{% with it = meeting.items[0] %}{{ it.titel }}{% endwith %}",
        "{% macro show(one, two=1) %}{{ one.anything }}{% endmacro %}{{ show(1) }}",
        "{% set kept %}x{% endset %}{{ kept }}{% set kept = meeting %}{{ kept.nothing }}",
        "{% for a, b in [(1, 2)] %}{{ a }}{{ b }}{% else %}x{% endfor %}{% raw %}{{ nothing }}{% endraw %}",
        "{% call show(1) %}x{% endcall %}{% filter upper %}x{% endfilter %}{% with (a, b) = (1, 2) %}{% endwith %}",
        "{% if x is defined %}a{% elif meeting %}b{% else %}c{% endif %}{{ meeting.chair.anything }}",
    )

    faults = told(source)

    assert ["titel is not known in Item; did you mean title?"] * 2 == [
        one.rpartition(": ")[2] for one in faults if "titel is" in one
    ]
    assert ["x is not known"] == [
        one[one.index("x is not") :].partition(";")[0] for one in faults if "titel" not in one
    ]


def test_what_a_file_brings_along_is_told_with_the_tags() -> None:
    """Macros, files outside, foreign objects and fields that fetch are all named, and the tags as well."""
    made = docx.Document()
    made.add_paragraph("{{p body }}")
    made.add_paragraph("{{ document.titel }}")
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made.part.relate_to("https://evil.example/x.dotm", f"{kinds}/attachedTemplate", is_external=True)
    made.part.relate_to(made.part, f"{kinds}/oleObject")
    file = io.BytesIO(saved(made))
    faults = "\n".join(told(file.getvalue()))

    for sentence in ("(attachedTemplate): https://evil.example/x.dotm", "(oleObject)", "titel is not known"):
        assert sentence in faults, faults
    for name, sentence in (
        ("a field that fetches", "the field INCLUDEPICTURE fetches something from outside"),
        ("macros", "holds macros"),
        ("braces in runs", "is not closed"),
        ("a bomb", "unpacks to"),
    ):
        assert sentence in "\n".join(told(hostile_templates.FILES[name]()))


def test_what_only_shows_when_a_template_is_filled_is_told() -> None:
    """A template without faults is filled, with a meeting that is given or a full one."""
    source = template("{{p body }}", "Here: {{ body }}")

    assert ["document: write {{p body }} (or title_block, or a block), alone in a paragraph"] == told(source)
    assert ["document, paragraph '{{ 1 / 0 }}': division by zero"] == told(
        template("{{p body }}", "{{ 1 / 0 }}"), meeting=bm.Meeting(title="Spring")
    )
    assert ["has no tag in its text; write {{p body }} in a paragraph where the document shall stand"] == [
        one.partition("given as bytes ")[2] for one in told(template("No tags"))
    ]


def test_what_a_usable_word_template_lacks_is_a_remark() -> None:
    """A template that places no title, no notice or states no language works, and is remarked on."""
    made = docx.Document()
    for language in list(made.styles.element.iter("{*}lang")):
        language.getparent().remove(language)
    made.add_paragraph("{{p blocks }}")
    remarks = [str(remark).partition(";")[0] for remark in bm.templates.check(saved(made)).remarks]

    assert [
        "document: nothing places the title",
        "document: nothing places the notice of drafts and of what is not for the public",
        "word/styles.xml: states no language",
    ] == remarks[:3]


def test_every_fault_of_an_html_template_is_told() -> None:
    """Blocks and templates that are not known, names, and tags that are not closed come with their line."""
    faults = told(
        b"{% extends 'page.html.j2' %}\n{% block foter %}{{ meeting.bdy }}{% block own %}{% endblock %}{% endblock %}\n"
        b"{% include 'fragmnt.html.j2' %}{{ words.dat(1) }}"
    )
    twice = told(b"{% block a %}{% endblock %}{% block a %}{% endblock %}")

    for sentence in (
        "the page has no block foter",
        "the template fragmnt.html.j2 is not known; did you mean",
        "bdy is not known in Meeting; did you mean body?",
        "dat is not known in Wording; did you mean date?",
    ):
        assert sentence in "\n".join(faults), faults
    assert "block 'a' defined twice" in twice[0]
    assert ["line 1, '{{ title': a tag is not closed: it lacks }}"] == told(b"{{ title")
    assert ["is not text in UTF-8 (byte 0)"] == told(b"\xff")


def test_what_a_usable_html_template_lacks_is_a_remark() -> None:
    """A page without language or title, and what a strict policy stops, are remarked on with the line."""
    report = bm.templates.check(
        b"<html><body>\n<p style='color: red' onclick='x()'>{{ title }}<script>x</script>{{ document.notice }}"
    )

    assert [
        'the page states no language; write <html lang="{{ document.language }}">',
        "the page has no title; write <title>{{ document.full_title }}</title>",
        "a style attribute, which a strict Content-Security-Policy stops; use a class",
        "a script in the page, which a strict Content-Security-Policy stops",
        "a script in the page, which a strict Content-Security-Policy stops",
    ] == [remark.message for remark in report.remarks]


def test_page_that_extends_ours_lacks_nothing() -> None:
    """Language and title come from the page that is extended."""
    assert bm.templates.TemplateReport() == bm.templates.check(b"{% extends 'page.html.j2' %}")


def test_format_is_told_by_the_file_and_can_be_given(tmp_path: pathlib.Path) -> None:
    """A file that begins as a Word document is one; a format without templates is refused."""
    path = tmp_path / "house.docx"
    path.write_bytes(b"Dear all")

    assert ["is not a Word document (.docx): it is no ZIP file"] == told(path)
    assert [
        "the template given as bytes leaves out a notice that must not be missed: write {{ document.notice }}"
    ] == told(path, format="html")
    with pytest.raises(bm.UnknownFormatError, match="unknown format of a template 'pdf'; known: docx, html"):
        bm.templates.check(b"x", format="pdf")


def test_export_replaces_nothing_unless_told(tmp_path: pathlib.Path) -> None:
    """A file that is there stays, and a format without a template is named."""
    path = tmp_path / "start.docx"
    bm.templates.export(path)
    path.write_bytes(b"mine")

    with pytest.raises(FileExistsError, match="overwrite=True"):
        bm.templates.export(path)
    assert b"mine" == path.read_bytes()
    bm.templates.export(path, overwrite=True)
    assert path.read_bytes().startswith(b"PK")
    bm.templates.export(tmp_path / "page.css", "css")
    assert "--bm-ink" in (tmp_path / "page.css").read_text()
    with pytest.raises(bm.UnknownFormatError, match="known: article-css, css, docx, html"):
        bm.templates.export(path, "pdf")


@pytest.mark.parametrize("theme", [None, *bm.theme_names()])
def test_style_of_a_fragment_is_for_the_fragment_alone(tmp_path: pathlib.Path, theme: str | None) -> None:
    """Each of its rules is for what stands in the article, and a rule of the page around is stronger."""
    path = tmp_path / "fragment.css"
    bm.templates.export(path, "article-css", theme=theme)
    style = re.sub(r"@media[^{]*\{", "", path.read_text())
    selectors = [one.strip() for found in re.findall(r"([^{}]+)\{", style) for one in re.split(r",(?![^(]*\))", found)]

    assert len(selectors) > 50
    assert [] == [one for one in selectors if not one.startswith((":where(.boardminutes)", ".bm-"))]
    assert "prefers-color-scheme" not in style


@pytest.mark.parametrize("opening", [b"<", b"<html", b"<script"])
def test_brackets_without_end_are_looked_through_once(opening: bytes) -> None:
    """A page of nothing but opening brackets is checked as fast as any other."""
    report = bm.templates.check(b"<html>{{ document.notice }}" + opening * (300_000 // len(opening)), format="html")

    assert () == report.faults
