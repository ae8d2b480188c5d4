"""Somebody who works in another unit now: one is an employee of one unit, the newest."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vaern.ground.people.access import roles_with_names
from vaern.ground.people.models import Person, Role, RoleCode, Unit


def left_for(unit: Unit | UUID, person: Person) -> QuerySet[Role]:
    """The roles as employee that end when the person becomes an employee of ``unit``."""
    return Role.objects.filter(person=person, code=RoleCode.EMPLOYEE).exclude(unit=unit)


def moved_words(person: Person, unit: Unit) -> str:
    """What to say once the person has moved, with the roles that were kept."""
    kept = [named(role) for role in roles_with_names(person) if role.code != RoleCode.EMPLOYEE]
    words = _("%(name)s er flyttet til %(unit)s.") % {"name": person.name, "unit": unit.name}
    return f"{words} {kept_words(kept)}" if kept else words


def kept_words(kept: list[str]) -> str:
    """That roles other than employee stay, and which."""
    return _("Andre roller er beholdt: %(roles)s. Fjern dem, hvis de ikke længere gælder.") % {
        "roles": "; ".join(kept)
    }


def named(role: Role) -> str:
    return f"{role.get_code_display()}, {role.unit.name}"
