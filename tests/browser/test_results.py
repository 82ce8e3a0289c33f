"""Indicators and logframes in a real browser: accessible at every width, for readers and for those who report."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_pipeline import signed_in
from tests.browser.test_shell import examine
from tests.campaigns.results.scene import activity, consortium
from tests.factories import campaigns

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SHOTS", "")


def test_the_pages_of_results_are_accessible_at_every_width(
    page: Page, live_server: Any, violations: Callable[..., list[dict[str, Any]]]
) -> None:
    scene = consortium(counts="trained", name="People trained", means_of_verification="Lists of participants")
    activity(scene, 40, approved=True, name="Training in Vienna")
    counted = activity(scene, 60, approved=True, name="Training in Graz")
    campaigns.AudienceCountFactory(activity=counted, measure="trained", number=35, sex="f")
    waiting = campaigns.ActivityFactory(project=scene.project, lead=scene.partner, name="Planned lecture")
    update = campaigns.IndicatorUpdateFactory(period=scene.period, partner=scene.partner, state="pending")
    told = campaigns.IndicatorFactory(result=scene.indicator.result, qualitative=True, name="What buyers say")
    campaigns.IndicatorPeriodFactory(indicator=told)
    own = scene.indicator.get_absolute_url()
    paths = {
        scene.coordinator: [
            "/indicators/",
            own,
            f"{own}updates/{update.pk}/",
            f"{own}periods/{scene.period.pk}/locked/",
            f"{own}periods/{scene.period.pk}/edit/",
            f"{own}edit/",
            f"/results/{scene.indicator.result.pk}/indicators/new/",
            f"/projects/{scene.project.public_id}/logframe/results/new/",
            "/adherences/new/",
            f"/projects/{scene.project.public_id}/logframe/",
            f"/projects/{scene.project.public_id}/",
        ],
        scene.author: [f"{own}updates/new/", "/policy/new/", f"/outreach/{waiting.public_id}/"],
    }
    wrong = []
    for user, addresses in paths.items():
        signed_in(page, live_server.url, user)
        for number, path in enumerate(addresses):
            wrong += examine(page, live_server.url + path, violations)
            if SHOTS:
                for width in (1280, 390):
                    page.emulate_media(color_scheme="light")
                    page.set_viewport_size({"width": width, "height": 900})
                    page.goto(live_server.url + path)
                    page.screenshot(path=f"{SHOTS}/{user.pk}-{number}-{width}.png", full_page=True)
    assert wrong == []
