"""The example of a folder that is published, asked by Flask's own client."""

import datetime as dt
import hashlib
import pathlib
import re

import pytest
from flask.testing import FlaskClient
from flask_app import create_app

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.testing.samples import CANARY

PLAN = bm.Item("Dredging plan", number="7.", minutes=[bm.Action("Publish the plan")])
MEETING = bm.Meeting(body="Harbour & Quay Board", start=dt.date(2026, 3, 5), items=[PLAN])


@pytest.fixture
def client(tmp_path: pathlib.Path) -> FlaskClient:
    """Publish two meetings."""
    bm.save(MEETING, tmp_path / "cyfarfod-ŵyl.yaml")
    bm.save(sample_meeting(), tmp_path / "spring.yaml")
    return create_app(str(tmp_path)).test_client()


def test_every_link_leads_to_something(client: FlaskClient) -> None:
    """From the list one gets to the pages, their style and their files."""

    seen, left = set[str](), ["/"]
    while left:
        address = left.pop()
        answer = client.get(address)
        assert (address, 200) == (address, answer.status_code)
        seen.add(address)
        if answer.mimetype == "text/html":
            found = re.findall(r'href="(/[^"#]*)', answer.text)
            left.extend(one for one in found if one not in seen and one not in left)

    assert {"/", "/minutes.css", "/spring/", "/spring/minutes.pdf", "/cyfarfod-%C5%B5yl/minutes.docx"} <= seen


def test_a_page_holds_the_public_minutes_once_escaped(client: FlaskClient) -> None:
    """The fragment is taken as HTML, and the page's own texts as text."""

    page, spring = (client.get(f"/{name}/").text for name in ("cyfarfod-ŵyl", "spring"))

    assert bm.render(MEETING, "html", fragment=True).decode() in page
    assert "<title>Harbour &amp; Quay Board, 2026-03-05</title>" in page
    assert CANARY not in spring


def test_a_download_keeps_its_name_and_is_sent_once(client: FlaskClient) -> None:
    """Name, media type and tag are those of the file."""

    content = bm.render(MEETING, "pdf")
    first = client.get("/cyfarfod-ŵyl/minutes.pdf")
    again = client.get("/cyfarfod-ŵyl/minutes.pdf", headers={"If-None-Match": first.headers["ETag"]})

    assert (content, "application/pdf") == (first.data, first.mimetype)
    assert f'"{hashlib.sha256(content).hexdigest()}"' == first.headers["ETag"]
    assert "filename*=UTF-8''cyfarfod-%C5%B5yl.pdf" in first.headers["Content-Disposition"]
    assert (304, b"") == (again.status_code, again.data)


@pytest.mark.parametrize("address", ["/winter/", "/..%2Fspring/", "/spring/minutes.pfd"])
def test_what_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    """A name leads to no other file."""

    answer = client.get(address)

    assert 404 == answer.status_code


@pytest.mark.parametrize("format", ["pfd", "csv", "xlsx", "json"])
def test_a_format_that_is_not_offered_is_a_problem_that_lists_those_there_are(client: FlaskClient, format: str) -> None:
    """One that is installed and has no minutes to show is no fault of the server."""

    answer = client.get(f"/spring/minutes.{format}")

    assert (404, "application/problem+json", ["docx", "pdf"]) == (
        answer.status_code,
        answer.mimetype,
        answer.get_json()["known"],
    )


def test_a_data_file_is_checked(client: FlaskClient) -> None:
    """What it cannot hold is told with paths, and of a record that stands what a clerk would look at."""

    bad = client.post("/check", data=b'{"schema_version": 1, "item": []}')
    good = client.post("/check", data=bm.dumps(MEETING))

    assert (422, [{"path": "", "message": 'unknown field "item"; did you mean "items"?'}]) == (
        bad.status_code,
        bad.get_json()["problems"],
    )
    assert (200, [f"{one}; {one.hint}" for one in bm.lint(MEETING)]) == (good.status_code, good.get_json()["findings"])
    assert bm.lint(MEETING)
