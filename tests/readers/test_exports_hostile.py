"""Whatever is given as an export is read or refused, in work that grows with its length, and loses nothing."""

from __future__ import annotations

import json
import pathlib
import random

import pytest
from counted_calls import calls_for
from damage import damaged
from export_mutations import retold, swapped
from moderngov_law import broken_promises, resolved, squeezed

import boardminutes as bm
from boardminutes.readers import Reader
from boardminutes.readers.graph_insight import GraphInsightReader
from boardminutes.readers.legistar import LegistarJsonReader
from boardminutes.readers.moderngov_xml import ModernGovXmlReader

PROJECT = pathlib.Path(__file__).parents[2]
FOLDERS = ("examples/pages", "tests/readers/pages")
ANSWERS, INSIGHTS, ALL_JSON = (
    [path.read_text("utf-8") for folder in FOLDERS for path in sorted((PROJECT / folder).glob(pattern))]
    for pattern in ("*.xml", "*-assistant.json", "*.json")
)
EXPORTS = [one for one in ALL_JSON if one not in INSIGHTS]
XML, JSON, INSIGHT = ModernGovXmlReader(), LegistarJsonReader(), GraphInsightReader()
TAGS = [
    "<",
    ">",
    "</",
    "&lt;",
    '"',
    "<agendaitem>",
    "<meeting/>",
    "•",
    "True",
    "False",
    "<!--",
    "<![CDATA[",
    "\x00",
    "&",
]
SIGNS = ['"', "{", "}", "[", "]", ",", "null", ":", "1", "•", "<p>", "\\u0000", "\\ud800", "NaN", "-", "true"]


def assert_law(reader: Reader, source: bytes) -> bool:
    """Read *source*, if it is an export, and hold the law against it; tell whether it was read."""
    try:
        reading = reader.read(source)
    except bm.ReadError:
        return False
    assert [] == broken_promises(reading.text, reading)
    return True


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_answers_with_faults_are_read_or_refused(seed: int) -> None:
    """No fault raises an untyped error, and of what is read nothing is lost."""
    chance = random.Random(seed)  # noqa: S311 - the same answers each time
    read = [assert_law(XML, damaged(chance.choice(ANSWERS).encode(), TAGS, chance)) for _ in range(30)]
    retellings = [assert_law(XML, retold(ANSWERS[0], chance).encode()) for _ in range(70)]

    assert 100 == len(read + retellings)
    assert sum(retellings) > 35, "most of them are well formed"


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_exports_with_faults_are_read_or_refused(seed: int) -> None:
    """Bytes, and values of every other type."""
    chance = random.Random(seed)  # noqa: S311 - the same exports each time
    damages = [assert_law(JSON, damaged(chance.choice(EXPORTS).encode(), SIGNS, chance)) for _ in range(30)]
    others = [json.dumps(swapped(json.loads(chance.choice(EXPORTS)), chance)) for _ in range(70)]
    swaps = [assert_law(JSON, one.encode()) for one in others]

    assert 100 == len(damages + swaps)
    assert sum(swaps) > 35, "most of them are exports"


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_insights_with_faults_are_read_or_refused(seed: int) -> None:
    """Bytes, and values of every other type."""
    chance = random.Random(seed)  # noqa: S311 - the same insights each time
    damages = [assert_law(INSIGHT, damaged(chance.choice(INSIGHTS).encode(), SIGNS, chance)) for _ in range(30)]
    others = [json.dumps(swapped(json.loads(chance.choice(INSIGHTS)), chance)) for _ in range(70)]
    swaps = [assert_law(INSIGHT, one.encode()) for one in others]

    assert 100 == len(damages + swaps)
    assert sum(swaps) > 35, "most of them are insights"


