"""The matrix holds every address of the house, and none that is gone."""

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import include, path

from tests.access.addresses import Address, addresses
from tests.access.conftest import Scene
from tests.access.matrix import Row, names, rows
from vaern.faces.web.views import alive

ADDRESSES = addresses()


urlpatterns = [path("nyt/", alive, name="brand_new"), path("", include("vaern.config.urls"))]


def test_a_new_address_would_be_noticed() -> None:
    with override_settings(ROOT_URLCONF=__name__):
        assert {one.name for one in addresses()} - names() == {"brand_new"}


def test_every_address_has_a_name_of_its_own() -> None:
    assert [one.route for one in ADDRESSES if not one.name] == []
    found = [one.name for one in ADDRESSES]
    assert sorted(found) == sorted(set(found)), "the same name leads to two routes"


def test_every_address_is_in_the_matrix() -> None:
    missing = {one.name for one in ADDRESSES} - names()
    assert not missing, "write a row in tests/access/matrix.toml: who may see it, and who not?"


def test_the_matrix_names_no_address_that_is_gone() -> None:
    assert names() - {one.name for one in ADDRESSES} == set()


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one.name)
def test_every_part_of_the_route_stands_for_something(address: Address) -> None:
    for row in (one for one in rows() if one.name == address.name):
        assert set(row.given) == set(address.parameters)


@pytest.mark.django_db
@pytest.mark.parametrize("row", [row for row in rows() if row.method == "POST"], ids=str)
def test_nothing_is_posted_without_the_token(scene: Scene, row: Row) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = scene.visitors.sessions["henrik"]
    answer = client.post(row.path(row.ids(scene.episode)), row.sent(scene.episode))
    assert answer.status_code == 403
