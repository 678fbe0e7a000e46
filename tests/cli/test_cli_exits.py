"""Every command ends with the status that is documented, and never with a traceback."""

from __future__ import annotations

import datetime as dt
import pathlib

import pytest
from cli_support import BOARD, MEETING, PAGE, inside, run

import boardminutes as bm
from boardminutes.cli.exits import MEANINGS, Status
from boardminutes.cli.new import starter

BROKEN = "schema_version: 1\ntitel: Spring\n"

TABLE: list[tuple[str, Status]] = [
    ("--version", Status.DONE),
    ("--help", Status.DONE),
    ("render --help", Status.DONE),
    ("templates --help", Status.DONE),
    ("", Status.USAGE),
    ("templates", Status.USAGE),
    ("rendre", Status.USAGE),
    ("render", Status.USAGE),
    ("render good.yaml", Status.USAGE),
    ("render good.yaml -f pfd", Status.USAGE),
    ("render good.yaml -o minutes.pfd", Status.USAGE),
    ("render good.yaml -o minutes", Status.USAGE),
    ("render good.yaml -f pdf --kind minuets", Status.USAGE),
    ("render good.yaml -f pdf --language xx", Status.USAGE),
    ("render good.yaml -f pdf --language not-a-tag!", Status.USAGE),
    ("render good.yaml -f pdf --language a/b", Status.USAGE),
    ("render good.yaml -f pdf --kind a/b", Status.USAGE),
    ("render good.yaml -f pdf --theme none", Status.USAGE),
    ("render good.yaml -f txt --theme civic", Status.USAGE),
    ("render good.yaml -f pdf --theme none.toml", Status.INPUT),
    ("render good.yaml -f pdf --theme broken.toml", Status.INPUT),
    ("render good.yaml -f pdf --audience nobody", Status.USAGE),
    ("render good.yaml -f pdf -O paper=a3", Status.USAGE),
    ("render good.yaml -f pdf -O colour=red", Status.USAGE),
    ("render good.yaml -f pdf -O paper", Status.USAGE),
    ("render good.yaml -f pdf -O =a4", Status.USAGE),
    ("render good.yaml -f pdf -O paper=a4 -O paper=a4", Status.USAGE),
    ("render good.yaml -f pdf -O compact=perhaps", Status.USAGE),
    ("render good.yaml -f pdf -O fonts=none.ttf", Status.INPUT),
    ("render good.yaml -f docx -O template=none.docx", Status.INPUT),
    ("render good.yaml -f docx -O template=broken.yaml", Status.INPUT),
    ("render good.yaml -f pdf -K signature=yes -o out/", Status.DONE),
    ("render good.yaml -f pdf -k actions -K overdue_on=2026-02-30", Status.USAGE),
    ("render good.yaml -f pdf -k actions -K status=never", Status.USAGE),
    ("render good.yaml -f pdf -w 0", Status.USAGE),
    ("render good.yaml -f pdf --existing burn", Status.USAGE),
    ("render good.yaml good.yml -f pdf", Status.USAGE),
    ("render good.yaml good.json -f pdf -o -", Status.USAGE),
    ("render good.yaml -f pdf -f html -o out/ -f html", Status.DONE),
    ("render good.yaml -f pdf -f html -o minutes.pdf", Status.USAGE),
    ("render good.yaml good.json -f txt -o good.yml", Status.USAGE),
    ("render good.yaml good.json -f html -o good.yaml", Status.USAGE),
    ("render good.yaml -o good.yaml -f html", Status.USAGE),
    ("render good.yaml -f pdf -o other.docx", Status.USAGE),
    ("render good.yaml -f txt -o other.text", Status.DONE),
    ("render good.yaml -f pdf -o - --json", Status.USAGE),
    ("render - - -f pdf", Status.USAGE),
    ("render good.yaml good.json -f pdf --together", Status.USAGE),
    ("render good.yaml good.json -f pdf --together -o out/", Status.USAGE),
    ("render good.yaml good.json -f pdf --together -o all.pdf", Status.INPUT),
    ("render good.yaml good.json -k actions --together -o all.pdf", Status.DONE),
    ("render good.yaml -f txt", Status.DONE),
    ("render broken.yaml -f txt", Status.INPUT),
    ("render broken.yaml good.yaml -f txt -o out", Status.INPUT),
    ("render none.yaml -f txt", Status.INPUT),
    ("render none*.yaml -f txt", Status.INPUT),
    ("render em*y -f txt", Status.INPUT),
    ("render empty -f txt", Status.INPUT),
    ("render latin.yaml -f txt", Status.INPUT),
    ("render nothing.txt -f html", Status.INPUT),
    ("render page.txt -f html", Status.DONE),
    ("render good.yaml -f csv", Status.INPUT),
    ("render good.yaml -o good.yaml/minutes.pdf", Status.INPUT),
    ("read page.txt", Status.DONE),
    ("read page.txt --reader moderngov-text", Status.DONE),
    ("read page.txt --reader none", Status.USAGE),
    ("read page.txt --to xml", Status.USAGE),
    ("read good.yaml", Status.INPUT),
    ("read none.txt", Status.INPUT),
    ("read empty", Status.INPUT),
    ("extract carrier.html", Status.DONE),
    ("extract carrier.html --meeting 1", Status.DONE),
    ("extract carrier.html --meeting 2", Status.USAGE),
    ("extract several.pdf", Status.USAGE),
    ("extract several.pdf --meeting 2", Status.DONE),
    ("extract page.txt", Status.INPUT),
    ("extract none.pdf", Status.INPUT),
    ("convert good.yaml", Status.DONE),
    ("convert good.yaml -o good.copy.json", Status.DONE),
    ("convert good.yaml -o good.pdf", Status.USAGE),
    ("convert good.yaml --to json -o other.yaml", Status.USAGE),
    ("convert good.yaml -o other", Status.DONE),
    ("convert good.yaml -o good.yml", Status.INPUT),
    ("convert good.yaml -o good.other.json --overwrite", Status.DONE),
    ("convert good.yaml -o good.yaml --overwrite", Status.USAGE),
    ("convert good.yaml -o none/good.json", Status.INPUT),
    ("convert several.pdf", Status.USAGE),
    ("convert broken.yaml", Status.INPUT),
    ("lint clean.yaml", Status.DONE),
    ("lint noted.yaml", Status.FINDINGS),
    ("lint noted.yaml --fail-on warning", Status.DONE),
    ("lint noted.yaml --fail-on never", Status.DONE),
    ("lint noted.yaml --ignore BM102", Status.DONE),
    ("lint noted.yaml --ignore BM000", Status.USAGE),
    ("lint noted.yaml --fail-on fatal", Status.USAGE),
    ("lint noted.yaml broken.yaml", Status.INPUT),
    ("actions good.yaml", Status.DONE),
    ("actions broken.yaml", Status.INPUT),
    ("actions good.yaml broken.yaml", Status.INPUT),
    ("actions good.yaml --csv --json", Status.USAGE),
    ("actions good.yaml --overdue-on tomorrow", Status.USAGE),
    ("actions good.yaml --status late", Status.USAGE),
    ("actions good.yaml --language xx", Status.USAGE),
    ("schema", Status.DONE),
    ("schema -o none/schema.json", Status.INPUT),
    ("formats", Status.DONE),
    ("kinds", Status.DONE),
    ("new started.yaml", Status.DONE),
    ("new good.yaml", Status.INPUT),
    ("new none/started.yaml", Status.INPUT),
    ("new started.docx", Status.USAGE),
    ("new started.json", Status.USAGE),
    ("new started.yaml --start soon", Status.USAGE),
    ("templates export letterhead.docx", Status.DONE),
    ("templates export house.css --theme none", Status.USAGE),
    ("templates export house.css --theme civic", Status.DONE),
    ("templates export house.html", Status.DONE),
    ("templates export carrier.html", Status.INPUT),
    ("templates export good.yaml", Status.USAGE),
    ("templates export house.pdf", Status.USAGE),
    ("templates export house.html -f docx", Status.USAGE),
    ("templates export letterhead.dotx", Status.DONE),
    ("templates export page.html.j2", Status.DONE),
    ("templates check broken.yaml -f docx", Status.FINDINGS),
    ("templates check none.docx", Status.INPUT),
    ("preview", Status.USAGE),
    ("preview -", Status.USAGE),
    ("preview good.yaml --port 70000", Status.USAGE),
    ("preview good.yaml --kind minuets", Status.USAGE),
    ("preview good.yaml --language xx", Status.USAGE),
    ("preview none.yaml", Status.INPUT),
    ("preview empty", Status.INPUT),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a folder of files, good and bad."""
    made = tmp_path_factory.mktemp("files")
    for name in ("good.yaml", "good.yml", "good.json"):
        bm.save(MEETING, made / name)
    (made / "broken.yaml").write_text(BROKEN)
    (made / "broken.toml").write_text('accent = "nothing"\n')
    (made / "latin.yaml").write_bytes("schema_version: 1\nbody: Caf\xe9\n".encode("latin-1"))
    (made / "nothing.txt").write_text("nothing\n")
    (made / "page.txt").write_bytes(PAGE.read_bytes())
    (made / "carrier.html").write_bytes(bm.render(MEETING, "html"))
    (made / "several.pdf").write_bytes(bm.render([MEETING, MEETING], "pdf", kind="actions"))
    clean = bm.loads(starter(BOARD, dt.datetime(2026, 3, 5)), "yaml")
    bm.save(clean, made / "clean.yaml")
    bm.save(bm.replace_at(clean, "items[1].minutes[2].due", None), made / "noted.yaml")
    (made / "empty").mkdir()
    return made


@pytest.mark.parametrize(("command", "status"), TABLE, ids=[command or "nothing" for command, _ in TABLE])
def test_command_ends_with_its_status(command: str, status: Status, folder: pathlib.Path) -> None:
    """What went wrong is told in sentences on stderr, and nothing else is told there of what went well."""
    with inside(folder):
        ran = run(*command.split())

    assert (status, False) == (ran.status, "Traceback" in ran.err)
    assert status in {Status.DONE, Status.FINDINGS} or ran.err or "Usage" in ran.out


def test_every_status_has_a_meaning() -> None:
    """The reference lists all of them."""
    assert list(Status) == list(MEANINGS)
