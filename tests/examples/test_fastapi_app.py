"""The example of minutes over HTTP, asked by FastAPI's own client."""

import datetime as dt
import hashlib
import pathlib
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from accept_header import preferred
from fastapi.testclient import TestClient
from fastapi_app import OFFERED, app

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.testing.samples import CANARY

MEETING = bm.Meeting(
    body="Bwrdd Harbwr y Tŵr",
    start=dt.date(2026, 3, 5),
    items=[bm.Item("Sale of the east quay", number="3.", public_title="Land", restriction="commercial confidence")],
)


@pytest.fixture
def client(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Serve a folder with two meetings and a broken file."""
    bm.save(MEETING, tmp_path / "tower.yaml")
    bm.save(sample_meeting(), tmp_path / "spring.yaml")
    (tmp_path / "broken.yaml").write_text("schema_version: 1\nbody: [secret offer]\n", encoding="utf-8")
    monkeypatch.setenv("MEETINGS", str(tmp_path))
    monkeypatch.setenv("CLERK_TOKEN", "open sesame")
    with TestClient(app, raise_server_exceptions=False) as found:
        yield found


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_each_format_is_sent_under_its_media_type(client: TestClient, name: str) -> None:
    """The bytes are those of `render`, and their length is told."""

    answer = client.get("/meetings/spring/minutes", headers={"Accept": bm.media_type(name)})

    assert (200, bm.media_type(name)) == (answer.status_code, answer.headers["content-type"].partition(";")[0])
    assert bm.render(sample_meeting(), name) == answer.content
    assert str(len(answer.content)) == answer.headers["content-length"]
    assert "Accept, Authorization" == answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "html"),
        ("*/*", "html"),
        ("application/pdf", "pdf"),
        ("Application/PDF", "pdf"),
        ("text/html;q=0.2, application/pdf;q=0.9", "pdf"),
        ("text/html; q=0.2 , text/*;q=0.5", "md"),
        ("text/html;q=0, */*;q=0.1", "pdf"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("application/*", "pdf"),
        ("application/json", None),
        ("text/html;q=0", None),
        ("text/html;level=1", "html"),
        ("text/html;charset=utf-8", "html"),
        ("text/plain;q=0.25,text/markdown;q=0.250", "md"),
        ("application/pdf;q=0.5;page=1, text/plain;q=0.9", "txt"),
    ],
)
def test_the_format_that_a_client_likes_best_is_found(accept: str, expected: str | None) -> None:
    """Qualities and ranges count as RFC 9110 says, and of equals the server's favourite wins."""

    assert expected == preferred(accept, OFFERED)


def test_no_format_that_is_accepted_is_a_problem_that_lists_those_there_are(client: TestClient) -> None:
    """The client can choose again."""

    answer = client.get("/meetings/tower/minutes", headers={"Accept": "image/png"})

    assert (406, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert {
        "status": 406,
        "title": "Not Acceptable",
        "detail": f"accept one of: {', '.join(OFFERED.values())}",
    } == answer.json()


def test_a_download_keeps_its_name(client: TestClient) -> None:
    """The name of the body is told as RFC 8187 writes it, with a plain one for those who cannot read it."""

    answer = client.get("/meetings/tower/minutes.pdf")

    assert (
        "attachment; filename=\"minutes.pdf\"; filename*=UTF-8''Bwrdd%20Harbwr%20y%20T%C5%B5r.pdf"
        == answer.headers["content-disposition"]
    )
    assert bm.render(MEETING, "pdf") == answer.content


def test_a_large_download_comes_in_pieces(client: TestClient) -> None:
    """More than one piece is sent, and together they are the file."""

    with client.stream("GET", "/meetings/spring/minutes.pdf") as answer:
        pieces = list(answer.iter_raw())

    assert len(pieces) > 1
    assert bm.render(sample_meeting(), "pdf") == b"".join(pieces)


def test_who_has_the_bytes_gets_them_not_again(client: TestClient) -> None:
    """The tag is that of the exact bytes, for the same meeting gives the same ones."""

    tag = f'"{hashlib.sha256(bm.render(MEETING, "html")).hexdigest()}"'
    first = client.get("/meetings/tower/minutes")
    again = client.get("/meetings/tower/minutes", headers={"If-None-Match": f'"other", W/{tag}'})
    other = client.get("/meetings/tower/minutes", headers={"If-None-Match": tag, "Accept": "application/pdf"})

    assert (tag, 304, b"", 200) == (first.headers["etag"], again.status_code, again.content, other.status_code)


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"Authorization": "Bearer guess"}, 403), ({"Authorization": "Bearer é".encode()}, 403)],
)
def test_the_whole_record_needs_the_clerk_s_token(
    client: TestClient, headers: dict[str, str | bytes], status: int
) -> None:
    """Whoever shows none or a wrong one sees nothing, and is told so as a problem."""

    answer = client.get("/meetings/spring/minutes?audience=full", headers=headers)

    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert CANARY not in answer.text


