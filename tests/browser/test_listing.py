"""Lists and search in a browser: accessible, and without sideways scrolling on a phone."""

import pytest

from tests.factories.core import SourceFactory

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ("/sources/?kind=press&colour=red", "/sources/?q=nothing+like+it", "/search/?q=supplier")


@pytest.mark.parametrize("width", [1280, 320])
def test_lists_and_search_are_accessible(page, live_server, violations, width):
    for number in range(3):
        SourceFactory(title=f"Supplier list {number}", kind="press")
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"{live_server.url}{path}")
        assert [(path, found["id"]) for found in violations(page)] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_filter_is_chosen_and_taken_away(page, live_server):
    SourceFactory(title="A press report", kind="press")
    SourceFactory(title="A web page", kind="web_page")
    page.goto(f"{live_server.url}/sources/")
    page.get_by_label("Press or trade data").check()
    page.get_by_role("button", name="Apply filters").click()
    assert page.get_by_role("status").first.inner_text() == "1 source, filtered by Kind: Press or trade data"
    page.get_by_role("link", name="Remove filter Kind: Press or trade data").click()
    assert page.get_by_role("status").first.inner_text() == "2 sources"
