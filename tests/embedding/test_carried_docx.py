"""Word documents that carry their meeting."""

from __future__ import annotations

import io
import pathlib
import re
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from word_files import SOFFICE, packed, parts_of, saved_by_libreoffice, with_part

import boardminutes as bm
from boardminutes.embedding import in_docx
from boardminutes.embedding.word_text import paragraphs
from boardminutes.testing import sample_meeting

MAIN = "word/document.xml"
ITEM = "customXml/item1.xml"
MEETING = bm.Meeting(
    body="Harbour Partnership Board",
    items=[
        bm.Item("Dredging plan", number="7.", minutes=["Members discussed the draft.", bm.Decision("It be approved.")])
    ],
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(meeting: bm.Meeting = MEETING, **options: object) -> bytes:
    """Render a meeting with its data."""
    return bm.render(meeting, "docx", **{"embed": True, **options})


def texts(body: str) -> list[str]:
    """Return the paragraphs of a body."""
    return paragraphs(f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>".encode())


def refusal(source: bytes) -> str:
    """Return why a source is not recognised."""
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.extract(source)
    return str(caught.value)


def test_document_carries_its_meeting_only_when_it_is_asked_to() -> None:
    """Who deletes a sentence in Word does not delete it from the data."""
    plain, carrying = parts_of(bm.render(MEETING, "docx")), parts_of(docx())

    assert {"customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"} == {*carrying} - {
        *plain
    }
    assert plain[MAIN] == carrying[MAIN]
    assert (
        "is an Office document that carries no meeting; one that this library renders does with embed=True"
        in refusal(bm.render(MEETING, "docx"))
    )


def test_same_document_gives_the_same_bytes_with_data() -> None:
    """No name is drawn by lot."""
    assert docx() == docx()


def as_template(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a rendered document with a tag in place of its text."""
    text = b"<w:body><w:p><w:r><w:t>{{p body }}</w:t></w:r></w:p></w:body>"
    parts = parts_of(docx)
    return {**parts, MAIN: re.sub(rb"<w:body>.*</w:body>", text, parts[MAIN], flags=re.DOTALL)}


def test_data_stand_beside_those_of_a_house_template() -> None:
    """A template with custom XML of its own keeps it."""
    template = {**as_template(bm.render(MEETING, "docx")), ITEM: b"<house/>", "customXml/broken.xml": b"<house"}
    made = docx(template=packed(template))

    assert b"<house/>" == parts_of(made)[ITEM]
    assert MEETING == bm.extract(made).meeting


def test_template_made_of_a_document_does_not_pass_its_data_on() -> None:
    """What travelled in the old document is not in the new one, whether the new one carries data or not."""
    old = bm.Meeting(items=[bm.Item("Pilots", minutes="Ten of them were dismissed.")])
    template = as_template(docx(old))
    plain, carrying = (bm.render(MEETING, "docx", template=packed(template), embed=embed) for embed in (False, True))

    assert b"dismissed" in template[ITEM]
    assert not [name for name, part in parts_of(plain).items() if b"dismissed" in part or b"customXml" in part]
    assert not [name for name in parts_of(plain) if name.startswith("customXml")]
    assert MEETING == bm.extract(carrying).meeting


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("discussed", "left"),
        ("Members discussed the draft.", ""),
        ("Members discussed the draft.", "Members discussed the draft. And more."),
    ],
)
def test_changed_words_are_stale(old: str, new: str) -> None:
    """What is added, taken out or changed is seen."""
    assert not bm.extract(docx()).stale
    assert bm.extract(with_part(docx(), MAIN, old, new)).stale


def test_paragraph_that_is_deleted_is_stale() -> None:
    """The data still hold it: this is why they do not travel unless it is asked for."""
    found = bm.extract(
        packed(
            {**parts_of(docx()), MAIN: re.sub(rb"<w:p>(?:(?!<w:p>).)*discussed.*?</w:p>", b"", parts_of(docx())[MAIN])}
        )
    )

    assert found.stale
    assert "discussed" in str(found.meeting)


SPLIT, AGAIN = "</w:t></w:r>", '<w:r><w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Members discussed", f'Mem{SPLIT}<w:proofErr w:type="spellStart"/>{AGAIN}bers{SPLIT}{AGAIN} discussed'),
        ("Members", '</w:t></w:r><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>Members'),
        ("Members discussed", "Members</w:t><w:lastRenderedPageBreak/><w:br/><w:t>discussed"),
        ("<w:body>", "<w:body><w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>"),
        ("Members", '</w:t></w:r><w:del w:id="1"><w:r><w:delText>All</w:delText></w:r></w:del><w:r><w:t>Members'),
    ],
)  # fmt: skip
def test_same_words_saved_by_another_program_are_not_stale(old: str, new: str) -> None:
    """Runs are split, bookmarks and empty paragraphs come and go."""
    assert not bm.extract(with_part(docx(), MAIN, old, new)).stale


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{name}"/>' for name in ("begin", "separate", "end"))
BOX = "<w:p><w:r><w:t>box</w:t></w:r></w:p>"
TOLD, TOLD_TOO = "<w:instrText>", "</w:instrText><w:instrText>"
TWICE = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"


def said(text: str) -> str:
    """Return a text element."""
    return f"<w:t>{text}</w:t>"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (f"<w:r>{said('a')}<w:tab/>{said('b')}</w:r>", ["ab"]),
        (f"<w:r>{said('a')}<w:noBreakHyphen/>{said('b')}<w:softHyphen/></w:r>", ["a\u2011b\u00ad"]),
        (f'<w:hyperlink w:anchor="x"><w:r>{said("link")}</w:r></w:hyperlink>', ["link"]),
        (f'<w:fldSimple w:instr=" PAGE "><w:r>{said("7")}</w:r></w:fldSimple>', [""]),
        (f'<w:fldSimple w:instr=" HYPERLINK x "><w:r>{said("link")}</w:r></w:fldSimple>', ["link"]),
        (
            f"<w:r>{BEGIN}{TOLD} NUM{TOLD_TOO}PAGES</w:instrText>{SEPARATE}{said('7')}{END}{said(' pages')}</w:r>",
            [" pages"],
        ),
        (f"<w:r>{BEGIN}<w:instrText>HYPERLINK x</w:instrText>{SEPARATE}{said('link')}{END}</w:r>", ["link"]),
        (f"<w:r>{SEPARATE}{END}<w:fldChar/><w:instrText>x</w:instrText>{said('a')}</w:r>", ["a"]),
        (f"{TWICE}<w:r>{said('a')}</w:r>", ["box", "", "a"]),
    ],
)
def test_text_of_a_paragraph_is_what_a_reader_sees(paragraph: str, expected: list[str]) -> None:
    """Blanks are not told apart, page numbers are worked out anew, and what was deleted is gone."""
    assert expected == texts(f"<w:p>{paragraph}</w:p>")


def test_text_in_no_paragraph_is_not_read() -> None:
    """Word would call the document damaged."""
    assert [] == texts(f"<w:r>{said('a')}</w:r>")


def test_text_outside_the_body_is_not_read() -> None:
    """A background or a header is no part of what was minuted."""
    assert [""] == paragraphs(f"<w:document {W}><w:p><w:r><w:t>x</w:t></w:r></w:p></w:document>".encode())


@pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed, so LibreOffice cannot save documents")
def test_document_saved_by_libreoffice_is_stale_only_if_it_was_edited(tmp_path: pathlib.Path) -> None:
    """LibreOffice writes every part anew, and keeps the data and the words."""
    signs = "a non\u2011breaking hyphen, a soft\u00adhyphen, tabs\there, a line\nbreak, “quotes”, ½ and ŵ"
    every = [
        docx(sample_meeting(), kind="agenda-minutes", audience="full"),
        docx(bm.Meeting(items=[bm.Item("Signs", minutes=signs)])),
        docx(),
    ]
    edited = with_part(docx(), MAIN, "Members discussed the draft.", "Members set the draft aside.")
    *kept, changed = map(bm.extract, saved_by_libreoffice(tmp_path, *every, edited))

    assert [bm.extract(one) for one in every] == kept
    assert [False, False, False] == [one.stale for one in kept]
    assert changed.stale
    assert MEETING == changed.meeting


def test_two_data_parts_are_refused() -> None:
    """Neither is chosen in silence."""
    parts = parts_of(docx())

    assert "carries the data of 2 documents" in refusal(packed({**parts, "customXml/item2.xml": parts[ITEM]}))


def test_custom_xml_of_others_is_passed_over() -> None:
    """Whatever stands in it."""
    parts = parts_of(docx())
    others = {
        "customXml/a.xml": b"<x><y>z</y></x>",
        "customXml/b.xml": b"no xml",
        "customXml/c.xml": b"<!DOCTYPE x><x/>",
    }

    assert MEETING == bm.extract(packed({**parts, **others})).meeting


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (OLE + b"x" * 600, "is no .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted: save it in Word without a password"),
        (b"PK", "is no Word document, or it is damaged"),
        (b"PK\x03\x04" + b"x" * 100, "is no Word document, or it is damaged"),
        (packed({"a.txt": b"a"}), "is a ZIP file, and no Word document"),
        (packed({"_rels/.rels": b"<a/>"}), "is a ZIP file, and no Word document"),
        (packed({"_rels/.rels": b"<a"}), "is damaged: _rels/.rels: "),
        (packed({"_rels/.rels": b"<!DOCTYPE a><a/>"}), "document type"),
    ],
)
def test_what_is_no_document_of_ours_is_not_recognised(source: bytes, expected: str) -> None:
    """It is told what it is, as far as it is known."""
    assert expected in refusal(source)


def test_document_that_was_cut_off_is_damaged() -> None:
    """Its directory stands at its end."""
    assert "is no Word document, or it is damaged" in refusal(docx()[:-40])


def test_damaged_parts_are_named() -> None:
    """A document type is damage too: nothing is expanded."""
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    parts = parts_of(docx())

    assert f"is damaged: {MAIN}" in refusal(packed({**parts, MAIN: parts[MAIN][:-9]}))
    assert f"is damaged: {MAIN}" in refusal(packed({**parts, MAIN: entity + b"<a>&b;</a>"}))
    assert f"is damaged: {MAIN}" in refusal(packed({**parts, MAIN: b'<?xml version="1.0" encoding="none"?><a/>'}))
    assert f"is damaged: {ITEM}" in refusal(packed({**parts, ITEM: parts[ITEM][:-9]}))


def test_data_that_are_damaged_are_invalid() -> None:
    """A document of ours whose data were edited says where they are wrong."""
    with pytest.raises(bm.InvalidMinutesError, match="audience: must be"):
        bm.extract(with_part(docx(), ITEM, '"audience":"public"', '"audience":"all"'))


def _with_directory(change: Callable[[zipfile.ZipInfo], None], name: str = ITEM) -> bytes:
    """Return a document whose directory says of one part what is not so."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for part, data in parts_of(docx()).items():
            file.writestr(part, data)
        change(file.getinfo(name))
    return made.getvalue()


def _encrypted(member: zipfile.ZipInfo) -> None:
    member.flag_bits |= 1


def _huge(member: zipfile.ZipInfo) -> None:
    member.file_size = 2**31


def _short(member: zipfile.ZipInfo) -> None:
    member.file_size = 10


def _packed_oddly(member: zipfile.ZipInfo) -> None:
    member.compress_type = zipfile.ZIP_LZMA


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_encrypted, "is encrypted or packed in an unusual way"),
        (_packed_oddly, "is encrypted or packed in an unusual way"),
        (_huge, "bytes, and at most 67,108,864 are read"),
        (_short, "is no Word document, or it is damaged"),
    ],
)
def test_directory_that_says_what_cannot_be_is_refused(
    change: Callable[[zipfile.ZipInfo], None], expected: str
) -> None:
    """It is looked at before anything is unpacked."""
    assert expected in refusal(_with_directory(change))


