"""Every kind that is installed keeps the contract."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shows import OF_SEVERAL_MEETINGS, REGISTERS, SHOWS

from boardminutes import Audience, Meeting, Subheading, _registry, compose, kind_names, language_names
from boardminutes.kinds import Kind
from boardminutes.kinds.actions import Actions, GroupKey, SortKey
from boardminutes.kinds.agenda import Agenda, planned_view
from boardminutes.kinds.agenda_minutes import AgendaMinutes
from boardminutes.kinds.attendance import Attendance
from boardminutes.kinds.minutes import Minutes
from boardminutes.testing import check_kind, sample_meeting
from boardminutes.testing.strategies import meetings

MEETINGS = meetings()


def test_every_kind_is_tried() -> None:
    """There are kinds, and of each it is known what it shows."""

    assert {"agenda", "agenda-minutes", "minutes", *OF_SEVERAL_MEETINGS} == set(kind_names()) == set(SHOWS)


@pytest.mark.parametrize("name", kind_names())
def test_kind_keeps_the_contract(name: str) -> None:
    """What it shows is there in order, well formed, and nothing restricted is public."""

    kind = _registry.make(_registry.KINDS, name, {})
    assert isinstance(kind, Kind)
    check_kind(kind, shows=SHOWS[name], meetings=MEETINGS, examples=20, several=name in OF_SEVERAL_MEETINGS)


@pytest.mark.parametrize("language", language_names())
@pytest.mark.parametrize("name", kind_names())
def test_kind_keeps_the_contract_in_every_language(name: str, language: str) -> None:
    """Other words leave nothing out and add nothing that the public may not see."""

    kind = _registry.make(_registry.KINDS, name, {})
    assert isinstance(kind, Kind)
    check_kind(kind, shows=SHOWS[name], meetings=MEETINGS, examples=4, lang=language)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("agenda", Agenda(summons="You are summoned.", notes=["Access.", Subheading("Filming")], front_sheet=True)),
        ("agenda-minutes", AgendaMinutes(signature=True)),
        ("minutes", Minutes(signature=True)),
    ],
)
def test_kind_with_its_options_keeps_the_contract(name: str, kind: Kind) -> None:
    """What a house adds does not travel, and nothing is lost for it."""

    check_kind(kind, shows=SHOWS[name], meetings=MEETINGS, examples=10)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MEETINGS, st.sampled_from(["agenda", "agenda-minutes", "attendance", "minutes"]))
def test_everybody_expected_is_named(meeting: Meeting, name: str) -> None:
    """Attendees stand in groups, so their order is the kind's own; nobody is left out."""

    said = " ".join(" ".join(compose(meeting, name).texts()).split())
    expected = planned_view(meeting) if name == "agenda" else meeting

    assert [] == [one.name for one in expected.attendees or () if " ".join(one.name.split()) not in said]


@pytest.mark.parametrize("name", kind_names())
def test_document_bears_the_name_of_its_kind(name: str) -> None:
    """The name is the one under which the kind is installed."""

    assert name == compose(sample_meeting(), name).kind


OPTIONS = [
    *(Actions(sort_by=key) for key in get_args(SortKey)),
    *(Actions(group_by=key, sort_by="due") for key in get_args(GroupKey)),
    Actions(open_only=True),
    Attendance(percentages=True),
]


@pytest.mark.parametrize("kind", OPTIONS, ids=repr)
def test_kind_keeps_the_contract_whatever_its_options(kind: Kind) -> None:
    """What an option leaves out does not travel, and what it moves is not lost."""

    check_kind(kind, meetings=MEETINGS, examples=10, several=True)


@pytest.mark.parametrize("name", kind_names())
def test_registers_have_a_table(name: str) -> None:
    """Each of them lists entries, so that it goes into a spreadsheet too."""

    assert (name in REGISTERS) == (compose(sample_meeting(), name).table is not None)


@pytest.mark.parametrize("name", sorted(OF_SEVERAL_MEETINGS - {"statistics"}))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meeting=MEETINGS, audience=st.sampled_from(["public", "full"]))
def test_view_of_a_view_is_the_same(meeting: Meeting, name: str, audience: Audience) -> None:
    """What travels inside a document makes the same document, but for numbers of decisions, of which none travels."""

    made = compose(meeting, name, audience=audience)

    assert made == compose(made.meetings, name, audience=audience)
