"""What ``vaern init`` is asked to found, checked before anything is made."""

from dataclasses import dataclass

import click
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from vaern.ground.people.rules import is_cvr


@dataclass(frozen=True)
class Wanted:
    """A workplace; its CVR number and an administrator's address and name, or "" for each."""

    workplace: str
    cvr: str
    admin: str
    name: str


def wanted(
    workplace: str | None, cvr: str | None, admin: str | None, name: str | None
) -> Wanted | None:
    """What the options ask for; None when they ask for nothing. Ends where they make no sense."""
    if all(option is None for option in (workplace, cvr, admin, name)):
        return None
    if workplace is None or not workplace.strip():
        raise click.UsageError("Name the workplace: --workplace NAME. The rest is about it.")
    if name is not None and (admin is None or not name.strip()):
        raise click.UsageError("--name is the name of the person in --admin. Give both.")
    return Wanted(workplace.strip(), _cvr(cvr), _email(admin), (name or "Administrator").strip())


def _cvr(text: str | None) -> str:
    number = (text or "").replace(" ", "")
    if text is not None and not is_cvr(number):
        raise click.BadParameter(
            f"'{text}' is not a CVR number: it has 8 digits.", param_hint="--cvr"
        )
    return number


def _email(text: str | None) -> str:
    address = (text or "").strip().lower()
    try:
        if text is not None:
            validate_email(address)
    except ValidationError as error:
        raise click.BadParameter(
            f"'{text}' is not an e-mail address.", param_hint="--admin"
        ) from error
    return address
