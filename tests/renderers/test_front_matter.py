"""What stands before the text of Markdown for static sites, read back with PyYAML."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import boardminutes as bm
from boardminutes.renderers.md import MarkdownRenderer
from boardminutes.testing.strategies import meetings, texts

MARCH = bm.Meeting(body="Harbour Partnership Board", start=dt.date(2026, 3, 5), minutes_status=bm.MinutesStatus.DRAFT)


def front(data: bytes) -> dict[str, Any]:
    """Return what is told before the text."""
    before, told, _ = data.decode().split("---\n", 2)
    assert before == ""
    found: dict[str, Any] = yaml.safe_load(told)
    return found


def test_it_tells_what_a_site_needs() -> None:
    """Title, day, body, kind, language, whether it is a draft, and for whom it is."""
    assert {
        "title": "Draft minutes, Thursday 5 March 2026",
        "date": dt.date(2026, 3, 5),
        "body": "Harbour Partnership Board",
        "kind": "minutes",
        "lang": "en-GB",
        "draft": True,
        "audience": "public",
        "notice": "Draft: these minutes have not been agreed yet",
    } == front(bm.render(MARCH, "md", front_matter=True))


def test_the_text_after_it_is_the_same() -> None:
    """An empty line stands between the two; without the option there is nothing before the text."""
    plain = bm.render(MARCH, "md")

    assert bm.render(MARCH, "md", front_matter=True).endswith(b"\n---\n\n" + plain)
    assert not plain.startswith(b"---")


@pytest.mark.parametrize(
    ("start", "zone", "told"),
    [
        (dt.datetime(2026, 5, 7, 10, 0), None, dt.datetime(2026, 5, 7, 10, 0)),
        (
            dt.datetime(2026, 5, 7, 10, 0),
            "Europe/London",
            dt.datetime(2026, 5, 7, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        ),
    ],
)
def test_a_time_is_told_with_its_zone(start: dt.datetime, zone: str | None, told: dt.datetime) -> None:
    """Where a zone is known."""
    assert told == front(bm.render(bm.Meeting(start=start, timezone=zone), "md", front_matter=True))["date"]


@pytest.mark.parametrize("start", [None, bm.TBC])
def test_without_a_day_none_is_told(start: bm.ToBeConfirmed | None) -> None:
    """Nothing is made up."""
    told = front(bm.render(bm.Meeting(start=start), "md", front_matter=True))

    assert {"title", "kind", "lang", "draft", "audience"} == set(told)


def test_several_meetings_have_all_their_days() -> None:
    """The page bears the last of them."""
    may = attrs.evolve(MARCH, start=dt.datetime(2026, 5, 7, 10, 0), minutes_status=None)
    told = front(bm.render([MARCH, may], "md", kind="actions", front_matter=True))

    assert (dt.date(2026, 5, 7), [dt.date(2026, 3, 5), dt.date(2026, 5, 7)]) == (told["date"], told["dates"])


def test_several_meetings_without_days_have_none() -> None:
    """Nothing is made up of them either."""
    told = front(bm.render([bm.Meeting(), bm.Meeting()], "md", kind="actions", front_matter=True))

    assert not {"date", "dates"} & set(told)


@given(st.lists(texts(), min_size=3, max_size=3))
def test_every_text_comes_back(said: list[str]) -> None:
    """Whatever it looks like: a number, a truth value, hyphens, what YAML takes for a line end."""
    title, body, notice = said
    document = attrs.evolve(bm.compose(MARCH), title=title, organisation=body, notice=notice)
    told = front(MarkdownRenderer(front_matter=True).render(document))

    assert (title, body, notice) == (told["title"], told["body"], told["notice"])


@pytest.mark.parametrize(
    "text", ["yes", "1.0", "---", "2026-03-05", "a: b", "# a", "\x85\u2028\ufeff\x7f", "null", "𠮷\\u"]
)
def test_texts_that_yaml_takes_for_something_else_come_back(text: str) -> None:
    """Each stands in quotes."""
    document = attrs.evolve(bm.compose(MARCH), title=text)

    assert text == front(MarkdownRenderer(front_matter=True).render(document))["title"]


@pytest.mark.parametrize("code", ["{{ site.secret }}", "{% include x %}", "{{< raw >}}", "{# x #}", "{{{{x", "{: .x}"])
def test_no_text_is_code_to_a_generator_of_sites(code: str) -> None:
    """A reader of Markdown shows it as it is said, in a title, a paragraph and an address."""
    said = bm.Paragraph([bm.Span(f"a {code}"), bm.Span("b", link=f"https://example.org/{''.join(code.split())}")])
    item = bm.Item(f"The {code} plan", minutes=[said])
    told = bm.render(attrs.evolve(MARCH, items=[item]), "md", front_matter=True).decode().split("---\n", 2)[2]

    assert [] == re.findall(r"\{[{%#:]", told)
    shown = MarkdownIt().render(told)
    assert f"The {html.escape(code)} plan</h2>" in shown
    assert f"<p>a {html.escape(code)}<a " in shown
    assert "&#" not in html.unescape(shown)


@given(meetings())
def test_any_meeting_has_front_matter_that_can_be_read(meeting: bm.Meeting) -> None:
    """Also one at the ends of what Python counts."""
    assert "minutes" == front(bm.render(meeting, "md", front_matter=True))["kind"]


def test_the_option_is_on_or_off() -> None:
    """Nothing else is taken for either."""
    with pytest.raises(TypeError, match="front_matter must be True or False"):
        bm.render(MARCH, "md", front_matter="yes")
