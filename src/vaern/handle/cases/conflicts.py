"""Who else is out of it when somebody is kept out: whoever they chose to act in their place."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from vaern.ground.people.access import has_role
from vaern.ground.people.holders import units_upwards
from vaern.ground.people.models import Person, Role, RoleCode
from vaern.handle.cases.letting_in import hit, ids
from vaern.handle.cases.models import Case, Exclusion
from vaern.handle.cases.people_shown import CHOSEN_WHY
from vaern.handle.cases.staffing import Staff
from vaern.handle.plans.steps import ROLES

DEPUTY = "deputy"
"""Why somebody is kept out: a person who is kept out chose them to stand in for them here."""


def stand_ins_of(case: Case, people: Collection[UUID]) -> list[Person]:
    """Those whom ``people`` have chosen to act for them in a role that counts in the case."""
    units = units_upwards(case.unit) if case.unit else []
    counts = Q(unit__in=units) | Q(code=RoleCode.HR)
    roles = Role.objects.filter(counts, person__in=people, code__in=ROLES, deputy__isnull=False)
    found = Person.objects.filter(pk__in=roles.values("deputy"), workplace=case.workplace)
    return list(found.exclude(pk__in=people).select_related("workplace__key").order_by("pk"))


def drawn_out(
    case: Case, out: Collection[UUID], at: datetime, *, staying: Collection[UUID]
) -> list[Person]:
    """The stand-ins who are out too; not who is ``staying`` (hit by it, or told of it).

    Nor the last in HR: somebody has to handle it.
    """
    found = [one for one in stand_ins_of(case, out) if one.pk not in staying]
    barred = {*out, *ids(case.affected_id), *(one.pk for one in found)}
    if found and Staff(case, at, barred).holding(RoleCode.HR) is None:
        return [one for one in found if not has_role(one, RoleCode.HR)]
    return found


def staying_in(case: Case) -> set[UUID]:
    """Ids of those a person let in for their own sake: their rank in the house has no part in it."""
    rows = case.members.filter(Q(part__in=("affected", "reporter")) | Q(why__in=CHOSEN_WHY))
    return set(rows.values_list("person_id", flat=True))


def clash(case: Case, other: Case) -> UUID | None:
    """The id of somebody hit by one of the cases and kept out of the other, for their own part."""
    for one, two in ((case, other), (other, case)):
        out = Exclusion.objects.filter(case=one, person__in=hit(two)).exclude(why=DEPUTY)
        if found := out.values_list("person_id", flat=True).first():
            return found
    return None
