"""Logging outreach on a phone: in a minute, without a connection, and once."""

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from campaigns.models import Activity, ActivityDraft
from tests.browser.phone import NEW, SIZE, Phone
from tests.campaigns.log.scene import Scene
from tests.factories.campaigns import ActivityFactory, EventPresetFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

LOOKS = ("light", "dark")
A_MINUTE = 60


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Any:
    context = browser.new_context(viewport=SIZE, has_touch=True)
    context.set_default_timeout(20_000)
    yield Phone(context, live_server.url)
    context.close()


def test_an_activity_is_logged_within_a_minute(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    began = time.monotonic()
    phone.open_form()
    timing = phone.page.evaluate(
        "() => { const [n] = performance.getEntriesByType('navigation');"
        " return {first_byte: n.responseStart, interactive: n.domInteractive, loaded: n.domContentLoadedEventEnd}; }"
    )
    phone.enter("Workshop on fair laptops")
    phone.press("Save")
    phone.page.wait_for_url("**/outreach/Y-*/")
    seconds = time.monotonic() - began
    activity = Activity.objects.get()
    assert (activity.name, activity.city, activity.language) == ("Workshop on fair laptops", "Bonn", "de")
    assert activity.counts.get().number == 24
    assert seconds < A_MINUTE
    assert "“Workshop on fair laptops” is saved." in phone.page.locator("main").inner_text()
    # Milliseconds of the browser and seconds of the whole, told by `pytest -rP`: a measure, not a limit.
    print({**timing, "seconds": seconds})
    phone.page.get_by_role("link", name="Log another one here").click()
    expect(phone.page.locator("[name=city]")).to_have_value("Bonn")
    assert phone.wrong == []


def test_what_is_logged_without_a_connection_waits_and_is_sent_once(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.enter("First workshop")
    phone.press("Save")
    phone.page.wait_for_url("**/outreach/Y-*/")
    phone.open_form()
    phone.context.set_offline(True)
    expect(phone.page.locator("[data-offline]")).to_be_visible()
    phone.enter("Second seminar elsewhere")
    phone.fill("count_participants", "30")
    phone.press("Save")
    expect(phone.waiting()).to_contain_text("1 entry is not sent. It is stored on this phone only.")
    assert "kept on this phone only" in phone.focused()
    phone.page.close()
    phone.open_tab()
    phone.open_form()
    expect(phone.waiting()).to_contain_text("1 entry is not sent. It is stored on this phone only.")
    expect(phone.waiting()).to_contain_text("Second seminar elsewhere")
    assert Activity.objects.count() == 1
    phone.context.set_offline(False)
    expect(phone.page.locator("[data-sent]")).to_contain_text("Second seminar elsewhere")
    expect(phone.waiting()).to_be_hidden()
    phone.open_form()
    phone.open_form()
    assert sorted(Activity.objects.values_list("name", flat=True)) == ["First workshop", "Second seminar elsewhere"]
    assert phone.wrong == []


def test_a_session_that_ended_meanwhile_loses_nothing(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.context.set_offline(True)
    phone.enter("Workshop on a train")
    phone.press("Save")
    expect(phone.waiting()).to_be_visible()
    phone.end_session()
    phone.context.set_offline(False)
    expect(phone.waiting().get_by_role("link", name="Sign in to send")).to_be_visible()
    expect(phone.waiting()).to_contain_text("Your session has ended.")
    assert not Activity.objects.exists()
    phone.waiting().get_by_role("link", name="Sign in to send").click()
    phone.page.wait_for_url("**/accounts/login/?next=/outreach/new/")
    expect(phone.page.locator("[data-unsent]")).to_contain_text("1 entry is not sent.")
    phone.sign_in(scene.user)
    phone.open_form()
    expect(phone.page.locator("[data-sent]")).to_contain_text("Workshop on a train")
    phone.open_form()
    assert Activity.objects.get().author == scene.user
    assert phone.wrong == []


def test_another_person_on_the_same_phone_neither_sees_nor_sends_it(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.context.set_offline(True)
    phone.enter("Secret lobby dinner")
    phone.press("Save")
    expect(phone.waiting()).to_be_visible()
    phone.page.close()
    phone.open_tab()
    phone.context.set_offline(False)
    phone.sign_in(scene.member(scene.lead, name="Other Person"))
    phone.open_form()
    phone.page.wait_for_timeout(1000)
    expect(phone.waiting()).to_be_hidden()
    assert "Secret lobby dinner" not in phone.page.content()
    phone.page.goto(f"{phone.server}/")
    expect(phone.page.locator("[data-unsent]")).to_be_hidden()
    assert not Activity.objects.exists()
    phone.sign_in(scene.user)
    phone.open_form()
    expect(phone.page.locator("[data-sent]")).to_contain_text("Secret lobby dinner")
    assert Activity.objects.get().author == scene.user


def test_the_copy_of_the_form_goes_with_the_person(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.end_session()
    phone.page.goto(f"{phone.server}/")
    phone.page.wait_for_function("async () => !(await caches.match('/outreach/new/'))")
    assert phone.page.evaluate("async () => (await caches.match('/outreach/new/')) === undefined")


def test_what_the_server_refuses_stays_and_can_be_mended(phone: Phone, scene: Scene) -> None:
    ActivityFactory(
        project=scene.project, lead=scene.lead, name="Workshop on fair laptops", city="Bonn", starts_on="2026-01-15"
    )
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.context.set_offline(True)
    phone.choose("type", "workshop")
    phone.fill("starts_on", "2026-01-15")
    phone.enter("A workshop on fair laptops")
    phone.press("Save")
    expect(phone.waiting()).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.waiting()).to_contain_text("not accepted")
    phone.press("Open: A workshop on fair laptops")
    expect(phone.page.locator("[data-errors]")).to_contain_text("A record like this is there already.")
    assert "There is a problem" in phone.focused()
    phone.page.locator("[data-errors] a").click()
    expect(phone.page.locator("[data-similar]")).to_contain_text("Quokka Watch, 2026-01-15, Bonn")
    phone.page.get_by_label("It is another one, save it").check()
    phone.press("Save")
    phone.page.wait_for_url("**/outreach/Y-*/")
    assert Activity.objects.count() == 2
    phone.open_form()
    expect(phone.waiting()).to_be_hidden()
    assert phone.wrong == []


def test_what_is_begun_is_kept_on_the_server_or_the_phone(phone: Phone, scene: Scene) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    phone.ready_for_no_connection()
    phone.fill("name", "Half a workshop")
    expect(phone.page.locator("[data-says]")).to_have_text("Draft saved.")
    assert ActivityDraft.objects.get().data["name"] == ["Half a workshop"]
    phone.context.set_offline(True)
    phone.fill("name", "Half a seminar")
    expect(phone.page.locator("[data-says]")).to_contain_text("kept on this phone only")
    phone.page.close()
    phone.open_tab()
    phone.open_form()
    expect(phone.waiting()).to_contain_text("Half a seminar")
    phone.press("Open: Half a seminar")
    expect(phone.page.locator("[name=name]")).to_have_value("Half a seminar")


def test_a_browser_that_keeps_nothing_says_so(phone: Phone, scene: Scene) -> None:
    phone.context.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };")
    phone.sign_in(scene.user)
    phone.open_form()
    expect(phone.page.locator("[data-storage]")).to_be_visible()
    phone.enter("Workshop in private")
    phone.context.set_offline(True)
    phone.press("Save")
    expect(phone.page.locator("[data-kept]")).to_contain_text("neither sent nor kept")
    phone.context.set_offline(False)
    phone.press("Save")
    phone.page.wait_for_url("**/outreach/Y-*/")
    assert Activity.objects.get().name == "Workshop in private"


def test_every_step_is_accessible_in_both_looks(phone: Phone, scene: Scene, violations: Any) -> None:
    phone.sign_in(scene.user)
    phone.open_form()
    wrong: list[Any] = []

    def examine(step: str) -> None:
        for look in LOOKS:
            phone.page.emulate_media(color_scheme=look, reduced_motion="reduce")
            wrong.extend(f"{step} {look} {rule['id']}: {rule['nodes'][0]['html']}" for rule in violations(phone.page))
        for width in (320, 390):
            phone.page.set_viewport_size({"width": width, "height": 800})
            if phone.page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{step} scrolls sideways at {width}")
        wrong.extend(f"{step} target of {size} pixels: {html}" for size, html in small_targets(phone))

    phone.press("Next: where and who")
    expect(phone.page.locator("[data-errors]")).to_be_visible()
    assert "There is a problem" in phone.focused()
    examine("errors")
    phone.choose("type", "workshop")
    phone.fill("name", "Workshop")
    examine("what")
    phone.press("Next: where and who")
    assert phone.focused() == "Where and who"
    for fold in phone.page.locator("details.log-details:visible > summary").all():
        fold.click()
    examine("where")
    phone.press("Next: how many")
    assert phone.focused() == "How many"
    phone.page.locator("details.log-details > summary", has_text="Other figures").click()
    examine("how many")
    phone.press("Back")
    assert phone.focused() == "Where and who"
    assert wrong == []


def small_targets(phone: Phone) -> list[Any]:
    """What is pressed in the form and is lower than 44 pixels; a box counts with its label."""
    return phone.page.evaluate(
        """() => [...document.querySelectorAll(".log-page form :is(button, summary, select, input, textarea)")]
            .map((part) => /checkbox|radio/.test(part.type) ? part.labels[0] : part)
            .filter((part) => part.offsetParent && part.getBoundingClientRect().height < 43.9)
            .map((part) => [part.getBoundingClientRect().height, part.outerHTML.slice(0, 120)])"""
    )


def test_an_event_is_logged_from_its_code_several_times(phone: Phone, scene: Scene) -> None:
    event = EventPresetFactory(
        project=scene.project, lead=scene.partner, name="Quokka Congress", city="Bonn", language="de"
    )
    phone.sign_in(scene.user)
    phone.page.goto(phone.server + event.get_absolute_url())
    address = phone.page.locator(".address a").get_attribute("href")
    for title in ("A talk on cobalt", "Theatre about rubbish"):
        phone.page.goto(str(address))
        expect(phone.page.locator("main")).to_contain_text("At the event Quokka Congress")
        phone.fill("name", title)
        phone.press("Next: where and who")
        expect(phone.page.locator("[name=city]")).to_have_value("Bonn")
        phone.press("Next: how many")
        phone.press("Save")
        phone.page.wait_for_url("**/outreach/Y-*/")
    phone.page.goto(phone.server + event.get_absolute_url())
    expect(phone.page.locator("main")).to_contain_text("Theatre about rubbish")
    assert Activity.objects.filter(event=event).count() == 2


def test_without_scripts_all_steps_are_one_page(browser: Browser, live_server: Any, scene: Scene) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=SIZE)
    phone = Phone(context, live_server.url)
    phone.sign_in(scene.user)
    phone.page.goto(live_server.url + NEW)
    phone.page.locator("[name=type]").select_option("workshop")
    phone.page.locator("[name=name]").fill("Workshop without scripts")
    phone.page.locator("[name=count_participants]").fill("12")
    phone.page.get_by_role("button", name="Save", exact=True).click()
    phone.page.wait_for_url("**/outreach/Y-*/")
    assert Activity.objects.get().name == "Workshop without scripts"
    context.close()
