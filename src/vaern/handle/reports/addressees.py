"""Finding our own people and units: by address, by shared mailbox, by name."""

import re
from collections.abc import Iterable

from vaern.ground.people.models import Person, Role, RoleCode, Unit, Workplace
from vaern.ground.people.names import plain_words

NEAREST_FIRST = (
    RoleCode.EMPLOYEE,
    RoleCode.MANAGER,
    RoleCode.AMR,
    RoleCode.COMMUNICATIONS,
    RoleCode.HR,
    RoleCode.ADMINISTRATOR,
)


def home_unit(person: Person) -> Unit | None:
    """Where the person works: the unit of their most everyday role, the newest of several."""
    held = Role.objects.filter(person=person).select_related("unit__workplace__key")
    roles = held.order_by("-pk")
    found = sorted(roles, key=lambda role: NEAREST_FIRST.index(RoleCode(role.code)))
    return found[0].unit if found else None


def top_unit(workplace: Workplace) -> Unit | None:
    return Unit.objects.filter(workplace=workplace, parent=None).order_by("pk").first()


def staff(workplace: Workplace) -> list[Person]:
    """Everybody who works here now, by name."""
    people = Person.objects.filter(workplace=workplace, active=True)
    return sorted(people.select_related("workplace__key"), key=lambda one: one.name.casefold())


def unit_of_mailbox(workplace: Workplace, addresses: Iterable[str]) -> Unit | None:
    """The unit whose name is the local part of an address: borgerservice@… is Borgerservice."""
    units = Unit.objects.filter(workplace=workplace).select_related("workplace__key")
    named = {_plain(unit.name): unit for unit in units}
    local = (_plain(address.partition("@")[0]) for address in addresses)
    return next((named[part] for part in local if part in named), None)


def named_in(text: str, people: Iterable[Person], *, but: Iterable[str] = ()) -> list[Person]:
    """People whose whole name stands in ``text``; names in ``but`` (of those who wrote) are skipped."""
    words, skipped = f" {plain_words(text)} ", {plain_words(name) for name in but}
    return [
        one
        for one in people
        if " " in (name := plain_words(one.name)) and f" {name} " in words and name not in skipped
    ]


def _plain(text: str) -> str:
    """Letters and digits as they stand in addresses, with æ, ø and å written out."""
    folded = text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]", "", folded)
