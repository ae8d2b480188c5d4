"""There is always an administrator at the top who can sign in."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from conftest import Cast, make_cast
from django.conf import settings
from django.db import connections
from django.urls import reverse
from django_scopes import scope

from vaern.ground.people import actions
from vaern.ground.people.administrators import LastAdministrator, administrators
from vaern.ground.people.models import Person, Role, User

on_postgres = pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="SQLite tests run in memory, on one connection; PostgreSQL is where it can go wrong",
)


def appoint(cast: Cast, person: Person, **more) -> Role:
    where = {"unit": cast.top, "by": None, **more}
    return actions.give_role(person=person, code="administrator", **where)


def test_leaving_is_refused(cast):
    with pytest.raises(LastAdministrator):
        actions.close_person(person=cast.karen, by=cast.karen)
    appoint(cast, cast.henrik)
    actions.close_person(person=cast.karen, by=cast.karen)
    assert [role.person for role in administrators(cast.workplace)] == [cast.henrik]


def test_an_administrator_of_a_unit_is_not_enough(cast):
    appoint(cast, cast.henrik, unit=cast.unit)
    with pytest.raises(LastAdministrator):
        actions.take_role(role=Role.objects.get(person=cast.karen), by=cast.karen)


def test_nor_is_one_who_cannot_sign_in(cast):
    made = actions.add_person(workplace=cast.workplace, name="Uden login", by=None)
    appoint(cast, made)
    appoint(cast, cast.mads)
    User.objects.filter(pk=cast.mads.user_id).update(is_active=False)
    with pytest.raises(LastAdministrator):
        actions.close_person(person=cast.karen, by=cast.karen)


def test_the_last_ones_address_is_not_taken_away(as_person, cast):
    address = reverse("people:change_person", args=[cast.karen.pk])
    page = as_person(cast.karen).post(address, {"name": "Karen Toft", "language": "da"})
    assert "skal kunne logge ind" in page.content.decode()
    assert Person.objects.get(pk=cast.karen.pk).user is not None


def test_others_leave_freely(cast):
    actions.close_person(person=cast.mads, by=cast.karen)
    assert not Person.objects.get(pk=cast.mads.pk).active


@on_postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["role", "leaving"])
def test_two_who_remove_each_other_at_once(way: str) -> None:
    cast = make_cast()
    with scope(workplace=cast.workplace):
        appoint(cast, cast.henrik)
    gate = Barrier(2)

    def remove(person: Person) -> bool:
        try:
            with scope(workplace=cast.workplace):
                role = Role.objects.get(person=person, code="administrator")
                gate.wait()
                if way == "role":
                    actions.take_role(role=role, by=None)
                else:
                    actions.close_person(person=person, by=None)
        except LastAdministrator:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(remove, [cast.karen, cast.henrik]))
    assert sorted(done) == [False, True]
    with scope(workplace=cast.workplace):
        assert administrators(cast.workplace).count() == 1
