"""The reference from the docstrings: fields instead of long signatures, types as they stand in the source.

What a class says under `Attributes:` becomes one entry a field, with its type and default. A name in single backticks
becomes a link where it is a public name, and code where it is none.
"""

from __future__ import annotations

import enum
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

import attrs

import boardminutes as bm

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LONGEST_SIGNATURE: Final = 5
_LONGEST_VALUE: Final = 60
_SECTION: Final = re.compile(r"^(Attributes|Args|Arguments|Raises|Returns|Yields|Note|Example):$")
_FIELD: Final = re.compile(r"^    (\w+): (.*)$")
_QUOTED: Final = re.compile(r"(?<![`:\w])`([^`]+)`(?!`)")
_SPELT: Final = {"dt": "datetime", "Moment": "datetime.datetime", "_Texts": "st.SearchStrategy[str]"}
_NAME: Final = re.compile(r"(\w+)(\.\w+)?(\(\))?")


def setup(app: Sphinx) -> dict[str, bool]:
    """Take part in autodoc, before napoleon."""
    app.connect("autodoc-process-docstring", _write_docstring, priority=400)
    app.connect("autodoc-process-docstring", _keep_sentence, priority=600)
    app.connect("autodoc-process-signature", _write_signature)
    app.connect("autodoc-skip-member", _skip_member)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def fields_said(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Return the lines of a docstring without its `Attributes:`, and the lines that say what each field is."""
    kept: list[str] = []
    said: dict[str, list[str]] = {}
    section, field = "", ""
    for line in lines:
        heading = _SECTION.match(line)
        if heading:
            section = heading[1]
        elif line.strip() and not line.startswith(" "):
            section = ""
        if section != "Attributes":
            kept.append(line)
        elif found := _FIELD.match(line):
            field = found[1]
            said[field] = [found[2]]
        elif field and line.strip() and not heading:
            said[field].append(line.strip())
    return kept, said


def annotation(kind: type, name: str) -> str:
    """Return the type of a field as it stands in the source; empty where there is none."""
    for one in kind.__mro__:
        found = vars(one).get("__annotations__", {}).get(name)
        if found is not None:
            return for_readers(found, vars(sys.modules[one.__module__]))
    return ""


def for_readers(annotated: object, names: Mapping[str, object]) -> str:
    """Return an annotation as it stands in the source, but for names of a module that only stand for words.

    Args:
        annotated: The annotation, mostly a text.
        names: What the names in it mean, where it stands.
    """
    text = annotated if isinstance(annotated, str) else inspect.formatannotation(annotated)

    def spelt(found: re.Match[str]) -> str:
        value = names.get(found[0])
        if get_origin(value) is Literal and value is not getattr(bm, found[0], None):
            return f"Literal[{', '.join(map(repr, get_args(value)))}]"
        return _SPELT.get(found[0], found[0])

    plain = re.sub(r"\bClassVar\[(.+)\]$", r"\1", text.strip("\"'"))
    return re.sub(r"\b[A-Za-z_]\w*\b(?!['\"])", spelt, plain)


def _write_docstring(_app: Sphinx, what: str, _name: str, value: object, _options: object, lines: list[str]) -> None:
    kept, said = fields_said(lines)
    if what in {"class", "exception"} and said:
        lines[:] = [*kept, "", *_field_entries(value, {**_said_of_inherited(value), **said})]
    for index, line in enumerate(lines):
        lines[index] = _QUOTED.sub(_link_or_code, line)


def _keep_sentence(_app: Sphinx, what: str, _name: str, value: object, _options: object, lines: list[str]) -> None:
    """Put back a property's sentence, of which napoleon takes what stands before a colon for a type."""
    if what == "property":
        kept = (inspect.getdoc(value) or "").split("\n")
        lines[:] = [_QUOTED.sub(_link_or_code, line) for line in kept]


def _said_of_inherited(kind: type) -> dict[str, list[str]]:
    """Return the lines that say what each field is that an attrs class has from another."""
    said: dict[str, list[str]] = {}
    for one in reversed(kind.__mro__[1:]):
        if attrs.has(one):
            said.update(fields_said((inspect.getdoc(one) or "").split("\n"))[1])
    return said


def _field_entries(kind: type, said: dict[str, list[str]]) -> Iterator[str]:
    defaults = {field.name: field for field in attrs.fields(kind)} if attrs.has(kind) else {}
    for name, text in said.items():
        alias = defaults[name].alias if name in defaults else name
        yield f".. py:attribute:: {name}"
        if typed := annotation(kind, name):
            yield f"   :type: {typed}"
        if name in defaults and (default := _default(defaults[name])) is not None:
            yield f"   :value: {default}"
        yield ""
        yield from (f"   {line}" for line in text)
        if alias != name and alias != name.lstrip("_"):
            yield f"   Given as ``{alias}``."
        yield ""


def _default(field: attrs.Attribute[Any]) -> str | None:
    if field.default is attrs.NOTHING:
        return None
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type] # attrs types it as a function
        made = "" if field.default.takes_self else field.default.factory()
        return "()" if made == () else "{}" if made == {} else None
    if isinstance(field.default, enum.Enum):
        return str(field.default)
    return repr(field.default) if len(repr(field.default)) < _LONGEST_VALUE else None


