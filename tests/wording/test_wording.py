"""The words of a document that are not the meeting's own."""

import datetime as dt
import pathlib

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.wording import wording

OWNERS = bm.Message("Owner", plural="Owners")
NL = bm.Conventions.of("nl")

DUTCH = """
msgid ""
msgstr ""
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Minutes"
msgstr "Notulen"

msgid "Owner"
msgid_plural "Owners"
msgstr[0] "Eigenaar"
msgstr[1] "Eigenaren"

#, fuzzy
msgid "Agenda"
msgstr "Dagorde"

msgid "Date"
msgstr ""
"""


@pytest.fixture
def dutch(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a catalogue of a language that the library has no words in."""
    path = tmp_path / "nl.po"
    path.write_text(DUTCH, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en-GB"),
        ("EN-gb", "en-GB"),
        ("en-AU", "en-GB"),
        ("en-US", "en-US"),
        ("cy", "cy"),
        ("cy-GB", "cy"),
        ("fr-CA", "fr"),
        ("de-Latn-AT-1996", "de"),
        ("GA", "ga"),
    ],
)
def test_a_tag_means_the_nearest_language(tag: str, expected: str) -> None:
    """It is shortened from its end until there are words; case does not matter, and plain English is British."""

    assert expected == wording(tag).language


@pytest.mark.parametrize("tag", ["nl", "cym", "x-cy", "", "-"])
def test_a_language_without_words_is_refused(tag: str) -> None:
    """The error lists the languages that there are."""

    with pytest.raises(bm.UnknownLanguageError) as caught:
        wording(tag)

    assert (tag, bm.language_names()) == (caught.value.name, caught.value.known)
    assert f"no words in the language {tag!r}; known: cy, de, en-GB" in str(caught.value)


def test_the_languages_that_there_are() -> None:
    """Each has words for everything."""

    assert ("cy", "de", "en-GB", "en-US", "fr", "ga") == bm.language_names()
    assert [()] * 6 == [bm.Wording(language=name).missing() for name in bm.language_names()]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("cy", ["Cofnodion", "Yn gyfrifol", "2 funud"]),
        ("de", ["Niederschrift", "Zuständig", "{count} Minuten"]),
        ("en-GB", ["Minutes", "Owners", "{count} minutes"]),
        ("en-US", ["Minutes", "Owners", "{count} minutes"]),
        ("fr", ["Procès-verbal", "Responsables", "{count} minutes"]),
        ("ga", ["Miontuairiscí", "Daoine freagracha", "{count} nóiméad"]),
    ],
)
def test_words_of_each_language(language: str, expected: list[str]) -> None:
    """A phrase is found by its English, and a number chooses its form."""

    words = bm.Wording(language=language)
    minutes = bm.Message("{count} minute", plural="{count} minutes")

    assert [expected[0], expected[1], expected[2].replace("2 ", "{count} ")] == [
        words("Minutes"),
        words(OWNERS, 2),
        words(minutes, 2),
    ]


def test_the_reference_shows_how_each_language_writes() -> None:
    """The rows of its table are what the library writes today."""

    page = pathlib.Path(__file__).parents[2] / "docs" / "reference" / "languages.md"
    rows = [line.strip("| ").split(" | ") for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
    shown = {row[0].strip("`"): row[-2:] for row in rows}

    def written(language: str) -> list[str]:
        words = bm.Wording(language=language)
        moment = words.conventions.date_time_text(dt.datetime(2026, 3, 5, 14, 30))
        return [moment.replace("\u00a0", " "), words.listed(["Ada", "Bo", "Cy"])]

    assert {language: written(language) for language in bm.language_names()} == shown


def test_where_a_word_stands_may_decide_its_translation() -> None:
    """A motion is feminine in French, and an item is not."""

    words = bm.Wording(language="fr")

    assert ["retirée", "retiré", "withdrawn"] == [
        words(bm.Message("withdrawn", context="motion")),
        words(bm.Message("withdrawn", context="item")),
        words("withdrawn"),
    ]


def test_a_house_changes_some_words() -> None:
    """Other words stand wherever the English ones stood, and the rest stays."""

    words = bm.Wording(language="cy", words={"Action": "Tasg", "withdrawn": "ar goll"})

    assert ["Tasg", "ar goll", "Penderfyniad"] == [
        words("Action"),
        words(bm.Message("withdrawn", context="motion")),
        words("Decision"),
    ]


def test_a_house_changes_a_word_in_one_place() -> None:
    """A Message as a key goes before a text."""

    motion, item = bm.Message("withdrawn", context="motion"), bm.Message("withdrawn", context="item")
    words = bm.Wording(words={"withdrawn": "taken back", motion: "taken back by the mover"})

    assert ["taken back by the mover", "taken back"] == [words(motion), words(item)]


def test_a_house_changes_a_word_with_a_plural() -> None:
    """By the English singular and plural, or by the message with all forms of the language."""

    by_texts = bm.Wording(words={"Owner": "Lead", "Owners": "Leads"})
    by_message = bm.Wording(language="cy", words={OWNERS: ("nol", "un", "dau", "tri", "chwech", "arall")})

    assert ["Lead", "Leads"] == [by_texts(OWNERS, number) for number in (1, 2)]
    assert ["nol", "un", "dau", "tri", "arall", "chwech"] == [
        by_message(OWNERS, number) for number in (0, 1, 2, 3, 4, 6)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            {"substitute for {person}": "for {persn}"},
            "words['substitute for {person}']: 'for {persn}' must hold {person}, as 'substitute for {person}' does",
        ),
        (
            {"Agenda": "{agenda}"},
            "words['Agenda']: '{agenda}' must hold no placeholder, as 'Agenda' does",
        ),
        (
            {"for {who}": "{who.__class__} {who}"},
            "words['for {who}']: '{who.__class__} {who}' must have no brace but those around the names of 'for {who}'",
        ),
        ({"Agenda": "} a"}, "words['Agenda']: '} a' must have no brace but those around the names of 'Agenda'"),
        ({"Agenda": ""}, "words['Agenda']: 'Agenda' must be written as something, got ''"),
        ({"Agenda": " \u00a0"}, "words['Agenda']: 'Agenda' must be written as something, got ' \\xa0'"),
        ({OWNERS: ("Lead", "")}, "words['Owner']: 'Owner' must be written as something, got ''"),
        ({OWNERS: ("Lead",)}, "words['Owner']: 'Owner' must have 2 forms, got 1"),
        ({"Owner": ("Lead", "Leads")}, "words['Owner']: 'Owner' must have 1 form, got 2"),
    ],
)
def test_words_that_do_not_fit_are_refused(words: dict[str | bm.Message, str], expected: str) -> None:
    """A misspelt placeholder or a lacking form is seen before a document is made."""

    with pytest.raises(bm.WordingError) as caught:
        bm.Wording(words=words)

    assert expected == str(caught.value)


def test_words_do_not_change_after_they_are_given() -> None:
    """The mapping is copied, and the Wording can be hashed."""

    given_words: dict[str | bm.Message, str] = {"Action": "Task"}
    words = bm.Wording(words=given_words)
    given_words["Action"] = "Job"

    assert "Task" == words("Action")
    assert hash(words) == hash(bm.Wording(words={"Action": "Task"}))


def test_a_language_is_a_tag() -> None:
    """It stands in every document, so what is none is refused at once."""

    with pytest.raises(TypeError, match="language must be a language tag, not NoneType"):
        bm.Wording(language=None)  # type: ignore[arg-type]
    with pytest.raises(bm.WordingError, match="language: must be a language tag such as 'en-GB', got 'not a tag'"):
        bm.Wording(language="not a tag", conventions=NL)


def test_other_conventions_leave_the_words() -> None:
    """A house that writes times with 24 hours changes only that."""

    words = bm.Wording()
    house = attrs.evolve(words, conventions=attrs.evolve(words.conventions, time="HH:mm", whole_hour=None, noon=None))

    assert ["12:00", "09:05", "Minutes"] == [house.time(dt.time(12)), house.time(dt.time(9, 5)), house("Minutes")]


def test_a_language_of_ones_own_from_a_mapping() -> None:
    """What is not given is English, and `missing` tells it."""

    words = bm.Wording(language="nl", words={"Minutes": "Notulen", "Owner": "Eigenaar", "Owners": "Eigenaren"})

    assert ("Notulen", "Agenda", "donderdag 5 maart 2026") == (
        words("Minutes"),
        words("Agenda"),
        words.date(dt.date(2026, 3, 5)),
    )
    assert {bm.Message("Agenda")} == set(words.missing()) & {bm.Message("Agenda"), bm.Message("Minutes"), OWNERS}


def test_a_language_of_ones_own_from_a_catalogue(dutch: pathlib.Path) -> None:
    """What is fuzzy or not translated is English, and words that are given go before those of the file."""

    words = bm.Wording.from_catalogue(dutch, language="nl", words={"Minutes": "Verslag"})

    assert ["nl", "Verslag", "Eigenaar", "Eigenaren", "Agenda", "Date"] == [
        words.language,
        words("Minutes"),
        words(OWNERS),
        words(OWNERS, 2),
        words("Agenda"),
        words("Date"),
    ]
    assert {bm.Message("Agenda"), bm.Message("Date")} == set(words.missing()) & {
        bm.Message("Agenda"),
        bm.Message("Date"),
        bm.Message("Minutes"),
        OWNERS,
    }


def test_a_catalogue_says_how_numbers_choose_its_forms(tmp_path: pathlib.Path) -> None:
    """Its own rule goes before that of the language; without one the language's counts."""

    path = tmp_path / "fr.po"
    entry = 'msgid "Owner"\nmsgid_plural "Owners"\nmsgstr[0] "un"\nmsgstr[1] "deux"\n'
    path.write_text(f'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n>1;\\n"\n\n{entry}', encoding="utf-8")
    words = bm.Wording.from_catalogue(path, language="fr")
    path.write_text(f'{entry}msgstr[2] "mille"\n', encoding="utf-8")
    without = bm.Wording.from_catalogue(path, language="fr")

    assert ["un", "un", "deux"] == [words(OWNERS, number) for number in (0, 1, 2)]
    assert ["un", "un", "mille"] == [without(OWNERS, number) for number in (0, 1, 2)]


def test_a_translation_that_lacks_a_form_is_left_in_english(tmp_path: pathlib.Path) -> None:
    """A catalogue may be used while it is being translated."""

    path = tmp_path / "nl.po"
    path.write_text('msgid "Owner"\nmsgid_plural "Owners"\nmsgstr[0] "Eigenaar"\nmsgstr[1] ""\n', encoding="utf-8")
    words = bm.Wording.from_catalogue(path, language="nl")

    assert ["Owner", "Owners"] == [words(OWNERS, number) for number in (1, 2)]


def test_a_catalogue_may_come_with_conventions(dutch: pathlib.Path) -> None:
    """Those that are given are used, but for the plural rule, which is the file's."""

    conventions = attrs.evolve(NL, date="d-M-y")

    assert "5-3-2026" == bm.Wording.from_catalogue(dutch, language="nl", conventions=conventions).date(
        dt.date(2026, 3, 5)
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"msgid\n", "line 1: is no line of a catalogue: 'msgid'"),
        (b'"loose"\n', "line 1: is no line of a catalogue: '\"loose\"'"),
        (b'msgid "Agenda"\n', "line 1: is an entry without msgid or msgstr"),
        (b'msgctxt "person"\nmsgstr "x"\n', "line 1: is an entry without msgid or msgstr"),
        (b'\nmsgid "Agenda"\nmsgstr " "\n', "line 2: 'Agenda' must be written as something, got ' '"),
        (b'\nmsgid "Agenda"\nmsgstr "a {"\n', "line 2: 'a {' must have no brace but"),
        (b'\nmsgid "Agenda"\nmsgstr "{x}"\n', "line 2: '{x}' must hold no placeholder, as 'Agenda' does"),
        (
            b'msgid "Owner"\nmsgid_plural "Owners"\nmsgstr[0] "x"\n',
            "line 1: 'Owner' must have 2 forms, got 1",
        ),
        (b'msgid ""\nmsgstr "Plural-Forms: many\\n"\n', "plural_forms: must be like 'nplurals=2; plural=(n != 1)'"),
        (b"\xff", "must be UTF-8"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(content: bytes, expected: str, tmp_path: pathlib.Path) -> None:
    """The error names the file and each line."""

    path = tmp_path / "nl.po"
    path.write_bytes(content)

    with pytest.raises(bm.WordingError) as caught:
        bm.Wording.from_catalogue(path, language="nl", conventions=NL)

    assert str(path) == caught.value.source
    assert f"{path}:\n{expected}" in str(caught.value)


def test_all_that_is_wrong_is_told_at_once(tmp_path: pathlib.Path) -> None:
    """One pass over a file is enough."""

    path = tmp_path / "nl.po"
    path.write_text("what\nis\n", encoding="utf-8")

    with pytest.raises(bm.WordingError) as caught:
        bm.Wording.from_catalogue(path, language="nl", conventions=NL)

    assert ["line 1", "line 2"] == [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, None),
        (bm.TBC, "to be confirmed"),
        (dt.date(2026, 3, 5), "Thursday 5 March 2026"),
        (dt.datetime(2026, 3, 5, 14, 30), "Thursday 5 March 2026, 2.30 pm"),
    ],
)
def test_days_and_times(when: bm.When, expected: str | None) -> None:
    """What is not known has no words."""

    assert expected == bm.Wording().when(when)


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_in_a_sentence(words: list[str], expected: str) -> None:
    """Commas, and a word before the last."""

    assert expected == bm.Wording().listed(words)


@given(st.lists(st.text(), min_size=1), st.sampled_from(bm.language_names()))
def test_a_list_holds_all_of_its_parts_in_order(texts: list[str], language: str) -> None:
    """Whatever the language puts between them."""

    words = bm.Wording(language=language)
    separators = words.conventions.separators(texts)

    assert words.listed(texts) == "".join(a + b for a, b in zip(texts, (*separators, ""), strict=True))
