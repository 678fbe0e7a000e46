"""TypeScript with Google's schema-dts: what pages tell search engines are properties that schema.org's types have."""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from corpus import Corpus
from tooling import BlindJudgeError, JudgeError, need_command, need_npm_packages, run

_PACKAGES: Final = ("typescript@7.0.2", "schema-dts@2.1.0")
_DATA: Final = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_IN_ONE_PROGRAM: Final = 40
_PLACE: Final = re.compile(r"^(\S+?\.ts)\(\d+,\d+\): (error .*)$", re.MULTILINE)
_PLANTED: Final = {
    "@context": "https://schema.org",
    "@graph": [{"@type": "Event", "name": "A meeting", "startTime": "2026-03-05"}],
}


@attrs.define
class JsonLd:
    """Faults of type that TypeScript finds in JSON-LD."""

    name: str = "json-ld"
    _node: str = ""
    _modules: pathlib.Path = pathlib.Path()

    def prepare(self) -> None:
        """Find Node, TypeScript and schema-dts."""
        self._node = need_command("node", "nodejs")
        self._modules = need_npm_packages(*_PACKAGES)

    def faults(self, corpus: Corpus) -> Iterator[str]:
        """Yield what the compiler says of the JSON-LD of each page, and that there is none where that is the case."""
        folder = corpus.folder / "json-ld"
        folder.mkdir(exist_ok=True)
        (folder / "node_modules").symlink_to(self._modules)
        if "startTime" not in "".join(self._compiled(folder, [("planted", _PLANTED)])):
            raise BlindJudgeError(self.name, "an Event with a startTime")
        graphs: list[tuple[str, object]] = []
        for file in corpus.files("html"):
            found = _DATA.findall(file.path.read_text(encoding="utf-8"))
            if len(found) > 1:
                yield f"{file.name}: the page has {len(found)} elements with JSON-LD"
            graphs.extend((file.name, json.loads(one)) for one in found)
        if not graphs:
            yield "no page has any JSON-LD"
        yield from self._compiled(folder, graphs)
        corpus.notes.append(f"{len(graphs)} pages have JSON-LD; the others are for no public, or of no known start")

    def _compiled(self, folder: pathlib.Path, graphs: Iterable[tuple[str, object]]) -> Iterator[str]:
        programs: list[str] = []
        for name, graph in graphs:
            program = f"{re.sub('[^A-Za-z0-9.-]', '_', name)}.ts"
            constant = json.dumps(graph, indent=1)
            source = f'import type {{ Graph }} from "schema-dts";\nexport const graph: Graph = {constant};\n'
            (folder / program).write_text(source, encoding="utf-8")
            programs.append(program)
        options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--pretty", "false"]
        for first in range(0, len(programs), _IN_ONE_PROGRAM):
            compiler = self._modules / "typescript" / "bin" / "tsc"
            done = run([self._node, compiler, *options, *programs[first : first + _IN_ONE_PROGRAM]], cwd=folder)
            said = done.stdout.decode(errors="replace")
            faults = _PLACE.findall(said)
            if done.returncode and not faults:
                raise JudgeError(f"tsc failed: {(said or done.stderr.decode(errors='replace'))[-500:]}")
            yield from (f"{program.removesuffix('.ts')}: {fault}" for program, fault in faults)


JUDGES: Final = (JsonLd(),)
