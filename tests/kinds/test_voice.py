"""How kinds say what they say."""

import boardminutes as bm
from boardminutes.kinds._voice import Voice

PERSON = (bm.Span("Ada Obi"),)


def test_a_translation_orders_the_parts_of_a_sentence() -> None:
    """Each part stands where the translated phrase has its name, whatever the order in English."""

    voice = Voice(bm.Wording(words={"{start} to {end}": "bis {end} ab {start}"}))

    assert (bm.Span("bis noon ab 10 am"),) == voice.sentence(
        "{start} to {end}", start=(bm.Span("10 am"),), end=(bm.Span("noon"),)
    )


def test_what_the_meeting_says_keeps_its_language_within_a_sentence() -> None:
    """The phrase is in the language of the words, the part in that of the meeting."""

    voice = Voice(bm.Wording(), "cy")

    assert (bm.Span("substitute for "), bm.Span("Tomos Rhys", language="cy")) == voice.sentence(
        "substitute for {person}", person=voice.own("Tomos Rhys")
    )


def test_a_number_decides_between_singular_and_plural() -> None:
    """One is singular, and every other number is plural."""

    length = bm.Message("{count} minute", plural="{count} minutes")
    said = [Voice(bm.Wording()).sentence(length, number, count=(bm.Span(str(number)),)) for number in (0, 1, 2)]

    assert [(bm.Span("0 minutes"),), (bm.Span("1 minute"),), (bm.Span("2 minutes"),)] == said


def test_a_label_stands_before_what_is_told() -> None:
    """Where only one of them is known it stands alone."""

    voice = Voice(bm.Wording())

    assert ((bm.Span("Chair: Ada Obi"),), PERSON, PERSON) == (
        voice.labelled((bm.Span("Chair"),), PERSON),
        voice.labelled((), PERSON),
        voice.labelled(PERSON, ()),
    )
