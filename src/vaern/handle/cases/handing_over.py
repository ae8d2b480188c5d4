"""Steps of who is away or has left go to somebody who is there."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django_scopes import scope, scopes_disabled

from vaern.ground.people import actions as people
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import manager_above, present, units_upwards
from vaern.ground.people.models import Absence, Person, Role, RoleCode, Workplace
from vaern.handle.cases import rules
from vaern.handle.cases.actions.tasks import hand_over
from vaern.handle.cases.changing import CaseClosed, Change, changing
from vaern.handle.cases.letting_in import Entry, admit, part_of
from vaern.handle.cases.models import Case, CaseState, Task, TaskState
from vaern.handle.cases.staffing import Staff, staff_of
from vaern.handle.cases.telling import tell_of_steps, tell_who_is_missing


def catch_up(now: datetime) -> None:
    """Hand over for every absence that has begun, and for those who left, in all workplaces."""
    for workplace in Workplace.objects.filter(pk__in=_concerned(now)).select_related("key"):
        with scope(workplace=workplace):
            _catch_up(workplace, now)


def _concerned(now: datetime) -> set[UUID]:
    """Ids of workplaces where an absence may have begun, or somebody left with open steps."""
    day = timedelta(days=1)  # the date is not the same in every time zone
    with scopes_disabled():
        days = Absence.objects.filter(
            begun=False, first_day__lte=now.date() + day, last_day__gte=now.date() - day
        )
        left = _open_steps().filter(owner__active=False)
        return {pk for rows in (days, left) for pk in rows.values_list("workplace", flat=True)}


def _catch_up(workplace: Workplace, now: datetime) -> None:
    today = now.astimezone(zone_of(workplace)).date()
    for absence in beginning(today).filter(workplace=workplace):
        begin(absence, today)
    owning = _open_steps().filter(workplace=workplace, owner__active=False)
    left = Person.objects.filter(pk__in=owning.values("owner"))
    for person in left.select_related("workplace__key"):
        hand_on(person)


def beginning(today: date) -> QuerySet[Absence]:
    """Absences of these days for which nothing was handed over yet."""
    rows = Absence.objects.filter(begun=False, first_day__lte=today, last_day__gte=today)
    return rows.select_related("person__workplace__key")


def begin(absence: Absence, today: date) -> None:
    """Hand over once for each absence: what the person is given later is meant for them."""
    if absence.first_day <= today <= absence.last_day and not absence.begun:
        hand_on(absence.person)
        people.absence_began(absence=absence)


def hand_on(person: Person) -> None:
    """The person's open steps go to others; they stay in the cases they were let in to.

    Where nobody else is there, an absent person keeps the step. Who has left keeps none.
    """
    for pk in set(_open_steps().filter(owner=person).values_list("case", flat=True)):
        try:
            with changing(Case.objects.select_related("workplace__key").get(pk=pk), by=None) as one:
                _hand_on(one, person)
        except CaseClosed:
            continue
    if not person.active:
        _open_steps().filter(deputy=person).update(deputy=None)


def _open_steps() -> QuerySet[Task]:
    return Task.objects.filter(state=TaskState.OPEN, case__state=CaseState.OPEN)


def _hand_on(change: Change, person: Person) -> None:
    case, staff = change.case, staff_of(change.case, change.at)
    told: dict[Person, None] = {}
    for task in case.tasks.filter(owner=person, state=TaskState.OPEN).order_by("order"):
        task.case = case
        entry = next(_able(staff, task, person), None)
        if entry is not None:
            hand_over(change, task, entry.person)
            admit(change, entry.person, entry.part, entry.why, entry.role)
            told[entry.person] = None
        elif not person.active:
            hand_over(change, task, None)
    for owner in told:
        tell_of_steps(change, owner)
    if not person.active:
        tell_who_is_missing(change, staff)


def _able(staff: Staff, task: Task, person: Person) -> Iterator[Entry]:
    """Who could take the step, the nearest first: nobody who is away, has left or may not."""
    for entry in _asked(staff, task, person):
        out = entry.person.pk in staff.barred or entry.person.pk == person.pk
        if not out and present(entry.person, staff.at):
            yield entry


def _asked(staff: Staff, task: Task, person: Person) -> Iterator[Entry]:
    """The deputy, the next who holds the role, the manager above, and in the end HR.

    When the sender is from the workplace, or may be, no manager is asked.
    """
    case, internal = staff.case, staff.regime == rules.INTERNAL
    today = staff.at.astimezone(zone_of(case.workplace)).date()
    for deputy in _deputies(staff, task, person):
        yield Entry(deputy, part_of(task.role), "stands_in", task.role)
    codes = [task.role] if task.role and not (internal and task.role == RoleCode.MANAGER) else []
    yield from _holding(staff, codes)
    if case.unit and not internal:
        above = manager_above(person, case.unit, today, excluding=staff.barred)
        if above is not None:
            yield Entry(above, part_of(RoleCode.MANAGER), "stands_in", RoleCode.MANAGER)
    yield from _holding(staff, rules.stand_ins(staff.regime))


def _holding(staff: Staff, codes: list[str] | tuple[str, ...]) -> Iterator[Entry]:
    for code in codes:
        held = staff.holding(code)
        if held is not None:
            yield Entry(held.owner, part_of(code), "stands_in", code)


def _deputies(staff: Staff, task: Task, person: Person) -> list[Person]:
    """Who stands in for the person in the step's role, in the case's own unit first."""
    near = units_upwards(staff.case.unit) if staff.case.unit else []
    held = Role.objects.filter(person=person, code=task.role).exclude(deputy=None)
    roles = held.select_related("deputy__workplace__key").order_by("pk")
    places = {unit: place for place, unit in enumerate(near)}
    ordered = sorted(roles, key=lambda role: places.get(role.unit_id, len(near)))
    return [one for one in (*(role.deputy for role in ordered), task.deputy) if one]
