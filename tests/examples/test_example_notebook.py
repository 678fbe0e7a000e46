"""The example of a notebook, executed by a real kernel."""

import pathlib

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = pathlib.Path(__file__).parents[2] / "examples" / "notebook.ipynb"


def test_its_cells_give_the_output_that_it_shows(tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> None:
    """Executed again, each cell gives what is kept in the file: the same bytes, in any folder."""

    kept = nbformat.read(NOTEBOOK, as_version=4)
    made = nbformat.from_dict(kept)
    NotebookClient(
        made, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}, record_timing=False
    ).execute()
    if request.config.getoption("--refresh-golden"):
        kept = made
        nbformat.write(made, NOTEBOOK)

    assert [cell.get("outputs") for cell in kept.cells] == [cell.get("outputs") for cell in made.cells]


def test_it_shows_a_meeting_without_what_is_restricted() -> None:
    """One output is the public minutes, and none holds more, in HTML or as text."""

    outputs = [one for cell in nbformat.read(NOTEBOOK, as_version=4).cells for one in cell.get("outputs", [])]
    pages = [one["data"]["text/html"] for one in outputs if "text/html" in one.get("data", {})]

    assert 1 == len(pages)
    assert "The plan be approved." in pages[0]
    assert "Crane" not in repr(outputs)
