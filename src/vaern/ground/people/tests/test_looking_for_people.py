"""Where there are many people one types a name instead of scrolling a list."""

import pytest
from django.urls import reverse

from vaern.ground.people import actions
from vaern.ground.people.forms import roles as form
from vaern.ground.people.models import Person, Role


@pytest.fixture
def many(cast, monkeypatch):
    monkeypatch.setattr(form, "MOST_LISTED", 3)
    for email in ("bo1@havneby.example", "bo2@havneby.example"):
        actions.add_person(workplace=cast.workplace, name="Bo Friis", email=email, by=None)


def give(client, cast, deputy: str) -> str:
    address = reverse("people:give_role", args=[cast.mads.pk])
    data = {"code": "manager", "unit": str(cast.unit.pk), "deputy": deputy}
    return str(client.post(address, data, follow=True).content.decode())


def deputy(cast) -> Person | None:
    return Role.objects.get(person=cast.mads).deputy


def test_few_are_listed(as_person, cast):
    address = reverse("people:person", args=[cast.mads.pk])
    assert str(cast.jonas.pk) in as_person(cast.karen).get(address).content.decode()


def test_many_are_typed(as_person, cast, many):
    client = as_person(cast.karen)
    page = client.get(reverse("people:person", args=[cast.mads.pk])).content.decode()
    assert "Jonas" not in page
    give(client, cast, "jonas bæk")
    assert deputy(cast) == cast.jonas
    give(client, cast, "BO2@havneby.example")
    assert str(deputy(cast)) == "Bo Friis"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Bo Friis", "Skriv e-mailadressen"),
        ("Hvem Ved", "Vi kender ingen med det navn"),
        ("Mads Holm", "Vi kender ingen med det navn"),
        ("Olga Vind", "Vi kender ingen med det navn"),
    ],
)
def test_a_name_must_mean_one_of_us(as_person, cast, many, typed, words):
    assert words in give(as_person(cast.karen), cast, typed)
    assert deputy(cast) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [("mad", True), ("HOLM", True), ("mads.holm@havneby.example", True), ("adsholm", False)],
)
def test_the_staff_list_is_searched_by_name_or_address(as_person, cast, typed, found):
    client = as_person(cast.karen)
    page = client.get(reverse("people:staff"), {"navn": typed}).content.decode()
    assert ("Mads Holm" in page) == found
    assert "Amina" not in page
    assert ("Vi fandt ingen" in page) == (not found)
