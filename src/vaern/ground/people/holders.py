"""Finding the person who acts for a role in a unit on a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vaern.ground.people import rules
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Absence, Person, Role, RoleCode, Unit, Workplace


@dataclass(frozen=True)
class Holding:
    """Who acts for a role: ``owner``, who steps in next, and the role they act by."""

    owner: Person
    deputy: Person | None
    role: Role


def holder(*, code: str, unit: Unit, on: date, excluding: Collection[UUID] = ()) -> Holding | None:
    """Who acts for ``code`` in ``unit`` on the day ``on``, looked for upwards; None if nobody.

    An absent holder is replaced by the deputy; who is in ``excluding`` (ids of persons) is passed
    over together with their deputy, then the unit above is asked.
    """
    return _first(code, units_upwards(unit), on, excluding)


def anybody(
    *, code: str, workplace: Workplace, on: date, excluding: Collection[UUID] = ()
) -> Holding | None:
    """Who has ``code`` anywhere in the workplace: somebody who is there, else one who is away.

    For when :func:`holder` finds nobody and somebody must hear of it all the same.
    """
    units = list(
        Unit.objects.filter(workplace=workplace).order_by("pk").values_list("pk", flat=True)
    )
    found = _first(code, units, on, excluding)
    roles = _roles(code, units)
    return found or _choose(roles, units, _gone(roles), excluding)


def present(person: Person, at: datetime) -> bool:
    """Is the person with us, and not away on the day of ``at`` (aware)?"""
    on = at.astimezone(zone_of(person.workplace)).date()
    away = Absence.objects.filter(person=person, first_day__lte=on, last_day__gte=on)
    return person.active and not away.exists()


def manager_above(
    person: Person, unit: Unit, on: date, excluding: Collection[UUID] = ()
) -> Person | None:
    """The manager whom ``person`` answers to in matters of ``unit``; never the person."""
    led = Role.objects.filter(person=person, code=RoleCode.MANAGER).values_list("unit", flat=True)
    units = rules.above(units_upwards(unit), set(led))
    found = _first(RoleCode.MANAGER, units, on, {*excluding, person.pk})
    return found.owner if found else None


def units_upwards(unit: Unit) -> list[UUID]:
    """Ids of ``unit`` and of the units above it, nearest first."""
    rows = Unit.objects.filter(workplace=unit.workplace_id).values_list("pk", "parent")
    return rules.chain(unit.pk, dict(rows))


def _first(
    code: str, units: Sequence[UUID], on: date, excluding: Collection[UUID]
) -> Holding | None:
    roles = _roles(code, units)
    return _choose(roles, units, _away(roles, on), excluding)


def _choose(
    roles: Collection[Role],
    units: Sequence[UUID],
    away: Collection[UUID],
    excluding: Collection[UUID],
) -> Holding | None:
    known = {role.pk: role for role in roles}
    given = [rules.Given(r.pk, r.unit_id, r.person_id, r.deputy_id) for r in roles]
    chosen = rules.choose(units, given, away, set(excluding))
    return _holding(chosen, known[chosen.role]) if chosen else None


def _roles(code: str, units: Sequence[UUID]) -> list[Role]:
    sealed_by = ("person__workplace__key", "deputy__workplace__key")
    found = Role.objects.filter(code=code, unit__in=units).select_related(*sealed_by)
    return list(found.order_by("pk"))


def _away(roles: Collection[Role], on: date) -> set[UUID]:
    """Ids of holders and deputies who are absent that day or no longer active."""
    ids = {person.pk for person in _people(roles)}
    absent = Absence.objects.filter(person__in=ids, first_day__lte=on, last_day__gte=on)
    return _gone(roles) | set(absent.values_list("person", flat=True))


def _gone(roles: Collection[Role]) -> set[UUID]:
    return {person.pk for person in _people(roles) if not person.active}


def _people(roles: Collection[Role]) -> list[Person]:
    return [person for role in roles for person in (role.person, role.deputy) if person]


def _holding(chosen: rules.Chosen, role: Role) -> Holding:
    people = {person.pk: person for person in (role.person, role.deputy) if person}
    deputy = people[chosen.deputy] if chosen.deputy else None
    return Holding(people[chosen.owner], deputy, role)
