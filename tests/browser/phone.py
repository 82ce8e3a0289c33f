"""A phone in the hand of somebody who logs outreach."""

import time
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from core.models import User

SIZE = {"width": 390, "height": 800}
# Seconds that a practised person takes to find a field, and to type or choose in it.
PACE = 0.4
NEW = "/outreach/new/"


class Phone:
    """A browser of phone size. `wrong` holds what its pages complained of."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.context, self.server = context, server
        self.wrong: list[str] = []
        self.page = self.open_tab()

    def open_tab(self) -> Page:
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda message: self.hear(message.type, message.text))
        return self.page

    def hear(self, kind: str, text: str) -> None:
        # A browser reports every request that a dead connection loses, and every refusal, as an error.
        if kind == "error" and "Failed to load resource" not in text:
            self.wrong.append(text)

    def sign_in(self, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.server}])

    def end_session(self) -> None:
        self.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    def open_form(self, address: str = NEW) -> None:
        self.page.goto(self.server + address)
        expect(self.page.locator("[data-progress]")).to_be_visible()

    def ready_for_no_connection(self) -> None:
        """Waits until the page has kept a copy of itself."""
        self.page.wait_for_function(
            """async () => {
                const { active } = await navigator.serviceWorker.ready;
                return active.state === "activated" && Boolean(await caches.match(location.pathname));
            }"""
        )

    def fill(self, name: str, value: str) -> None:
        time.sleep(PACE)
        self.page.locator(f"[name={name}]").fill(value)

    def choose(self, name: str, value: str) -> None:
        time.sleep(PACE)
        self.page.locator(f"select[name={name}]").select_option(value)

    def press(self, name: str) -> None:
        time.sleep(PACE)
        self.page.get_by_role("button", name=name).click()

    def enter(self, title: str, *, participants: str = "24") -> None:
        """The three steps, up to the last button."""
        self.choose("type", "workshop")
        self.fill("name", title)
        self.press("Next: where and who")
        self.fill("city", "Bonn")
        self.choose("country", "DE")
        self.choose("language", "de")
        self.press("Next: how many")
        self.fill("count_participants", participants)

    def waiting(self) -> Any:
        return self.page.locator("[data-waiting]")

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent.trim()"))
