"""Purging: no fictional row and no orphan is left, and nothing real goes with them."""

import io
import json

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.fixtures import Settings

from campaigns.services.demo.logins import LOGINS, PASSWORD, LoginsRefused, make_logins
from campaigns.services.demo.purging import StillNeeded, demo_models, history_of, purge_demo
from campaigns.services.demo.seeding import seed_demo
from campaigns.services.outreach.evidence import Upload, add_evidence
from campaigns.services.reference import load_reference
from core.access import access_of
from core.enums import Role
from core.models import ApiToken, Membership, SavedSearch, User
from supplychain.models import Factory
from tests.campaigns.demo.conftest import TODAY
from tests.factories import campaigns, core, supplychain

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeded(settings) -> None:
    settings.DEBUG = True
    load_reference()
    seed_demo(today=TODAY)
    make_logins()


def counts() -> dict[str, int]:
    """Rows of every table, tables of history and of contexts included."""
    tables = [model for model in apps.get_models() if model._meta.managed and model.__name__ not in CTE]
    return {model._meta.label: model._base_manager.count() for model in tables}


CTE = ("Events", "MiddlewareEvents")


def test_files_of_demo_rows_go_once_the_rows_are_gone(settings, tmp_path, django_capture_on_commit_callbacks) -> None:
    settings.MEDIA_ROOT = tmp_path
    admin = core.UserFactory(admin=True)
    kept = {}
    for is_demo in (True, False):
        activity = campaigns.ActivityFactory(is_demo=is_demo)
        upload = Upload("list.txt", b"Twenty names, fictional or not")
        taken = add_evidence(actor=admin, reason="Given", activity=activity, uploads=[upload], people="nobody")
        kept[is_demo] = taken.kept[0]
    assert kept[True].is_demo
    real = campaigns.EvidenceFileFactory(activity=kept[True].activity)
    with pytest.raises(StillNeeded), django_capture_on_commit_callbacks(execute=True):
        purge_demo()
    assert default_storage.exists(kept[True].path)
    real.delete()
    with django_capture_on_commit_callbacks(execute=True):
        purge_demo()
    assert not default_storage.exists(kept[True].path)
    assert default_storage.exists(kept[False].path)


def test_purging_leaves_what_was_there_before(settings) -> None:
    settings.DEBUG = True
    load_reference()
    core.UserFactory(role=Role.PARTNER)
    before = counts()
    ids = sorted(Factory.objects.values_list("public_id"))
    seed_demo(today=TODAY)
    make_logins()
    user = User.objects.get(email="admin@demo.example")
    ApiToken.issue(user=user, name="script")
    SavedSearch.objects.create(owner=user, listing="factories", name="mine", query="")
    seeded = sorted(Factory.objects.values_list("public_id", "name"))
    assert purge_demo() > 5_000
    connection.check_constraints()
    assert counts() == before
    assert sorted(Factory.objects.values_list("public_id")) == ids
    seed_demo(today=TODAY.replace(year=2027))
    assert sorted(Factory.objects.values_list("public_id", "name")) == seeded


def test_no_demo_row_is_left_in_any_table_or_history(seeded: None) -> None:
    purge_demo()
    for model in demo_models():
        assert not model.objects.filter(is_demo=True).exists(), model
        history = history_of(model)
        assert history is None or not history.objects.filter(is_demo=True).exists(), model


def test_a_record_that_is_not_fictional_keeps_the_demo_from_going(seeded: None) -> None:
    factory = Factory.objects.get(name="Lechkristall Augsburg")
    supplychain.FactoryNameFactory(factory=factory, name="Real other name")
    with pytest.raises(StillNeeded) as refused:
        purge_demo()
    assert refused.value.dependents == [
        "other name of a factory “Real other name” refers to factory “Lechkristall Augsburg”"
    ]
    with pytest.raises(CommandError, match="Real other name"):
        call_command("purge_demo")
    assert Factory.objects.current().count() == 176


def test_a_real_record_that_can_stand_alone_loses_only_its_link(seeded: None) -> None:
    admin = User.objects.get(email="admin@demo.example")
    run = core.ImportRunFactory(actor=admin)
    purge_demo()
    run.refresh_from_db()
    assert run.actor is None


def test_the_command_counts_what_it_removed(seeded: None) -> None:
    out = io.StringIO()
    call_command("purge_demo", "--json", stdout=out)
    assert json.loads(out.getvalue())["removed"] > 5_000
    out = io.StringIO()
    call_command("purge_demo", stdout=out)
    assert out.getvalue() == "0 demo rows removed.\n"


def test_the_four_logins_are_what_they_say(seeded: None, settings: Settings) -> None:
    settings.DEMO = True
    assert make_logins() == 0
    users = {user.email: user for user in User.objects.filter(is_demo=True)}
    assert set(users) == {email for email, *_ in LOGINS}
    assert all(user.check_password(PASSWORD) for user in users.values())
    assert access_of(users["procurer@demo.example"]).is_procurer
    assert access_of(users["partner@demo.example"]).is_partner
    assert access_of(users["monitor@demo.example"]).is_monitor
    assert access_of(users["admin@demo.example"]).is_admin
    assert EmailAddress.objects.filter(verified=True).count() == 4
    assert Membership.objects.get(user=users["procurer@demo.example"]).organisation.name == "Region Solvåna"


def test_logins_are_refused_outside_a_demonstration() -> None:
    with pytest.raises(LoginsRefused):
        make_logins()
    with pytest.raises(CommandError, match="only where DEBUG is on"):
        call_command("seed_demo", "--with-logins")
    assert not User.objects.exists()
