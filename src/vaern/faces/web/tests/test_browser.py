"""The style guide in a real browser: accessible, no wider than the screen, better with script."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.browsing import check, chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("vaern.faces.web.tests.style_guide"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread; Django would refuse the database beside it.
    with pytest.MonkeyPatch.context() as patch, chromium() as made:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield made


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    settings: dict[str, Any] = {"locale": "da-DK", "viewport": {"width": 390, "height": 844}}
    context = browser.new_context(**settings | getattr(request, "param", {}))
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


SCREENS = [
    {"locale": locale, "viewport": {"width": width, "height": 844}}
    for locale in ("da-DK", "en-GB")
    for width in (390, 1280)
]


@pytest.mark.parametrize("page", SCREENS, indirect=True)
@pytest.mark.parametrize("path", ["/guide/", "/trin/", "/fejl/404/"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    page: Page, live_server: LiveServer, path: str
) -> None:
    answer = page.goto(live_server.url + path)
    assert answer is not None
    assert answer.ok
    check(page, f"guide{path.replace('/', '-')}")


def test_the_policy_blocks_nothing_of_ours(page: Page, live_server: LiveServer) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(live_server.url + "/guide/")
    assert said == []


def test_the_clock_speaks_as_the_server_does(page: Page, live_server: LiveServer) -> None:
    served = page.request.get(live_server.url + "/guide/").text()
    page.goto(live_server.url + "/guide/")
    shown = page.locator("time[data-clock]").all_inner_texts()
    assert "2 dage 3 timer tilbage" in shown
    assert all(words in served for words in shown)


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_the_phone_menu_opens_without_script(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/trin/")
    page.locator("details[data-menu] > summary").click()
    assert page.get_by_role("link", name="Mine opgaver").is_visible()


def test_a_block_is_put_away_until_its_choice(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/guide/")
    field = page.get_by_label("Hvad truede de med?")
    assert not field.is_visible()
    page.get_by_label("Trusler").check()
    assert field.is_visible()


def test_the_language_button_turns_the_page(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/fejl/404/")
    assert page.locator("html").get_attribute("lang") == "da"
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
