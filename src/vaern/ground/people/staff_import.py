"""Carrying out a staff list: all of it, or nothing, in as many queries for 5,000 lines as for 5."""

from collections.abc import Sequence

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.people import staff_writing
from vaern.ground.people.models import Person, Unit, Workplace
from vaern.ground.people.staff_file import Row
from vaern.ground.people.staff_plan import Line, Plan, plan
from vaern.ground.people.unit_paths import Path
from vaern.ground.queue.actions import enqueue


class NotClean(Exception):
    """The list has faults, or no longer fits what happened since it was looked at."""


def import_staff(
    *, workplace: Workplace, rows: Sequence[Row], welcome: bool, by: Person | None
) -> Plan:
    """Add and change people, units and roles in one transaction. Raises :class:`NotClean`.

    Nobody is removed, and the only role that ends is that of an employee who has moved: who is
    not on the list is left alone. ``welcome`` sends new people who can sign in an e-mail that
    says where. Two lists at once come one after the other.
    """
    with recording(workplace=workplace, by=by) as record:
        Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
        planned = plan(workplace, rows)
        if not planned.is_clean:
            raise NotClean
        units = _units(workplace, planned, record)
        people = staff_writing.write_people(workplace, planned.lines, record)
        staff_writing.write_roles(workplace, planned.lines, people, units, record)
        if welcome:
            _welcome(planned.lines, people, record)
        record("staff.imported", workplace, new=planned.count("new"), lines=len(planned.lines))
    return planned


def _units(workplace: Workplace, planned: Plan, record: Recorder) -> dict[Path, Unit]:
    units = {path: placed.unit for path, placed in planned.units.known.items()}
    for path, names in planned.units.new.items():  # a unit always comes after those above it
        parent = units[path[:-1]]
        units[path] = Unit.objects.create(workplace=workplace, name=names[-1], parent=parent)
        record("unit.added", units[path])
    return units


def _welcome(lines: Sequence[Line], people: Sequence[Person], record: Recorder) -> None:
    pairs = zip(lines, people, strict=True)
    new = [person for line, person in pairs if line.person is None and person.user_id]
    for person in new:
        record("person.invited", person)
    if new:
        enqueue("vaern.ground.people.jobs.send_welcomes", *(str(person.pk) for person in new))
