"""One episode goes all the way: reported on a phone, told by mail, planned, handled, closed.

Everything is real: web server, worker, mail server, database, browser. Each page that is met is
held to accessibility, and the whole is walked in Danish and in English, so nothing is found by
its words.
"""

import re
import time
from email.message import Message

import pytest
from playwright.sync_api import FilePayload, Page

from tests.browsing import DESK, PHONE, Visit, check
from tests.house import House
from vaern.handle.evidence.tests.samples import picture

pytestmark = [pytest.mark.browser]

JOURNAL = "0700-83231-00412-26"


@pytest.mark.parametrize("language", ["da", "en"])
def test_from_report_to_closed_case(visit: Visit, home: House, language: str) -> None:
    letters = len(home.post.to("mads.holm@"))
    case = rikke_reports(visit, language)
    mads_is_told(home, letters)
    mads_sees_his_tasks(visit, case, language)
    henrik = henrik_opens(visit, case, language)
    look_at_the_evidence(henrik, language)
    confirm_the_suggestion(henrik)
    report_to_the_police(henrik, case, language)
    take_the_steps(henrik, case, language)
    close(henrik, case, language)
    rikke_hears_how_it_ended(visit, home, case, language)
    assert home.vaern("audit", "verify").returncode == 0


def rikke_reports(visit: Visit, language: str) -> str:
    """On her phone, with a screenshot; the path of the case she is led to."""
    page = visit.signed_in("rikke.lund", "/indberet/", width=PHONE, language=language)
    assert page.locator("html").get_attribute("lang") == language
    choose(page, "danger", "no")
    on(page, f"{language}-1-danger")
    choose(page, "kinds", "threat")
    page.fill("[name=text]", "Han skriver, at han ved, hvor jeg bor.")
    on(page, f"{language}-2-what")
    page.select_option("[name=channel]", "sms")
    choose(page, "channel_owner", "private")
    choose(page, "when", "yesterday")
    page.fill("[name=clock]", "21:14")
    on(page, f"{language}-3-where")
    choose(page, "target", "one")
    page.select_option("[name=relation]", "citizen")
    page.fill("[name=sender]", "12 34 56 78" if language == "da" else "87 65 43 21")
    on(page, f"{language}-4-who")
    shot: FilePayload = {"name": "skærm.png", "mimeType": "image/png", "buffer": picture()}
    page.locator("[name=evidence]").set_input_files([shot])
    on(page, f"{language}-5-evidence")
    on(page, f"{language}-6-send")
    link = page.locator("main a[href^='/sager/']:not([href*=kvittering])").first
    link.wait_for(timeout=60_000)  # the receipt finds out by itself
    check(page, f"{language}-7-receipt")
    assert "Mads Holm" in page.locator("main").inner_text()
    path = link.get_attribute("href") or ""
    page.goto(visit.home.url + path)
    check(page, f"{language}-8-her-case")
    return path


def mads_is_told(home: House, before: int) -> None:
    letter = awaited(home, "mads.holm@", before)
    text = letter.get_payload(decode=True)
    assert isinstance(text, bytes)
    assert f"{home.url}/sager/" in text.decode()
    for word in ("Rikke", "trus", "threat", "12 34 56 78"):
        assert word not in str(letter["Subject"]) + text.decode()


def mads_sees_his_tasks(visit: Visit, case: str, language: str) -> None:
    page = visit.signed_in("mads.holm", "/indbakke/", width=PHONE, language=language)
    check(page, f"{language}-mads-inbox")
    page.goto(f"{visit.home.url}/")
    check(page, f"{language}-mads-home")
    page.goto(f"{visit.home.url}/sager/opgaver/")
    check(page, f"{language}-mads-tasks")
    assert page.locator(f"main a[href='{case}']").count() >= 3
    assert page.locator("main time[data-clock]").count() >= 3


def henrik_opens(visit: Visit, case: str, language: str) -> Page:
    page = visit.signed_in("henrik.dam", "/sager/", width=DESK, language=language)
    check(page, f"{language}-henrik-cases")
    page.goto(visit.home.url + case)
    check(page, f"{language}-case")
    steps = page.locator(".case-steps")
    assert "Mads Holm" in steps.first.inner_text()
    assert page.locator("img[src*=bevis]").count() == 0  # hidden until asked for
    return page


def look_at_the_evidence(page: Page, language: str) -> None:
    assert page.locator(".case-seen").count() == 0
    page.locator("form[action*='/bevis/'] button").first.click()
    check(page, f"{language}-evidence")
    shown = page.locator("img[src*='/billede/']")
    assert shown.evaluate("image => image.naturalWidth") == 12
    page.locator("a[href*='#']").last.click()
    assert "Henrik Dam" in page.locator(".case-seen").inner_text()
    page.locator("form[action*='/indberetning/'] button").first.click()
    check(page, f"{language}-words")
    assert "hvor jeg bor" in page.locator("main").inner_text()
    page.go_back()


def confirm_the_suggestion(page: Page) -> None:
    page.locator("form[action*='/passer/'] button").click()
    assert "Henrik Dam" in page.locator(".case-verdict").inner_text()


def report_to_the_police(page: Page, case: str, language: str) -> None:
    page.locator(f"a[href='{case}kontakt/']").first.click()
    choose(page, "kind", "police")
    page.fill("[name=reference]", JOURNAL)
    check(page, f"{language}-police")
    send(page)
    assert JOURNAL in page.locator("main").inner_text()


def take_the_steps(page: Page, case: str, language: str) -> None:
    """Every required step, each on its own page, until the way out lists none."""
    for number in range(20):
        page.goto(page.url.split("/sager/")[0] + case + "afslut/")
        left = page.locator("main a[href*='/sager/opgaver/']")
        if number == 0:
            check(page, f"{language}-way-out")
        waiting = page.locator(".case-missing a[href*='/sager/opgaver/']")
        if waiting.count() == 0:
            return
        assert left.count() >= waiting.count()
        waiting.first.click()
        if number == 0:
            check(page, f"{language}-step")
        done = page.locator("form:has(input[name=do][value=done])")
        done.locator("[name=done-result]").fill("Talt med Rikke. Aftalt, og skrevet ned.")
        done.locator("button").click()
    raise AssertionError("the steps never ended")


def close(page: Page, case: str, language: str) -> None:
    choose(page, "outcome", "stopped")
    page.fill("[name=word]", "Han er stoppet, og politiet har talt med ham.")
    check(page, f"{language}-close")
    send(page)
    assert page.url.endswith(case)
    check(page, f"{language}-closed")


def rikke_hears_how_it_ended(visit: Visit, home: House, case: str, language: str) -> None:
    page = visit.signed_in("rikke.lund", case, width=PHONE, language=language)
    check(page, f"{language}-her-closed-case")
    assert "politiet har talt med ham" in page.locator("main").inner_text()
    assert "Rikke. Aftalt" not in page.locator("main").inner_text()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value={value}]").check(force=True)


def on(page: Page, name: str) -> None:
    check(page, name)
    send(page)


def send(page: Page) -> None:
    page.locator("main form button.button-primary").last.click()
    page.wait_for_load_state()


def awaited(home: House, to: str, before: int, seconds: float = 60) -> Message:
    """The first mail to ``to`` beyond the ``before`` that had come."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        letters = home.post.to(to)
        if len(letters) > before:
            found: Message = letters[before]
            return found
        time.sleep(0.2)
    raise AssertionError(f"no mail to {to}: {re.findall('error.*', home.log.read_text())[-3:]}")
