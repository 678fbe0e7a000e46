"""The errors are a tree, and carry their data."""

import json
import pickle

import pytest

import boardminutes as bm
from boardminutes.errors import join_path

ERRORS = [
    bm.InvalidMinutesError([bm.Problem("items[0].title", "must not be empty, got ''")]),
    bm.ReadError("cannot be read", reader="moderngov-text"),
    bm.UnrecognisedSourceError("is empty", reader="moderngov-text", tried=["a heading"]),
    bm.RenderError("cannot be made", format="pdf"),
    bm.TemplateError("misses a variable", template="house.docx", problems=[bm.Problem("paragraph 3", "unknown name")]),
    bm.MissingGlyphError("ŁŁa", places=["Łódź"]),
    bm.UnknownFormatError("format", "pfd", ["html", "pdf"]),
    bm.UnknownLanguageError("xx", ["en-GB"]),
    bm.WordingError([bm.Problem("line 3", "must hold {person}")], source="nl.po"),
    bm.UnknownCodeError("BM999", ["BM101"]),
    bm.MissingDependencyError("markdown"),
    bm.LostWorkerError("BrokenProcessPool()"),
    bm.PluginError("two of one name", name="pdf", value="a:A, b:B"),
]


def _data(error: BaseException) -> dict[str, object]:
    return {name: value for name, value in vars(error).items() if not name.startswith("__")}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_is_one_of_ours(error: BaseException) -> None:
    """One except clause catches all that this library refuses."""

    assert isinstance(error, bm.BoardMinutesError)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_crosses_a_process_boundary_with_its_data(error: BaseException) -> None:
    """Class, message and attributes are the same on the other side."""

    other = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (type(error), str(error), _data(error)) == (type(other), str(other), _data(other))


def test_errors_are_the_builtin_errors_that_they_resemble() -> None:
    """Code that knows only the standard errors catches these too."""

    assert {
        (bm.InvalidMinutesError, ValueError),
        (bm.UnrecognisedSourceError, bm.ReadError),
        (bm.TemplateError, bm.RenderError),
        (bm.MissingGlyphError, bm.RenderError),
        (bm.UnknownFormatError, LookupError),
        (bm.UnknownLanguageError, LookupError),
        (bm.WordingError, ValueError),
        (bm.UnknownCodeError, LookupError),
        (bm.MissingDependencyError, ImportError),
    } == {(type(error), base) for error in ERRORS for base in type(error).__bases__ if base is not bm.BoardMinutesError}


def test_one_problem_is_one_line_and_several_are_a_list() -> None:
    """The message says where in the data."""

    first, second = bm.Problem("items[0].title", "must not be empty"), bm.Problem("", "is no meeting")

    assert "items[0].title: must not be empty" == str(bm.InvalidMinutesError([first]))
    assert "2 problems:\n  items[0].title: must not be empty\n  is no meeting" == str(
        bm.InvalidMinutesError([first, second])
    )


@pytest.mark.parametrize(
    ("prefix", "path", "expected"),
    [("items", "[0].title", "items[0].title"), ("vote", "against", "vote.against"), ("", "a", "a"), ("a", "", "a")],
)
def test_paths_are_joined(prefix: str, path: str, expected: str) -> None:
    """Names are joined by a full stop, and indexes stand as they are."""

    assert expected == join_path(prefix, path) == bm.Problem(path, "x").under(prefix).path


def test_a_missing_glyph_is_named_by_its_code_point_and_place() -> None:
    """Each character once, with what to do."""

    error = bm.MissingGlyphError("ŁaŁ", places=["Łódź"])

    assert ("aŁ", ("Łódź",), "pdf") == (error.characters, error.places, error.format)
    assert "'Ł' (U+0141)" in str(error)
    assert "in: 'Łódź'" in str(error)


def test_a_template_error_lists_its_problems() -> None:
    """Each problem stands on a line of its own."""

    assert "misses a variable\n  paragraph 3: unknown name" == str(ERRORS[4])


def test_a_missing_dependency_is_a_command_to_type() -> None:
    """The message is what to type."""

    assert "python -m pip install 'boardminutes[markdown]'" == str(bm.MissingDependencyError("markdown"))


def test_a_character_that_a_format_cannot_set_is_told_from_one_that_a_font_lacks() -> None:
    """Another font helps with the one, and another format with the other."""

    error = bm.MissingGlyphError("Łא", refused="א")

    assert (
        "no font has 'Ł' (U+0141); give one that does: render(…, fonts=['/path/to/Font.ttf']); "
        "this format cannot set 'א' (U+05D0) with any font; use docx or html instead"
    ) == str(error)
    assert "this format cannot set 'א' (U+05D0) with any font; use docx or html instead" == str(
        bm.MissingGlyphError("א", refused="א")
    )


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_is_values_for_json_with_its_data(error: bm.BoardMinutesError) -> None:
    """They come back equal, with the message and every public attribute, and leave the answer's own members free."""

    told = error.to_dict()

    assert told == json.loads(json.dumps(told))
    assert (type(error).__name__, str(error)) == (told["error"], told["detail"])
    assert {"error", "detail", *_data(error)} == set(told)
    assert set() == {"type", "title", "status", "instance"} & set(told)


def test_problems_are_told_with_their_paths() -> None:
    """A program finds the field at fault without reading a sentence."""

    error = bm.InvalidMinutesError([bm.Problem("items[0].title", "must not be empty"), bm.Problem("", "is no meeting")])

    assert {
        "error": "InvalidMinutesError",
        "detail": "2 problems:\n  items[0].title: must not be empty\n  is no meeting",
        "problems": [
            {"path": "items[0].title", "message": "must not be empty"},
            {"path": "", "message": "is no meeting"},
        ],
    } == error.to_dict()


def test_notes_are_not_told() -> None:
    """What a traceback adds, such as the path of a file on this machine, is no part of the answer."""

    error = bm.UnknownFormatError("format", "pfd", ["pdf"])
    error.add_note("in the file /srv/meetings/7.yaml")

    assert {
        "error": "UnknownFormatError",
        "detail": "unknown format 'pfd'; did you mean 'pdf'? known: pdf",
        "known": ["pdf"],
        "name": "pfd",
        "what": "format",
    } == error.to_dict()
