"""What happens in cases without anybody asking: opening, growing, and watching the deadlines."""

from contextlib import suppress
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from vaern.ground.people.models import Workplace
from vaern.ground.queue.actions import every
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.cases import growing, manning, watching
from vaern.handle.cases.actions.opening import open_case
from vaern.handle.cases.actions.roles import follow_roles
from vaern.handle.cases.changing import CaseClosed
from vaern.handle.cases.models import Case, CaseState
from vaern.handle.reports.models import Report, Status

EVERY_MINUTES = 2
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


def watch() -> None:
    """Announce deadlines of the law that come near, take late steps up the line, and see that
    those who hold the roles today are in the cases."""
    now = timezone.now()
    with scopes_disabled():
        waiting = Case.objects.filter(state=CaseState.OPEN)
        ids = list(waiting.values_list("workplace", flat=True).distinct())
    for workplace in Workplace.objects.filter(pk__in=ids).select_related("key"):
        with scope(workplace=workplace):
            _watch_one(workplace, now)
            _watch_roles(workplace)


def _watch_one(workplace: Workplace, now: datetime) -> None:
    for task in watching.late(workplace, now):
        watching.escalate(task, now)
    for task in watching.near(workplace, now):
        watching.announce(task)


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
    """Have the worker watch the deadlines every two minutes; asking again changes nothing."""
    every(EVERY_MINUTES, "vaern.handle.cases.jobs.watch")
