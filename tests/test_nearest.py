import pytest

from boardminutes._nearest import nearest

VERBS = ("resolved", "agreed", "approved", "noted", "received", "referred", "deferred", "rejected")
FIELDS = ("title", "items", "minutes", "declarations", "corrections", "status", "start", "id", "in_favour")


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("AGREED", VERBS, "agreed"),
        ("In favour", FIELDS, "in_favour"),
        ("in-favour", FIELDS, "in_favour"),
        ("titel", FIELDS, "title"),
        ("item", FIELDS, "items"),
        ("strart", FIELDS, "start"),
        ("strat", FIELDS, "start"),
        ("stert", FIELDS, "start"),
        ("refered", VERBS, "referred"),
    ],
)
def test_a_slip_of_the_pen_is_the_known_name(name: str, known: tuple[str, ...], meant: str) -> None:
    """One letter too many, lacking, another, or in the next one's place; capitals, blanks and hyphens."""
    assert meant == nearest(name, known)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("refused", VERBS),
        ("declined", VERBS),
        ("decided", VERBS),
        ("adopted", VERBS),
        ("granted", VERBS),
        ("carried", VERBS),
        ("disapproved", VERBS),
        ("decisions", FIELDS),
        ("actions", FIELDS),
        ("location", FIELDS),
        ("task", FIELDS),
        ("none", ("open", "done")),
        ("is", FIELDS),
        ("", FIELDS),
        ("titel" * 20, FIELDS),
        ("bast", ("best", "bass")),
    ],
)
def test_another_word_is_no_slip(name: str, known: tuple[str, ...]) -> None:
    """However many letters it has in common; nor is one that is as near to two."""
    assert None is nearest(name, known)
