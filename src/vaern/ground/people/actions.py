"""People of a workplace: who they are, which roles they have, when they are away."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_scopes import scope

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.people import moving, places
from vaern.ground.people.administrators import keep_another_than, keep_one
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Absence, Person, Role, RoleCode, Unit, User, Workplace
from vaern.ground.people.unit_names import keep_apart
from vaern.ground.queue.actions import enqueue
from vaern.ground.queue.lines import MAIL
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
    """A new unit below ``parent``. Raises :class:`NameTaken`."""
    with recording(workplace=workplace, by=by) as record:
        keep_apart(workplace, name, parent.pk if parent else None)
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
    unit: Unit | None = None,
    **more: Any,
) -> Person:
    """A person, an employee of ``unit``; with an e-mail address also a sign-in, unless not."""
    with recording(workplace=workplace, by=by) as record:
        user = User.objects.create_user(email, password) if email and sign_in else None
        person = Person(
            workplace=workplace, name=name, email=email.strip().lower(), user=user, **more
        )
        person.save(force_insert=True)
        record("person.added", person)
        if unit is not None:
            give_role(person=person, unit=unit, code=RoleCode.EMPLOYEE, by=by)
    return person


def change_person(*, person: Person, by: Person | None, **changes: Any) -> bool:
    """Change name, email, phone, title or language; True when something did change.

    A new e-mail address moves the sign-in too; the person is signed out everywhere, and links
    sent to the old address no longer open anything. The old address is told. Raises
    :class:`LastAdministrator` where the last one would lose the sign-in.
    """
    changed = [name for name, value in changes.items() if getattr(person, name) != value]
    if not changed:
        return False
    with recording(workplace=person.workplace, by=by) as record:
        before = person.email
        if not changes.get("email", "kept").strip():
            keep_another_than(person)
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
    """The person has left: sign-in off at once, open steps go on, never again chosen.

    Raises :class:`LastAdministrator`.
    """
    with recording(workplace=person.workplace, by=by) as record:
        keep_another_than(person)
        person.active = False
        person.save(update_fields=["active"])
        _set_sign_in(person, active=False)
        record("person.closed", person)
        enqueue("vaern.handle.cases.jobs.person_left", str(person.pk))


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
    """Give ``person`` a role in ``unit`` and below; once given, only the deputy can change.

    One is an employee of one unit: who becomes that elsewhere has moved, and the old role ends.
    """
    with recording(workplace=person.workplace, by=by) as record:
        if code == RoleCode.EMPLOYEE:
            old = Role.objects.filter(person=person, code=code).exclude(unit=unit)
            for role in old:
                _end_role(role, record)
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
    """Take a role away; who had it is signed out everywhere. Raises :class:`LastAdministrator`."""
    with recording(workplace=role.workplace, by=by) as record:
        if role.code == RoleCode.ADMINISTRATOR:
            keep_one(role.workplace, Q(pk=role.pk))
        _end_role(role, record)
        if role.person.user is not None and role.person != by:
            end_sessions(user=role.person.user)


def _end_role(role: Role, record: Recorder) -> None:
    record("role.taken", role, code=role.code, person=str(role.person_id))
    role.delete()


def set_absence(*, person: Person, first_day: date, last_day: date, by: Person | None) -> Absence:
    """The person is away from ``first_day`` to ``last_day``; the same days twice is once.

    Their open steps go to others the day it begins: at once where that is today.
    """
    with recording(workplace=person.workplace, by=by) as record:
        absence, made = Absence.objects.get_or_create(
            workplace=person.workplace, person=person, first_day=first_day, last_day=last_day
        )
        if made:
            record("absence.set", absence, person=str(person.pk))
            if first_day <= timezone.localdate(timezone=zone_of(person.workplace)) <= last_day:
                enqueue("vaern.handle.cases.jobs.absence_begins", str(absence.pk))
    return absence


def absence_began(*, absence: Absence) -> None:
    """The absent person's steps were handed over; what they are given from now on they keep."""
    Absence.objects.filter(pk=absence.pk).update(begun=True)


def end_absence(*, absence: Absence, by: Person | None) -> None:
    with recording(workplace=absence.workplace, by=by) as record:
        record("absence.ended", absence, person=str(absence.person_id))
        absence.delete()
