"""Bring the catalogues up to date with the code: python tools/build_words.py.

It collects what the code says into src/boardminutes/wording/catalogues/boardminutes.pot, adds what is new to each .po
file, takes out what the code says no more, and prints what is still to do: for a translator, what to translate; for
whoever wrote the code, what a kind says that nothing in the code marks as a message. It ends with 1 if there is
anything.
"""

from __future__ import annotations

import ast
import pathlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

import boardminutes as bm
from boardminutes.testing import sample_meeting
from boardminutes.wording import Phrase, po
from boardminutes.wording.conventions import Conventions
from boardminutes.wording.messages import as_message

SOURCE: Final = pathlib.Path(__file__).parents[1] / "src" / "boardminutes"
CATALOGUES: Final = SOURCE / "wording" / "catalogues"
TEMPLATE: Final = CATALOGUES / "boardminutes.pot"
VARIANTS: Final = frozenset({"en-US"})
"""English of other countries, which says only what it says otherwise."""

PHRASES: Final = frozenset(
    {"words", "wording", "say", "sentence", "fact", "prose_fact", "said", "told", "Column", "_column", "_person"}
)
"""The functions whose first argument is a phrase of ours."""


def messages_of(text: str, name: str) -> Iterator[bm.Message]:
    """Yield the messages in the text of a module, in their order.

    A message is what is given to `Message(…)`, each value of what is given to `messages({…})`, and a text that stands
    where one of `PHRASES` is called.
    """
    for node in ast.walk(ast.parse(text, name)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if called == "Message":
            yield _message(node, node.args[0])
        elif called == "messages" and isinstance(node.args[0], ast.Dict):
            yield from (_message(node, value) for value in node.args[0].values)
        elif called in PHRASES:
            yield from (bm.Message(text) for argument in node.args[:1] for text in _texts(argument))


def _message(call: ast.Call, text: ast.expr) -> bm.Message:
    named = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
    return bm.Message(ast.literal_eval(text), **named)


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def messages_in_code() -> dict[bm.Message, tuple[str, ...]]:
    """Return every message of the library with the modules in which it stands, in the order of the alphabet."""
    found: dict[bm.Message, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith("wording/"):
            for message in messages_of(path.read_text("utf-8"), name):
                found.setdefault(message, []).append(name)
    ordered = sorted(found, key=lambda one: (one.text.casefold(), one.text, one.context or ""))
    return {message: tuple(dict.fromkeys(found[message])) for message in ordered}


@attrs.frozen(kw_only=True)
class Listening(bm.Wording):
    """Words that keep in mind what they were asked for.

    Attributes:
        asked: The messages.
    """

    asked: set[bm.Message] = attrs.field(factory=set, eq=False)

    def __call__(self, phrase: Phrase, number: int = 1) -> str:
        """Keep the phrase in mind, and return what to write for it."""
        self.asked.add(as_message(phrase))
        return super().__call__(phrase, number)


def messages_asked_for(meeting: bm.Meeting) -> set[bm.Message]:
    """Return what the kinds ask for when they compose a meeting, for everybody and for those who may see all."""
    words = Listening()
    audiences: tuple[bm.Audience, ...] = ("public", "full")
    for kind in bm.kind_names():
        for audience in audiences:
            bm.compose(meeting, kind, audience=audience, lang=words)
    return words.asked


def template_text(messages: Mapping[bm.Message, tuple[str, ...]]) -> str:
    """Return the text of the template."""
    return _file("en-GB", bm.Conventions.of("en-GB"), messages, {})


def catalogue_text(language: str, text: str, messages: Mapping[bm.Message, tuple[str, ...]]) -> str:
    """Return the text of a catalogue brought up to date.

    Args:
        language: Its language.
        text: The catalogue as it is.
        messages: What the code says, with the modules in which it stands.
    """
    known = {entry.message: entry for entry in po.entries(text)}
    kept = {message: where for message, where in messages.items() if message in known or language not in VARIANTS}
    return _file(language, Conventions.of(language), kept, known)


def _file(
    language: str,
    conventions: Conventions,
    messages: Mapping[bm.Message, tuple[str, ...]],
    known: Mapping[bm.Message, po.Entry],
) -> str:
    header = (
        f"Project-Id-Version: boardminutes\nLanguage: {language}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {conventions.plural_forms};\n"
    )
    lines = ['msgid ""', 'msgstr ""', *(_quoted(f"{line}\n") for line in header.splitlines())]
    for message, where in messages.items():
        entry = known.get(message)
        needed = 1 if message.plural is None else conventions.forms
        forms = entry.forms if entry is not None and len(entry.forms) == needed else ("",) * needed
        lines.extend(["", f"#: {' '.join(where)}", *(["#, fuzzy"] if entry is not None and entry.fuzzy else [])])
        if message.context is not None:
            lines.append(f"msgctxt {_quoted(message.context)}")
        lines.append(f"msgid {_quoted(message.text)}")
        if message.plural is None:
            lines.append(f"msgstr {_quoted(forms[0])}")
        else:
            lines.append(f"msgid_plural {_quoted(message.plural)}")
            lines.extend(f"msgstr[{index}] {_quoted(form)}" for index, form in enumerate(forms))
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def to_do(language: str, text: str, messages: Iterable[bm.Message]) -> Iterator[str]:
    """Yield in sentences what a catalogue lacks of what the code says, and what is wrong with it."""
    entries = po.entries(text)
    for entry in entries:
        if entry.message != po.HEADER and (entry.fuzzy or not all(entry.forms)):
            state = "to be looked at" if entry.fuzzy else "to be translated"
            yield f"line {entry.line}: {state}: {_shown(entry.message)}"
    forms = Conventions.of(language).forms
    yield from map(str, po.problems(entries, forms))
    known = {entry.message for entry in entries} - {po.HEADER}
    if language not in VARIANTS:
        yield from (f"not in the catalogue: {_shown(one)}" for one in messages if one not in known)
    yield from (f"no longer in the code: {_shown(one)}" for one in known - set(messages))


def _shown(message: bm.Message) -> str:
    return repr(message.text) if message.context is None else f"{message.text!r} ({message.context})"


def catalogues() -> Iterator[tuple[str, pathlib.Path]]:
    """Yield each language that has a catalogue, and its file."""
    yield from ((path.stem, path) for path in sorted(CATALOGUES.glob("*.po")))


def main() -> None:
    """Write the files, and say what is to be done."""
    messages = messages_in_code()
    TEMPLATE.write_text(template_text(messages), encoding="utf-8", newline="\n")
    print(f"{TEMPLATE.name}: {len(messages)} messages")
    unmarked = sorted(map(_shown, messages_asked_for(sample_meeting()) - set(messages)))
    for shown in unmarked:
        print(f"  said by a kind, and not marked in the code as Message(…) or messages({{…}}): {shown}")
    left = bool(unmarked)
    for language, path in catalogues():
        text = path.read_text("utf-8")
        gone = [line for line in to_do(language, text, messages) if line.startswith("no longer")]
        text = catalogue_text(language, text, messages)
        path.write_text(text, encoding="utf-8", newline="\n")
        lines = list(to_do(language, text, messages))
        left = left or bool(lines)
        print(f"{path.name}: {len(lines)} to do, {len(gone)} taken out")
        for line in (*lines, *gone):
            print(f"  {path.name}: {line}")
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
