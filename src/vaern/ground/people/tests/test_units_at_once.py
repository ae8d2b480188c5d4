"""Two clicks on the same button make one unit."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from conftest import Cast, make_cast
from django.conf import settings
from django.db import connections
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from vaern.ground.people.models import Unit

pytestmark = pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="SQLite tests run in memory, on one connection; PostgreSQL is where it can go wrong",
)


@pytest.fixture
def committed(transactional_db: None) -> Iterator[Cast]:
    cast = make_cast()
    with scope(workplace=cast.workplace):
        yield cast


@pytest.mark.django_db(transaction=True)
def test_a_double_click_adds_one(committed: Cast, as_person) -> None:
    client, gate = as_person(committed.karen), Barrier(2)
    data = {"name": "Skolen", "parent": str(committed.top.pk)}

    def click(_: int) -> int:
        try:
            twin = Client()
            twin.cookies = client.cookies.copy()
            gate.wait()
            return int(twin.post(reverse("people:new_unit"), data).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, range(2))) == [200, 302]
    assert [unit.name for unit in Unit.objects.all()].count("Skolen") == 1
