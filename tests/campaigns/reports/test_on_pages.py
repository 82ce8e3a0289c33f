"""Every report of campaigns is offered on the page, has its form, and is made from there."""

import pytest

from core.enums import JobState, Role
from core.models import Job
from core.reports.registry import reports
from tests.campaigns.results.scene import activity, consortium
from tests.factories import core

pytestmark = pytest.mark.django_db
KINDS = ("logframe", "iati", "narrative-annex", "affiliation-pipeline", "research-policy", "headline")


@pytest.fixture
def scene(client):
    made = consortium(counts="trained")
    activity(made, 40, approved=True)
    client.force_login(made.author)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_a_partner_has_it_made_in_each_format(client, scene, kind):
    address = f"/reports/new/?kind={kind}"
    assert client.get(address).status_code == 200
    sent = {"project": scene.project.public_id, "period": "this-year", "language": "en"}
    for form in reports()[kind].formats:
        assert client.post(address, sent | {"format": form.value}).status_code == 302
    jobs = Job.objects.filter(parameters__report=kind)
    assert {job.parameters["format"] for job in jobs} == {form.value for form in reports()[kind].formats}
    assert {(job.state, job.message) for job in jobs} == {(JobState.SUCCEEDED, "")}


def test_a_project_has_to_be_chosen(client, scene):
    sent = {"period": "this-year", "language": "en", "format": "html"}
    assert client.post("/reports/new/?kind=logframe", sent).status_code == 422


def test_a_public_buyer_is_not_offered_the_narrative_report(client):
    client.force_login(core.UserFactory(role=Role.PROCURER))
    page = client.get("/reports/new/").content.decode()
    assert "Logframe" in page
    assert "Annex VI" not in page
    assert client.get("/reports/new/?kind=narrative-annex").status_code == 404
