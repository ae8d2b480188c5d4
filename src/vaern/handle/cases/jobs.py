"""What happens in cases without anybody asking: opening, growing, and watching the deadlines."""

from contextlib import suppress
from datetime import datetime

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Absence, Person, Workplace
from vaern.ground.queue.actions import enqueue, every
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.cases import daily, growing, handing_over, manning, stuck, watching
from vaern.handle.cases.actions.opening import open_case
from vaern.handle.cases.actions.roles import follow_roles
from vaern.handle.cases.changing import CaseClosed
from vaern.handle.cases.models import Case, CaseState
from vaern.handle.reports.models import Report, Status

EVERY_MINUTES = 2
STUCK_MINUTES = 5
HOUR = 3600


@on_row("reports.Report")
def open_for(report: Report) -> None:
    """Open the case of a report that was judged; a person may have left it alone meanwhile.

    Where it was opened meanwhile, what this assessment adds goes into the case.
    """
    if report.status == Status.JUDGED:
        open_case(report=report)
    growing.grow(report)


@on_row("reports.Report")
def heard_more(report: Report) -> None:
    """The reporter told more, or the newest assessment is graver: the handlers hear of it."""
    growing.grow(report)


@on_row("cases.Case")
def replan(case: Case) -> None:
    """A new day: the plan is laid over the case again."""
    daily.replan(case)


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
    """Announce deadlines of the law that come near, take late steps up the line, see that those
    who hold the roles today are in the cases, and have the plans worked out again each day."""
    now = timezone.now()
    with scopes_disabled(), transaction.atomic():
        for pk in daily.claimed(now):
            enqueue("vaern.handle.cases.jobs.replan", str(pk))
    with scopes_disabled():
        waiting = Case.objects.filter(state=CaseState.OPEN)
        ids = list(waiting.values_list("workplace", flat=True).distinct())
    handing_over.catch_up(now)
    for workplace in Workplace.objects.filter(pk__in=ids).select_related("key"):
        with scope(workplace=workplace):
            _watch_one(workplace, now)
            _watch_roles(workplace)


def _watch_one(workplace: Workplace, now: datetime) -> None:
    for task in watching.late(workplace, now):
        watching.escalate(task, now)
    for task in watching.near(workplace, now):
        watching.announce(task, now)


def look_for_stuck() -> None:
    """Put reports and messages whose job was lost in the queue again."""
    now = timezone.now()
    with scopes_disabled():
        late = stuck.waiting(now)
    for each in late:
        with scope(workplace=each.workplace):
            stuck.put_back(each, now)


def _watch_roles(workplace: Workplace) -> None:
    """Every open case after a role changed hands, and at least hourly; else those that wait."""
    mark, known = manning.lines_of(workplace), f"cases.lines.{workplace.pk}"
    changed = cache.get(known) != mark
    found = manning.open_cases(workplace) if changed else manning.waiting(workplace)
    for case in found:
        with suppress(CaseClosed):
            follow_roles(case=case)
    cache.set(known, mark, HOUR)


def ensure_schedules() -> None:
    """Have the worker watch deadlines and what stands still; asking again changes nothing."""
    every(STUCK_MINUTES, "vaern.handle.cases.jobs.look_for_stuck")
    every(EVERY_MINUTES, "vaern.handle.cases.jobs.watch")
