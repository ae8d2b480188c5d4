"""A whole municipality in one list: in seconds, and once, however often one clicks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import perf_counter

import pytest
from conftest import Cast, make_cast
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_scopes import scope

from vaern.ground.audit.actions import verify
from vaern.ground.audit.models import AuditRow
from vaern.ground.people.models import Person, Role, User
from vaern.ground.people.staff_file import MOST_ROWS, Row
from vaern.ground.people.staff_import import import_staff

on_postgres = pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="SQLite tests run in memory, on one connection; PostgreSQL is where it can go wrong",
)

BATCHES = 20
"""SQLite takes some hundred rows in one statement."""


def rows(many: int, unit: str = "Skolen", title: str = "Lærer") -> list[Row]:
    """Everybody's deputy is the next one down."""
    return [
        Row(
            number,
            name=f"Medarbejder {number}",
            email=f"m{number}@havneby.example",
            title=title,
            unit=unit,
            deputy=f"m{number % many + 1}@havneby.example",
        )
        for number in range(1, many + 1)
    ]


def queries(cast: Cast, wanted: list[Row]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        import_staff(workplace=cast.workplace, rows=wanted, welcome=True, by=cast.karen)
    return len(caught)


def test_queries_do_not_grow_with_the_lines(cast):
    few = queries(cast, rows(10))
    many = rows(200, "Biblioteket", "Bibliotekar")  # 190 new, 10 changed and moved
    assert queries(cast, many) < few + BATCHES
    assert queries(cast, rows(200, "Havnen", "Vagt")) < few + BATCHES


def test_people_roles_and_changes_are_as_if_done_one_by_one(cast):
    queries(cast, rows(3))
    queries(cast, rows(3, "Havnen", "Vagt"))
    found = Person.objects.get(email="m2@havneby.example")
    assert (found.name, found.title) == ("Medarbejder 2", "Vagt")
    assert found.user == User.objects.get(email="m2@havneby.example")
    assert not found.user.has_usable_password()
    role = Role.objects.get(person=found)
    assert (role.unit.name, role.code) == ("Havnen", "employee")
    assert str(role.deputy) == "Medarbejder 3"
    actions = list(AuditRow.objects.filter(subject=f"people.person:{found.pk}").order_by("seq"))
    assert [row.action for row in actions] == ["person.added", "person.invited", "person.changed"]
    assert actions[-1].data == {"fields": "title"}
    assert verify(workplace=cast.workplace) is None


def test_the_longest_list_takes_seconds(cast):
    start = perf_counter()
    queries(cast, rows(MOST_ROWS))
    assert perf_counter() - start < 60  # some eight on a quiet machine
    assert Role.objects.filter(code="employee").count() == MOST_ROWS + 2


@pytest.fixture
def committed(transactional_db: None) -> Iterator[Cast]:
    cast = make_cast()
    with scope(workplace=cast.workplace):
        yield cast


@on_postgres
@pytest.mark.django_db(transaction=True)
def test_a_double_click_imports_once(committed: Cast, as_person) -> None:
    client = as_person(committed.karen)
    file = SimpleUploadedFile("m.csv", b"Navn\nBo Friis\nIb Friis\n")
    client.post(reverse("people:import"), {"file": file})
    gate = Barrier(2)

    def click(_: int) -> int:
        try:
            twin = Client()
            twin.cookies = client.cookies.copy()
            gate.wait()
            return int(twin.post(reverse("people:import_preview")).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(click, range(2))) == [302, 302]
    assert AuditRow.objects.filter(action="staff.imported").count() == 1
    assert sum(one.name == "Bo Friis" for one in Person.objects.all()) == 1
