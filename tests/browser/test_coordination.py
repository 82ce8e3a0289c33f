"""From the partner's report to the figure: handed in, returned, mended, approved, counted and closed."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns.enums.outreach import ActivityState
from campaigns.models import Activity
from core.models import User
from tests.browser.test_journeys import Journey
from tests.browser.test_pipeline import signed_in
from tests.campaigns.results.scene import actual, consortium
from tests.factories.core import PASSWORD, CountryFactory

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Training for municipal buyers"


@pytest.fixture
def journey(page: Page, live_server: Any, violations: Any) -> Journey:
    page.set_default_timeout(10_000)
    return Journey(page, live_server.url, violations)


def sign_in(page: Page, server: str, user: User) -> None:
    """As people do, by mail and password."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    page.context.clear_cookies()
    page.goto(f"{server}/accounts/login/?next=/dashboard/")
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{server}/dashboard/")


def comes_back(page: Page, server: str, user: User) -> None:
    """Signs in for another time, without the wait of a password."""
    page.context.clear_cookies()
    signed_in(page, server, user)
    page.goto(f"{server}/dashboard/")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def log_and_hand_in(page: Page, *, trained: int) -> None:
    page.locator("main").get_by_role("link", name="Log an activity").click()
    expect(page.locator("[data-progress]")).to_be_visible()
    page.locator("select[name=type]").select_option("training")
    page.locator("[name=name]").fill(TITLE)
    press(page, "Next: where and who")
    page.locator("[name=city]").fill("Bonn")
    page.locator("select[name=country]").select_option("DE")
    press(page, "Next: how many")
    page.get_by_text("Other figures: trained, reach, media").click()
    page.locator("[name=count_trained]").fill(str(trained))
    press(page, "Save")
    page.wait_for_url("**/outreach/Y-*/")
    page.locator("#link-indicator ~ button").click()
    press(page, "Hand in")


def return_it(journey: Journey, waits_for: str) -> None:
    page = journey.page
    waiting = page.locator("section", has=page.get_by_role("heading", name="Waiting for your approval"))
    expect(waiting).to_contain_text(waits_for)
    journey.follow(TITLE)
    page.get_by_label("Comment").fill("The list has 42 names, not 420.")
    press(page, "Return for changes")


def mend(journey: Journey, *, trained: int) -> None:
    page = journey.page
    expect(page.locator("main")).to_contain_text("The list has 42 names, not 420.")
    journey.follow(TITLE)
    page.get_by_role("link", name="Change this record").click()
    page.locator("[name=count_trained]").fill(str(trained))
    press(page, "Save")
    press(page, "Hand in")


def close(journey: Journey) -> None:
    """The period and the activity that stands behind its figure."""
    journey.follow("Lock")
    journey.page.get_by_label("Reason").fill("Interim report sent")
    press(journey.page, "Save")
    journey.follow(TITLE)
    press(journey.page, "Lock")


def test_a_report_is_returned_mended_approved_counted_and_closed(journey: Journey) -> None:
    scene, page = consortium(counts="trained", name="People trained"), journey.page
    CountryFactory(code="DE")
    day = timezone.localdate()
    scene.period.starts_on, scene.period.ends_on = day.replace(month=1, day=1), day.replace(month=12, day=31)
    scene.period.save()

    sign_in(page, journey.server, scene.author)
    log_and_hand_in(page, trained=420)
    sign_in(page, journey.server, scene.coordinator)
    return_it(journey, str(scene.partner))
    assert actual(scene.period) == 0
    comes_back(page, journey.server, scene.author)
    mend(journey, trained=42)
    comes_back(page, journey.server, scene.coordinator)
    journey.follow(TITLE)
    press(page, "Approve")
    assert actual(scene.period) == 42

    journey.follow("People trained")
    assert "42 from 1 approved activity" in journey.main()
    behind = page.locator("#explanation tbody tr")
    expect(behind).to_have_count(1)
    expect(behind).to_contain_text(TITLE)
    close(journey)
    scene.period.refresh_from_db()
    assert (scene.period.state, Activity.objects.get().state) == ("locked", ActivityState.LOCKED)
    expect(page.get_by_role("link", name="Change this record")).to_have_count(0)
    assert actual(scene.period) == 42
    assert journey.wrong == []
