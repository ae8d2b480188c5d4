"""Writing many people and roles at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from django.contrib.auth.hashers import make_password
from django.db.models import BinaryField, Case, Field, Value, When

from vaern.ground.audit.actions import Recorder
from vaern.ground.people.models import Person, Role, Unit, User, Workplace
from vaern.ground.people.staff_plan import FIELDS, Line
from vaern.ground.people.unit_paths import Path

AT_ONCE = 500
"""Rows in one statement: databases limit how many values one may carry."""


def write_people(workplace: Workplace, lines: Sequence[Line], record: Recorder) -> list[Person]:
    """The person of each line, new or as changed."""
    people = [line.person or _new(workplace, line) for line in lines]
    pairs = list(zip(lines, people, strict=True))
    new = [person for line, person in pairs if line.person is None]
    User.objects.bulk_create([one.user for one in new if one.user], batch_size=AT_ONCE)
    Person.objects.bulk_create(new, batch_size=AT_ONCE)
    for person in new:
        record("person.added", person)
    changed = [(person, line.changes) for line, person in pairs if line.person and line.changes]
    for person, changes in changed:
        for name, text in changes.items():
            setattr(person, name, text)
        record("person.changed", person, fields=",".join(sorted(changes)))
    for name in FIELDS:
        _reseal(name, [person for person, changes in changed if name in changes])
    return people


def _new(workplace: Workplace, line: Line) -> Person:
    row = line.row
    user = User(email=row.email, password=make_password(None)) if row.email else None
    known = {name: getattr(row, name) for name in (*FIELDS, "email")}
    return Person(workplace=workplace, user=user, **known)


def _reseal(name: str, people: Sequence[Person]) -> None:
    """Save one sealed field of many people. Each is sealed by its own row, as saving would."""
    field = cast("Field[str, str]", Person._meta.get_field(name))
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        sealed = [
            When(pk=one.pk, then=Value(field.pre_save(one, add=False), output_field=BinaryField()))
            for one in some
        ]
        these = Person.objects.filter(pk__in=[one.pk for one in some])
        these.update(**{name: Case(*sealed, output_field=BinaryField())})


def write_roles(
    workplace: Workplace,
    lines: Sequence[Line],
    people: Sequence[Person],
    units: Mapping[Path, Unit],
    record: Recorder,
) -> None:
    """Roles last: a deputy may stand further down the list."""
    everybody = Person.objects.filter(workplace=workplace).exclude(email="")
    by_email = {person.email: person for person in everybody}
    there = {
        (role.person_id, role.unit_id, role.code): role
        for role in Role.objects.filter(workplace=workplace)
    }
    new: list[Role] = []
    other_deputy: list[Role] = []
    for line, person in zip(lines, people, strict=True):
        deputy, unit = by_email.get(line.row.deputy.lower()), units[line.unit]
        for code in line.gives:
            known = there.get((person.pk, unit.pk, str(code)))
            role = known or Role(workplace=workplace, person=person, unit=unit, code=code)
            role.deputy = deputy
            (other_deputy if known else new).append(role)
    _end(role for line in lines for role in line.leaves)
    Role.objects.bulk_create(new, batch_size=AT_ONCE)
    Role.objects.bulk_update(other_deputy, ["deputy"], batch_size=AT_ONCE)
    for line in lines:
        for role in line.leaves:
            record("role.taken", role, code=role.code, person=str(role.person_id))
    for role in (*new, *other_deputy):
        _given(role, record)


def _end(roles: Iterable[Role]) -> None:
    Role.objects.filter(pk__in=[role.pk for role in roles]).delete()


def _given(role: Role, record: Recorder) -> None:
    stands_in = str(role.deputy_id or "")
    where, who = str(role.unit_id), str(role.person_id)
    record("role.given", role, code=role.code, unit=where, person=who, deputy=stands_in)
