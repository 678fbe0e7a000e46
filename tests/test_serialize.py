"""Data files: what is written is read back, and how it looks."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, Literal

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes._data.tags import BLOCK_TAGS, ENTRY_TAGS
from boardminutes.testing.samples import sample_meeting
from boardminutes.testing.strategies import meetings, texts

ANY_HEALTH = tuple(HealthCheck)
FORMATS: list[Literal["json", "yaml"]] = ["json", "yaml"]
PLAIN = "Members discussed the draft."


def data_of(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Return the plain data of a meeting with some fields, without the version."""
    data: dict[str, Any] = json.loads(bm.dumps(bm.Meeting(**fields)))
    del data["schema_version"]
    return data


def written(entry: object) -> object:
    """Return how one entry of an item's minutes is written."""
    [item] = data_of(items=[bm.Item("x", minutes=[entry])])["items"]  # type: ignore[list-item]
    [data] = item["minutes"]
    return data


def as_read(entry: object) -> tuple[bm.Entry, ...]:
    """Return what one entry of an item's minutes is read as."""
    return bm.loads(json.dumps({"schema_version": 1, "items": [{"title": "x", "minutes": [entry]}]})).items[0].entries


@pytest.mark.parametrize("format", FORMATS)
def test_the_sample_meeting_comes_back_as_it_was(format: Literal["json", "yaml"]) -> None:
    """A meeting that fills every field is equal after a round trip, down to the classes and zones of its values."""
    meeting = sample_meeting()

    read = bm.loads(bm.dumps(meeting, format), format)

    assert meeting == read
    assert repr(meeting) == repr(read)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=50, deadline=None, suppress_health_check=ANY_HEALTH)
@given(meeting=meetings())
def test_every_meeting_comes_back_as_it_was(format: Literal["json", "yaml"], meeting: bm.Meeting) -> None:
    """Any meeting is equal after a round trip, and writing it again gives the same text."""
    text = bm.dumps(meeting, format)
    read = bm.loads(text, format)

    assert meeting == read
    assert repr(meeting) == repr(read)
    assert text == bm.dumps(read, format)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None)
@given(text=texts())
def test_every_text_comes_back_as_it_was(format: Literal["json", "yaml"], text: str) -> None:
    """Whatever a text looks like or is made of, it is the same text afterwards."""
    spans = [bm.Span(text), bm.Span(f"{text}\n"), bm.Span(f" {text}", strong=True), bm.Span("\n")]
    meeting = bm.Meeting(preamble=[bm.Paragraph(text), bm.Paragraph(spans), bm.Restricted("x", restriction=text)])

    assert meeting == bm.loads(bm.dumps(meeting, format), format)


@pytest.mark.parametrize("format", FORMATS)
def test_the_next_line_character_survives(format: Literal["json", "yaml"]) -> None:
    """U+0085, which YAML takes for a line break, stays what it is, and so do its two relatives."""
    meeting = bm.Meeting(preamble=[bm.Paragraph("a\x85b\u2028c\u2029d")])

    assert meeting == bm.loads(bm.dumps(meeting, format), format)


def test_json_is_the_default() -> None:
    """Without a format JSON is written and read."""
    assert bm.Meeting() == bm.loads(bm.dumps(bm.Meeting()))
    assert {"schema_version": 1} == json.loads(bm.dumps(bm.Meeting()))


def test_the_version_stands_first_and_fields_in_the_order_of_the_model() -> None:
    """A file begins with its version; what follows is in the order of the classes' fields, the class's name first."""
    text = bm.dumps(
        bm.Meeting(items=[bm.Item("Tides", minutes=[bm.Decision("Go.", verb=bm.Verb.AGREED)])], body="Board")
    )

    assert ["schema_version", "body", "items"] == list(json.loads(text))
    assert ["type", "text", "verb"] == list(json.loads(text)["items"][0]["minutes"][0])


def test_json_is_indented_and_ends_with_a_line_break() -> None:
    """JSON is written for people and for line-by-line comparison."""
    assert '{\n  "schema_version": 1,\n  "body": "Żuraw"\n}\n' == bm.dumps(bm.Meeting(body="Żuraw"))


def test_yaml_is_written_in_blocks_and_quotes_what_could_be_no_text() -> None:
    """What some program takes for a number or truth value is quoted; lines are kept, and none is folded."""
    meeting = bm.Meeting(
        body="no", number="7.", year="1e3", label="y", title="5 - 12", preamble=["A\nB", "word " * 60 + "end"]
    )

    assert (
        "schema_version: 1\nbody: 'no'\ntitle: 5 - 12\nlabel: 'y'\nnumber: '7.'\nyear: '1e3'\n"
        "preamble:\n- |-\n  A\n  B\n- " + "word " * 60 + "end\n"
    ) == bm.dumps(meeting, "yaml")


