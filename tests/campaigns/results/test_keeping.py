"""The coordinator keeps the logframe on its pages."""

import pytest

from campaigns.models import Indicator, IndicatorPeriod, Result
from tests.campaigns.results.scene import consortium
from tests.factories import campaigns

pytestmark = pytest.mark.django_db
WHY = {"reason": "Grant agreement"}
RESULT = {"code": "R9", "title": "Buyers know", "type": "1", "position": "0", **WHY}
INDICATOR = {
    "name": "Buyers trained",
    "kind": "quantitative",
    "unit": "unit",
    "counts": "trained",
    "is_ascending": "on",
    "position": "0",
    "baseline_value": "5",
    **WHY,
}
PERIOD = {"starts_on": "2027-01-01", "ends_on": "2027-12-31", "target": "40", **WHY}


def errors_of(client, address, values):
    return list(client.post(address, values).context["form"].errors)


def test_a_logframe_grows_from_result_to_target(client):
    scene = consortium()
    client.force_login(scene.coordinator)
    frame = f"/projects/{scene.project.public_id}/logframe/"
    assert f"{frame}results/new/" in client.get(frame).content.decode()
    assert client.post(f"{frame}results/new/", RESULT).status_code == 302
    result = Result.objects.get(code="R9")
    assert errors_of(client, f"{frame}results/new/", RESULT) == ["code"]
    assert client.post(f"/results/{result.pk}/edit/", RESULT | {"title": "Buyers act"}).status_code == 302
    new = f"/results/{result.pk}/indicators/new/"
    assert new in client.get(frame).content.decode()
    assert errors_of(client, new, INDICATOR | {"unit": "percentage"}) == ["counts"]
    assert errors_of(client, new, INDICATOR | {"kind": "qualitative"}) == ["unit"]
    address = client.post(new, INDICATOR).url
    indicator = Indicator.objects.get(name="Buyers trained")
    assert address == indicator.get_absolute_url()
    assert (indicator.result.title, indicator.baseline_value, indicator.counts) == ("Buyers act", 5, "trained")
    assert f"{address}periods/new/" in client.get(address).content.decode()
    assert client.post(f"{address}periods/new/", PERIOD).status_code == 302
    assert errors_of(client, f"{address}periods/new/", PERIOD) == ["starts_on"]
    assert errors_of(client, f"{address}periods/new/", PERIOD | {"ends_on": "2026-12-31"}) == ["ends_on"]
    period = IndicatorPeriod.objects.get(indicator=indicator)
    edit = f"{address}periods/{period.pk}/edit/"
    assert edit in client.get(address).content.decode()
    assert 'value="40"' in client.get(edit).content.decode()
    assert client.post(edit, PERIOD | {"target": "60"}).status_code == 302
    period.refresh_from_db()
    assert period.target == 60
    assert client.post(f"{address}edit/", INDICATOR | {"name": "People trained"}).status_code == 302
    assert client.post(f"{address}periods/{period.pk}/locked/", WHY).status_code == 302
    assert "This period is closed." in client.post(edit, PERIOD).content.decode()
    assert edit not in client.get(address).content.decode()


def test_only_what_belongs_to_the_project_can_be_chosen(client):
    scene = consortium()
    client.force_login(scene.coordinator)
    edit = f"{scene.indicator.get_absolute_url()}edit/"
    elsewhere = campaigns.IndicatorFactory()
    assert errors_of(client, edit, INDICATOR | {"parent": elsewhere.pk}) == ["parent"]
    assert errors_of(client, edit, INDICATOR | {"partner": campaigns.PartnerFactory().pk}) == ["partner"]
    assert errors_of(client, edit, INDICATOR | {"reason": ""}) == ["reason"]


def test_others_than_the_coordinator_and_administrators_read_it_only(client):
    scene = consortium()
    own = scene.indicator.get_absolute_url()
    addresses = (
        f"/projects/{scene.project.public_id}/logframe/results/new/",
        f"/results/{scene.indicator.result.pk}/edit/",
        f"/results/{scene.indicator.result.pk}/indicators/new/",
        f"{own}edit/",
        f"{own}periods/new/",
        f"{own}periods/{scene.period.pk}/edit/",
    )
    elsewhere = consortium()
    for user in (scene.author, scene.stranger, elsewhere.coordinator):
        client.force_login(user)
        for address in addresses:
            assert client.get(address).status_code == 403
            assert client.post(address, RESULT | INDICATOR | PERIOD).status_code == 403
    for user in (scene.coordinator, scene.admin):
        client.force_login(user)
        assert {client.get(address).status_code for address in addresses} == {200}