@pytest.mark.parametrize("export", [*ANSWERS, *ALL_JSON])
def test_values_that_became_texts_are_held_verbatim(export: str) -> None:
    """A value that is said to have become a text stands in it, white space aside; a flag is no text."""
    reading = bm.read(export)
    became = [(reading.lines[one.line - 1], resolved(reading.meeting, one.path)) for one in reading.consumed]
    texts = [(line.partition(": ")[2], held) for line, held in became if isinstance(held, str) and ": " in line]

    assert texts
    assert [] == [one for one in texts if one[0] != "True" and squeezed(one[0]) not in squeezed(one[1])]


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/passwd">',
        '<!ENTITY % c SYSTEM "http://a.example/x.dtd"> %c;',
        "",
    ],
)
def test_document_types_are_refused(subset: str) -> None:
    """So no entity is defined, nothing grows, and nothing outside is read."""
    bomb = f"<!DOCTYPE meeting [{subset}]><meeting><committeetitle>&c;</committeetitle></meeting>"

    with pytest.raises(bm.ReadError, match="there is a document type, meeting"):
        bm.read(bomb)
    with pytest.raises(bm.ReadError, match="there is a document type, meeting"):
        bm.read('<!DOCTYPE meeting SYSTEM "http://a.example/x.dtd"><meeting><meetingid>1</meetingid></meeting>')


@pytest.mark.parametrize("text", ["<meeting><meetingid>1", "<meeting><meetingid>&nope;</meetingid></meeting>"])
def test_broken_xml_is_refused_with_its_place(text: str) -> None:
    """And with what to do."""
    with pytest.raises(bm.ReadError, match=r"no XML that can be read: .*line 1, column \d+; save the answer"):
        bm.read(text)


@pytest.mark.parametrize("depth", [101, 100_000])
def test_elements_that_nest_too_deeply_are_refused(depth: int) -> None:
    """However deep."""
    with pytest.raises(bm.ReadError, match="more than 100 deep"):
        bm.read(f"<meeting><meetingid>1</meetingid>{'<a>' * depth}{'</a>' * depth}</meeting>")


@pytest.mark.parametrize("depth", [51, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_data_that_nest_too_deeply_are_refused(opening: str, closing: str, depth: int) -> None:
    """However deep."""
    with pytest.raises(bm.ReadError, match="nested more than 50 deep"):
        bm.read(f'{{"EventBodyName": "x", "y": {opening * depth}1{closing * depth}}}')


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "01", "nul", "'x'", "1]"])
def test_what_is_no_json_is_refused(text: str) -> None:
    """Such as numbers that JSON has not."""
    with pytest.raises(bm.ReadError, match="no JSON that can be read"):
        bm.read(f'{{"EventBodyName": "x", "y": {text}}}')


def test_numbers_of_any_size_are_kept_as_written() -> None:
    """Also those that no integer or float should be made of."""
    huge = "9" * 10_000
    reading = bm.read(f'{{"EventBodyName": "x", "EventId": {huge}, "y": 1.50e999}}')

    assert (reading.meeting.id, "y: 1.50e999") == (huge, reading.lines[2])


def test_names_that_stand_twice_are_told() -> None:
    """The last counts, as in most programs, and the earlier ones are not lost."""
    reading = bm.read('{"EventBodyName": "a", "EventBodyName": "b", "EventItems": [{"x": [1], "x": 2}]}')

    assert reading.meeting.body == "b"
    assert {
        "EventBodyName: a": "stands more than once, and the last counts",
        "EventItems[0].x[0]: 1": "stands more than once, and the last counts",
        "EventItems[0].x: 2": "not known to this reader",
    } == {one.text: one.reason for one in reading.skipped}


def test_null_everywhere() -> None:
    """It says nothing, wherever it stands."""
    export = {"EventBodyName": None, "EventDate": None, "EventItems": [None, {"EventItemTitle": None}], "x": None}
    reading = bm.read(json.dumps(export))

    assert ("…",) == tuple(one.title for one in reading.meeting.items)
    assert "" == reading.text


def test_signs_that_no_document_may_hold_are_told() -> None:
    """They become U+FFFD, as in pages."""
    reading = bm.read('{"EventBodyName": "a\\u0000b", "EventLocation": "\\ud800", "EventComment": "c\\u0007\\n\\nd"}')

    assert ("a\ufffdb", "\ufffd", ["c\ufffd", "d"]) == (
        reading.meeting.body,
        reading.meeting.venue,
        [str(one) for one in reading.meeting.preamble],
    )
    assert 3 == sum("which XML forbids" in one.reason for one in reading.skipped)
    assert [] == broken_promises(reading.text, reading)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_exports_in_other_encodings_are_read(encoding: str) -> None:
    """As pages are."""
    event = '{"EventBodyName": "Zoë"}'.encode(encoding)
    answer = '<?xml version="1.0" encoding="utf-8"?><meeting><committeetitle>Zoë</committeetitle></meeting>'

    assert "Zoë" == bm.read(event).meeting.body
    if encoding != "windows-1252":  # which would not be what it declares
        assert "Zoë" == bm.read(answer.encode(encoding)).meeting.body


