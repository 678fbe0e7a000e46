"""What was changed in a record, and the draft of the next agenda."""

from __future__ import annotations

import datetime as dt
import pathlib

import attrs
import pytest
from cli_support import BOARD, MEETING, run, saved

import boardminutes as bm
from boardminutes.kinds.agenda import Agenda
from boardminutes.kinds.comparison import Comparison

MARCH = attrs.evolve(MEETING, start=dt.date(2026, 3, 5))


def held(folder: pathlib.Path, **meetings: bm.Meeting) -> list[pathlib.Path]:
    """Save meetings under their names."""
    for name, meeting in meetings.items():
        bm.save(meeting, folder / f"{name}.yaml")
    return [folder / f"{name}.yaml" for name in meetings]


def told(text: str) -> str:
    """Return what is said in a box as one line."""
    return " ".join(text.replace("│", " ").split())


def test_changes_are_told_with_their_paths(tmp_path: pathlib.Path) -> None:
    """And the status says whether there are any."""
    old, new = held(tmp_path, old=MARCH, new=attrs.evolve(MARCH, title="Spring"))
    ran = run("diff", old, new)

    assert (1, "title: changed from None to 'Spring'\n", "") == (ran.status, ran.out, ran.err)
    assert (0, "", "") == attrs.astuple(attrs.evolve(run("diff", old, old), data=""))


def test_changes_are_told_to_programs(tmp_path: pathlib.Path) -> None:
    """Each with its place in both records."""
    old, new = held(tmp_path, old=MARCH, new=bm.replace_at(MARCH, "items", [bm.Item("Welcome"), *MARCH.items]))
    ran = run("diff", old, new, "--json")

    assert [("added", "items[0]", None)] == [
        (one["kind"], one["path"], one["old_path"]) for one in ran.json()["changes"]
    ]
    assert ["items[0]: added Item(title='Welcome'"] == [one["text"].partition(",")[0] for one in ran.json()["changes"]]
    assert {"changes": []} == run("diff", old, old, "--json").json()


def test_changes_become_a_document(tmp_path: pathlib.Path) -> None:
    """Of the kind and in the language that are asked for."""
    [old] = held(tmp_path, old=MARCH)
    new = bm.dumps(bm.replace_at(MARCH, "items[0].title", "High tides"), "yaml").encode()
    ran = run("diff", old, "-", "-o", tmp_path / "changes.txt", "--kind", "agenda", input=new)

    text = (tmp_path / "changes.txt").read_text()

    assert 1 == ran.status
    assert bm.render([MARCH, bm.loads(new, "yaml")], "txt", kind=Comparison(kind=Agenda())).decode() == text


