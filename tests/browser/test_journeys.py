"""What people come for, from the first page to the answer: accessible at both widths, without a complaint."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from supplychain.models import Factory
from tests.factories.core import PASSWORD, CountryFactory, UserFactory
from tests.factories.supplychain import FactoryFactory
from tests.procurement.scene import build

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = (1280, 390)


class Journey:
    """A page under watch: `wrong` holds what axe and the console said on the way."""

    def __init__(self, page: Page, server: str, violations: Any) -> None:
        self.page, self.server, self.violations = page, server, violations
        self.wrong: list[str] = []
        page.on("console", lambda message: self.hear(message.type, message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(text)

    def open(self, path: str) -> None:
        self.page.goto(self.server + path)
        self.look()

    def follow(self, name: str) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()
        self.look()

    def look(self) -> None:
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            self.wrong += [f"{self.page.url} {width} {found['id']}" for found in self.violations(self.page)]
            if self.page.evaluate("document.documentElement.scrollWidth") > width:
                self.wrong.append(f"{self.page.url} {width} scrolls sideways")
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 800})

    def main(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())


@pytest.fixture
def journey(page: Page, live_server: Any, violations: Any) -> Journey:
    return Journey(page, live_server.url, violations)


def test_a_procurer_reads_the_answer_and_sees_who_shares_a_factory(journey: Journey) -> None:
    user = build().member()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    journey.open("/accounts/login/")
    journey.page.fill("#id_login", user.email)
    journey.page.fill("#id_password", PASSWORD)
    journey.page.click("main button[type=submit]")
    journey.page.wait_for_url(f"{journey.server}/")
    journey.look()
    journey.follow("Laptops for schools")
    assert "1 of 1 model has a confirmed final-assembly factory." in journey.main()
    assert "in answer to the request of" in journey.main()
    journey.follow("Longhua Works")
    assert "1 public buyer has a contract for models made here." in journey.main()
    assert "City of Ljubljana You" in journey.main()
    assert journey.wrong == []


def test_a_visitor_filters_factories_and_downloads_the_same_rows(journey: Journey, tmp_path: Path) -> None:
    vietnam = CountryFactory.create(code="VN", name="Vietnam")
    for number in range(3):
        FactoryFactory.create(name=f"Mekong Works {number}", country=vietnam, located=True)
    FactoryFactory.create(name="Elsewhere Works")
    journey.open("/factories/")
    journey.page.get_by_label("Vietnam").check()
    journey.page.get_by_role("button", name="Apply filters").click()
    journey.look()
    assert journey.page.get_by_role("status").first.inner_text() == "3 factories, filtered by Country: Vietnam"
    shown = journey.page.locator("tbody th a").all_inner_texts()
    table = download(journey.page, "CSV", tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
    points = json.loads(download(journey.page, "GeoJSON", tmp_path / "rows.geojson").read_text())
    assert [row["name"] for row in csv.DictReader(table.splitlines())] == shown
    assert [feature["properties"]["name"] for feature in points["features"]] == shown
    assert journey.wrong == []


def download(page: Page, kind: str, target: Path) -> Path:
    if not page.get_by_role("link", name=kind).first.is_visible():
        page.locator("summary", has_text="Download").click()
    with page.expect_download() as waited:
        page.locator(".listing-panel").get_by_role("link", name=f"{kind} (").first.click()
    waited.value.save_as(target)
    return target


@pytest.mark.parametrize("typed", ["Hengju Presision", "恒屿", "hengyu"])
def test_a_search_forgives_typing_errors_and_reads_chinese(journey: Journey, typed: str) -> None:
    FactoryFactory.create(name="Hengyu Precision Chengdu", name_local="恒屿精工", name_local_lang="zh-Hans")
    journey.open("/")
    journey.page.fill("#home-search", typed)
    journey.page.locator(".home-search button").click()
    journey.page.wait_for_load_state()
    journey.look()
    journey.follow("Hengyu Precision Chengdu")
    assert journey.page.locator("h1").inner_text() == "Hengyu Precision Chengdu"
    assert journey.wrong == []


def test_an_administrator_edits_a_factory_with_a_reason(journey: Journey, client: Client) -> None:
    factory = FactoryFactory.create(name="Longhua Works")
    client.force_login(UserFactory.create(admin=True, name="Ada Admin"))
    name = settings.SESSION_COOKIE_NAME
    journey.page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": journey.server}])
    journey.open(f"/admin/supplychain/factory/{factory.pk}/change/")
    journey.page.fill("#id_locality", "Shenzhen")
    journey.page.fill("[name=change_reason]", "The register names the town")
    journey.page.get_by_role("button", name="Save", exact=True).click()
    journey.page.wait_for_url("**/admin/supplychain/factory/")
    assert Factory.objects.get(pk=factory.pk).locality == "Shenzhen"
    journey.open(f"{factory.get_absolute_url()}history/")
    assert "The register names the town" in journey.main()
    # The boxes that search set styles of their own, which the page's policy refuses; they work without.
    assert [text for text in journey.wrong if "inline style" not in text] == []
