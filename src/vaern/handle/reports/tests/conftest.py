"""A running installation, and a browser in which people of the cast report."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browsing import Visit, chromium
from tests.house import House, house

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def running() -> Iterator[House]:
    with house() as made:
        made.start(web_workers=1)
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def open_as(browser: Browser, running: House) -> Iterator[Open]:
    """``open_as("rikke.lund", "/indberet/")``: a page of somebody who has signed in."""
    visit = Visit(browser, running)
    yield visit.signed_in
    visit.close()
