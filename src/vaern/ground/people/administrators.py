"""There is always somebody at the top who can put things right again."""

from django.db.models import Q, QuerySet

from vaern.ground.people.models import Person, Role, RoleCode, Workplace
from vaern.ground.people.reach import reach_of, units_with_roles


class LastAdministrator(Exception):
    """The change would leave the workplace without anybody who can put it right again."""


def administrators(workplace: Workplace) -> QuerySet[Role]:
    """The roles of those who administer the whole workplace and can sign in."""
    at_the_top = Role.objects.filter(code=RoleCode.ADMINISTRATOR, unit__parent=None)
    return at_the_top.filter(workplace=workplace, person__active=True, person__user__is_active=True)


def keep_one(workplace: Workplace, gone: Q) -> None:
    """Raise :class:`LastAdministrator` where only the roles in ``gone`` are left.

    The lock on the workplace is held to the end of the transaction: of two who would remove each
    other at the same moment, the second sees what the first did.
    """
    Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
    held = administrators(workplace)
    if held.filter(gone).exists() and not held.exclude(gone).exists():
        raise LastAdministrator


def keep_another_than(person: Person) -> None:
    """Raise where nobody but the person could administer."""
    keep_one(person.workplace, Q(person=person))


def looking_after(person: Person) -> list[Person]:
    """The administrators whose role reaches the person: of the whole workplace, or of their unit."""
    units = units_with_roles(person)
    held = Role.objects.filter(workplace=person.workplace, code=RoleCode.ADMINISTRATOR)
    here = held.filter(person__active=True).select_related("person__workplace__key").order_by("pk")
    people = dict.fromkeys(role.person for role in here)
    return [one for one in people if reach_of(one, RoleCode.ADMINISTRATOR).meets(units)]
