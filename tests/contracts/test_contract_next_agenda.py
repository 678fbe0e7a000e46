import datetime as dt

import attrs
from canaries import OPEN, SECRET, meetings
from hypothesis import given
from hypothesis import strategies as st

import boardminutes as bm
from boardminutes.series import Series, next_agenda


def following(records: list[bm.Meeting]) -> bm.Meeting:
    """Return the draft that follows records of one body, with every item of the last ones."""
    placed = [
        attrs.evolve(one, body="Board", start=dt.date(2026, month, 5), end=None, status=bm.MeetingStatus.HELD, id=None)
        for month, one in enumerate(records, start=1)
    ]
    return next_agenda(Series.of(placed), start=dt.date(2026, 9, 3), least=1)


@given(st.lists(meetings(), min_size=1, max_size=3))
def test_nothing_restricted_is_public_in_the_next_agenda(records: list[bm.Meeting]) -> None:
    """What a record restricts, the draft restricts: its public view holds none of it, and so no public file does."""
    draft = following(records)

    assert SECRET not in bm.dumps(bm.public_view(draft))
    assert SECRET.encode() not in bm.render(draft, "txt", kind="agenda")


def test_restricted_matter_is_in_the_next_agenda_for_those_who_may_see_it() -> None:
    """So the search above can find something: a restricted action and a restricted item recur."""
    records = [
        bm.Meeting(items=[bm.Item(f"{SECRET}", restriction="x", public_title=OPEN, minutes=[bm.Action(f"{SECRET}1")])])
    ] * 2

    full = bm.render(following(records), "txt", kind="agenda", audience="full").decode()

    assert (2, True) == (full.count(SECRET), OPEN in bm.render(following(records), "txt", kind="agenda").decode())
