"""Deadlines: who hears when one comes near, and who hears when it has passed."""

from datetime import datetime

from django.db.models import Q, QuerySet

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import manager_above, present
from vaern.ground.people.models import Person, Workplace
from vaern.handle.cases import rules
from vaern.handle.cases.changing import CaseClosed, Change, changing
from vaern.handle.cases.letting_in import admit, barred, part_of, staff_of
from vaern.handle.cases.models import CaseState, Part, Task, TaskState
from vaern.handle.cases.telling import has_heard, tell_about

OWNER, DEPUTY, MANAGER = 1, 2, 3
KINDS = {OWNER: "task_overdue", DEPUTY: "task_overdue_deputy", MANAGER: "task_overdue_manager"}


def late(workplace: Workplace, now: datetime) -> QuerySet[Task]:
    """Open steps past their time of which not everybody has heard yet."""
    return _waiting(workplace).filter(due_at__lt=now, escalated__lt=MANAGER)


def near(workplace: Workplace, now: datetime) -> QuerySet[Task]:
    """Open steps with a deadline of the law, or a time set for one, within a day."""
    bound = Q(statutory=True) | ~Q(clock="")
    soon = _waiting(workplace).filter(bound, due_at__gte=now)
    return soon.filter(due_at__lte=now + rules.SOON).exclude(owner=None)


def _waiting(workplace: Workplace) -> QuerySet[Task]:
    rows = Task.objects.filter(
        workplace=workplace, state=TaskState.OPEN, case__state=CaseState.OPEN
    )
    sealed_by = ("case__key__parent", "case__workplace__key")
    return rows.select_related(*sealed_by, "owner__workplace__key", "deputy__workplace__key")


def announce(task: Task, now: datetime) -> None:
    """The owner hears once that a deadline of the law comes near, unless they are away."""
    if task.owner is not None and present(task.owner, now):
        once = f"task.{task.pk}.soon.{task.due_at.isoformat()}"
        if not has_heard(task.owner, once):  # every two minutes: look before writing
            tell_about(task.case, task.owner, "task_due_soon", once)


def escalate(task: Task, now: datetime) -> None:
    """Take a late step as far up the line as its lateness asks, each level once.

    A step without an owner goes at once to whoever would hear of it in the end.
    """
    level = rules.escalation(task.phase, task.due_at, task.came_in, now)
    if level <= task.escalated:
        return
    try:
        with changing(task.case, by=None) as change:
            if not _claimed(task, level):
                return
            for step in range(task.escalated + 1, level + 1):
                _tell(change, task, step)
            change.happened("task.late", task, for_affected=False, task=str(task.pk), level=level)
    except CaseClosed:
        return


def _claimed(task: Task, level: int) -> bool:
    """Two watchers at once: the one whose update changes the row goes on."""
    mine = Task.objects.filter(pk=task.pk, state=TaskState.OPEN, escalated=task.escalated)
    return bool(mine.update(escalated=level))


def _tell(change: Change, task: Task, level: int) -> None:
    person = _listener(change, task, level)
    if person is None:
        return
    if level != OWNER:
        part = part_of(task.role) if level == DEPUTY else Part.HANDLER
        admit(change, person, part, "escalated", task.role if level == DEPUTY else "manager")
    once = f"task.{task.pk}.late.{level}.{task.due_at.isoformat()}"
    tell_about(change.case, person, KINDS[level], once)


def _listener(change: Change, task: Task, level: int) -> Person | None:
    """Owner, deputy, then the manager above the owner; nobody who is kept out or away."""
    out = barred(change.case)
    if level in (OWNER, DEPUTY):
        person = task.owner if level == OWNER else task.deputy
        return person if person and person.pk not in out and present(person, change.at) else None
    return _manager(change, task)


def _manager(change: Change, task: Task) -> Person | None:
    """The manager above, or HR where there is none or the sender is from the workplace."""
    case, out = change.case, barred(change.case)
    staff = staff_of(case, change.at)
    internal = staff.regime == rules.INTERNAL
    if task.owner and case.unit and not internal:
        today = change.at.astimezone(zone_of(case.workplace)).date()
        above = manager_above(task.owner, case.unit, today, excluding=out)
        if above is not None:
            return above
    held = staff.first(("hr",) if internal else ("manager", "hr"))
    return held.owner if held and held.owner != task.owner else None
