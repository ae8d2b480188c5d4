"""``vaern init --workplace``: a workplace, and somebody who can enter it."""

import secrets

import click
from django.db import IntegrityError, transaction
from django_scopes import scope

from vaern.faces.cli.installation import Say
from vaern.faces.cli.wanted import Wanted
from vaern.faces.cli.workplaces import all_workplaces, called
from vaern.ground.audit.actions import recording
from vaern.ground.people import actions
from vaern.ground.people.models import Person, Role, RoleCode, Unit, Workplace


def run(wanted: Wanted, say: Say) -> None:
    """Found the workplace, or add an administrator to the one that is there; safe to repeat."""
    there = called(wanted.workplace)
    try:
        with transaction.atomic():
            words = _found(wanted) if there is None else _added(there, wanted)
    except IntegrityError as error:
        raise click.ClickException(
            f"{wanted.admin} is in use in another workplace, so nothing was changed. "
            "Name another address with --admin."
        ) from error
    for line in words:
        say(line)


def _found(wanted: Wanted) -> list[str]:
    """Make the workplace with its first administrator; what to say about it."""
    if not wanted.admin:
        raise click.UsageError(
            f"There is no workplace called '{wanted.workplace}'. To found it, name its first "
            "administrator too: --admin E-MAIL. Nobody could enter it otherwise."
        )
    made = actions.found_workplace(name=wanted.workplace, cvr=wanted.cvr)
    return [f"Founded '{wanted.workplace}'.", _appointed(made, wanted)]


def _added(there: Workplace, wanted: Wanted) -> list[str]:
    """Add an administrator to the workplace that is there; what to say about it."""
    words = [f"'{there.name}' is there already; nothing was changed."]
    if wanted.admin:
        words = [_appointed(there, wanted)]
    if wanted.cvr and wanted.cvr != there.cvr:
        words.append("Its CVR number was not changed: its administrator does that in Værn.")
    return words


def _appointed(workplace: Workplace, wanted: Wanted) -> str:
    """Make who has the address an administrator of the whole workplace. It is in the record."""
    with scope(workplace=workplace), recording(workplace=workplace, by=None) as record:
        top = Unit.objects.get(workplace=workplace, parent=None)
        found = Person.objects.filter(workplace=workplace, email=wanted.admin).first()
        if found is not None and _administers(_who_can_enter(found, wanted), top):
            return f"{wanted.admin} is an administrator already; nothing was changed."
        password = "" if found else secrets.token_urlsafe(12)
        person = found or actions.add_person(
            workplace=workplace, name=wanted.name, email=wanted.admin, password=password, by=None
        )
        actions.give_role(person=person, unit=top, code=RoleCode.ADMINISTRATOR, by=None)
        record("administrator.named_by_command", person)
    if found:
        return f"{wanted.admin} is an administrator now, and signs in as before."
    return f"Sign in as {wanted.admin} with the password {password} and change it at once."


def _who_can_enter(person: Person, wanted: Wanted) -> Person:
    if person.active and person.user_id is not None:
        return person
    raise click.ClickException(
        f"{wanted.admin} belongs to somebody whose sign-in is closed, so nothing was changed. "
        "An administrator opens it again in Værn; or name another address with --admin."
    )


def _administers(person: Person, top: Unit) -> bool:
    held = Role.objects.filter(person=person, unit=top, code=RoleCode.ADMINISTRATOR)
    return held.exists()


def what_next() -> str:
    """What to do when the installation is ready."""
    if all_workplaces():
        return "Ready. Start with `vaern serve`."
    return (
        "Ready, but there is no workplace yet. Found one with its first administrator: "
        "`vaern init --workplace NAME --admin E-MAIL`."
    )
