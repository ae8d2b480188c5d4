"""The staff list, one person at a time."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from vaern.ground.audit.models import AuditRow
from vaern.ground.people import actions
from vaern.ground.people.models import Absence, Person, Role, User
from vaern.ground.queue.drain import drain


def address(name: str, person: Person) -> str:
    return reverse(f"people:{name}", args=[person.pk])


@pytest.fixture
def karen(cast, as_person):
    """The administrator's browser."""
    return as_person(cast.karen)


def test_everybody_stands_in_danish_order(karen, cast):
    for name in ("Åse Nøhr", "Ørn Bek", "Zita Ravn"):
        actions.add_person(workplace=cast.workplace, name=name, by=cast.karen)
    page = karen.get(reverse("people:staff")).content.decode()
    names = ("Amina Yusuf", "Rikke Lund", "Zita Ravn", "Ørn Bek", "Åse Nøhr")
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert "Olga" not in page


def test_the_list_by_unit(karen, cast):
    page = karen.get(reverse("people:staff"), {"afdeling": str(cast.top.pk)}).content.decode()
    assert "Henrik Dam" in page
    assert "Rikke Lund" not in page


@pytest.mark.parametrize("who", ["rikke", "mads", "amina", "olga"])
def test_hidden_from_everybody_else(as_person, cast, who):
    client = as_person(getattr(cast, who))
    pages = [reverse("people:import"), reverse("people:workplace")]
    if who != "olga":  # she administers a workplace of her own
        pages += [reverse("people:staff"), reverse("people:units")]
        assert {client.get(page).status_code for page in pages} == {404}
    assert client.get(address("person", cast.jonas)).status_code == 404
    assert client.post(address("set_active", cast.jonas), {"active": "0"}).status_code == 404


def test_hr_reads_and_writes_in_absence_and_changes_nothing_else(as_person, cast):
    client = as_person(cast.henrik)
    assert "Giv en rolle" not in client.get(address("person", cast.jonas)).content.decode()
    data = {"first_day": "2026-11-24", "last_day": "2026-11-26"}
    assert client.post(address("person_absence", cast.jonas), data).status_code == 302
    assert Absence.objects.get(person=cast.jonas).last_day == date(2026, 11, 26)
    for name in ("change_person", "give_role", "invite", "set_active"):
        assert client.post(address(name, cast.jonas)).status_code == 404


def test_a_new_person_can_sign_in_at_once(karen, cast):
    data = {"name": "Nanna Friis", "email": "Nanna@havneby.example", "language": "da"}
    answer = karen.post(reverse("people:new_person"), data)
    made = Person.objects.get(email="nanna@havneby.example")
    assert answer["Location"] == address("person", made)
    assert User.objects.filter(person=made, email="nanna@havneby.example").exists()


def test_a_telephone_number_must_be_one(karen, cast):
    data = {"name": "Nanna Friis", "language": "da", "unit": str(cast.unit.pk)}
    page = karen.post(reverse("people:new_person"), {**data, "phone": "på gangen"})
    assert "er ikke et telefonnummer" in page.content.decode()
    karen.post(reverse("people:new_person"), {**data, "phone": "(+45) 55\N{NO-BREAK SPACE}55-0110"})
    made = [one for one in Person.objects.all() if one.name == "Nanna Friis"]
    assert [one.phone for one in made] == ["(+45) 55 55-0110"]


@pytest.mark.parametrize("email", ["rikke.lund@havneby.example", "olga.vind@dyreklinik.example"])
def test_an_address_in_use_is_refused_without_saying_where(karen, cast, email):
    data = {"name": "Nanna Friis", "email": email, "language": "da"}
    assert "Adressen er i brug" in karen.post(reverse("people:new_person"), data).content.decode()
    assert not AuditRow.objects.filter(action="person.added", actor=str(cast.karen.pk)).exists()


def test_a_new_address_moves_the_sign_in_and_signs_out(karen, cast, as_person):
    data = {"name": "Rikke Lund", "email": "rikke.holm@havneby.example", "language": "da"}
    karen.post(address("change_person", cast.rikke), data)
    user = User.objects.get(pk=cast.rikke.user_id)
    assert user.email == "rikke.holm@havneby.example"
    row = AuditRow.objects.filter(action="person.changed").latest("seq")
    assert row.data == {"fields": "email"}


def test_taking_the_address_away_takes_the_sign_in_away(karen, cast):
    karen.post(address("change_person", cast.rikke), {"name": "Rikke Lund", "language": "da"})
    assert Person.objects.get(pk=cast.rikke.pk).user is None
    assert not User.objects.filter(pk=cast.rikke.user_id).exists()


def test_closing_signs_out_and_opening_lets_in_again(karen, cast, as_person):
    rikke = as_person(cast.rikke)
    karen.post(address("set_active", cast.rikke), {"active": "0"})
    assert rikke.get(reverse("people:me"))["Location"].startswith(reverse("account_login"))
    karen.post(address("set_active", cast.rikke), {"active": "1"})
    assert User.objects.get(pk=cast.rikke.user_id).is_active


def test_the_last_administrator_stays(karen, cast):
    page = karen.post(address("set_active", cast.karen), {"active": "0"}, follow=True)
    assert "mindst én administrator" in page.content.decode()
    role = Role.objects.get(code="administrator")
    karen.post(reverse("people:take_role", args=[role.pk]))
    assert Role.objects.filter(pk=role.pk).exists()
    actions.give_role(person=cast.henrik, unit=cast.top, code="administrator", by=cast.karen)
    karen.post(reverse("people:take_role", args=[role.pk]))
    assert not Role.objects.filter(pk=role.pk).exists()


def test_giving_a_role_with_a_deputy_twice_is_once(karen, cast):
    data = {"code": "amr", "unit": str(cast.unit.pk), "deputy": str(cast.jonas.pk)}
    for _ in range(2):
        karen.post(address("give_role", cast.rikke), data)
    assert Role.objects.get(person=cast.rikke, code="amr").deputy == cast.jonas


def test_a_unit_or_deputy_of_another_workplace_is_no_choice(karen, cast):
    data = {"code": "amr", "unit": str(cast.unit.pk), "deputy": str(cast.olga.pk)}
    assert karen.post(address("give_role", cast.rikke), data).status_code == 200
    assert not Role.objects.filter(person=cast.rikke, code="amr").exists()


def test_the_welcome_says_where_to_sign_in_and_carries_no_key(karen, cast):
    karen.post(address("invite", cast.rikke))
    drain()
    assert mail.outbox[0].to == [cast.rikke.email]
    assert str(mail.outbox[0].body).count(reverse("people:link_ask")) == 1
