"""Templates that are meant to do harm are refused or come to an end, soon and in little memory."""

from __future__ import annotations

import functools
import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import hostile_templates as hostile
import pytest

CHILD = pathlib.Path(__file__).with_name("hostile_child.py")
MOST_SECONDS, MOST_BYTES = 2, 200 * 2**20
CASES = [("docx", name) for name in (*hostile.TAGS, *hostile.FILES)] + [("html", name) for name in hostile.TAGS]

pytestmark = [
    pytest.mark.skipif(not pathlib.Path("/proc/self/clear_refs").exists(), reason="memory is measured on Linux only"),
    pytest.mark.xdist_group("hostile templates"),
]


@functools.lru_cache(maxsize=2)
def outcomes(format: str) -> dict[str, dict[str, Any]]:
    """Return what became of each template, filled in a process of its own and without the tools of tests around it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    ran = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, str(CHILD), format], capture_output=True, text=True, check=True, env=environment, timeout=300
    )
    return {told["name"]: told for told in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.parametrize(("format", "name"), CASES)
def test_hostile_template_is_stopped(format: str, name: str) -> None:
    """It is refused with a TemplateError, or does no harm, within 2 seconds and 200 MB."""
    told = outcomes(format)[name]

    assert told["end"] == ("made" if name in hostile.HARMLESS else "refused"), told
    assert told["seconds"] < MOST_SECONDS
    assert told["memory"] < MOST_BYTES
