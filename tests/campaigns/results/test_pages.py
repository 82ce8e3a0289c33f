"""Pages, files and API of indicators and logframes."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.models import ActivityIndicator, IndicatorUpdate, UpdatePart
from tests.campaigns.results.scene import activity, actual, consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def scene():
    made = consortium(counts="trained")
    activity(made, 40, approved=True, name="Training in Vienna")
    return made


def page_of(client, address):
    return client.get(address).content.decode()


def test_the_list_and_its_files_give_target_and_figure_of_a_day(client, scene):
    assert "Training" not in page_of(client, "/indicators/?on=2026-03-01")
    rows = b"".join(client.get("/indicators/?format=csv&on=2026-03-01").streaming_content).decode().splitlines()
    assert rows[1].endswith("2026-01-01,2026-12-31,100,40,40,false")
    found = client.get("/api/v1/indicators/?on=2026-03-01").json()["results"][0]
    assert (found["progress"]["actual"], found["progress"]["share"], found["measure"]) == ("40.0000", "40.00", "1")
    for query in (f"project={scene.project.public_id}", "type=1", "result=Buyers", "kind=quantitative"):
        assert client.get(f"/api/v1/indicators/?{query}").json()["count"] == 1, query
    assert client.get(f"/api/v1/indicators/?partner={scene.partner.public_id}").json()["count"] == 0


def test_words_and_indicators_without_periods_stand_in_the_list(client, scene):
    told = campaigns.IndicatorFactory(result=scene.indicator.result, qualitative=True)
    campaigns.IndicatorFactory(result=scene.indicator.result, partner=scene.partner)
    period = campaigns.IndicatorPeriodFactory(indicator=told)
    campaigns.IndicatorUpdateFactory(period=period, approved=True, value=None, narrative="Buyers ask more")
    assert "Buyers ask more" in page_of(client, "/indicators/")
    assert "Buyers ask more" in page_of(client, told.get_absolute_url())
    assert "Buyers ask more" in page_of(client, f"/projects/{scene.project.public_id}/logframe/")


def test_the_page_explains_its_figure(client, scene):
    page = page_of(client, f"{scene.indicator.get_absolute_url()}?on=2026-03-01")
    assert "40 from 1 approved activity" in page
    assert "Training in Vienna" in page
    assert "40 % of the way" in page
    assert client.get(f"{scene.indicator.get_absolute_url()}history/").status_code == 200


def test_the_logframe_of_all_partners_and_of_one(client, scene):
    type(scene.indicator).objects.update(means_of_verification="Lists of participants")
    address = f"/projects/{scene.project.public_id}/logframe/"
    assert "40 % of the way" in page_of(client, address)
    assert 'data-label="Means of verification">Lists of participants</td>' in page_of(client, address)
    assert "40 % of the way" in page_of(client, f"{address}?on=all&partner={scene.partner.public_id}")
    assert "0 % of the way" in page_of(client, f"{address}?on=2026-01-01&partner={scene.other.public_id}")
    empty = campaigns.ProjectFactory()
    assert "No results are on record" in page_of(client, f"/projects/{empty.public_id}/logframe/")
    assert client.get("/projects/W-0000-0000-00/logframe/").status_code == 404


def test_list_page_and_logframe_take_the_same_queries_for_one_and_three(client, scene):
    addresses = ["/indicators/", scene.indicator.get_absolute_url(), f"/projects/{scene.project.public_id}/logframe/"]
    for address in addresses:
        client.get(address)
    one = [queries_of(client, address) for address in addresses]
    for _ in range(2):
        activity(scene, 5, approved=True)
        campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(result=scene.indicator.result))
    assert [queries_of(client, address) for address in addresses] == one


def test_a_partner_reports_and_the_coordinator_approves(client, scene):
    address = f"{scene.indicator.get_absolute_url()}updates/"
    client.force_login(scene.author)
    assert client.get(f"{address}new/").status_code == 200
    entry = {"period": scene.period.pk, "partner": scene.partner.pk, "value": "5", "sex_f": "6", "hand_in": "1"}
    assert "more than the figure" in client.post(f"{address}new/", entry).content.decode()
    assert client.post(f"{address}new/", entry | {"sex_f": "3", "text": "List"}).status_code == 302
    update = IndicatorUpdate.objects.get()
    assert (update.state, update.parts.get().number) == ("pending", 3)
    client.force_login(scene.stranger)
    assert client.get(f"{address}{update.pk}/").status_code == 404
    client.force_login(scene.coordinator)
    assert "Waiting for approval" in page_of(client, scene.indicator.get_absolute_url())
    returned = client.post(f"{address}{update.pk}/", {"decision": "return", "comment": ""})
    assert "Say why" in returned.content.decode()
    client.post(f"{address}{update.pk}/", {"decision": "return", "comment": "Which list?"})
    client.force_login(scene.author)
    assert "Which list?" in page_of(client, f"{address}{update.pk}/")
    assert 'value="5' in page_of(client, f"{address}{update.pk}/edit/")
    assert "measured" not in page_of(client, f"{address}{update.pk}/edit/")
    assert client.post(f"{address}{update.pk}/edit/", {"value": "-1"}).status_code == 200
    client.post(f"{address}{update.pk}/edit/", {"value": "4"})
    client.post(f"{address}{update.pk}/", {"decision": "submit"})
    client.force_login(scene.coordinator)
    client.post(f"{address}{update.pk}/", {"decision": "approve"})
    assert actual(scene.period) == 44


def test_forms_fit_how_it_is_measured(client, scene):
    client.force_login(scene.author)
    for trait, field in (("percentage", "denominator"), ("qualitative", "narrative")):
        made = campaigns.IndicatorFactory(result=scene.indicator.result, **{trait: True})
        assert f'name="{field}"' in page_of(client, f"{made.get_absolute_url()}updates/new/")
    outsider = campaigns.IndicatorFactory()
    assert client.get(f"{outsider.get_absolute_url()}updates/new/").status_code == 403


def test_the_coordinator_closes_and_opens_a_period(client, scene):
    address = f"{scene.indicator.get_absolute_url()}periods/{scene.period.pk}/"
    client.force_login(scene.author)
    assert client.post(f"{address}locked/", {"reason": "x"}).status_code == 403
    client.force_login(scene.coordinator)
    assert "Lock the period" in page_of(client, f"{address}locked/")
    assert client.post(f"{address}locked/", {}).status_code == 200
    assert client.post(f"{address}locked/", {"reason": "Interim report"}).status_code == 302
    assert "not possible" in client.post(f"{address}locked/", {"reason": "Again"}).content.decode()
    assert "Open again" in page_of(client, scene.indicator.get_absolute_url())
    assert client.get(f"{address}lost/").status_code == 404


def test_an_activity_is_linked_from_its_page(client, scene):
    made = campaigns.ActivityFactory(project=scene.project, lead=scene.partner)
    address = f"/outreach/{made.public_id}/indicators/"
    client.force_login(scene.author)
    client.post(address, {"indicator": scene.indicator.public_id})
    link = ActivityIndicator.objects.get(activity=made)
    client.post(address, {"indicator": scene.indicator.public_id})
    client.post(f"{address}{link.pk}/remove/")
    assert not ActivityIndicator.objects.filter(activity=made).exists()
    client.force_login(scene.stranger)
    assert client.post(address, {"indicator": scene.indicator.public_id}).status_code == 404


def test_an_update_is_cut_by_sex_age_and_country_and_keeps_it_when_changed(client):
    scene = consortium()
    austria, germany = core.CountryFactory(code="AT"), core.CountryFactory(code="DE")
    client.force_login(scene.author)
    new = f"{scene.indicator.get_absolute_url()}updates/new/"
    entry = {"period": scene.period.pk, "partner": scene.partner.pk, "value": "40", "sex_f": "20", "age_18_24": "12"}
    refused = client.post(new, entry | {"countries": "XX 3"}).context["form"]
    assert list(refused.errors) == ["countries"]
    assert "more than the figure" in client.post(new, entry | {"countries": "AT 30; DE 20"}).content.decode()
    assert client.post(new, entry | {"countries": "AT 20; DE 15"}).status_code == 302
    update = IndicatorUpdate.objects.get()
    UpdatePart.objects.create(update=update, sex="f", age_band="18_24", number=5)
    told = {(part.sex, part.age_band, part.country_id): int(part.number) for part in update.parts.all()}
    assert told[("", "18_24", None)] == 12
    assert told[("", "", "AT")] == 20
    edit = f"{scene.indicator.get_absolute_url()}updates/{update.pk}/edit/"
    form = client.get(edit).context["form"]
    assert form.has_parts
    kept = {name: value for name, value in form.initial.items() if value is not None}
    assert client.post(edit, kept | {"value": "41"}).status_code == 302
    update.refresh_from_db()
    assert {(part.sex, part.age_band, part.country_id): int(part.number) for part in update.parts.all()} == told
    assert {austria.pk, germany.pk} == {country for _sex, _age, country in told if country}
