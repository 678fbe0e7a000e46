"""Every PDF, read back through its structure: nothing is wrong with any, and with what was spoilt the fault is seen."""

from __future__ import annotations

import pathlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_documents import DOCUMENTS
from pdf_sample import SAMPLE
from planted_defects import DEFECTS, SOUND
from planting import A3, STRUCTURE, UA1, Defect, planted
from structure_reading import structure_problems

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf import renderer as renderer_module
from boardminutes.renderers.pdf.fonts import default_family
from boardminutes.testing import sample_meeting
from boardminutes.testing.strategies import meetings

if TYPE_CHECKING:
    from conftest import PdfJudge


@pytest.mark.parametrize("name", DOCUMENTS)
def test_structure_of_a_document_is_without_fault(name: str) -> None:
    """Marks, tree, parent tree, words, languages, links, headings, tables, lists and furniture are as they must be."""
    made = DOCUMENTS[name]()

    assert [] == structure_problems(PdfRenderer().render(made), made)


@pytest.mark.parametrize("kind", bm.kind_names())
@pytest.mark.parametrize("audience", ["public", "full"])
def test_structure_of_the_sample_meeting_is_without_fault(kind: str, audience: bm.Audience) -> None:
    """Each kind, for each audience."""
    made = bm.compose(sample_meeting(), kind, audience=audience)

    assert [] == structure_problems(PdfRenderer().render(made), made)


def test_numbers_of_pages_that_do_not_settle_hold_up_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is set so often and no more, and but for those numbers without fault."""
    made = bm.compose(sample_meeting(), "minute-book")
    settled = PdfRenderer().render(made)
    monkeypatch.setattr(renderer_module, "MOST_PASSES", 1)
    pdf = PdfRenderer().render(made)

    assert [] == structure_problems(pdf, made)
    assert pdf != settled


LETTERS = "".join(sorted(one for one in default_family().characters if one.isprintable() or one == "\n"))
DRAWN: st.SearchStrategy[Document] = st.builds(
    bm.compose,
    meetings(texts=st.text(LETTERS, min_size=1).filter(lambda drawn: not drawn.isspace())),
    kind=st.sampled_from(bm.kind_names()),
    audience=st.sampled_from(["public", "full"]),
)


@settings(max_examples=60)
@given(DRAWN)
def test_structure_of_any_meeting_is_without_fault(made: Document) -> None:
    """Whatever stands in a meeting, in any letters that the fonts have."""
    try:
        pdf = PdfRenderer().render(made)
    except bm.MissingGlyphError:
        return  # marks that no letter before them takes

    assert [] == structure_problems(pdf, made)


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Return the file into which defects are planted."""
    return PdfRenderer().render(SOUND)


def test_file_without_a_defect_has_no_fault(sound: bytes, judge_pdf: PdfJudge) -> None:
    """What the next test finds comes of the defects alone."""
    untouched = planted(Defect("none", lambda _: None, frozenset()), sound)
    judge_pdf(untouched)

    assert [] == structure_problems(untouched, SOUND)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_planted_defect_is_seen_by_those_who_can_see_it(defect: Defect, sound: bytes, judge_pdf: PdfJudge) -> None:
    """The structural test and the validator both can fail, and each is needed: neither sees all that the other sees."""
    spoilt = planted(defect, sound)
    problems = structure_problems(spoilt, SOUND)
    rules = judge_pdf.broken_rules(spoilt)
    seen = {
        STRUCTURE: bool(problems),
        UA1: any(rule.startswith("PDFUA1-") for rule in rules),
        A3: any(rule.startswith("PDFA3A-") for rule in rules),
    }

    assert defect.seen_by == {judge for judge, sees in seen.items() if sees}
    assert any(defect.says in problem for problem in problems) == seen[STRUCTURE]


def test_planted_defects_are_many_and_neither_judge_sees_all() -> None:
    """There are enough of each sort: for both judges, and for one of them alone."""
    assert len(DEFECTS) > 60
    assert sum(defect.seen_by == {STRUCTURE} for defect in DEFECTS) > 25
    assert sum(STRUCTURE not in defect.seen_by for defect in DEFECTS) > 10


def test_pdf_that_does_not_conform_fails_the_test_that_makes_it(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge stands behind the renderer in every test, and names the rules."""
    [spoilt] = (planted(defect, sound) for defect in DEFECTS if defect.name == "no_output_intent")
    monkeypatch.setattr(renderer_module, "write_file", lambda *_arguments, **_named: spoilt)

    with pytest.raises(AssertionError, match="a PDF does not conform:\n  PDFA3A-DEVICE-"):
        PdfRenderer().render(SOUND)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("compact", [False, True])
def test_qpdf_finds_the_file_well_formed(tmp_path: pathlib.Path, *, compact: bool) -> None:
    """A second reader sees no fault in the objects, streams and tables of the file."""
    path = tmp_path / "minutes.pdf"
    path.write_bytes(PdfRenderer(compact=compact).render(SAMPLE))

    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)  # noqa: S603, S607 - a file of ours

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils are not installed")
@pytest.mark.parametrize("made", [SAMPLE, SOUND], ids=["sample", "sound"])
def test_poppler_reads_the_same_words_from_the_structure(tmp_path: pathlib.Path, made: Document) -> None:
    """A second reader of the structure tree finds the words of the document, in order."""
    path = tmp_path / "minutes.pdf"
    path.write_bytes(PdfRenderer().render(made))

    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True)  # noqa: S603, S607 - a file of ours
    lines = [line.strip() for line in done.stdout.splitlines()]
    read = "".join("".join(line[1:-1].split()) for line in lines if line.startswith('"') and line.endswith('"'))

    place = 0
    for one in made.texts():
        place = read.index("".join(one.split()), place)
    assert done.stderr == ""
