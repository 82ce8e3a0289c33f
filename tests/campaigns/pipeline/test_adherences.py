"""Participants and supporters of pacts."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaigns.models import Adherence
from campaigns.services.pipeline import end_adherence, record_adherence
from campaigns.services.reference import load_reference
from core.models import Organisation
from procurement.models import DuesBand
from tests.campaigns.pipeline.conftest import TODAY
from tests.factories import campaigns, core, procurement, supplychain

pytestmark = pytest.mark.django_db
WHO = {"actor": None, "reason": "Signed", "today": TODAY}


def producer():
    return supplychain.BrandFactory().organisation


def with_profiles(make):
    organisation = procurement.ProcurerFactory().organisation
    make(organisation=organisation)
    return organisation


INTERESTED = {
    "brand": lambda: with_profiles(supplychain.BrandFactory),
    "company": lambda: with_profiles(supplychain.CompanyFactory),
    "supplier": lambda: with_profiles(procurement.SupplierFactory),
    "partner": lambda: with_profiles(campaigns.PartnerFactory),
    "private company": lambda: procurement.ProcurerFactory(organisation__iati_type="70").organisation,
    "NGO": lambda: procurement.ProcurerFactory(organisation__iati_type="22").organisation,
    "nobody who buys": core.OrganisationFactory,
}


@pytest.mark.parametrize("kind", INTERESTED)
def test_who_has_an_interest_can_only_support(kind):
    organisation, pact = INTERESTED[kind](), core.OrganisationFactory()
    with pytest.raises(ValidationError) as refused:
        record_adherence(**WHO, organisation=organisation, body=pact, kind="participant")
    assert list(refused.value.message_dict) == ["kind"]
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        Adherence.objects.create(organisation=organisation, body=pact, kind="participant")
    assert broken.value.__cause__.diag.constraint_name == "campaigns_adherence_participant_buys"
    assert record_adherence(**WHO, organisation=organisation, body=pact, kind="supporter").kind == "supporter"


def test_the_administration_refuses_a_supporter_as_participant(client):
    client.force_login(core.UserFactory(admin=True))
    organisation, pact = producer(), core.OrganisationFactory()
    values = {"organisation": organisation.pk, "body": pact.pk, "kind": "participant", "change_reason": "Signed"}
    page = client.post("/admin/campaigns/adherence/add/", values)
    assert "Producers and sellers can only be supporters." in page.content.decode()
    assert client.post("/admin/campaigns/adherence/add/", values | {"kind": "supporter"}).status_code == 302


def test_a_buyer_takes_part_and_leaves(client):
    buyer = procurement.ProcurerFactory(name="City of Ghent")
    pact = core.OrganisationFactory(name="Fair Pact")
    adherence = record_adherence(
        **WHO, organisation=buyer.organisation, body=pact, kind="participant", joined_on=datetime.date(2026, 1, 1)
    )
    for address in ("/adherences/", adherence.get_absolute_url(), f"{adherence.get_absolute_url()}history/"):
        assert "City of Ghent" in client.get(address).content.decode()
    assert client.get("/api/v1/adherences/?kind=participant").json()["results"][0]["kind"] == "participant"
    assert "1 participant" in client.get(pact.get_absolute_url()).content.decode()
    with pytest.raises(ValidationError, match="future"):
        end_adherence(**WHO, adherence=adherence, left_on=datetime.date(2026, 7, 1))
    end_adherence(**WHO, adherence=adherence, left_on=datetime.date(2026, 5, 1))
    assert client.get("/adherences/?in_force=yes&format=csv").streaming
    with pytest.raises(ValidationError, match="future"):
        record_adherence(
            **WHO, organisation=buyer.organisation, body=pact, kind="participant", joined_on=datetime.date(2027, 1, 1)
        )


def test_dues_are_told_exactly_as_published_with_their_source(client):
    load_reference()
    body = Organisation.objects.get(name="Electronics Watch")
    bands = {band.code: band for band in DuesBand.objects.filter(body=body)}
    told = {code: (band.rate_percent, band.minimum, band.maximum) for code, band in bands.items()}
    assert {code: tuple(str(value) for value in values) for code, values in told.items()} == {
        "A": ("0.055", "3150.00", "None"),
        "B": ("0.550", "None", "5500.00"),
        "C": ("0.150", "6000.00", "None"),
        "D": ("0.105", "7500.00", "None"),
        "E": ("0.105", "None", "60000.00"),
        "F": ("None", "None", "None"),
    }
    page = client.get(body.get_absolute_url()).content.decode()
    assert "misprint" in page
    assert "Affiliation dues structure" in page
    again = load_reference()
    assert (again.created, again.changed) == (0, 0)
