"""A workplace has a plan from the start; a new version leaves the old one as it was."""

from conftest import Cast

from vaern.handle.plans.actions import current, publish, steps_of
from vaern.handle.plans.models import PlanVersion
from vaern.handle.plans.reading import default_steps


def test_the_default_plan_is_version_one(cast: Cast) -> None:
    first, again = current(cast.workplace), current(cast.workplace)
    assert first == again
    assert first.number == 1
    assert steps_of(first) == default_steps()


def test_a_new_version_comes_after_and_changes_nothing_before(cast: Cast) -> None:
    first = current(cast.workplace)
    second = publish(workplace=cast.workplace, steps=default_steps()[:3], by=cast.karen)
    assert (second.number, second.published_by) == (2, cast.karen)
    assert current(cast.workplace) == second
    assert len(steps_of(PlanVersion.objects.get(pk=first.pk))) > 3


def test_vaern_itself_publishes_only_the_first(cast: Cast) -> None:
    first = current(cast.workplace)
    assert publish(workplace=cast.workplace, steps=default_steps(), by=None) == first


def test_an_older_default_gives_way_to_the_one_that_comes_with_vaern(cast: Cast) -> None:
    older = publish(workplace=cast.workplace, steps=default_steps()[:3], by=None)
    newer = current(cast.workplace)
    assert (newer.number, steps_of(newer)) == (older.number + 1, default_steps())
    assert current(cast.workplace) == newer


def test_a_plan_of_the_workplaces_own_stays(cast: Cast) -> None:
    own = publish(workplace=cast.workplace, steps=default_steps()[:3], by=cast.karen)
    assert current(cast.workplace) == own
