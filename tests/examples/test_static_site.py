"""The example of a site of files."""

import datetime as dt
import html.parser
import pathlib
import urllib.parse
import xml.etree.ElementTree as ET

import pytest
from static_site import ADDRESS, build, main

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.testing.samples import CANARY

ATOM = "{http://www.w3.org/2005/Atom}"


class Page(html.parser.HTMLParser):
    """The links, names of places and headings of a page."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.headings: list[str] = []
        self._is_heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep links and places."""
        self._is_heading = tag == "h2"
        self.links += [value for name, value in attrs if name == "href" and value]
        self.places |= {value for name, value in attrs if name == "id" and value}

    def handle_data(self, data: str) -> None:
        """Keep headings."""
        if self._is_heading:
            self.headings.append(data)
        self._is_heading = False


def files(folder: pathlib.Path) -> dict[str, bytes]:
    """Return what a folder holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """Keep two years of meetings."""
    for day in ("2025-11-06", "2026-03-05"):
        meeting = bm.Meeting(
            body="Harbour & Quay Board",
            start=dt.date.fromisoformat(day),
            items=[bm.Item("Dredging <plan>", number="7.")],
        )
        bm.save(meeting, tmp_path / f"board-{day}.yaml")
    bm.save(sample_meeting(), tmp_path / "spring.yaml")
    return tmp_path


def test_every_link_leads_somewhere(folder: pathlib.Path) -> None:
    """A link within the site names a file of it, and a place that is on that page."""

    build(folder, folder / "site")
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in (folder / "site").rglob("*.html")}
    links = [
        (path, link) for path, page in pages.items() for link in page.links if "//" not in link and ":" not in link
    ]

    assert len(links) > 20
    for path, link in links:
        target, _, place = urllib.parse.unquote(link).partition("#")
        found = (path.parent / target).resolve() if target else path
        assert found.is_file(), (path, link)
        assert not place or place in pages[found].places, (path, link)


def test_the_newest_meeting_is_first_and_every_file_is_linked(folder: pathlib.Path) -> None:
    """The index is by year, and from it one gets to all pages and files."""

    build(folder, folder / "site")
    index = Page((folder / "site" / "index.html").read_text(encoding="utf-8"))
    made = files(folder / "site")

    assert ["2026", "2025"] == index.headings
    assert ["2026/spring/", "2026/board-2026-03-05/", "2025/board-2025-11-06/"] == [
        link.removesuffix("index.html") for link in index.links if link.endswith("/index.html")
    ]
    assert {"index.html"} == set(made) - set(index.links)


def test_files_are_those_of_the_public_minutes(folder: pathlib.Path) -> None:
    """Each is what `render` makes, and nothing restricted is in any of them."""

    build(folder, folder / "site")
    made = files(folder / "site")

    assert bm.render(sample_meeting(), "pdf") == made["2026/spring/minutes.pdf"]
    assert bm.render(sample_meeting(), "docx") == made["2026/spring/minutes.docx"]
    assert bm.render(sample_meeting(), "html", fragment=True) in made["2026/spring/index.html"]
    assert [] == [name for name, content in made.items() if CANARY.encode() in content]
    assert b"Harbour &amp; Quay Board: Minutes, Thursday 6 November 2025" in made["index.html"]


def test_the_feed_has_each_meeting_under_its_address(folder: pathlib.Path) -> None:
    """What a feed must have is there, the newest first."""

    build(folder, folder / "site")
    feed = ET.parse(folder / "site" / "feed.xml").getroot()  # noqa: S314 - we wrote it

    assert (f"{ATOM}feed", ADDRESS, "2026-05-07T00:00:00Z") == (
        feed.tag,
        feed.findtext(f"{ATOM}id"),
        feed.findtext(f"{ATOM}updated"),
    )
    assert [f"{ADDRESS}2026/spring/", f"{ADDRESS}2026/board-2026-03-05/", f"{ADDRESS}2025/board-2025-11-06/"] == [
        one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")
    ]


def test_a_meeting_that_is_withdrawn_goes_and_the_rest_stays_the_same(folder: pathlib.Path) -> None:
    """Built again, the site has the same bytes, without what is no longer kept."""

    build(folder, folder / "site")
    before = files(folder / "site")
    build(folder, folder / "site")
    again = files(folder / "site")
    (folder / "spring.yaml").unlink()
    build(folder, folder / "site")
    after = files(folder / "site")

    assert before == again
    assert {"2026/spring/index.html", "2026/spring/minutes.pdf", "2026/spring/minutes.docx"} == set(before) - set(after)


@pytest.mark.parametrize("fault", ["schema_version: 1\nitems: 7\n", "title: \U00012000\nstart: 2026-06-04\n"])
def test_a_bad_file_leaves_the_old_site_whole(fault: str, folder: pathlib.Path) -> None:
    """Be it no meeting, or one that cannot be shown; once it is mended the new site is there, and nothing beside it."""

    build(folder, folder / "site")
    before = files(folder / "site")
    (folder / "bad.yaml").write_text(fault, encoding="utf-8")
    with pytest.raises(bm.BoardMinutesError):
        build(folder, folder / "site")
    after = files(folder / "site")
    (folder / "bad.yaml").unlink()
    (folder / "spring.yaml").unlink()
    build(folder, folder / "site")

    assert before == after
    assert "2026/spring/index.html" not in files(folder / "site")
    assert ["site"] == [path.name for path in folder.iterdir() if path.is_dir()]


def test_a_site_of_no_meetings_is_one(tmp_path: pathlib.Path) -> None:
    """An index without years, and a feed without entries."""

    build(tmp_path, tmp_path / "site")

    assert {"index.html", "feed.xml", "style.css"} == set(files(tmp_path / "site"))


def test_a_meeting_without_a_day_is_told(tmp_path: pathlib.Path) -> None:
    """The file is named, and what to do."""

    bm.save(bm.Meeting(start=bm.TBC), tmp_path / "later.yaml")

    with pytest.raises(SystemExit, match=r"later\.yaml: give the day of the meeting in start"):
        build(tmp_path, tmp_path / "site")


def test_two_files_of_one_name_are_told(tmp_path: pathlib.Path) -> None:
    """Such as what is left beside a file that was brought into another form."""
    for name in ("march.json", "march.yaml"):
        bm.save(bm.Meeting(start=dt.date(2026, 3, 5)), tmp_path / name)

    with pytest.raises(SystemExit, match=r"march\.json and .*march\.yaml would have one page: keep one of them"):
        build(tmp_path, tmp_path / "site")


def test_the_program_builds_a_site(tmp_path: pathlib.Path) -> None:
    """Its own meetings are three, in two years."""

    main(tmp_path)

    assert 3 == len(list((tmp_path / "site").glob("*/*/minutes.pdf")))


def test_meetings_that_are_there_are_the_site(tmp_path: pathlib.Path) -> None:
    """Of YAML and of JSON; nothing is put in their place."""
    meetings = tmp_path / "meetings"
    meetings.mkdir()
    for number, suffix in enumerate(("yaml", "yml", "json"), start=1):
        bm.save(bm.Meeting(body="Lock Board", start=dt.date(2026, 3, number)), meetings / f"{number}.{suffix}")
    (meetings / "notes.txt").write_text("no meeting", encoding="utf-8")
    before = files(meetings)

    main(tmp_path)

    assert before == files(meetings)
    assert 3 == (tmp_path / "site" / "index.html").read_text(encoding="utf-8").count("index.html")