def test_yaml_means_the_same_to_another_program() -> None:
    """PyYAML's own loader finds in YAML what is in JSON."""
    meeting = sample_meeting()

    assert json.loads(bm.dumps(meeting)) == yaml.safe_load(bm.dumps(meeting, "yaml"))


def test_what_is_at_its_default_is_left_out() -> None:
    """Not known is not written; known to be none is."""
    assert {"attendees": [], "items": [{"title": "x"}]} == data_of(attendees=[], items=[bm.Item("x")])


def test_every_class_of_block_and_entry_has_its_name() -> None:
    """The names of classes in files are these, whatever the classes are called."""
    assert {
        "Paragraph": "paragraph",
        "List": "list",
        "Quote": "quote",
        "Table": "table",
        "Subheading": "subheading",
        "Restricted": "restricted",
        "Decision": "decision",
        "Action": "action",
        "Motion": "motion",
        "Declaration": "declaration",
    } == {kind.__name__: tag for kind, tag in ENTRY_TAGS.items()}
    assert set(bm.Block.__args__) == set(BLOCK_TAGS)
    assert set(bm.Entry.__args__) == set(ENTRY_TAGS)


@pytest.mark.parametrize(
    ("entry", "data"),
    [
        (bm.Paragraph(PLAIN), PLAIN),
        (bm.Paragraph("a\nb"), "a\nb"),
        (bm.Paragraph([bm.Span("a"), bm.Span("b")]), {"type": "paragraph", "spans": ["a", "b"]}),
        (
            bm.Paragraph(["See ", bm.Span("the plan", strong=True, link="https://example.org")]),
            {
                "type": "paragraph",
                "spans": ["See ", {"text": "the plan", "strong": True, "link": "https://example.org"}],
            },
        ),
        (bm.Paragraph("a\n\nb"), {"type": "paragraph", "spans": "a\n\nb"}),
        (bm.Paragraph("a\n \nb"), {"type": "paragraph", "spans": "a\n \nb"}),
        (bm.Paragraph("\na"), {"type": "paragraph", "spans": "\na"}),
        (bm.Paragraph("a\n"), {"type": "paragraph", "spans": "a\n"}),
        (
            bm.Paragraph([bm.Span("a", language="cy")]),
            {"type": "paragraph", "spans": [{"text": "a", "language": "cy"}]},
        ),
        (bm.Subheading("Costs"), {"type": "subheading", "spans": "Costs"}),
        (bm.Quote(["a", "b"]), {"type": "quote", "blocks": ["a", "b"]}),
        (
            bm.List(["a", ["b", bm.List(["c"])]], numbering=bm.Numbering.DECIMAL, start=3),
            {
                "type": "list",
                "items": ["a", ["b", {"type": "list", "items": ["c"]}]],
                "numbering": "decimal",
                "start": 3,
            },
        ),
        (
            bm.Table([["a", ""], ["b", ["c", "d"]]], head=["x", "y"], row_heads=True),
            {"type": "table", "rows": [["a", ""], ["b", ["c", "d"]]], "head": ["x", "y"], "row_heads": True},
        ),
        (bm.Restricted("a"), {"type": "restricted", "blocks": ["a"]}),
        (
            bm.Restricted("a", restriction="paragraph 3"),
            {"type": "restricted", "blocks": ["a"], "restriction": {"ground": "paragraph 3"}},
        ),
        (bm.Decision("Go."), {"type": "decision", "text": "Go."}),
        (bm.Decision(["Go.", "Stay."]), {"type": "decision", "text": ["Go.", "Stay."]}),
        (bm.Decision(bm.Quote("Go.")), {"type": "decision", "text": [{"type": "quote", "blocks": ["Go."]}]}),
        (
            bm.Decision("Go.", vote=bm.Vote(in_favour=3, against=["Bo Lund"])),
            {
                "type": "decision",
                "text": "Go.",
                "vote": {"in_favour": {"count": 3}, "against": {"count": 1, "names": ["Bo Lund"]}},
            },
        ),
        (
            bm.Motion("Go.", amendments=[bm.Motion("Soon.")], decision=bm.Decision("Go soon.")),
            {"type": "motion", "text": "Go.", "amendments": [{"text": "Soon."}], "decision": {"text": "Go soon."}},
        ),
        (bm.Declaration("Ada Obi", "A boat."), {"type": "declaration", "person": "Ada Obi", "nature": "A boat."}),
        (bm.Action("Go.", owners=[]), {"type": "action", "text": "Go.", "owners": []}),
        (bm.Action("Go.", owners=bm.TBC), {"type": "action", "text": "Go.", "owners": {"tbc": True}}),
        (bm.Action("Go.", due=dt.date(2026, 4, 1)), {"type": "action", "text": "Go.", "due": "2026-04-01"}),
        (bm.Action("Go.", due="soon"), {"type": "action", "text": "Go.", "due": {"words": "soon"}}),
        (bm.Action("Go.", due="2026-04-01"), {"type": "action", "text": "Go.", "due": {"words": "2026-04-01"}}),
        (bm.Action("Go.", due=bm.TBC), {"type": "action", "text": "Go.", "due": {"tbc": True}}),
        (
            bm.Action("Go.", due=bm.MeetingReference("the next one", date=dt.date(2026, 5, 1))),
            {"type": "action", "text": "Go.", "due": {"meeting": {"text": "the next one", "date": "2026-05-01"}}},
        ),
    ],
)
def test_each_entry_has_its_form(entry: bm.Entry, data: object) -> None:
    """The shortest form that reads back as the same value is written, and read."""
    assert data == written(entry)
    assert (entry,) == as_read(data)


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        ("a\n\nb", (bm.Paragraph("a"), bm.Paragraph("b"))),
        ({"type": "paragraph", "spans": ["a"]}, (bm.Paragraph("a"),)),
        ({"type": "paragraph", "spans": [{"text": "a", "strong": False}]}, (bm.Paragraph("a"),)),
        ({"type": "decision", "text": "a\n\nb"}, (bm.Decision(["a", "b"]),)),
        ({"type": "decision", "text": ["a"]}, (bm.Decision("a"),)),
        ({"type": "table", "rows": [[[], "a"]]}, (bm.Table([["", "a"]]),)),
        ({"type": "list", "items": ["a"], "numbering": "bullet", "start": 1}, (bm.List(["a"]),)),
    ],
)
def test_longer_forms_are_read_too(data: object, entries: tuple[bm.Entry, ...]) -> None:
    """Text of several paragraphs, lists of one and values at their defaults mean what they mean in Python."""
    assert entries == as_read(data)


