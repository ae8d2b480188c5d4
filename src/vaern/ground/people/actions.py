"""People of a workplace: who they are, which roles they have, when they are away."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django_scopes import scope

from vaern.ground.audit.actions import recording
from vaern.ground.people import moving, places
from vaern.ground.people.models import (
    Absence,
    Person,
    Role,
    RoleCode,
    Unit,
    User,
    Workplace,
)
from vaern.ground.queue.actions import enqueue
from vaern.ground.queue.lines import MAIL
from vaern.ground.vault.actions import new_key


class LastAdministrator(Exception):
    """The change would leave the workplace without anybody who can put it right again."""


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


def change_person(*, person: Person, by: Person | None, **changes: Any) -> bool:
    """Change name, email, phone, title or language; True when something did change.

    A new e-mail address moves the sign-in too; the person is signed out everywhere, and links
    sent to the old address no longer open anything. The old address is told.
    """
    changed = [name for name, value in changes.items() if getattr(person, name) != value]
    if not changed:
        return False
    with recording(workplace=person.workplace, by=by) as record:
        before = person.email
        for name in changed:
            setattr(person, name, changes[name])
        if "email" in changed:
            person.email = person.email.strip().lower()
            moving.move_sign_in(person)
            moving.tell_former(person, before)
        person.save()
        record("person.changed", person, fields=",".join(sorted(changed)))
    return True


def close_person(*, person: Person, by: Person | None) -> None:
    """The person has left: sign-in off at once, never again chosen for anything."""
    with recording(workplace=person.workplace, by=by) as record:
        _keep_an_administrator(person)
        person.active = False
        person.save(update_fields=["active"])
        _set_sign_in(person, active=False)
        record("person.closed", person)


def open_person(*, person: Person, by: Person | None) -> None:
    """The person is back."""
    with recording(workplace=person.workplace, by=by) as record:
        person.active = True
        person.save(update_fields=["active"])
        _set_sign_in(person, active=True)
        record("person.opened", person)


def _set_sign_in(person: Person, *, active: bool) -> None:
    if person.user is None:
        return
    person.user.is_active = active
    person.user.save(update_fields=["is_active"])
    if not active:
        end_sessions(user=person.user)


def invite(*, person: Person, by: Person | None) -> None:
    """Send the person a welcome that says where to sign in."""
    with recording(workplace=person.workplace, by=by) as record:
        record("person.invited", person)
        enqueue("vaern.ground.people.jobs.send_welcome", str(person.pk), line=MAIL)


def end_sessions(*, user: User) -> None:
    """Sign the user out everywhere."""
    places.end_all(user)


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
        stands_in = str(deputy.pk) if deputy else ""
        where = str(unit.pk)
        who = str(person.pk)
        record("role.given", role, code=code, unit=where, person=who, deputy=stands_in)
    return role


def take_role(*, role: Role, by: Person | None) -> None:
    """Take a role away. Raises :class:`LastAdministrator`."""
    with recording(workplace=role.workplace, by=by) as record:
        if role.code == RoleCode.ADMINISTRATOR:
            _keep_an_administrator(role.person, except_roles=[role.pk])
        record("role.taken", role, code=role.code, person=str(role.person_id))
        role.delete()


def _keep_an_administrator(person: Person, except_roles: Collection[Any] | None = None) -> None:
    """Raise where nobody else, and no other role of the person, could administer."""
    held = Role.objects.filter(code=RoleCode.ADMINISTRATOR, person__active=True)
    gone = Q(person=person) if except_roles is None else Q(pk__in=except_roles)
    if held.filter(gone).exists() and not held.exclude(gone).exists():
        raise LastAdministrator


def set_absence(*, person: Person, first_day: date, last_day: date, by: Person | None) -> Absence:
    """The person is away from ``first_day`` to ``last_day``; the same days twice is once."""
    with recording(workplace=person.workplace, by=by) as record:
        absence, made = Absence.objects.get_or_create(
            workplace=person.workplace, person=person, first_day=first_day, last_day=last_day
        )
        if made:
            record("absence.set", absence, person=str(person.pk))
    return absence


def end_absence(*, absence: Absence, by: Person | None) -> None:
    with recording(workplace=absence.workplace, by=by) as record:
        record("absence.ended", absence, person=str(absence.person_id))
        absence.delete()
