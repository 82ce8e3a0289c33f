"""The responsible partner keeps its policy files and what is asked in them."""

import pytest

from campaigns.models import PolicyFile, PolicyRecommendation
from core.enums import Role
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner(db):
    made = campaigns.PartnerFactory(name="Fair Wires")
    campaigns.ProjectPartnerFactory(project=campaigns.ProjectFactory(name="Fair project"), partner=made)
    return made


@pytest.fixture
def user(partner):
    return core.UserFactory(role=Role.PARTNER, organisation=partner.organisation)


def entry(partner, /, **changes):
    values = {
        "name": "Public procurement directive",
        "level": "eu",
        "project": partner.participations.get().project.pk,
        "partner": partner.pk,
    }
    return values | changes


def test_a_partner_records_changes_and_asks(client, partner, user):
    client.force_login(user)
    assert "/policy/new/" in client.get("/policy/").content.decode()
    core.OrganisationFactory(name="European Parliament")
    answer = client.post("/policy/new/", entry(partner, institution="European Parliament"))
    file = PolicyFile.objects.get()
    assert answer.url == file.get_absolute_url()
    assert (file.partner, file.institution.name) == (partner, "European Parliament")
    page = client.get(file.get_absolute_url()).content.decode()
    for action in ("edit/", "recommendations/new/"):
        assert f"{file.get_absolute_url()}{action}" in page
    edit = f"{file.get_absolute_url()}edit/"
    assert "European Parliament" in client.get(edit).content.decode()
    changed = {"name": "Directive, revised", "level": "national"}
    assert list(client.post(edit, changed).context["form"].errors) == ["country"]
    assert client.post(edit, changed | {"country": core.CountryFactory(code="DE").pk}).status_code == 302
    file.refresh_from_db()
    assert (file.name, file.country_id, file.partner) == ("Directive, revised", "DE", partner)

    report = campaigns.PublicationFactory(name="Hidden costs")
    asks = f"{file.get_absolute_url()}recommendations/new/"
    for ask in ("Name the factories", "Pay living wages"):
        assert client.post(asks, {"ask": ask, "publication": report.public_id}).status_code == 302
    assert list(file.recommendations.values_list("ask", "position")) == [
        ("Name the factories", 0),
        ("Pay living wages", 1),
    ]
    first = file.recommendations.first()
    change = f"/policy/recommendations/{first.pk}/edit/"
    assert change in client.get(file.get_absolute_url()).content.decode()
    assert "Hidden costs" in client.get(change).content.decode()
    assert client.post(change, {"ask": "Name all factories"}).status_code == 302
    first.refresh_from_db()
    assert (first.ask, first.publication, first.position) == ("Name all factories", None, 0)


def test_what_cannot_be_is_refused_at_its_field(client, partner, user):
    client.force_login(user)
    other = campaigns.ProjectFactory()
    cases = {
        "opened_on": {"opened_on": "2099-01-01"},
        "institution": {"institution": "Nobody at all"},
        "project": {"project": other.pk},
        "partner": {"partner": campaigns.PartnerFactory().pk},
        "name": {"name": ""},
    }
    for field, values in cases.items():
        assert list(client.post("/policy/new/", entry(partner, **values)).context["form"].errors) == [field]
    draft = campaigns.PublicationFactory(draft=True)
    file = campaigns.PolicyFileFactory(partner=partner, project=partner.participations.get().project)
    asks = f"{file.get_absolute_url()}recommendations/new/"
    form = client.post(asks, {"ask": "Pay", "publication": draft.public_id}).context["form"]
    assert list(form.errors) == ["publication"]
    assert not PolicyRecommendation.objects.exists()


def test_nobody_else_than_the_responsible_partner_and_administrators_changes_it(client, partner, user):
    file = campaigns.PolicyFileFactory(partner=partner, project=partner.participations.get().project)
    recommendation = campaigns.PolicyRecommendationFactory(policy_file=file)
    address = file.get_absolute_url()
    own = (f"{address}edit/", f"{address}recommendations/new/", f"/policy/recommendations/{recommendation.pk}/edit/")
    for viewer in (core.UserFactory(partner=True), core.UserFactory(monitor=True), core.UserFactory()):
        client.force_login(viewer)
        for path in own:
            assert client.get(path).status_code == 403
            assert client.post(path, {"ask": "No", "name": "No"}).status_code == 403
        assert "recommendations/new/" not in client.get(address).content.decode()
    for viewer in (user, core.UserFactory(admin=True)):
        client.force_login(viewer)
        assert [client.get(path).status_code for path in own] == [200, 200, 200]
    client.force_login(user)
    nobodys = campaigns.PolicyFileFactory()
    assert client.get(f"{nobodys.get_absolute_url()}edit/").status_code == 403
    client.force_login(core.UserFactory())
    assert client.get("/policy/new/").status_code == 403
