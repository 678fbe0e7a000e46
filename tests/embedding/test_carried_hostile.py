"""Files that were made to take more time or memory than their length explains, or to pass for what they are not."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from word_files import packed, parts_of

import boardminutes as bm
from boardminutes.embedding import pdf_text
from boardminutes.embedding.in_docx import holds_data
from boardminutes.embedding.pdf_fonts import decoder
from boardminutes.embedding.pdf_limits import Allowance, UnreadableError
from boardminutes.embedding.pdf_marks import texts_of_marks
from boardminutes.embedding.word_text import paragraphs

MAIN, ITEM = "word/document.xml", "customXml/item1.xml"
MAIN_RELATIONSHIPS = "word/_rels/document.xml.rels"
MEETING = bm.Meeting(
    body="Harbour Partnership Board", items=[bm.Item("Dredging plan", minutes=["Members discussed the draft."])]
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{name}"/>' for name in ("begin", "separate", "end"))


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF of the meeting after a change."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(bm.render(MEETING, "pdf"))) as opened:
        change(opened)
        opened.save(made)
    return made.getvalue()


def docx() -> bytes:
    """Render the meeting with its data."""
    return bm.render(MEETING, "docx", embed=True)


def texts(body: str) -> list[str]:
    """Return the paragraphs of the body of a Word document."""
    return paragraphs(f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())


def refusal(source: bytes) -> str:
    """Return why a source is not recognised."""
    with pytest.raises(bm.UnrecognisedSourceError) as caught:
        bm.extract(source)
    return str(caught.value)


def kids_of_kids(opened: pikepdf.Pdf) -> None:
    """Let sixty lists lead to one another, each along two ways: 2 ** 60 ways in all."""
    kids = opened.make_indirect(Array([Dictionary(S=Name.P)]))
    for _ in range(60):
        kids = opened.make_indirect(Array([Dictionary(S=Name.P, K=kids), Dictionary(S=Name.P, K=kids)]))
    opened.Root.StructTreeRoot.K = kids


def test_lists_of_kids_are_read_once() -> None:
    """However many ways lead to them."""
    found = bm.extract(changed(kids_of_kids))

    assert (MEETING, True) == (found.meeting, found.stale)


@pytest.mark.parametrize("limit", ["MOST_KIDS", "MOST_MEANINGS", "MOST_LOOKED_UP"])
def test_pdf_with_too_much_to_look_at_is_not_read_back(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text counts as changed, and the data are there still."""
    source = bm.render(MEETING, "pdf")
    assert not bm.extract(source).stale
    monkeypatch.setattr(pdf_text, limit, 1)
    found = bm.extract(source)

    assert (MEETING, True) == (found.meeting, found.stale)


def test_nothing_is_unpacked_before_there_is_known_to_be_one_of_it() -> None:
    """Two files of the name are refused, though neither can be unpacked."""

    def change(opened: pikepdf.Pdf) -> None:
        file = opened.Root.AF[0].EF.F
        file.write(b"no data", filter=Name.FlateDecode)
        opened.Root.AF.append(opened.Root.AF[0])

    assert "carries the data of 2 documents" in refusal(changed(change))


def test_codes_that_mean_too_much_mean_nothing() -> None:
    """A code stands for up to sixteen units of text, in each of the forms of a map."""
    long, short = b"0041" * 17, b"0041" * 16
    meanings = b"beginbfchar <01> <%b> <02> <%b> endbfchar" % (long, short)
    meanings += b" beginbfrange <03> <03> <%b> <04> <04> <%b> <05> <06> [<%b> <%b>] endbfrange" % (2 * (long, short))
    decode = decoder(meanings, Allowance(1_000))

    assert ["\ufffd", "A" * 16] * 3 == [decode(bytes([code])) for code in (1, 2, 3, 4, 5, 6)]


def test_text_of_codes_is_bounded_in_all() -> None:
    """Codes of one byte may stand for sixteen characters each, and be shown again and again."""
    decode = decoder(b"beginbfchar <01> <00410042> endbfchar", Allowance(5))

    assert ["AB", "AB"] == [decode(b"\1"), decode(b"\1")]
    with pytest.raises(UnreadableError):
        decode(b"\1")


def test_marks_in_marks_take_no_longer_to_show_text_in() -> None:
    """A mark without a number has that of the mark around it, which is looked up once."""
    depth = 60_000
    content = b"/P<</MCID 3>>BDC /F1 9 Tf " + b"/Span BMC " * depth + b"(a)Tj " * depth

    assert {3: "a" * depth} == texts_of_marks(content, {b"/F1": bytes.decode})
    assert {} == texts_of_marks(content.replace(b"/MCID 3", b""), {b"/F1": bytes.decode})


