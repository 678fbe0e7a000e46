"""Build a site of files from a folder of meetings: an index by year, pages, PDF and Word files, and a feed.

Run: python examples/static_site.py [FOLDER], which takes the data files in FOLDER/meetings and builds FOLDER/site anew.
Where there is no FOLDER/meetings, it begins with some meetings of its own.
"""

from __future__ import annotations

import datetime as dt
import itertools
import pathlib
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from typing import Final

import attrs
import jinja2
from markupsafe import Markup

import boardminutes as bm

ADDRESS: Final = "https://harbour.example/minutes/"
FORMATS: Final = ("pdf", "docx")
DATA: Final = {".json", ".yaml", ".yml"}

FRAME: Final = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title><link rel="stylesheet" href="{{ top }}style.css">
<link rel="alternate" type="application/atom+xml" href="{{ top }}feed.xml" title="New minutes"></head>
<body style="max-width: 46rem; margin: auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif">
{% block body %}{% endblock %}</body>
</html>
"""
INDEX: Final = """{% extends 'frame' %}{% block body %}<main><h1>{{ title }}</h1>
{% for year, entries in years %}
<h2>{{ year }}</h2>
<ul>
{% for one in entries %}
<li><a href="{{ one.path }}index.html">{{ one.title }}</a>
{%- for name in formats %}, <a href="{{ one.path }}minutes.{{ name }}" aria-label="{{ one.title }}, {{ name.upper() }}">
{{- name.upper() }}</a>{% endfor %}</li>
{% endfor %}
</ul>
{% endfor %}</main>{% endblock %}"""
PAGE: Final = """{% extends 'frame' %}{% block body %}<nav><a href="{{ top }}index.html">All minutes</a>
{%- for name in formats %}, <a href="minutes.{{ name }}">{{ name.upper() }}</a>{% endfor %}</nav>
<main>{{ minutes }}</main>{% endblock %}"""

LOADER: Final = jinja2.DictLoader({"frame": FRAME, "index": INDEX, "page": PAGE})
TEMPLATES: Final = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, loader=LOADER)


@attrs.frozen
class Entry:
    """One meeting of the site, with the folder of its files, its name in lists, and its day."""

    meeting: bm.Meeting
    path: str
    title: str
    day: dt.date


def entry(file: pathlib.Path) -> Entry:
    """Return the meeting of a data file; a site by year needs its day."""
    meeting = bm.load(file)
    day = meeting.start.date() if isinstance(meeting.start, dt.datetime) else meeting.start
    if not isinstance(day, dt.date):
        raise SystemExit(f"{file}: give the day of the meeting in start")
    title = ": ".join(filter(None, [meeting.body, bm.compose(meeting).title]))
    return Entry(meeting, f"{day.year}/{file.stem}/", title, day)


def data_files(folder: pathlib.Path) -> list[pathlib.Path]:
    """Return the files of a folder that hold a meeting, each of which gives its name to a page."""
    found = [file for file in folder.iterdir() if file.suffix.lower() in DATA and not file.name.startswith(".")]
    for one, other in itertools.pairwise(sorted(found)):
        if one.stem == other.stem:
            raise SystemExit(f"{one} and {other} would have one page: keep one of them")
    return found


def feed(entries: list[Entry]) -> bytes:
    """Return the newest minutes as an Atom feed (RFC 4287), each with the day of its meeting: no clock is asked."""
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    ET.SubElement(root, "title").text = "New minutes"
    ET.SubElement(root, "id").text = ADDRESS
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "The clerk"
    ET.SubElement(root, "updated").text = f"{entries[0].day if entries else dt.date(1970, 1, 1)}T00:00:00Z"
    for one in entries[:20]:
        child = ET.SubElement(root, "entry")
        ET.SubElement(child, "link", href=f"{ADDRESS}{one.path}index.html")
        for name, text in (("title", one.title), ("id", ADDRESS + one.path), ("updated", f"{one.day}T00:00:00Z")):
            ET.SubElement(child, name).text = text
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def build(meetings: pathlib.Path, site: pathlib.Path) -> None:
    """Build the site of a folder of data files: the public minutes alone, and the same bytes each time."""
    entries = sorted(map(entry, data_files(meetings)), key=lambda one: (one.day, one.path), reverse=True)
    new, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    for one in entries:
        (new / one.path).mkdir(parents=True)
        for name in FORMATS:
            bm.write(one.meeting, new / one.path / f"minutes.{name}")
        minutes = Markup(bm.render(one.meeting, "html", fragment=True).decode())  # noqa: S704 - its texts are escaped
        page = TEMPLATES.get_template("page").render(title=one.title, top="../../", minutes=minutes, formats=FORMATS)
        (new / one.path / "index.html").write_text(page, encoding="utf-8")
    years = [(year, list(group)) for year, group in itertools.groupby(entries, lambda one: one.day.year)]
    index = TEMPLATES.get_template("index").render(title="Minutes", top="", years=years, formats=FORMATS)
    (new / "index.html").write_text(index, encoding="utf-8")
    (new / "feed.xml").write_bytes(feed(entries))
    bm.templates.export(new / "style.css", "article-css")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)  # a whole site in the place of a whole site; what was withdrawn is gone
    shutil.rmtree(old, ignore_errors=True)


def main(folder: pathlib.Path) -> None:
    """Build the site of the meetings in a folder; of some made up ones where there are none."""
    meetings = folder / "meetings"
    if not meetings.exists():
        meetings.mkdir(parents=True)
        for day in (dt.date(2025, 11, 6), dt.date(2026, 3, 5), dt.date(2026, 5, 7)):
            made_up = bm.Meeting(body="Harbour & Quay Board", start=day, items=[bm.Item("Dredging plan")])
            bm.save(made_up, meetings / f"{day}.yaml")
    build(meetings, folder / "site")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
