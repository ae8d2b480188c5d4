"""Leaving the report form in a real browser, also without script: nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.browsing import check, speak
from tests.house import House

pytestmark = [pytest.mark.browser]

Open = Callable[..., Page]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def telling(page: Page, words: str) -> Page:
    """The second screen, with a tick and some words on it."""
    page.get_by_text("Der er ingen fare lige nu").click()
    press(page, "Videre")
    page.get_by_text("Jeg blev truet").click()
    page.get_by_label("Fortæl kort").fill(words)
    return page


def stands(page: Page, words: str) -> None:
    assert page.locator("[value=threat]").is_checked()
    assert page.locator("[name=text]").input_value() == words


def test_stop_keeps_the_screen_without_script(open_as: Open) -> None:
    page = telling(open_as("rikke.lund", "/indberet/", script=False), "Mine ord.")
    press(page, "Gem, og stop her")
    page.get_by_role("link", name="Gå videre").first.click()
    stands(page, "Mine ord.")


@pytest.mark.parametrize("width", [390, 1280])
def test_stop_and_go_on(open_as: Open, width: int) -> None:
    page = telling(open_as("rikke.lund", "/indberet/", width=width), "Mine ord.")
    check(page, f"{width}-stop-1-hvad")
    press(page, "Gem, og stop her")
    check(page, f"{width}-stop-2-mine")
    page.get_by_role("link", name="Gå videre").first.click()
    page.wait_for_load_state()
    stands(page, "Mine ord.")
    press(page, "Slet kladden")
    check(page, f"{width}-stop-3-slet")
    page.get_by_role("link", name="Behold kladden").click()
    page.wait_for_load_state()
    stands(page, "Mine ord.")


def test_back_and_the_other_language(open_as: Open) -> None:
    page = telling(open_as("rikke.lund", "/indberet/"), "Mine ord.")
    speak(page, "en")
    stands(page, "Mine ord.")
    speak(page, "da")
    stands(page, "Mine ord.")
    page.locator("[name=text]").fill("Flere ord.")
    press(page, "Tilbage")
    assert page.url.endswith("/fare/")
    press(page, "Videre")
    stands(page, "Flere ord.")


def test_enter_in_a_field_goes_on_and_not_away(open_as: Open, running: House) -> None:
    page = telling(open_as("rikke.lund", "/indberet/"), "Mine ord.")
    page.goto(page.url.replace("/hvad/", "/hvem/"))
    page.get_by_text("Mig", exact=True).click()
    page.get_by_label("Hvem kom det fra?").select_option("citizen")
    page.get_by_label("Afsenderens adresse").fill("12 34 56 78")
    page.get_by_label("Afsenderens adresse").press("Enter")
    page.wait_for_url("**/bevis/")
