"""What templates can do in the sandbox, and what they cannot."""

from __future__ import annotations

import pathlib
import sys

import attrs
import pytest

import boardminutes as bm
from boardminutes._templating import budget as budgets
from boardminutes._templating.naming import names
from boardminutes.testing import sample_meeting

sys.path.append(str(pathlib.Path(__file__).parents[1] / "renderers"))

import hostile_templates

MEETING = attrs.evolve(sample_meeting(), minutes_status=bm.MinutesStatus.AGREED)


def made(template: str) -> str:
    """Return what a template gives, of a full meeting."""
    return bm.render(MEETING, "html", template=template.encode()).decode()


def refusal(template: str) -> str:
    """Return why a template is refused."""
    with pytest.raises(bm.TemplateError) as caught:
        made(template)
    return str(caught.value)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ 'a<b' }}{{ 'a<b'|e }}", "a&lt;ba&lt;b"),
        ("{{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 7 - 2 }} {{ -7 }} {{ +7 }} {{ 2 * 1.5 }}", "3.5 3 1 5 -7 7 3.0"),
        ("{{ 'a' + 'b' }}{{ 'a' ~ 1 ~ none }}{{ ([1] + [2])|length }}{{ ((1,) + (2,))|length }}", "aba122"),
        (
            "{% set x %}<b>{% endset %}{{ x ~ '<' }}{{ x|replace('b', '<') }}{{ ('a', x)|join('<') }}",
            "<b>&lt;<&lt;>a&lt;<b>",
        ),
        ("{{ 'abcdef'[1:3] }}{{ 'abcdef'[::2] }}{{ [1, 2, 3][1:]|join(',') }}{{ 'abc'[0] }}", "bcace2,3a"),
        ("{{ 'AbC'|upper }}{{ 'AbC'|lower }}{{ 'ab cd'|title }}{{ 'ab cd'|capitalize }}", "ABCabcAb CdAb cd"),
        (
            "[{{ ' a '|trim }}][{{ 'ab cd ef gh ij'|truncate(8, true) }}][{{ 'a b c'|wordcount }}][{{ 5|string }}]",
            "[a][ab cd...][3][5]",
        ),
        ("{{ 'a b'|urlencode }}|{{ 'a'|center(5) }}|{{ 'a\nb'|indent(2) }}|{{ 'a\nb'|indent('> ', true) }}", None),
        ("{{ [3, 1, 2]|sort|join }}{{ [3, 1, 3]|unique|join }}{{ [3, 1]|min }}{{ [3, 1]|max }}", "1233113"),
        ("{{ [1, 2]|first }}{{ [1, 2]|last }}{{ 'ab'|first }}{{ [1, 2]|reverse|join }}{{ [1, 2]|sum }}", "12a213"),
        ("{{ meeting.items|sum(attribute='id.x')|default(0) if false else 0 }}{{ []|first is undefined }}", "0True"),
        ("{{ 'abc'|batch(2, '-')|map('join')|join('/') }}{{ 'abcd'|slice(2)|map('join')|join('/') }}", "ab/c-ab/cd"),
        ("{{ 'a b c'.split()|length }}{{ 'a.b'.split('.')|join }}{{ 'a.b.c'.split('.', 1)|last }}", "3abb.c"),
        ("{{ ['1.1.1.1.1.1.1.1.1']|select('eq', '1.1.1.1.1.1.1.1.1')|length }}", "1"),
        ("{{ meeting.items|map(attribute='a.b.c.d.e.f.g.h', default='none')|first }}", "none"),
        ("{{ [1, 2, 3]|select('odd')|join }}{{ [1, 2]|reject('odd')|join }}{{ ['a']|map('upper')|join }}", "132A"),
        ("{{ 1.25|round(1) }}{{ '7'|int }}{{ '1.5'|float }}{{ 'x'|int(3) }}{{ -2|abs }}{{ 'x'|d('y') }}", "1.271.532x"),
        (
            "{{ ''|d('y', true) }}{{ nothing|d('z') }}{{ 'a' is lower }}{{ 'a' is upper }}{{ 1 is eq 1 }}",
            "yzTrueFalseTrue",
        ),
        ("{{ {'a': 1}['a'] }}{{ {'a': 1}.a }}{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}", "11a1"),
        ("{{ 1 in [1] }}{{ 'a' in 'abc' }}{{ 1 < 2 <= 2 }}{{ (1, 2) == (1, 2) }}{{ not 1 }}", "TrueTrueTrueTrueFalse"),
        ("{% for x in [1, 2, 3] if x > 1 %}{{ x }}{{ loop.cycle('a', 'b') }}{{ loop.length }}{% endfor %}", "2a23b2"),
        (
            "{% for x in [] %}{% else %}none{% endfor %}{% for x in [[]] recursive %}{{ loop(x) }}{% endfor %}",
            "none",
        ),
        ("{% macro m(a, b=2) %}<i>{{ a }}{{ b }}</i>{% endmacro %}{{ m('<') }}", "<i>&lt;2</i>"),
        ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}x{% endcall %}", "[x]"),
        ("{{ 'a b'.upper() }}{{ 'a b'.split()|join('/') }}{{ 'ab'.startswith('a') }}", "A Ba/bTrue"),
        ("{{ meeting.start.strftime('%d %B %Y') }}|{{ meeting.start.year }}", "07 May 2026|2026"),
        (
            "{{ words('Minutes') }}{{ words.date(meeting.start) }}{{ words.listed(['a', 'b']) }}",
            "MinutesThursday 7 May 2026a and b",
        ),
        (
            "{{ meeting.walk()|length == meeting.walk()|length }}{{ meeting.item('nothing at all') is none }}",
            "TrueTrue",
        ),
        ("{{ meeting.minutes_status }}{{ meeting.minutes_status.value }}", "agreedagreed"),
        ("{{ [{'a': 1, 'b': 2}, {'a': 1, 'b': 3}]|groupby('a')|length }}", "1"),
        ("{% for group in [{'a': 1}, {'a': 2}]|groupby('a') %}{{ group.grouper }}{% endfor %}", "12"),
        ("{{ (meeting.start - meeting.start).days }}", "0"),
        ("{{ (meeting.start ~ '')|length > 3 }}{{ {}.keys()|list|length }}{{ {}.get('a') is none }}", "True0True"),
        ("{{ meeting['body'] }}{{ {'x': meeting}.x.body }}", "Harbour Partnership BoardHarbour Partnership Board"),
        ("{{ {'a': 1}|first }}{{ {}|last is undefined }}{{ {'a': 1}|list|join }}", "aTruea"),
        ("{{ [1, 2]|list|count }}{{ meeting.body|length > 3 }}", "2True"),
        ("{% with a = 1 %}{{ a }}{% endwith %}{% filter upper %}x{% endfilter %}{{ 'y' if true else 'n' }}", "1Xy"),
    ],
)
def test_templates_do_what_people_write(template: str, text: str | None) -> None:
    """Filters, tests, operators, loops and macros work as Jinja's do, and values are escaped."""
    assert made(template) == text if text is not None else made(template)


