"""A page by a house's own template, and pages under a strict Content-Security-Policy."""

from __future__ import annotations

import io
import pathlib
import re
import shutil
import subprocess

import pytest

import boardminutes as bm
from boardminutes.renderers.html import HtmlRenderer
from boardminutes.testing import sample_meeting

MEETING = bm.Meeting(body="Harbour <Board>", items=[bm.Item("Quay", minutes=[bm.Decision("Yes.")])])


def page(template: str | bytes, **options: object) -> str:
    """Return a page by a template."""
    source = template.encode() if isinstance(template, str) else template
    return bm.render(MEETING, "html", template=source, **options).decode()


def refusal(template: str | bytes) -> bm.TemplateError:
    """Return the error for a template."""
    with pytest.raises(bm.TemplateError) as caught:
        page(template)
    return caught.value


@pytest.mark.parametrize("block", ["header", "footer", "more_style", "page_title", "main"])
def test_template_fills_a_block_of_ours(block: str) -> None:
    """The rest of the page stays, and the value is escaped."""
    made = page(f"{{% extends 'page.html.j2' %}}{{% block {block} %}}[{{{{ meeting.body }}}}]{{% endblock %}}")

    assert "[Harbour &lt;Board&gt;]" in made
    assert made.startswith("<!DOCTYPE html>")


def test_block_can_keep_what_is_in_ours() -> None:
    """`super()` is what the page has there, and `self` another block."""
    made = page("{% extends 'page.html.j2' %}{% block main %}{{ super() }}[{{ self.page_title() }}]{% endblock %}")

    assert "[Minutes – Harbour &lt;Board&gt;]" in made
    assert 'class="boardminutes"' in made


def test_template_of_its_own_says_all_itself(tmp_path: pathlib.Path) -> None:
    """A template that extends nothing is the whole page, given as a path of either sort or as bytes."""
    path = tmp_path / "page.html"
    path.write_text("<h1>{{ title }}</h1>{{ words('Present') }}{{ blocks }}", encoding="utf-8")
    made = {bm.render(MEETING, "html", template=given) for given in (path, str(path), path.read_bytes())}

    assert 1 == len(made)
    assert made.pop().startswith(b"<h1>Minutes</h1>Present<h2 ")


def test_page_of_a_template_carries_its_meeting_where_it_has_the_article() -> None:
    """The data stand in the article; without one there is no place for them."""
    carried = page("{% extends 'page.html.j2' %}")

    assert MEETING.body == bm.extract(carried.encode()).meeting.body
    assert "<script" not in page("{{ blocks }}")
    with pytest.raises(bm.TemplateError, match="places no article to carry the meeting"):
        page("{{ blocks }}", embed=True)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (
            "x\n{{ meeting.bdy }}{{ meting.x }}",
            "line 2, '{{ meeting.bdy }}{{ meting.x }}': bdy is not known",
        ),
        ("{{ meting.x }}", "meting is not known; did you mean meeting?"),
        ("x\n\n{% fi %}", "line 3, '{% fi %}': Encountered unknown tag 'fi'."),
        ("{% extends 'other.html' %}", "other.html is not known; known: page.html.j2, fragment.html.j2"),
        ("{% include '../errors.py' %}", "../errors.py is not known"),
        ("{{ [meeting] }}", "a template prints text, numbers and days, not a list"),
        ("{% autoescape false %}{% endautoescape %}", "a template may not change how values are escaped"),
        ("{{ 1 }}" * 2_000, "has 2,000 tags"),
        (b"\xff", "is not text in UTF-8 (byte 0)"),
        (b"x" * 500_001, "is longer than 500,000 bytes"),
        ("{% extends 'page.html.j2' %}{% block main %}{{ self.main() }}{% endblock %}", "more than 40 levels deep"),
    ],
)
def test_template_that_cannot_be_used_is_told_with_its_line(template: str | bytes, sentence: str) -> None:
    """The error says the line, what is wrong, and the nearest name."""
    error = refusal(template)

    assert sentence in str(error)
    assert ("html", None) == (error.format, error.template)


