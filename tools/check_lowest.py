"""Run the tests with the lowest versions that the package says it works with, of each library that it asks for.

The versions are the lower bounds of pyproject.toml, of what users get: the package and its extras. What those
libraries need in turn, and what the tests need, have the versions of constraints.txt.

Run: python tools/check_lowest.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

from environments import CONSTRAINTS, FOR_USERS, PROJECT, build, environment, run_tests, unpack, wanted
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

QUICK = (
    "tests/cli/test_cli_data.py",
    "tests/cli/test_cli_render.py",
    "tests/embedding",
    "tests/renderers",
    "--ignore=tests/renderers/test_templates_hostile.py",  # a minute of limits that are ours
    "tests/templates",
    "tests/wording",
    "tests/test_rendering.py",
    "tests/test_rich_text.py",
    "tests/test_serialize.py",
    "tests/test_serialize_files.py",
    "tests/test_serialize_refused.py",
    "tests/test_serialize_yaml.py",
    "tests/test_strategies.py",
)


def lowest_versions() -> dict[str, Version]:
    """Return the lower bound of each library that users get, by its name.

    Raises:
        ValueError: A requirement has no lower bound, or several.
    """
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = [*project["dependencies"], *(line for extra in FOR_USERS for line in extras[extra])]
    found = {}
    for requirement in map(Requirement, listed):
        try:
            (bound,) = (one.version for one in requirement.specifier if one.operator in {">=", "==", "~="})
        except ValueError:
            message = f"pyproject.toml says no single lowest version of {requirement.name}: {requirement}"
            raise ValueError(message) from None
        found[canonicalize_name(requirement.name)] = Version(bound)
    return found


def constraints(lowest: dict[str, Version]) -> str:
    """Return constraints.txt with the lowest versions in the place of its own."""
    lines = map(Requirement, CONSTRAINTS.read_text("utf-8").splitlines())
    kept = [str(line) for line in lines if canonicalize_name(line.name) not in lowest]
    return "\n".join([*kept, *(f"{name}=={version}" for name, version in lowest.items())]) + "\n"


def confirm(python: pathlib.Path, lowest: dict[str, Version]) -> None:
    """End unless an environment has just the lowest versions."""
    command = [python, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - made above
    installed = {canonicalize_name(one["name"]): Version(one["version"]) for one in json.loads(listed)}
    for name, version in lowest.items():
        print(f"{name} {installed.get(name)}")
        if installed.get(name) != version:
            sys.exit(f"{name} {version} is the lowest version, and {installed.get(name)} was installed")


def main() -> None:
    """Build, install the lowest versions, run the tests."""
    parser = argparse.ArgumentParser(description="Run the tests with the lowest versions of the dependencies.")
    parser.add_argument("--quick", action="store_true", help="run a part of the tests, which is named")
    given = parser.parse_args()
    lowest = lowest_versions()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sdist, wheel = build(PROJECT, folder / "dist")
        (folder / "lowest.txt").write_text(constraints(lowest), "utf-8")
        python = environment(sys.executable, folder / "venv", wanted(wheel, quick=given.quick), folder / "lowest.txt")
        confirm(python, lowest)
        part = QUICK if given.quick else ()
        print(f"the lowest versions: {'a part of the tests: ' + ' '.join(part) if part else 'all tests'}")
        run_tests(python, unpack(sdist, folder / "tree"), part)


if __name__ == "__main__":
    main()
