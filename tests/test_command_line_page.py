"""The reference of the command line is what the commands say of themselves."""

from __future__ import annotations

import importlib.util
import pathlib

TOOL = pathlib.Path(__file__).parents[1] / "tools" / "build_command_line.py"


def test_reference_is_up_to_date() -> None:
    """After a change of a command, `make command-line` writes the page anew."""
    spec = importlib.util.spec_from_file_location("build_command_line", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert tool.PAGE.read_text(encoding="utf-8") == tool.text()
