"""The affiliation pipeline in a real browser: accessible, and usable on a phone."""

import datetime
import os
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from campaigns.services.pipeline import move_stage, record_contact
from core.enums import Role
from tests.browser.test_shell import examine
from tests.factories import campaigns, core, procurement

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SHOTS", "")


def world() -> tuple[Any, Any]:
    """Institutions on the way to a body, and somebody who works for their partner."""
    today = timezone.localdate()
    partner = campaigns.PartnerFactory(name="CATAPA")
    project = campaigns.ProjectFactory(name="Make ICT Fair")
    campaigns.ProjectPartnerFactory(project=project, partner=partner)
    user = core.UserFactory.create(role=Role.PARTNER, organisation=partner.organisation, name="Ana Partner")
    body = core.OrganisationFactory(name="Electronics Watch")
    who = {"actor": user, "reason": "Told", "partner": partner, "project": project, "today": today}
    way = ("contacted", "encouraged", "interested", "affiliated")
    for number, name in enumerate(("City of Ljubljana", "University of Ghent", "Region of Skåne", "Town of Graz")):
        procurer = procurement.ProcurerFactory(name=name)
        day = today - datetime.timedelta(days=90 - 10 * number)
        record_contact(
            **who, procurer=procurer, body=body, kind="meeting", held_on=day, subject=f"First meeting with {name}",
            next_step="Send the model clauses", next_step_on=today + datetime.timedelta(days=number - 2),
        )  # fmt: skip
        for step, stage in enumerate(way[: number + 1]):
            route = "direct" if stage == "affiliated" else ""
            move_stage(
                **who, procurer=procurer, body=body, stage=stage, route=route,
                happened_on=day + datetime.timedelta(days=step),
            )  # fmt: skip
    procurement.DuesBandFactory(body=body, note="As published.")
    return user, procurer


def signed_in(page: Page, server: str, user: Any) -> None:
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server}])


def test_the_pages_of_the_pipeline_are_accessible_at_every_width(
    page: Page, live_server: Any, violations: Callable[..., list[dict[str, Any]]]
) -> None:
    user, procurer = world()
    signed_in(page, live_server.url, user)
    body = procurer.affiliations.get().body
    contact = procurer.contacts.get()
    pages = [
        "/affiliations/board/",
        "/affiliations/funnel/",
        "/affiliations/funnel/encouraged-institutions/",
        "/contacts/",
        "/contacts/new/",
        contact.get_absolute_url(),
        f"/procurers/{procurer.public_id}/step/?body={body.public_id}",
        "/adherences/",
        body.get_absolute_url(),
        procurer.get_absolute_url(),
    ]
    wrong = {}
    for number, address in enumerate(pages):
        if found := examine(page, f"{live_server.url}{address}", violations):
            wrong[address] = found
        if SHOTS:
            for width in (1280, 390):
                page.emulate_media(color_scheme="light")
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=f"{SHOTS}/{number}-{width}.png", full_page=True)
    assert wrong == {}


def test_a_contact_is_recorded_on_a_phone_without_scripts(browser: Any, live_server: Any) -> None:
    user, procurer = world()
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    signed_in(page, live_server.url, user)
    page.goto(f"{live_server.url}{procurer.get_absolute_url()}")
    page.get_by_role("link", name="Record a contact").click()
    page.get_by_label("Subject").fill("Call about spend")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("link", name="Call about spend").is_visible()
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_board_opens_at_its_first_filled_stage(browser: Any, live_server: Any, scripts: bool) -> None:
    user, _procurer = world()
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    page = context.new_page()
    signed_in(page, live_server.url, user)
    page.goto(f"{live_server.url}/affiliations/board/")
    opened = page.locator("details.board-stage[open]")
    assert opened.locator("h2").all_inner_texts() == ["Contacted"]
    assert page.get_by_role("link", name="City of Ljubljana", exact=True).is_visible()
    assert not page.get_by_role("link", name="Town of Graz", exact=True).is_visible()
    page.locator("summary", has_text="Affiliated").first.click()
    assert page.get_by_role("link", name="Town of Graz", exact=True).is_visible()
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_where_there_is_room_every_filled_stage_is_shown(browser: Any, live_server: Any, scripts: bool) -> None:
    user, _procurer = world()
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    signed_in(page, live_server.url, user)
    page.goto(f"{live_server.url}/affiliations/board/")
    for name in ("City of Ljubljana", "University of Ghent", "Region of Skåne", "Town of Graz"):
        assert page.get_by_role("link", name=name, exact=True).is_visible()
    context.close()
