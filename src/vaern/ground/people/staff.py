"""The staff list and the unit tree, put in order. Names are sealed, so Python sorts, not SQL."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from vaern.ground.people import rules
from vaern.ground.people.models import Person, Role, RoleCode, Unit, Workplace
from vaern.ground.people.reach import ALL, Reach

# Danish puts æ, ø and å last; a plain sort does not.
ORDER = str.maketrans({"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"})


@dataclass(frozen=True)
class Placed:
    """A unit, how deep it stands (0 for the topmost), and the unit above it."""

    unit: Unit
    depth: int
    above: Unit | None


def alphabetical(name: str) -> str:
    """A key that sorts names as a Danish reader expects."""
    return name.casefold().replace("aa", "å").translate(ORDER)


def people_of(workplace: Workplace) -> list[Person]:
    """Everybody at the workplace, also those who have left, by name."""
    found = Person.objects.filter(workplace=workplace).select_related("workplace__key")
    return sorted(found, key=lambda person: alphabetical(person.name))


Listed = tuple[Person, list[Role]]


def listed(workplace: Workplace, reach: Reach) -> list[Listed]:
    """Everybody within reach with their roles, by name."""
    roles = roles_by_person(workplace)
    rows = [(one, roles.get(one.pk, [])) for one in people_of(workplace)]
    return [(one, held) for one, held in rows if reach.meets(role.unit_id for role in held)]


def units_of(workplace: Workplace) -> list[Unit]:
    found = Unit.objects.filter(workplace=workplace).select_related("workplace__key")
    return sorted(found, key=lambda unit: alphabetical(unit.name))


def tree_of(workplace: Workplace) -> list[Placed]:
    """All units, each followed by those below it."""
    below: dict[UUID | None, list[Unit]] = {}
    for unit in units_of(workplace):
        below.setdefault(unit.parent_id, []).append(unit)
    return list(_walk(below, None, 0))


def _walk(below: dict[UUID | None, list[Unit]], above: Unit | None, depth: int) -> Iterator[Placed]:
    for unit in below.get(above.pk if above else None, []):
        yield Placed(unit, depth, above)
        yield from _walk(below, unit, depth + 1)


SHOWN_ROLES = (RoleCode.MANAGER, RoleCode.AMR, RoleCode.HR, RoleCode.COMMUNICATIONS)
"""The roles a plan asks for."""


@dataclass(frozen=True)
class Held:
    """Who has a role in a unit; ``from_above`` when it is somebody of a unit higher up."""

    code: str
    names: list[str]
    from_above: bool

    @property
    def title(self) -> str:
        return str(RoleCode(self.code).label)


@dataclass(frozen=True)
class Manned:
    """A unit in the tree with who would be asked for each role of a plan."""

    placed: Placed
    roles: list[Held]


def manned_tree(workplace: Workplace, reach: Reach = ALL) -> list[Manned]:
    """The tree with its roles: one's own where there are any, else those of the nearest above.

    Only the units within ``reach``.
    """
    own: dict[tuple[UUID, str], list[str]] = {}
    held = Role.objects.filter(workplace=workplace, code__in=SHOWN_ROLES, person__active=True)
    for role in held.select_related("person__workplace__key").order_by("pk"):
        own.setdefault((role.unit_id, role.code), []).append(role.person.name)
    tree = tree_of(workplace)
    parents = {placed.unit.pk: placed.unit.parent_id for placed in tree}
    shown = [one for one in tree if reach.has(one.unit.pk)]
    return [Manned(one, [_held(code, one, own, parents) for code in SHOWN_ROLES]) for one in shown]


def _held(
    code: str,
    placed: Placed,
    own: Mapping[tuple[UUID, str], list[str]],
    parents: Mapping[UUID, UUID | None],
) -> Held:
    for unit in rules.chain(placed.unit.pk, parents):
        if names := own.get((unit, code)):
            return Held(code, names, unit != placed.unit.pk)
    return Held(code, [], False)


def roles_by_person(workplace: Workplace) -> dict[UUID, list[Role]]:
    """Everybody's roles, with the units ready to be named."""
    found: dict[UUID, list[Role]] = {}
    held = Role.objects.filter(workplace=workplace).select_related("unit__workplace__key")
    for role in held.order_by("pk"):
        found.setdefault(role.person_id, []).append(role)
    return found
