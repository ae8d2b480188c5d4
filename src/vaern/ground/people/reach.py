"""How far somebody's role reaches: the units they hold it in, and all units below those."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from vaern.ground.people.models import Person, Role, Unit


@dataclass(frozen=True, slots=True)
class Reach:
    """``everywhere`` when the role is held at the top; else the ``units`` it reaches, maybe none."""

    units: frozenset[UUID] = frozenset()
    everywhere: bool = False

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.units)

    def has(self, unit: UUID | None) -> bool:
        return self.everywhere or unit in self.units

    def meets(self, units: Iterable[UUID]) -> bool:
        """Does it reach somebody who has a role in one of ``units``?"""
        return self.everywhere or not self.units.isdisjoint(units)

    def covers(self, units: Iterable[UUID]) -> bool:
        """Does it reach everything about somebody with roles in ``units``?

        Who has no role yet, or one outside as well, is for those at the top: whoever changes an
        e-mail address could sign in with it.
        """
        held = frozenset(units)
        return self.everywhere or (bool(held) and held <= self.units)


ALL = Reach(everywhere=True)


def reach_of(person: Person, *codes: str) -> Reach:
    """How far the person's roles of these codes reach, together."""
    held = Role.objects.filter(person=person, code__in=codes)
    places = dict(held.values_list("unit", "unit__parent"))
    if None in places.values():
        return ALL
    return Reach(_with_those_below(person, frozenset(places))) if places else Reach()


def _with_those_below(person: Person, units: frozenset[UUID]) -> frozenset[UUID]:
    rows = Unit.objects.filter(workplace=person.workplace_id).values_list("pk", "parent")
    found, last = units, units
    while last:
        last = frozenset(unit for unit, parent in rows if parent in last) - found
        found |= last
    return found


def units_with_roles(person: Person | UUID) -> set[UUID]:
    """Ids of the units in which the person has a role."""
    return set(Role.objects.filter(person=person).values_list("unit", flat=True))


def about_people(reach: Reach) -> Q:
    """A filter for rows with a ``person``: those about somebody the role reaches."""
    if reach.everywhere:
        return Q()
    return Q(person__in=Role.objects.filter(unit__in=reach.units).values("person"))
