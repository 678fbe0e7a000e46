"""The catalogues hold all that the code says, and nothing else."""

import io
import pathlib
import runpy
import types

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.kinds import minutes
from boardminutes.testing import sample_meeting
from boardminutes.testing.strategies import meetings
from boardminutes.wording import po

TOOL = types.SimpleNamespace(**runpy.run_path(str(pathlib.Path(__file__).parents[2] / "tools" / "build_words.py")))
MESSAGES = TOOL.messages_in_code()
FILES = sorted(TOOL.CATALOGUES.glob("*.po"))
GERMAN = TOOL.CATALOGUES / "de.po"
TEMPLATE = TOOL.TEMPLATE


def test_every_language_has_a_catalogue() -> None:
    """All but the language that the code is written in."""

    assert set(bm.language_names()) - {"en-GB"} == {path.stem for path in FILES}


def test_the_template_holds_what_the_code_says() -> None:
    """`make words` writes it anew."""

    assert TOOL.template_text(MESSAGES) == TEMPLATE.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_catalogue_is_complete(path: pathlib.Path) -> None:
    """Nothing lacks, is fuzzy, has other placeholders or another number of forms, or is said no more.

    `make words` adds what lacks and takes out what is said no more; the rest is for a translator.
    """

    assert [] == list(TOOL.to_do(path.stem, path.read_text("utf-8"), MESSAGES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_catalogue_is_in_its_form(path: pathlib.Path) -> None:
    """Entries stand in the order of the alphabet below a header with the plural rule of the language."""

    text = path.read_text("utf-8")

    assert TOOL.catalogue_text(path.stem, text, MESSAGES) == text


@pytest.mark.parametrize("path", [*FILES, TEMPLATE], ids=lambda path: path.name)
def test_a_catalogue_reads_as_babel_reads_it(path: pathlib.Path) -> None:
    """Any tool of translators sees the same."""

    def forms(text: object) -> tuple[str, ...]:
        return tuple(text) if isinstance(text, list | tuple) else (str(text),)

    known = read_po(io.BytesIO(path.read_bytes()), locale="cy" if path == TEMPLATE else path.stem.replace("-", "_"))
    expected = {(one.context, *forms(one.id)): forms(one.string) for one in known if one.id and path != TEMPLATE}
    found = {
        (entry.message.context, entry.message.text, *([entry.message.plural] if entry.message.plural else [])): (
            entry.forms
        )
        for entry in po.entries(path.read_text("utf-8"))
        if entry.message.text and path != TEMPLATE
    }

    assert expected == found
    assert len(MESSAGES) == len(known) or path.stem in TOOL.VARIANTS


def test_no_message_stands_twice() -> None:
    """In gettext the English and its context name a message; the plural does not."""

    names = [(message.text, message.context) for message in MESSAGES]

    assert len(set(names)) == len(names)


def test_kinds_ask_for_nothing_that_is_not_in_the_template() -> None:
    """A phrase that was not found in the code, because nothing marks it as one, is found when it is said."""

    assert set() == TOOL.messages_asked_for(sample_meeting()) - set(po.template())


def test_a_kind_that_says_what_nothing_marks_as_a_message_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The listening words miss nothing."""

    monkeypatch.setattr(minutes, "Message", lambda text: bm.Message(f"{text}!"))

    assert bm.Message("Draft minutes!") in TOOL.messages_asked_for(sample_meeting()) - set(po.template())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_kinds_ask_for_nothing_that_is_not_in_the_template_whatever_the_meeting(meeting: bm.Meeting) -> None:
    """The same holds for meetings that nobody thought of."""

    assert set() == TOOL.messages_asked_for(meeting) - set(po.template())


def test_messages_are_found_where_they_are_said() -> None:
    """Alone, in a table, in a call, on both sides of a condition; what is worked out is not."""

    code = """
A = Message("Action", context="panel")
B = messages({1: "open", 2: "done"}, context="action")
C = messages({1: "left"})
D = messages(other)
voice.say("Minutes" if name else "Agenda")
words(Message("Paper", plural="Papers"), 2)
words(name)
words()
voice.fact("Topic", "not a phrase")
(lambda: 1)()
"""

    assert [
        bm.Message("Action", context="panel"),
        bm.Message("open", context="action"),
        bm.Message("done", context="action"),
        bm.Message("left"),
        bm.Message("Minutes"),
        bm.Message("Agenda"),
        bm.Message("Topic"),
        bm.Message("Paper", plural="Papers"),
    ] == list(TOOL.messages_of(code, "code.py"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('msgid "Agenda"\nmsgstr "Tagesordnung"', 'msgid "Agenda"\nmsgstr ""', "to be translated: 'Agenda'"),
        ('msgid "Agenda"\n', '#, fuzzy\nmsgid "Agenda"\n', "to be looked at: 'Agenda'"),
        ('msgid "Agenda"\n', 'msgid "Programme"\n', "not in the catalogue: 'Agenda'"),
        ('msgid "Agenda"\n', 'msgid "Programme"\n', "no longer in the code: 'Programme'"),
        (
            '"Minutes of {date}"\nmsgstr "Niederschrift vom {date}',
            '"Minutes of {date}"\nmsgstr "vom {tag}',
            "must hold {date}",
        ),
        ('msgstr[1] "Unterlagen"\n', "", "'Paper' must have 2 forms, got 1"),
        ('msgctxt "motion"\nmsgid "lost"', 'msgctxt "item"\nmsgid "lost"', "not in the catalogue: 'lost' (motion)"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_told(old: str, new: str, expected: str) -> None:
    """Each fault that is put into a catalogue is seen."""

    text = GERMAN.read_text("utf-8")
    changed = text.replace(old, new)

    assert text != changed
    assert any(expected in line for line in TOOL.to_do("de", changed, MESSAGES))


def test_a_catalogue_is_brought_up_to_date() -> None:
    """What is new is added empty, what is old goes, and translations and marks stay."""

    text = GERMAN.read_text("utf-8").replace('msgid "Agenda"\n', 'msgid "Programme"\n')
    text = text.replace('msgid "Motion"\n', '#, fuzzy\nmsgid "Motion"\n').replace('msgstr[1] "Unterlagen"\n', "")
    updated = {entry.message: entry for entry in po.entries(TOOL.catalogue_text("de", text, MESSAGES))}

    assert ("",) == updated[bm.Message("Agenda")].forms
    assert bm.Message("Programme") not in updated
    assert (("Antrag",), True) == (updated[bm.Message("Motion")].forms, updated[bm.Message("Motion")].fuzzy)
    assert ("", "") == updated[bm.Message("Paper", plural="Papers")].forms
    assert ("Niederschrift",) == updated[bm.Message("Minutes")].forms


@given(st.text(), st.text(), st.none() | st.text())
def test_a_text_comes_back_from_a_catalogue(text: str, translation: str, context: str | None) -> None:
    """Quotes, back-slashes, tabs and line ends are written so that they are read."""

    translation, text = (one.replace("\r", "").replace("{", "") for one in (translation, f"a{text}"))
    message = bm.Message(text, context=context)
    written = TOOL.catalogue_text("de", "", {message: ("code.py",)})
    # the empty translation of the new entry is filled in as a translator does
    before, _, after = written.rpartition('msgstr ""')
    escaped = translation.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")

    _, entry = po.entries(f'{before}msgstr "{escaped}"{after}')

    assert (message, (translation,)) == (entry.message, entry.forms)


LINES = [
    'msgid "a"', 'msgid ""', 'msgid "{x}"', 'msgctxt "c"', 'msgid_plural "b"', 'msgstr "d"', 'msgstr[0] "e"',
    'msgstr[1] ""', '"more"', "", "# by", "#, fuzzy", '#~ msgid "old"', "msgid", 'msgstr "\\',
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES) | st.text(), max_size=12))
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    """What is no catalogue is a WordingError and nothing else, and what is read has what an entry must have."""

    try:
        entries = po.entries("\n".join(lines))
    except bm.WordingError as error:
        assert error.problems  # noqa: PT017 - either outcome is right
        return

    assert all(entry.forms and entry.line >= 1 for entry in entries)
