"""Which workplace a command is about."""

from uuid import UUID

import click
from django_scopes import scopes_disabled

from vaern.ground.people.models import Workplace


def chosen(name: str | None) -> Workplace:
    """The workplace called ``name`` (or with that id); the only one when None."""
    all_of_them = all_workplaces()
    fitting = [one for one in all_of_them if name is None or _is(one, name)]
    if len(fitting) == 1:
        return fitting[0]
    if not all_of_them:
        raise click.ClickException(
            "There is no workplace yet. Run `vaern init --workplace NAME --admin E-MAIL`."
        )
    names = ", ".join(sorted(f"'{one.name}'" for one in all_of_them))
    raise click.ClickException(f"Say which workplace with --workplace. There are: {names}.")


def called(name: str) -> Workplace | None:
    """The workplace with that name or id, if there is one."""
    return next((one for one in all_workplaces() if _is(one, name)), None)


def all_workplaces() -> list[Workplace]:
    """All workplaces of the installation, with their keys."""
    with scopes_disabled():
        return list(Workplace.objects.select_related("key"))


def _is(workplace: Workplace, name: str) -> bool:
    return workplace.name.casefold() == name.strip().casefold() or _same_id(workplace, name)


def _same_id(workplace: Workplace, text: str) -> bool:
    try:
        return workplace.pk == UUID(text)
    except ValueError:
        return False
