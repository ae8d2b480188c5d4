"""Setting up a workplace and its people."""

from datetime import date
from typing import Any

from django.db import transaction
from django_scopes import scope

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Absence, Person, Role, Unit, User, Workplace
from vaern.ground.vault.actions import new_key


@transaction.atomic
def found_workplace(*, name: str, by: Person | None = None, **settings: Any) -> Workplace:
    """A new workplace with its own key and one topmost unit of the same name."""
    workplace = Workplace(key=new_key(parent=None), name=name, **settings)
    workplace.save(force_insert=True)
    with scope(workplace=workplace), recording(workplace=workplace, by=by) as record:
        Unit.objects.create(workplace=workplace, name=name)
        record("workplace.founded", workplace)
    return workplace


def add_unit(*, workplace: Workplace, name: str, parent: Unit | None, by: Person | None) -> Unit:
    with recording(workplace=workplace, by=by) as record:
        unit = Unit.objects.create(workplace=workplace, name=name, parent=parent)
        record("unit.added", unit)
    return unit


def add_person(
    *,
    workplace: Workplace,
    name: str,
    by: Person | None,
    email: str = "",
    password: str | None = None,
    sign_in: bool = True,
    **more: Any,
) -> Person:
    """A person; with an e-mail address also a sign-in, unless ``sign_in`` is False."""
    with recording(workplace=workplace, by=by) as record:
        user = User.objects.create_user(email, password) if email and sign_in else None
        person = Person(
            workplace=workplace, name=name, email=email.strip().lower(), user=user, **more
        )
        person.save(force_insert=True)
        record("person.added", person)
    return person


def give_role(
    *, person: Person, unit: Unit, code: str, by: Person | None, deputy: Person | None = None
) -> Role:
    """Give ``person`` a role in ``unit`` and below; once given, only the deputy can change."""
    with recording(workplace=person.workplace, by=by) as record:
        role, _ = Role.objects.update_or_create(
            workplace=person.workplace,
            person=person,
            unit=unit,
            code=code,
            defaults={"deputy": deputy},
        )
        record("role.given", role, code=code, unit=str(unit.pk), person=str(person.pk))
    return role


def set_absence(*, person: Person, first_day: date, last_day: date, by: Person | None) -> Absence:
    with recording(workplace=person.workplace, by=by) as record:
        absence = Absence.objects.create(
            workplace=person.workplace, person=person, first_day=first_day, last_day=last_day
        )
        record("absence.set", absence, person=str(person.pk))
    return absence
