"""What every test has: no network beyond this machine, an empty cache, a browser where there is one."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from tests.database import template

BASE_DIR = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
LOOPBACK = ("127.0.0.1", "::1", "localhost")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Playwright runs an event loop in the tests' thread; Django must not take that for an asynchronous view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses a page as a browser test, and skip it by name where there is no browser."""
    for item in items:
        if {"page", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    if CHROMIUM:
        return
    if os.environ.get("REQUIRE_BROWSER") == "1":
        message = f"REQUIRE_BROWSER=1, but no Chromium is here: set CHROMIUM or install one of {', '.join(BROWSERS)}."
        raise pytest.UsageError(message)
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium found; CHROMIUM names one"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each process's test database is a copy of the migrated one."""
    settings.DATABASES["default"]["TEST"]["TEMPLATE"] = connection.settings_dict["TEST"]["TEMPLATE"] = template()


@pytest.fixture(autouse=True)
def _only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for the network fails, whatever the machine would allow."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            message = f"A test wanted to reach {address}."
            raise RuntimeError(message)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """What one test keeps in the cache is unknown to the next."""
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _english() -> None:
    """The language that one test's client asked for does not stay for the next."""
    translation.deactivate()


@pytest.fixture(scope="session")
def base_url() -> None:
    """Addresses are written out; the plugin's own fixture of this name is of a kind that pytest gives up."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    arguments = ["gpu", "quic", "background-networking", "component-update", "sync"]
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in arguments)],
    }


@pytest.fixture
def violations() -> Callable[..., list[dict[str, Any]]]:
    """Function page -> what axe finds against WCAG 2.2 AA on it, as shown at this moment."""
    source = (BASE_DIR / "node_modules" / "axe-core" / "axe.min.js").read_text()

    def find(page: Any) -> list[dict[str, Any]]:
        # Through the browser's own door, which the page's content security policy does not guard.
        page.evaluate(source)
        options = {"runOnly": {"type": "tag", "values": WCAG}}
        result = page.evaluate("options => axe.run(document, options)", options)
        return list(result["violations"])

    return find
