"""`make screenshots`: pictures of the running demo for the README, taken by Chromium.

The demo must run (`make demo`). CHROMIUM names the browser where it goes by no usual name.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

IMAGES = Path(__file__).resolve().parent / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOGIN, PASSWORD = "procurer@demo.example", "demo-fair-ict"
SIZE: ViewportSize = {"width": 1280, "height": 1100}


def main(address: str) -> None:
    """The answer of a contract, as its buyer sees it."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise SystemExit(f"No Chromium found: set CHROMIUM or install one of {', '.join(BROWSERS)}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", locale="en-GB")
        page.goto(f"{address}/accounts/login/")
        page.fill("#id_login", LOGIN)
        page.fill("#id_password", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(f"{address}/")
        page.locator("#own-contracts tbody th a").first.click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=IMAGES / "answer.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
