"""Rikke reports on her phone, in a real browser: quick, accessible, also without script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page
from tests.browsing import check
from tests.house import PASSWORD, ROOT, House

from vaern.handle.evidence.tests.samples import picture

pytestmark = [pytest.mark.browser]

Open = Callable[..., Page]


def on(page: Page) -> None:
    page.get_by_role("button", name="Videre", exact=True).click()
    page.wait_for_load_state()


@pytest.mark.parametrize("width", [390, 1280])
def test_rikke_reports_with_a_screenshot(open_as: Open, running: House, width: int) -> None:
    page = open_as("rikke.lund", "/indberet/", width=width)
    check(page, f"{width}-1-fare")
    page.get_by_text("Der er ingen fare lige nu").click()
    on(page)
    check(page, f"{width}-2-hvad")
    page.get_by_text("Jeg blev truet").click()
    on(page)
    check(page, f"{width}-3-hvor")
    page.get_by_label("Hvor skete det?").select_option("sms")
    page.get_by_text("Min egen", exact=True).click()
    page.get_by_text("I går").click()
    page.get_by_label("Klokken cirka").fill("21:14")
    on(page)
    check(page, f"{width}-4-hvem")
    page.get_by_text("Mig", exact=True).click()
    page.get_by_label("Hvem kom det fra?").select_option("citizen")
    page.get_by_label("Afsenderens adresse").fill("12 34 56 78")
    on(page)
    shot: FilePayload = {"name": "skærm.png", "mimeType": "image/png", "buffer": picture()}
    page.get_by_label("Vælg filer").set_input_files([shot])
    page.get_by_role("button", name="Gem, og tilføj mere").click()
    check(page, f"{width}-5-bevis")
    on(page)
    check(page, f"{width}-6-send")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Tak")
    pk = page.url.rstrip("/").rpartition("/")[2]
    check(page, f"{width}-7-sendt")
    page.goto(f"{running.url}/indberet/{pk}/")
    check(page, f"{width}-8-egen")
    page.get_by_role("button", name=re.compile("Billede")).click()
    check(page, f"{width}-9-vis")


def test_errors_drafts_danger_and_own_pages(open_as: Open, running: House) -> None:
    page = open_as("rikke.lund", "/indberet/")
    on(page)
    check(page, "390-fejl")
    page.get_by_text("Jeg er i fare, eller en anden er").click()
    on(page)
    check(page, "390-nu")
    page.goto(f"{running.url}/indberet/")
    check(page, "390-kladde")
    page.goto(f"{running.url}/indberet/mine/")
    check(page, "390-mine")


def test_colleague_as_sender_shows_its_question(open_as: Open) -> None:
    page = open_as("rikke.lund", "/indberet/")
    page.get_by_text("Der er ingen fare lige nu").click()
    on(page)
    page.goto(page.url.replace("/hvad/", "/hvem/"))
    question = page.get_by_label("Hvilken kollega eller leder er det?")
    assert not question.is_visible()
    page.get_by_label("Hvem kom det fra?").select_option("manager")
    assert question.is_visible()


def test_without_script(open_as: Open) -> None:
    page = open_as("rikke.lund", "/indberet/", script=False)
    page.get_by_text("Der er ingen fare lige nu").click()
    on(page)
    page.get_by_text("Jeg er ikke sikker").click()
    on(page)
    assert page.url.endswith("/hvor/")


@pytest.mark.parametrize("width", [390, 1280])
def test_own_report_and_received_post(open_as: Open, width: int) -> None:
    page = open_as("henrik.dam", "/beskeder/", width=width)
    sample = ROOT / "samples" / "vred-klage.eml"
    page.get_by_label("Mails som filer").set_input_files([sample])
    page.get_by_role("button", name="Læg ind").click()
    check(page, f"{width}-post")


def started(open_as: Open, words: str) -> Page:
    """Rikke's page just after what happened, in her own words."""
    page = open_as("rikke.lund", "/indberet/")
    page.get_by_text("Der er ingen fare lige nu").click()
    on(page)
    page.get_by_text("Jeg blev truet").click()
    page.get_by_label("Fortæl kort").fill(words)
    on(page)
    return page


def back(page: Page) -> None:
    page.go_back()
    page.wait_for_load_state()


def test_back_works_inside_the_form_also_past_an_error(open_as: Open) -> None:
    page = started(open_as, "Mine ord.")
    back(page)
    assert page.get_by_label("Fortæl kort").input_value() == "Mine ord."
    on(page)
    on(page)
    assert page.locator(".form-error-message").count()
    page.get_by_label("Hvor skete det?").select_option("sms")
    page.get_by_text("Lige nu", exact=True).click()
    on(page)
    assert page.url.endswith("/hvem/")
    back(page)
    assert page.url.endswith("/hvor/")
    assert page.get_by_label("Hvor skete det?").input_value() == "sms"


def test_back_after_signing_out_shows_no_words(open_as: Open, running: House) -> None:
    page = started(open_as, "Mine helt egne ord.")
    back(page)
    page.goto(f"{running.url}/konto/log-ud/")
    page.locator("main form button").first.click()
    page.wait_for_url(f"{running.url}/")
    for _ in range(3):
        back(page)
        assert "Mine helt egne ord" not in page.content()
        assert page.locator("[name=text]").count() == 0


def test_words_of_a_lost_session_stand_there_again(open_as: Open, running: House) -> None:
    page = started(open_as, "Først.")
    back(page)
    page.get_by_label("Fortæl kort").fill("Ti minutters skriveri.")
    page.context.clear_cookies(name="vaern_session")
    on(page)
    assert "Det, du skrev, er gemt" in page.locator("main").inner_text()
    check(page, "390-gemt")
    page.locator("[name=login]").fill("rikke.lund@havneby.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/hvad/")
    assert page.get_by_label("Fortæl kort").input_value() == "Ti minutters skriveri."
    check(page, "390-igen")
    on(page)
    assert page.url.endswith("/hvor/")
    back(page)
    assert page.get_by_label("Fortæl kort").input_value() == "Ti minutters skriveri."


def test_a_page_open_for_too_long_gives_the_words_back(open_as: Open, running: House) -> None:
    page = started(open_as, "Først.")
    back(page)
    page.get_by_label("Fortæl kort").fill("Det, jeg nåede at skrive.")
    page.context.clear_cookies(name="csrftoken")
    on(page)
    assert "Det, jeg nåede at skrive." in page.locator("main").inner_text()
    check(page, "390-for-laenge")
