"""The tree of units says who would be asked, and where nobody would."""

from conftest import Cast
from django.urls import reverse

from vaern.ground.people import actions
from vaern.ground.people.models import RoleCode
from vaern.ground.people.staff import manned_tree


def test_a_unit_without_its_own_asks_above(cast: Cast) -> None:
    below = actions.add_unit(workplace=cast.workplace, name="Skranken", parent=cast.unit, by=None)
    tree = {row.placed.unit.pk: row for row in manned_tree(cast.workplace)}
    manager, amr, hr, communications = tree[below.pk].roles
    assert (manager.names, manager.from_above) == (["Mads Holm"], True)
    assert (amr.names, hr.names) == (["Amina Yusuf"], ["Henrik Dam"])
    assert communications.names == []
    assert tree[cast.unit.pk].roles[0].from_above is False
    assert tree[cast.top.pk].roles[0].names == []


def test_who_has_left_is_not_asked(cast: Cast) -> None:
    cast.mads.active = False
    cast.mads.save()
    tree = {row.placed.unit.pk: row for row in manned_tree(cast.workplace)}
    assert tree[cast.unit.pk].roles[0].names == []


def test_the_page_shows_it_to_who_looks_after_staff(cast: Cast, as_person) -> None:
    actions.give_role(person=cast.jonas, unit=cast.top, code=RoleCode.COMMUNICATIONS, by=None)
    page = as_person(cast.karen).get(reverse("people:units")).content.decode()
    assert "Mads Holm" in page
    assert "Fra en afdeling højere oppe:" in page
    assert page.count("hører under Havneby Kommune") == 2  # in the table, and on a phone's cards
