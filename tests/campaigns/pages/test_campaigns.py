"""Campaign pages: safe, consent-aware, each figure with its measure, a calendar that others can read."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from campaigns.models import Campaign
from campaigns.queries.pages import figures_of
from campaigns.services.pages import campaigns as services
from campaigns.services.pages.campaigns import CampaignEntry
from campaigns.services.pages.resources import add_resource, kept_files
from core.enums import Role
from tests.factories import campaigns, core
from tests.visibility.cast import Cast

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 15)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def shown_with(campaign, **activity):
    made = campaigns.ActivityFactory(project=campaign.project, lead=campaign.lead, **activity)
    campaigns.CampaignActivityFactory(campaign=campaign, activity=made)
    return made


def page_of(client, campaign):
    return client.get(campaign.get_absolute_url()).content.decode()


def test_the_story_is_text_in_paragraphs_and_never_markup(client):
    campaign = campaigns.CampaignFactory(
        story="One <script>alert(1)</script>\n\n<img src=x onerror=alert(2)> two", slogan="<b>bold</b>"
    )
    page = page_of(client, campaign)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>bold" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</p>" in page


def test_figures_count_approved_totals_alone_and_are_never_added_up(client):
    campaign = campaigns.CampaignFactory()
    first, second = shown_with(campaign, approved=True), shown_with(campaign, approved=True)
    open_one = shown_with(campaign)
    for activity, number in ((first, 40), (second, 2), (open_one, 500)):
        campaigns.AudienceCountFactory(activity=activity, number=number)
    campaigns.AudienceCountFactory(activity=first, number=30, sex="f")
    campaigns.AudienceCountFactory(activity=first, measure="unique_reach_est", number=7000, is_estimate=True)
    found = [(one.measure, one.number, one.activities, one.has_estimates) for one in figures_of(campaign)]
    assert found == [("participants", 42, 2, False), ("unique_reach_est", 7000, 1, True)]
    page = page_of(client, campaign)
    assert "7,000" in page
    assert "7,042" not in page


def test_the_calendar_parses_and_holds_announced_and_approved_activities(client):
    campaign = campaigns.CampaignFactory(name="Fair; chips, now")
    approved = shown_with(campaign, approved=True, name="Talk, with; signs", city="Ghent", ends_on=DAY)
    announced = shown_with(campaign, state="planned", is_announced=True)
    shown_with(campaign, state="planned")
    shown_with(campaign)
    response = client.get(f"{campaign.get_absolute_url()}calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    events = list(calendar.walk("VEVENT"))
    assert [str(event["SUMMARY"]) for event in events] == ["Talk, with; signs", announced.name]
    assert str(calendar["X-WR-CALNAME"]) == "Fair; chips, now"
    assert events[0]["DTSTART"].dt == DAY
    assert events[0]["DTEND"].dt == DAY + datetime.timedelta(days=1)
    assert len({str(event["UID"]) for event in events}) == 2
    approved.name = "Another name"
    approved.save()
    again = list(Calendar.from_ical(client.get(f"{campaign.get_absolute_url()}calendar.ics").content).walk("VEVENT"))
    assert str(again[0]["UID"]) == str(events[0]["UID"])
    assert "webcal://" in page_of(client, campaign)


def test_only_photos_published_with_consent_are_shown_or_given_out(client):
    campaign = campaigns.CampaignFactory()
    activity, hidden = shown_with(campaign, approved=True), shown_with(campaign)
    path = kept_files().save("evidence/a.png", SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n"))
    agreed = {"content_type": "image/png", "people": "agreed", "is_published": True}
    shown = campaigns.EvidenceFileFactory(activity=activity, title="The hall", path=path, **agreed)
    kept = campaigns.EvidenceFileFactory(activity=activity, title="The faces", content_type="image/png")
    early = campaigns.EvidenceFileFactory(activity=hidden, title="Too early", **agreed)
    page = page_of(client, campaign)
    assert "The hall" in page
    assert "The faces" not in page
    assert "Too early" not in page
    addresses = [reverse("campaigns:campaign-photo", args=[campaign.public_id, row.pk]) for row in (shown, kept, early)]
    responses = [client.get(address) for address in addresses]
    assert [response.status_code for response in responses] == [200, 404, 404]
    assert responses[0]["Content-Type"] == "image/png"
    assert b"".join(responses[0].streaming_content) == b"\x89PNG\r\n\x1a\n"


def test_a_partner_makes_it_and_the_coordinator_shows_it(client):
    cast = Cast.assembled()
    user = core.UserFactory(role=Role.PARTNER, organisation=cast.own.organisation)
    client.force_login(user)
    data = {"name": "Fair phones", "project": cast.project.pk, "lead": cast.own.pk, "story": "Once"}
    client.post(reverse("campaigns:campaign-new"), data)
    campaign = Campaign.objects.get(name="Fair phones")
    activity = campaigns.ActivityFactory(project=cast.project, lead=cast.own, approved=True)
    edit = reverse("campaigns:campaign-edit", args=[campaign.public_id])
    client.post(edit, {"name": "Fairer phones", "activities": [activity.pk]})
    campaign.refresh_from_db()
    assert (campaign.name, campaign.activity_links.get().activity) == ("Fairer phones", activity)
    client.post(edit, {"name": "Fairer phones"})
    assert not campaign.activity_links.exists()
    wrong = client.post(edit, {"name": "X", "starts_on": "2026-02-01", "ends_on": "2026-01-01"})
    assert "A campaign ends after it begins." in wrong.content.decode()
    publish = reverse("campaigns:campaign-publish", args=[campaign.public_id])
    assert client.post(publish, {"is_published": "1"}).status_code == 403
    client.force_login(core.UserFactory(role=Role.PARTNER, organisation=cast.coordinator.organisation))
    assert client.get(edit).status_code == 403
    assert client.post(publish, {"is_published": "1"}).status_code == 302
    campaign.refresh_from_db()
    assert campaign.is_published


def test_resources_are_addresses_or_checked_files(client):
    campaign = campaigns.CampaignFactory()
    arguments = {"actor": None, "reason": "x", "campaign": campaign, "title": "Poster"}
    with pytest.raises(ValidationError, match="one of them"):
        add_resource(**arguments)
    with pytest.raises(ValidationError, match="PDF, a PNG or a JPEG"):
        add_resource(**arguments, file=SimpleUploadedFile("a.pdf", b"<html>"))
    large = SimpleUploadedFile("a.pdf", b"%PDF-1.7")
    large.size = 21 * 1024 * 1024
    with pytest.raises(ValidationError, match="larger than"):
        add_resource(**arguments, file=large)
    resource = add_resource(**arguments, file=SimpleUploadedFile("../../poster.pdf", b"%PDF-1.7"))
    address = reverse("campaigns:campaign-resource", args=[campaign.public_id, resource.pk])
    assert address in page_of(client, campaign)
    response = client.get(address)
    assert response["Content-Disposition"] == 'attachment; filename="poster.pdf"'
    assert b"".join(response.streaming_content) == b"%PDF-1.7"


def test_page_and_list_take_the_same_queries_for_one_and_three(client):
    campaign = campaigns.CampaignFactory()

    def grow():
        activity = shown_with(campaign, approved=True, country=core.CountryFactory())
        campaigns.AudienceCountFactory(activity=activity)
        campaigns.CampaignPublicationFactory(campaign=campaign)
        campaigns.CampaignResourceFactory(campaign=campaign)
        campaigns.PetitionCountFactory(petition__campaign=campaign)
        campaigns.CampaignFactory()

    def visit():
        numbers = []
        for address in (campaign.get_absolute_url(), "/campaigns/?sort=name", "/campaigns/?sort=-name"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            numbers.append(len(queries))
        return numbers[:2]

    grow()
    visit()
    first = visit()
    grow()
    grow()
    assert visit()[0] == first[0]


def test_what_the_service_takes_is_what_the_page_says():
    cast = Cast.assembled()
    entry = CampaignEntry(name="Plain", lead=cast.own, project=cast.project)
    assert services.record_campaign(actor=None, reason="Seeded", entry=entry).is_published is False
