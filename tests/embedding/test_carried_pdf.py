"""PDFs that carry their meeting."""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess
import zlib
from collections.abc import Callable
from typing import Literal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

import boardminutes as bm
from boardminutes.embedding import in_pdf, pdf_text, sources
from boardminutes.embedding.pdf_fonts import decoder
from boardminutes.embedding.pdf_limits import Allowance
from boardminutes.embedding.pdf_marks import texts_of_marks
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.testing import sample_meeting
from boardminutes.testing.samples import every_block_document, hostile_document

QPDF = shutil.which("qpdf")
MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    items=[
        bm.Item(
            "Dredging plan",
            number="7.",
            minutes=[
                bm.markdown("Members *discussed* [the draft](https://example.org)."),
                bm.Decision("It be approved."),
            ],
        )
    ],
)


def pdf(meeting: bm.Meeting = MEETING, **options: object) -> bytes:
    """Render a meeting."""
    return bm.render(meeting, "pdf", **options)


def saved(source: bytes, change: Callable[[pikepdf.Pdf], object] = bool, **options: object) -> bytes:
    """Return a PDF as pikepdf saves it after a change."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(source)) as opened:
        change(opened)
        opened.save(made, **options)  # type: ignore[arg-type]
    return made.getvalue()


def refusal(source: bytes) -> str:
    """Return why a source is not recognised."""
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.extract(source)
    return str(caught.value)


def with_content(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what replaces something in the content of every page."""

    def change(opened: pikepdf.Pdf) -> None:
        for page in opened.pages:
            page.Contents.write(page.Contents.read_bytes().replace(old, new))

    return change


def test_pdf_carries_its_meeting_unless_it_is_asked_not_to() -> None:
    """It is the source of the document, associated with the whole of it."""
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        [described] = opened.Root.AF

        assert ("meeting.json", "/Source") == (str(described.UF), str(described.AFRelationship))
    assert MEETING == bm.extract(pdf()).meeting
    assert "is a PDF that carries no meeting; one that this library renders does unless embed=False" in refusal(
        pdf(embed=False)
    )


@pytest.mark.parametrize(
    "document", [every_block_document(), hostile_document(), bm.compose(sample_meeting(), "agenda")]
)
def test_every_block_is_read_back_as_it_was_rendered(document: bm.Document) -> None:
    """The tree gives back what the renderer hashed, and all that the document says."""
    made = PdfRenderer().render(document)
    whole = "".join("".join(text.split()) for text in in_pdf.read(made).paragraphs)

    assert not bm.extract(made).stale
    assert all("".join(text.split()) in whole for text in document.texts())


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"stream_decode_level": pikepdf.StreamDecodeLevel.generalized, "compress_streams": False},
        {"normalize_content": True},
        {"qdf": True},
    ],
)
def test_pdf_saved_anew_is_not_stale(options: dict[str, object]) -> None:
    """Objects are packed, numbered anew and unpacked, and say the same."""
    assert not bm.extract(saved(pdf(), **options)).stale


@pytest.mark.skipif(QPDF is None, reason="qpdf is not installed")
def test_pdf_saved_by_qpdf_is_not_stale(tmp_path: pathlib.Path) -> None:
    """Likewise by the program."""
    (tmp_path / "a.pdf").write_bytes(pdf())
    command = [QPDF or "", "--object-streams=generate", tmp_path / "a.pdf", tmp_path / "b.pdf"]
    subprocess.run(command, check=True)  # noqa: S603 - the program was looked up

    assert not bm.extract(tmp_path / "b.pdf").stale


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Members", b"Nobody"),
        (b"approved", b"disproved"),
        (b"7.", b"8."),
        (b"(It be", b"(Let it be"),
        (b"discussed", b""),
    ],
)
def test_changed_words_are_stale(old: bytes, new: bytes) -> None:
    """A word that is changed in a content stream is seen."""
    assert bm.extract(saved(pdf(), with_content(old, new))).stale


def test_changed_words_of_furniture_are_not_seen() -> None:
    """What stands at the head and foot of pages is no text of the record."""
    assert not bm.extract(saved(pdf(), with_content(b"(Page 1 of 1)", b"(Page 1 of 9)"))).stale


