"""Texts that some format takes for something else."""
# ruff: noqa: RUF001 - characters that look alike are the point

from __future__ import annotations

from typing import Final

CANARY_FILE: Final = "/boardminutes-canary.png"
"""A path that stands in the hostile texts and that nothing may ever open."""

HOSTILE_TEXTS: Final = (
    "tag <script>alert(1)</script> end",
    f'<img src="{CANARY_FILE}"/> first',
    '<a href="javascript:alert(1)">x</a> <br/> <para> </p> </w:t>',
    "<!-- not a comment --> <![CDATA[ not data ]]> <?php ?>",
    "&amp; &lt; &#65; &nbsp; &copy fish & chips &",
    "{{ 7*7 }} {% for x in y %} {# gone #} {%p if x %} {{r x }} {_{ %_} ${x} #{x} %(x)s {x} {0} %s",
    "*not bold* **nor this** _nor this_ __nor this__ ~~kept~~ `kept` ``kept`` ***",
    "a_b_c 2019* 2 * 3 * 4 snake_case_name ^up^ ~down~ ==marked== ++added++",
    "[text](https://example.org) ![picture](x.png) [ref][1] [^1] [x] <https://example.org>",
    "https://example.org/?a=1&b=2 www.example.org ada@example.org",
    "# not a heading",
    "## nor this ##",
    "> not a quotation",
    "- not a point",
    "+ nor this",
    "* nor this",
    "1. not a number",
    "7) nor this",
    "2015. A year that ends a sentence",
    "| not | a | table |",
    "--- not a rule",
    "---",
    "***",
    "===",
    "```",
    "~~~ not code",
    ": not a definition",
    "[1]: https://example.org",
    "\\ back \\n \\\\ slash \\* \\_ \\",
    "`tick ``double ```treble",
    "quotes ' \" ‘single’ “double” «guillemets» ‚low‘",
    "dashes - – — − ellipsis … bullet • middle · degree ° section § pound £ euro €",
    "first line\nsecond line\n# third line\n- fourth line\n1. fifth line\n> sixth line",
    "no-break\u00a0space\tand\ttabs and  two blanks",
    "Ŵy ŵ Ŷ ŷ Llanfairpwllgwyngyll",
    "Zażółć gęślą jaźń ŁÓDŹ",
    "Příliš žluťoučký kůň, Árvíztűrő tükörfúrógép, İstanbul ışık",
    "Ελληνικά: Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
    "Кириллица: Съешь ещё этих мягких французских булок, ґ є ї",
    "a" * 300,
    "=1+1 @SUM(A1) +44 -1 ,;\t'quoted'",
    "%PDF-1.7 endobj",
    "end",
)
"""Texts that some format takes for mark-up, template code, a path or a formula; each must come out as it is."""

BEYOND_BMP: Final = "outside the basic plane: 𝔐𝔦𝔫𝔲𝔱𝔢𝔰 🗳 𠮷"
"""Characters above U+FFFF: a format whose fonts lack them may refuse, and must not replace them."""
