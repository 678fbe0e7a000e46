"""Console blocks of the documentation are compared with what their commands say."""

from __future__ import annotations

import pathlib

import pytest
from console_blocks import ConsoleBlockParser, commands, matches
from sybil import Sybil
from sybil.example import SybilFailure

PAGE = """
```console
make test
```

```console
$ echo one; echo two >&2
one
two
$ false
$ echo $?
1
```

```console
$ echo three
four
```
"""


def test_blocks_with_a_prompt_are_run(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are for readers; what a command did not say is told."""
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    first, second = Sybil(parsers=[ConsoleBlockParser()], pattern="*.md").parse(page).examples()

    first.evaluate()
    with pytest.raises(SybilFailure, match=r"\$ echo three\nshould say\nfour\nand says\nthree"):
        second.evaluate()


def test_a_command_may_go_on() -> None:
    """Each has the lines below it."""
    block = "$ echo 'one\n> two'\none\ntwo\n$ true\n"

    assert [("echo 'one\ntwo'", "one\ntwo"), ("true", "")] == list(commands(block))


@pytest.mark.parametrize(
    ("expected", "said", "is_match"),
    [
        ("", "", True),
        ("", "one\n", False),
        ("one", "one\n", True),
        ("one  ", "one", True),
        ("one", "one\ntwo\n", False),
        ("…", "", True),
        ("…\ntwo", "zero\none\ntwo\n", True),
        ("o…e", "one\n", True),
        ("o…e", "o\ne\n", False),
        ("1.", "1x\n", False),
    ],
)
def test_dots_stand_for_anything(expected: str, said: str, *, is_match: bool) -> None:
    """On a line of their own for any lines."""
    assert is_match == matches(expected, said)
