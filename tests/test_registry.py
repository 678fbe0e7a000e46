"""Renderers, kinds and readers by name, ours and anyone's."""

import pathlib
import subprocess
import sys
from collections.abc import Callable

import pytest

import boardminutes as bm
from boardminutes import _registry

Install = Callable[..., pathlib.Path]

SHOUT = '''
import attrs

@attrs.frozen
class Shout:
    """A renderer that shouts the title."""

    media_type = "text/plain"
    mark: str = "!"
    _times: int = 1

    def render(self, document):
        return (document.title.upper() + self.mark * self._times).encode()

    def recognises(self, source):
        return False

    def read(self, source):
        raise NotImplementedError

NO_CLASS = Shout()

class Plain:
    """A class that is neither frozen nor a renderer."""

class Wordy(Plain):
    def compose(self, meetings, wording):
        raise NotImplementedError
'''
MEETING = bm.Meeting(title="Spring meeting")


def test_a_third_party_provides_a_format(install: Install) -> None:
    """An installed distribution's entry point is a format like any other, its fields options."""

    install("acme", "[boardminutes.renderers]\nshout = acme_shout:Shout\n", acme_shout=SHOUT)

    assert "shout" in bm.format_names()
    assert [b"SPRING MEETING!", b"SPRING MEETING??"] == [
        bm.render(MEETING, "shout", kind=TITLE_ONLY),
        bm.render(MEETING, "shout", kind=TITLE_ONLY, mark="?", times=2),
    ]


class _TitleOnly:
    """A kind that shows the title, so that these tests need no other."""

    def compose(self, meetings: tuple[bm.Meeting, ...], wording: bm.Wording) -> bm.Document:
        """Return a document without blocks."""
        from boardminutes.document import Furniture  # noqa: PLC0415 - beside its one use

        return bm.Document(
            title=meetings[0].title or wording("Minutes"),
            language=wording.language,
            kind="title-only",
            blocks=(),
            furniture=Furniture(header="", page="{page}", skip_link=""),
            meetings=meetings,
        )


TITLE_ONLY = _TitleOnly()


def test_the_suffix_of_a_file_names_a_third_partys_format(install: Install, tmp_path: pathlib.Path) -> None:
    """A suffix counts whatever its case."""

    install("acme", "[boardminutes.renderers]\nshout = acme_shout:Shout\n", acme_shout=SHOUT)
    bm.write(MEETING, tmp_path / "minutes.SHOUT", kind=TITLE_ONLY)

    assert b"SPRING MEETING!" == (tmp_path / "minutes.SHOUT").read_bytes()


def test_a_third_party_provides_a_kind_and_a_reader(install: Install) -> None:
    """All three groups are found alike."""

    install(
        "acme",
        "[boardminutes.kinds]\nwordy = acme_shout:Wordy\n[boardminutes.readers]\nacme = acme_shout:Shout\n",
        acme_shout=SHOUT,
    )

    assert ("wordy" in bm.kind_names(), "acme" in bm.reader_names()) == (True, True)
    with pytest.raises(NotImplementedError):
        bm.compose(MEETING, "wordy")
    with pytest.raises(NotImplementedError):
        bm.read(b"x", reader="acme")


def test_names_are_sorted(install: Install) -> None:
    """The order does not depend on the order of installation."""

    install("zebra", "[boardminutes.renderers]\nzzz = a:A\n")
    install("acme", "[boardminutes.renderers]\naaa = a:A\n")

    assert sorted(bm.format_names()) == list(bm.format_names())
    assert {"aaa", "zzz"} <= set(bm.format_names())


def test_listing_names_imports_nothing(install: Install) -> None:
    """A module that cannot be imported is listed all the same."""

    install("acme", "[boardminutes.renderers]\nbroken = acme_broken:Broken\n", acme_broken="raise SystemExit(3)\n")

    assert "broken" in bm.format_names()
    assert "acme_broken" not in sys.modules