def _fonts_from_the_tree(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0].obj
    opened.Root.Pages.Resources = page.Resources
    del page["/Resources"]


def _contents_in_parts(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        whole = page.Contents.read_bytes()
        middle = whole.index(b"\n", len(whole) // 2)
        page.Contents = opened.make_indirect(
            Array([opened.make_stream(whole[:middle]), opened.make_stream(whole[middle:])])
        )


def _marks_as_dictionaries(opened: pikepdf.Pdf) -> None:
    for element in opened.objects:
        if isinstance(element, Dictionary) and "/S" in element and "/K" in element and "/Pg" in element:
            element.K = Array(
                [
                    Dictionary(Type=Name.MCR, MCID=kid, Pg=element.Pg) if isinstance(kid, int) else kid
                    for kid in element.K
                ]
            )


def _one_kid_without_an_array(opened: pikepdf.Pdf) -> None:
    for element in opened.objects:
        if isinstance(element, Dictionary) and "/S" in element and len(element.get("/K", ())) == 1:
            element.K = element.K[0]


def _everything_twice_in_the_tree(opened: pikepdf.Pdf) -> None:
    root = opened.Root.StructTreeRoot
    kids = root.K if isinstance(root.K, Array) else Array([root.K])
    root.K = Array([*kids, *kids, 5, Name.Odd])


@pytest.mark.parametrize(
    "change",
    [
        _fonts_from_the_tree,
        _contents_in_parts,
        _marks_as_dictionaries,
        _one_kid_without_an_array,
        _everything_twice_in_the_tree,
    ],
)
def test_same_words_in_another_form_are_not_stale(change: Callable[[pikepdf.Pdf], None]) -> None:
    """The standard has several forms for the same."""
    assert not bm.extract(saved(pdf(), change)).stale


def _without_tree(opened: pikepdf.Pdf) -> None:
    del opened.Root["/StructTreeRoot"]


def _without_pages(opened: pikepdf.Pdf) -> None:
    for element in opened.objects:
        if isinstance(element, Dictionary) and "/Pg" in element:
            del element["/Pg"]


def _without_meanings(opened: pikepdf.Pdf) -> None:
    for font in opened.objects:
        if isinstance(font, Dictionary) and "/ToUnicode" in font:
            del font["/ToUnicode"]


def _meanings_that_are_none(opened: pikepdf.Pdf) -> None:
    for font in opened.objects:
        if isinstance(font, Dictionary) and "/ToUnicode" in font:
            font.ToUnicode = opened.make_indirect(Dictionary())


def _fonts_in_the_page(opened: pikepdf.Pdf) -> None:
    fonts = opened.pages[0].Resources.Font
    for name in list(fonts.keys()):
        fonts[name] = Dictionary(Type=Name.Font)


def _pages_without_end(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0].obj
    del page["/Resources"]
    page.Parent = page


def _tree_that_is_none(opened: pikepdf.Pdf) -> None:
    opened.Root.StructTreeRoot = Array([])


def _numbers_that_are_none(opened: pikepdf.Pdf) -> None:
    for element in opened.objects:
        if isinstance(element, Dictionary) and "/S" in element and "/K" in element and "/Pg" in element:
            element.K = Dictionary(Type=Name.MCR, MCID=Name.Odd, Pg=element.Pg)


@pytest.mark.parametrize(
    "change",
    [
        _without_tree,
        _without_pages,
        _without_meanings,
        _meanings_that_are_none,
        _fonts_in_the_page,
        _pages_without_end,
        _tree_that_is_none,
        _numbers_that_are_none,
    ],
)
def test_text_that_cannot_be_read_back_counts_as_changed(change: Callable[[pikepdf.Pdf], None]) -> None:
    """The data are there still."""
    found = bm.extract(saved(pdf(), change))

    assert found.stale
    assert MEETING == found.meeting


def test_content_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is bounded."""
    monkeypatch.setattr(pdf_text, "MOST_CONTENT", 1_000)

    assert bm.extract(pdf()).stale


def test_tree_that_bites_its_tail_comes_to_an_end() -> None:
    """Each element is read once."""

    def change(opened: pikepdf.Pdf) -> None:
        root = opened.Root.StructTreeRoot
        first = root.K[0] if isinstance(root.K, Array) else root.K
        first.K.append(first)
        first.K.append(root)

    assert bm.extract(saved(pdf(), change)).meeting == MEETING


@pytest.mark.parametrize(("revision", "by_aes"), [(6, True), (4, False)], ids=["AES", "RC4"])
def test_encrypted_pdf_is_not_read(revision: Literal[4, 6], by_aes: bool) -> None:  # noqa: FBT001 - a parameter
    """It is told what to do, whether a library of ciphers is installed or not."""
    locked = pikepdf.Encryption(owner="owner", user="user", R=revision, aes=by_aes, metadata=by_aes)

    assert "is an encrypted PDF: save it without a password" in refusal(saved(pdf(), encryption=locked))


@pytest.mark.parametrize(
    "source",
    [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-\n\n", b"%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"],
)
def test_damaged_pdf_is_refused(source: bytes) -> None:
    """Nothing is rebuilt by guessing."""
    assert "is no PDF, or it is damaged: " in refusal(source)


def test_pdf_that_was_cut_off_is_damaged() -> None:
    """Its directory stands at its end."""
    assert "is no PDF, or it is damaged: " in refusal(pdf()[:-600])


def test_pdf_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Likewise its data."""
    source = pdf()
    monkeypatch.setattr(in_pdf, "MOST_DATA", 100)
    assert "bytes of data, and at most 100 are read" in refusal(source)

    monkeypatch.setattr(in_pdf, "MOST_BYTES", 1_000)
    assert "bytes, and at most 1,000 are read" in refusal(source)
    assert sources.MOST_DATA > 1_000


def _attached(opened: pikepdf.Pdf, **changes: object) -> None:
    described = opened.Root.AF[0]
    for name, value in changes.items():
        described[f"/{name}"] = value


@pytest.mark.parametrize(
    "change",
    [
        lambda opened: opened.Root.__setitem__("/AF", Array([])),
        lambda opened: opened.Root.__setitem__("/AF", Dictionary()),
        lambda opened: opened.Root.__setitem__("/AF", Array([5])),
        lambda opened: opened.Root.__delitem__("/AF"),
        lambda opened: _attached(opened, AFRelationship=Name.Data),
        lambda opened: _attached(opened, F="minutes.xml"),
        lambda opened: opened.Root.AF[0].EF.__setitem__("/F", Dictionary()),
    ],
)
def test_files_of_others_are_passed_over(change: Callable[[pikepdf.Pdf], None]) -> None:
    """An attachment is ours by its name and by what it is to the document."""
    assert "carries no meeting" in refusal(saved(pdf(), change))


def test_attachment_without_a_file_is_damage() -> None:
    """What should be there is not."""
    assert "it is damaged" in refusal(saved(pdf(), lambda opened: opened.Root.AF[0].__delitem__("/EF")))


def test_two_attachments_of_ours_are_refused() -> None:
    """Neither is chosen in silence."""
    assert "carries the data of 2 documents" in refusal(
        saved(pdf(), lambda opened: opened.Root.AF.append(opened.Root.AF[0]))
    )


def test_attachment_that_unpacks_without_end_is_refused() -> None:
    """Unpacking stops at 75 MB."""

    def change(opened: pikepdf.Pdf) -> None:
        opened.Root.AF[0].EF.F.write(zlib.compress(b" " * 80_000_000, 9), filter=Name.FlateDecode)

    assert "it is damaged" in refusal(saved(pdf(), change))


def test_data_that_are_damaged_are_invalid() -> None:
    """A PDF of ours whose data were edited says where they are wrong."""

    def change(opened: pikepdf.Pdf) -> None:
        file = opened.Root.AF[0].EF.F
        file.write(file.read_bytes().replace(b'"audience":"public"', b'"audience":"all"'))

    with pytest.raises(bm.InvalidMinutesError, match="audience: must be"):
        bm.extract(saved(pdf(), change))


def upper(codes: bytes) -> str:
    """Decode by a font whose letters are all capitals."""
    return codes.decode("latin-1").upper()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"/P<</MCID 0>>BDC /F1 9 Tf (a) Tj [(b) -20 (c)] TJ (d) ' 1 2 (e) \" EMC", {0: "ABCDE"}),
        (b"/P <</MCID 0>> BDC /F1 9 Tf (a) Tj /Span BMC (b) Tj EMC (c) Tj EMC (d) Tj", {0: "ABC"}),
        (b"/P<</MCID 0>>BDC /F1 9 Tf (a) Tj EMC EMC EMC /P<</MCID 1>>BDC (b) Tj EMC", {0: "A", 1: "B"}),
        (b"/F1 9 Tf /P<</MCID 0>>BDC q /F2 9 Tf (a) Tj Q (b) Tj Q (c) Tj EMC", {0: "BC"}),
        (b"/P<</MCID 0>>BDC (no font) Tj EMC", {}),
        (b"/P<</MCID/Odd>>BDC /F1 9 Tf (a) Tj EMC /P/Named BDC (b) Tj EMC /P<</Lang(cy)/MCID>>BDC (c) Tj EMC", {}),
        (rb"/P<</MCID 0>>BDC /F1 9 Tf (\(a\)\\\101\1012\n(b(c))\q) Tj EMC", {0: "(A)\\AA2\n(B(C))Q"}),
        (b"/P<</MCID 0>>BDC /F1 9 Tf (a\\\r\nb\\\nc) Tj <61 6> Tj <> Tj EMC", {0: "ABCA`"}),
        (b"/P<</MCID 0>>BDC /F1 9 Tf % (x) Tj\n(a) Tj (never (ends", {0: "A"}),
        (b"/P<</MCID 0>>BDC Tf (a) Tj EMC", {}),
        (b"/P<</MCID 0>>BDC /F1 9 Tf [" + b"1 " * 20_000 + b"(a)] TJ EMC", {0: ""}),
    ],
)
def test_text_of_marks_is_what_is_shown_under_them(content: bytes, expected: dict[int, str]) -> None:
    """Operators, strings and nested marks as in the standard."""
    assert expected == texts_of_marks(content, {b"/F1": upper})


