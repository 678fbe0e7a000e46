"""What is said of an error, in words and as data."""

from __future__ import annotations

import pytest

import boardminutes as bm
from boardminutes.cli.telling import Told, told


def test_a_missing_extra_says_what_to_run() -> None:
    """The message of the library is the command itself."""
    assert Told(
        "MissingDependencyError", "an extra is not installed", "run: python -m pip install 'boardminutes[markdown]'"
    ) == told(bm.MissingDependencyError("markdown"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "a.yaml"), "a.yaml: Permission denied\n  next: ask for the right"),
        (
            PermissionError(13, "Permission denied", b"a\xff"),
            "a.yaml: b'a\\xff': Permission denied\n  next: ask for the right",
        ),
        (OSError(5, "Input/output error"), "a.yaml: Input/output error"),
        (OSError("no number"), "a.yaml: no number"),
        (OSError(), "a.yaml: OSError"),
        (bm.ReadError("the page is cut off"), "a.yaml: the page is cut off\n  next: look at the page"),
        (ValueError("the kind takes one meeting"), "a.yaml: the kind takes one meeting"),
    ],
)
def test_an_error_is_told_with_its_source(error: Exception, said: str) -> None:
    """Once, and with what to do where that is known."""
    assert str(told(error, "a.yaml")).startswith(said)
    assert ("a.yaml", type(error).__name__) == tuple(told(error, "a.yaml").data()[name] for name in ("source", "type"))


@pytest.mark.parametrize(
    ("version", "advice"), [("99", "update boardminutes: "), ("0", "mend the file; "), ("newer", "mend the file; ")]
)
def test_a_file_of_a_newer_version_asks_for_an_update(version: str, advice: str) -> None:
    """There is nothing to mend in the file, unless its version is none."""
    with pytest.raises(bm.InvalidMinutesError) as caught:
        bm.loads(f"schema_version: {version}\n", "yaml")

    assert told(caught.value, "a.yaml").advice.startswith(advice)


def test_problems_are_data() -> None:
    """Each has its path and its sentence."""
    problem = bm.Problem("items[0].title", "is missing")

    assert [{"path": "items[0].title", "message": "is missing"}] == told(bm.InvalidMinutesError([problem])).data()[
        "problems"
    ]
