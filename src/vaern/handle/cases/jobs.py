"""What happens in cases without anybody asking: opening, growing, and watching the deadlines."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Absence, Person, Workplace
from vaern.ground.queue.actions import every
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.cases import growing, handing_over, watching
from vaern.handle.cases.actions.opening import open_case
from vaern.handle.cases.models import CaseState, Task, TaskState
from vaern.handle.reports.models import Report, Status

EVERY_MINUTES = 2


@on_row("reports.Report")
def open_for(report: Report) -> None:
    """Open the case of a report that was judged; a person may have left it alone meanwhile."""
    if report.status == Status.JUDGED:
        open_case(report=report)


@on_row("reports.Report")
def heard_more(report: Report) -> None:
    """The reporter told more, or the newest assessment is graver: the handlers hear of it."""
    growing.grow(report)


@on_row("people.Person")
def person_left(person: Person) -> None:
    """Nobody waits for who has left: their open steps go to others."""
    if not person.active:
        handing_over.hand_on(person)


@on_row("people.Absence")
def absence_begins(absence: Absence) -> None:
    """Somebody is away from today: their open steps go to others."""
    today = timezone.localdate(timezone=zone_of(absence.workplace))
    handing_over.begin(absence, today)


def watch() -> None:
    """Hand over for who is away or has left, announce deadlines of the law that come near, and
    take late steps up the line."""
    now = timezone.now()
    for workplace in Workplace.objects.filter(pk__in=_to_watch(now)).select_related("key"):
        with scope(workplace=workplace):
            _watch_one(workplace, now)


def _to_watch(now: datetime) -> set[UUID]:
    """Ids of workplaces with an open step, or where an absence may have begun."""
    with scopes_disabled():
        steps = Task.objects.filter(state=TaskState.OPEN, case__state=CaseState.OPEN)
        tomorrow = now.date() + timedelta(days=1)
        days = Absence.objects.filter(
            begun=False, first_day__lte=tomorrow, last_day__gte=now.date() - timedelta(days=1)
        )
        return {
            pk
            for rows in (steps, days)
            for pk in rows.values_list("workplace", flat=True).distinct()
        }


def _watch_one(workplace: Workplace, now: datetime) -> None:
    handing_over.catch_up(workplace, now)
    for task in watching.late(workplace, now):
        watching.escalate(task, now)
    for task in watching.near(workplace, now):
        watching.announce(task, now)


def ensure_schedules() -> None:
    """Have the worker watch the deadlines every two minutes; asking again changes nothing."""
    every(EVERY_MINUTES, "vaern.handle.cases.jobs.watch")