@pytest.mark.parametrize(
    ("fields", "data"),
    [
        ({"start": dt.datetime(2026, 3, 5, 10, 0)}, {"start": "2026-03-05T10:00:00"}),
        ({"start": dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.UTC)}, {"start": "2026-03-05T10:00:00+00:00"}),
        ({"start": dt.date(2026, 3, 5)}, {"start": "2026-03-05"}),
        ({"start": bm.TBC}, {"start": {"tbc": True}}),
        ({"venue": bm.TBC}, {"venue": {"tbc": True}}),
        ({"venue": "Customs House"}, {"venue": "Customs House"}),
        ({"opened": dt.datetime(2026, 3, 5, 10, 4, 30)}, {"opened": "2026-03-05T10:04:30"}),
        ({"mode": bm.MeetingMode.IN_PERSON}, {"mode": "in-person"}),
        ({"items": [bm.Item("x", time=dt.time(10, 5))]}, {"items": [{"title": "x", "time": "10:05"}]}),
        ({"items": [bm.Item("x", time=dt.time(10, 5, 30))]}, {"items": [{"title": "x", "time": "10:05:30"}]}),
        (
            {"items": [bm.Item("x", marks=[bm.ItemMark.URGENT, bm.ItemMark.LATE])]},
            {"items": [{"title": "x", "marks": ["urgent", "late"]}]},
        ),
        (
            {"attendees": [bm.Attendee("Ada Obi", arrived=dt.time(10, 5), left="5")]},
            {"attendees": [{"name": "Ada Obi", "arrived": "10:05", "left": {"item": "5"}}]},
        ),
    ],
)
def test_each_value_has_its_form(fields: dict[str, Any], data: dict[str, Any]) -> None:
    """Dates and times are ISO 8601, enumerations their values; other forms say what they are."""
    assert data == data_of(**fields)
    assert bm.Meeting(**fields) == bm.loads(json.dumps({"schema_version": 1, **data}))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-05T10:00", dt.datetime(2026, 3, 5, 10)),
        ("2026-03-05T10:00:30.5", dt.datetime(2026, 3, 5, 10, 0, 30, 500_000)),
        ("2026-03-05T10:00Z", dt.datetime(2026, 3, 5, 10, tzinfo=dt.UTC)),
        ("2026-03-05T10:00+01:00", dt.datetime(2026, 3, 5, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
        ("2026-03-05T10:00-00:01:15", dt.datetime(2026, 3, 5, 10, tzinfo=dt.timezone(dt.timedelta(seconds=-75)))),
    ],
)
def test_times_are_read_in_the_common_forms_of_iso_8601(text: str, moment: dt.datetime) -> None:
    """Seconds may be left out, Z is a zone, and an offset may have seconds."""
    read = bm.loads(json.dumps({"schema_version": 1, "opened": text})).opened

    assert moment == read
    assert read is not None
    assert moment.utcoffset() == read.utcoffset()


