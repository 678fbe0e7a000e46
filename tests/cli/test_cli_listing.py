"""What is installed, and house templates."""

from __future__ import annotations

import importlib.metadata
import pathlib
from typing import TYPE_CHECKING

import pytest
from cli_support import run

import boardminutes as bm

if TYPE_CHECKING:
    from conftest import Install

PLUGIN = '''
"""A format of a third party."""
from __future__ import annotations
from typing import TYPE_CHECKING
import attrs
if TYPE_CHECKING:
    from fractions import Fraction

@attrs.frozen
class Renderer:
    """The number of blocks.

    Attributes:
        base: The base.
        names: What stands before,
            in order.
    """
    media_type = "text/x-count"
    base: Fraction
    names: list = attrs.field(factory=list)
    hidden: int = attrs.field(default=1, init=False)

    def render(self, document):
        return f"{self.base} {self.names}".encode()

class Plain:
    media_type = "text/plain"

    def render(self, document):
        raise KeyError("a fault of a third party")
'''


@pytest.fixture
def plugins(install: Install) -> None:
    """Install formats of a third party, one of them broken."""
    points = "[boardminutes.renderers]\ncount = counting:Renderer\nplain = counting:Plain\nbroken = counting:Gone\n"
    install("counting", points, counting=PLUGIN)


@pytest.mark.parametrize(("command", "names"), [("formats", bm.format_names()), ("kinds", bm.kind_names())])
def test_everything_that_is_installed_is_listed(command: str, names: tuple[str, ...]) -> None:
    """Each has a sentence and the package that provides it, and each option a sentence of its own."""
    listed = run(command, "--json").json()[command]

    assert list(names) == [one["name"] for one in listed]
    assert {"boardminutes"} == {one["package"] for one in listed}
    assert all(one["says"] and all(option["says"] for option in one["options"]) for one in listed)
    assert set(names) <= set(run(command).out.split())


def test_options_have_their_defaults() -> None:
    """What an option is unless it is given stands with it; several values may be given to a sequence."""
    [pdf] = [one for one in run("formats", "--json").json()["formats"] if one["name"] == "pdf"]
    options = {option["name"]: (option["default"], option["several"]) for option in pdf["options"]}

    assert {("compact", ("no", False)), ("fonts", (None, True))} <= set(options.items())
    shown = run("formats").out
    assert "    compact = no  Whether objects are packed" in shown
    assert "    json_ld = yes  Whether a page" in shown
    assert "    width = 76  " in shown


@pytest.mark.usefixtures("plugins")
def test_formats_of_others_are_listed_too() -> None:
    """One that cannot be loaded is told of, and the others are listed."""
    shown, told = run("formats"), run("formats", "--json")
    by_name = {one["name"]: one for one in told.json()["formats"]}

    assert ("text/x-count", "counting", "The number of blocks.") == tuple(
        by_name["count"][name] for name in ("media_type", "package", "says")
    )
    assert [("base", None, "The base."), ("names", None, "What stands before, in order.")] == [
        (option["name"], option["default"], option["says"]) for option in by_name["count"]["options"]
    ]
    assert ([], 3, 3) == (by_name["plain"]["options"], shown.status, told.status)
    assert "broken: the format 'broken' cannot be loaded" in shown.err
    assert ["PluginError"] == [error["type"] for error in told.json()["errors"]]


@pytest.mark.usefixtures("plugins")
def test_a_fault_of_a_third_party_is_a_sentence(tmp_path: pathlib.Path) -> None:
    """A format that raises anything costs its own document; options without a known type are text."""
    bm.save(bm.Meeting(), tmp_path / "meeting.yaml")
    raised = run("render", tmp_path / "meeting.yaml", "-f", "plain")

    assert (3, True) == (raised.status, "the job failed: KeyError('a fault of a third party')" in raised.err)
    assert b"0x10 []" == run("render", tmp_path / "meeting.yaml", "-f", "count", "-o", "-", "-O", "base=0x10").data
    assert 3 == run("render", tmp_path / "meeting.yaml", "-f", "broken").status


def test_version_is_that_of_the_package() -> None:
    """It is written as programs write it."""
    assert f"boardminutes {importlib.metadata.version('boardminutes')}\n" == run("--version").out


def test_a_template_is_exported_and_checked(tmp_path: pathlib.Path) -> None:
    """Ours has no fault; remarks do not fail."""
    path = tmp_path / "letterhead.docx"

    assert (0, f"{path}\n") == ((made := run("templates", "export", path)).status, made.out)
    assert (0, []) == ((checked := run("templates", "check", path, "--json")).status, checked.json()["faults"])
    assert (
        f"{path}: There is such a file\n  next: choose another name, or give --overwrite"
        in run("templates", "export", path).err
    )
    assert 0 == run("templates", "export", path, "--overwrite").status


def test_faults_of_a_template_are_told(tmp_path: pathlib.Path) -> None:
    """Each with its place, in words or as data."""
    page = tmp_path / "page.html"
    page.write_text('{% extends "page.html.j2" %}{% block main %}{{ titel }}{% endblock %}')
    report = bm.templates.check(page)
    shown, told = run("templates", "check", page), run("templates", "check", page, "--json")

    assert (1, 1) == (shown.status, told.status)
    assert [f"{page}: {fault}" for fault in report.faults] == shown.out.splitlines()
    assert [fault.message for fault in report.faults] == [fault["message"] for fault in told.json()["faults"]]


def test_remarks_on_a_template_are_told(tmp_path: pathlib.Path) -> None:
    """What works and is worth a look."""
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>{{ title }}{{ document.notice }}")
    report = bm.templates.check(page)

    ran = run("templates", "check", page)
    assert (0, [f"{page}: remark: {one}" for one in report.remarks]) == (ran.status, ran.out.splitlines())
    assert report.remarks
