"""The example of a Django project, on a database in memory and asked by Django's own client."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

import django
import pytest

with pytest.MonkeyPatch.context() as environment:  # for this module alone: a program that a test starts may see it
    environment.setenv("DJANGO_SETTINGS_MODULE", "council.settings")
    environment.setenv("DJANGO_DATABASE", ":memory:")
    django.setup()

from council.models import Item, Session
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

import boardminutes as bm

START = dt.datetime(2026, 7, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def database() -> Iterator[None]:
    """Make the tables by the project's own migrations."""
    call_command("migrate", verbosity=0)
    yield
    connection.close()


@pytest.fixture
def session(database: None) -> Iterator[Session]:  # noqa: ARG001 - it is there
    """Keep one meeting, and forget it after the test."""
    with transaction.atomic():
        kept = Session.objects.create(body="Bwrdd Harbwr y Tŵr", start=START)
        Item.objects.create(
            session=kept,
            number="7.",
            title="Dredging plan",
            text="Members discussed the draft.\r\n\r\nThe engineer answered.",
            decision="The plan be approved.",
            action="Publish the plan",
            owner="Bo Lund",
            due=dt.date(2026, 8, 1),
        )
        Item.objects.create(
            session=kept,
            number="8.",
            title="Sale to Crane Ltd",
            restriction="commercial confidence",
            public_title="Land",
        )
        yield kept
        transaction.set_rollback(True)


def clerk(*permissions: str, is_superuser: bool = False) -> Client:
    """Return the client of a clerk with permissions."""
    user = User.objects.create_user("mirela", is_staff=True, is_superuser=is_superuser)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_the_migrations_make_the_tables_of_the_models(database: None) -> None:  # noqa: ARG001 - it is there
    """Nothing is left to be migrated."""

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_rows_become_a_meeting(session: Session) -> None:
    """Times are those of the council's clock, and what was said, decided and is to be done stands in order."""

    item = bm.Item(
        "Dredging plan",
        number="7.",
        minutes=[
            "Members discussed the draft.\n\nThe engineer answered.",
            bm.Decision("The plan be approved."),
            bm.Action("Publish the plan", owners=["Bo Lund"], due=dt.date(2026, 8, 1)),
        ],
    )
    sale = bm.Item("Sale to Crane Ltd", number="8.", restriction="commercial confidence", public_title="Land")

    assert (
        bm.Meeting(
            id=str(session.pk),
            body="Bwrdd Harbwr y Tŵr",
            start=timezone.localtime(START),
            timezone="Europe/London",
            minutes_status=bm.MinutesStatus.DRAFT,
            items=[item, sale],
        )
        == session.to_meeting()
    )
    assert "2026-07-02T10:00:00+01:00" == timezone.localtime(START).isoformat()


def test_everybody_may_download_the_public_minutes(session: Session) -> None:
    """The file has its name and media type, holds nothing restricted, and is sent once."""

    client = Client()
    first = client.get(f"/meetings/{session.pk}/minutes.docx")
    page = client.get(f"/meetings/{session.pk}/minutes.html")
    again = client.get(f"/meetings/{session.pk}/minutes.docx", headers={"If-None-Match": first["ETag"]})

    assert bm.render(session.to_meeting(), "docx") == b"".join(first.streaming_content)
    assert bm.media_type("docx") == first["Content-Type"]
    assert "filename*=utf-8''Bwrdd%20Harbwr%20y%20T%C5%B5r%2C%202026-07-02.docx" in first["Content-Disposition"]
    assert (304, "no-cache", "Cookie") == (again.status_code, first["Cache-Control"], first["Vary"])
    assert b"Crane" not in b"".join(page.streaming_content)
    page.close()
    first.close()


@pytest.mark.parametrize("permissions", [[], ["view_session"], ["view_restricted"]])
def test_the_whole_record_needs_a_permission_of_its_own(session: Session, permissions: list[str]) -> None:
    """To be a clerk is not enough."""

    answer = clerk(*permissions).get(f"/meetings/{session.pk}/minutes.txt?whole")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    answer.close()

    may = "view_restricted" in permissions
    assert (200 if may else 403, may) == (answer.status_code, b"Crane" in content)
    assert not may or answer["Cache-Control"] == "private, no-store"


def test_who_is_nobody_sees_no_whole_record(session: Session) -> None:
    """Nor do visitors."""

    assert 403 == Client().get(f"/meetings/{session.pk}/minutes.txt?whole").status_code


@pytest.mark.parametrize("path", ["minutes.pfd", "agenda.pdf"])
def test_what_is_not_there_is_not_found(session: Session, path: str) -> None:
    """An unknown format and an unknown page are the same to a browser."""

    assert 404 == Client().get(f"/meetings/{session.pk}/{path}").status_code


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"owner": " ", "action": "Publish"}, "__all__"),
        ({"restriction": "law"}, "public_title"),
        ({"title": " "}, "title"),
    ],
)
def test_forms_show_what_minutes_cannot_hold(session: Session, changed: dict[str, str], field: str) -> None:
    """Each problem stands beside its field, or above the form where a part of the item is at fault."""

    item = Item(**{"session": session, "number": "9.", "title": "Land", **changed})

    with pytest.raises(ValidationError) as caught:
        item.clean()

    assert [field] == list(caught.value.message_dict)


def test_clerks_write_the_record_and_download_minutes_in_the_admin(session: Session) -> None:
    """The form keeps a change, and the action sends one archive with a PDF of each meeting that is chosen."""

    other = Session.objects.create(body="Pilotage Committee", start=START)
    client = clerk(is_superuser=True)
    form = client.get(f"/admin/council/session/{session.pk}/change/")
    answer = client.post(
        "/admin/council/session/",
        {"action": "download_minutes", "_selected_action": [session.pk, other.pk]},
    )
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    assert b"Dredging plan" in form.content
    assert {
        f"bwrdd-harbwr-y-tŵr-2026-07-02-{session.pk}.pdf": bm.render(session.to_meeting(), "pdf"),
        f"pilotage-committee-2026-07-02-{other.pk}.pdf": bm.render(other.to_meeting(), "pdf"),
    } == files
    answer.close()


def test_the_admin_says_why_a_meeting_has_no_minutes(session: Session) -> None:
    """A row that was written past the forms is told of with its path, and no archive is sent."""

    Item.objects.create(session=session, number="9.", title="Land", restriction="law")
    answer = clerk(is_superuser=True).post(
        "/admin/council/session/", {"action": "download_minutes", "_selected_action": [session.pk]}, follow=True
    )

    assert 200 == answer.status_code
    assert "Bwrdd Harbwr y Tŵr, 2026-07-02: public_title: must" in answer.content.decode()


def test_the_admin_keeps_no_item_that_minutes_cannot_hold(session: Session) -> None:
    """What is wrong stands in the form, and nothing is saved."""

    item = session.items.first()
    assert item is not None
    answer = clerk(is_superuser=True).post(
        f"/admin/council/session/{session.pk}/change/",
        {
            "body": session.body,
            "start_0": "2026-07-02",
            "start_1": "10:00",
            "items-TOTAL_FORMS": 1,
            "items-INITIAL_FORMS": 1,
            "items-0-id": item.pk,
            "items-0-session": session.pk,
            "items-0-number": "7.",
            "items-0-title": "Dredging plan",
            "items-0-restriction": "law",
        },
    )

    assert 200 == answer.status_code
    assert "must be given" in answer.content.decode()
    item.refresh_from_db()
    assert "" == item.restriction
