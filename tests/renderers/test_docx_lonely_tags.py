"""What stands beside a tag for a whole paragraph is not lost in silence."""

from __future__ import annotations

import pytest
from docx_support import template

import boardminutes as bm
from boardminutes.renderers.docx.lonely_tags import crowded

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def told(paragraph: str) -> list[str]:
    """Return what is said of a body with one paragraph."""
    return [str(problem) for problem in crowded("document", f"<w:body {NAMESPACE}>{paragraph}</w:body>")]


def run(text: str) -> str:
    """Return a run."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    "source",
    [
        template("{{p body }}", "Dear all, {{p body }}"),
        template("{{p body }}", "{%p if true %}", "{{ document.title }}", "{%p endif %}", "{{p title }} of today"),
    ],
)
def test_text_beside_a_tag_for_a_paragraph_is_refused(source: bytes) -> None:
    """Both the check and the renderer say so: docxtpl itself would take the text out."""
    faults = [str(fault) for fault in bm.templates.check(source).faults]

    assert any("would be lost; let the tag stand alone in its paragraph" in fault for fault in faults), faults
    with pytest.raises(bm.TemplateError, match="would lose text"):
        bm.render(bm.Meeting(), "docx", template=source)


def test_message_shows_the_paragraph_and_the_tag() -> None:
    """Word may have cut the tag into several runs."""
    assert [
        (
            "document, paragraph 'Yours, {{p body }}': what stands beside {{p body }} would be lost; "
            "let the tag stand alone in its paragraph"
        )
    ] == told(f"<w:p>{run('Yours, {')}{run('{p bo')}{run('dy }}')}</w:p>")


def test_two_tags_in_a_paragraph_are_one_too_many() -> None:
    """The second would be lost."""
    assert 1 == len(told(f"<w:p>{run('{%p if x %}{{ y }}')}</w:p>"))


def test_picture_beside_a_tag_is_seen() -> None:
    """A logo set into the paragraph would be lost as well."""
    assert [
        (
            "document, paragraph '{{p body }}': a picture beside {{p body }} would be lost; "
            "let the tag stand alone in its paragraph"
        )
    ] == told(f"<w:p>{run('{{p body }}')}<w:r><w:drawing/></w:r></w:p>")


@pytest.mark.parametrize(
    ("inside", "thing"),
    [
        ('<w:r><w:br w:type="page"/></w:r>', "a break"),
        ("<w:pPr><w:sectPr/></w:pPr>", "the end of a section"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "a note"),
        ('<w:fldSimple w:instr="DATE"/>', "a field"),
    ],
)
def test_what_has_no_text_is_seen_as_well(inside: str, thing: str) -> None:
    """A page break or a note would go with its paragraph; a line break shows nothing, and may."""
    (found,) = told(f"<w:p>{inside}{run('{%p if x %}')}</w:p>")

    assert f": {thing} beside {{%p if x %}} would be lost" in found
    assert [] == told(f"<w:p>{run('{%p if x %}')}<w:r><w:br/></w:r></w:p>")


@pytest.mark.parametrize(("tag", "holder"), [("tc", "cell"), ("tr", "row")])
def test_cells_and_rows_are_looked_at_as_well(tag: str, holder: str) -> None:
    """A tag for a row takes out the row, with what the cells beside it say."""
    cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in (f"{{{{{tag} x }}}}", "beside"))
    inside = f"<w:tc><w:p>{run(f'{{{{{tag} x }}}}')}</w:p><w:p>{run('below')}</w:p></w:tc>"
    (found,) = told(f"<w:tbl><w:tr>{cells if tag == 'tr' else inside}</w:tr></w:tbl>")

    assert found.endswith(
        f"what stands beside {{{{{tag} x }}}} would be lost; let the tag stand alone in its {holder} of a table"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        f"<w:p>{run(' {{p body }} ')}</w:p>",
        f"<w:p>{run('{#p what follows #}{{p body }}')}</w:p>",
        f"<w:p>{run('of {{r title }} and {{ x }}')}</w:p>",
        f"<w:p>{run('{%p if x %}')}</w:p><w:p>{run('seen')}</w:p><w:p>{run('{%p endif %}')}</w:p>",
        f"<w:p>{run('beside')}<w:r><w:drawing><w:txbx><w:p>{run('{{p body }}')}</w:p></w:txbx></w:drawing></w:r></w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{run('{%tr for x in y %}')}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        f"<w:tr><w:tc><w:p>{run('{{tc x }}')}</w:p></w:tc><w:tc><w:p>{run('beside')}</w:p></w:tc></w:tr>",
        "<w:p><w:r><w:t/></w:r></w:p>",
    ],
)
def test_tag_alone_in_its_paragraph_is_as_it_should_be(paragraph: str) -> None:
    """Blanks and comments count for nothing, and what stands around a text box is no part of it."""
    assert [] == told(paragraph)