def test_huge_relationships_are_refused_by_the_directory() -> None:
    """They are read before the main part is known."""
    assert "bytes in a part (_rels/.rels), and at most" in refusal(_with_directory(_huge, "_rels/.rels"))


def test_bombs_are_refused_before_they_unpack() -> None:
    """Parts without number, and names without end."""
    parts = parts_of(docx())

    assert "parts, and at most 2,000 are read" in refusal(packed({**parts, **{str(one): b"" for one in range(2_000)}}))
    assert "bytes of names of parts, and at most" in refusal(
        packed({"x" * 60_000 + str(one): b"" for one in range(20)})
    )


def test_part_that_unpacks_to_more_than_its_directory_says_is_cut_off() -> None:
    """Memory is taken for what the directory says, and no more."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        for part, data in parts_of(docx()).items():
            file.writestr(part, data if part != ITEM else b" " * 100_000_000)
        file.getinfo(ITEM).file_size = 100_000
    tracemalloc.start()
    found = refusal(bomb.getvalue())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "is no Word document, or it is damaged" in found
    assert most < 10_000_000


def test_two_parts_of_one_name_are_refused() -> None:
    """Programs differ in which they read."""
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr(ITEM, b"<x/>")

    assert "holds two parts of one name, so it is damaged" in refusal(made.getvalue())


def test_archive_with_a_comment_is_read() -> None:
    """The end of the directory is looked for, as ZIP programs do."""
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as file:
        file.comment = b"kept by the clerk"

    assert MEETING == bm.extract(made.getvalue()).meeting


def test_too_many_bytes_in_all_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for all parts that are read together."""
    monkeypatch.setattr(in_docx, "MOST_BYTES", 5_000)

    assert "bytes, and at most 5,000 are read" in refusal(docx(sample_meeting()))
