"""A role acts in its unit and below; at the top it acts for everybody."""

from datetime import date
from uuid import UUID

import pytest
from conftest import Cast
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from vaern.ground.people import actions
from vaern.ground.people.models import Absence, Person, Role, Unit
from vaern.ground.people.reach import ALL, Reach, reach_of

ids = st.sets(st.integers(0, 9).map(lambda number: UUID(int=number)))


@pytest.fixture
def school(cast: Cast) -> Unit:
    """A unit beside Borgerservice, with a class below it."""
    return actions.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)


@pytest.fixture
def sara(cast: Cast, school: Unit) -> Person:
    """She administers and is HR of the school, and of nothing else."""
    made = actions.add_person(
        workplace=cast.workplace, name="Sara Juhl", email="sara.juhl@havneby.example", by=None
    )
    for code in ("administrator", "hr"):
        actions.give_role(person=made, unit=school, code=code, by=None)
    return made


@pytest.fixture
def bo(cast: Cast, school: Unit) -> Person:
    """He works in a class at the school."""
    below = actions.add_unit(workplace=cast.workplace, name="3. klasse", parent=school, by=None)
    return actions.add_person(workplace=cast.workplace, name="Bo Friis", unit=below, by=None)


@pytest.fixture
def client(as_person, sara):
    """Sara's browser."""
    return as_person(sara)


def page_of(name: str, person: Person) -> str:
    return reverse(f"people:{name}", args=[person.pk])


@given(ids, ids)
def test_who_is_covered_is_met(units, held):
    reach = Reach(frozenset(units))
    assert not (reach.covers(held) and not reach.meets(held))
    assert ALL.covers(held)
    assert reach.covers(held) == (bool(held) and held <= units)


def test_a_role_reaches_down_and_neither_up_nor_beside(cast, sara, bo, school):
    reach = reach_of(sara, "administrator")
    assert reach.has(school.pk)
    assert reach.has(Role.objects.get(person=bo).unit_id)
    assert not reach.has(cast.unit.pk)
    assert not reach.has(cast.top.pk)
    assert reach_of(cast.karen, "administrator").everywhere
    assert not reach_of(bo, "administrator")


def test_one_sees_ones_own_people_only(client, cast, bo):
    shown = client.get(reverse("people:staff")).content.decode()
    assert "Bo Friis" in shown
    assert "Rikke" not in shown
    assert "Borgerservice" not in shown
    assert "Borgerservice" not in client.get(reverse("people:units")).content.decode()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("change_person", {"name": "X", "email": "sara2@havneby.example", "language": "da"}),
        ("set_active", {"active": "0"}),
        ("invite", {}),
        ("give_role", {"code": "amr"}),
        ("person_absence", {"first_day": "2031-07-01", "last_day": "2031-07-14"}),
    ],
)
def test_people_of_a_unit_beside_are_not_there(client, cast, school, name, body):
    answer = client.post(page_of(name, cast.rikke), {**body, "unit": str(school.pk)})
    assert answer.status_code == 404
    assert client.get(page_of("person", cast.rikke)).status_code == 404
    assert Person.objects.get(pk=cast.rikke.pk).active
    assert not Absence.objects.exists()
    assert Role.objects.filter(person=cast.rikke).count() == 1


def test_ones_own_people_are_looked_after(client, bo, school):
    assert client.post(page_of("give_role", bo), {"code": "amr", "unit": str(school.pk)})
    assert Role.objects.filter(person=bo, code="amr", unit=school).exists()
    client.post(page_of("set_active", bo), {"active": "0"})
    assert not Person.objects.get(pk=bo.pk).active


def test_no_role_is_given_or_taken_outside(client, cast, bo):
    answer = client.post(page_of("give_role", bo), {"code": "hr", "unit": str(cast.unit.pk)})
    assert answer.status_code == 200
    assert not Role.objects.filter(person=bo, code="hr").exists()
    role = Role.objects.get(person=cast.mads)
    assert client.post(reverse("people:take_role", args=[role.pk]))["Location"] == reverse(
        "people:staff"
    )
    assert Role.objects.filter(pk=role.pk).exists()


def test_nobody_is_moved_out_of_a_unit_beside(client, cast, school):
    actions.give_role(person=cast.rikke, unit=school, code="amr", by=None)
    data = {"code": "employee", "unit": str(school.pk)}
    page = client.post(page_of("give_role", cast.rikke), data).content.decode()
    assert "medarbejder i en anden afdeling" in page
    assert Role.objects.get(person=cast.rikke, code="employee").unit == cast.unit


def test_who_has_a_role_outside_too_is_seen_but_not_changed(client, cast, bo):
    actions.give_role(person=bo, unit=cast.top, code="administrator", by=None)
    shown = client.get(page_of("person", bo)).content.decode()
    assert "Fjern rollen" in shown
    assert "Ret oplysninger" not in shown
    data = {"name": "Bo Friis", "email": "sara.egen@havneby.example", "language": "da"}
    assert client.post(page_of("change_person", bo), data).status_code == 404
    assert client.post(page_of("set_active", bo), {"active": "0"}).status_code == 404


def test_somebody_new_is_put_into_a_unit_of_ones_own(client, cast, school):
    data = {"name": "Ida Holm", "language": "da"}
    assert client.post(reverse("people:new_person"), data).status_code == 200
    assert client.post(
        reverse("people:new_person"), {**data, "unit": str(cast.unit.pk)}
    ).status_code == (200)
    client.post(reverse("people:new_person"), {**data, "unit": str(school.pk)})
    role = Role.objects.get(unit=school, code="employee")
    assert role.person.name == "Ida Holm"


def test_files_units_and_settings_are_for_those_at_the_top(client, school):
    pages = [reverse(f"people:{name}") for name in ("import", "new_unit", "workplace")]
    pages.append(reverse("people:unit", args=[school.pk]))
    assert {client.get(one).status_code for one in pages} == {404}


def test_somebody_elses_absence_stays(client, cast):
    absence = actions.set_absence(
        person=cast.rikke,
        first_day=date(2031, 7, 1),
        last_day=date(2031, 7, 2),
        by=cast.rikke,
    )
    address = reverse("people:end_absence", args=[absence.pk])
    assert client.post(address).status_code == 404
    assert Absence.objects.exists()


@pytest.mark.parametrize("who", ["mads", "amina"])
def test_manager_and_amr_look_after_nobodys_roles(as_person, cast, who):
    person = as_person(getattr(cast, who))
    assert person.get(reverse("people:staff")).status_code == 404
    role = Role.objects.get(person=cast.rikke)
    assert person.post(reverse("people:take_role", args=[role.pk])).status_code == 404
