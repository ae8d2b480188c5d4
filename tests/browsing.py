"""A real browser for the tests: people who sign in, pages that are held to accessibility."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.house import PASSWORD, House

PICTURES = os.environ.get("VAERN_PICTURES", "")
"""A folder to leave pictures of the pages in, to look at; nothing is kept without it."""

CHROMIUM = os.environ.get("VAERN_CHROMIUM", "/usr/bin/chromium")
LOCALES = {"da": "da-DK", "en": "en-GB"}
PHONE, DESK = 390, 1280


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """Browser windows on one installation, each somebody's own."""

    browser: Browser
    home: House
    contexts: list[BrowserContext] = field(default_factory=list)

    def page(
        self, *, width: int = PHONE, language: str = "da", script: bool = True, path: str = "/"
    ) -> Page:
        """A window in which nobody has signed in."""
        context = self.browser.new_context(
            locale=LOCALES[language],
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            accept_downloads=True,
        )
        self.contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(self.home.url + path)
        return page

    def signed_in(
        self, who: str, path: str, *, width: int = PHONE, language: str = "da", script: bool = True
    ) -> Page:
        """``signed_in("rikke.lund", "/indberet/")``: that page after signing in on the way."""
        page = self.page(width=width, language=language, script=script, path=path)
        page.locator("[name=login]").fill(f"{who}@havneby.example")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url(self.home.url + path)
        speak(page, language)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        self.contexts.clear()


def speak(page: Page, language: str) -> None:
    """Turn the page to the language, with the switch in its head."""
    if page.locator("html").get_attribute("lang") == language:
        return
    menu = page.locator("details[data-menu] > summary")
    if menu.is_visible():
        menu.click()
    page.locator(f"button[name=language][value={language}]:visible").click()
    page.locator(f"html[lang={language}]").wait_for(state="attached")


def check(page: Page, name: str) -> None:
    """No violation, nothing wider than the screen; a picture when asked for."""
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url
