"""Once a day the plan of an open case is worked out again; nothing a person did is lost."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from conftest import Cast
from django.utils import timezone
from django_q.models import OrmQ

from vaern.ground.notify.models import Notice
from vaern.handle.cases import jobs
from vaern.handle.cases.actions import complete, correct, open_case, set_not_relevant
from vaern.handle.cases.models import Case, Event, Task
from vaern.handle.cases.tests.episodes import told

MONDAY = datetime(2026, 6, 8, 10, tzinfo=ZoneInfo("Europe/Copenhagen"))


def opened_with_absence(cast: Cast) -> Case:
    """Sick from the day it happened; a rule of three days is chosen by the workplace."""
    cast.workplace.law_options = {"l31_2026": True}
    cast.workplace.save()
    case = open_case(report=told(cast))
    today = timezone.localdate().isoformat()
    correct(case=case, facts={"absence": {"first_day": today, "last_day": None}}, by=cast.henrik)
    return case


def planned(case: Case) -> None:
    jobs.replan(str(case.pk))


def test_an_absence_that_grows_over_the_limit_brings_the_easy_step(cast: Cast) -> None:
    with time_machine.travel(MONDAY + timedelta(days=30), tick=False) as clock:
        case = opened_with_absence(cast)
        planned(case)
        assert not case.tasks.filter(step="easy_absence").exists()
        clock.shift(timedelta(days=3))
        planned(case)
        task = case.tasks.get(step="easy_absence")
        assert task.since == timezone.now()
        assert Notice.objects.filter(kind="task_for_you", person=task.owner).exists()


def test_again_changes_nothing(cast: Cast) -> None:
    case = open_case(report=told(cast))
    complete(task=case.tasks.get(step="take_over"), result="Ringet.", by=cast.mads)
    set_not_relevant(task=case.tasks.get(step="police"), reason="Nej tak.", by=cast.mads)
    rows = ("step", "state", "due_at", "owner", "escalated")
    before = list(Task.objects.order_by("pk").values_list(*rows))
    told_of = (Event.objects.count(), Notice.objects.count())
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        planned(case)
        planned(case)
    assert list(Task.objects.order_by("pk").values_list(*rows)) == before
    assert (Event.objects.count(), Notice.objects.count()) == told_of


def test_each_open_case_is_asked_for_once_a_day(cast: Cast) -> None:
    open_case(report=told(cast))

    def asked() -> int:
        OrmQ.objects.all().delete()
        jobs.watch()
        return sum("jobs.replan" in str(row.func()) for row in OrmQ.objects.all())

    assert asked() == 0
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert asked() == 1
        assert asked() == 0


def test_the_police_are_asked_again_every_third_month_until_it_ends(cast: Cast) -> None:
    case = open_case(report=told(cast))
    first = case.tasks.get(step="police_follow_up")
    complete(task=first, result="Ikke afgjort.", by=cast.henrik)
    planned(case)
    second = case.tasks.get(step="police_follow_up", part="2")
    first.refresh_from_db()
    assert first.done_at
    assert second.due_at - first.done_at == timedelta(hours=2160)
    planned(case)
    set_not_relevant(task=second, reason="Dømt.", by=cast.henrik)
    planned(case)
    assert case.tasks.filter(step="police_follow_up").count() == 2


def test_a_step_that_came_later_is_not_late_when_it_comes(cast: Cast) -> None:
    case = open_case(report=told(cast))
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
        correct(case=case, facts={"target": "family"}, by=cast.henrik)
        assert case.tasks.get(step="family_support").due_at > timezone.now()
