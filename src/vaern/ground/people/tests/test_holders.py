from datetime import date
from typing import Any

import pytest

from vaern.ground.people import actions
from vaern.ground.people.holders import Holding, holder, manager_above
from vaern.ground.people.models import Person, Unit

TODAY = date(2026, 11, 23)


def acting(code: str, unit: Unit, on: date = TODAY, **more: Any) -> Holding:
    found = holder(code=code, unit=unit, on=on, **more)
    assert found
    return found


def away(person: Person) -> None:
    actions.set_absence(person=person, first_day=TODAY, last_day=TODAY, by=person)


@pytest.fixture
def deputy(cast):
    """Jonas stands in for Mads."""
    actions.give_role(
        person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=cast.karen
    )
    return cast.jonas


def test_the_manager_of_the_unit_with_the_deputy_behind(cast, deputy):
    found = acting("manager", cast.unit)
    assert (found.owner, found.deputy) == (cast.mads, deputy)


def test_a_role_held_higher_up_counts_below(cast):
    assert acting("hr", cast.unit).owner == cast.henrik


def test_the_deputy_steps_in_on_the_days_of_absence_only(cast, deputy):
    away(cast.mads)
    assert acting("manager", cast.unit).owner == deputy
    assert acting("manager", cast.unit, date(2026, 11, 24)).owner == cast.mads


def test_an_excluded_manager_has_no_say_through_the_deputy(cast, deputy):
    actions.give_role(person=cast.henrik, unit=cast.top, code="manager", by=None)
    found = acting("manager", cast.unit, excluding=[cast.mads.pk])
    assert found.owner == cast.henrik


def test_nobody_is_left_when_deputy_is_away_too(cast, deputy):
    away(cast.mads)
    away(deputy)
    assert holder(code="manager", unit=cast.unit, on=TODAY) is None


def test_a_role_nobody_holds(cast):
    assert holder(code="communications", unit=cast.unit, on=TODAY) is None


def test_who_was_deactivated_is_never_chosen(cast):
    cast.mads.active = False
    cast.mads.save()
    assert holder(code="manager", unit=cast.unit, on=TODAY) is None


def test_the_manager_above_is_not_a_manager_beside(cast):
    actions.give_role(person=cast.jonas, unit=cast.unit, code="manager", by=None)
    actions.give_role(person=cast.henrik, unit=cast.top, code="manager", by=None)
    assert manager_above(cast.mads, cast.unit, TODAY) == cast.henrik
    assert manager_above(cast.henrik, cast.unit, TODAY) is None


def test_names_are_read_without_further_queries(cast, deputy, django_assert_num_queries):
    with django_assert_num_queries(3):
        found = acting("manager", cast.unit)
        assert [str(found.owner), str(found.deputy)] == ["Mads Holm", "Jonas Bæk"]