def _link_or_code(found: re.Match[str]) -> str:
    text = found[1]
    name = _NAME.fullmatch(text)
    if name and name[1] in bm.__all__:
        value = getattr(bm, name[1])
        if name[2] is None or hasattr(value, name[2][1:]):
            return f":py:obj:`{text} <boardminutes.{name[1]}{name[2] or ''}>`"
    return f"``{text}``"


def _write_signature(
    _app: Sphinx,
    what: str,
    _name: str,
    value: object,
    _options: object,
    signature: str | None,
    _returns: str | None,
) -> tuple[str | None, str | None] | None:
    if what in {"class", "exception"}:
        return _class_signature(value), None
    if what in {"function", "method"}:
        return _function_signature(value, is_method=what == "method")
    return (signature, None) if signature else None


def _class_signature(kind: type) -> str | None:
    """Return what an attrs class takes: all of it where that is short, else what may be given by its place."""
    if issubclass(kind, enum.Enum):
        return ""
    if not attrs.has(kind):
        return None
    taken = [field for field in attrs.fields(kind) if field.init]
    shown = taken if len(taken) <= _LONGEST_SIGNATURE else [field for field in taken if not field.kw_only]
    parts = [_argument(field) for field in shown if not field.kw_only]
    named = [_argument(field) for field in shown if field.kw_only]
    rest = [] if len(shown) == len(taken) else ["**fields"]
    return f"({', '.join([*parts, *(['*', *named] if named else []), *rest])})"


def _argument(field: attrs.Attribute[Any]) -> str:
    default = _default(field)
    if default is None:
        return field.alias if field.default is attrs.NOTHING else f"{field.alias}=..."
    return f"{field.alias}={default}"


def _function_signature(value: object, *, is_method: bool) -> tuple[str, str | None] | None:
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return None
    given, names = list(signature.parameters.values()), vars(sys.modules[value.__module__])
    if is_method and given and given[0].name in {"self", "cls"}:
        given = given[1:]
    parts: list[str] = []
    starred = False
    for one in given:
        if one.kind is one.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        starred = starred or one.kind is one.VAR_POSITIONAL
        mark = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
        typed = "" if one.annotation is one.empty else f": {for_readers(one.annotation, names)}"
        default = "" if one.default is one.empty else f" = {_value(one.default)}"
        parts.append(f"{mark}{one.name}{typed}{default}")
    returned = signature.return_annotation
    return f"({', '.join(parts)})", None if returned is signature.empty else for_readers(returned, names)


def _value(default: object) -> str:
    text = repr(default)
    return text if not text.startswith(("<", "mappingproxy")) and len(text) < _LONGEST_VALUE else "..."


def _skip_member(
    app: Sphinx,
    _what: str,
    name: str,
    value: object,
    skip: bool,  # noqa: FBT001 - as autodoc gives it
    _options: object,
) -> bool | None:
    """Leave out what an entry of its own says already: the fields."""
    del app
    return True if not skip and inspect.ismemberdescriptor(value) and name else None
