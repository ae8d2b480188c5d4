"""Late steps go from the owner to the deputy to the manager above; each hears once."""

from datetime import timedelta

from conftest import Cast
from django.utils import timezone
from django_q.models import Schedule

from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import give_role
from vaern.ground.people.models import RoleCode
from vaern.handle.cases import access, jobs
from vaern.handle.cases.actions import close, keep_out, open_case
from vaern.handle.cases.models import Case, Task
from vaern.handle.cases.tests.episodes import THREAT, told


def led(cast: Cast) -> Case:
    """A case where Mads has a deputy (Jonas) and a manager above him (Karen)."""
    give_role(person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=None)
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    case = open_case(report=told(cast))
    Task.objects.exclude(step="take_over").update(state="done")
    return case


def late_by(case: Case, **span: float) -> Task:
    Case.objects.update(opened_at=timezone.now() - timedelta(days=9))
    long_ago, due = timezone.now() - timedelta(days=9), timezone.now() - timedelta(**span)
    Task.objects.filter(step="take_over").update(since=long_ago, due_at=due)
    jobs.watch()
    return case.tasks.get(step="take_over")


def heard(kind: str) -> list[str]:
    return [str(notice.person) for notice in Notice.objects.filter(kind=kind)]


def test_the_owner_hears_first(cast: Cast) -> None:
    task = late_by(led(cast), minutes=5)
    assert task.escalated == 1
    assert heard("task_overdue") == ["Mads Holm"]
    assert heard("task_overdue_deputy") == []


def test_then_the_deputy_who_is_let_in(cast: Cast) -> None:
    case = led(cast)
    late_by(case, minutes=20)
    assert heard("task_overdue_deputy") == ["Jonas Bæk"]
    assert [task.step for task in access.my_tasks(cast.jonas)] == ["take_over"]


def test_then_the_manager_above(cast: Cast) -> None:
    case = led(cast)
    late_by(case, hours=2)
    assert heard("task_overdue_manager") == ["Karen Toft"]
    assert access.handled_case(cast.karen, case.pk) == case


def late_hr(cast: Cast, answers: dict[str, object] | None = None) -> Task:
    case = open_case(report=told(cast, answers))
    Task.objects.exclude(step="take_over").update(state="done")
    Task.objects.update(owner=cast.henrik, role=RoleCode.HR)
    return late_by(case, hours=2)


def test_above_hr_is_the_manager_at_the_top(cast: Cast) -> None:
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    late_hr(cast)
    assert heard("task_overdue_manager") == ["Karen Toft"]


def test_above_hr_in_an_internal_case_too(cast: Cast) -> None:
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    task = late_hr(cast, {**THREAT, "relation": "colleague"})
    assert heard("task_overdue_manager") == ["Karen Toft"]
    assert access.handled_case(cast.karen, task.case_id)


def test_no_manager_hears_while_one_of_them_sent_it(cast: Cast) -> None:
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    late_hr(cast, {**THREAT, "relation": "manager"})
    assert heard("task_overdue_manager") == []


def test_the_top_manager_who_is_kept_out_hears_nothing(cast: Cast) -> None:
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    case = open_case(report=told(cast, {**THREAT, "relation": "colleague"}))
    Task.objects.exclude(step="take_over").update(state="done")
    keep_out(case=case, person=cast.karen, why="conflict", by=cast.henrik)
    late_by(case, hours=2)
    assert heard("task_overdue_manager") == []


def test_without_a_manager_above_hr_hears(cast: Cast) -> None:
    case = open_case(report=told(cast))
    Task.objects.exclude(step="take_over").update(state="done")
    late_by(case, hours=2)
    assert heard("task_overdue_manager") == ["Henrik Dam"]


def test_watching_again_tells_nobody_again(cast: Cast) -> None:
    case = led(cast)
    late_by(case, hours=2)
    before = Notice.objects.count()
    jobs.watch()
    assert Notice.objects.count() == before
    assert case.events.filter(code="task.late").count() == 1


def test_who_is_kept_out_hears_nothing(cast: Cast) -> None:
    case = led(cast)
    keep_out(case=case, person=cast.karen, why="conflict", by=cast.henrik)
    keep_out(case=case, person=cast.jonas, why="conflict", by=cast.henrik)
    late_by(case, hours=2)
    assert not Notice.objects.filter(person__in=[cast.karen, cast.jonas]).exists()


def test_a_deadline_of_the_law_is_announced_once_a_day_before(cast: Cast) -> None:
    open_case(report=told(cast))
    Task.objects.filter(step="police").update(due_at=timezone.now() + timedelta(hours=23))
    jobs.watch()
    jobs.watch()
    assert heard("task_due_soon") == ["Mads Holm"]


def test_closed_cases_are_not_watched(cast: Cast) -> None:
    case = led(cast)
    close(case=case, outcome="stopped", word="Tak.", reason="Aftalt", by=cast.henrik)
    late_by(case, hours=2)
    assert heard("task_overdue") == []


def test_one_schedule_however_often_asked(cast: Cast) -> None:
    jobs.ensure_schedules()
    jobs.ensure_schedules()
    assert Schedule.objects.filter(func="vaern.handle.cases.jobs.watch").count() == 1
