"""What judges need from this machine: found where it is there, installed where that is possible, named where not."""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

PROJECT: Final = pathlib.Path(__file__).resolve().parents[2]
FOLDER: Final = PROJECT / ".judges"
"""Where npm packages are installed; git ignores it."""

_MINUTES_FOR_INSTALLING: Final = 15


class JudgeError(Exception):
    """A judge cannot judge."""


class MissingJudgeError(JudgeError):
    """A judge, or something that it needs, is not there and could not be installed; the message says what to do."""


class BlindJudgeError(JudgeError):
    """A judge found nothing in a document that was made with a fault."""

    def __init__(self, name: str, planted: str) -> None:
        super().__init__(f"{name} finds no fault where there is one: {planted}")


def need_command(command: str, *apt_packages: str) -> str:
    """Return the path of *command*; on a machine that has apt, and as root, it is installed if it is missing.

    Raises:
        MissingJudgeError: It is missing and cannot be installed.
    """
    found = shutil.which(command)
    if found is not None:
        return found
    by_hand = f"apt-get install -y --no-install-recommends {' '.join(apt_packages)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise MissingJudgeError(f"the command {command!r} is missing; run: {by_hand}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _one_at_a_time("apt"):
        _install(["apt-get", "update", "-qq"], command, by_hand, environment)
        _install(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *apt_packages], command, by_hand, environment
        )
    found = shutil.which(command)
    if found is None:
        raise MissingJudgeError(f"the command {command!r} is still missing after: {by_hand}")
    return found


def need_npm_packages(*packages: str) -> pathlib.Path:
    """Return the folder `node_modules` that holds *packages*, each `name@exact-version`; what is missing is installed.

    Raises:
        MissingJudgeError: npm is missing, or it cannot install them.
    """
    npm = need_command("npm", "nodejs", "npm")
    modules = FOLDER / "node_modules"
    with _one_at_a_time("npm"):
        missing = [package for package in packages if not _is_installed(modules, package)]
        if missing:
            manifest = FOLDER / "package.json"
            if not manifest.exists():
                manifest.write_text('{"private": true}\n', encoding="utf-8")
            options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]
            by_hand = f"npm install --prefix {FOLDER.name} {' '.join([*options, *missing])}"
            _install([npm, "install", "--prefix", str(FOLDER), *options, *missing], missing[0], by_hand)
    for package in packages:
        if not _is_installed(modules, package):
            raise MissingJudgeError(f"npm installed no {package}")
    return modules


def need_module(name: str) -> None:
    """See to it that the Python module *name*, of the extra `judges`, can be imported.

    Raises:
        MissingJudgeError: It is missing and pip cannot install it.
    """
    if importlib.util.find_spec(name) is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        constraints = ["--constraint", str(PROJECT / "constraints.txt")]
        by_hand = "pip install --constraint constraints.txt --editable '.[judges]'"
        with _one_at_a_time("pip"):
            _install([*pip, *constraints, "--editable", f"{PROJECT}[judges]"], name, by_hand)
        importlib.invalidate_caches()
    if importlib.util.find_spec(name) is None:
        raise MissingJudgeError(f"the Python module {name!r} is missing; run: pip install --editable '.[judges]'")


def run(
    command: Sequence[str | os.PathLike[str]],
    *,
    input: bytes | None = None,
    cwd: pathlib.Path | None = None,
    seconds: float = 900,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run a judge's program and return what it said, whatever its exit status.

    Raises:
        JudgeError: It did not end within *seconds*.
    """
    try:
        return subprocess.run(  # noqa: S603 - a judge's program on files of ours
            command, input=input, cwd=cwd, capture_output=True, check=False, timeout=seconds, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise JudgeError(f"{pathlib.Path(command[0]).name} did not end within {seconds:g} seconds") from error


@contextmanager
def _one_at_a_time(name: str) -> Iterator[None]:
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _install(command: list[str], wanted: str, by_hand: str, environment: dict[str, str] | None = None) -> None:
    print(f"  installing what {wanted} needs: {by_hand}", flush=True)
    done = run(command, seconds=60 * _MINUTES_FOR_INSTALLING, environment=environment)
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()[-8:]
        raise MissingJudgeError("\n".join([f"{wanted} cannot be installed by: {by_hand}", *said]))


def _is_installed(modules: pathlib.Path, package: str) -> bool:
    name, _, version = package.rpartition("@")
    manifest = modules / name / "package.json"
    return manifest.exists() and json.loads(manifest.read_text(encoding="utf-8")).get("version") == version