def test_options_that_cannot_be_are_refused() -> None:
    """A template is a path or bytes and not for fragments, a nonce is of base64, a style sheet is no script."""
    with pytest.raises(TypeError, match="template must be a path, the bytes of a template or None, not BytesIO"):
        HtmlRenderer(template=io.BytesIO())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="a fragment is no page and takes no template"):
        HtmlRenderer(template=b"x", fragment=True)
    with pytest.raises(ValueError, match="nonce must be letters"):
        HtmlRenderer(nonce='"><script>')
    with pytest.raises(ValueError, match="stylesheet must be the address of a style sheet"):
        HtmlRenderer(stylesheet="javascript:alert(1)")


def test_style_bears_a_nonce_or_is_elsewhere() -> None:
    """One option gives the style element a nonce, the other leads to a style sheet instead."""
    with_nonce = bm.render(MEETING, "html", nonce="c2VjcmV0").decode()
    elsewhere = bm.render(MEETING, "html", stylesheet="/minutes.css?a=1&b").decode()

    assert '<style nonce="c2VjcmV0">' in with_nonce
    assert '<link rel="stylesheet" href="/minutes.css?a=1&amp;b">' in elsewhere
    assert "<style" not in elsewhere


@pytest.mark.parametrize("options", [{}, {"fragment": True}])
def test_nothing_is_styled_by_an_attribute(options: dict[str, object]) -> None:
    """A strict policy stops style attributes, so there are none."""
    assert [] == re.findall(r"<[^>]*\sstyle=", bm.render(sample_meeting(), "html", **options).decode())


@pytest.mark.skipif(shutil.which("chromium") is None, reason="the browser is not installed")
@pytest.mark.parametrize("way", ["nonce", "stylesheet", "neither"])
def test_browser_under_a_strict_policy(way: str, tmp_path: pathlib.Path) -> None:
    """Chromium applies the style and stops nothing; a page that has neither nonce nor style sheet is stopped."""
    options = {"nonce": {"nonce": "c2VjcmV0"}, "stylesheet": {"stylesheet": "page.css"}, "neither": {}}[way]
    bm.templates.export(tmp_path / "page.css", "css")
    allowed = "file:" if way == "stylesheet" else "'nonce-c2VjcmV0'"
    policy = f"default-src 'none'; style-src {allowed}; script-src 'nonce-dGVzdA'"
    watch = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><script nonce="dGVzdA">let stopped = [];'
        "addEventListener('securitypolicyviolation', (one) => stopped.push(one.violatedDirective));"
        "addEventListener('load', () => setTimeout(() => { document.body.append(`stopped: ${stopped.join()}; width: "
        "${getComputedStyle(document.querySelector('main')).maxWidth}.`) }, 50));</script>"
    )
    started = sample_meeting()
    made = bm.render(started, "html", **options).decode().replace("<head>\n", f"<head>\n{watch}", 1)
    path = tmp_path / "page.html"
    path.write_text(made, encoding="utf-8")
    shown = subprocess.run(  # noqa: S603 - the browser that was found
        [
            *(shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000"),
            *("--dump-dom", f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    found = re.search(r"stopped: ([^;]*); width: ([^<]*)\.", shown.rpartition("</main>")[2])

    assert found is not None
    assert ("" if way != "neither" else "style-src-elem") == found[1]
    assert ("none" == found[2]) == (way == "neither")


@pytest.mark.parametrize("place", ["{{ document.notice }}", "{% include 'fragment.html.j2' %}"])
def test_notice_must_have_a_place_in_a_page_of_a_houses_own(place: str) -> None:
    """That a document is a draft, or not for the public, is not left out; without a notice it needs no place."""
    meeting = bm.Meeting(
        items=[bm.Item("Sale & lease", public_title="Land", restriction="paragraph 3", minutes="Sold.")]
    )
    bare = b"<!DOCTYPE html><html lang='en'><title>a</title><main>{{ blocks }}</main>"
    placed = bare.replace(b"<main>", b"<main>" + place.encode())

    assert b"Land" in bm.render(meeting, "html", template=bare)
    assert b"not for publication" in bm.render(meeting, "html", template=placed, audience="full")
    with pytest.raises(bm.TemplateError, match="leaves out a notice that must not be missed"):
        bm.render(meeting, "html", template=bare, audience="full")
