"""How languages write dates, times, lists and plurals."""

import datetime as dt
import pathlib
import runpy
import sys

import attrs
import babel
import babel.dates
import babel.lists
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes
import boardminutes as bm
import boardminutes.wording

TOOL = runpy.run_path(str(pathlib.Path(__file__).parents[2] / "tools" / "build_conventions.py"))
CONSTRAINTS = pathlib.Path(__file__).parents[2] / "constraints.txt"
LANGUAGES = bm.language_names()
BY_CLDR = ["cy", "de", "en-US", "ga"]
THURSDAY = dt.datetime(2026, 3, 5, 14, 5)


def _without_narrow_blanks(text: str) -> str:
    return text.replace("\u202f", "\u00a0")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("cy", "Dydd Iau, 5 Mawrth 2026, 14:05"),
        ("de", "Donnerstag, 5. März 2026, 14:05"),
        ("en-GB", "Thursday 5 March 2026, 2.05 pm"),
        ("en-US", "Thursday, March 5, 2026, 2:05\u00a0PM"),
        ("fr", "jeudi 5 mars 2026, 14:05"),
        ("ga", "Déardaoin 5 Márta 2026 14:05"),
    ],
)
def test_a_day_and_a_time_in_each_language(language: str, expected: str) -> None:
    """The order of a date and the hours are those of the language."""

    assert expected == bm.Conventions.of(language).date_time_text(THURSDAY)


@pytest.mark.skipif(
    f"babel=={babel.__version__}" not in CONSTRAINTS.read_text("utf-8").splitlines(),
    reason="the file is made with the version of Babel in constraints.txt, and another one is installed",
)
def test_the_file_of_the_languages_is_up_to_date() -> None:
    """It is what Babel says; `make conventions` writes it anew."""

    assert TOOL["conventions_text"]() == TOOL["TARGET"].read_text("utf-8")


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1)), st.sampled_from(BY_CLDR))
def test_days_and_times_are_those_of_the_cldr(moment: dt.datetime, language: str) -> None:
    """Babel writes the same, from the same patterns, with code of its own."""

    locale = babel.Locale.parse(language, sep="-")
    conventions = bm.Conventions.of(language)

    assert babel.dates.format_date(moment, "full", locale=locale) == conventions.date_text(moment)
    assert _without_narrow_blanks(
        babel.dates.format_time(moment.time(), "short", locale=locale)
    ) == conventions.time_text(moment)


@given(st.lists(st.text("bdfgkm", min_size=1), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_lists_are_those_of_the_cldr(texts: list[str], language: str) -> None:
    """But for the Welsh 'and', which the CLDR leaves to the writer."""

    expected = babel.lists.format_list(texts, locale=babel.Locale.parse(language, sep="-"))

    assert expected.replace(" a(c) ", " a ") == bm.Wording(language=language).listed(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_cldr(language: str) -> None:
    """Each number has the form of its category, and the categories come in the order of the CLDR."""

    locale = babel.Locale.parse(language, sep="-")
    categories = [
        name for name in ("zero", "one", "two", "few", "many", "other") if name in {*locale.plural_form.tags, "other"}
    ]
    conventions = bm.Conventions.of(language)
    numbers = [*range(2000), 10**6, 10**6 + 1, 2 * 10**6]

    assert len(categories) == conventions.forms
    assert [locale.plural_form(number) for number in numbers] == [
        categories[conventions.form(number)] for number in numbers
    ]


@pytest.mark.parametrize("rule", ["n/300", "n>899 ? 1/(n-900) : 0", "n>899 ? 0-n : 0"])
def test_a_form_that_is_not_there_is_the_first(rule: str) -> None:
    """A rule that holds for small numbers only ends no document with an error."""

    conventions = attrs.evolve(bm.Conventions.of("en-GB"), plural_forms=f"nplurals=2; plural={rule}")

    assert 0 == conventions.form(900)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (dt.time(0, 0), "midnight"),
        (dt.time(0, 5), "12.05 am"),
        (dt.time(9, 0), "9 am"),
        (dt.time(11, 59), "11.59 am"),
        (dt.time(12, 0), "noon"),
        (dt.time(12, 30), "12.30 pm"),
        (dt.time(14, 5), "2.05 pm"),
        (dt.time(23, 0), "11 pm"),
    ],
)
def test_times_of_day_in_british_english(time: dt.time, expected: str) -> None:
    """Twelve hours, a full stop before the minutes, and words for noon and midnight."""

    assert expected == bm.Conventions.of("en-GB").time_text(time)


def test_the_first_of_a_month_in_french() -> None:
    """It is the only day that has an ordinal."""

    french = bm.Conventions.of("fr")

    assert ["vendredi 1er mai 2026", "samedi 2 mai 2026"] == [
        french.date_text(dt.date(2026, 5, 1)),
        french.date_text(dt.date(2026, 5, 2)),
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Bo", "Ada"], "Bo ac Ada"),
        (["Ada", "Bo"], "Ada a Bo"),
        (["Bo", "Ada", "Ŵyn"], "Bo, Ada, ac Ŵyn"),
        (["Bo", "(Ada)"], "Bo ac (Ada)"),
        (["Bo", "Ynys Môn"], "Bo ac Ynys Môn"),
        (["Bo", "Yates"], "Bo a Yates"),
        (["Bo", "Wrecsam"], "Bo a Wrecsam"),
        (["7", "8"], "7 ac 8"),
        (["10", "11"], "10 ac 11"),
        (["8", "10"], "8 a 10"),
        (["8", "81"], "8 a 81"),
        (["Bo", ""], "Bo a "),
    ],
)
def test_the_welsh_and(names: list[str], expected: str) -> None:
    """It is 'ac' before a vowel and 'a' before a consonant, as the word is spoken."""

    assert expected == bm.Wording(language="cy").listed(names)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", "donderdag 5 maart 2026, 14:05; a, b en c"),
        ("es", "jueves, 5 de marzo de 2026, 14:05; a, b y c"),
        ("fi", "torstai 5. maaliskuuta 2026 14.05; a, b ja c"),
        ("ja", "2026年3月5日木曜日 14:05; a、b、c"),
        ("pt-BR", "quinta-feira, 5 de março de 2026 14:05; a, b e c"),
    ],
)
def test_languages_that_come_from_babel(language: str, expected: str) -> None:
    """Any other language is written by the rules of the CLDR where Babel is installed."""

    words = bm.Wording(language=language)

    assert expected == f"{words.conventions.date_time_text(THURSDAY)}; {words.listed('abc')}"


