"""What procurement shows on the pages of others."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from core.panels import panels_for
from procurement import panels
from tests.factories import core, procurement, supplychain
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db


def request_by(user=None):
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    return request


@pytest.mark.parametrize(
    ("context", "subject"),
    [
        (panels.contracts_for_brand, lambda scene: scene.line.brand),
        (panels.contracts_for_product, lambda scene: scene.line.product_model),
        (panels.contracts_for_company, lambda scene: scene.factory.operator),
    ],
)
def test_contracts_show_where_their_lines_do(context, subject):
    scene = build("private", noticed=True)
    assert context(request_by(), subject(scene))["contracts_count"] == 0
    shown = context(request_by(scene.member()), subject(scene))
    assert (list(shown["contracts"]), shown["contracts_count"]) == ([scene.contract], 1)


def test_leverage_marks_the_viewers_own_organisation(client):
    scene = build("private")
    procurement.ContractLineFactory(product_model=scene.line.product_model)
    client.force_login(scene.member())
    text = " ".join(client.get(scene.factory.get_absolute_url()).content.decode().split())
    assert "2 public buyers have contracts for models made here." in text
    assert "1 of them has not shown its name to you." in text
    assert "City of Ljubljana" in text
    assert ">You<" in text


def test_a_buyers_contracts_stand_on_the_front_page(client):
    scene = build("private")
    client.force_login(scene.member())
    text = " ".join(client.get("/").content.decode().split())
    assert "Your contracts" in text
    assert "Laptops for schools" in text
    assert "1 request is without an answer, 1 of them overdue." in text


def test_a_buyer_without_contracts_is_told_so(client):
    client.force_login(core.UserFactory(procurer=True))
    assert "No contract of your organisation is on record yet." in client.get("/").content.decode()


def test_others_have_no_such_panel(client):
    build()
    for user in (None, core.UserFactory(), core.UserFactory(monitor=True)):
        assert panels.own(request_by(user), None) is None


def test_contracts_with_overdue_requests_stand_first_and_the_rest_is_counted(monkeypatch):
    monkeypatch.setattr(panels, "SHOWN_OWN", 1)
    scene = build()
    procurement.ContractFactory(buyer=scene.buyer, starts_on="2030-01-01", ends_on=None)
    context = panels.own(request_by(scene.member()), None)
    assert [row.contract for row in context["shown"]] == [scene.contract]
    assert context["hidden"] == 1


def test_panels_ask_the_same_number_of_queries_at_one_and_three():
    scene = build()
    # Somebody who is reached by the brand alone, so that every question has an answer from the start.
    supplychain.ProductionLinkFactory(factory=scene.factory, brand=scene.line.brand)
    procurement.ContractLineFactory(contract__buyer__public=True, by_brand=True, brand=scene.line.brand)
    member = scene.member()
    subjects = {
        "factory": scene.factory,
        "brand": scene.line.brand,
        "product": scene.line.product_model,
        "company": scene.factory.operator,
        "home": None,
    }

    def visit():
        counts = []
        for page, subject in subjects.items():
            request = request_by(member)
            with CaptureQueriesContext(connection) as queries:
                for shown in panels_for(page, request, subject):
                    if not shown.panel.template_name.startswith("procurement/"):
                        continue
                    assert shown.panel.title
                    {key: [str(row) for row in value] for key, value in shown.context.items() if key == "contracts"}
            counts.append(len(queries))
        return counts

    visit()
    first = visit()
    for _ in range(2):
        contract = procurement.ContractFactory(buyer=scene.buyer, supplier=scene.contract.supplier)
        procurement.ContractLineFactory(contract=contract, product_model=scene.line.product_model)
        other = procurement.ContractLineFactory(contract__buyer__public=True, product_model=scene.line.product_model)
        supplychain.ProductionLinkFactory(product_model=other.product_model, confirmed=True, cited=True)
    assert visit() == first
