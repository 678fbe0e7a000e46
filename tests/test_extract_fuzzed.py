"""Spoilt files end in an error of this library, whatever was done to them."""

from __future__ import annotations

import extract_mutations as mutations
import pytest

import boardminutes as bm

BATCHES = 10
FILES_IN_A_BATCH = 50


@pytest.mark.parametrize("batch", range(BATCHES))
def test_spoilt_files_are_read_or_refused_in_words(batch: int) -> None:
    """What `extract` raises is typed and says something; what it returns can be written."""
    numbers = range(batch * FILES_IN_A_BATCH, (batch + 1) * FILES_IN_A_BATCH)
    files = [mutations.spoilt(number) for number in numbers]

    assert [] == [(file.name, error) for file in files if (error := mutations.untyped_error(file.data)) is not None]


def test_files_are_whole_before_they_are_spoilt() -> None:
    """Every form carries the meeting, and its text agrees."""
    found = {form: bm.extract(data) for form, data in mutations.files().items()}

    assert {"html", "fragment", "docx", "pdf", "compact", "qdf"} == set(found)
    assert {False} == {one.stale for one in found.values()}


def test_a_number_names_a_file_for_ever() -> None:
    """What a soak finds can be looked at again."""
    assert [mutations.spoilt(number) for number in range(12)] == [mutations.spoilt(number) for number in range(12)]


def test_an_error_of_another_kind_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail."""

    def fail(_: bytes) -> None:
        raise KeyError("x")

    monkeypatch.setattr(bm, "extract", fail)

    assert isinstance(mutations.untyped_error(b"x"), KeyError)
