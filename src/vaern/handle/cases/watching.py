"""Deadlines: who hears when one comes near, and who hears when it has passed."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from vaern.ground.people.access import has_role
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import holder, manager_above, present
from vaern.ground.people.models import Person, RoleCode, Workplace
from vaern.handle.cases import rules
from vaern.handle.cases.changing import CaseClosed, Change, changing
from vaern.handle.cases.letting_in import admit, barred, part_of
from vaern.handle.cases.models import CaseState, Task, TaskState
from vaern.handle.cases.staffing import Staff, staff_of
from vaern.handle.cases.telling import has_heard, tell_about
from vaern.handle.reports.addressees import top_unit

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
    """Owner, deputy, then the manager above the owner; nobody who is kept out or away."""
    case, out = change.case, barred(change.case)
    person, role = _listener(change, task, level)
    if person is None or person.pk in out or not present(person, change.at):
        return
    if level != OWNER:
        admit(change, person, part_of(role), "escalated", role)
    once = f"task.{task.pk}.late.{level}.{task.due_at.isoformat()}"
    tell_about(case, person, KINDS[level], once)


def _listener(change: Change, task: Task, level: int) -> tuple[Person | None, str]:
    """Who hears of it at this level, and the role they hear it by."""
    if level == OWNER:
        return task.owner, task.role
    if level == DEPUTY:
        return task.deputy, task.role
    return _above(change, task)


def _above(change: Change, task: Task) -> tuple[Person | None, str]:
    """The manager above; HR where there is none or the sender is from the workplace.

    Above HR is the manager at the top. Where a manager sent it and nobody says which, none hears.
    """
    case, staff = change.case, staff_of(change.case, change.at)
    owner = task.owner
    by_hr = has_role(owner, RoleCode.HR) if owner else task.role == RoleCode.HR
    unnamed = case.facts.get("relation") == "manager" and not staff.sender_known
    managers = () if unnamed else _managers(staff, task, top=by_hr)
    for person in managers:
        if person != owner:
            return person, RoleCode.MANAGER.value
    held = None if by_hr else staff.holding(RoleCode.HR)
    return (held.owner, RoleCode.HR.value) if held and held.owner != owner else (None, "")


def _managers(staff: Staff, task: Task, *, top: bool) -> Iterator[Person]:
    """Those who may hear of it as managers, the right one first."""
    case, out = staff.case, staff.barred
    on = staff.at.astimezone(zone_of(case.workplace)).date()
    owner = {task.owner.pk} if task.owner else set()
    highest = top_unit(case.workplace)
    if top and highest is not None:
        held = holder(code=RoleCode.MANAGER, unit=highest, on=on, excluding=out | owner)
        if held is not None:
            yield held.owner
    if staff.regime == rules.INTERNAL and not staff.sender_known:
        return
    if task.owner and case.unit:
        above = manager_above(task.owner, case.unit, on, excluding=out)
        if above is not None:
            yield above
    elif held := staff.holding(RoleCode.MANAGER):
        yield held.owner