def answer_of(times: int, item: str = "", attendee: str = "", more: str = "") -> bytes:
    """Return an answer with so many of these."""
    items = "".join(item.replace("%", str(number)) for number in range(times))
    people = "".join(attendee.replace("%", str(number)) for number in range(times))
    return (
        f"<meeting><meetingid>1</meetingid>{more * times}<agendaitems>{items}</agendaitems>"
        f"<attendees>{people}</attendees></meeting>"
    ).encode()


def export_of(times: int, item: str, row: str = "") -> bytes:
    """Return an export with so many items, or with so many rows in one."""
    rows = ",".join(row.replace("%", str(number)) for number in range(times)) if row else ""
    numbers = [0] if row else range(times)
    items = ",".join(item.replace("%", str(number)).replace("~", rows) for number in numbers)
    return f'{{"EventBodyName": "x", "EventItems": [{items}]}}'.encode()


def insight_of(name: str, row: str, times: int) -> bytes:
    """Return an insight with so many of these rows."""
    rows = ", ".join([row] * times)
    return f'{{"contentCorrelationId": "x", "{name}": [{rows}]}}'.encode()


NOTE = '{"title": "Piles", "text": "New piles.\\n\\nSoon.", "ownerDisplayName": "Bo"}'
ITEM = '{"EventItemId": %, "EventItemMinutesNote": "a", "EventItemMover": "b"}'
ROLL = '{"RollCallPersonName": "Bo", "RollCallValueName": "Absent", "x": %}'
GROWING = {
    "items": (XML, lambda n: answer_of(n, "<agendaitem><agendaitemid>%</agendaitemid></agendaitem>")),
    "long texts": (
        XML,
        lambda n: answer_of(1, f"<agendaitem><agendatext>{'&lt;p&gt;x' * n}</agendatext></agendaitem>"),
    ),
    "marks of nothing": (XML, lambda n: answer_of(n, "<agendaitem><agendatext>•</agendatext></agendaitem>")),
    "attendees": (XML, lambda n: answer_of(n, attendee="<attendee name='Bo %' memberid='%' attendance='Absent'/>")),
    "unknown elements": (XML, lambda n: answer_of(n, more="<a><b>x</b></a>")),
    "items of events": (JSON, lambda n: export_of(n, ITEM)),
    "votes": (JSON, lambda n: export_of(n, '{"Votes": [~]}', '{"VotePersonName": "Bo %", "VoteValueName": "Aye"}')),
    "roll calls": (JSON, lambda n: export_of(n, '{"EventItemId": 1, "RollCalls": [~]}', ROLL)),
    "people": (JSON, lambda n: export_of(n, '{"RollCalls": [~]}', '{"RollCallPersonName": "Bo %"}')),
    "notes of an assistant": (INSIGHT, lambda n: insight_of("meetingNotes", NOTE, n)),
    "subpoints": (INSIGHT, lambda n: insight_of("meetingNotes", f'{{"subpoints": [{", ".join([NOTE] * n)}]}}', 1)),
    "points in a note": (INSIGHT, lambda n: insight_of("meetingNotes", json.dumps({"text": "• a\n" * n}), 1)),
    "actions of an assistant": (INSIGHT, lambda n: insight_of("actionItems", NOTE, n)),
    "mentions": (INSIGHT, lambda n: insight_of("mentionEvents", NOTE, n)),
    "names that stand twice": (JSON, lambda n: b'{"EventBodyName": "x"' + b', "a": 1' * n + b"}"),
}


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_export_is_four_times_the_work(name: str) -> None:
    """No form of export makes the reader go back over what it has read."""
    reader, make = GROWING[name]
    reader.read(make(2))  # what is loaded once is not counted

    small, large = make(100), make(400)

    assert calls_for(lambda: reader.read(large)) < 5 * calls_for(lambda: reader.read(small))
