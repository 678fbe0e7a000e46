"""Text as it enters the model."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from boardminutes import (
    Action,
    Attendee,
    Contact,
    InvalidMinutesError,
    Item,
    List,
    Meeting,
    Paragraph,
    Presence,
    Prose,
    Span,
)

ProblemOf = Callable[[Callable[[], object]], str]


@pytest.mark.parametrize("typed", ["2015*", "1.", "a < b", "# x", "{{ 7*7 }}", "*not bold*", "&amp;", "  two  blanks "])
def test_what_a_person_typed_is_never_taken_for_mark_up(typed: str) -> None:
    """A str is kept character by character."""

    assert (Paragraph((Span(typed),)),) == Item("Title", minutes=typed).minutes


def test_blank_lines_separate_paragraphs() -> None:
    """A str makes one paragraph per part that blank lines separate, and a single newline stays a line break."""

    assert (Paragraph("one\ntwo"), Paragraph("  three"), Paragraph("four")) == Prose(
        "\n\none\ntwo\n\n  three\n \t \n\nfour\n"
    ).blocks


def test_line_ends_become_one() -> None:
    """CR LF and a lone CR become LF."""

    assert "a\nb\nc\nd" == Span("a\r\nb\rc\nd").text


@pytest.mark.parametrize(
    "kept", ["\u00a0", "\u0085", "\u2028", "\u00ad", "\ufeff", "\u200f", "\t", "\x7f", "\U0001d510", "\U0010ffff"]
)
def test_every_character_that_xml_allows_is_kept(kept: str) -> None:
    """Unusual characters that XML 1.0 allows stay where they are."""

    assert f"a{kept}b" == Span(f"a{kept}b").text


@pytest.mark.parametrize("code_point", [0x0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_characters_that_xml_forbids_are_refused_by_code_point(code_point: int, problem_of: ProblemOf) -> None:
    """The message names the character and its place."""

    assert f"title: holds the character U+{code_point:04X} at place 2, which XML forbids; remove it" == problem_of(
        lambda: Item(f"ab{chr(code_point)}c")
    )


@given(st.text())
def test_any_text_is_kept_or_refused(typed: str) -> None:
    """Text is kept but for its line ends, or refused; nothing else happens to it."""

    try:
        kept = Span(typed).text
    except InvalidMinutesError:
        return
    assert typed.replace("\r\n", "\n").replace("\r", "\n") == kept


def test_a_subclass_of_str_becomes_plain_text() -> None:
    """Markup does not travel on, so no template takes the text for mark-up that is safe."""

    kept = [Item(Markup("<b>")).title, Span(Markup("<b>\n")).text, Item("x", presenters=[Markup("<i>")]).presenters[0]]

    assert [(str, "<b>"), (str, "<b>\n"), (str, "<i>")] == [(type(text), text) for text in kept]


@pytest.mark.parametrize("wrong", [5, None, b"bytes", ["x"], 2.5, Span("x")])
def test_what_is_not_text_is_refused_where_text_is_wanted(wrong: object, problem_of: ProblemOf) -> None:
    """Nothing is turned into text by itself."""

    assert f"title: must be text, not {wrong!r}" == problem_of(lambda: Item(wrong))


@pytest.mark.parametrize("blank", ["", " ", "\n", "\t\u00a0"])
def test_blank_text_is_refused_where_something_must_be_said(blank: str, problem_of: ProblemOf) -> None:
    """A title, a paragraph and a decision must say something."""

    expected = f"must not be empty, got {blank!r}"

    assert [f"title: {expected}", f"spans: {expected}", f"text: {expected}"] == [
        problem_of(lambda: Item(blank)),
        problem_of(lambda: Paragraph(blank)),
        problem_of(lambda: Action(blank)),
    ]


def test_a_name_stands_on_one_line(problem_of: ProblemOf) -> None:
    """A line break is refused in a field of one line."""

    assert "title: must stand on one line, got 'a\\nb'" == problem_of(lambda: Item("a\nb"))


def test_a_long_refused_value_is_shown_cut() -> None:
    """A message shows the beginning of the value only."""

    with pytest.raises(InvalidMinutesError) as caught:
        Item(["x" * 500, "y"] * 100)
    with pytest.raises(InvalidMinutesError) as caught_text:
        Item("x" * 500 + "\n")

    assert [True, True] == [len(str(error.value)) < 140 for error in (caught, caught_text)]
    assert str(caught_text.value).endswith("…")


@pytest.mark.parametrize(
    "link",
    ["http://a.org", "HTTPS://example.org/a?b=c&d=é#f", "mailto:a@example.org", "tel:+441632960001", "https://[::1]/"],
)
def test_links_lead_to_pages_addresses_and_telephones(link: str) -> None:
    """http, https, mailto and tel are links."""

    assert link == Span("x", link=link).link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " https://example.org",
        "https://example.org/a b",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "/path",
        "https://",
        "https:///path",
        "mailto:",
        "tel:",
        "ftp://example.org",
        "vbscript:x",
    ],
)
def test_other_links_are_refused(link: str, problem_of: ProblemOf) -> None:
    """Whatever else looks like a link is refused with its field and value."""

    assert (
        f"link: must be a link of the form http:, https:, mailto: or tel: without blanks, got {link!r}"
        == problem_of(lambda: Span("x", link=link))
    )


@pytest.mark.parametrize("field", ["url", "join_url"])
def test_links_of_a_meeting_are_checked_alike(field: str, problem_of: ProblemOf) -> None:
    """The one rule for links holds wherever a link stands."""

    assert problem_of(lambda: Meeting(**{field: "javascript:x"})).startswith(f"{field}: must be a link of the form")


@pytest.mark.parametrize("tag", ["en", "en-GB", "cy", "zh-Hant-TW"])
def test_language_tags(tag: str) -> None:
    """A well-formed BCP 47 tag is a language."""

    assert tag == Meeting(language=tag).language


@pytest.mark.parametrize("tag", ["e", "en_GB", "en-", "Welsh language", "englishlanguage"])
def test_what_is_no_language_tag_is_refused(tag: str, problem_of: ProblemOf) -> None:
    """The message shows the form that is wanted."""

    assert f"language: must be a language tag such as 'en-GB', got {tag!r}" == problem_of(lambda: Meeting(language=tag))


def test_zone_names(problem_of: ProblemOf) -> None:
    """A zone is a name of the tz database, in outline."""

    assert "Europe/London" == Meeting(timezone="Europe/London").timezone
    assert "timezone: must be the name of a time zone such as 'Europe/London', got 'GMT + 1'" == problem_of(
        lambda: Meeting(timezone="GMT + 1")
    )


@pytest.mark.parametrize("wrong", [1, 0, "yes", None])
def test_a_truth_value_is_true_or_false(wrong: object, problem_of: ProblemOf) -> None:
    """1 is not True."""

    assert f"strong: must be True or False, not {wrong!r}" == problem_of(lambda: Span("x", strong=wrong))


@pytest.mark.parametrize("wrong", [-1, True, 2.0, "3"])
def test_a_count_is_a_whole_number(wrong: object, problem_of: ProblemOf) -> None:
    """Neither True nor 2.0 nor '3' is a count."""

    assert f"quorum: must be a whole number, 0 or more, not {wrong!r}" == problem_of(lambda: Meeting(quorum=wrong))


def test_a_word_is_no_member_of_a_closed_set(problem_of: ProblemOf) -> None:
    """The message lists the members that could have been meant."""

    assert (
        "presence: must be one of Presence.PRESENT, Presence.REMOTE, Presence.APOLOGIES, Presence.ABSENT, "
        "not 'present'; did you mean Presence.PRESENT?" == problem_of(lambda: Attendee("Ada Obi", presence="present"))
    )
    assert Presence.PRESENT is Attendee("Ada Obi", presence=Presence.PRESENT).presence


@pytest.mark.parametrize("wrong", ["Ada Obi", b"Ada", {"Ada": 1}, {"Ada"}, frozenset({"Ada"}), 5, None])
def test_a_lone_text_or_a_thing_without_order_is_no_sequence(wrong: object, problem_of: ProblemOf) -> None:
    """A str, a mapping, a set and a number are refused where a sequence is wanted."""

    if wrong is None:
        assert None is Item("Title", presenters=wrong).presenters
        return
    assert f"presenters: must be a sequence of names, not {wrong!r}" == problem_of(
        lambda: Item("Title", presenters=wrong)
    )


def test_any_sequence_becomes_a_tuple() -> None:
    """Lists, tuples and generators are taken in order."""

    given_ = [["Ada", "Bo"], ("Ada", "Bo"), (name for name in ("Ada", "Bo"))]

    assert [("Ada", "Bo")] * 3 == [Item("Title", presenters=names).presenters for names in given_]


def test_what_is_wrong_in_a_sequence_is_named_by_its_index(problem_of: ProblemOf) -> None:
    """The path counts from 0."""

    assert "presenters[1]: must be text, not 5" == problem_of(lambda: Item("Title", presenters=["Ada", 5]))


@pytest.mark.parametrize("wrong", ["office", "a b@example.org", "a@\nb"])
def test_an_address_has_an_at_sign_and_no_blanks(wrong: str, problem_of: ProblemOf) -> None:
    """The outline of an e-mail address is checked, no more."""

    assert problem_of(lambda: Contact(email=wrong)).startswith("email: must ")
    assert "clerk@example.org" == Contact(email="clerk@example.org").email


def test_a_count_fits_into_json(problem_of: ProblemOf) -> None:
    """RFC 7493, section 2.2: a larger number would not come back the same from every parser."""

    assert 2**53 - 1 == Meeting(quorum=2**53 - 1).quorum
    assert f"quorum: must be at most {2**53 - 1}" == problem_of(lambda: Meeting(quorum=2**53))


def test_a_list_begins_at_a_number_that_a_word_processor_counts_to(problem_of: ProblemOf) -> None:
    """Word counts to 32,767."""

    assert [0, 32_767] == [List(["x"], start=0).start, List(["x"], start=32_767).start]
    assert "start: must be at most 32767, not 32768" == problem_of(lambda: List(["x"], start=32_768))
