"""Pages of contracts, procurers, suppliers, affiliations and disclosure requests."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.enums import Role
from core.templatetags import records
from tests.factories import core, procurement, supplychain
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db

SECRETS = ("Ultrabook 14", "Longhua Works", "Listed Works")


def text_of(client, record, user=None):
    if user:
        client.force_login(user)
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_answer_page_tells_what_is_confirmed_suspected_asked_and_missing(client):
    scene = build()
    text = text_of(client, scene.contract)
    assert "1 of 1 model has a confirmed final-assembly factory." in text
    assert "main component without any known factory" in text
    assert "request without an answer" in text
    for expected in (
        "Longhua Works",
        "Confirmed for this contract",
        "Disclosed for a contract by its supplier",
        "Listed Works",
        "for the brand, no model named",
        "Asked Lumen Inc.",
        "days overdue",
        "Battery packs",
    ):
        assert expected in text


def test_a_public_notice_opens_the_contract_and_not_what_stands_behind_it(client):
    scene = build("private", noticed=True)
    text = text_of(client, scene.contract)
    assert "Laptops for schools" in text
    assert "are shown to those whom the buyer has chosen" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_a_private_contract_does_not_exist_for_others(client):
    assert client.get(build("private").contract.get_absolute_url()).status_code == 404


def test_a_merged_contract_leads_to_the_survivor(client):
    scene, merged = build(), procurement.ContractFactory()
    merged.merged_into = scene.contract
    merged.save()
    response = client.get(merged.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, scene.contract.get_absolute_url())


def test_a_contract_without_lines_says_so(client):
    contract = procurement.ContractFactory(buyer__public=True, supplier=None, starts_on=None, ends_on=None)
    assert "No lines are on record" in text_of(client, contract)


def test_a_line_without_model_and_without_anything_known_says_so(client):
    supplychain.StageFactory()
    contract = procurement.ContractFactory(buyer__public=True)
    procurement.ContractLineFactory(contract=contract, by_brand=True)
    text = text_of(client, contract)
    assert "No line names a model, so no factory can be confirmed for one." in text
    assert "No list names a factory for this model or brand." in text


def test_a_private_source_of_the_contract_shows_its_kind_alone(client):
    source = core.SourceFactory(private=True, title="Leaked paper", kind="research")
    contract = procurement.ContractFactory(buyer__public=True, source=source)
    text = text_of(client, contract)
    assert "Leaked paper" not in text
    assert "Source not public (Research)" in text
    assert "Leaked paper" in text_of(client, contract, core.UserFactory(monitor=True))


def test_a_procurer_shows_its_factories_contracts_and_affiliations(client):
    scene = build()
    text = text_of(client, scene.buyer)
    for expected in ("We buy with care", "4,321", "Longhua Works", "Laptops for schools", "Electronics Watch"):
        assert expected in text
    assert "1 factory is named for models in these contracts." in text
    assert "Listed Works" not in text


def test_a_private_procurer_shows_its_name_and_affiliation_alone(client):
    scene = build("private")
    text = text_of(client, scene.buyer)
    assert "City of Ljubljana" in text
    assert "Electronics Watch" in text
    assert "You are not among them." in text
    hidden = (*SECRETS, "We buy with care", "4,321", "Laptops for schools")
    assert [secret for secret in hidden if secret in text] == []


def test_its_own_member_sees_everything_and_may_change_the_choice(client):
    scene = build("private")
    text = text_of(client, scene.buyer, scene.member())
    assert "Longhua Works" in text
    assert reverse("procurement:procurer-visibility", args=[scene.buyer.public_id]) in text


def test_a_supplier_shows_the_contracts_that_the_viewer_may_see(client):
    scene = build("private")
    assert "There is no contract of this supplier that you may see." in text_of(client, scene.contract.supplier)
    assert "Laptops for schools" in text_of(client, scene.contract.supplier, scene.member())


def test_steps_before_affiliation_and_notes_are_not_for_everyone(client):
    scene = build()
    text = text_of(client, scene.affiliation)
    assert "Affiliated" in text
    assert [secret for secret in ("Contacted", "Met at a fair", "Signed in secret") if secret in text] == []
    text = text_of(client, scene.affiliation, core.UserFactory(partner=True))
    assert "Met at a fair" in text


def test_a_body_that_is_not_affiliated_yet_has_no_page_for_others(client):
    affiliation = procurement.AffiliationFactory()
    procurement.AffiliationEventFactory(affiliation=affiliation)
    assert client.get(affiliation.get_absolute_url()).status_code == 404


def test_a_published_request_of_a_private_buyer_names_no_line(client):
    scene = build("private")
    text = text_of(client, scene.request)
    assert "Lumen Inc." in text
    assert "City of Ljubljana" in text
    assert [secret for secret in (*SECRETS, "Laptops for schools") if secret in text] == []
    assert "Ultrabook 14" in text_of(client, scene.request, scene.member())


def test_a_disclosed_factory_says_who_answered_and_the_answer_lists_it(client):
    scene = build()
    answered = scene.line.disclosure_requests.exclude(pk=scene.request.pk).get()
    text = text_of(client, scene.contract)
    assert f"{answered.asked_of}, in answer to the request of {records.day(answered.asked_on)}" in text
    assert answered.get_absolute_url() in text
    page = text_of(client, answered)
    assert "Factories named in the answer" in page
    assert scene.factory.get_absolute_url() in page


def test_an_unpublished_answer_names_nobody_to_others(client):
    scene = build(published=False)
    answered = scene.line.disclosure_requests.exclude(pk=scene.request.pk).get()
    assert "in answer to the request" not in text_of(client, scene.contract)
    assert "in answer to the request" in text_of(client, scene.contract, scene.member())
    assert scene.factory.get_absolute_url() in text_of(client, answered, scene.member())


def test_a_published_answer_of_a_private_buyer_lists_no_factory(client):
    scene = build("private")
    answered = scene.line.disclosure_requests.exclude(pk=scene.request.pk).get()
    page = text_of(client, answered)
    assert scene.factory.get_absolute_url() not in page
    assert "No factory that it named" not in page


def test_an_answer_whose_links_are_hidden_says_so(client):
    scene = build()
    answered = scene.line.disclosure_requests.exclude(pk=scene.request.pk).get()
    answered.disclosed_links.all().delete()
    assert "No factory that it named is on record for you to see." in text_of(client, answered)


def test_the_way_back_leads_to_the_list(client):
    scene = build()
    text = text_of(client, scene.contract)
    assert '<a href="/contracts/">Contracts</a></li><li aria-current="page">Laptops for schools</li>' in text


def test_a_request_that_is_not_published_is_found_by_its_buyer_alone(client):
    scene = build(published=False)
    assert client.get(scene.request.get_absolute_url()).status_code == 404
    assert "Ultrabook 14" in text_of(client, scene.request, scene.member())


@pytest.mark.parametrize("kind", ["contract", "procurer", "supplier", "affiliation", "disclosure"])
def test_every_list_shows_its_rows(client, kind):
    scene = build()
    response = client.get(reverse(f"procurement:{kind}-list"))
    assert response.status_code == 200
    expected = {
        "contract": scene.contract,
        "procurer": scene.buyer,
        "supplier": scene.contract.supplier,
        "affiliation": scene.affiliation,
        "disclosure": scene.request,
    }[kind]
    assert expected.get_absolute_url() in response.content.decode()


@pytest.mark.parametrize("kind", ["contract", "procurer", "supplier", "affiliation", "disclosure"])
def test_lists_and_pages_ask_the_same_number_of_queries_at_one_and_three(client, kind, django_assert_max_num_queries):
    def visit(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    address = reverse(f"procurement:{kind}-list")
    build()
    visit(address)
    first = visit(f"{address}?sort=updated")
    build()
    build()
    assert visit(f"{address}?sort=-updated") == first


def test_the_pages_ask_the_same_number_of_queries_at_one_and_three(client):
    scene = build()

    def visit():
        counts = []
        for record in (scene.contract, scene.buyer, scene.contract.supplier, scene.affiliation, scene.request):
            with CaptureQueriesContext(connection) as queries:
                text_of(client, record)
            counts.append(len(queries))
        return counts

    visit()
    first = visit()
    for _ in range(2):
        contract = procurement.ContractFactory(buyer=scene.buyer, supplier=scene.contract.supplier, noticed=True)
        for within in (contract, scene.contract):
            line = procurement.ContractLineFactory(contract=within)
            link = supplychain.ProductionLinkFactory(product_model=line.product_model, confirmed=True, cited=True)
            supplychain.ProductionLinkFactory(brand=line.brand, cited=True)
            request = procurement.DisclosureRequestFactory(line=line, answered=True, published=True)
            procurement.DisclosedLinkFactory(request=request, link=link)
            procurement.DisclosureRequestFactory(line=line, published=True)
        affiliation = procurement.AffiliationFactory(procurer=scene.buyer)
        procurement.AffiliationEventFactory(affiliation=affiliation, affiliated=True)
    for day in ("2027-03-01", "2028-03-01"):
        procurement.AffiliationEventFactory(
            affiliation=scene.affiliation,
            stage="renewed",
            route="via_network",
            via=core.OrganisationFactory(),
            happened_on=day,
            source=core.SourceFactory(),
        )
    assert visit() == first


def test_a_buyer_changes_its_choice_with_a_reason(client):
    scene = build("private")
    client.force_login(scene.member())
    address = reverse("procurement:procurer-visibility", args=[scene.buyer.public_id])
    assert client.get(address).status_code == 200
    refused = client.post(address, {"buyer_visibility": "public", "reason": ""})
    assert "Say in a few words why" in refused.content.decode()
    done = client.post(address, {"buyer_visibility": "public", "reason": "Decided by the council"})
    assert done["Location"] == scene.buyer.get_absolute_url()
    scene.buyer.refresh_from_db()
    assert scene.buyer.buyer_visibility == "public"
    version = scene.buyer.versions.order_by("pgh_id").last()
    assert version.pgh_context.metadata["reason"] == "Decided by the council"


def test_nobody_else_changes_it(client):
    scene = build("private")
    address = reverse("procurement:procurer-visibility", args=[scene.buyer.public_id])
    assert client.post(address, {"buyer_visibility": "public", "reason": "x"}).status_code == 302
    for role in (Role.PROCURER, Role.PARTNER, Role.MONITOR):
        client.force_login(core.UserFactory(role=role))
        assert client.post(address, {"buyer_visibility": "public", "reason": "x"}).status_code == 403
    scene.buyer.refresh_from_db()
    assert scene.buyer.buyer_visibility == "private"


def test_the_choice_of_a_merged_buyer_is_made_at_the_survivor(client):
    scene, merged = build(), procurement.ProcurerFactory()
    merged.merged_into = scene.buyer
    merged.save()
    client.force_login(scene.member())
    response = client.get(reverse("procurement:procurer-visibility", args=[merged.public_id]))
    assert response["Location"] == scene.buyer.get_absolute_url()
