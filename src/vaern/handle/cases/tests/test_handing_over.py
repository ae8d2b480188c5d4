"""Nobody waits for who is away or has left: their open steps go to somebody who is there."""

from datetime import date, timedelta

import pytest
import time_machine
from conftest import Cast
from django.utils import timezone

from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import add_person, close_person, give_role, set_absence
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person
from vaern.ground.queue.drain import drain
from vaern.handle.cases import access, jobs
from vaern.handle.cases.actions import assign, close, keep_out, open_case
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.tests.episodes import told


@pytest.fixture
def case(cast: Cast) -> Case:
    return open_case(report=told(cast))


def deputy(cast: Cast) -> None:
    """Jonas stands in for Mads."""
    give_role(person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=None)


def away(person: Person, *, first: int = 0, last: int = 3) -> None:
    today = timezone.localdate(timezone=zone_of(person.workplace))
    days = {"first_day": today + timedelta(first), "last_day": today + timedelta(last)}
    set_absence(person=person, by=person, **days)
    drain()


def owners(case: Case, *roles: str) -> set[str]:
    rows = case.tasks.filter(state=TaskState.OPEN, role__in=roles or ["manager"])
    return {str(task.owner) for task in rows}


def test_the_deputy_takes_over_at_once(cast: Cast, case: Case) -> None:
    deputy(cast)
    assert owners(case) == {"Mads Holm"}
    away(cast.mads)
    assert owners(case) == {"Jonas Bæk"}
    assert access.my_tasks(cast.jonas).exists()
    assert not access.my_tasks(cast.mads).exists()
    assert access.handled_case(cast.mads, case.pk) == case
    told_jonas = Notice.objects.filter(person=cast.jonas, kind="task_for_you")
    assert told_jonas.count() == 1
    assert case.events.filter(code="task.assigned").exists()


def test_then_the_next_who_holds_the_role(cast: Cast, case: Case) -> None:
    give_role(person=cast.jonas, unit=cast.unit, code="manager", by=None)
    away(cast.mads)
    assert owners(case) == {"Jonas Bæk"}


def test_then_the_manager_above(cast: Cast, case: Case) -> None:
    give_role(person=cast.karen, unit=cast.top, code="manager", by=None)
    assert owners(case, "amr") == {"Amina Yusuf"}
    away(cast.amina)
    assert owners(case, "amr") == {"Mads Holm"}
    away(cast.mads)
    assert owners(case, "amr", "manager") == {"Karen Toft"}


def test_a_deputy_who_is_away_or_kept_out_is_passed_over(cast: Cast, case: Case) -> None:
    deputy(cast)
    keep_out(case=case, person=cast.jonas, why="conflict", by=cast.henrik)
    away(cast.mads)
    assert owners(case) == {"Henrik Dam"}


def test_days_away_that_begin_later_are_seen_by_the_watch(cast: Cast, case: Case) -> None:
    deputy(cast)
    away(cast.mads, first=2, last=4)
    jobs.watch()
    assert owners(case) == {"Mads Holm"}
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        jobs.watch()
        jobs.watch()
    assert owners(case) == {"Jonas Bæk"}
    assert Notice.objects.filter(person=cast.jonas, kind="task_for_you").count() == 1


def test_what_is_given_to_who_is_away_on_purpose_stays(cast: Cast, case: Case) -> None:
    deputy(cast)
    away(cast.mads)
    task = case.tasks.get(step="take_over")
    assign(task=task, owner=cast.mads, by=cast.henrik)
    jobs.watch()
    assert case.tasks.get(step="take_over").owner == cast.mads


def test_who_is_away_is_not_reminded(cast: Cast, case: Case) -> None:
    away(cast.mads)
    task = case.tasks.get(step="take_over")
    assign(task=task, owner=cast.mads, by=cast.henrik)
    late = timezone.now() - timedelta(minutes=5)
    Task.objects.filter(pk=task.pk).update(due_at=late)
    Case.objects.update(opened_at=late - timedelta(days=1))
    jobs.watch()
    assert not Notice.objects.filter(person=cast.mads, kind="task_overdue").exists()


def test_where_nobody_else_is_there_the_step_stays(cast: Cast, case: Case) -> None:
    away(cast.henrik)
    away(cast.mads)
    assert owners(case) == {"Mads Holm"}


def test_who_leaves_hands_everything_on(cast: Cast, case: Case) -> None:
    deputy(cast)
    close_person(person=cast.mads, by=cast.karen)
    drain()
    assert owners(case) == {"Jonas Bæk"}
    assert not case.tasks.filter(state=TaskState.OPEN, deputy=cast.mads).exists()


def test_who_leaves_without_anybody_leaves_steps_without_owner(cast: Cast, case: Case) -> None:
    close_person(person=cast.henrik, by=cast.karen)
    close_person(person=cast.mads, by=cast.karen)
    drain()
    assert None in {task.owner for task in case.tasks.filter(state=TaskState.OPEN)}
    assert Notice.objects.filter(person=cast.karen, kind="role_missing").exists()


def test_who_was_closed_without_a_word_is_found_by_the_watch(cast: Cast, case: Case) -> None:
    deputy(cast)
    Person.objects.filter(pk=cast.mads.pk).update(active=False)
    jobs.watch()
    assert owners(case) == {"Jonas Bæk"}


def test_no_manager_is_asked_when_the_sender_is_one_of_us(cast: Cast) -> None:
    give_role(person=cast.karen, unit=cast.top, code="manager", by=None)
    case = open_case(report=told(cast, {"relation": "colleague", "kinds": ["threat"]}))
    anna = add_person(workplace=cast.workplace, name="Anna Lind", by=None)
    give_role(person=anna, unit=cast.top, code="hr", by=None)
    assert owners(case, "hr") == {"Henrik Dam"}
    away(cast.henrik)
    assert owners(case, "hr") == {"Anna Lind"}
    assert not case.members.filter(person=cast.karen).exists()


def test_a_closed_case_is_left_alone(cast: Cast, case: Case) -> None:
    close(case=case, outcome="stopped", word="Tak.", reason="Aftalt", by=cast.henrik)
    before = case.events.count()
    close_person(person=cast.mads, by=cast.karen)
    drain()
    assert case.events.count() == before


def test_the_case_of_who_leaves_stays(cast: Cast, case: Case) -> None:
    close_person(person=cast.rikke, by=cast.karen)
    drain()
    jobs.watch()
    kept = Case.objects.get(pk=case.pk)
    assert (kept.affected, kept.state) == (cast.rikke, "open")
    assert owners(case) == {"Mads Holm"}


def test_days_that_are_over_hand_nothing_over(cast: Cast, case: Case) -> None:
    deputy(cast)
    set_absence(
        person=cast.mads, first_day=date(2020, 1, 1), last_day=date(2020, 1, 2), by=cast.mads
    )
    drain()
    jobs.watch()
    assert owners(case) == {"Mads Holm"}