@pytest.mark.parametrize("name", hostile_templates.TAGS)
def test_hostile_tags_are_refused_here_as_well(name: str) -> None:
    """In the same process, by the same budgets: a TemplateError, or no harm."""
    template = hostile_templates.page(hostile_templates.TAGS[name])
    if name in hostile_templates.HARMLESS:
        assert isinstance(bm.render(MEETING, "html", template=template), bytes)
    else:
        with pytest.raises(bm.TemplateError):
            bm.render(MEETING, "html", template=template)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{{ [1] - 1 }}", "a template may subtract numbers only, not list - int"),
        ("{{ -'a' }}", "a template may give a sign to numbers only, not to str"),
        ("{{ -nothing }}", "'nothing' is undefined"),
        ("{{ [" + "1, " * 13_000 + "] }}", "the template has more than 12,000 parts"),
        ("{{ nothing + 1 }}", "'nothing' is undefined"),
        ("{{ 5[1:] }}", "a template may cut texts and lists only, not int"),
        ("{{ 5|abs|join }}", "a int is no list"),
        ("{{ 'a'|abs }}", "a template takes the amount of numbers only"),
        ("{{ ('9' * 1)|int }}", "a template may multiply numbers only"),
        ("{{ meeting.item([1]) }}", "item takes a text or a number"),
        ("{{ words(1) }}", "words are asked for by a text"),
        ("{{ words.listed([1]) }}", "listed takes a list of texts"),
        ("{{ {'a': 1}.b }}", "b is not known"),
        ("{{ [1][9] }}", "is not known"),
        ("{{ nothing|list }}", "nothing is not known"),
        ("{{ 0x" + "f" * 1_800 + " + 1 }}", "a number in the template grows too large"),
    ],
)
def test_what_makes_no_sense_is_told(template: str, sentence: str) -> None:
    """The sentence says what a template may do."""
    assert sentence in refusal(template)


def test_very_long_number_is_its_default() -> None:
    """Python would take a long time over it."""
    assert "4" == made("{{ ('" + "9" * 500 + "')|int(4) }}")


def test_same_template_comes_to_the_same_end() -> None:
    """Budgets are counted, so a template that just fits fits always, and one turn more never does."""
    ends = []
    for turns in (19, 21):
        row = ", ".join("1" * turns)
        loops = "".join(f"{{% for i{level} in [{row}] %}}" for level in range(4)) + "{% endfor %}" * 4
        for _ in range(2):
            try:
                ends.append(made(loops))
            except bm.TemplateError:
                ends.append("stopped")

    assert ends[0] == ends[1]
    assert ends[2] == ends[3]


def test_templates_name_words_and_theme_where_they_are() -> None:
    """A document that was composed by hand has no words, and a renderer without a theme names none."""
    document = bm.compose(MEETING)

    assert {"document", "meeting", "meetings", "words"} == set(names(document))
    assert "a theme" == names(document, "a theme")["theme"]


def test_budgets_are_left_as_they_were() -> None:
    """One document's budget is not another's."""
    with budgets.spending(budgets.Budget()):
        budgets.budget().step(5)
        left = budgets.budget().steps

    assert budgets.MOST_STEPS - 5 == left
