"""Who moves to another unit is an employee there and no longer where they were."""

import pytest
from django.urls import reverse

from vaern.ground.audit.models import AuditRow
from vaern.ground.people import actions
from vaern.ground.people.models import Role
from vaern.handle.reports.addressees import home_unit


@pytest.fixture
def school(cast):
    return actions.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)


def move(client, person, unit) -> str:
    address = reverse("people:give_role", args=[person.pk])
    data = {"code": "employee", "unit": str(unit.pk)}
    return str(client.post(address, data, follow=True).content.decode())


def test_the_old_unit_is_left(as_person, cast, school):
    page = move(as_person(cast.karen), cast.rikke, school)
    assert "Rikke Lund er flyttet til Skolen." in page
    assert "Andre roller er beholdt" not in page
    assert Role.objects.get(person=cast.rikke).unit == school
    assert home_unit(cast.rikke) == school
    assert AuditRow.objects.filter(action="role.taken").count() == 1


def test_other_roles_stay_and_it_is_said(as_person, cast, school):
    actions.give_role(person=cast.rikke, unit=cast.unit, code="amr", by=None)
    page = move(as_person(cast.karen), cast.rikke, school)
    assert "Andre roller er beholdt: Arbejdsmiljørepræsentant, Borgerservice." in page
    held = Role.objects.filter(person=cast.rikke)
    assert {(role.code, role.unit.name) for role in held} == {
        ("amr", "Borgerservice"),
        ("employee", "Skolen"),
    }


def test_the_first_unit_is_no_move(as_person, cast, school):
    page = move(as_person(cast.karen), cast.mads, school)
    assert "Rollen er gemt." in page
    assert Role.objects.filter(person=cast.mads).count() == 2


def test_of_several_units_led_the_newest_is_home(cast, school):
    actions.give_role(person=cast.mads, unit=school, code="manager", by=None)
    assert home_unit(cast.mads) == school
