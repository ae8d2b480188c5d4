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


def test_the_500_page_asks_the_database_nothing() -> None:
    # No database mark: a query here would fail the test.
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Noget gik galt hos os" in answer.content.decode()