@pytest.mark.parametrize(
    "piece", [b"(", b"(a", b"<", b"<a", b"<<", b"[", b"/", b"%", b"(\\", b"q ", b"/P<</MCID 0>>BDC ", b"BI "]
)
def test_hostile_contents_are_read_in_one_go(piece: bytes) -> None:
    """Each comes to an end at once."""
    assert {} == texts_of_marks(piece * (300_000 // len(piece)), {b"/F1": upper})


@pytest.mark.parametrize(
    ("meanings", "codes", "expected"),
    [
        (b"beginbfchar <01> <0041> <02> <00660066> endbfchar", b"\x01\x02\x03", "Aff\ufffd"),
        (
            b"begincodespacerange <0000> <FFFF> endcodespacerange beginbfchar <0101> <D83DDE00> endbfchar",
            b"\1\1",
            "\U0001f600",
        ),
        (b"beginbfrange <01> <03> <0041> <05> <06> [<0061> <0062>] endbfrange", b"\1\2\3\4\5\6", "ABC\ufffdab"),
        (b"beginbfrange <01> <ff> <FFFE> endbfrange", b"\1\2\3", "\ufffe\uffff\ufffd"),
        (b"beginbfrange <01> <02> [<0061>", b"\1\2", "a\ufffd"),
        (b"begincodespacerange endcodespacerange beginbfchar <1> <0041>", b"\x10", "A"),
        (b"begincodespacerange <> <> endcodespacerange", b"\x10", "\ufffd"),
        (b"", b"a", "\ufffd"),
    ],
)
def test_codes_mean_what_their_font_says(meanings: bytes, codes: bytes, expected: str) -> None:
    """Single codes, ranges and lists."""
    assert expected == decoder(meanings, Allowance(1_000))(codes)


def test_hostile_meanings_are_read_in_one_go() -> None:
    """Ranges without number, and sections that never end."""
    for piece in (b"beginbfrange <0000> <ffff> <0041> endbfrange ", b"beginbfchar ", b"beginbfrange <00> <01> [", b"<"):
        assert 1 == len(decoder(piece * 20_000, Allowance(1_000))(b"\x00"))