@settings(max_examples=200)
@given(st.datetimes() | st.datetimes(timezones=st.timezones()))
def test_every_moment_comes_back_with_its_offset(moment: dt.datetime) -> None:
    """A moment in any zone of the world is the same moment, at the same offset."""
    meeting = bm.Meeting(opened=moment)

    assert repr(meeting) == repr(bm.loads(bm.dumps(meeting)))


def test_text_and_bytes_are_read_alike_with_or_without_a_byte_order_mark() -> None:
    """A file may come as str or bytes, and may begin with the mark that some editors write."""
    text = bm.dumps(bm.Meeting(body="Żuraw"))

    assert {"Żuraw"} == {
        bm.loads(source).body for source in (text, text.encode(), f"\ufeff{text}", f"\ufeff{text}".encode())
    }


def test_escapes_in_json_are_read() -> None:
    """JSON of another program may escape what it likes; a carriage return becomes a line break as in Python."""
    source = '{"schema_version": 1, "body": "\\u017buraw \\"A\\" \\\\b", "preamble": ["a\\r\\nb"]}'

    assert bm.Meeting(body='Żuraw "A" \\b', preamble=[bm.Paragraph("a\nb")]) == bm.loads(source)


@pytest.mark.usefixtures("usual_stack")
@pytest.mark.parametrize("format", FORMATS)
def test_what_is_nested_too_deeply_is_not_written(format: Literal["json", "yaml"]) -> None:
    """Prose in some hundred layers is refused in a sentence, not by a crash."""
    block: bm.Block = bm.Paragraph("x")
    for _ in range(200):
        block = bm.Quote(block)

    with pytest.raises(bm.InvalidMinutesError, match=r"^is nested too deeply$"):
        bm.dumps(bm.Meeting(preamble=[block]), format)


@pytest.mark.usefixtures("usual_stack")
@pytest.mark.parametrize("format", FORMATS)
def test_what_is_nested_deeply_is_written_and_read(format: Literal["json", "yaml"]) -> None:
    """Prose in many layers comes back."""
    block: bm.Block = bm.Paragraph("x")
    for _ in range(60):
        block = bm.Quote(block)
    meeting = bm.Meeting(preamble=[block])

    assert meeting == bm.loads(bm.dumps(meeting, format), format)


@pytest.mark.usefixtures("usual_stack")
def test_prose_that_exhausts_the_stack_is_refused() -> None:
    """Thousands of layers are refused in the same sentence."""
    block: bm.Block = bm.Paragraph("x")
    for _ in range(3000):
        block = bm.Quote(block)

    with pytest.raises(bm.InvalidMinutesError, match=r"^is nested too deeply$"):
        bm.dumps(bm.Meeting(preamble=[block]))


def test_only_meetings_are_written() -> None:
    """Anything else is a mistake in the program."""
    with pytest.raises(TypeError, match=r"^meeting must be a Meeting, not Item$"):
        bm.dumps(bm.Item("x"))  # type: ignore[arg-type]


def test_only_text_and_bytes_are_read() -> None:
    """Anything else is a mistake in the program."""
    with pytest.raises(TypeError, match=r"^source must be text or bytes, not dict; give json"):
        bm.loads({})  # type: ignore[arg-type]


def test_a_zone_that_knows_no_offset_is_no_zone() -> None:
    """A moment of which the zone cannot say how far it is from UTC is kept without the zone."""

    class Nowhere(dt.tzinfo):
        def utcoffset(self, _moment: dt.datetime | None, /) -> None:
            return None

    meeting = bm.Meeting(opened=dt.datetime(2026, 3, 5, 10, tzinfo=Nowhere()))

    assert dt.datetime(2026, 3, 5, 10) == meeting.opened
    assert meeting == bm.loads(bm.dumps(meeting))