@pytest.mark.parametrize("turned", [False, True])
def test_a_document_for_the_public_hides_what_either_record_restricts(tmp_path: pathlib.Path, *, turned: bool) -> None:
    """Those who may see everything ask for it."""
    shown = bm.Item("Bids", minutes="Bo Lund bid five million.")
    hidden = attrs.evolve(shown, restriction="commercial", public_title="A contract")
    paths = held(tmp_path, old=attrs.evolve(MARCH, items=[shown]), new=attrs.evolve(MARCH, items=[hidden]))
    texts = []
    for audience in ("public", "full"):
        run("diff", *(reversed(paths) if turned else paths), "-o", tmp_path / "changes.txt", "-a", audience)
        texts.append((tmp_path / "changes.txt").read_text())

    assert [(False, False), (True, True)] == [("Bids" in text, "million" in text) for text in texts]
    assert "A contract" in texts[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["old.yaml", "new.yaml", "-o", "changes.zip"], "changes.zip needs the suffix of a format: "),
        (["old.html", "new.yaml", "-o", "old.html"], "old.html would replace what it is made of"),
        (["-", "-"], "stdin can be read once; give - once"),
        (["old.yaml", "new.yaml", "--kind", "minuets"], "minuets"),
        (["log.html", "new.yaml"], "log.html carries 2 meetings; `boardminutes extract --meeting` takes one"),
    ],
)
def test_what_cannot_be_compared_is_told(
    said: list[str], why: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do."""
    held(tmp_path, old=MARCH, new=MARCH)
    bm.write(MARCH, tmp_path / "old.html")
    bm.write([MARCH, attrs.evolve(MARCH, title="Spring")], tmp_path / "log.html", kind="actions")
    monkeypatch.chdir(tmp_path)
    ran = run("diff", *said)

    assert (2, True) == (ran.status, why in told(ran.err))


def test_a_record_that_cannot_be_read_is_named(tmp_path: pathlib.Path) -> None:
    """There is nothing to compare it with."""
    [new] = saved(tmp_path, "new.yaml")
    ran = run("diff", tmp_path / "old.yaml", new)

    assert (3, True) == (ran.status, f"{tmp_path / 'old.yaml'}: No such file or directory" in ran.err)


def test_next_agenda_follows_of_a_folder(tmp_path: pathlib.Path) -> None:
    """It is a data file with what the records lead to."""
    march = attrs.evolve(MARCH, minutes_status=bm.MinutesStatus.SIGNED)
    held(tmp_path, march=march, may=attrs.evolve(MARCH, start=dt.date(2026, 5, 7), number="2"))
    ran = run("next-agenda", tmp_path, "--start", "2026-07-02T10:00", "--venue", "Hall", "-o", tmp_path / "july.json")
    draft = bm.load(tmp_path / "july.json")

    assert (0, "") == (ran.status, ran.err)
    assert (BOARD, dt.datetime(2026, 7, 2, 10, 0), "Hall", "3") == (draft.body, draft.start, draft.venue, draft.number)
    assert ["Minutes of Thursday 7 May 2026", "Matters arising", "Tides"] == [item.title for item in draft.items]


def test_next_agenda_takes_the_body_and_its_year(tmp_path: pathlib.Path) -> None:
    """Meetings of others are left out, and numbers begin anew with the year."""
    last = attrs.evolve(MARCH, start=dt.date(2026, 4, 2), number="7", year="2025/26")
    other = bm.Meeting(body="Audit Panel", start=dt.date(2026, 4, 1))
    paths = held(tmp_path, last=last, other=other)
    said = ("--body", BOARD, "--start", "2026-05-07")

    assert "number: '1'" in run("next-agenda", *paths, *said).out
    assert "number: '8'" in run("next-agenda", *paths, *said, "--year-begins", "05-14").out
    assert 3 == run("next-agenda", *paths).status


def test_items_run_on_where_that_is_said(tmp_path: pathlib.Path) -> None:
    """Whatever the numbers did before."""
    paths = held(tmp_path, march=MARCH)

    assert "number: '2.'" in run("next-agenda", *paths, "--start", "2026-04-02", "--run-on").out
    assert "number: '1.'" in run("next-agenda", *paths, "--start", "2026-04-02", "--no-run-on").out


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["--year-begins", "13-01"], "'13-01' is no month and day such as 05-14"),
        (["--year-begins", "W01-1"], "'W01-1' is no month and day such as 05-14"),
        (["--start", "soon"], "'soon' is no day or time"),
        (["-o", "next.pdf"], "needs a suffix that is written here"),
        (["-"], "meetings in series are files; give their names or their folder"),
    ],
)
def test_what_no_agenda_follows_of_is_told(said: list[str], why: str, tmp_path: pathlib.Path) -> None:
    """With what to give instead."""
    [path] = held(tmp_path, march=MARCH)
    ran = run("next-agenda", path, *said)

    assert (2, True) == (ran.status, why in told(ran.err))


def test_next_agenda_replaces_nothing_unless_it_may(tmp_path: pathlib.Path) -> None:
    """A record is not lost by a slip, and none of the series ever."""
    paths = held(tmp_path, march=MARCH)
    target = tmp_path / "next.yaml"
    target.write_text("old")

    assert (3, "old") == (run("next-agenda", *paths, "-o", target).status, target.read_text())
    assert (0, BOARD) == (run("next-agenda", *paths, "-o", target, "--overwrite").status, bm.load(target).body)
    assert 2 == run("next-agenda", *paths, "-o", paths[0], "--overwrite").status
    assert MARCH == bm.load(paths[0])
