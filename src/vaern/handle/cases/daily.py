"""Once a day: what the plan and the law ask of an open case, worked out again.

A rule may be valid from today, and an absence that goes on grows by itself.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Workplace
from vaern.handle.cases.actions.replanning import lay_over
from vaern.handle.cases.changing import CaseClosed, changing
from vaern.handle.cases.models import Case, CaseState, TaskState
from vaern.handle.cases.telling import tell_who_is_missing


def claimed(now: datetime) -> list[UUID]:
    """Open cases nobody has planned today; each is handed out once a day.

    Two watchers at once: the one whose update changes the row has it.
    """
    found = []
    for workplace in Workplace.objects.select_related("key"):
        today = now.astimezone(zone_of(workplace)).date()
        old = Q(planned_on=None) | Q(planned_on__lt=today)
        rows = Case.objects.filter(old, workplace=workplace, state=CaseState.OPEN)
        for pk in rows.values_list("pk", flat=True):
            if rows.filter(pk=pk).update(planned_on=today):
                found.append(pk)
    return found


def replan(case: Case) -> None:
    """Lay the plan over the case again; new owners hear of their step. Again changes nothing."""
    try:
        with changing(case, by=None) as change:
            missing = change.case.tasks.filter(state=TaskState.OPEN, owner=None).count()
            staff = lay_over(change)
            if change.case.tasks.filter(state=TaskState.OPEN, owner=None).count() > missing:
                tell_who_is_missing(change, staff)
    except CaseClosed:
        return