def test_no_token_opens_a_server_that_has_none(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no token is set, nobody is the clerk."""

    monkeypatch.delenv("CLERK_TOKEN")

    assert (
        403 == client.get("/meetings/spring/minutes?audience=full", headers={"Authorization": "Bearer x"}).status_code
    )


def test_the_clerk_sees_the_whole_record_and_nobody_keeps_it(client: TestClient) -> None:
    """Restricted matter is in the answer to the clerk alone, and no cache may hold it."""

    clerk = {"Authorization": "Bearer open sesame"}
    public, whole = (
        client.get(f"/meetings/spring/minutes?audience={name}", headers=clerk) for name in ("public", "full")
    )

    assert (False, True) == (CANARY in public.text, CANARY in whole.text)
    assert ("no-cache", "private, no-store") == (public.headers["cache-control"], whole.headers["cache-control"])


def test_a_meeting_that_is_sent_becomes_minutes(client: TestClient) -> None:
    """The body of the request is a data file."""

    answer = client.post("/minutes", content=bm.dumps(MEETING), headers={"Accept": "text/plain"})

    assert bm.render(MEETING, "txt") == answer.content


def test_what_is_wrong_in_a_meeting_that_is_sent_is_told_with_paths(client: TestClient) -> None:
    """A form can show each problem beside its field."""

    answer = client.post("/minutes", content=b'{"schema_version": 1, "items": [{"titel": "Pay"}]}')

    assert (422, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert {
        "status": 422,
        "title": HTTPStatus.UNPROCESSABLE_ENTITY.phrase,  # which Python 3.13 calls otherwise
        "error": "InvalidMinutesError",
        "problems": [
            {"path": "items[0]", "message": 'unknown field "titel"; did you mean "title"?'},
            {"path": "items[0]", "message": 'lacks the field "title"'},
        ],
    } == {name: value for name, value in answer.json().items() if name != "detail"}


@pytest.mark.parametrize("format", ["pfd", "csv", "xlsx", "json"])
def test_a_download_that_is_not_offered_is_a_problem_that_lists_those_there_are(
    client: TestClient, format: str
) -> None:
    """One that is installed and has no minutes to show is no fault of the server."""

    answer = client.get(f"/meetings/tower/minutes.{format}")

    assert (404, "application/problem+json", sorted(OFFERED)) == (
        answer.status_code,
        answer.headers["content-type"],
        answer.json()["known"],
    )


def test_an_unknown_language_is_a_problem_that_lists_the_known_ones(client: TestClient) -> None:
    """The client can choose again."""

    answer = client.get("/meetings/tower/minutes?lang=xx")

    assert (404, True) == (answer.status_code, len(answer.json()["known"]) > 1)


@pytest.mark.parametrize(
    ("path", "faulty"),
    [("/meetings/tower/minutes?audience=all", "query.audience"), ("/meetings/A/minutes", "path.name")],
)
def test_what_is_wrong_in_an_address_is_a_problem_with_its_path(client: TestClient, path: str, faulty: str) -> None:
    """What FastAPI finds takes the form of all other errors."""

    answer = client.get(path)

    assert (422, "application/problem+json", [faulty]) == (
        answer.status_code,
        answer.headers["content-type"],
        [one["path"] for one in answer.json()["problems"]],
    )
    assert {"status", "title", "detail", "problems"} == set(answer.json())
    assert all(one["message"] for one in answer.json()["problems"])


@pytest.mark.parametrize(
    ("path", "status"),
    [("/meetings/winter/minutes", 404), ("/meetings/..%2Ftower/minutes", 404), ("/meetings/A/minutes", 422)],
)
def test_no_other_file_is_read(client: TestClient, path: str, status: int) -> None:
    """A name is one of the files in the folder."""

    assert status == client.get(path).status_code


def test_a_broken_record_is_the_server_s_fault_and_told_to_nobody(client: TestClient) -> None:
    """The words of a stored file are not in the answer."""

    answer = client.get("/meetings/broken/minutes")

    assert (500, False) == (answer.status_code, "secret" in answer.text)


@pytest.mark.parametrize(("method", "path", "status"), [("DELETE", "/minutes", 405), ("GET", "/elsewhere", 404)])
def test_what_the_framework_refuses_is_a_problem_too(client: TestClient, method: str, path: str, status: int) -> None:
    """Clients read one form of error, whoever refuses."""

    answer = client.request(method, path)

    assert (status, "application/problem+json", status) == (
        answer.status_code,
        answer.headers["content-type"],
        answer.json()["status"],
    )
