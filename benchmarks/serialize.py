"""How fast data files are read and written, beside pydantic and msgspec on the same JSON.

The models of the other two are made from ours, field by field, so that they read and write the very same text; they
know the types and the tags and refuse unknown fields, but make none of the model's other checks, and keep a plain
paragraph as the str it is. All are timed in turn, many times over, and the fastest call of each counts. The ratios
count, the microseconds do not; other work on the machine makes all of them larger.

    python benchmarks/serialize.py
"""

from __future__ import annotations

import datetime as dt
import functools
import gc
import operator
import sys
import time
import types
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import attrs
import msgspec
import pydantic
from timing import table

import boardminutes as bm
from boardminutes._data.tags import BLOCK_TAGS, ENTRY_TAGS

ROUNDS = 2000
WORDS = (
    "The members heard from the harbour office that the north pier will be closed for repairs until the end of the "
    "season, asked how the users of the berths were told of it, and noted that the cost stays within what was set "
    "aside for the year, though the price of timber has risen since the estimate was made in the spring."
)


def sample() -> bm.Meeting:
    """Return a meeting of about 130 blocks, whose file has about 33 kB."""
    return bm.Meeting(
        body="Harbour Partnership Board",
        start=dt.datetime(2026, 3, 5, 10, 0),  # noqa: DTZ001 - a meeting's times may be in its own zone
        attendees=[
            bm.Attendee(f"Member {name}", role="Member", presence=bm.Presence.PRESENT) for name in "ABCDEFGHIJKL"
        ],
        items=[_item(number) for number in range(1, 12)],
    )


def _member(number: int) -> bm.Attendee:
    return bm.Attendee(f"Member {number}", role="Member", presence=bm.Presence.PRESENT)


def _item(number: int) -> bm.Item:
    return bm.Item(
        f"Report {number} on the state of the harbour",
        number=f"{number}.",
        presenters=["Ada Obi"],
        papers=[bm.Paper("Report", kind=bm.PaperKind.MAIN, media_type="application/pdf", size="118 KB")],
        agenda=["To consider the report of the harbour office."],
        minutes=[
            WORDS,
            WORDS[number:],
            bm.Paragraph(["See ", bm.Span("the plan", strong=True), " of last year."]),
            bm.List([WORDS[:110], WORDS[20:150], WORDS[30:180]]),
            bm.Decision(WORDS[:100], verb=bm.Verb.AGREED, number=str(number)),
            WORDS[5:280],
            bm.Action(WORDS[:80], owners=["Bo Lund"], due=dt.date(2026, 4, 1)),
            WORDS[: 280 + number],
        ],
    )


def annotation(hint: Any) -> str:  # noqa: ANN401 - an annotation of the model
    """Return the annotation of the same field in the models of the other libraries, as source."""
    special = {
        bm.Prose: "str | tuple[str | Block, ...]",
        bm.ListItem: "str | tuple[str | Block, ...]",
        bm.Cell: "str | tuple[str | Block, ...]",
        bm.Block: "str | Block",
        bm.Entry: "str | Entry",
        tuple[bm.Span, ...]: "str | tuple[str | Span, ...]",
        bm.When: "datetime.datetime | None",
        bm.Due | None: "datetime.date | None",
        dt.time | str | None: "datetime.time | None",
        bm.ToBeConfirmed: "None",
        NoneType: "None",
    }
    if hint in special:
        return special[hint]
    if get_origin(hint) is tuple:
        return f"tuple[{annotation(get_args(hint)[0])}, ...]"
    if get_origin(hint) is UnionType:
        return " | ".join(map(annotation, get_args(hint)))
    return f"{hint.__module__}.{hint.__name__}" if hint.__module__ == "datetime" else hint.__name__


def public() -> dict[str, Any]:
    """Return what the package offers, by name."""
    return {name: getattr(bm, name) for name in bm.__all__}


