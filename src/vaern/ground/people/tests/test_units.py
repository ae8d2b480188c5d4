"""The tree of units."""

import pytest
from django.urls import reverse

from vaern.ground.people import actions, workplace_actions
from vaern.ground.people.models import Unit
from vaern.ground.people.workplace_actions import Circle


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


def test_the_topmost_unit_stays_on_top(cast):
    with pytest.raises(Circle):
        workplace_actions.move_unit(unit=cast.top, parent=cast.unit, by=cast.karen)


def test_the_tree_shows_what_stands_below_what(as_person, cast, below):
    page = as_person(cast.henrik).get(reverse("people:units")).content.decode()
    assert page.index("Borgerservice") < page.index("Skranken")
    assert "Ny afdeling" not in page


def test_a_unit_of_another_workplace_is_not_there(as_person, cast):
    address = reverse("people:unit", args=[cast.unit.pk])
    assert as_person(cast.olga).get(address).status_code == 404
