"""Error pages say what to do, whatever is broken."""

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from vaern.faces.web import errors
from vaern.ground.vault.models import DataKey


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "403_csrf"])
@pytest.mark.urls("vaern.faces.web.tests.style_guide")
def test_each_page_has_one_heading_and_a_way_on(client: Client, name: str) -> None:
    page = client.get(f"/fejl/{name}/", headers={"accept-language": "da"}).content.decode()
    assert page.count("<h1>") == 1
    assert "Gå til forsiden" in page
    assert "Ring 112" in page


def expired(origin: str) -> str:
    """The page that answers a form which was open for too long."""
    client = Client(enforce_csrf_checks=True, headers={"origin": origin})
    given = {"text": "Han skrev igen.", "password": "en hel sætning", "relation": "citizen"}
    answer = client.post("/konto/log-ind/", given)
    assert answer.status_code == 403
    return answer.content.decode()


@pytest.mark.django_db
def test_what_was_written_on_a_page_open_for_too_long_is_given_back() -> None:
    page = expired("http://testserver")
    assert "Kopiér det, du skrev" in page
    assert "Han skrev igen." in page
    assert "en hel sætning" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("origin", ["https://et.andet.sted.example", "null"])
def test_what_another_site_sends_is_not_shown(origin: str) -> None:
    assert "Han skrev igen." not in expired(origin)


def test_the_500_page_asks_the_database_nothing() -> None:
    # No database mark: a query here would fail the test.
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Noget gik galt hos os" in answer.content.decode()


@pytest.fixture
def no_styles(settings: Any, tmp_path: Path) -> None:
    """The styles were never gathered: every page of ours fails to name them."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }


@pytest.mark.django_db
def test_without_styles_the_pages_are_bare_and_say_the_same(
    client: Client, no_styles: None
) -> None:
    client.raise_request_exception = False
    broken = client.get("/", headers={"accept-language": "da"})
    missing = client.get("/findes-ikke/", headers={"accept-language": "en"})
    assert (broken.status_code, missing.status_code) == (500, 404)
    assert "Noget gik galt hos os" in broken.content.decode()
    assert "We cannot find the page" in missing.content.decode()
    for page in (broken, missing):
        assert "112" in page.content.decode()
        assert "stylesheet" not in page.content.decode()


def test_when_nothing_can_be_drawn_it_still_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(errors, "render_to_string", fail)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Ring 112" in answer.content.decode()


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def exists(self) -> bool:
            raise OperationalError

    monkeypatch.setattr(DataKey, "objects", Away())


def test_the_watchman_hears_when_the_database_is_away(client: Client, no_database: None) -> None:
    answer = client.get("/sundhed/")
    assert (answer.status_code, answer.content) == (503, b"the database does not answer")


@pytest.mark.django_db
def test_the_watchman_hears_when_all_is_well(client: Client) -> None:
    answer = client.get("/sundhed/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]
