"""The contract of formats of data finds faults: each fault that is planted here is named."""

import itertools
import json
from collections.abc import Callable, Iterable
from typing import ClassVar

import attrs
import pytest

import boardminutes as bm
from boardminutes.document import Document
from boardminutes.testing import check_data_renderer, sample_meeting

COUNT = itertools.count()
KINDS = ("minutes", "votes")


def titles(document: Document) -> list[str]:
    """Return the titles of the items."""
    return [item.title for meeting in document.meetings for item in meeting.walk()]


def marked_titles(document: Document) -> list[str]:
    """Return the mark of a document that is not for everybody, and the titles of the items."""
    return [*([] if document.furniture.mark is None else [document.furniture.mark]), *titles(document)]


def refuse(document: Document) -> None:
    """Refuse all kinds but two, and say which they are."""
    if document.kind in set(bm.kind_names()) - set(KINDS):
        raise bm.RenderError("choose 'minutes' or 'votes'")


@attrs.frozen
class Titles:
    """A renderer of data without fault; the fault, if any, changes what it tells, or which kinds it refuses."""

    media_type: ClassVar[str] = "application/json"
    told: Callable[[Document], Iterable[str]] = marked_titles
    refuse: Callable[[Document], None] = refuse

    def render(self, document: Document) -> bytes:
        """Return the titles."""
        self.refuse(document)
        return json.dumps(list(self.told(document))).encode()


@attrs.frozen
class Untyped(Titles):
    """A renderer whose media type is none."""

    media_type: ClassVar[str] = "json"


def texts_of(data: bytes) -> Iterable[str]:
    """Read the titles."""
    texts: list[str] = json.loads(data)
    return texts


def fail(_document: Document) -> None:
    """Fail in a way that no contract allows."""
    raise KeyError("secret")


def refuse_all(_document: Document) -> None:
    """Refuse also what is promised."""
    raise bm.RenderError("choose 'minutes'")


def refuse_silently(document: Document) -> None:
    """Refuse without a word of what to choose."""
    try:
        refuse(document)
    except bm.RenderError:
        raise bm.RenderError("no") from None


def refuse_nothing(_document: Document) -> None:
    """Take every kind."""


def test_a_renderer_without_fault_is_content() -> None:
    """Nothing is raised, also where more documents are given, and where an empty meeting is refused."""

    def refuse_empty(document: Document) -> None:
        refuse(document)
        if not titles(document) and document.kind == "minutes":
            raise bm.RenderError("nothing is in it")

    for refusing in (refuse, refuse_empty):
        check_data_renderer(
            Titles(refuse=refusing),
            texts_of,
            shows=titles,
            kinds=KINDS,
            documents=[bm.compose(bm.Meeting()), bm.compose(sample_meeting(), "votes")],
        )


@pytest.mark.parametrize(
    ("renderer", "why"),
    [
        (Untyped(), "media_type: must be of the form"),
        (
            Titles(told=lambda document: marked_titles(document)[:-1]),
            "'ANY OTHER BUSINESS' does not come out; there is",
        ),
        (Titles(told=titles), "must say what no page may leave out: 'Restricted: not for publication'"),
        (Titles(told=lambda document: [*titles(document), str(next(COUNT))]), "the same document must give the same"),
        (
            Titles(told=lambda document: [*titles(document), *titles(bm.compose(sample_meeting(), audience="full"))]),
            "holds some of the meeting's",
        ),
        (Titles(refuse=refuse_nothing), "must be refused by a RenderError"),
        (Titles(refuse=refuse_silently), "the error must say which kind to choose, got no"),
        (Titles(refuse=refuse_all), "render must not fail, and raised RenderError"),
        (Titles(refuse=fail), "KeyError"),
    ],
)
def test_a_fault_is_named(renderer: Titles, why: str) -> None:
    """The message says which promise is broken."""
    with pytest.raises((AssertionError, KeyError)) as caught:
        check_data_renderer(renderer, texts_of, shows=titles, kinds=KINDS)

    assert why in repr(caught.value)
