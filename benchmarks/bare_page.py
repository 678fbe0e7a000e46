"""A page as a bare template makes it: what HTML costs when nothing is asked of it but its own mark-up.

The template knows the content: what is bold, what is a list, which fields there are. It is written as Jinja is
written by those who know it, with loops and no macros, escapes what it prints, and is compiled once.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, TypeAlias

import jinja2
from content import Group, Line, Record, groups

from boardminutes.renderers._style_sheet import style_sheet
from boardminutes.theme.loading import taken

Data: TypeAlias = dict[str, object]

_FACTS: Final = """\
<dl>
{% for fact in part.facts %}
<div><dt>{{ fact.label }}</dt><dd>
{%- if fact['points'] %}
<ul>
{% for point in fact['points'] %}
<li>{{ point }}</li>
{% endfor %}
</ul>
{% else %}{{ fact.text }}{% endif %}</dd></div>
{% endfor %}
</dl>
"""

_PLAIN: Final = f"""\
{{% if part.kind == 'text' %}}
<p>{{{{ part.text }}}}</p>
{{% elif part.kind == 'points' %}}
<ul>
{{% for point in part['points'] %}}
<li>{{{{ point }}}}</li>
{{% endfor %}}
</ul>
{{% elif part.kind == 'facts' %}}
{_FACTS}"""

_ARTICLE: Final = f"""\
<article class="boardminutes" lang="en-GB">
<header>
<div class="bm-title-block">
<p class="bm-organisation">{{{{ organisation }}}}</p>
<h1 class="bm-title">{{{{ title }}}}</h1>
</div>
</header>
{{% for part in parts %}}
{_PLAIN}
{{% elif part.kind == 'heading' %}}
<h{{{{ part.level }}}} id="{{{{ part.anchor }}}}" class="bm-numbered">\
<span class="bm-number">{{{{ part.number }}}}</span> <span>{{{{ part.text }}}}</span></h{{{{ part.level }}}}>
{{% elif part.kind == 'panel' %}}
<div class="bm-panel bm-{{{{ part.role }}}}">
<p class="bm-label"><strong>{{{{ part.label }}}}</strong>\
{{% if part.number %}} <span class="bm-number">{{{{ part.number }}}}</span>{{% endif %}}</p>
{{% for part in part.parts %}}
{_PLAIN}
{{% endif %}}
{{% endfor %}}
</div>
{{% endif %}}
{{% endfor %}}
</article>
"""

_SHEET: Final = str(style_sheet(taken(None)))

_PAGE: Final = f"""\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{{{ full_title }}}}</title>
<style>
{_SHEET}
</style>
</head>
<body>
<a class="bm-skip" href="#text">Skip to the text</a>
<main id="text">
{_ARTICLE}
</main>
</body>
</html>
"""


@functools.lru_cache(maxsize=1)
def template() -> jinja2.Template:
    """Return the template, compiled."""
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_PAGE)


@functools.lru_cache(maxsize=64)
def data(record: Record) -> Data:
    """Return a record as a program that fills the template would hold it: dictionaries and lists."""
    organisation, title = (line.text for line in record.lines[:2])
    parts: list[Data] = []
    for panel, found in groups(record.lines[2:]):
        if panel is None:
            parts += _parts(found)
        else:
            (label,), *rest = found
            word, _, number = label.text.partition(" ")
            parts.append({"kind": "panel", "role": panel, "label": word, "number": number, "parts": [*_parts(rest)]})
    numbered = (part for part in parts if part["kind"] == "heading")
    for place, heading in enumerate(numbered, 1):
        heading["anchor"] = f"item-{place}"
    full_title = record.document.full_title
    return {"organisation": organisation, "title": title, "full_title": full_title, "parts": parts}


def _parts(found: list[Group]) -> Iterator[Data]:
    facts: list[Data] = []
    for group in found:
        line = group[0]
        if facts and not _goes_on(facts[-1], line):
            yield {"kind": "facts", "facts": facts}
            facts = []
        if line.kind == "fact":
            facts.append({"label": line.label, "text": line.text, "points": []})
        elif facts:
            facts[-1]["points"] = [point.text for point in group]
        elif line.kind == "point":
            yield {"kind": "points", "points": [point.text for point in group]}
        elif line.kind == "heading":
            yield {"kind": "heading", "level": line.level, "number": line.label, "text": line.text}
        else:
            yield {"kind": "text", "text": line.text}
    if facts:
        yield {"kind": "facts", "facts": facts}


def _goes_on(fact: Data, line: Line) -> bool:
    return line.kind == "fact" or (line.kind == "point" and not fact["text"])