def test_listing_our_own_names_imports_none_of_them() -> None:
    """In a fresh process, no format, kind or reader is loaded by listing."""

    program = (
        "import sys, boardminutes as bm; bm.format_names(), bm.kind_names(), bm.reader_names();"
        "print([name for name in sys.modules if name.startswith(('boardminutes.renderers.', 'boardminutes.kinds.',"
        "'boardminutes.readers.'))])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves

    assert "[]" == ran.stdout.strip()


def test_two_plug_ins_of_one_name_are_refused(install: Install) -> None:
    """Neither wins; the message names both."""

    install("acme", "[boardminutes.renderers]\nshout = acme_shout:Shout\n", acme_shout=SHOUT)
    install("other", "[boardminutes.renderers]\nshout = other_shout:Shout\n", other_shout=SHOUT)

    with pytest.raises(bm.PluginError, match=r"two plug-ins provide the format 'shout'.*; uninstall one") as caught:
        bm.render(MEETING, "shout", kind=TITLE_ONLY)

    assert ("shout", {"acme_shout:Shout", "other_shout:Shout"}) == (
        caught.value.name,
        set(caught.value.value.split(", ")),
    )


def test_one_distribution_seen_twice_is_one_plug_in(install: Install) -> None:
    """A second copy of the same entry point on the path is no second plug-in."""

    points = "[boardminutes.renderers]\nshout = acme_shout:Shout\n"
    install("acme", points, acme_shout=SHOUT)
    install("copy_of_acme", points)

    assert b"SPRING MEETING!" == bm.render(MEETING, "shout", kind=TITLE_ONLY)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("missing = acme_missing:Thing", r"the format 'missing' cannot be loaded from acme_missing:Thing: No module"),
        (
            "broken = acme_broken:Thing",
            r"the format 'broken' cannot be loaded from acme_broken:Thing: division by zero",
        ),
        ("gone = acme_shout:Gone", r"the format 'gone' cannot be loaded from acme_shout:Gone: module .* no attribute"),
        ("value = acme_shout:NO_CLASS", r"the format 'value' must be a class, and acme_shout:NO_CLASS is Shout"),
        ("plain = acme_shout:Plain", r"the format 'plain' is no renderer: it needs media_type and render"),
    ],
)
def test_an_entry_point_that_cannot_be_used_is_named(install: Install, points: str, expected: str) -> None:
    """PluginError says what it points at."""

    install("acme", f"[boardminutes.renderers]\n{points}\n", acme_shout=SHOUT, acme_broken="1 / 0\n")
    name = points.partition(" ")[0]

    with pytest.raises(bm.PluginError, match=expected) as caught:
        bm.render(MEETING, name, kind=TITLE_ONLY)

    assert name == caught.value.name


def test_a_kind_and_a_reader_must_have_the_shape_of_one(install: Install) -> None:
    """What has the wrong methods is refused by name."""

    install(
        "acme",
        "[boardminutes.kinds]\nplain = acme_shout:Plain\n[boardminutes.readers]\nplain = acme_shout:Plain\n",
        acme_shout=SHOUT,
    )

    with pytest.raises(bm.PluginError, match="the kind 'plain' is no kind: it needs compose"):
        bm.compose(MEETING, "plain")
    with pytest.raises(bm.PluginError, match="the reader 'plain' is no reader: it needs recognises and read"):
        bm.read(b"x", reader="plain")


def test_unknown_names_list_the_known_ones() -> None:
    """The message helps whoever mistyped."""

    with pytest.raises(bm.UnknownFormatError, match=r"unknown format 'pfd'; .* known: .*html.*pdf") as format_error:
        bm.render(MEETING, "pfd", kind=TITLE_ONLY)
    with pytest.raises(bm.UnknownFormatError, match=r"unknown kind 'minuets'; .* known: .*minutes") as kind_error:
        bm.compose(MEETING, "minuets")
    with pytest.raises(bm.UnknownFormatError, match="unknown reader 'modern'; known: graph-insight") as reader_error:
        bm.read(b"x", reader="modern")

    assert [bm.format_names(), bm.kind_names(), bm.reader_names()] == [
        error.value.known for error in (format_error, kind_error, reader_error)
    ]


def test_an_unknown_option_is_a_type_error(install: Install) -> None:
    """The message lists the options that the format has."""

    install("acme", "[boardminutes.renderers]\nshout = acme_shout:Shout\n", acme_shout=SHOUT)

    with pytest.raises(TypeError, match="the format 'shout' has no option 'marks'; known: mark, times"):
        bm.render(MEETING, "shout", kind=TITLE_ONLY, marks="?")


def test_a_class_without_fields_takes_no_options(install: Install) -> None:
    """A plain class says itself what it does not know."""

    install("acme", "[boardminutes.renderers]\nplain = acme_shout:Plain\n", acme_shout=SHOUT)

    with pytest.raises(TypeError, match="takes no arguments"):
        bm.render(MEETING, "plain", kind=TITLE_ONLY, marks="?")


def test_what_is_found_is_remembered() -> None:
    """The second look does not read the disk again."""

    _registry.names(_registry.KINDS)
    before = _registry._entry_points.cache_info().hits  # noqa: SLF001 - the memory itself
    _registry.names(_registry.KINDS)

    assert before + 1 == _registry._entry_points.cache_info().hits  # noqa: SLF001 - likewise
