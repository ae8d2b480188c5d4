"""Error pages say what to do, whatever is broken."""

import pytest
from django.test import Client, RequestFactory

from vaern.faces.web import errors


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