def classes() -> dict[str, tuple[type, str | None, dict[str, tuple[str, object]]]]:
    """Return, by name, each class of the model, its tag, and its fields with annotation and default (... for none)."""
    known = [kind for kind in public().values() if isinstance(kind, type) and attrs.has(kind)]
    facts = [kind for kind in known if kind.__module__.startswith("boardminutes.model")]
    found = {}
    for kind in facts:
        hints = get_type_hints(kind)
        fields = {field.name: (annotation(hints[field.name]), _default(field)) for field in attrs.fields(kind)}
        found[kind.__name__] = (kind, None, fields)
        if kind in ENTRY_TAGS:
            found[f"{kind.__name__}Entry"] = (kind, ENTRY_TAGS[kind], fields)
    return found


def _default(field: Any) -> object:  # noqa: ANN401 - an attrs.Attribute
    if field.default is attrs.NOTHING:
        return ...
    return None if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


def unions(made: dict[str, Any]) -> dict[str, Any]:
    """Return the classes of blocks and of entries among the classes *made*."""
    names = {"Block": BLOCK_TAGS, "Entry": ENTRY_TAGS}
    return {
        name: functools.reduce(operator.or_, (made[f"{kind.__name__}Entry"] for kind in tags))
        for name, tags in names.items()
    }


def pydantic_meeting() -> Any:  # noqa: ANN401 - a class made at run time
    """Return a pydantic model of a meeting."""
    strict = pydantic.ConfigDict(frozen=True, strict=True, extra="forbid")
    made: dict[str, Any] = {}
    for name, (_, tag, fields) in classes().items():
        tagged = {"type": (Literal[tag], ...)} if tag else {}
        made[name] = pydantic.create_model(name, __config__=strict, **tagged, **fields)
    discriminated = {
        name: Annotated[union, pydantic.Field(discriminator="type")] for name, union in unions(made).items()
    }
    names = {**public(), **made, **discriminated, "datetime": dt}
    for model in made.values():
        model.model_rebuild(force=True, _types_namespace=names)
    return pydantic.TypeAdapter(made["Meeting"])


def msgspec_meeting() -> Any:  # noqa: ANN401 - a class made at run time
    """Return a msgspec Struct of a meeting."""
    module = types.ModuleType("boardminutes_in_msgspec")
    sys.modules[module.__name__] = module
    made: dict[str, Any] = {}
    for name, (_, tag, fields) in classes().items():
        made[name] = msgspec.defstruct(
            name,
            [(field, hint) if default is ... else (field, hint, default) for field, (hint, default) in fields.items()],
            module=module.__name__, tag=tag, tag_field="type" if tag else None,
            frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True,
        )  # fmt: skip
    vars(module).update({**public(), **made, **unions(made), "datetime": dt})
    return made["Meeting"]


def fastest(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the time of the fastest call of each way in microseconds: the one that the machine disturbed least."""
    times = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            before = time.perf_counter()
            way()
            times[name] = min(times[name], (time.perf_counter() - before) * 1e6)
    return times


def main() -> None:
    """Print the figures."""
    meeting = sample()
    text = bm.dumps(meeting)
    pydantic_type, msgspec_type = pydantic_meeting(), msgspec_meeting()
    data = text.replace('  "schema_version": 1,\n', "").encode()
    in_pydantic = pydantic_type.validate_json(data)
    in_msgspec = msgspec.json.decode(data, type=msgspec_type)
    decoder, encoder = msgspec.json.Decoder(msgspec_type), msgspec.json.Encoder()
    gc.collect()
    gc.freeze()
    load = fastest(
        {
            "pydantic": lambda: pydantic_type.validate_json(data),
            "boardminutes": lambda: bm.loads(text),
            "msgspec": lambda: decoder.decode(data),
        }
    )
    dump = fastest(
        {
            "pydantic": lambda: pydantic_type.dump_json(in_pydantic, exclude_defaults=True, indent=2).decode(),
            "boardminutes": lambda: bm.dumps(meeting),
            "msgspec": lambda: msgspec.json.format(encoder.encode(in_msgspec), indent=2).decode(),
        }
    )
    rows = [
        [library, *(f"{figures[library] / figures['boardminutes']:.2f}" for figures in (load, dump))]
        for library in ("boardminutes", "pydantic", "msgspec")
    ]
    print(table([f"JSON of {len(text.encode()) / 1000:.0f} kB", "load", "dump"], rows))


if __name__ == "__main__":
    main()
