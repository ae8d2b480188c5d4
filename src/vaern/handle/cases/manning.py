"""Whether a case has the people it needs: steps nobody can do, and members who lost their role."""

from hashlib import sha256
from uuid import UUID

from django.db.models import Q, QuerySet

from vaern.ground.people.holders import units_upwards
from vaern.ground.people.models import Person, Role, RoleCode, Unit, Workplace
from vaern.handle.cases.letting_in import ALONE
from vaern.handle.cases.models import Case, CaseState, Member, Task, TaskState
from vaern.handle.cases.people_shown import CHOSEN_WHY


def unmanned(case: Case) -> QuerySet[Task]:
    """Open steps whose owner has left the workplace or the case."""
    gone = Q(owner__active=False) | ~Q(owner__in=case.members.values("person"))
    return case.tasks.filter(gone, state=TaskState.OPEN).exclude(owner=None)


def lonely(case: Case) -> QuerySet[Task]:
    """Open steps without anybody."""
    return case.tasks.filter(state=TaskState.OPEN, owner=None)


def has_lost_it(case: Case, member: Member) -> bool:
    """Is the member in only by a role they hold no more, nor stand in for?"""
    if not member.role or member.why in CHOSEN_WHY:
        return False
    where = Q()
    if case.unit is not None and member.role != RoleCode.HR:
        where = Q(unit__in=units_upwards(case.unit))
    whose = Q(person=member.person_id) | Q(deputy=member.person_id)
    held = Role.objects.filter(where, whose, code=member.role, workplace=case.workplace_id)
    return not (member.person.active and held.exists())


def chosen_for(case: Case, person: Person) -> list[UUID]:
    """Ids of the open steps that a person, not the plan, gave to somebody."""
    rows = case.events.filter(code="task.assigned").select_related("case__key__parent")
    given = {row.data.get("task") for row in rows if _chose(row.data, person)}
    open_ones = case.tasks.filter(owner=person, state=TaskState.OPEN)
    return [pk for pk in open_ones.values_list("pk", flat=True) if str(pk) in given]


def _chose(data: dict[str, object], person: Person) -> bool:
    return bool(data.get("chosen")) and data.get("person") == str(person.pk)


def waiting(workplace: Workplace) -> QuerySet[Case]:
    """Open cases that wait for somebody: a step nobody owns, or the affected person alone."""
    without = Task.objects.filter(workplace=workplace, state=TaskState.OPEN, owner=None)
    alone = Member.objects.filter(workplace=workplace, why=ALONE)
    either = Q(pk__in=without.values("case")) | Q(pk__in=alone.values("case"))
    return open_cases(workplace).filter(either)


def open_cases(workplace: Workplace) -> QuerySet[Case]:
    rows = Case.objects.filter(workplace=workplace, state=CaseState.OPEN)
    return rows.select_related("key__parent", "workplace__key", "unit")


def lines_of(workplace: Workplace) -> str:
    """A mark that changes when a role, a deputy, a unit or who works here does."""
    roles = Role.objects.filter(workplace=workplace).values_list("unit", "code", "person", "deputy")
    units = Unit.objects.filter(workplace=workplace).values_list("pk", "parent")
    people = Person.objects.filter(workplace=workplace, active=False).values_list("pk")
    rows = [sorted(map(str, found)) for found in (roles, units, people)]
    return sha256(repr(rows).encode()).hexdigest()
