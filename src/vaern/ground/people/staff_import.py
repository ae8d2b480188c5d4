"""Carrying out a staff list: all of it, or nothing."""

from collections.abc import Sequence

from vaern.ground.audit.actions import recording
from vaern.ground.people.actions import add_person, add_unit, change_person, give_role, invite
from vaern.ground.people.models import Person, Role, Unit, Workplace
from vaern.ground.people.staff_file import Row
from vaern.ground.people.staff_plan import Line, Plan, plan
from vaern.ground.people.unit_paths import Path


class NotClean(Exception):
    """The list has faults, or no longer fits what happened since it was looked at."""


def import_staff(
    *, workplace: Workplace, rows: Sequence[Row], welcome: bool, by: Person | None
) -> Plan:
    """Add and change people, units and roles in one transaction. Raises :class:`NotClean`.

    Nobody is removed and no role is taken away: who is not on the list is left alone.
    ``welcome`` sends new people who can sign in an e-mail that says where.
    """
    with recording(workplace=workplace, by=by) as record:
        planned = plan(workplace, rows)
        if not planned.is_clean:
            raise NotClean
        units = _units(workplace, planned, by)
        people = [_person(workplace, line, by) for line in planned.lines]
        _roles(workplace, planned.lines, people, units, by)
        for line, person in zip(planned.lines, people, strict=True):
            if welcome and line.person is None and person.user_id:
                invite(person=person, by=by)
        record("staff.imported", workplace, new=planned.count("new"), lines=len(planned.lines))
    return planned


def _units(workplace: Workplace, planned: Plan, by: Person | None) -> dict[Path, Unit]:
    units = {path: placed.unit for path, placed in planned.units.known.items()}
    for path, names in planned.units.new.items():  # a unit always comes after those above it
        parent = units[path[:-1]]
        units[path] = add_unit(workplace=workplace, name=names[-1], parent=parent, by=by)
    return units


def _person(workplace: Workplace, line: Line, by: Person | None) -> Person:
    row = line.row
    if line.person is None:
        return add_person(
            workplace=workplace,
            name=row.name,
            email=row.email,
            phone=row.phone,
            title=row.title,
            by=by,
        )
    change_person(person=line.person, by=by, **line.changes)
    return line.person


def _roles(
    workplace: Workplace,
    lines: Sequence[Line],
    people: Sequence[Person],
    units: dict[Path, Unit],
    by: Person | None,
) -> None:
    """Roles last: a deputy may stand further down the list."""
    everybody = Person.objects.filter(workplace=workplace).exclude(email="")
    by_email = {person.email: person for person in everybody}
    for line, person in zip(lines, people, strict=True):
        if line.person is not None and not line.adds_role:
            continue
        deputy, unit = by_email.get(line.row.deputy.lower()), units[line.unit]
        held = Role.objects.filter(person=person, unit=unit).values_list("code", flat=True)
        for code in line.roles:
            if deputy or code not in held:  # an empty cell takes no deputy away
                give_role(person=person, unit=unit, code=code, deputy=deputy, by=by)
