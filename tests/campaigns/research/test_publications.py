"""Publications: found by what they are about, recorded by partners, shown to everyone by the coordinator."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import Publication
from campaigns.panels.research import of_activity
from campaigns.services.reference import load_reference
from campaigns.services.research import publications as services
from campaigns.services.research.publications import PublicationEntry
from core.enums import Role
from supplychain.models import Mineral
from tests.factories import campaigns, core, procurement, supplychain
from tests.visibility.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 1)
LITHIUM = "Devices draining the desert: lithium mining in Chile"


def mineral(code="lithium"):
    return Mineral.objects.get_or_create(code=code, defaults={"name": code.title(), "source": core.SourceFactory()})[0]


def partner_user(partner):
    return core.UserFactory(role=Role.PARTNER, organisation=partner.organisation)


def recorded(cast, **fields):
    entry = PublicationEntry(name="Water and chips", partner=cast.own, project=cast.project, **fields)
    return services.record_publication(actor=partner_user(cast.own), reason="Logged", entry=entry, today=TODAY)


def test_the_mineral_lithium_finds_the_report_on_chile_and_no_other(client):
    load_reference()
    for page in (
        client.get("/publications/?mineral=lithium").content.decode(),
        b"".join(client.get("/publications/?mineral=lithium&format=csv").streaming_content).decode(),
    ):
        assert LITHIUM in page
        assert "Copper with a cost" not in page
    found = client.get("/api/v1/publications/?mineral=lithium").json()
    assert [(row["title"], row["countries"], row["minerals"]) for row in found["results"]] == [
        (LITHIUM, ["CL"], ["lithium"])
    ]
    assert [author["name"] for author in found["results"][0]["authors"]] == ["Danwatch"]
    assert found["results"][0]["sources"][0]["title"] == LITHIUM


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("country=CL", 3),
        ("mineral=copper&country=ZM", 2),
        ("issue=forced_labour", 1),
        ("issue__not=minerals", 2),
        ("year=2019", 3),
        ("language=nl", 1),
        ("stage=MINE", 6),
        ("q=suicide", 1),
    ],
)
def test_every_filter_narrows_the_reference_list(client, query, number):
    load_reference()
    assert client.get(f"/api/v1/publications/?{query}").json()["count"] == number


def test_filters_by_author_brand_and_factory_name_records(client):
    brand, factory, body = supplychain.BrandFactory(), supplychain.FactoryFactory(), core.OrganisationFactory()
    publication = campaigns.PublicationFactory(name="Named ones")
    campaigns.PublicationSubjectFactory(publication=publication, brand=brand)
    campaigns.PublicationSubjectFactory(publication=publication, factory=factory)
    campaigns.PublicationPartyFactory(publication=publication, organisation=body)
    campaigns.PublicationFactory()
    for query in (f"brand={brand.public_id}", f"factory={factory.public_id}", f"author={body.public_id}"):
        assert client.get(f"/api/v1/publications/?{query}").json()["count"] == 1
    assert client.get("/api/v1/publications/?mineral=unobtainium").status_code == 400
    page = client.get(publication.get_absolute_url()).content.decode()
    assert brand.get_absolute_url() in page
    assert factory.get_absolute_url() in page


def test_pages_of_brand_factory_and_buyer_name_the_publications(client):
    brand, factory, buyer = supplychain.BrandFactory(), supplychain.FactoryFactory(), procurement.ProcurerFactory()
    for subject in ({"brand": brand}, {"factory": factory}):
        campaigns.PublicationSubjectFactory(publication__name="Named in this", **subject)
    campaigns.PublicationPartyFactory(publication__name="Named in this", organisation=buyer.organisation)
    for record in (brand, factory, buyer):
        assert "Named in this" in client.get(record.get_absolute_url()).content.decode()
    Publication.objects.update(is_published=False)
    for record in (brand, factory, buyer):
        assert "Named in this" not in client.get(record.get_absolute_url()).content.decode()


def test_list_and_page_take_the_same_queries_for_one_and_three(client):
    def made(publication=None):
        publication = publication or campaigns.PublicationFactory(year=2020, issues=["wages"], languages=["en"])
        campaigns.PublicationSubjectFactory(publication=publication, brand=supplychain.BrandFactory())
        campaigns.PublicationPartyFactory(publication=publication)
        campaigns.PolicyRecommendationFactory(publication=publication)
        campaigns.CampaignPublicationFactory(publication=publication)
        campaigns.ActivityPublicationFactory(publication=publication, activity__approved=True)
        return publication

    def visit(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    first = made()
    addresses = ("/publications/?sort=title", first.get_absolute_url())
    for address in addresses:
        visit(address)
    before = [visit(address) for address in addresses]
    for _ in range(2):
        made()
        made(first)
    assert [visit(address.replace("title", "-title")) for address in addresses] == before


def test_a_partner_records_a_draft_that_can_be_cited_and_the_coordinator_shows_it(client):
    cast = Cast.assembled()
    publication = recorded(cast, minerals=(mineral(),), authors=(cast.own.organisation,), published_on=TODAY)
    assert (publication.is_published, publication.year) == (False, 2026)
    assert (publication.source.title, publication.source.publisher_name) == ("Water and chips", "Own partner")
    assert not publication.source.is_public
    with pytest.raises(PermissionDenied):
        services.publish_publication(actor=partner_user(cast.own), reason="Now", publication=publication)
    services.publish_publication(actor=partner_user(cast.coordinator), reason="Checked", publication=publication)
    publication.refresh_from_db()
    assert publication.is_published
    assert publication.source.is_public
    assert "Water and chips" in client.get("/publications/").content.decode()
    page = client.get(publication.source.get_absolute_url()).content.decode()
    assert publication.get_absolute_url() in page


def test_nobody_records_for_a_stranger_or_in_a_project_without_its_partner():
    cast = Cast.assembled()
    entry = PublicationEntry(name="X", partner=cast.other, project=cast.project)
    with pytest.raises(ValidationError, match="a partner that you work for"):
        services.record_publication(actor=partner_user(cast.own), reason="x", entry=entry, today=TODAY)
    entry = PublicationEntry(name="X", partner=cast.own, project=campaigns.ProjectFactory())
    with pytest.raises(ValidationError, match="is not in this project"):
        services.record_publication(actor=partner_user(cast.own), reason="x", entry=entry, today=TODAY)
    with pytest.raises(ValidationError, match="has not come yet"):
        recorded(cast, published_on=TODAY + datetime.timedelta(days=1))


def test_the_form_records_and_changes_and_keeps_what_it_does_not_show(client):
    cast = Cast.assembled()
    user, brand = partner_user(cast.own), supplychain.BrandFactory()
    client.force_login(user)
    assert client.get(reverse("campaigns:publication-new")).status_code == 200
    lithium, country = mineral(), core.CountryFactory(code="VN")
    data = {
        "name": "Deep wells",
        "partner": cast.own.pk,
        "project": cast.project.pk,
        "year": 2020,
        "languages": "en, ca",
        "minerals": [lithium.pk],
        "countries": [country.pk],
        "issues": ["water"],
        "brands": brand.public_id.lower(),
    }
    response = client.post(reverse("campaigns:publication-new"), data)
    publication = Publication.objects.get(name="Deep wells")
    assert response["Location"] == publication.get_absolute_url()
    assert publication.languages == ["en", "ca"]
    assert {str(row) for row in publication.subjects.all()} == {"Lithium", "Vietnam", brand.name}
    address = reverse("campaigns:publication-edit", args=[publication.public_id])
    page = client.get(address).content.decode()
    assert brand.public_id in page
    refused = client.post(address, data | {"brands": "B-0000-0000-00"})
    assert "No record has the identifier" in refused.content.decode()
    wrong = client.post(address, data | {"year": 2019, "published_on": "2020-01-01"})
    assert "The year is that of the day of publication" in wrong.content.decode()
    client.post(address, data | {"name": "Deeper wells", "brands": ""})
    publication.refresh_from_db()
    assert publication.name == "Deeper wells"
    assert not publication.subjects.filter(brand=brand).exists()
    publish = reverse("campaigns:publication-publish", args=[publication.public_id])
    assert client.post(publish, {"is_published": "1"}).status_code == 403
    client.force_login(core.UserFactory(admin=True))
    assert client.post(publish, {"is_published": "1"}).status_code == 302
    publication.refresh_from_db()
    assert publication.is_published


@pytest.mark.parametrize("who", ["joining", "coordinator", "other"])
def test_another_partner_does_not_change_it(client, who):
    cast = Cast.assembled()
    publication = recorded(cast)
    services.publish_publication(actor=None, reason="x", publication=publication)
    client.force_login(partner_user(getattr(cast, who)))
    assert client.get(reverse("campaigns:publication-edit", args=[publication.public_id])).status_code == 403


def test_strangers_sign_in_first_and_buyers_record_nothing(client):
    assert client.get(reverse("campaigns:publication-new")).status_code == 302
    client.force_login(core.UserFactory(role=Role.PROCURER))
    assert client.get(reverse("campaigns:publication-new")).status_code == 403


def test_what_was_taken_out_of_a_draft_does_not_come_to_light_with_the_publication(client):
    cast = Cast.assembled()
    brand = supplychain.BrandFactory(name="Wrongly named")
    publication = recorded(cast, brands=(brand,))
    entry = PublicationEntry(name="Water and chips")
    services.change_publication(actor=None, reason="x", publication=publication, entry=entry, today=TODAY)
    services.publish_publication(actor=None, reason="x", publication=publication)
    address = reverse("campaigns:publication-history", args=[publication.public_id])
    assert "Wrongly named" not in client.get(address).content.decode()
    client.force_login(partner_user(cast.own))
    assert "Wrongly named" in client.get(address).content.decode()


def test_an_activity_shows_its_publications_and_policy_files():
    activity = campaigns.ActivityFactory(approved=True)

    class Request:
        user = core.UserFactory()

    assert of_activity(Request, activity) is None
    link = campaigns.ActivityPublicationFactory(activity=activity)
    policy = campaigns.ActivityPolicyFileFactory(activity=activity)
    shown = of_activity(Request, activity)
    assert shown == {"publications": [link.publication], "policy_files": [policy.policy_file]}
