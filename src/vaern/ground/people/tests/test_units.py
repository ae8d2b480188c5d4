"""The tree of units."""

import pytest
from django.urls import reverse

from vaern.ground.people import actions, workplace_actions
from vaern.ground.people.models import Unit
from vaern.ground.people.workplace_actions import Circle

TAKEN = "Der er allerede en afdeling med det navn"


@pytest.fixture
def below(cast) -> Unit:
    return actions.add_unit(
        workplace=cast.workplace, name="Skranken", parent=cast.unit, by=cast.karen
    )


def test_a_unit_is_added_renamed_and_moved(as_person, cast, below):
    client = as_person(cast.karen)
    data = {"name": "Telefonen", "parent": str(cast.top.pk)}
    client.post(reverse("people:unit", args=[below.pk]), data)
    changed = Unit.objects.get(pk=below.pk)
    assert (changed.name, changed.parent) == ("Telefonen", cast.top)


def test_a_unit_cannot_stand_below_itself(as_person, cast, below):
    data = {"name": "Borgerservice", "parent": str(below.pk)}
    page = as_person(cast.karen).post(reverse("people:unit", args=[cast.unit.pk]), data)
    assert "kan ikke høre under sig selv" in page.content.decode()
    assert Unit.objects.get(pk=cast.unit.pk).parent == cast.top


@pytest.mark.parametrize("name", ["Skranken", " skranken", "SKRANKEN"])
def test_no_two_units_in_one_place_have_the_same_name(as_person, cast, below, name):
    client, data = as_person(cast.karen), {"name": name, "parent": str(cast.unit.pk)}
    assert TAKEN in client.post(reverse("people:new_unit"), data).content.decode()
    other = actions.add_unit(workplace=cast.workplace, name="Arkivet", parent=cast.unit, by=None)
    at = reverse("people:unit", args=[other.pk])
    assert TAKEN in client.post(at, data).content.decode()
    assert Unit.objects.get(pk=other.pk).name == "Arkivet"
    elsewhere = {**data, "parent": str(cast.top.pk)}
    assert client.post(reverse("people:new_unit"), elsewhere).status_code == 302


def test_a_unit_moves_to_its_namesake_only_under_another_name(as_person, cast, below):
    twin = actions.add_unit(workplace=cast.workplace, name="Skranken", parent=cast.top, by=None)
    client, at = as_person(cast.karen), reverse("people:unit", args=[twin.pk])
    data = {"name": "Skranken", "parent": str(cast.unit.pk)}
    assert TAKEN in client.post(at, data).content.decode()
    assert Unit.objects.get(pk=twin.pk).parent == cast.top
    assert client.post(at, {**data, "name": "Skranke 2"}).status_code == 302
    assert Unit.objects.get(pk=twin.pk).parent == cast.unit


def test_the_topmost_unit_stays_on_top(cast):
    with pytest.raises(Circle):
        workplace_actions.change_unit(
            unit=cast.top, name=cast.top.name, parent=cast.unit, by=cast.karen
        )


def test_the_tree_shows_what_stands_below_what(as_person, cast, below):
    page = as_person(cast.henrik).get(reverse("people:units")).content.decode()
    assert page.index("Borgerservice") < page.index("Skranken")
    assert "Ny afdeling" not in page


def test_a_unit_of_another_workplace_is_not_there(as_person, cast):
    address = reverse("people:unit", args=[cast.unit.pk])
    assert as_person(cast.olga).get(address).status_code == 404