@pytest.mark.parametrize("language", ["xx", "not a language", "", "en_"])
def test_a_language_that_nobody_knows_is_refused(language: str) -> None:
    """Babel does not know it either."""

    with pytest.raises(bm.UnknownLanguageError, match="known: cy, de"):
        bm.Conventions.of(language)


@pytest.mark.parametrize(("language", "expected"), [("th", "date"), ("ti", "before_last")])
def test_a_language_that_the_patterns_do_not_cover_is_refused(language: str, expected: str) -> None:
    """An era in a date, or something after the last of a list: conventions are then given by hand."""

    with pytest.raises(bm.WordingError) as caught:
        bm.Conventions.of(language)

    assert expected in {problem.path for problem in caught.value.problems}


def test_another_language_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install; the languages that come with the library need nothing."""

    monkeypatch.setitem(sys.modules, "babel", None)
    monkeypatch.delitem(sys.modules, "boardminutes.wording._from_babel")
    monkeypatch.delattr(boardminutes.wording, "_from_babel")

    assert "Mawrth" == bm.Conventions.of("cy").months[2]
    with pytest.raises(bm.MissingDependencyError, match=r"pip install 'boardminutes\[languages\]'"):
        bm.Wording(language="nl")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"days": ["Mon"]}, "days: must be 7 names, got 1"),
        ({"months": []}, "months: must be 12 names, got 0"),
        ({"day_periods": "a"}, "day_periods: must be 2 names, got 1"),
        ({"date": "G y"}, "date: must have no field but EEEE, M, MM, MMMM, d, dd, y, yyyy, got G"),
        ({"time": "HH:mm z"}, "time: must have no field but H, HH, a, h, hh, mm, got z"),
        ({"whole_hour": "'noon'"}, "whole_hour: must be a pattern such as 'EEEE d MMMM y' or 'HH:mm', got \"'noon'\""),
        ({"date_time": "{date}"}, "date_time: must hold {date} and {time}, got '{date}'"),
        ({"between": "{0}, {1}"}, "between: must be what stands between two entries, got '{0}, {1}'"),
        (
            {"plural_forms": "nplurals=2; plural=__import__('os')"},
            "plural_forms: must be like 'nplurals=2; plural=(n != 1)', got \"nplurals=2; plural=__import__('os')\"",
        ),
        (
            {"plural_forms": "nplurals=2; plural=n"},
            "plural_forms: must be like 'nplurals=2; plural=(n != 1)', got 'nplurals=2; plural=n'",
        ),
        (
            {"plural_forms": "nplurals=2; plural=1/n"},
            "plural_forms: must be like 'nplurals=2; plural=(n != 1)', got 'nplurals=2; plural=1/n'",
        ),
        ({"plural_forms": "two"}, "plural_forms: must be like 'nplurals=2; plural=(n != 1)', got 'two'"),
    ],
)
def test_conventions_that_cannot_be_written_with_are_refused(changes: dict[str, str], expected: str) -> None:
    """Each fault is told with the name of its field."""

    with pytest.raises(bm.WordingError) as caught:
        attrs.evolve(bm.Conventions.of("en-GB"), **changes)  # type: ignore[arg-type]

    assert expected == str(caught.value)


def test_patterns_have_every_field() -> None:
    """Numbers with and without a leading nought, texts between quotes, and a quote itself."""

    conventions = attrs.evolve(
        bm.Conventions.of("en-GB"),
        date="dd.MM.yyyy, d/M/y EEEE 'of' MMMM 'o''clock' ''",
        time="H HH h hh mm a",
        whole_hour=None,
    )

    assert ("05.03.2026, 5/3/2026 Thursday of March o'clock '", "14 14 2 02 05 pm") == (
        conventions.date_text(THURSDAY),
        conventions.time_text(THURSDAY),
    )


def test_conventions_stand_in_the_package() -> None:
    """The file is data of the package, so that a wheel carries it."""

    packed = pathlib.Path(boardminutes.__file__).parent / "wording" / "cldr.json"

    assert TOOL["TARGET"].read_bytes() == packed.read_bytes()
