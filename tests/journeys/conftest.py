"""A running installation with the cast in it, and a browser to visit it with."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browsing import Visit, chromium
from tests.house import House, house


@pytest.fixture(scope="module")
def home() -> Iterator[House]:
    with house() as made:
        made.start(web_workers=1)
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def visit(browser: Browser, home: House) -> Iterator[Visit]:
    made = Visit(browser, home)
    yield made
    made.close()