@pytest.mark.parametrize(
    "body",
    [
        BEGIN * 100_000 + "<w:t>a</w:t>" * 100_000,
        "<w:p>" * 2_000 + "</w:p>" * 2_000,
        f"<w:p>{'<w:fldSimple>' * 2_000}{'</w:fldSimple>' * 2_000}</w:p>",
    ],
)
def test_fields_and_paragraphs_too_deep_in_one_another_are_damage(body: str) -> None:
    """No document has a thousand fields in one another."""
    whole = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()

    assert f"is damaged: {MAIN}: its text is nested more than 1,000 deep" in refusal(
        packed({**parts_of(docx()), MAIN: whole})
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (f"{BEGIN}<w:instrText>{' ' * 50}HYPER</w:instrText><w:instrText>LINK x</w:instrText>{SEPARATE}", "ab"),
        (f"{BEGIN}<w:instrText>PAGE{'x' * 50}</w:instrText>{SEPARATE}{SEPARATE}", "b"),
        (f"{BEGIN}<w:instrText>PAGE</w:instrText>{SEPARATE}<w:instrText>HYPERLINK</w:instrText>", "b"),
        (f"{BEGIN}<w:instrText>HYPERLINK x</w:instrText>{SEPARATE}<w:instrText>y</w:instrText>", "ab"),
        (f"{END}{BEGIN}{SEPARATE}{BEGIN}<w:instrText>HYPERLINK x</w:instrText>{SEPARATE}{END}", "b"),
    ],
)
def test_fields_hide_by_the_beginning_of_their_instruction(field: str, expected: str) -> None:
    """The instruction ends where the field begins to show, and a field in a hidden one is hidden."""
    assert [expected] == texts(f"<w:p>{field}<w:t>a</w:t>{END}<w:t>b</w:t></w:p>")


def test_long_instruction_in_many_pieces_is_read_once() -> None:
    """What follows its beginning is not kept."""
    pieces = "<w:instrText>cccccccccc</w:instrText>" * 100_000

    assert ["b"] == texts(f"<w:p>{BEGIN}{pieces}{SEPARATE}<w:t>a</w:t>{END}<w:t>b</w:t></w:p>")


def test_page_is_read_up_to_its_second_data() -> None:
    """Articles of others that are open do not count for each of the data."""
    page = b"<article>" * 60_000 + b"<script class=boardminutes-data></script>" * 60_000

    assert "carries the data of more than one document" in refusal(page)


def test_data_stand_in_the_innermost_open_article_of_ours() -> None:
    """Articles of others are passed over, and those that have ended."""
    page = bm.render(MEETING, "html").decode()
    within = page.replace("<article", "<article><article class=boardminutes></article></article><article", 1).replace(
        '<script type="application/json"', '<article><script type="application/json"'
    )

    assert not bm.extract(within.encode()).stale


def test_longer_numbers_do_not_go_round_the_limit_of_the_directory() -> None:
    """Neither the end of the directory nor the other end that it hides is believed."""
    names = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0) + b"%06x" % one
        for one in range(30_000)
    )
    long_end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 30_000, 30_000, len(names), 30)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 30 + len(names), 1)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 100, 30, 0)

    assert "is a ZIP64 file" in refusal(b"PK\x03\x04" + bytes(26) + names + long_end + locator + end)


def test_long_document_that_says_the_same_over_and_over_is_read() -> None:
    """It is judged by its size, and not by how well it packs."""
    parts = parts_of(docx())
    same = b"<w:p><w:r><w:t>Noted.</w:t></w:r></w:p>" * 60_000
    source = packed({**parts, MAIN: parts[MAIN].replace(b"<w:body>", b"<w:body>" + same)})
    with zipfile.ZipFile(io.BytesIO(source)) as file:
        member = file.getinfo(MAIN)

    assert member.file_size > 200 * member.compress_size
    assert MEETING == bm.extract(source).meeting


def as_template(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a document with a tag in place of its text, and no way from its text to its data."""
    text = b"<w:body><w:p><w:r><w:t>{{p body }}</w:t></w:r></w:p></w:body>"
    return {
        **parts,
        MAIN: re.sub(rb"<w:body>.*</w:body>", text, parts[MAIN], flags=re.DOTALL),
        MAIN_RELATIONSHIPS: re.sub(rb'<Relationship [^>]*/customXml"[^>]*/>', b"", parts[MAIN_RELATIONSHIPS]),
    }


@pytest.mark.parametrize("rest", [b"", b"<cut off"])
def test_template_does_not_pass_on_data_to_which_nothing_leads(rest: bytes) -> None:
    """What `extract` would take from a template, whole or damaged, is not in the documents made with it."""
    template = as_template(parts_of(docx()))
    template[ITEM] += rest
    other = bm.Meeting(items=[bm.Item("Moorings", minutes="The fees stand.")])
    made = parts_of(bm.render(other, "docx", template=packed(template)))

    assert b"customXml" not in template[MAIN_RELATIONSHIPS]
    assert b"discussed" in template[ITEM]
    assert [] == [name for name, part in made.items() if name.startswith("customXml") or b"discussed" in part]


def test_template_without_relationships_does_not_pass_on_data() -> None:
    """Its text leads nowhere at all."""
    template = as_template(parts_of(docx()))
    del template[MAIN_RELATIONSHIPS]
    made = parts_of(bm.render(MEETING, "docx", template=packed(template), audience="public"))

    assert [] == [name for name in made if name.startswith("customXml")]


def test_parts_of_others_hold_no_data() -> None:
    """A part is ours by its outermost element."""
    part = parts_of(docx())[ITEM]

    assert [True, False, False] == [
        holds_data(ITEM, one) for one in (part, b"<x>%b</x>" % part.partition(b"?>")[2], b"no xml")
    ]


def test_page_that_speaks_of_pdf_is_a_page() -> None:
    """A PDF begins with what a page may have in its title."""
    meeting = bm.Meeting(title="How to read a %PDF- header", items=[bm.Item("Formats")])

    assert meeting == bm.extract(bm.render(meeting, "html")).meeting
