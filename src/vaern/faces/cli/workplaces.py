"""Finding and founding workplaces from the command line."""

import secrets
from uuid import UUID

import click
from django_scopes import scope, scopes_disabled

from vaern.faces.cli.installation import Say
from vaern.ground.people import actions
from vaern.ground.people.models import RoleCode, Unit, Workplace


def chosen(name: str | None) -> Workplace:
    """The workplace called ``name`` (or with that id); the only one when None."""
    with scopes_disabled():
        all_of_them = list(Workplace.objects.select_related("key"))
    fitting = [one for one in all_of_them if name is None or _is(one, name)]
    if len(fitting) == 1:
        return fitting[0]
    if not all_of_them:
        raise click.ClickException(
            "There is no workplace yet. Run `vaern init --workplace NAME --admin E-MAIL`."
        )
    names = ", ".join(sorted(f"'{one.name}'" for one in all_of_them))
    raise click.ClickException(f"Say which workplace with --workplace. There are: {names}.")


def _is(workplace: Workplace, name: str) -> bool:
    return workplace.name.casefold() == name.strip().casefold() or _same_id(workplace, name)


def _same_id(workplace: Workplace, text: str) -> bool:
    try:
        return workplace.pk == UUID(text)
    except ValueError:
        return False


def found(*, workplace: str, cvr: str, admin: str, name: str, say: Say) -> None:
    """Found a workplace; with an e-mail address also its first administrator."""
    with scopes_disabled():
        if any(_is(one, workplace) for one in Workplace.objects.select_related("key")):
            say(f"'{workplace}' is there already; nothing was changed.")
            return
    made = actions.found_workplace(name=workplace, cvr=cvr)
    say(f"Founded '{workplace}'.")
    if not admin:
        return
    password = secrets.token_urlsafe(12)
    with scope(workplace=made):
        person = actions.add_person(
            workplace=made, name=name, email=admin, password=password, by=None
        )
        top = Unit.objects.get(parent=None)
        actions.give_role(person=person, unit=top, code=RoleCode.ADMINISTRATOR, by=None)
    say(f"Sign in as {admin} with the password {password} and change it at once.")
