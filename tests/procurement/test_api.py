"""The read API of procurement."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import core, procurement
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db

LISTS = ("contracts", "procurers", "suppliers", "affiliations", "disclosures")


def read(client, address, user=None, status=200):
    if user:
        client.force_login(user)
    response = client.get(address)
    assert response.status_code == status
    return response.json()


def test_a_contracts_answer_by_line_and_model(client):
    scene = build()
    data = read(client, f"/api/v1/contracts/{scene.contract.public_id}/factories/")
    (line,) = data["lines"]
    assert data["summary"]["models_confirmed"] == 1
    assert line["line"]["model"] == {"id": scene.line.product_model.public_id, "name": "Ultrabook 14"}
    (confirmed,) = line["confirmed"]
    assert confirmed["factory"] == {"id": scene.factory.public_id, "name": "Longhua Works"}
    assert (confirmed["stage"]["code"], confirmed["confirmed_for_contract"]) == ("FIN", True)
    assert confirmed["statements"][0]["basis"] == "contract_disclosure"
    assert [row["factory"]["name"] for row in line["suspected"]] == ["Listed Works"]
    (asked,) = line["asked_without_answer"]
    assert (asked["request"], asked["state"]) == (scene.request.public_id, "overdue")
    assert line["missing_stages"] == [{"code": "BAT", "name": "Battery packs"}]


def test_the_answer_of_a_noticed_private_contract_says_nothing(client):
    scene = build("private", noticed=True)
    data = read(client, f"/api/v1/contracts/{scene.contract.public_id}/factories/")
    assert data == {"contract": scene.contract.public_id, "shows_lines": False, "summary": None, "lines": []}
    assert read(client, f"/api/v1/contracts/{scene.contract.public_id}/")["lines"] == []


def test_the_answer_of_a_private_contract_does_not_exist(client):
    data = read(client, f"/api/v1/contracts/{build('private').contract.public_id}/factories/", status=404)
    assert data == {"detail": "No record has this identifier.", "fields": {}}


def test_the_answer_of_a_merged_contract_is_the_survivors(client):
    scene, merged = build(), procurement.ContractFactory()
    merged.merged_into = scene.contract
    merged.save()
    response = client.get(f"/api/v1/contracts/{merged.public_id}/factories/")
    assert (response.status_code, response["Location"]) == (
        301,
        f"/api/v1/contracts/{scene.contract.public_id}/factories/",
    )


def test_leverage_names_those_who_show_themselves(client):
    scene = build()
    procurement.ContractLineFactory(product_model=scene.line.product_model)
    data = read(client, f"/api/v1/factories/{scene.factory.public_id}/leverage/")
    assert (data["procurers_count"], data["hidden_count"], data["contracts_count"]) == (2, 1, 1)
    assert [row["name"] for row in data["procurers"]] == ["City of Ljubljana"]
    assert data["spend"] == [{"currency": "EUR", "amount": "40000.00"}]
    assert data["open_findings"] is None
    assert data["suspected"]["procurers_count"] == 0


def test_leverage_of_a_merged_factory_is_the_survivors(client):
    scene = build()
    merged = scene.suspected
    merged.merged_into = scene.factory
    merged.save()
    response = client.get(f"/api/v1/factories/{merged.public_id}/leverage/")
    assert (response.status_code, response["Location"]) == (
        301,
        f"/api/v1/factories/{scene.factory.public_id}/leverage/",
    )
    read(client, "/api/v1/factories/F-none/leverage/", status=404)


def test_a_private_buyer_keeps_its_profile(client):
    scene = build("private")
    data = read(client, f"/api/v1/procurers/{scene.buyer.public_id}/")
    assert (data["shows_buying"], data["profile"], data["spend_band"], data["users_served"]) == (
        False,
        None,
        None,
        None,
    )
    data = read(client, f"/api/v1/procurers/{scene.buyer.public_id}/", scene.member())
    assert (data["shows_buying"], data["profile"], data["users_served"]) == (True, "We buy with care", 4321)


def test_a_published_request_of_a_private_buyer_names_no_line(client):
    scene = build("private")
    data = read(client, f"/api/v1/disclosures/{scene.request.public_id}/")
    assert (data["line"], data["contract"], data["is_overdue"]) == (None, None, True)
    data = read(client, f"/api/v1/disclosures/{scene.request.public_id}/", scene.member())
    assert data["line"]["model"]["name"] == "Ultrabook 14"


def test_steps_of_an_affiliation_follow_the_viewer(client):
    scene = build()
    address = f"/api/v1/affiliations/{scene.affiliation.public_id}/"
    data = read(client, address)
    assert (data["stage"], [(step["stage"], step["note"]) for step in data["steps"]]) == (
        "affiliated",
        [("affiliated", "")],
    )
    assert len(read(client, address, core.UserFactory(partner=True))["steps"]) == 2


@pytest.mark.parametrize("name", LISTS)
def test_lists_ask_the_same_number_of_queries_at_one_and_three(client, name):
    def visit(address):
        with CaptureQueriesContext(connection) as queries:
            assert read(client, address)["results"]
        return len(queries)

    build()
    first = visit(f"/api/v1/{name}/?sort=updated")
    build()
    build()
    assert visit(f"/api/v1/{name}/?sort=-updated") == first


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("format_", ["csv", "json", "xlsx"])
def test_every_list_is_a_file_too(client, name, format_):
    build()
    response = client.get(f"/{name}/?format={format_}")
    assert response.status_code == 200
    assert b"".join(response.streaming_content if response.streaming else [response.content])
