"""The page answers its own requests, and nobody else's."""

from __future__ import annotations

import pathlib
import socket
from collections.abc import Iterator

import pytest
from preview_support import ask, meeting, renditions, served

import boardminutes as bm
from boardminutes.cli.preview.server import PreviewServer


@pytest.fixture
def server(tmp_path: pathlib.Path) -> Iterator[PreviewServer]:
    """Yield the server of a meeting's preview."""
    path = tmp_path / "<b>&.yaml"
    bm.save(meeting(), path)
    with served(renditions(path)) as running:
        yield running


def test_address_is_of_this_machine_and_cannot_be_guessed(server: PreviewServer) -> None:
    """It listens on the loopback address alone, and holds 32 random bytes."""
    other = PreviewServer(server.renditions)
    other.server_close()

    assert "127.0.0.1" == server.socket.getsockname()[0]
    assert server.address == f"http://127.0.0.1:{server.server_address[1]}/{server.doorkeeper.secret}/"
    assert 43 <= len(server.doorkeeper.secret)
    assert server.doorkeeper.secret != other.doorkeeper.secret
    assert server.doorkeeper.secret not in repr(server.doorkeeper)


def test_page_names_the_file_as_text(server: PreviewServer) -> None:
    """A name of a file is no mark-up."""
    page = ask(server, "")

    assert (200, "text/html; charset=utf-8") == (page.status, page.headers["Content-Type"])
    assert b"<h1>&lt;b&gt;&amp;.yaml</h1>" in page.body


@pytest.mark.parametrize(
    ("path", "media_type", "beginning"),
    [
        ("preview.css", "text/css; charset=utf-8", b":root"),
        ("preview.js", "text/javascript; charset=utf-8", b"//"),
        ("1/document.html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("1/document.pdf", "application/pdf", b"%PDF-"),
        ("1/document.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("state?x=1", "application/json", b"{"),
    ],
)
def test_what_belongs_to_the_page_is_served(
    path: str, media_type: str, beginning: bytes, server: PreviewServer
) -> None:
    """Each with its type; a Word document is saved and not shown."""
    ask(server, "state")
    answer = ask(server, path)

    assert (200, media_type) == (answer.status, answer.headers["Content-Type"])
    assert answer.body.startswith(beginning)
    assert path.endswith("docx") == ("Content-Disposition" in answer.headers)


@pytest.mark.parametrize(
    "path",
    ["none", "2/document.pdf", "1/document.txt", "0/document.pdf", "1/document.docx.pdf", "../state", "1/../state"],
)
def test_nothing_else_is_served(path: str, server: PreviewServer) -> None:
    """Only this file's documents can be had."""
    ask(server, "state")

    assert 404 == ask(server, path).status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": ""}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site", "Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
)
def test_requests_of_other_sites_are_refused(headers: dict[str, str], status: int, server: PreviewServer) -> None:
    """By the host, the origin or what the browser says of where the request comes from, even with the secret."""
    for path in ("", "state", "1/document.html"):
        ask(server, "state")
        assert status == ask(server, path, **headers).status


@pytest.mark.parametrize("second", ["evil.example", None])
def test_a_second_host_is_refused(second: str | None, server: PreviewServer) -> None:
    """Even one that says the same; which of them counts is nobody's to guess."""
    host = second or f"127.0.0.1:{server.doorkeeper.port}"

    assert 403 == ask(server, "", host=host).status


def test_the_page_may_be_asked_for_as_localhost(server: PreviewServer) -> None:
    """Then its own requests have that origin."""
    host = f"localhost:{server.doorkeeper.port}"

    assert 200 == ask(server, "state", Host=host, Origin=f"http://{host}").status
    assert 403 == ask(server, "state", Origin=f"http://{host}").status


@pytest.mark.parametrize("secret", ["", "wrong", "caf%E9"])
def test_without_the_secret_there_is_nothing(secret: str, server: PreviewServer) -> None:
    """Another program of this machine would have to guess it."""
    answer = ask(server, "state", secret=secret)

    assert (404, b"there is nothing here\n") == (answer.status, answer.body)


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "DELETE", "PROPFIND"])
def test_nothing_can_be_changed(method: str, server: PreviewServer) -> None:
    """No method but GET and HEAD is answered, so no other site is told that it may ask."""
    answer = ask(server, "", method=method)

    assert (405, False) == (answer.status, any(name.startswith("Access-Control") for name in answer.headers))


def test_head_has_no_body(server: PreviewServer) -> None:
    """It says what GET would send."""
    answer = ask(server, "", method="HEAD")

    assert (200, b"", True) == (answer.status, answer.body, int(answer.headers["Content-Length"]) > 0)


def test_every_answer_bears_the_headers_that_protect_it(server: PreviewServer) -> None:
    """No scripts but ours, no frame but ours, no guessing of types, no trace elsewhere."""
    ask(server, "state")
    page, document, refused = ask(server, ""), ask(server, "1/document.html"), ask(server, "", Host="evil.example")

    for answer in (page, document, refused):
        assert {
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }.items() <= answer.headers.items()
    policies = {
        name: answer.headers["Content-Security-Policy"] for name, answer in (("page", page), ("document", document))
    }
    assert ("DENY", "SAMEORIGIN") == (page.headers["X-Frame-Options"], document.headers["X-Frame-Options"])
    assert "frame-ancestors 'none'" in policies["page"]
    assert "script-src 'self'" in policies["page"]
    assert "unsafe-inline" not in policies["page"]
    assert "frame-ancestors 'self'" in policies["document"]
    assert "script-src" not in policies["document"]
    assert all(policy.startswith("default-src 'none'") for policy in policies.values())


def test_a_request_that_cannot_be_answered_is_a_line(
    server: PreviewServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server goes on, and a browser that went away is nothing to tell of."""

    def faulty(error: Exception) -> None:
        def answer(_: PreviewServer, __: str) -> None:
            raise error

        monkeypatch.setattr(PreviewServer, "answer", answer)
        with socket.create_connection(("127.0.0.1", server.doorkeeper.port)) as asking:
            host = f"127.0.0.1:{server.doorkeeper.port}"
            asking.sendall(f"GET /{server.doorkeeper.secret}/ HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
            assert b"" == asking.recv(1)

    faulty(ConnectionResetError())
    faulty(ZeroDivisionError("planted"))
    monkeypatch.undo()

    assert 200 == ask(server, "").status
    assert "boardminutes: a request could not be answered: ZeroDivisionError('planted')\n" == capsys.readouterr().err
