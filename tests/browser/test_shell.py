"""The frame in a real browser: accessible in both looks and at both widths, by keyboard, from one origin."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse
from playwright.sync_api import ConsoleMessage, Page

from core.models import User
from tests.factories.core import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = (1280, 390)
NARROWEST = 320
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = [
    "/",
    "/help/",
    "/help/components/",
    "/accessibility/",
    "/privacy/",
    "/nothing/here/",
    "/fr/help/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
]
OWN_PAGES = ["/account/", "/accounts/email/", "/accounts/password/change/", "/accounts/2fa/", "/accounts/logout/"]


def person() -> User:
    user = UserFactory.create(email="ana@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def enter(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts/login/")
    page.fill("#id_login", "ana@example.org")
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{server}/")


def examine(page: Page, url: str, violations: Callable[..., list[dict[str, Any]]]) -> list[str]:
    """What is wrong with the page at `url`, in both looks and at each width."""
    wrong = []
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    page.goto(url)
    if page.evaluate("document.documentElement.scrollWidth") > NARROWEST:
        wrong.append("scrolls sideways")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url)
        for scheme in LOOKS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wrong += [f"{scheme} {width} {rule['id']}: {rule['nodes'][0]['html']}" for rule in violations(page)]
    return wrong


@pytest.mark.parametrize("path", PAGES)
def test_public_pages_are_accessible(live_server: Any, page: Page, violations: Any, path: str) -> None:
    assert examine(page, live_server.url + path, violations) == []


@pytest.mark.parametrize("path", OWN_PAGES)
def test_pages_of_the_account_are_accessible(live_server: Any, page: Page, violations: Any, path: str) -> None:
    person()
    enter(page, live_server.url)
    assert examine(page, live_server.url + path, violations) == []


def test_pages_ask_no_other_server_and_complain_of_nothing(live_server: Any, page: Page) -> None:
    asked: list[str] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("request", lambda request: asked.append(request.url))
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in ("/", "/help/components/", "/accounts/login/"):
        page.goto(live_server.url + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
    assert complaints == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))


def test_the_skip_link_comes_first_and_leads_to_the_content(live_server: Any, page: Page) -> None:
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_phone_menu_opens_and_closes_by_keyboard(live_server: Any, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live_server.url)
    button = page.get_by_role("button", name="Menu")
    nav = page.locator("#site-nav")
    assert not nav.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert nav.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not nav.is_visible()
    assert focused(page) == "Menu"


def test_a_menu_closes_with_escape_and_when_one_leaves_it(live_server: Any, page: Page) -> None:
    page.goto(live_server.url)
    menu = page.locator(".site-nav details").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Privacy").focus()
    assert menu.get_attribute("open") is None


def test_signing_in_works_by_keyboard_and_a_mistake_is_met_first(live_server: Any, page: Page) -> None:
    person()
    page.goto(f"{live_server.url}/accounts/login/")
    page.focus("#id_login")
    page.keyboard.type("ana@example.org")
    page.focus("#id_password")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary")
    assert "There is a problem" in focused(page)
    assert page.title().startswith("Error: ")
    page.focus("#id_password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/")


def test_everything_is_there_without_scripts(live_server: Any, page: Page) -> None:
    assert page.context.browser
    context = page.context.browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    plain = context.new_page()
    plain.goto(live_server.url)
    assert plain.locator("#site-nav").is_visible()
    assert not plain.get_by_role("button", name="Menu").is_visible()
    assert plain.get_by_role("link", name="Sign in").first.get_attribute("href") == reverse("account_login")
    context.close()
