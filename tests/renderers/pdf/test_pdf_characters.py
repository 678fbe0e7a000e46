"""Characters: what real minutes hold comes out of the structure, and of the text, as it was typed."""
# ruff: noqa: RUF001 - characters that look alike are the point

from __future__ import annotations

import pytest
from pdf_reading import missing_texts, text_of
from pdf_sample import cells, document, fact, heading, panel, points, text
from structure_reading import structure_problems

import boardminutes as bm
from boardminutes.document import Document, Grid, PanelRole
from boardminutes.model.prose import Span
from boardminutes.renderers.pdf import PdfRenderer
from boardminutes.renderers.pdf.fonts import default_family, fallbacks
from boardminutes.testing.samples import BEYOND_BMP

WRITTEN = {
    "Welsh": "Ŵy ŵ Ŷ ŷ Ỳ ỳ Ẁ ẁ Ẃ ẃ Ẅ ẅ â ê î ô û ï",
    "Irish and Gaelic": "ÁÉÍÓÚ áéíóú ṗ ḃ ċ ḋ ḟ ġ ṁ ṡ ṫ ⁊ à è ì ò ù",
    "Polish": "Zażółć gęślą jaźń ŁÓDŹ ŻUŹ „tak”",
    "Czech, Hungarian, Romanian": "Příliš žluťoučký kůň, Árvíztűrő, țară și ținut, ďábelské",
    "Nordic, Baltic, Turkish": "ÆØÅ æøå ðþ ķļņģ ėįųž İstanbul ışık ğ ş õäöü",
    "German and French": "Straße STRAẞE „so“ « ainsi » œuvre ÇA ŸÉ",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία ΆΈΉΊΌΎΏ ᾧ ἀρχή",
    "Cyrillic": "Съешь ещё этих мягких булок, ґ є і ї Ґ Є Ї, љ њ ћ ђ ѓ ќ ў",
    "bullets": "• · ◦ ▪ ▫ ■ □ ● ○ ‣ ⁃ ∙ ➢ ➤ ➔ ❖ ✦ ★ ☆ ◆ ◇ ► ▶",
    "dashes and quotes": "‐ ‑ ‒ – — ― − ‘a’ “b” ‚c‘ „d“ ‹e› «f» ′ ″ …",
    "ticks and boxes": "✓ ✔ ✗ ✘ ☐ ☑ ☒ ⚠ ☎ ✉",
    "arrows": "→ ← ↑ ↓ ↔ ⇒ ⇐ ⇔ ↪ ➜",
    "fractions and exponents": "½ ¼ ¾ ⅓ ⅔ ⅛ ⅜ ⅝ ⅞ m² m³ 1ˢᵗ 2ⁿᵈ H₂O 10⁻³ ª º",
    "money, signs and measures": "£ € $ ¢ ¥ ₤ % ‰ ° ℃ µ Ω № § ¶ † ‡ © ® ™ ℓ ± × ÷ ≤ ≥ ≠ ≈ ∞ √ Σ",
    "numbers in rings": "① ② ③ ⓐ ⓑ ❶ Ⅰ Ⅳ ⅷ",
    "blanks of all widths": "1\u00a0000 1\u202f000 1\u2009000 a\u2002b\u2003c\u3000d",
}
"""Texts of real minutes, by what they are."""


def everywhere(written: str) -> Document:
    """Return a document with a text in each place that has a font of its own."""
    return document(
        heading(written, written),
        text(written, Span(written, strong=True), Span(written, emphasis=True)),
        text(Span(written, strong=True, emphasis=True, link="https://example.org/")),
        points(written),
        panel(PanelRole.DECISION, written, written, facts=(fact(written, written),)),
        Grid((cells(written, "x"),), head=cells(written, "y"), caption=written),
        title=written,
        organisation=written,
    )


@pytest.mark.parametrize("name", WRITTEN)
def test_characters_of_real_minutes_come_out_in_every_place(name: str) -> None:
    """Each in text, bold, italic, heading, list, panel and table: by the structure, and by the text of the pages."""
    made = everywhere(WRITTEN[name])

    pdf = PdfRenderer().render(made)

    assert [] == structure_problems(pdf, made)
    assert [] == missing_texts(made.texts(), text_of(pdf))


def test_every_character_that_steps_in_is_mapped_back_to_itself() -> None:
    """All that the fonts behind the family have, thousands of signs in many subsets, conforms and is read back."""
    characters = sorted(frozenset().union(*(font.characters for font in fallbacks())) - default_family().characters)
    rows = ["".join(characters[start : start + 40]) for start in range(0, len(characters), 40)]
    made = document(*(text(f"[{row}]") for row in rows))

    assert len(characters) > 5000
    assert [] == structure_problems(PdfRenderer().render(made), made)


def test_characters_beyond_the_basic_plane_come_out_where_a_font_has_them() -> None:
    """What no font has is named, and without it the rest is printed: two units of UTF-16 are one character."""
    with pytest.raises(bm.MissingGlyphError) as caught:
        PdfRenderer().render(document(text(BEYOND_BMP)))
    kept = "".join(one for one in BEYOND_BMP if one not in caught.value.characters)
    made = document(text(kept))

    assert any(ord(one) > 0xFFFF for one in kept)
    assert caught.value.refused == ""
    assert [] == structure_problems(PdfRenderer().render(made), made)
