"""Run the tests on every version of Python that the package says it supports, and on the next where it is there.

Each version gets an environment of its own with the built wheel, and runs the tests out of the unpacked sdist. A
version that is not on this machine (on the PATH, or among those of pyenv) is said to be skipped.

With --quick a part of the tests is run, and the version that runs this program is left to the ordinary tests.

Run: python tools/check_pythons.py [--quick] [VERSION ...]
"""

from __future__ import annotations

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

from environments import CONSTRAINTS, PROJECT, build, environment, run_tests, unpack, wanted

NEXT = "3.14"
QUICK = (
    "tests/model",
    "tests/kinds",
    "tests/linting",
    "tests/readers",
    "tests/wording",
    "tests/test_files.py",
    "tests/test_rendering.py",
    "tests/test_schema.py",
    "tests/test_serialize.py",
    "tests/test_serialize_files.py",
    "tests/test_serialize_yaml.py",
)


def supported() -> list[str]:
    """Return the versions of Python that the classifiers name."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    last = [line.rpartition(" :: ")[2] for line in project["classifiers"] if line.startswith("Programming Language")]
    return [version for version in last if version.count(".") == 1]


def interpreter(version: str) -> str | None:
    """Return the path of an interpreter that really is of a *version*; None where there is none."""
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    found = [shutil.which(f"python{version}"), *map(str, sorted(pyenv.glob(f"{version}.*/bin/python{version}")))]
    return next((path for path in found if path and _version_of(path) == version), None)


def _version_of(path: str) -> str | None:
    # a shim of pyenv's is there and may do nothing, and a system may keep what makes environments apart
    asked = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    ran = subprocess.run([path, "-c", asked], capture_output=True, text=True, check=False)  # noqa: S603 - found above
    return ran.stdout.strip() if ran.returncode == 0 else None


def main() -> None:
    """Build once, and run the tests on each version."""
    parser = argparse.ArgumentParser(description="Run the tests on other versions of Python.")
    parser.add_argument("--quick", action="store_true", help="run a part of the tests, which is named")
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="which, such as 3.12; all unless said otherwise")
    given = parser.parse_args()
    versions = given.versions or [*supported(), NEXT]
    said = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sdist, wheel = build(PROJECT, folder / "dist")
        tree = unpack(sdist, folder / "tree")
        for version in versions:
            python = interpreter(version)
            if given.quick and version == f"{sys.version_info.major}.{sys.version_info.minor}":
                said.append(f"Python {version}: left to `make test`, which runs on it")
                continue
            if python is None:
                said.append(f"Python {version}: skipped, it is not on this machine")
                print(said[-1])
                continue
            part = QUICK if given.quick else ()
            print(f"Python {version}, {python}: {'a part of the tests: ' + ' '.join(part) if part else 'all tests'}")
            made = environment(python, folder / version, wanted(wheel, quick=given.quick), CONSTRAINTS)
            run_tests(made, tree, part)
            said.append(f"Python {version}: {'a part of the tests' if part else 'all tests'} passed")
    print("\n".join(said))


if __name__ == "__main__":
    main()
