"""The archives in which Word documents travel."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from boardminutes.renderers.docx.archive import archive, beginning, continued, deflated, stored


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1, max_size=9), st.binary(max_size=99), max_size=6)
)
def test_archive_holds_what_was_put_in(files: dict[str, bytes]) -> None:
    """Another library finds every member whole, sorted by name, stored or compressed alike."""
    made = archive((deflated if index % 2 else stored)(name, data) for index, (name, data) in enumerate(files.items()))

    with zipfile.ZipFile(io.BytesIO(made)) as file:
        names = [one.orig_filename for one in file.infolist()]
        held = {one.orig_filename: file.read(one) for one in file.infolist()}
        assert file.testzip() is None
    assert (sorted(files), files) == (names, held)


def test_archive_knows_no_clock() -> None:
    """Every member bears the first day that the format knows."""
    with zipfile.ZipFile(io.BytesIO(archive([stored("a", b"b")]))) as file:
        assert [(1980, 1, 1, 0, 0, 0)] == [one.date_time for one in file.infolist()]


def test_order_of_members_does_not_matter() -> None:
    """The same members give the same bytes."""
    members = [deflated("b", b"2"), stored("a", b"1")]

    assert archive(members) == archive(reversed(members))


@given(st.binary(max_size=99), st.lists(st.binary(max_size=99), min_size=1, max_size=4))
def test_members_that_begin_alike_are_whole(begun: bytes, rests: list[bytes]) -> None:
    """What is compressed once stands before what each member goes on with."""
    common = beginning(begun)
    made = archive(continued(f"{index}", common, rest) for index, rest in enumerate(rests))

    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.testzip() is None
        assert [begun + rest for rest in rests] == [file.read(f"{index}") for index in range(len(rests))]
