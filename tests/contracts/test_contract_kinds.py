"""Every kind that is installed keeps the contract."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shows import SHOWS

from boardminutes import Meeting, Subheading, _registry, compose, kind_names, language_names
from boardminutes.kinds import Kind
from boardminutes.kinds.agenda import Agenda, planned_view
from boardminutes.kinds.agenda_minutes import AgendaMinutes
from boardminutes.kinds.minutes import Minutes
from boardminutes.testing import check_kind, sample_meeting
from boardminutes.testing.strategies import meetings

MEETINGS = meetings()


def test_every_kind_is_tried() -> None:
    """There are kinds, and of each it is known what it shows."""

    assert {"agenda", "agenda-minutes", "minutes"} == set(kind_names()) == set(SHOWS)


@pytest.mark.parametrize("name", kind_names())
def test_kind_keeps_the_contract(name: str) -> None:
    """What it shows is there in order, well formed, and nothing restricted is public."""

    kind = _registry.make(_registry.KINDS, name, {})
    assert isinstance(kind, Kind)
    check_kind(kind, shows=SHOWS[name], meetings=MEETINGS, examples=20)


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
@given(MEETINGS, st.sampled_from(kind_names()))
def test_everybody_expected_is_named(meeting: Meeting, name: str) -> None:
    """Attendees stand in groups, so their order is the kind's own; nobody is left out."""

    said = " ".join(" ".join(compose(meeting, name).texts()).split())
    expected = planned_view(meeting) if name == "agenda" else meeting

    assert [] == [one.name for one in expected.attendees or () if " ".join(one.name.split()) not in said]


@pytest.mark.parametrize("name", kind_names())
def test_document_bears_the_name_of_its_kind(name: str) -> None:
    """The name is the one under which the kind is installed."""

    assert name == compose(sample_meeting(), name).kind
