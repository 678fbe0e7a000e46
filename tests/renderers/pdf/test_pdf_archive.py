"""What makes a file fit for an archive: what it says of itself, its colours, its data, and how it is written."""

from __future__ import annotations

import io
import json
import re
import unicodedata

import attrs
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pdf_marks import meanings_of
from pdf_sample import SAMPLE, WORDS, document, heading, text
from PIL import ImageCms

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.embedding.payload import payload
from boardminutes.errors import RenderError
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.fonts import default_family
from boardminutes.renderers.pdf.objects import open_stream, text_string
from boardminutes.testing.samples import sample_meeting

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def opened(made: Document, *, embed: bool = True) -> pikepdf.Pdf:
    """Render a document and open it."""
    return pikepdf.open(io.BytesIO(PdfRenderer(embed=embed).render(made)))


def xmp_of(pdf: pikepdf.Pdf) -> etree._Element:
    """Return the metadata."""
    return etree.fromstring(pdf.Root.Metadata.read_bytes())


def told(metadata: etree._Element, name: str) -> str | None:
    """Return what the metadata say of one property; None where they say nothing."""
    found = metadata.find(f".//{name}", NAMES)
    return None if found is None else "".join(map(str, found.itertext())).strip()


def test_file_says_to_which_standards_it_conforms() -> None:
    """They are PDF/A-3a and PDF/UA-1."""
    metadata = xmp_of(opened(SAMPLE))

    assert [told(metadata, name) for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")] == ["3", "A", "1"]


@pytest.mark.parametrize("title", ["Minutes", "Cofnodion\nŵ & <y> “(\\)” ½ \U0001d510"])
def test_file_says_the_same_twice(title: str) -> None:
    """What people read and what machines read is equal, whatever characters it has."""
    pdf = opened(attrs.evolve(document(language="cy", organisation="Bwrdd & <Harbwr>"), title=title))
    metadata = xmp_of(pdf)

    assert {
        "/Title": told(metadata, "dc:title"),
        "/Author": told(metadata, "dc:creator"),
        "/Subject": told(metadata, "dc:description"),
        "/Creator": told(metadata, "xmp:CreatorTool"),
        "/Producer": told(metadata, "pdf:Producer"),
    } == {name: str(value) for name, value in pdf.docinfo.items()}
    assert str(pdf.docinfo.Title) == " ".join(f"{title} – Bwrdd & <Harbwr>".split())
    assert told(metadata, "dc:language") == str(pdf.Root.Lang) == "cy"


def test_nobody_is_made_up() -> None:
    """Where it is not known who met, no author is named."""
    pdf = opened(document(organisation=None))

    assert "/Author" not in pdf.docinfo
    assert told(xmp_of(pdf), "dc:creator") is None


def test_characters_that_xml_has_not_are_left_out_of_the_kind() -> None:
    """The name of a third party's kind is no text of the document, and so was checked by nobody."""
    pdf = opened(attrs.evolve(document(), kind="my\x00 own\x1f\nkind"))

    assert (str(pdf.docinfo.Subject), told(xmp_of(pdf), "dc:description")) == ("my own kind", "my own kind")


def test_no_date_is_made_up() -> None:
    """The file names no day but the one that stands for none."""
    pdf = opened(SAMPLE)

    assert not [name for name in pdf.docinfo if "Date" in name]
    assert b"Date>" not in pdf.Root.Metadata.read_bytes()
    assert str(pdf.Root.AF[0].EF.F.Params.ModDate) == "D:19700101000000Z"


def test_metadata_can_be_found_by_programs_that_know_no_pdf() -> None:
    """They are not compressed."""
    data = PdfRenderer().render(SAMPLE)

    assert data.count(b"<pdfaid:part>3</pdfaid:part>") == 1


def test_colours_are_those_of_srgb() -> None:
    """The profile is one for three colours, and names no day on which it was made."""
    pdf = opened(SAMPLE)
    (intent,) = pdf.Root.OutputIntents
    data = intent.DestOutputProfile.read_bytes()

    assert (intent.S, intent.DestOutputProfile.N) == (pikepdf.Name.GTS_PDFA1, 3)
    assert ImageCms.ImageCmsProfile(io.BytesIO(data)).profile.xcolor_space.strip() == "RGB"
    assert data[24:36] == bytes.fromhex("07d000010001000000000000")


def test_catalogue_tells_that_the_file_is_tagged_and_shows_its_title() -> None:
    """A viewer opens the outline too, where there is one."""
    pdf, bare = opened(document(heading("Items"))), opened(document())

    for root in (pdf.Root, bare.Root):
        assert (root.MarkInfo.Marked, root.ViewerPreferences.DisplayDocTitle) == (True, True)
    assert (pdf.Root.PageMode, {"/Outlines", "/PageMode"} & set(bare.Root.keys())) == ("/UseOutlines", set())


def test_outline_counts_its_entries() -> None:
    """Each entry knows how many stand below it, and leads to the next and to the one before."""
    made = document(heading("One"), heading("Deep", level=3), heading("Deeper", level=4), heading("Two"))
    pdf = opened(made)
    outlines = pdf.Root.Outlines

    assert outlines.Count == 4
    assert outlines.First.Count == 2
    assert (outlines.First.Next.Title, outlines.Last.Prev.Title) == ("Two", "One")
    assert not {"/Next", "/First", "/Count"} & set(outlines.Last.keys())
    assert outlines.First.First.First.Parent.Title == "Deep"


def test_meeting_travels_inside() -> None:
    """It is an attachment that belongs to the whole document, from which that was made."""
    made = attrs.evolve(SAMPLE, meetings=(sample_meeting(),))
    pdf = opened(made)
    (described,) = pdf.Root.AF

    data = pdf.attachments["meeting.json"].get_file().read_bytes()
    sums = json.loads(data)["paragraphs"]
    assert {**json.loads(payload(made, [])), "paragraphs": sums} == json.loads(data)
    assert len(sums) > len(SAMPLE.blocks)
    assert (str(described.AFRelationship), str(described.F), str(described.UF)) == (
        "/Source",
        "meeting.json",
        "meeting.json",
    )
    assert described.Desc
    assert (str(described.EF.F.Subtype), described.EF.F.Params.Size) == ("/application/json", len(data))
    assert described.EF.F.objgen == described.EF.UF.objgen
    assert list(pdf.attachments) == ["meeting.json"]


def test_meeting_stays_outside_where_that_is_wanted() -> None:
    """`embed=False` leaves no trace of the data."""
    pdf = opened(SAMPLE, embed=False)

    assert not {"/AF", "/Names"} & set(pdf.Root.keys())
    assert bm.render(bm.Meeting(), "pdf", embed=False).count(b"EmbeddedFile") == 0


@pytest.mark.parametrize("language", ["", "English please", "en_GB"])
def test_language_that_is_none_is_refused(language: str) -> None:
    """A program that reads aloud could make nothing of it."""
    with pytest.raises(RenderError, match="the language of the document must"):
        PdfRenderer().render(document(language=language))


def test_file_begins_and_ends_as_an_archive_wants() -> None:
    """After the version come bytes that no text has; both parts of the identifier are equal."""
    data = PdfRenderer().render(SAMPLE)
    first, second = pikepdf.open(io.BytesIO(data)).trailer.ID

    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", data)
    assert bytes(first) == bytes(second)
    assert len(bytes(first)) == 16
    assert data.endswith(b"%%EOF\n")


def test_every_object_stands_where_the_table_says() -> None:
    """A reader that repairs nothing finds them all."""
    data = PdfRenderer().render(SAMPLE)
    place = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    entries = re.findall(rb"(\d{10}) 00000 n \n", data[place:])

    assert [data[int(entry) :].split(b"\n", 1)[0] for entry in entries] == [
        b"%d 0 obj" % number for number in range(1, len(entries) + 1)
    ]


@given(st.binary(max_size=20))
def test_end_of_a_stream_is_parted_from_its_data(data: bytes) -> None:
    """A line end that is not counted follows them, whatever byte is the last."""
    written = open_stream(data)

    length = int(written.split(b"/Length ")[1].split(b">>")[0])
    after = written.split(b"stream\n", 1)[1]
    assert (after[:length], after[length:]) == (data, b"\r\nendstream")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_strings_are_read_as_written(written: str) -> None:
    """Brackets, backslashes and characters beyond ASCII come back."""
    assert str(pikepdf.Object.parse(text_string(written).encode("ascii"))) == written


def test_codes_of_fonts_mean_what_the_text_says() -> None:
    """No code means a private character, or one that the standards forbid; letters with marks mean themselves."""
    written = "soft\u00adhyphen, w\u0302 e\u0301 ✓\ufe0f \u200b½ and " + "".join(
        sorted(default_family().characters)[::9]
    )
    pdf = opened(document(text(written), text(Span(WORDS, strong=True, emphasis=True))))

    meant = set[str]()
    for font in pdf.pages[0].Resources.Font.values():
        meant.update(meanings_of(font).values())
        assert "/Encoding" not in font
        assert int(font.FontDescriptor.Flags) & 0b100100 == 0b100
    assert {"w\u0302", "e\u0301", "\u00ad", "\ufe0f", "\u200b"} <= meant
    assert not {one for one in "".join(meant) if unicodedata.category(one) == "Co" or one in "\0\ufeff\ufffe"}
